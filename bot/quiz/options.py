"""Putting answers in an order that tells nothing."""

from __future__ import annotations

from collections.abc import Sequence

from bot.quotes import Rng

__all__ = ["OPTIONS", "shuffled"]

OPTIONS = 4
"""Answers to choose from."""


def shuffled(right: str, wrong: Sequence[str], rng: Rng) -> tuple[tuple[str, ...], int]:
    """The right answer at any place among three of the wrong ones, and which place that is."""
    left, chosen = list(wrong), list[str]()
    while len(chosen) < OPTIONS - 1:
        chosen.append(rng.choice(left))
        left.remove(chosen[-1])
    place = rng.choice(range(OPTIONS))
    chosen.insert(place, right)
    return tuple(chosen), place
