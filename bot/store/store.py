"""All that is kept, over one database."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from pathlib import Path

from bot.store.database import Database
from bot.store.horizons import Horizons
from bot.store.quizzes import Quizzes
from bot.store.reports import Reports
from bot.store.servers import Servers
from bot.store.unanswered import Questions

__all__ = ["Store"]

OPENING_SECONDS = 10.0
"""How long a start waits for the database; after that it is opened meanwhile."""


class Store:
    """What the bot remembers of members and servers."""

    def __init__(
        self,
        place: str | Path,
        monotonic: Callable[[], float] = time.monotonic,
        now: Callable[[], float] = time.time,
        *,
        unanswered_days: int = 90,
    ) -> None:
        """Over a file of SQLite's, or the database of an address, which `open` opens.

        `monotonic` tells of time that nobody sets; `now` is in seconds since the epoch.
        """
        self._database = Database(place, monotonic)
        self._opening: asyncio.Task[None] | None = None
        self.horizons = Horizons(self._database, monotonic)
        self.servers = Servers(self._database)
        self.quizzes = Quizzes(self._database)
        self.reports = Reports(self._database, now)
        self.unanswered = Questions(
            self._database, unanswered_days, monotonic, now, beside=(self.reports.purge,)
        )

    async def open(self) -> None:
        """Open the database if that can be done; without it the bot answers all the same."""
        self._opening = asyncio.create_task(self._database.open())
        await asyncio.wait([self._opening], timeout=OPENING_SECONDS)

    async def erase(self, user_id: int) -> None:
        """Keep nothing more about a member; raises Unavailable."""
        await self.horizons.erase(user_id)
        await self.quizzes.erase(user_id)
        await self.unanswered.erase(user_id)
        await self.reports.erase(user_id)

    async def forget_server(self, guild_id: int) -> None:
        """Keep nothing more about a server and its places; raises Unavailable."""
        await self.horizons.forget_server(guild_id)
        await self.servers.forget(guild_id)

    async def close(self) -> None:
        """Let go of the database."""
        if self._opening is not None:
            self._opening.cancel()
            await asyncio.wait([self._opening])
        await self.horizons.close()
        await self.unanswered.close()
        await self._database.close()
