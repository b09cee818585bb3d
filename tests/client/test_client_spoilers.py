"""How far members are, what may be said openly where, and who decides: through Discord."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Collection
from pathlib import Path

import pytest

from bot.client.app import Hyosan
from bot.replies import wording
from tests.client.support import (
    HOME_ID,
    KISS,
    KISS_TITLE,
    Start,
    leads,
    open_text,
    veiled_text,
    write_facts,
)
from tests.discord_server import DiscordServer, Guild, Member, Permission
from tests.discord_server.places import Channel
from tests.discord_server.reading import Readable
from tests.discord_server.replies import Reply
from tests.ratings import seen

SEVENTEEN = "Seventeen, with their eyes shut."
EPISODE_6, EPISODE_7 = "Season 1, episode 6", "Season 1, episode 7"
WHOLE = "Season 1, episode 8 (all of it)"
SHOW = {
    "title": "All of Us Are Dead",
    "seasons": [
        {"season": 1, "episodes": [{"number": number} for number in range(1, 9)]},
        {"season": 2},
    ],
    "works": ["webtoon"],
}


@pytest.fixture
def start(start: Start, folder: Path) -> Start:
    """Starts a bot whose show has eight episodes, and a webtoon beside it."""
    write_facts(folder, {"show.yaml": f"show: {SHOW}\n"})
    assert start.library.reload().changes is not None
    return start


@pytest.fixture
def keeper(home: Guild) -> Member:
    """A member with Manage Channels."""
    return home.add_member("hana", permissions=Permission.MANAGE_CHANNELS)


async def say_how_far(person: Member, label: str) -> Reply:
    """Use `/spoilers me`, and choose."""
    offered = await person.slash("spoilers me")
    assert offered.ephemeral
    return await person.choose(offered.selects[0], label)


async def set_here(
    person: Member, label: str, where: Channel | None = None, **place: object
) -> Reply:
    """Use `/spoilers channel`, and choose."""
    options = {"where": where} if where else {}
    offered = await person.slash("spoilers channel", options=options, **place)  # pyright: ignore[reportArgumentType]
    assert offered.ephemeral
    return await person.choose(offered.selects[0], label)


def is_open(reply: Readable) -> bool:
    """Whether the answer is read without a click; if not, it is behind bars."""
    assert SEVENTEEN in reply.text
    shown = SEVENTEEN in open_text(reply)
    assert (SEVENTEEN in veiled_text(reply)) != shown
    return shown


async def kiss(person: Member, channel: Channel | None = None, *, private: bool = False) -> Reply:
    return await person.slash("trivia", channel=channel, question=KISS, private=private)


# -- members


async def test_a_member_says_how_far_they_are_and_reads_alone_what_they_may(
    bot: Hyosan, mina: Member
) -> None:
    assert not is_open(await kiss(mina, private=True))
    shown = await say_how_far(mina, EPISODE_6)
    assert "season 1, episode 6" in shown.text
    chosen = [option["label"] for option in shown.selects[0].options if option.get("default")]
    assert chosen == [EPISODE_6]
    assert not is_open(await kiss(mina, private=True))
    await say_how_far(mina, EPISODE_7)
    assert is_open(await kiss(mina, private=True))
    assert is_open(await mina.tell(KISS, in_dm=True))
    assert not is_open(await kiss(mina))
    assert not is_open(await mina.ask(KISS))


async def test_what_can_be_chosen_is_what_the_show_has(bot: Hyosan, mina: Member) -> None:
    watched, works = (await mina.slash("spoilers me")).selects
    labels = [option["label"] for option in watched.options]
    assert labels[:2] == ["Nothing yet", "Season 1, episode 1"]
    assert labels[-2:] == [WHOLE, "All before season 2, and the news of it"]
    assert len(labels) == 10
    assert [option["label"] for option in works.options] == ["The webtoon"]
    assert (works.least, works.most) == (0, 1)


async def test_works_are_chosen_apart(bot: Hyosan, mina: Member) -> None:
    _, works = (await mina.slash("spoilers me")).selects
    shown = await mina.choose(works, "The webtoon")
    assert "nothing yet, and the webtoon" in shown.text
    shown = await mina.choose(shown.selects[0], WHOLE)
    assert "season 1, episode 8 (all of it), and the webtoon" in shown.text
    shown = await mina.choose(shown.selects[1])
    assert "webtoon" not in shown.text.replace("Read beside", "")
    shown = await mina.click(shown.button(wording.FORGET_HOW_FAR))
    assert wording.NOT_SAID_HOW_FAR in shown.text
    assert not is_open(await kiss(mina, private=True))


async def test_what_a_member_said_outlives_the_process(
    start: Start, home: Guild, mina: Member
) -> None:
    async with start():
        await say_how_far(mina, EPISODE_7)
    async with start():
        assert is_open(await kiss(mina, private=True))


async def test_two_members_asking_the_same_in_one_channel_each_get_what_is_right(
    bot: Hyosan, home: Guild, mina: Member
) -> None:
    dara = home.add_member("dara")
    await say_how_far(mina, EPISODE_6)
    await say_how_far(dara, EPISODE_7)
    near, far = await kiss(mina), await kiss(dara)
    assert open_text(near) != open_text(far)
    assert not is_open(near)
    assert not is_open(far)
    assert wording.SHOW_PRIVATELY not in open_text(near)
    assert not is_open(await kiss(mina, private=True))
    assert is_open(await kiss(dara, private=True))


# -- showing privately


async def test_whoever_is_far_enough_is_shown_it_privately(bot: Hyosan, mina: Member) -> None:
    await say_how_far(mina, EPISODE_7)
    for veiled in (await kiss(mina), await mina.ask(KISS)):
        assert KISS_TITLE in open_text(veiled)
        assert KISS not in open_text(veiled)
        shown = await mina.click(veiled.button(wording.SHOW_PRIVATELY))
        assert shown.ephemeral
        assert is_open(shown)


@pytest.mark.parametrize("far", [None, EPISODE_6])
async def test_whoever_is_not_that_far_is_asked_before(
    bot: Hyosan, home: Guild, mina: Member, far: str | None
) -> None:
    dara = home.add_member("dara")
    if far:
        await say_how_far(dara, far)
    await say_how_far(mina, EPISODE_7)
    button = (await kiss(mina)).button(wording.SHOW_PRIVATELY)
    asked = await dara.click(button)
    assert asked.ephemeral
    assert wording.REALLY in asked.text
    assert SEVENTEEN not in asked.text
    assert is_open(await dara.click(asked.button(wording.TELL_ME_ANYWAY)))


async def test_where_nobody_has_said_anything_nothing_new_is_offered(
    bot: Hyosan, mina: Member
) -> None:
    assert [button.label for button in leads(await kiss(mina))] == [wording.SURPRISE_ME]


async def test_a_typing_member_is_offered_nothing_beyond_either(
    bot: Hyosan, home: Guild, mina: Member, moderator: Member
) -> None:
    async def offered() -> bool:
        rows = await mina.autocomplete("trivia", "question", "takes")
        return KISS in [name for name, _ in rows]

    assert not await offered()
    await set_here(moderator, WHOLE)
    assert await offered()
    await say_how_far(mina, EPISODE_6)
    assert not await offered()
    await say_how_far(mina, EPISODE_7)
    assert await offered()


# -- channels


async def test_what_is_set_for_a_channel_counts_for_what_everybody_reads(
    bot: Hyosan, home: Guild, mina: Member, keeper: Member
) -> None:
    general, spoilers = home.channels
    shown = await set_here(keeper, EPISODE_7, channel=spoilers)
    assert "#spoilers" in shown.text
    assert is_open(await kiss(mina, spoilers))
    assert is_open(await mina.ask(KISS, channel=spoilers))
    assert not is_open(await kiss(mina, general))
    assert not is_open(await kiss(mina, spoilers, private=True))
    thread = home.add_thread(spoilers, "a thread")
    assert is_open(await kiss(mina, thread))
    await set_here(keeper, EPISODE_6, channel=thread)
    assert not is_open(await kiss(mina, thread))
    assert is_open(await kiss(mina, spoilers))


async def test_a_server_has_a_default_and_what_is_nearer_counts_more(
    bot: Hyosan, home: Guild, mina: Member, moderator: Member
) -> None:
    general, spoilers = home.channels
    await set_here(moderator, "Nothing yet", channel=general)
    offered = await moderator.slash("spoilers server")
    assert "Hyosan High" in offered.text
    await moderator.choose(offered.selects[0], WHOLE)
    assert is_open(await kiss(mina, spoilers))
    assert not is_open(await kiss(mina, general))
    shown = await moderator.slash("spoilers channel", channel=general)
    shown = await moderator.click(shown.button(wording.UNSET_HERE))
    assert "season 1, episode 8" in shown.text
    assert is_open(await kiss(mina, general))


async def test_a_channel_that_is_moved_follows_its_category(
    bot: Hyosan, home: Guild, moderator: Member
) -> None:
    general, spoilers = home.channels
    finished, watching = home.add_category("Finished"), home.add_category("Watching")
    thread = home.add_thread(general, "a thread")
    await set_here(moderator, WHOLE, finished)
    shown = await set_here(moderator, EPISODE_6, watching)
    assert "Watching" in shown.text
    for category, expected in (
        (finished, True),
        (watching, False),
        (finished, True),
        (None, False),
    ):
        general.move(category)
        mina = home.add_member("mina")  # another one, as nobody may ask so much at once
        for place in (general, thread):
            assert is_open(await kiss(mina, place)) == expected
            assert is_open(await mina.ask(KISS, channel=place)) == expected
        assert not is_open(await kiss(mina, spoilers))


async def test_of_a_thread_in_a_channel_that_the_bot_has_not_heard_of_nothing_is_open(
    bot: Hyosan, home: Guild, mina: Member, moderator: Member, server: DiscordServer
) -> None:
    general = home.channels[0]
    thread = home.add_thread(general, "a thread")
    offered = await moderator.slash("spoilers server")
    await moderator.choose(offered.selects[0], WHOLE)
    assert is_open(await kiss(mina, thread))
    server.gateway.dispatch("CHANNEL_DELETE", general.payload())
    assert not is_open(await kiss(mina, thread))


# -- who decides


async def test_those_who_may_not_are_refused_and_nothing_is_set(
    bot: Hyosan, home: Guild, mina: Member, keeper: Member
) -> None:
    spoilers = home.channels[1]
    for person, command in (
        (mina, "spoilers channel"),
        (mina, "spoilers server"),
        (keeper, "spoilers server"),
    ):
        refused = await person.slash(command)
        assert refused.ephemeral
        assert "you need Manage" in refused.text
        assert not refused.selects
    local = home.add_member("sua")
    spoilers.allow(local, Permission.MANAGE_CHANNELS)
    assert wording.NOT_FOR_THIS_CHANNEL in (await local.slash("spoilers channel")).text
    await set_here(local, WHOLE, spoilers)
    await set_here(local, EPISODE_7, channel=spoilers)
    assert is_open(await kiss(mina, spoilers))
    assert not is_open(await kiss(mina))


async def test_who_keeps_one_channel_decides_for_no_other(bot: Hyosan, home: Guild) -> None:
    """Not by what they may where they are, whichever of the two channels is the older one."""
    general, spoilers = home.channels
    for own, other in ((general, spoilers), (spoilers, general)):
        local = home.add_member("sua")
        own.allow(local, Permission.MANAGE_CHANNELS)
        refused = await local.slash("spoilers channel", channel=own, options={"where": other})
        assert wording.NOT_FOR_THIS_CHANNEL in refused.text
        assert not refused.selects
        assert (await local.slash("spoilers channel", channel=own)).selects


async def test_a_keeper_of_yesterday_is_refused(bot: Hyosan, mina: Member, keeper: Member) -> None:
    offered = await keeper.slash("spoilers channel")
    keeper.granted = 0
    refused = await keeper.choose(offered.selects[0], WHOLE)
    assert wording.NOT_FOR_THIS_CHANNEL in refused.text
    assert not is_open(await kiss(mina))


async def test_every_server_decides_for_itself_alone(
    bot: Hyosan, server: DiscordServer, home: Guild, mina: Member
) -> None:
    other = server.add_guild("Another school")
    boss = other.add_member("boss", permissions=Permission.MANAGE_GUILD)
    guest = other.add_member(mina.user)
    offered = await boss.slash("spoilers server")
    await boss.choose(offered.selects[0], WHOLE)
    assert is_open(await kiss(guest))
    assert not is_open(await kiss(mina))


async def test_outside_of_servers_there_is_nothing_to_decide(bot: Hyosan, mina: Member) -> None:
    for command in ("spoilers channel", "spoilers server"):
        refused = await mina.slash(command, in_dm=True)
        assert not refused.selects
    assert len((await mina.slash("spoilers me", in_dm=True)).selects) == 2


# -- coming to a server


async def test_a_server_is_offered_the_choice_once(
    start: Start, server: DiscordServer, mina: Member
) -> None:
    async with start():
        other = server.add_guild("Another school")
        boss = other.add_member("boss", permissions=Permission.MANAGE_GUILD)
        guest = other.add_member(mina.user)
        channel = other.channels[0]
        assert await server.pulse.until(lambda: channel.messages, server.patience)
        offer = Reply(server, message=channel.messages[0])
        assert wording.FIRST_OFFER in offer.text
        refused = await guest.choose(offer.selects[0], WHOLE)
        assert wording.NOT_FOR_THIS_SERVER in refused.text
        await boss.choose(offer.selects[0], WHOLE)
        assert is_open(await kiss(guest))
    async with start() as client:
        assert is_open(await kiss(guest))
        assert offers(channel) == []
        other.kick_bot()
        await until_kept(client, server, HOME_ID, ())
        other.invite_bot()
        assert await server.pulse.until(lambda: offers(channel), server.patience)
        assert not is_open(await kiss(guest))


def offers(channel: Channel) -> list[object]:
    """Messages in which the choice is offered, and nobody has chosen yet."""
    return [m for m in channel.messages if "Thank you for having me" in str(m.payload())]


# -- places that are gone


async def until_kept(
    client: Hyosan, server: DiscordServer, guild_id: int, scope_ids: Collection[int]
) -> None:
    """Wait until something is kept of these places of this one server, and of nothing else."""
    expected = {guild_id: set(scope_ids)} if scope_ids else {}
    async with asyncio.timeout(server.patience):
        while await client.store.horizons.places() != expected:
            pass
        while not await client.store.servers.all() <= {guild_id}:
            pass


async def test_what_was_set_for_a_place_goes_with_it(
    bot: Hyosan, server: DiscordServer, home: Guild, mina: Member, moderator: Member
) -> None:
    general, spoilers = home.channels
    category = home.add_category("Finished")
    thread, other = home.add_thread(general, "a thread"), home.add_thread(spoilers, "another")
    for place in (general, spoilers, category, thread, other):
        await bot.store.horizons.set_scope(HOME_ID, place.id, seen("s1e8"))
    general.move(category)
    assert is_open(await kiss(mina, general))
    thread.delete()
    await until_kept(
        bot, server, HOME_ID, [place.id for place in (general, spoilers, category, other)]
    )
    category.delete()
    await until_kept(bot, server, HOME_ID, [place.id for place in (general, spoilers, other)])
    assert is_open(await kiss(mina, general))
    spoilers.delete()  # and the thread in it
    await until_kept(bot, server, HOME_ID, [general.id])


async def test_what_was_set_for_a_server_goes_when_the_bot_leaves_it(
    bot: Hyosan, server: DiscordServer, home: Guild, mina: Member
) -> None:
    other = server.add_guild("Another school")
    guest = other.add_member(mina.user)
    for guild in (home, other):
        for scope_id in (guild.id, guild.channels[0].id):
            await bot.store.horizons.set_scope(guild.id, scope_id, seen("s1e8"))
    assert is_open(await kiss(guest))
    other.kick_bot()
    await until_kept(bot, server, HOME_ID, [HOME_ID, home.channels[0].id])
    assert is_open(await kiss(mina))


async def test_an_outage_of_discord_takes_nothing_away(
    bot: Hyosan, server: DiscordServer, home: Guild, mina: Member
) -> None:
    await bot.store.horizons.set_scope(HOME_ID, HOME_ID, seen("s1e8"))
    home.black_out()
    home.light_up()
    assert is_open(await kiss(mina))
    await until_kept(bot, server, HOME_ID, [HOME_ID])


async def test_what_went_while_the_bot_was_away_is_found_at_its_start(
    start: Start, server: DiscordServer, home: Guild, mina: Member
) -> None:
    general, spoilers = home.channels
    thread, gone = home.add_thread(general, "archived"), home.add_thread(general, "deleted")
    other = server.add_guild("Another school")
    async with start() as client:
        for place in (general, spoilers, thread, gone):
            await client.store.horizons.set_scope(HOME_ID, place.id, seen("s1e8"))
        await client.store.horizons.set_scope(other.id, other.id, seen("s1e8"))
    for place in (spoilers, gone):
        place.delete()
    other.kick_bot()
    async with start() as client:
        await until_kept(client, server, HOME_ID, [general.id, thread.id])
        assert is_open(await kiss(mina, general))
    server.refusals.clear()  # it asked for what is no longer there


# -- what is kept


async def test_whoever_asks_sees_and_erases_all_that_is_kept(
    bot: Hyosan, mina: Member, tmp_path: Path
) -> None:
    shown = await mina.slash("privacy")
    assert shown.ephemeral
    assert wording.NOTHING_KEPT in shown.text
    await say_how_far(mina, EPISODE_7)
    assert is_open(await kiss(mina, private=True))
    shown = await mina.slash("privacy")
    assert "How far you are: season 1, episode 7." in shown.text
    shown = await mina.click(shown.button(wording.ERASE_ALL))
    assert wording.ERASED in shown.text
    assert not is_open(await kiss(mina, private=True))
    with sqlite3.connect(tmp_path / "data" / "hyosan.sqlite3") as raw:
        assert raw.execute("SELECT count(*) FROM member_horizons").fetchone() == (0,)
    raw.close()


async def test_what_was_erased_cannot_be_leant_on(bot: Hyosan, mina: Member) -> None:
    asked = mina.say("who is Park Solomon?", in_dm=True)
    await asked.channel.answer_after(asked)
    shown = await mina.slash("privacy", in_dm=True)
    await mina.click(shown.button(wording.ERASE_ALL))
    assert wording.ASK_WITH_NAME in (await mina.tell("who plays him?", in_dm=True)).text


# -- a disk that is full or read-only


async def test_without_a_disk_it_answers_and_says_what_it_cannot_keep(
    start: Start, server: DiscordServer, mina: Member, moderator: Member, tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    (tmp_path / "blocked").write_text("", encoding="utf-8")
    async with start(database_url=f"sqlite:///{tmp_path / 'blocked' / 'hyosan.sqlite3'}"):
        for person in (mina, moderator):
            assert not is_open(await kiss(person))
            assert not is_open(await kiss(person, private=True))
        for command in ("spoilers me", "spoilers channel", "spoilers server", "privacy"):
            assert (await moderator.slash(command)).text == f"❌ {wording.NOT_READ}"
        assert caplog.text.count("What members and servers have set cannot be") == 1
        other = server.add_guild("Another school")
        guest = other.add_member(mina.user)
        assert not is_open(await kiss(guest))
        assert len(other.channels[0].messages) == 1
