"""Answers in parts on Discord: a veil for each episode, and nothing beyond outside of the bars."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import discord
import pytest

from bot.archive import Archive
from bot.client import replies
from bot.client.app import Hyosan
from bot.knowledge.schema import Fact
from bot.library import Library
from bot.reader import Reader
from bot.replies import wording
from bot.replies.model import ShowFact
from bot.spoilers.horizon import NOTHING, Horizon
from tests.client import support
from tests.client.support import HOME_ID, custom_ids
from tests.discord_server import Guild, Member
from tests.discord_server.replies import Reply
from tests.ratings import seen

LEAVES = "Who leaves the house, and when?"
ROOMS = "Which rooms does the story pass through?"
FATE = "Does Bo Finch die?"


@pytest.fixture
def folder(copy_of: Callable[[str], Path]) -> Path:
    return copy_of("parts")


def open_text(reply: Reply) -> str:
    """What everybody reads, as it is seen: bold words without their marks."""
    return support.open_text(reply).replace("**", "")


def veiled_text(reply: Reply) -> str:
    """The same of what stands behind bars."""
    return support.veiled_text(reply).replace("**", "")


async def ask(person: Member, question: str, *, private: bool = False) -> Reply:
    return await person.slash("trivia", question=question, private=private)


async def let(bot: Hyosan, home: Guild, horizon: Horizon) -> None:
    """Let so much be said openly in the server."""
    await bot.store.horizons.set_scope(HOME_ID, home.id, horizon)


# -- what is open, and what stands behind which veil


async def test_an_overview_is_open_up_to_the_channel_and_veiled_episode_by_episode(
    bot: Hyosan, home: Guild, mina: Member
) -> None:
    await let(bot, home, seen("s1e4"))
    for reply in (await ask(mina, LEAVES), await mina.ask(LEAVES)):
        assert "the grey cat" in open_text(reply)
        assert "the butler" not in open_text(reply)
        below = [part for part in reply.components if part["type"] != 1]
        veils = [json.dumps(part) for part in below if part.get("spoiler")]
        assert [("the painter" in v, "the butler" in v, "the twins" in v) for v in veils] == [
            (True, False, False),
            (False, True, False),
            (False, False, True),
        ]
        assert "🔒 Spoiler for S1E5" in open_text(reply)
        assert "example.org/five" not in open_text(reply)


async def test_very_many_parts_share_the_last_veil_and_none_is_lost(
    bot: Hyosan, mina: Member
) -> None:
    reply = await ask(mina, ROOMS)
    veils = [part for part in reply.components if part.get("spoiler")]
    assert len(veils) == 8
    for room in ("stairs", "library", "kitchen", "cellar", "attic", "tower", "stable", "chapel",
                 "orchard", "lake", "road"):  # fmt: skip
        assert f"The {room}." in veiled_text(reply)
        assert f"The {room}." not in open_text(reply)
    last = json.dumps(veils[-1])
    for number, room in ((9, "chapel"), (10, "orchard"), (11, "lake"), (12, "road")):
        assert room in last
        assert f"Spoiler for S1E{number}" in open_text(reply)
    assert [button.label for button in reply.buttons] != []


async def test_two_of_them_in_one_message_fit(bot: Hyosan, mina: Member) -> None:
    reply = await ask(mina, f"{ROOMS} Who is gone from the house?")
    assert "The hall." in open_text(reply)
    assert "The road." in veiled_text(reply)
    assert "the twins" in veiled_text(reply)
    assert reply.buttons


async def test_two_members_of_different_horizons_each_get_what_is_right_for_them(
    bot: Hyosan, home: Guild, mina: Member
) -> None:
    dara = home.add_member("dara")
    await let(bot, home, seen("s1e1"))
    await bot.store.horizons.set_member(mina.user.id, seen("s1e3"))
    await bot.store.horizons.set_member(dara.user.id, seen("s1e9", "novel"))
    near, far = await ask(mina, LEAVES), await ask(dara, LEAVES)
    assert open_text(near) == open_text(far)
    assert "the cook" not in open_text(near)
    mine, theirs = await ask(mina, LEAVES, private=True), await ask(dara, LEAVES, private=True)
    assert "the cook" in open_text(mine)
    assert "the butler" not in open_text(mine)
    assert "the butler" in veiled_text(mine)
    assert "the twins" in open_text(theirs)
    assert veiled_text(theirs) == ""
    for person, reply, sees in ((mina, near, False), (dara, far, True), (mina, far, False)):
        shown = await person.click(reply.button(wording.SHOW_PRIVATELY))
        assert shown.ephemeral
        assert ("the butler" in open_text(shown)) == sees
        assert "the cook" in open_text(shown)


async def test_what_is_shared_is_as_open_as_the_channel(
    bot: Hyosan, home: Guild, mina: Member
) -> None:
    await let(bot, home, seen("s1e1"))
    await bot.store.horizons.set_member(mina.user.id, seen("s1e9", "novel"))
    alone = await ask(mina, LEAVES, private=True)
    assert "the twins" in open_text(alone)
    shared = await mina.click(alone.button(wording.SHARE))
    assert not shared.ephemeral
    assert "the cook" not in open_text(shared)
    assert "the twins" in veiled_text(shared)


# -- what a screen reader reads out, and a notification shows


def outside(payload: Any) -> Iterator[str]:
    """Every text of a message that does not stand behind spoiler bars, whatever it is for.

    Custom ids are the bot's own, and never shown.
    """
    if isinstance(payload, Mapping):
        if payload.get("spoiler"):
            return
        for key, value in payload.items():
            if key not in {"custom_id", "id", "type", "timestamp"}:
                yield from outside(value)
    elif isinstance(payload, list | tuple):
        for value in payload:
            yield from outside(value)
    elif isinstance(payload, str):
        yield payload


@pytest.mark.parametrize(
    ("question", "secrets"),
    [
        (LEAVES, ("cook", "cat", "butler", "painter", "twins", "/three", "/five", "Five")),
        (ROOMS, ("stairs", "attic", "road")),
        (FATE, ("cellar", "Bo's Page", "example.org/bo", "He does", "picture of", "Ann Lee")),
    ],
)
async def test_outside_of_the_bars_nothing_is_read_out_or_shown_in_a_notification(
    bot: Hyosan, home: Guild, mina: Member, question: str, secrets: tuple[str, ...]
) -> None:
    await let(bot, home, seen("s1e1"))
    for reply in (await ask(mina, question), await mina.ask(question)):
        message = reply.message.payload()
        assert message["content"] == ""
        assert message["embeds"] == []
        assert message["attachments"] == []
        texts = list(outside(message["components"]))
        assert [(s, t) for s in secrets for t in texts if s in t] == []
        assert any(secret in json.dumps(message["components"]) for secret in secrets)


@pytest.mark.parametrize(
    "horizon", [NOTHING, seen("s1e4"), seen("s1e7", "webtoon"), seen("s1e12")], ids=str
)
def test_outside_of_the_bars_nothing_is_read_out_of_any_fact_that_ships(
    shipped_library: Library, horizon: Horizon
) -> None:
    archive = Archive(shipped_library, random.Random(5))
    reader = Reader(1, is_private=False, locale=None, horizon=horizon)
    known = custom_ids()
    for fact in shipped_library.current.knowledge.facts.values():
        secrets = list(beyond(fact, horizon))
        reply = archive.follow(ShowFact(fact.id), reader)
        assert reply is not None
        view = replies.to_view(reply, known, discord.Colour.default())
        assert view.content_length() <= replies.TEXT_LENGTH
        shown = "\n".join(outside(view.to_components()))
        assert [secret for secret in secrets if secret in shown] == [], fact.id


def beyond(fact: Fact, horizon: Horizon) -> Iterator[str]:
    """What of a fact nobody of that horizon may see: texts, and where they were published."""
    for text, rating, sources in (
        (fact.answer, fact.spoiler, fact.sources),
        *((part.text, fact.spoiler | part.spoiler, part.sources) for part in fact.parts),
    ):
        if not horizon.allows(rating):
            yield text
            yield from (source.url for source in sources if not horizon.allows(fact.reach))
