"""Adam, as both fits use it: the moments of the slopes, and what they move a weight by."""

from __future__ import annotations

import numpy as np

from bot.matching.sparse import Floats

__all__ = ["Adam", "cosine"]


class Adam:
    """The moments of one array of weights (Kingma and Ba 2015)."""

    def __init__(self, weights: Floats) -> None:
        self._mean, self._square = np.zeros_like(weights), np.zeros_like(weights)

    def move(self, slope: Floats, step: int) -> Floats:
        """What to take from the weights, times the rate, at `step` (from 1 on)."""
        self._mean = (0.9 * self._mean + 0.1 * slope).astype(np.float32)
        self._square = (0.999 * self._square + 0.001 * slope**2).astype(np.float32)
        spread = np.sqrt(self._square / (1 - 0.999**step)) + 1e-8
        return (self._mean / (1 - 0.9**step) / spread).astype(np.float32)


def cosine(step: int, steps: int) -> float:
    """Part (1..0) of the rate that is left at `step` of `steps`."""
    return 0.5 * (1 + np.cos(np.pi * step / steps))
