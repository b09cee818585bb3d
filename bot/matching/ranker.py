"""What the comparison is worth: the probability that each candidate answers, or that none does.

A small network looks at each word of the question and what it finds in a candidate, adds up what
it makes of them, and puts the sum beside the features of the candidate as a whole (the idea of
deep sets, Zaheer et al. 2017). So it has learnt which words a fact must hold ("the colour of ...")
and which it may lack ("the guy", "that scene"); that the words are known by their meaning, not by
name, makes this hold for words never seen. Each number counts twice, for itself and next to the
best candidate's. The softmax over all candidates and one fixed "none of these" turns scores into
probabilities, so a strong rival or a weak best lowers confidence without further rules (a
listwise loss with an outside option; cf. ListNet, Cao et al. 2007). The weights are data, fitted
by `python -m bot.training`, which computes with `forward` too, on phrasings held out from the index
and on labelled questions.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from bot.matching.features import INPUTS, Comparison
from bot.matching.sparse import Floats

__all__ = [
    "RELATIVE",
    "WORD",
    "Activations",
    "Inputs",
    "Ranker",
    "Standard",
    "Weights",
    "as_ranker",
    "forward",
    "load_ranker",
]

WORD = np.float32(0.3)
"""What one word adds at most to the sum over all words."""

RELATIVE = np.float32(0.5)
"""What the distance of a standardised feature to the best candidate's counts, next to itself."""


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """The fitted numbers; several networks may stand side by side as one wider one.

    The names are of what goes in and comes out: a matrix has a column for each number that comes
    out.
    """

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


@dataclass(frozen=True, slots=True, eq=False)
class Inputs:
    """What the network looks at: of one question, or with an axis in front, of many padded ones."""

    facts: Floats
    """By candidate: its standardised features, then each beside the best candidate's."""
    matches: Floats
    """By candidate and term: what the term finds there, then each beside the best."""
    terms: Floats
    vectors: Floats
    is_term: Floats
    """By term: 1, or 0 for padding."""


@dataclass(frozen=True, slots=True, eq=False)
class Activations:
    """All that the network computes on its way; the slopes are made of it."""

    sense: Floats
    """By term: what matters of its meaning."""
    seen: Floats
    """By candidate and term: what is made of the term there."""
    words: Floats
    """By candidate: the sum over the terms."""
    hidden: Floats
    """By candidate: what is made of the terms and the features."""
    scores: Floats
    """By candidate; that of "none of these" is 0."""


def forward(weights: Weights, inputs: Inputs) -> Activations:
    """Score the candidates of one question, or of many at once."""
    w = weights
    sense = np.tanh(inputs.vectors @ w.sense + w.sense_bias)
    kinds = sense @ w.word_sense + inputs.terms @ w.word_kind + w.word_bias
    seen = _each(inputs.matches, w.word_found)
    seen += kinds[..., None, :, :]
    np.tanh(seen, out=seen)
    words = np.einsum("...cwn,...w->...cn", seen, inputs.is_term) * WORD
    hidden = np.tanh(inputs.facts @ w.hidden_fact + words @ w.hidden_words + w.hidden_bias)
    scores = hidden @ w.score_hidden + inputs.facts @ w.score_fact + words @ w.score_words
    return Activations(sense, seen, words, hidden, scores + w.score_bias)


def _each(values: Floats, matrix: Floats) -> Floats:
    """`values @ matrix` as one product instead of one for each of the axes in front."""
    rows = values.reshape(-1, values.shape[-1]) @ matrix
    return rows.reshape(*values.shape[:-1], matrix.shape[-1])


@dataclass(frozen=True, slots=True, eq=False)
class Standard:
    """How features are brought to a mean of 0 and a spread of about 1."""

    mean: Floats
    scale: Floats
    """One by the standard deviation."""

    def inputs(self, comparison: Comparison) -> Inputs:
        """What the network looks at when a question stands beside its candidates."""
        facts = (comparison.features.T - self.mean) * self.scale
        matches = comparison.matches.transpose(2, 1, 0)
        return Inputs(
            np.concatenate([facts, (facts - facts.max(axis=0)) * RELATIVE], axis=-1),
            np.concatenate([matches, matches - matches.max(axis=0)], axis=-1),
            comparison.terms,
            comparison.vectors,
            np.ones(len(comparison.terms), dtype=np.float32),
        )


class Ranker:
    """The fitted network; immutable."""

    def __init__(self, standard: Standard, weights: Weights) -> None:
        self._standard = standard
        self._weights = weights

    def probabilities(self, comparison: Comparison) -> Floats:
        """For each candidate the probability that it is the answer; the rest is for none."""
        scores = forward(self._weights, self._standard.inputs(comparison)).scores
        top = max(float(scores.max(initial=0.0)), 0.0)
        odds = np.exp(scores - top)
        return odds / (odds.sum() + np.exp(-top))


@cache
def load_ranker() -> Ranker:
    """The weights that ship with the bot, read once."""
    text = (files("bot.matching") / "model" / "ranking.json").read_text(encoding="utf-8")
    return as_ranker(json.loads(text))


def as_ranker(fitted: Mapping[str, object]) -> Ranker:
    """The network of what `python -m bot.training` writes.

    Raises RuntimeError for weights that were fitted for other features than `INPUTS`.
    """
    numbers = dict(fitted)
    if numbers.pop("inputs") != [*INPUTS]:
        raise RuntimeError("ranking.json was fitted for other features; run python -m bot.training")
    arrays = {name: np.array(values, dtype=np.float32) for name, values in numbers.items()}
    standard = Standard(arrays.pop("mean"), arrays.pop("scale"))
    return Ranker(standard, Weights(**arrays))
