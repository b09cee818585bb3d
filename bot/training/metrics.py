"""How good a fit is, on questions that it was not fitted on.

By the network's probabilities alone; what `bot.matching` decides beyond them (people, numbers and
opposites that must agree) comes on top. So does what README reports.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass

import numpy as np

from bot.matching.decision import ANSWER_FROM, SUGGEST_FROM
from bot.matching.ranker import Ranker
from bot.training.examples import Example

__all__ = ["Metrics", "Outcome", "answered_right", "measure", "outcome", "share", "silent", "wrong"]

MIX = {"answerable": 300, "near-miss": 65, "on-topic": 25, "off-topic": 25, "other-show": 15,
       "talk": 15}  # fmt: skip
"""What the kinds of labelled questions count among each other, however many there are of each."""

AMONG = 5
"""As many facts as are suggested at most."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one question."""

    kind: str
    best: float
    """Probability of the best candidate."""
    is_right: bool
    any: float
    """Probability of all candidates together."""
    is_among: bool
    """Whether a right fact is among the best five."""


@dataclass(frozen=True, slots=True)
class Metrics:
    """Per cent, at the thresholds that the bot decides by."""

    right_first: float
    """Of the answerable: a right fact is the most probable."""
    answered_right: float
    """Of the answerable: answered outright, and right."""
    answered_wrong: float
    """Of all, weighed by `MIX`: answered outright, and wrong."""
    near_miss_silent: float
    """Of the near-misses: not answered."""
    right_or_offered: float
    """Of the answerable: a right fact among the best five, of which something is shown."""

    def furthest(self, other: Metrics) -> float:
        """The widest difference to `other` in any of them, in points of a per cent."""
        mine, its = asdict(self), asdict(other)
        return max(abs(mine[name] - its[name]) for name in mine)


def outcome(ranker: Ranker, example: Example) -> Outcome:
    """Ask one example."""
    odds = ranker.probabilities(example.comparison)
    right = example.right[np.argsort(-odds, kind="stable")]
    among = bool(right[:AMONG].any())
    return Outcome(example.kind, float(odds.max()), bool(right[0]), float(odds.sum()), among)


def measure(outcomes: Sequence[Outcome]) -> Metrics:
    """The metrics over labelled questions of every kind in `MIX`."""
    shares = (
        share(outcomes, "answerable", lambda one: one.is_right),
        answered_right(outcomes, ANSWER_FROM),
        wrong(outcomes, ANSWER_FROM),
        silent(outcomes, ANSWER_FROM),
        share(outcomes, "answerable", lambda one: one.any >= SUGGEST_FROM and one.is_among),
    )
    return Metrics(*(round(100 * value, 1) for value in shares))


def share(outcomes: Iterable[Outcome], kind: str, holds: Callable[[Outcome], bool]) -> float:
    """Of the questions of a kind, the share (0..1) of which something holds."""
    chosen = [holds(one) for one in outcomes if one.kind == kind]
    return sum(chosen) / len(chosen)


def answered_right(outcomes: Iterable[Outcome], least: float) -> float:
    """Share of the answerable that is answered right from this probability on."""
    return share(outcomes, "answerable", lambda one: one.best >= least and one.is_right)


def wrong(outcomes: Sequence[Outcome], least: float) -> float:
    """Share of all that is answered wrong from this probability on, of the kinds that there are."""
    there = {one.kind for one in outcomes}
    mix = {kind: count for kind, count in MIX.items() if kind in there}
    parts = (
        count * share(outcomes, kind, lambda one: one.best >= least and not one.is_right)
        for kind, count in mix.items()
    )
    return sum(parts) / sum(mix.values())


def silent(outcomes: Iterable[Outcome], least: float) -> float:
    """Share of the near-misses that is not answered from this probability on."""
    return share(outcomes, "near-miss", lambda one: one.best < least)
