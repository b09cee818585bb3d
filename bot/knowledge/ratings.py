"""Ratings: how far somebody has to be to be told something, in the terms of the show.

`s1e7` is an episode, `s2` news of a season whose episodes are not out, `novel` a work beside the
series. Episodes and seasons are ordered; works stand apart from them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["UNRATED", "Moment", "Rating"]

_MOMENT = re.compile(r"s([1-9][0-9]?)(?:e([1-9][0-9]{0,2}))?")


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A point in the series: an episode, or what is told of a season before its first episode."""

    season: int
    """From 1 on."""
    episode: int = 0
    """From 1 on; 0 is before the season's first episode."""

    @classmethod
    def of(cls, text: str) -> Moment | None:
        """The moment that `text`, such as `s1e7` or `s2`, names; None where it names none."""
        found = _MOMENT.fullmatch(text)
        return cls(int(found[1]), int(found[2] or 0)) if found else None

    def __str__(self) -> str:
        return f"s{self.season}e{self.episode}" if self.episode else f"s{self.season}"


@dataclass(frozen=True, slots=True)
class Rating:
    """What an entry gives away: the series up to a moment, and works beside it."""

    moment: Moment | None = None
    """The latest that it tells of; None where it gives nothing of the series away."""
    works: tuple[str, ...] = ()
    """Names of works beside the series, each once, in alphabetical order."""

    @classmethod
    def of(cls, parts: Iterable[str]) -> Rating:
        """The rating that `parts` (such as `s1e7` or `novel`) make together.

        Of several moments the latest counts. Any other word is taken for the name of a work;
        whether the show has it is checked where the show is known.
        """
        moments: list[Moment] = []
        works: set[str] = set()
        for part in parts:
            if moment := Moment.of(part):
                moments.append(moment)
            else:
                works.add(part)
        return cls(max(moments, default=None), tuple(sorted(works)))

    @property
    def parts(self) -> tuple[str, ...]:
        """The rating as it is written in the files, a text for each part."""
        return (*([str(self.moment)] if self.moment else ()), *self.works)

    @classmethod
    def together(cls, ratings: Iterable[Rating]) -> Rating:
        """What all of these give away."""
        return cls.of(part for rating in ratings for part in rating.parts)

    def __or__(self, other: Rating) -> Rating:
        """What both give away."""
        return Rating.together((self, other))

    def __bool__(self) -> bool:
        return bool(self.moment or self.works)

    def __str__(self) -> str:
        return ", ".join(self.parts)


UNRATED = Rating()
"""Gives nothing away."""
