"""A real file, whatever happens to it: earlier versions, two processes, a kill, no room."""

from __future__ import annotations

import asyncio
import gc
import logging
import resource
import signal
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from bot.quiz.scoring import Score
from bot.spoilers.horizon import NOTHING
from bot.store import schema
from bot.store.database import Unavailable
from bot.store.store import Store
from tests.ratings import seen
from tests.store.conftest import Clock, sqlite

MINA, GUILD = 1, 10
REPOSITORY = Path(__file__).resolve().parents[2]

OF_VERSION = {
    "0001": (
        "INSERT INTO member_horizons VALUES (1, 's1e4', 'webtoon')",
        "INSERT INTO scope_horizons VALUES (10, 10, NULL, '')",
        "INSERT INTO scope_horizons VALUES (10, 30, 's1e7', '')",
    ),
    "0002": ("INSERT INTO asked_servers VALUES (11)",),
    "0003": (
        "INSERT INTO quiz_results VALUES (5, 1, 10, 30, 120, 1, true, 1000)",
        "INSERT INTO quiz_players VALUES (10, 1, 'mina')",
    ),
    "0004": ("INSERT INTO wordings VALUES ('aaaaaaaa', 'aaaaaaaa', 'which bus', 2, 2000000000)",),
}
"""What each version of the schema can hold that the one before could not."""


@pytest.mark.parametrize("version", schema.versions())
async def test_every_earlier_version_is_brought_to_the_newest_and_loses_nothing(
    url: str, opened: Callable[[str], Store], version: str
) -> None:
    path = url.partition(":///")[2]
    if url.startswith("sqlite"):
        Path(path).parent.mkdir()
    engine = create_async_engine(url)
    async with engine.begin() as connection:
        await connection.run_sync(schema.upgrade, version)
        for one in schema.versions():
            if one <= version:
                for statement in OF_VERSION[one]:
                    await connection.execute(text(statement))
    await engine.dispose()
    store = opened(url)
    await store.horizons.prepare(MINA, GUILD)
    assert store.horizons.of_member(MINA) == seen("s1e4", "webtoon")
    assert store.horizons.of_scope(GUILD, 30) == seen("s1e7")
    assert store.horizons.of_scope(GUILD, GUILD) == NOTHING
    await store.horizons.set_member(MINA, seen("s1e5"))
    assert await store.servers.was_asked(11) == (version >= "0002")
    assert list(await store.unanswered.recent()) == ["which bus"] * (version >= "0004")
    if version == "0001":
        assert await store.servers.was_asked(GUILD)
    mina = (Score(MINA, "mina", 120, 1),) if version >= "0003" else ()
    assert await store.quizzes.board(GUILD) == mina


def test_the_tables_are_those_that_the_versions_make(file: Path) -> None:
    """Alembic finds no difference between the code and what it has made."""
    script = (
        "from sqlalchemy import create_engine\n"
        "from alembic.autogenerate import compare_metadata\n"
        "from alembic.migration import MigrationContext\n"
        "from bot.store import schema, tables\n"
        "with create_engine('sqlite://').begin() as c:\n"
        "    schema.upgrade(c)\n"
        "    print(compare_metadata(MigrationContext.configure(c), tables.METADATA))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("[]\n", "")


async def test_a_database_of_a_later_version_is_left_alone(
    file: Path, opened: Callable[[str], Store], caplog: pytest.LogCaptureFixture
) -> None:
    await opened(sqlite(file)).open()
    with sqlite3.connect(file) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.close()
    store = opened(sqlite(file))
    await store.open()
    with pytest.raises(Unavailable):
        await store.horizons.set_member(MINA, seen("s1e4"))
    await store.horizons.prepare(MINA)
    assert store.horizons.of_member(MINA) is None
    assert caplog.text.count("cannot be opened for writing") == 1


async def test_sqlite_is_set_up_for_one_who_writes_and_many_who_read(
    file: Path, opened: Callable[[str], Store]
) -> None:
    await opened(sqlite(file)).open()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    with sqlite3.connect(file) as raw:
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    raw.close()


async def test_closing_while_something_is_read_leaves_no_connection_open(
    store: Store, url: str
) -> None:
    """SQLAlchemy warns of one that is; and a warning fails a test."""
    reading = [asyncio.create_task(store.servers.was_asked(number)) for number in range(8)]
    for turns, task in enumerate(reading):
        for _ in range(turns):
            await asyncio.sleep(0)
        task.cancel()
    late = asyncio.create_task(store.servers.was_asked(8))
    await asyncio.sleep(0)
    await store.close()
    assert await asyncio.gather(late) == [False]
    with pytest.raises(Unavailable):
        await store.servers.was_asked(9)
    gc.collect()


@pytest.mark.parametrize("name", ["a b", "what?", "50%", "#1", "지우학"])
async def test_a_folder_may_be_called_anything(
    tmp_path: Path, opened: Callable[[str | Path], Store], name: str
) -> None:
    file = tmp_path / name / "hyosan.sqlite3"
    await opened(file).horizons.set_member(MINA, seen("s1e4"))
    assert file.is_file()
    store = opened(file)
    await store.horizons.prepare(MINA)
    assert store.horizons.of_member(MINA) == seen("s1e4")


# -- several at once

WRITER = """
import asyncio, sys
from bot.spoilers.horizon import Horizon
from bot.store.store import Store
from tests.ratings import seen

async def main(url, first, count):
    store = Store(url)
    await store.open()
    for user_id in range(first, first + count):
        await store.horizons.set_member(user_id, seen("s1e4"))
        print(user_id, flush=True)
    await store.close()

asyncio.run(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
"""


def start_writer(url: str, first: int, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, url, str(first), str(count)]
    return subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE, text=True)


async def test_two_processes_that_start_and_write_at_once_lose_nothing(
    url: str, opened: Callable[[str], Store]
) -> None:
    writers = [start_writer(url, first, 20) for first in (100, 200)]
    for writer in writers:
        told, _ = await asyncio.to_thread(writer.communicate)
        assert len(told.split()) == 20
        assert writer.returncode == 0
    store = opened(url)
    for user_id in (*range(100, 120), *range(200, 220)):
        await store.horizons.prepare(user_id)
        assert store.horizons.of_member(user_id) == seen("s1e4")


async def test_what_was_said_to_be_kept_is_kept_although_the_process_is_killed(
    url: str, opened: Callable[[str], Store]
) -> None:
    writer = start_writer(url, 100, 100_000)
    assert writer.stdout is not None
    kept = [int(await asyncio.to_thread(writer.stdout.readline)) for _ in range(10)]
    writer.kill()
    rest, _ = await asyncio.to_thread(writer.communicate)
    assert writer.returncode == -signal.SIGKILL
    kept += [int(line) for line in rest.splitlines(keepends=True) if line.endswith("\n")]
    store = opened(url)
    await store.open()
    for user_id in kept:
        await store.horizons.prepare(user_id)
        assert store.horizons.of_member(user_id) == seen("s1e4")
    await store.horizons.set_member(MINA, seen("s1e1"))


async def test_writes_of_one_process_at_once_all_get_in(
    url: str, opened: Callable[[str], Store]
) -> None:
    store = opened(url)
    await asyncio.gather(*(store.horizons.set_member(i, seen("s1e2")) for i in range(50)))
    other = opened(url)
    await asyncio.gather(*(other.horizons.prepare(i) for i in range(50)))
    assert all(other.horizons.of_member(i) == seen("s1e2") for i in range(50))


# -- a disk that is full or read-only


async def test_where_nothing_may_be_written_what_was_kept_is_still_read(
    unprivileged: Path, clock: Clock, opened: Callable[[str], Store],
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    caplog.set_level(logging.INFO)
    file = unprivileged / "hyosan.sqlite3"
    first = opened(sqlite(file))
    await first.horizons.set_member(MINA, seen("s1e4"))
    await first.close()
    file.chmod(0o400)
    unprivileged.chmod(0o500)
    store = opened(sqlite(file))
    await store.open()
    for user_id in (MINA, 2):
        await store.horizons.prepare(user_id)
    assert store.horizons.of_member(MINA) == seen("s1e4")
    for _ in range(3):
        with pytest.raises(Unavailable):
            await store.horizons.set_member(MINA, seen("s1e5"))
        with pytest.raises(Unavailable):
            await store.erase(MINA)
    assert store.horizons.of_member(MINA) == seen("s1e4")
    assert caplog.text.count("cannot be opened for writing") == 1
    assert caplog.text.count("cannot be written") == 1
    unprivileged.chmod(0o700)
    file.chmod(0o600)
    clock.now += 31
    await store.horizons.set_member(MINA, seen("s1e5"))
    assert store.horizons.of_member(MINA) == seen("s1e5")
    assert caplog.text.count("can be opened for writing again") == 1
    assert caplog.text.count("can be written again") == 1


async def test_where_nothing_can_be_made_nothing_is_known_and_nothing_kept(
    tmp_path: Path, clock: Clock, opened: Callable[[str], Store],
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    blocked = tmp_path / "data"
    blocked.write_text("a file where a folder should be", encoding="utf-8")
    store = opened(sqlite(blocked / "hyosan.sqlite3"))
    await store.open()
    for user_id in range(5):
        await store.horizons.prepare(user_id, GUILD)
        assert store.horizons.of_member(user_id) is None
        assert store.horizons.of_place(GUILD, (GUILD,)) == NOTHING
        with pytest.raises(Unavailable):
            await store.horizons.set_scope(GUILD, GUILD, seen("s2"))
    assert caplog.text.count("cannot be") == 1
    blocked.unlink()
    clock.now += 31
    await store.horizons.set_scope(GUILD, GUILD, seen("s2"))
    await store.horizons.prepare(MINA, GUILD)
    assert store.horizons.of_place(GUILD, (GUILD,)) == seen("s2")


async def test_what_is_no_database_is_left_as_it_is(
    file: Path, opened: Callable[[str], Store], caplog: pytest.LogCaptureFixture
) -> None:
    file.parent.mkdir()
    file.write_text("no database " * 1000, encoding="utf-8")
    store = opened(sqlite(file))
    with pytest.raises(Unavailable):
        await store.horizons.set_member(MINA, seen("s1e4"))
    assert file.read_text(encoding="utf-8") == "no database " * 1000
    assert "file is not a database" in caplog.text


async def test_a_full_disk_keeps_nothing_new_and_forgets_nothing(
    file: Path, opened: Callable[[str], Store], caplog: pytest.LogCaptureFixture
) -> None:
    """Files may not grow beyond a size, so that SQLite's writing fails in the middle."""
    store = opened(sqlite(file))
    await store.open()
    _, hardest = before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, hardest))
    kept: list[int] = []

    async def fill() -> None:
        for user_id in range(1000):
            await store.horizons.set_member(user_id, seen("s1e4"))
            kept.append(user_id)

    try:
        with pytest.raises(Unavailable):
            await fill()
        await store.horizons.prepare(len(kept))
        assert store.horizons.of_member(len(kept)) is None
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert kept
    assert caplog.text.count("cannot be written") == 1
    other = opened(sqlite(file))
    for user_id in kept:
        await other.horizons.prepare(user_id)
        assert other.horizons.of_member(user_id) == seen("s1e4")
    await store.horizons.set_member(0, seen("s1e9"))
    assert store.horizons.of_member(0) == seen("s1e9")
