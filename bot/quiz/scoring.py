"""Points for answers, and who comes where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

__all__ = ["FEWEST_RANKED", "Score", "Standing", "points", "standings"]

RIGHT = 100
"""Points for a right answer."""
FAST = 50
"""Points more for one at once; the longer it took, the fewer."""
STREAK = 10
"""Points more for each right answer in a row before this one."""
LONGEST_STREAK = 5
"""Right answers in a row for which there are points."""

FEWEST_RANKED = 2
"""People who have to have answered for a game to count for more than practice."""


def points(seconds: float, allowed: float, streak: int) -> int:
    """Points for a right answer after so many of the seconds allowed, with so many before it."""
    left = 1 - min(max(seconds / allowed, 0.0), 1.0)
    return RIGHT + round(FAST * left) + STREAK * min(streak, LONGEST_STREAK)


@dataclass(frozen=True, slots=True)
class Score:
    """What somebody has reached, in a game or in many."""

    user_id: int
    name: str
    points: int
    right: int
    """How many right answers."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A place on a leaderboard."""

    place: int
    """From 1 on; whoever has as many points has the same."""
    is_tied: bool
    score: Score


def standings(scores: Iterable[Score]) -> tuple[Standing, ...]:
    """The scores by points, those of as many on one place, by name."""
    ordered = sorted(scores, key=lambda one: (-one.points, one.name.casefold(), one.user_id))
    placed: list[Standing] = []
    for _, group in groupby(ordered, key=lambda one: one.points):
        alike = list(group)
        place = len(placed) + 1
        placed += (Standing(place, len(alike) > 1, score) for score in alike)
    return tuple(placed)
