"""What the features are worth: the probability that each candidate answers, or that none does.

A network of one hidden layer gives each candidate a score; the softmax over all candidates and one
fixed "none of these" turns scores into probabilities, so a strong rival or a weak best lowers
confidence without further rules (a listwise loss with an outside option; cf. ListNet, Cao et al.
2007). The weights are data, fitted by `tests/benchmarks/fit.py` on phrasings held out from the
index and on labelled questions; see README.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

import numpy as np

from bot.matching.comparing import FEATURES
from bot.matching.sparse import Floats

__all__ = ["Ranking", "load_ranking"]


class Ranking:
    """The fitted network; immutable."""

    def __init__(
        self, mean: Floats, scale: Floats, hidden: Floats, bias: Floats, out: Floats, direct: Floats
    ) -> None:
        """Take over the weights: standardisation, hidden layer, output, direct linear part."""
        self._mean = mean
        self._scale = scale
        self._hidden = hidden
        self._bias = bias
        self._out = out
        self._direct = direct

    def probabilities(self, features: Floats) -> Floats:
        """For each candidate (row) the probability that it is the answer; the rest is for none."""
        standard = (features - self._mean) * self._scale
        scores = np.tanh(standard @ self._hidden + self._bias) @ self._out
        scores += standard @ self._direct[:-1] + self._direct[-1]
        top = max(float(scores.max(initial=0.0)), 0.0)
        odds = np.exp(scores - top)
        return odds / (odds.sum() + np.exp(-top))


@cache
def load_ranking() -> Ranking:
    """The weights that ship with the bot, read once."""
    text = (files("bot.matching") / "data" / "ranking.json").read_text(encoding="utf-8")
    weights = json.loads(text)
    if tuple(weights["features"]) != FEATURES:
        raise RuntimeError(
            "ranking.json was fitted for other features; run tests/benchmarks/fit.py"
        )
    arrays = (
        np.array(weights[name], dtype=np.float32)
        for name in ("mean", "scale", "hidden", "bias", "out", "direct")
    )
    return Ranking(*arrays)
