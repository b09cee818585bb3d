"""Databases: a file of SQLite's, and a PostgreSQL where TEST_POSTGRES_URL names one."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import make_url, text
from sqlalchemy.ext.asyncio import create_async_engine

from bot.store.store import Store

NOBODY = 65534


class Clock:
    """A clock that a test can put forward."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where SQLite keeps it; the folder is not there yet."""
    return tmp_path / "data" / "hyosan.sqlite3"


def sqlite(file: Path) -> str:
    """The address of a file."""
    return f"sqlite+aiosqlite:///{file}"


@pytest.fixture(params=["sqlite", "postgresql"])
async def url(request: pytest.FixtureRequest, file: Path) -> str:
    """The address of an empty database."""
    if request.param == "sqlite":
        return sqlite(file)
    given = os.environ.get("TEST_POSTGRES_URL")
    if not given:
        pytest.skip("TEST_POSTGRES_URL names no PostgreSQL")
    address = make_url(given)
    own = f"{address.database}_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"
    engine = create_async_engine(given, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(f"DROP DATABASE IF EXISTS {own} WITH (FORCE)"))
        await connection.execute(text(f"CREATE DATABASE {own}"))
    await engine.dispose()
    return address.set(database=own).render_as_string(hide_password=False)


@pytest.fixture
async def opened(clock: Clock) -> AsyncIterator[Callable[[str | Path], Store]]:
    """Makes stores that have all the patience they need, and lets go of them in the end."""
    stores: list[Store] = []

    def make(place: str | Path) -> Store:
        store = Store(place, clock)
        store.horizons.patience = 60.0
        stores.append(store)
        return store

    yield make
    for store in stores:
        await store.close()


@pytest.fixture
async def store(url: str, opened: Callable[[str], Store]) -> Store:
    """A store over the empty database."""
    made = opened(url)
    await made.open()
    return made


@pytest.fixture
def unprivileged() -> Iterator[Path]:
    """A folder, and for as long as the test lasts no more rights than everybody has."""
    folder = Path(tempfile.mkdtemp())
    is_root = os.geteuid() == 0
    if is_root:
        os.chown(folder, NOBODY, NOBODY)
        os.seteuid(NOBODY)
    try:
        yield folder
    finally:
        if is_root:
            os.seteuid(0)
        folder.chmod(0o700)
        shutil.rmtree(folder)
