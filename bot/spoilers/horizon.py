"""The horizon: how far a reader is, and the one rule of what may be told openly up to there."""

from __future__ import annotations

from dataclasses import dataclass

from bot.knowledge.ratings import Moment, Rating

__all__ = ["EVERYTHING", "NOTHING", "Horizon"]


@dataclass(frozen=True, slots=True)
class Horizon:
    """What somebody has watched and read."""

    moment: Moment | None = None
    """The last episode watched; None for nothing yet."""
    works: frozenset[str] = frozenset()
    """Works beside the series that were read."""
    is_open: bool = False
    """Whether everything may be told, also what comes later."""

    def allows(self, rating: Rating) -> bool:
        """Whether what is rated so may be told openly: every part of it lies within."""
        if self.is_open or not rating:
            return True
        if not self.works.issuperset(rating.works):
            return False
        return rating.moment is None or (self.moment is not None and rating.moment <= self.moment)

    def reaching(self, rating: Rating) -> Horizon:
        """As far as this, and as far as it takes to be told what is rated so, but no further."""
        known = [moment for moment in (self.moment, rating.moment) if moment is not None]
        works = self.works.union(rating.works)
        return Horizon(max(known, default=None), works, self.is_open)

    def within(self, other: Horizon) -> Horizon:
        """What both allow."""
        if self.is_open or other.is_open:
            return other if self.is_open else self
        moments = (self.moment, other.moment)
        known = [moment for moment in moments if moment is not None]
        nearest = min(known) if len(known) == len(moments) else None
        return Horizon(nearest, self.works & other.works)


NOTHING = Horizon()
"""The horizon of a reader of whom nothing is known."""

EVERYTHING = Horizon(is_open=True)
"""The horizon of a reader who asked for everything."""
