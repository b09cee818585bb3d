"""How often something came about, by day: numbers alone, and nobody's."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Mapping
from itertools import islice

from sqlalchemy import delete, func, select

from bot.store.database import Database, Unavailable
from bot.store.tables import tallies

__all__ = ["Tallies"]

AT_ONCE = 500
"""Numbers that are written at once."""

_MOST_WAITING = 10_000
"""Numbers that wait to be written, where that cannot be done."""


class Tallies:
    """Counts in memory, and writes it down when it is told to."""

    def __init__(self, database: Database, now: Callable[[], float]) -> None:
        self._database = database
        self._now = now
        self._waiting: Counter[tuple[str, str, str]] = Counter()

    def count(self, kind: str, name: str) -> None:
        """One more of a kind, today."""
        key = (self._day(0), kind, name)
        if key in self._waiting or len(self._waiting) < _MOST_WAITING:
            self._waiting[key] += 1

    @property
    def is_waiting(self) -> bool:
        """Whether there is anything to write."""
        return bool(self._waiting)

    async def write(self) -> None:
        """Keep some of what was counted, the oldest first; raises Unavailable, and counts on."""
        counted = dict(islice(self._waiting.items(), AT_ONCE))
        for key in counted:
            del self._waiting[key]
        rows = [
            {"day": day, "kind": kind, "name": name, "count": count}
            for (day, kind, name), count in counted.items()
        ]
        try:
            await self._database.write(self._database.count_all(tallies, "count", rows))
        except Unavailable:
            self._waiting.update(counted)
            raise

    async def of(self, kind: str, days: int) -> Mapping[str, int]:
        """What was counted of a kind in so many days, today included; raises Unavailable."""
        total = func.sum(tallies.c.count)
        query = (
            select(tallies.c.name, total)
            .where(tallies.c.kind == kind, tallies.c.day > self._day(days))
            .group_by(tallies.c.name)
            .order_by(total.desc(), tallies.c.name)
        )
        return {name: int(count) for name, count in await self._database.read(query)}

    async def purge(self, days: int) -> None:
        """Forget what is older than so many days; raises Unavailable."""
        await self._database.write(delete(tallies).where(tallies.c.day <= self._day(days)))

    def _day(self, days_ago: int) -> str:
        now = dt.datetime.fromtimestamp(self._now(), dt.UTC)
        return (now - dt.timedelta(days=days_ago)).date().isoformat()
