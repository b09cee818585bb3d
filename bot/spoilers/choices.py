"""What a horizon can be chosen from, and how one is written: `s1e4`, `s1-done`, `s2, novel`."""

from __future__ import annotations

import re

from bot.knowledge.ratings import Moment
from bot.knowledge.show import Show
from bot.spoilers.horizon import EVERYTHING, Horizon

__all__ = ["NOTHING_YET", "parse", "right", "written"]

NOTHING_YET = "none"
"""What stands for having watched nothing."""

_EVERYTHING = "all"
_WHOLE = re.compile(r"s([1-9][0-9]?)-done")


def parse(text: str, show: Show) -> Horizon:
    """The horizon that a text names: one moment at most, and works, apart by commas or spaces.

    Raises ValueError, which tells what is right, for anything else.
    """
    parts = text.casefold().replace(",", " ").split()
    if parts == [_EVERYTHING]:
        return EVERYTHING
    moments = [part for part in parts if part not in show.works]
    works = frozenset(part for part in parts if part in show.works)
    if not parts or len(moments) > 1:
        raise ValueError(right(show))
    named = moments[0] if moments else NOTHING_YET
    moment = _moment(named, show)
    if moment is None and named != NOTHING_YET:
        raise ValueError(right(show))
    return Horizon(moment, works)


def written(horizon: Horizon) -> str:
    """A horizon as `parse` reads it."""
    if horizon.is_open:
        return _EVERYTHING
    moment = str(horizon.moment) if horizon.moment else NOTHING_YET
    return ", ".join((moment, *sorted(horizon.works)))


def _moment(named: str, show: Show) -> Moment | None:
    """The moment of that name that the show has."""
    if whole := _WHOLE.fullmatch(named):
        return show.whole(int(whole[1]))
    return Moment.of(named) if show.knows(named) else None


def right(show: Show) -> str:
    """What `parse` takes."""
    ends = [str(moment) for moment in show.moments()]
    moments = f"{ends[0]} to {ends[-1]}" if len(ends) > 1 else "".join(ends) or "s1e1"
    works = f", and beside it {' or '.join(show.works)}" if show.works else ""
    return (
        f"{NOTHING_YET}, {moments}, s1-done for the whole season, or {_EVERYTHING}{works}, "
        "with a comma between them"
    )
