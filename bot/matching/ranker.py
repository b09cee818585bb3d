"""What the comparison is worth: the probability that each candidate answers, or that none does.

A small network looks at each word of the question and what it finds in a candidate, adds up what
it makes of them, and puts the sum beside the features of the candidate as a whole (the idea of
deep sets, Zaheer et al. 2017). So it has learnt which words a fact must hold ("the colour of ...")
and which it may lack ("the guy", "that scene"); that the words are known by their meaning, not by
name, makes this hold for words never seen. Each number counts twice, for itself and next to the
best candidate's. The softmax over all candidates and one fixed "none of these" turns scores into
probabilities, so a strong rival or a weak best lowers confidence without further rules (a
listwise loss with an outside option; cf. ListNet, Cao et al. 2007). The weights are data, fitted
by `tests/benchmarks/fit.py` on phrasings held out from the index and on labelled questions.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

import numpy as np

from bot.matching.features import INPUTS, Comparison
from bot.matching.sparse import Floats

__all__ = ["RELATIVE", "WORD", "Ranker", "Weights", "as_ranker", "load_ranker"]


WORD = np.float32(0.3)
"""What one word adds at most to the sum over all words."""

RELATIVE = np.float32(0.5)
"""What the distance of a standardised feature to the best candidate's counts, next to itself."""


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """The fitted numbers; several networks stand side by side as one wider one.

    The names are of what goes in and comes out: a matrix has a row for each number that comes out.
    """

    mean: Floats
    scale: Floats
    sense: Floats
    """From the meaning of a word to what matters of it here."""
    sense_bias: Floats
    word_sense: Floats
    word_kind: Floats
    word_found: Floats
    word_bias: Floats
    hidden_fact: Floats
    hidden_words: Floats
    hidden_bias: Floats
    score_hidden: Floats
    score_fact: Floats
    score_words: Floats
    score_bias: Floats


class Ranker:
    """The fitted network; immutable."""

    def __init__(self, weights: Weights) -> None:
        """Take over the weights; what is added to a column of numbers is made one."""
        columns = ("mean", "scale", "sense_bias", "word_bias", "hidden_bias")
        upright = {name: getattr(weights, name)[:, None] for name in columns}
        self._weights = replace(weights, **upright)

    def probabilities(self, comparison: Comparison) -> Floats:
        """For each candidate the probability that it is the answer; the rest is for none."""
        scores = self._scores(comparison)
        top = max(float(scores.max(initial=0.0)), 0.0)
        odds = np.exp(scores - top)
        return odds / (odds.sum() + np.exp(-top))

    def _scores(self, comparison: Comparison) -> Floats:
        w = self._weights
        words = self._words(comparison)
        standard = (comparison.features - w.mean) * w.scale
        beside = (standard - standard.max(axis=1, keepdims=True)) * RELATIVE
        facts = np.concatenate([standard, beside])
        hidden = np.tanh(w.hidden_fact @ facts + w.hidden_words @ words + w.hidden_bias)
        scores = w.score_hidden @ hidden + w.score_fact @ facts + w.score_words @ words
        return (scores + w.score_bias).astype(np.float32)

    def _words(self, comparison: Comparison) -> Floats:
        """What the words of the question make of each candidate (a column), all together."""
        w = self._weights
        matches = comparison.matches
        size, words, facts = matches.shape
        beside = matches - matches.max(axis=2, keepdims=True)
        finds = np.concatenate([matches, beside]).reshape(2 * size, words * facts)
        sense = np.tanh(w.sense @ comparison.vectors.T + w.sense_bias)
        kinds = w.word_sense @ sense + w.word_kind @ comparison.terms.T + w.word_bias
        seen = (w.word_found @ finds).reshape(-1, words, facts)
        seen += kinds[:, :, None]
        return np.tanh(seen, out=seen).sum(axis=1) * WORD


@cache
def load_ranker() -> Ranker:
    """The weights that ship with the bot, read once."""
    text = (files("bot.matching") / "model" / "ranking.json").read_text(encoding="utf-8")
    return as_ranker(json.loads(text))


def as_ranker(fitted: Mapping[str, object]) -> Ranker:
    """The network of what `tests/benchmarks/fit.py` writes."""
    weights = dict(fitted)
    if weights.pop("inputs") != list(INPUTS):
        raise RuntimeError(
            "ranking.json was fitted for other features; run tests/benchmarks/fit.py"
        )
    arrays = {name: np.array(values, dtype=np.float32) for name, values in weights.items()}
    return Ranker(Weights(**arrays))
