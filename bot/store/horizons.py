"""How far members are, and what may be said openly where: kept in the database, answered at once.

Whoever is to be answered is prepared for: what is not known yet is read, for as long as a reply
may wait. What is asked after that comes from memory: the last that was known, or nothing.
"""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import Row, delete, select

from bot.knowledge.ratings import Moment
from bot.spoilers.horizon import NOTHING, Horizon
from bot.store.database import Database, Unavailable
from bot.store.tables import member_horizons, scope_horizons

__all__ = ["Horizons", "Lineage"]

PATIENCE_SECONDS = 0.05
"""The longest that a reply waits for the database."""
ENSURING_SECONDS = 2.0
"""The same for a reply that is about nothing but what is kept."""
FRESH_SECONDS = 60.0
"""After this, what is known is read again: another process may have changed it."""
ALONE_FRESH_SECONDS = 600.0
"""The same where another process is there by mistake, or for the moment of an update."""
MOST_KEPT = 10_000
"""Members, and servers, that are kept in memory."""

Lineage = Sequence[int | None]
"""Ids of a place and of what it lies in, up to the server; None for one that is not known."""

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class _Known(Generic[_T]):
    value: _T
    read_at: float


class _Cache(Generic[_T]):
    """What was read last, by id; reads anew what is old, at most once at a time."""

    def __init__(
        self, load: Callable[[int], Awaitable[_T]], fresh: float, monotonic: Callable[[], float]
    ) -> None:
        self._load = load
        self._fresh = fresh
        self._clock = monotonic
        self._known: dict[int, _Known[_T]] = {}
        self._loading: dict[int, asyncio.Task[None]] = {}
        self._writes = 0

    def __contains__(self, key: int) -> bool:
        return key in self._known

    def get(self, key: int) -> _T | None:
        known = self._known.get(key)
        return known.value if known else None

    def keep(self, key: int, value: _T) -> None:
        """Know what was just written; what is being read meanwhile is older."""
        self._writes += 1
        self._note(key, value)

    def forget(self, key: int) -> None:
        self._writes += 1
        self._known.pop(key, None)

    def refresh(self, key: int) -> asyncio.Task[None] | None:
        """The reading of what is not known or old; None for what is known."""
        known = self._known.get(key)
        if known is not None and self._clock() - known.read_at <= self._fresh:
            return None
        if key not in self._loading:
            task = asyncio.create_task(self._read(key))
            self._loading[key] = task
            task.add_done_callback(lambda _: self._loading.pop(key, None))
        return self._loading[key]

    async def close(self) -> None:
        tasks = list(self._loading.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _read(self, key: int) -> None:
        writes = self._writes
        with suppress(Unavailable):
            value = await self._load(key)
            if writes == self._writes:
                self._note(key, value)

    def _note(self, key: int, value: _T) -> None:
        self._known.pop(key, None)
        self._known[key] = _Known(value, self._clock())
        while len(self._known) > MOST_KEPT:
            del self._known[next(iter(self._known))]


class Horizons:
    """The horizons of members, and those of servers, categories, channels and threads."""

    def __init__(self, database: Database, monotonic: Callable[[], float] = time.monotonic) -> None:
        """Keep them in `database`; `monotonic` tells how old is what is known."""
        self.patience = PATIENCE_SECONDS
        self._database = database
        fresh = FRESH_SECONDS if database.is_shared else ALONE_FRESH_SECONDS
        self._members = _Cache(self._load_member, fresh, monotonic)
        self._scopes = _Cache(self._load_scopes, fresh, monotonic)

    # -- reading

    async def prepare(self, user_id: int, guild_id: int | None = None) -> None:
        """Read what is needed to answer somebody, as long as there is patience; never raises."""
        tasks = self._needed(user_id, guild_id)
        if tasks:
            await asyncio.wait(tasks, timeout=self.patience)

    async def ensure(self, user_id: int, guild_id: int | None = None) -> None:
        """Read what is needed to show or to change it; raises Unavailable if it stays unknown."""
        tasks = self._needed(user_id, guild_id)
        if tasks:
            await asyncio.wait(tasks, timeout=ENSURING_SECONDS)
        if user_id not in self._members or (guild_id is not None and guild_id not in self._scopes):
            raise Unavailable

    def of_member(self, user_id: int) -> Horizon | None:
        """How far a member is, as last known; None for one who has not said so."""
        return self._members.get(user_id)

    def of_scope(self, guild_id: int, scope_id: int) -> Horizon | None:
        """What was set for this very place, as last known; None for nothing."""
        return (self._scopes.get(guild_id) or {}).get(scope_id)

    def of_place(self, guild_id: int, lineage: Lineage) -> Horizon:
        """What may be said openly in a place: as set for it, or for what it lies in.

        Nothing, where that is not set, or is not known.
        """
        for scope_id in lineage:
            if scope_id is None:
                return NOTHING
            if (horizon := self.of_scope(guild_id, scope_id)) is not None:
                return horizon
        return NOTHING

    # -- writing

    async def set_member(self, user_id: int, horizon: Horizon) -> None:
        """Keep how far a member is; raises Unavailable."""
        row = self._database.put(member_horizons, user_id=user_id, **_columns(horizon))
        await self._database.write(row)
        self._members.keep(user_id, horizon)

    async def set_scope(self, guild_id: int, scope_id: int, horizon: Horizon) -> None:
        """Keep what may be said openly in a place of a server; raises Unavailable."""
        place = {"guild_id": guild_id, "scope_id": scope_id}
        await self._database.write(self._database.put(scope_horizons, **place, **_columns(horizon)))
        self._change_scopes(guild_id, {scope_id: horizon})

    async def unset_scope(self, guild_id: int, scope_id: int) -> None:
        """Let a place be as what it lies in; raises Unavailable."""
        of_place = (scope_horizons.c.guild_id == guild_id, scope_horizons.c.scope_id == scope_id)
        await self._database.write(delete(scope_horizons).where(*of_place))
        self._change_scopes(guild_id, {scope_id: None})

    async def places(self) -> Mapping[int, set[int]]:
        """By server, ids of all places for which something is set; raises Unavailable."""
        columns = scope_horizons.c.guild_id, scope_horizons.c.scope_id
        found: dict[int, set[int]] = defaultdict(set)
        for row in await self._database.read(select(*columns)):
            found[row.guild_id].add(row.scope_id)
        return found

    async def forget_server(self, guild_id: int) -> None:
        """Keep nothing of what was set for a server and its places; raises Unavailable."""
        of_server = scope_horizons.c.guild_id == guild_id
        await self._database.write(delete(scope_horizons).where(of_server))
        self._scopes.keep(guild_id, {})

    async def erase(self, user_id: int) -> None:
        """Keep nothing of a member; who set a place is never kept. Raises Unavailable."""
        of_member = member_horizons.c.user_id == user_id
        await self._database.write(delete(member_horizons).where(of_member))
        self._members.keep(user_id, None)

    async def close(self) -> None:
        """Stop reading."""
        await self._members.close()
        await self._scopes.close()

    def _needed(self, user_id: int, guild_id: int | None) -> list[asyncio.Task[None]]:
        """The readings of what is not known, or old."""
        tasks = [self._members.refresh(user_id)]
        if guild_id is not None:
            tasks.append(self._scopes.refresh(guild_id))
        return [task for task in tasks if task is not None]

    def _change_scopes(self, guild_id: int, changed: Mapping[int, Horizon | None]) -> None:
        before = self._scopes.get(guild_id)
        if before is None:  # the rest is not known, so all of it is read when it is needed
            self._scopes.forget(guild_id)
            return
        merged = {**before, **changed}
        now = {scope_id: horizon for scope_id, horizon in merged.items() if horizon is not None}
        self._scopes.keep(guild_id, now)

    async def _load_member(self, user_id: int) -> Horizon | None:
        of_member = member_horizons.c.user_id == user_id
        columns = member_horizons.c.watched, member_horizons.c.works
        rows = await self._database.read(select(*columns).where(of_member))
        return _horizon(rows[0]) if rows else None

    async def _load_scopes(self, guild_id: int) -> Mapping[int, Horizon]:
        table = scope_horizons.c
        query = select(table.watched, table.works, table.scope_id).where(table.guild_id == guild_id)
        return {row.scope_id: _horizon(row) for row in await self._database.read(query)}


def _columns(horizon: Horizon) -> dict[str, str | None]:
    watched = str(horizon.moment) if horizon.moment else None
    return {"watched": watched, "works": " ".join(sorted(horizon.works))}


def _horizon(row: Row[*tuple[Any, ...]]) -> Horizon:
    """What a row keeps; what nobody can read allows nothing."""
    return Horizon(Moment.of(row.watched or ""), frozenset(row.works.split()))
