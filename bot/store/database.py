"""The database behind the store: opened when it can be, and told of once when it can't.

SQLite in WAL mode, so that who reads waits for nobody, with one writer at a time; or PostgreSQL.
"""

from __future__ import annotations

import asyncio
import logging
import os
import time
from collections.abc import Callable, Coroutine, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from alembic.util import CommandError
from sqlalchemy import URL, Connection, Delete, Row, Select, Table, Update, event, make_url
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.store.schema import is_newest, upgrade

__all__ = ["Database", "Statement", "Unavailable"]

log = logging.getLogger(__name__)

BUSY_SECONDS = 1.5
"""How long one process waits for another that writes: less than Discord waits for an answer."""
RETRY_SECONDS = 30.0
"""How long after opening has failed it is tried again."""
CLOSING_SECONDS = 1.8
"""How long closing waits for what is being read and written: a little longer than that may take."""

_SQLITE = "sqlite+aiosqlite"

_PRAGMAS = (
    f"PRAGMA busy_timeout = {round(BUSY_SECONDS * 1000)}",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
)
_FAILURES = (SQLAlchemyError, CommandError, OSError, TimeoutError)
"""All that a broken disk, a database that is away, or one of a later version brings."""

_Plain = Delete | Update | sqlite.Insert | postgresql.Insert


@dataclass(frozen=True, slots=True)
class _ForEach:
    """A statement that is done for each of some rows; put into words once for all of them."""

    statement: sqlite.Insert | postgresql.Insert
    rows: Sequence[Mapping[str, Any]]


Statement = _Plain | _ForEach

_T = TypeVar("_T")


class Unavailable(Exception):
    """Something could not be read or kept; the log has told why."""


class Database:
    """A database that may not be there: whoever reads or writes is told, and asks again later."""

    def __init__(self, place: str | Path, monotonic: Callable[[], float] = time.monotonic) -> None:
        """A file of SQLite's, or an address as SQLAlchemy has it; `monotonic` is never set."""
        is_file = isinstance(place, Path)
        self._url = URL.create(_SQLITE, database=str(place)) if is_file else make_url(place)
        self._clock = monotonic
        self._engine: AsyncEngine | None = None
        self._is_frozen = False
        self._retry_at = -float("inf")
        self._opening = asyncio.Lock()
        self._writing = asyncio.Lock()
        self._running: set[asyncio.Task[Any]] = set()
        self._is_closed = False
        self._troubles: set[str] = set()

    @property
    def is_shared(self) -> bool:
        """Whether other processes may write to it too: a file is one bot's alone."""
        return self._url.get_backend_name() != "sqlite"

    async def open(self) -> None:
        """Make it ready and bring it to the newest version, if that can be done; never raises."""
        with suppress(Unavailable):
            await self._undisturbed(self._ready())

    async def close(self) -> None:
        """Let go of it, once what is being read and written is done; what was written stays."""
        self._is_closed = True
        if self._running:
            _, late = await asyncio.wait(self._running, timeout=CLOSING_SECONDS)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        engine, self._engine = self._engine, None
        if engine is not None:
            await engine.dispose()

    async def read(self, query: Select[*tuple[Any, ...]]) -> Sequence[Row[*tuple[Any, ...]]]:
        """All rows that a query finds; raises Unavailable."""
        return await self._undisturbed(self._read(query))

    async def write(self, *statements: Statement) -> None:
        """Do all of it or nothing; once this returns, it is kept. Raises Unavailable."""
        await self._undisturbed(self._write(statements))

    async def _undisturbed(self, work: Coroutine[Any, Any, _T]) -> _T:
        """Do it to its end, also where nobody waits for it any longer; raises Unavailable.

        What is cancelled while SQLAlchemy waits for a connection leaves it open behind.
        """
        if self._is_closed:
            work.close()
            raise Unavailable
        task = asyncio.create_task(work)
        self._running.add(task)
        task.add_done_callback(self._done)
        return await asyncio.shield(task)

    def _done(self, task: asyncio.Task[Any]) -> None:
        self._running.discard(task)
        if not task.cancelled():
            task.exception()  # whoever waits is told; where nobody does, it is in the log

    async def _read(self, query: Select[*tuple[Any, ...]]) -> Sequence[Row[*tuple[Any, ...]]]:
        engine = await self._ready()
        try:
            async with engine.connect() as plain:
                connection = await plain.execution_options(only_reads=True)
                rows = (await connection.execute(query)).all()
        except _FAILURES as error:
            raise self._trouble("read", error) from error
        self._works("read")
        return rows

    async def _write(self, statements: Sequence[Statement]) -> None:
        engine = await self._ready()
        try:
            async with self._writing, engine.begin() as connection:
                for statement in statements:
                    if isinstance(statement, _ForEach):
                        await connection.execute(statement.statement, statement.rows)
                    else:
                        await connection.execute(statement)
        except _FAILURES as error:
            raise self._trouble("written", error) from error
        self._works("written")

    def put(self, table: Table, **row: Any) -> Statement:
        """A statement that keeps a row, over the one of the same key."""
        insert = self._insert(table, row)
        keys = [column.name for column in table.primary_key]
        rest = {name: value for name, value in row.items() if name not in keys}
        if not rest:
            return insert.on_conflict_do_nothing(index_elements=keys)
        return insert.on_conflict_do_update(index_elements=keys, set_=rest)

    def put_new(self, table: Table, **row: Any) -> Statement:
        """A statement that keeps a row, unless there is one of the same key."""
        keys = [column.name for column in table.primary_key]
        return self._insert(table, row).on_conflict_do_nothing(index_elements=keys)

    def count(self, table: Table, counted: str, **row: Any) -> Statement:
        """As `put`, but in the column `counted` the value comes on top of what is there."""
        keys = [column.name for column in table.primary_key]
        rest = {name: value for name, value in row.items() if name not in keys}
        rest[counted] = table.c[counted] + row[counted]
        return self._insert(table, row).on_conflict_do_update(index_elements=keys, set_=rest)

    def count_all(self, table: Table, counted: str, rows: Sequence[Mapping[str, Any]]) -> Statement:
        """As `count`, for each of some rows of the same columns."""
        keys = [column.name for column in table.primary_key]
        insert = self._dialect_insert(table)
        total = table.c[counted] + insert.excluded[counted]
        adding = insert.on_conflict_do_update(index_elements=keys, set_={counted: total})
        return _ForEach(adding, rows)

    def _insert(self, table: Table, row: Mapping[str, Any]) -> sqlite.Insert | postgresql.Insert:
        return self._dialect_insert(table).values(row)

    def _dialect_insert(self, table: Table) -> sqlite.Insert | postgresql.Insert:
        return postgresql.insert(table) if self.is_shared else sqlite.insert(table)

    # -- opening

    async def _ready(self) -> AsyncEngine:
        async with self._opening:
            is_due = self._clock() >= self._retry_at
            if is_due and (self._engine is None or self._is_frozen):
                await self._reopen()
        if self._engine is None:
            raise Unavailable
        return self._engine

    async def _reopen(self) -> None:
        try:
            opened = await self._opened(self._url, upgrade)
        except _FAILURES as error:
            self._trouble("opened for writing", error)
            self._retry_at = self._clock() + RETRY_SECONDS
            if self._engine is None:
                await self._freeze()
            return
        frozen, self._engine, self._is_frozen = self._engine, opened, False
        if frozen is not None:
            await frozen.dispose()
        self._works("opened for writing")

    async def _freeze(self) -> None:
        """Read the file as it is, where nothing may be written beside it."""
        if not self._url.database or self._url.get_backend_name() != "sqlite":
            return
        with suppress(*_FAILURES):
            self._engine = await self._opened(_as_it_is(self._url), _check_newest)
            self._is_frozen = True

    async def _opened(self, url: URL, prepare: Callable[[Connection], None]) -> AsyncEngine:
        is_sqlite = url.get_backend_name() == "sqlite"
        is_frozen = "immutable" in url.query
        if is_sqlite and not is_frozen and url.database:
            await asyncio.to_thread(_make_file, url.database)
        limits = {} if is_sqlite else {"timeout": BUSY_SECONDS, "command_timeout": BUSY_SECONDS}
        engine = create_async_engine(url, connect_args=limits, pool_pre_ping=not is_sqlite)
        if is_sqlite:
            _speak_sqlite(engine, () if is_frozen else _PRAGMAS)
        try:
            async with engine.connect() as plain:
                connection = await plain.execution_options(only_reads=is_frozen)
                async with connection.begin():
                    await connection.run_sync(prepare)
        except BaseException:
            await engine.dispose()
            raise
        return engine

    # -- telling

    def _trouble(self, what: str, error: Exception) -> Unavailable:
        """Say in the log what cannot be done, once until it works again."""
        if what not in self._troubles:
            self._troubles.add(what)
            log.warning(
                "What members and servers have set cannot be %s (%s); until it can, what was "
                "last known holds, and where nothing is known, everything is veiled",
                what, _reason(error),
            )  # fmt: skip
        return Unavailable()

    def _works(self, what: str) -> None:
        if what in self._troubles:
            self._troubles.discard(what)
            log.info("What members and servers have set can be %s again", what)


def _speak_sqlite(engine: AsyncEngine, pragmas: Sequence[str]) -> None:
    """Let transactions begin where SQLAlchemy begins them, those that write by taking the lock."""

    def connected(connection: Any, _: object) -> None:
        connection.isolation_level = None  # else Python's module begins them, and later
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(pragma)
        cursor.close()

    def begun(connection: Connection) -> None:
        only_reads = connection.get_execution_options().get("only_reads")
        connection.exec_driver_sql("BEGIN" if only_reads else "BEGIN IMMEDIATE")

    event.listen(engine.sync_engine, "connect", connected)
    event.listen(engine.sync_engine, "begin", begun)


def _make_file(name: str) -> None:
    """Make the file, and the folders that it lies in, for the bot's own eyes."""
    folder = os.path.dirname(name)
    if folder:
        os.makedirs(folder, exist_ok=True)
    os.close(os.open(name, os.O_RDWR | os.O_CREAT, 0o600))


def _as_it_is(url: URL) -> URL:
    """The address of a file that nobody changes meanwhile, as far as SQLite is concerned."""
    file = f"file:{os.path.abspath(url.database or '')}"
    return url.set(database=file, query={"mode": "ro", "immutable": "1", "uri": "true"})


def _check_newest(connection: Connection) -> None:
    """Raise CommandError for a database that would have to be upgraded first."""
    if not is_newest(connection):
        raise CommandError("it is of an earlier version")


def _reason(error: Exception) -> str:
    """Why, in one line, without the statement and its values."""
    cause = getattr(error, "orig", None) or error
    return " ".join(str(cause).split()) or type(cause).__name__
