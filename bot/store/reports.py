"""What members said was wrong: kept until it is resolved and its days are over."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, func, select, update

from bot.curation.blotting import blot
from bot.store.database import Database
from bot.store.tables import reports

__all__ = ["Report", "Reports"]

_ID_BYTES = 4


@dataclass(frozen=True, slots=True)
class Report:
    """Something that a member said was wrong."""

    id: str
    told: tuple[str, ...]
    """Ids of what they were told: a fact's; `people/` or `quotes/` before others."""
    text: str
    reporter: int | None
    """Who wants to hear what becomes of it; None for everybody else."""
    at: int
    """Seconds since the epoch."""


class Reports:
    """The reports of members; who they are is kept only where they asked to be told."""

    def __init__(self, database: Database, now: Callable[[], float]) -> None:
        self._database = database
        self._now = now

    async def add(self, told: Sequence[str], text: str, reporter: int | None) -> None:
        """Keep a report, with what looks personal in it blotted out; raises Unavailable."""
        row = self._database.put(
            reports,
            id=secrets.token_hex(_ID_BYTES),
            told=" ".join(told),
            text=blot(text),
            reporter=reporter,
            at=int(self._now()),
        )
        await self._database.write(row)

    async def open(self) -> Sequence[Report]:
        """The reports that wait, the oldest first; raises Unavailable."""
        query = (
            select(reports.c.id, reports.c.told, reports.c.text, reports.c.reporter, reports.c.at)
            .where(reports.c.resolved_at.is_(None))
            .order_by(reports.c.at, reports.c.id)
        )
        return [
            Report(row.id, tuple(row.told.split()), row.text, row.reporter, row.at)
            for row in await self._database.read(query)
        ]

    async def resolve(self, report_id: str) -> Report | None:
        """Close a report and forget whose it is; None if somebody else has. Raises Unavailable."""
        found = next((one for one in await self.open() if one.id == report_id), None)
        if found is not None:
            of_report = reports.c.id == report_id
            done = {"resolved_at": int(self._now()), "reporter": None}
            await self._database.write(update(reports).where(of_report).values(done))
        return found

    async def count_of(self, user_id: int) -> int:
        """How many reports wait to tell somebody what became of them; raises Unavailable."""
        query = select(func.count()).where(reports.c.reporter == user_id)
        ((count,),) = await self._database.read(query)
        return int(count)

    async def erase(self, user_id: int) -> None:
        """Forget whose reports somebody's are; raises Unavailable."""
        theirs = update(reports).where(reports.c.reporter == user_id)
        await self._database.write(theirs.values(reporter=None))

    async def purge(self, before: int) -> None:
        """Forget what was reported before a moment; raises Unavailable."""
        await self._database.write(delete(reports).where(reports.c.at < before))
