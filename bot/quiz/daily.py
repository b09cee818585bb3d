"""The question of the day: which day it is, and how many days in a row somebody was right."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

__all__ = ["day_of", "streak", "week_of"]

_DAY = dt.timedelta(days=1)


def day_of(now: float) -> dt.date:
    """The day at a moment in seconds since the Unix epoch, in UTC, alike for everybody."""
    return dt.datetime.fromtimestamp(now, dt.UTC).date()


def week_of(now: float) -> int:
    """When the week of a moment began: seconds since the Unix epoch, at the start of Monday."""
    day = day_of(now)
    monday = day - dt.timedelta(days=day.weekday())
    return int(dt.datetime.combine(monday, dt.time(), dt.UTC).timestamp())


def streak(right: Iterable[dt.date], today: dt.date) -> int:
    """Days in a row on which somebody was right, up to today, or to yesterday if today is open."""
    days = set(right)
    day = today if today in days else today - _DAY
    length = 0
    while day in days:
        length += 1
        day -= _DAY
    return length
