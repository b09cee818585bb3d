"""What is kept of questions, choices and reports, on a real file: for how long, and of whom."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from bot.curation.desk import MEMBERS
from bot.knowledge.layers import Layer
from bot.library import Library
from bot.matching.decision import Status
from bot.store import unanswered
from bot.store.database import Unavailable
from bot.store.store import Store
from bot.store.unanswered import CAME_OF, TOLD
from tests.knowledges import folder_of
from tests.store.conftest import Clock, sqlite

BUS = "what colour is the school bus painted"
AGAIN = "which color is the bus of the school"
DRIVER = "who lent them the fire engine"
MINA, DARA, SUA = 1_000_001, 1_000_002, 1_000_003
DAY = 86_400


class Calendar:
    """Seconds since the epoch that a test can put forward."""

    def __init__(self) -> None:
        self.now = 1_700_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(scope="module")
def library() -> Library:
    return Library([Layer.of(folder_of("discord"))])


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture
async def kept(
    url: str, clock: Clock, calendar: Calendar, library: Library
) -> AsyncIterator[Callable[[], Store]]:
    """Makes stores over the same database, that fold by the same knowledge."""
    stores: list[Store] = []

    def make() -> Store:
        store = Store(url, clock, calendar)
        store.unanswered.fold_by(lambda: library.current)
        stores.append(store)
        return store

    yield make
    for store in stores:
        await store.close()


def in_vain(store: Store, asked: str, person: int | None = MINA) -> None:
    store.unanswered.came_of(asked, Status.UNKNOWN, (), person)


async def texts(store: Store) -> list[tuple[str, int]]:
    await store.unanswered.settle()
    return sorted((one.text, one.asked) for one in await store.unanswered.all())


async def test_paraphrases_are_folded_also_with_what_was_asked_before_a_restart(
    kept: Callable[[], Store],
) -> None:
    first = kept()
    in_vain(first, BUS)
    in_vain(first, DRIVER)
    assert await texts(first) == [(BUS, 1), (DRIVER, 1)]
    await first.close()
    second = kept()
    in_vain(second, AGAIN)
    in_vain(second, BUS, DARA)
    assert await texts(second) == [(BUS, 3), (DRIVER, 1)]
    (question,) = [one for one in await second.unanswered.all() if one.text == BUS]
    assert question.wordings == (BUS, AGAIN)
    assert next(iter(await second.unanswered.recent())) == BUS


async def test_what_waits_is_kept_when_it_closes(kept: Callable[[], Store]) -> None:
    first = kept()
    await first.open()
    for asked in (BUS, DRIVER):
        in_vain(first, asked)
    await first.close()
    assert await texts(kept()) == [(BUS, 1), (DRIVER, 1)]


async def test_taking_note_costs_no_time_and_needs_no_loop(
    kept: Callable[[], Store], library: Library
) -> None:
    """It is called by whoever answers a member, and returns before anything is done."""
    store = kept()
    await asyncio.to_thread(in_vain, store, BUS)  # in a thread there is no loop
    assert await texts(store) == [(BUS, 1)]
    in_vain(store, DRIVER)
    assert await texts(store) == [(BUS, 1), (DRIVER, 1)]


async def test_somebody_who_asks_the_same_later_counts_again(
    kept: Callable[[], Store], clock: Clock
) -> None:
    store = kept()
    for seconds in (0.0, 100.0, 500.1):
        clock.now += seconds
        in_vain(store, BUS)
        await store.unanswered.settle()
    assert await texts(store) == [(BUS, 2)]


async def test_what_was_told_and_not_meant_is_kept_also_of_somebody_who_asks_again(
    kept: Callable[[], Store],
) -> None:
    store = kept()
    in_vain(store, BUS)
    store.unanswered.dismissed(BUS, ["episodes"], MINA)
    assert await texts(store) == [(BUS, 1)]
    (question,) = await store.unanswered.all()
    assert question.rejected == {"episodes"}


@pytest.mark.parametrize("nothing", ["", "???", "[link]", "https://example.com/x"])
async def test_what_has_no_words_is_not_kept(kept: Callable[[], Store], nothing: str) -> None:
    store = kept()
    in_vain(store, nothing)
    assert [text for text, _ in await texts(store)] in ([], ["[link]"])


async def test_after_its_days_nothing_is_left(
    kept: Callable[[], Store], clock: Clock, calendar: Calendar, file: Path, url: str
) -> None:
    store = kept()
    in_vain(store, BUS)
    store.unanswered.dismissed(AGAIN, ["episodes"], MINA)
    store.unanswered.meant(BUS, "episodes", MINA)
    store.unanswered.came_of("x", Status.ANSWERED, ["episodes"], MINA)
    await store.reports.add(["episodes"], "There are thirteen.", MINA)
    await store.unanswered.settle()
    (question,) = await store.unanswered.all()
    await store.unanswered.dismiss(question.id)
    await store.unanswered.refuse([(question.id, "episodes")])
    calendar.now += 91 * DAY
    assert await texts(store) == []
    assert list(await store.unanswered.recent()) == []
    clock.now += 3601
    in_vain(store, DRIVER, DARA)
    assert await texts(store) == [(DRIVER, 1)]
    await store.unanswered.settle()
    if url.startswith("sqlite"):
        with sqlite3.connect(file) as raw:
            for table, count in (
                ("wordings", 1), ("rejections", 0), ("picks", 0), ("dismissals", 0),
                ("refusals", 0), ("reports", 0), ("tallies", 1),
            ):  # fmt: skip
                found = raw.execute(f"SELECT count(*) FROM {table}").fetchone()
                assert (table, *found) == (table, count)
        raw.close()


async def test_beyond_the_most_the_least_asked_go(
    kept: Callable[[], Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unanswered, "MOST_WORDINGS", 2)
    store = kept()
    for person in (MINA, DARA):
        in_vain(store, BUS, person)
        in_vain(store, DRIVER, person)
    in_vain(store, "which shampoo does the barber use")
    await store.unanswered.settle()
    await store.unanswered.purge()
    assert await texts(store) == [(BUS, 2), (DRIVER, 2)]


async def test_three_members_are_three_and_none_of_them_can_be_told(
    kept: Callable[[], Store], file: Path, url: str
) -> None:
    store = kept()
    for person in (MINA, MINA, DARA, SUA):
        store.unanswered.meant(BUS, "episodes", person)
    store.unanswered.meant(AGAIN, "episodes", SUA)
    store.unanswered.meant(BUS, "episodes", None)
    await store.unanswered.settle()
    (question,) = await store.unanswered.all()
    (pick,) = question.picks
    assert (pick.fact_id, pick.members, pick.wordings) == ("episodes", MEMBERS, (BUS, AGAIN))
    assert question.asked == 0
    assert list(await store.unanswered.recent()) == []
    if url.startswith("sqlite"):
        with sqlite3.connect(file) as raw:
            text = "\n".join(raw.iterdump())
        raw.close()
        assert not any(str(person) in text for person in (MINA, DARA, SUA))


async def test_erasing_leaves_nothing_of_somebody_and_all_of_the_others(
    kept: Callable[[], Store],
) -> None:
    store = kept()
    assert await store.unanswered.count_of(MINA) == 0
    await store.erase(MINA)
    for person in (MINA, DARA):
        store.unanswered.meant(BUS, "episodes", person)
        await store.reports.add(["episodes"], "There are thirteen.", person)
    await store.unanswered.settle()
    store.unanswered.meant(DRIVER, "marks", MINA)
    assert await store.unanswered.count_of(MINA) >= 1
    await store.erase(MINA)
    await store.unanswered.settle()
    assert await store.unanswered.count_of(MINA) == 0
    assert await store.reports.count_of(MINA) == 0
    assert await store.unanswered.count_of(DARA) == 1
    assert await store.reports.count_of(DARA) == 1
    assert len(await store.reports.open()) == 2
    other = kept()
    assert await other.unanswered.count_of(DARA) == 1


async def test_moderators_merge_dismiss_and_refuse(kept: Callable[[], Store]) -> None:
    store = kept()
    in_vain(store, BUS)
    in_vain(store, DRIVER)
    await store.unanswered.settle()
    by_text = {one.text: one for one in await store.unanswered.all()}
    await store.unanswered.dismiss(by_text[DRIVER].id)
    await store.unanswered.merge(by_text[DRIVER].id, by_text[BUS].id)
    assert await texts(store) == [(BUS, 2)]
    in_vain(store, DRIVER, DARA)
    assert await texts(store) == [(BUS, 3)]
    (question,) = await store.unanswered.all()
    assert not question.is_dismissed
    await store.unanswered.dismiss(question.id)
    await store.unanswered.refuse([(question.id, "episodes"), (question.id, "marks")])
    (question,) = await kept().unanswered.all()
    assert question.is_dismissed
    assert question.refused == {"episodes", "marks"}
    await store.unanswered.reopen(question.id)
    (question,) = await store.unanswered.all()
    assert not question.is_dismissed


async def test_counts_are_by_day_and_add_up(kept: Callable[[], Store], calendar: Calendar) -> None:
    store = kept()
    tallies = store.unanswered.tallies
    for _ in range(3):
        store.unanswered.came_of(BUS, Status.ANSWERED, ["episodes"], MINA)
    await store.unanswered.settle()
    calendar.now += 10 * DAY
    store.unanswered.came_of(BUS, Status.ANSWERED, ["episodes", "marks"], MINA)
    store.unanswered.came_of(BUS, Status.SUGGESTED, (), MINA)
    await store.unanswered.settle()
    assert await tallies.of(CAME_OF, 7) == {"answered": 1, "suggested": 1}
    assert await tallies.of(CAME_OF, 30) == {"answered": 4, "suggested": 1}
    assert list((await tallies.of(TOLD, 30)).items()) == [("episodes", 4), ("marks", 1)]


async def test_a_broken_disk_costs_notes_and_a_line_and_then_all_goes_on(
    tmp_path: Path, clock: Clock, calendar: Calendar, library: Library,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    blocked = tmp_path / "data"
    blocked.write_text("a file where a folder should be", encoding="utf-8")
    store = Store(sqlite(blocked / "hyosan.sqlite3"), clock, calendar)
    store.unanswered.fold_by(lambda: library.current)
    for number in range(5):
        in_vain(store, f"{BUS} {number}")
        await store.unanswered.settle()
    assert list(await store.unanswered.recent()) == []
    with pytest.raises(Unavailable):
        await store.unanswered.all()
    assert caplog.text.count("cannot be") == 1
    assert "Traceback" not in caplog.text
    blocked.unlink()
    clock.now += 31
    in_vain(store, BUS)
    assert await texts(store) == [(BUS, 1)]
    assert await store.unanswered.tallies.of(CAME_OF, 7) == {"unknown": 6}
    await store.close()


async def test_notes_at_once_all_get_in(kept: Callable[[], Store]) -> None:
    one, other = kept(), kept()
    for person in range(20):
        in_vain(one, BUS, person)
        in_vain(other, BUS, 100 + person)
    await asyncio.gather(one.unanswered.settle(), other.unanswered.settle())
    assert await texts(one) == [(BUS, 40)]
