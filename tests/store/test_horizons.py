"""What is kept of members and servers, and what is known of it when a reply is due."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from bot.spoilers.horizon import NOTHING, Horizon
from bot.store.store import Store
from tests.ratings import seen
from tests.store.conftest import Clock

MINA, DARA = 1 << 62, 2
GUILD, CATEGORY, CHANNEL, THREAD = 10, 20, 30, 40


async def known(store: Store, user_id: int) -> Horizon | None:
    await store.horizons.prepare(user_id)
    return store.horizons.of_member(user_id)


@pytest.mark.parametrize(
    "horizon",
    [
        NOTHING,
        seen("s1e4"),
        seen("s2"),
        seen("s1e7", "webtoon", "novel"),
        Horizon(None, frozenset({"webtoon"})),
    ],
    ids=range(5),
)
async def test_a_member_is_where_they_said(
    store: Store, url: str, opened: Callable[[str], Store], horizon: Horizon
) -> None:
    assert await known(store, MINA) is None
    await store.horizons.set_member(MINA, seen("s1e1"))
    await store.horizons.set_member(MINA, horizon)
    assert await known(store, MINA) == horizon
    assert await known(store, DARA) is None
    await store.close()
    assert await known(opened(url), MINA) == horizon


async def test_erasing_a_member_leaves_nothing_of_them_and_all_of_others(
    store: Store, url: str, opened: Callable[[str], Store]
) -> None:
    await store.horizons.set_member(MINA, seen("s1e4"))
    await store.horizons.set_member(DARA, seen("s2"))
    await store.horizons.set_scope(GUILD, CHANNEL, seen("s1e7"))
    await store.erase(MINA)
    for one in (store, opened(url)):
        assert await known(one, MINA) is None
        assert await known(one, DARA) == seen("s2")
        await one.horizons.prepare(MINA, GUILD)
        assert one.horizons.of_scope(GUILD, CHANNEL) == seen("s1e7")


async def test_the_nearest_place_that_was_set_counts(
    store: Store, url: str, opened: Callable[[str], Store]
) -> None:
    horizons, lineage = store.horizons, (THREAD, CHANNEL, CATEGORY, GUILD)
    assert horizons.of_place(GUILD, lineage) == NOTHING
    for scope_id, moment in (
        (GUILD, "s1e1"),
        (CATEGORY, "s1e2"),
        (CHANNEL, "s1e3"),
        (THREAD, "s1e4"),
    ):
        await horizons.set_scope(GUILD, scope_id, seen(moment))
        await horizons.prepare(MINA, GUILD)
        assert horizons.of_place(GUILD, lineage) == seen(moment)
    await horizons.unset_scope(GUILD, CHANNEL)
    await horizons.unset_scope(GUILD, THREAD)
    other = opened(url).horizons
    await other.prepare(MINA, GUILD)
    for one in (horizons, other):
        assert one.of_place(GUILD, lineage) == seen("s1e2")
        assert one.of_place(GUILD, (CHANNEL, GUILD)) == seen("s1e1")
        assert one.of_place(GUILD + 1, (THREAD, CHANNEL, CATEGORY, GUILD + 1)) == NOTHING


async def test_what_a_place_lies_in_may_not_be_known(store: Store) -> None:
    await store.horizons.set_scope(GUILD, GUILD, seen("s2"))
    await store.horizons.set_scope(GUILD, CHANNEL, seen("s1e4"))
    await store.horizons.prepare(MINA, GUILD)
    assert store.horizons.of_place(GUILD, (THREAD, CHANNEL, None, GUILD)) == seen("s1e4")
    assert store.horizons.of_place(GUILD, (THREAD, CHANNEL + 1, None, GUILD)) == NOTHING


async def test_of_what_is_not_known_yet_nothing_may_be_said(store: Store) -> None:
    await store.horizons.set_scope(GUILD, GUILD, seen("s2"))
    assert store.horizons.of_place(GUILD, (GUILD,)) == NOTHING


async def test_a_server_is_asked_once(
    store: Store, url: str, opened: Callable[[str], Store]
) -> None:
    assert not await store.servers.was_asked(GUILD)
    await store.servers.note(GUILD)
    await store.servers.note(GUILD)
    assert await opened(url).servers.was_asked(GUILD)
    assert not await store.servers.was_asked(GUILD + 1)


async def test_what_is_kept_of_a_server_goes_as_a_whole(
    store: Store, url: str, opened: Callable[[str], Store]
) -> None:
    for guild_id in (GUILD, GUILD + 1):
        for scope_id in (guild_id, CHANNEL):
            await store.horizons.set_scope(guild_id, scope_id, seen("s1e4"))
        await store.servers.note(guild_id)
    await store.horizons.set_member(MINA, seen("s1e4"))
    await store.horizons.prepare(MINA, GUILD)
    await store.forget_server(GUILD)
    for one in (store, opened(url)):
        assert await one.horizons.places() == {GUILD + 1: {GUILD + 1, CHANNEL}}
        assert await one.servers.all() == {GUILD + 1}
        await one.horizons.prepare(MINA, GUILD)
        assert one.horizons.of_place(GUILD, (CHANNEL, GUILD)) == NOTHING
        assert await known(one, MINA) == seen("s1e4")


async def test_what_another_process_has_changed_is_seen_after_a_while(
    store: Store, url: str, opened: Callable[[str], Store], clock: Clock
) -> None:
    other = opened(url)
    await other.horizons.set_member(MINA, seen("s1e1"))
    assert await known(store, MINA) == seen("s1e1")
    await other.horizons.set_member(MINA, seen("s1e9"))
    assert await known(store, MINA) == seen("s1e1")
    clock.now += 601
    assert await known(store, MINA) == seen("s1e9")


async def test_a_reply_does_not_wait_for_longer_than_it_may(store: Store, clock: Clock) -> None:
    """With no patience at all, what was last known holds; the reading goes on meanwhile."""
    await store.horizons.set_member(MINA, seen("s1e1"))
    clock.now += 601
    store.horizons.patience = 0.0
    await store.horizons.prepare(MINA, GUILD)
    assert store.horizons.of_member(MINA) == seen("s1e1")
    await store.horizons.prepare(DARA, GUILD)
    assert store.horizons.of_member(DARA) is None


async def test_what_is_read_while_it_is_written_is_not_believed(store: Store) -> None:
    reading = asyncio.create_task(store.horizons.prepare(MINA))
    await asyncio.gather(reading, store.horizons.set_member(MINA, seen("s1e5")))
    assert await known(store, MINA) == seen("s1e5")
