"""Servers that were offered the choice of what may be said openly there: each once."""

from __future__ import annotations

from sqlalchemy import delete, select

from bot.store.database import Database
from bot.store.tables import asked_servers

__all__ = ["Servers"]


class Servers:
    """Which servers were asked."""

    def __init__(self, database: Database) -> None:
        """Keep it in `database`."""
        self._database = database

    async def was_asked(self, guild_id: int) -> bool:
        """Whether a server was asked before; raises Unavailable."""
        of_server = asked_servers.c.guild_id == guild_id
        return bool(await self._database.read(select(asked_servers.c.guild_id).where(of_server)))

    async def note(self, guild_id: int) -> None:
        """Remember that a server was asked; raises Unavailable."""
        await self._database.write(self._database.put(asked_servers, guild_id=guild_id))

    async def all(self) -> set[int]:
        """Ids of all servers that were asked; raises Unavailable."""
        rows = await self._database.read(select(asked_servers.c.guild_id))
        return {row.guild_id for row in rows}

    async def forget(self, guild_id: int) -> None:
        """Remember no more that a server was asked; raises Unavailable."""
        of_server = asked_servers.c.guild_id == guild_id
        await self._database.write(delete(asked_servers).where(of_server))
