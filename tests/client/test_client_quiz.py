"""`/quiz` through Discord: games, whatever happens in the middle, and who may do what."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest

from bot.client.app import Hyosan
from bot.client.quizzes import EDIT_SECONDS, KEEP_SECONDS
from bot.replies import quiz_wording as said
from tests.client.quiz_night import Room
from tests.client.support import Start, write_facts
from tests.discord_server import DiscordServer, Guild, Member, Permission
from tests.discord_server.messages import Message
from tests.quiz.animals import ANIMALS, knowledge

SHOW = (
    "show: {title: All of Us Are Dead, works: [webtoon], seasons: [{season: 1, episodes: "
    "[{number: 6}, {number: 7}]}]}\n"
)


@pytest.fixture
def start(start: Start, folder: Path) -> Start:
    """Starts a bot that has eight questions, and four more that tell of episode 7."""
    write_facts(folder, {**knowledge(8, 4), "show.yaml": SHOW})
    assert start.library.reload().changes is not None
    return start


@pytest.fixture
def room(server: DiscordServer, start: Start, home: Guild) -> Room:
    return Room(server, start, home.channels[0])


@pytest.fixture
async def bot(room: Room, start: Start) -> AsyncIterator[Hyosan]:
    """The bot, logged in, whose time the room moves on."""
    async with start() as client:
        yield client


@pytest.fixture
async def lives() -> AsyncIterator[AsyncExitStack]:
    """Ends all bots that a test has started."""
    async with AsyncExitStack() as stack:
        yield stack


@pytest.fixture
def dara(home: Guild) -> Member:
    return home.add_member("dara")


async def begin(room: Room, who: Member, *others: Member, **how: Any) -> Message:
    """Start a game with these people, and wait for its first question."""
    lobby = await who.slash("quiz start", **how)
    for other in others:
        await other.click(lobby.button("Join"))
    await who.click(lobby.button("Start now"))
    return await room.question(1)


async def solve(room: Room, card: Message, *people: Member) -> Message:
    """Let everybody answer right, and wait for the result."""
    for one in people:
        await room.answer(one, card, room.right(card))
    return await room.becomes(card, "Points:")


async def is_free(room: Room, who: Member) -> bool:
    """Whether a game can be started in the channel; it is stopped again."""
    lobby = await who.slash("quiz start")
    if lobby.ephemeral:
        return False
    await who.slash("quiz stop")
    await room.said("The quiz was stopped", buttons=False)
    return True


async def over(bot: Hyosan, room: Room) -> None:
    """Wait until no game runs in the channel any more."""
    live = bot.quizzes.at(room.channel.id)
    if live is not None and live.task is not None:
        await live.task


# -- beginning


async def test_a_lobby_tells_what_is_played_and_begins_by_itself(
    bot: Hyosan, room: Room, mina: Member, dara: Member
) -> None:
    lobby = await mina.slash("quiz start", rounds=5, seconds=30, difficulty=2, topic="animals")
    assert "5 questions about Animals, difficulty 2 of 3, 30 seconds each" in lobby.text
    assert "In: Mina" in lobby.text
    await dara.click(lobby.button("Join"))
    room.wait(EDIT_SECONDS + 0.1)
    await room.becomes(lobby.message, "In: Mina, Dara")
    room.wait(20)
    card = await room.question(1)
    await room.becomes(lobby.message, said.HAS_BEGUN)
    assert not lobby.message.buttons
    assert f"<t:{round(bot.quizzes.at(room.channel.id).game.round.bell)}:R>" in card.text  # pyright: ignore[reportOptionalMemberAccess]


async def test_a_second_start_leads_to_the_running_game(
    bot: Hyosan, room: Room, mina: Member, dara: Member, home: Guild
) -> None:
    first, second = await asyncio.gather(mina.slash("quiz start"), dara.slash("quiz start"))
    lobby, refused = (second, first) if first.ephemeral else (first, second)
    assert said.RUNS_ALREADY in refused.text
    again = await dara.slash("quiz start")
    link = f"https://discord.com/channels/{home.id}/{room.channel.id}/{lobby.message.id}"
    assert again.ephemeral
    assert link in again.links
    other = await dara.slash("quiz start", channel=home.channels[1])
    assert not other.ephemeral


async def test_where_the_bot_may_not_write_nothing_begins(
    bot: Hyosan, room: Room, mina: Member
) -> None:
    room.channel.forbid_bot(Permission.SEND_MESSAGES)
    assert said.MAY_NOT_WRITE in (await mina.slash("quiz start")).text
    room.channel.bot_permissions |= Permission.SEND_MESSAGES
    assert await is_free(room, mina)


async def test_what_there_is_no_question_about_is_told(
    bot: Hyosan, room: Room, mina: Member
) -> None:
    assert said.NO_QUESTIONS in (await mina.slash("quiz start", topic="cooking")).text
    assert bot.quizzes.at(room.channel.id) is None


async def test_topics_are_offered_as_they_are_typed(bot: Hyosan, mina: Member) -> None:
    assert await mina.autocomplete("quiz start", "topic", "ani") == [("Animals", "animals")]
    assert await mina.autocomplete("quiz start", "topic", "z") == []


async def test_nothing_beyond_the_horizon_of_the_channel_is_asked(
    bot: Hyosan, room: Room, mina: Member, moderator: Member
) -> None:
    asked: list[str] = []
    card = await begin(room, mina, rounds=12)
    for number in range(2, 10):
        asked.append(room.right(card))
        await solve(room, card, mina)
        room.wait(10)
        if number < 9:
            card = await room.question(number)
    await room.said("I have no more questions of that kind", buttons=False)
    assert sorted(asked) == sorted(ANIMALS[:8])
    offered = await moderator.slash("spoilers channel")
    await moderator.choose(offered.selects[0], "Season 1, episode 7 (all of it)")
    seen: set[str] = set()
    card = await begin(room, mina, rounds=5)
    for number in range(2, 6):
        seen.add(room.right(card))
        await solve(room, card, mina)
        room.wait(10)
        card = await room.question(number)
    assert seen == set(ANIMALS[8:12])  # what was asked before comes last


# -- in the middle


async def test_the_card_counts_answers_and_is_edited_once_a_second(
    bot: Hyosan, room: Room, mina: Member, home: Guild
) -> None:
    people = [home.add_member(f"player{number}") for number in range(12)]
    card = await begin(room, mina, *people, seconds=60)
    edits = len(card.edits)
    replies = await asyncio.gather(*(room.pick(one, card, room.right(card)) for one in people))
    assert all(reply.ephemeral for reply in replies)
    assert "12 answers" not in card.text
    room.wait(EDIT_SECONDS + 0.1)
    await room.becomes(card, "12 answers so far")
    assert len(card.edits) == edits + 1
    assert room.right(card) not in card.text
    await room.pick(mina, card, room.wrong(card))
    await room.becomes(card, "(12 votes)")
    assert f"✅ {'ABCD'[_place(card, room)]}. **{room.right(card)}**" in card.text


def _place(card: Message, room: Room) -> int:
    lines = [line for line in card.text.splitlines() if "vote" in line]
    return next(place for place, line in enumerate(lines) if room.right(card) in line)


async def test_a_deleted_question_is_posted_again_with_the_same_bell(
    bot: Hyosan, room: Room, mina: Member, dara: Member
) -> None:
    card = await begin(room, mina, dara, seconds=60)
    await room.pick(mina, card, room.right(card))
    room.server.remove(card)
    again = await room.question(1)
    assert again is not card
    assert again.text.replace("1 answer so far", "") == card.text.replace("No answers yet", "")
    room.server.remove(again)
    third = await room.question(1)
    assert third is not again
    await solve(room, third, dara)


async def test_a_question_that_is_deleted_as_the_bell_rings_has_its_result_all_the_same(
    bot: Hyosan, room: Room, mina: Member
) -> None:
    card = await begin(room, mina)
    room.channel.history.remove(card)  # without a word to the bot
    room.wait(25)
    await room.said("Nobody answered", buttons=False)
    room.server.refusals.clear()


async def test_a_channel_that_is_closed_to_the_bot_ends_the_game_on_its_last_card(
    bot: Hyosan, room: Room, mina: Member, dara: Member
) -> None:
    card = await begin(room, mina, dara)
    await solve(room, card, mina, dara)
    room.channel.bot_permissions &= ~Permission.SEND_MESSAGES
    room.wait(10)
    await room.becomes(card, "Something kept me from going on")
    assert "Mina" in card.text
    await over(bot, room)
    room.channel.bot_permissions |= Permission.SEND_MESSAGES
    room.server.refusals.clear()
    assert "2 right" not in (await mina.slash("quiz scores")).text
    assert "Mina" in (await mina.slash("quiz scores")).text
    assert await is_free(room, mina)


async def test_a_channel_that_is_gone_ends_the_game_and_keeps_the_scores(
    bot: Hyosan, room: Room, mina: Member, dara: Member, home: Guild
) -> None:
    card = await begin(room, mina, dara)
    await solve(room, card, mina, dara)
    del room.server.channels[room.channel.id]
    room.wait(10)
    await over(bot, room)
    room.server.refusals.clear()
    assert "Mina" in (await mina.slash("quiz scores", channel=home.channels[1])).text


async def test_two_idle_rounds_pause_the_game_for_longer_than_a_token_lives(
    bot: Hyosan, room: Room, mina: Member, dara: Member
) -> None:
    await begin(room, mina)
    room.wait(25)
    await room.said("Nobody answered", buttons=False)
    room.wait(10)
    second = await room.question(2)
    room.wait(25)
    await room.becomes(second, "Nobody answered")
    room.wait(10)
    pause = await room.said(said.WHY_PAUSED)
    room.wait(20 * 60)
    await dara.click(pause.button("Go on"))
    room.wait(5)
    await solve(room, await room.question(3), mina)


async def test_a_reload_changes_nothing_in_the_question_that_is_open(
    bot: Hyosan, start: Start, room: Room, mina: Member, folder: Path
) -> None:
    card = await begin(room, mina)
    right = room.right(card)
    files = knowledge(8, 4)
    changed = files["animals-quiz.yaml"].replace(f"right: {right},", "right: unicorn,")
    write_facts(folder, {"animals-quiz.yaml": changed})
    assert start.library.reload().changes
    reply = await room.pick(mina, card, right)
    assert right in reply.text
    await room.becomes(card, f"**{right}**")


async def test_a_dropped_gateway_does_not_stop_the_game(
    bot: Hyosan, room: Room, mina: Member
) -> None:
    card = await begin(room, mina)
    await room.server.disconnect()
    await room.server.until_online()
    await solve(room, card, mina)
    room.wait(10)
    await room.question(2)


async def test_a_rate_limit_or_an_outage_of_discords_only_delays_the_next_question(
    bot: Hyosan, room: Room, mina: Member
) -> None:
    posting = r"/channels/\d+/messages$"
    card = await begin(room, mina)
    await solve(room, card, mina)
    room.server.fail_next("POST", posting, status=429)
    room.wait(10)
    card = await room.question(2)
    await solve(room, card, mina)
    room.server.fail_next("POST", posting, status=503, times=2)
    room.wait(10)
    for seconds in (1, 2):  # each time it waits for twice as long
        await room.patient(seconds)
        room.wait(seconds)
    await solve(room, await room.question(3), mina)


async def test_a_restart_goes_on_where_the_game_was(
    room: Room, start: Start, lives: AsyncExitStack, mina: Member, dara: Member
) -> None:
    await lives.enter_async_context(start())
    lobby = await mina.slash("quiz start")
    await dara.click(lobby.button("Join"))
    await lives.aclose()  # in the lobby
    await lives.enter_async_context(start())
    await mina.click(lobby.button("Start now"))
    await solve(room, await room.question(1), mina, dara)
    await lives.aclose()  # while the answer is read
    room.wait(60)
    await lives.enter_async_context(start())
    card = await room.question(2)
    await room.pick(mina, card, room.right(card))
    await lives.aclose()  # while a question is open
    room.wait(60)
    await lives.enter_async_context(start())
    again = await room.said(said.WAS_AWAY)
    await solve(room, again, dara)
    await lives.aclose()
    room.wait(3600)  # too long
    await lives.enter_async_context(start())
    final = await room.said("Something kept me from going on", buttons=False)
    assert "2 right" in final.text


async def test_a_game_that_cannot_be_read_does_not_lock_its_channel(
    room: Room, start: Start, lives: AsyncExitStack, mina: Member, tmp_path: Path
) -> None:
    client = await lives.enter_async_context(start())
    await begin(room, mina)
    await client.quizzes.kept()
    await lives.aclose()
    database = tmp_path / "data" / "hyosan.sqlite3"
    with sqlite3.connect(database) as raw:
        raw.execute("UPDATE running_quizzes SET state = '{}'")
    raw.close()
    await lives.enter_async_context(start())
    assert await is_free(room, mina)


async def test_without_a_disk_the_game_is_played_and_its_scores_are_kept_once_there_is_one(
    room: Room, start: Start, mina: Member, dara: Member, tmp_path: Path
) -> None:
    in_the_way = tmp_path / "data" / "hyosan.sqlite3"
    in_the_way.mkdir(parents=True)
    async with start() as client:
        card = await begin(room, mina, dara, rounds=5)
        for number in range(2, 7):
            await solve(room, card, mina, dara)
            room.wait(10)
            if number < 6:
                card = await room.question(number)
        final = await room.said("Final standings", buttons=False)
        assert said.NOT_KEPT in final.text
        assert "5 right" in final.text
        assert await is_free(room, mina)
        in_the_way.rmdir()
        await room.patient(KEEP_SECONDS)
        room.wait(KEEP_SECONDS + 1)
        await asyncio.gather(*client.quizzes._late)
        board = await mina.slash("quiz scores", period="all")
        assert "Mina" in board.text
        assert "5 right" in board.text


# -- answering


async def test_a_typed_answer_is_judged_and_may_be_objected_to(
    bot: Hyosan, room: Room, mina: Member, dara: Member
) -> None:
    card = await begin(room, mina, dara, mode="typed", seconds=60)
    right = room.right(card)
    assert [one.label for one in card.buttons] == ["Answer"]
    told = await room.type(mina, card, f"it is the {right}!")
    assert f"Your answer: it is the {right}!" in told.text
    await room.type(dara, card, "a dragon")
    await room.becomes(card, f"Right: **{right}**")
    assert "Mina +" in card.text
    assert "dragon" not in card.text
    passed = await dara.click(card.button(said.SHOULD_HAVE_COUNTED))
    assert said.PASSED_ON in passed.text
    (report,) = await bot.store.reports.open()
    assert report.text == said.as_report("a dragon")
    assert said.IT_COUNTED in (await mina.click(card.button(said.SHOULD_HAVE_COUNTED))).text


async def test_an_answer_may_be_changed_where_the_host_lets_it(
    bot: Hyosan, room: Room, mina: Member
) -> None:
    card = await begin(room, mina, changes=True)
    await room.pick(mina, card, room.wrong(card))
    changed = await room.pick(mina, card, room.right(card))
    assert "Your answer is now" in changed.text
    room.wait(25)
    await room.becomes(card, "Points: Mina +")


async def test_a_button_of_a_game_that_is_over_says_so(
    bot: Hyosan, room: Room, mina: Member, dara: Member
) -> None:
    card = await begin(room, mina)
    button = card.buttons[0]
    await mina.slash("quiz stop")
    await room.said("The quiz was stopped", buttons=False)
    assert said.GAME_OVER in (await dara.click(button)).text


# -- who may


async def test_only_the_host_and_moderators_of_the_channel_stop_a_game(
    bot: Hyosan, room: Room, mina: Member, dara: Member, home: Guild
) -> None:
    assert said.NONE_RUNS in (await mina.slash("quiz stop")).text
    await begin(room, mina)
    assert said.NOT_YOURS in (await dara.slash("quiz stop")).text
    keeper = home.add_member("keeper", permissions=Permission.MANAGE_CHANNELS)
    assert said.STOPPED in (await keeper.slash("quiz stop")).text
    await room.said("The quiz was stopped", buttons=False)
    await begin(room, mina)
    assert said.STOPPED in (await mina.slash("quiz stop")).text


# -- scores


async def test_a_solo_game_is_practice(bot: Hyosan, room: Room, mina: Member) -> None:
    card = await begin(room, mina)
    await solve(room, card, mina)
    await mina.slash("quiz stop")
    final = await room.said("The quiz was stopped", buttons=False)
    assert said.PRACTICE in final.text
    await over(bot, room)
    assert said.NO_SCORES_YET in (await mina.slash("quiz scores")).text
    last = await mina.slash("quiz scores", period="game")
    assert "Mina" in last.text
    assert last.files


async def test_scores_of_this_game_this_week_and_all_time(
    bot: Hyosan, room: Room, mina: Member, dara: Member, home: Guild
) -> None:
    card = await begin(room, mina, dara)
    await solve(room, card, mina, dara)
    now = await mina.slash("quiz scores")
    assert said.THIS_GAME in now.text
    assert "Dara" in now.text
    await mina.slash("quiz stop")
    await room.said("The quiz was stopped", buttons=False)
    await over(bot, room)
    assert "Mina" in (await mina.slash("quiz scores", period="week")).text
    assert "Mina" in (await mina.slash("quiz scores", here=True)).text
    elsewhere = await mina.slash("quiz scores", here=True, channel=home.channels[1])
    assert said.NO_SCORES_YET in elsewhere.text
    room.wait(8 * 86_400)
    assert said.NO_SCORES_YET in (await mina.slash("quiz scores", period="week")).text
    assert "Mina" in (await mina.slash("quiz scores", period="all")).text


async def test_whoever_hides_or_erases_themselves_is_on_no_board_and_it_closes_over_them(
    bot: Hyosan, room: Room, mina: Member, dara: Member
) -> None:
    card = await begin(room, mina, dara)
    await room.pick(mina, card, room.right(card))
    room.wait(5)
    await solve(room, card, dara)
    hidden = await mina.click((await mina.slash("privacy")).button(said.HIDE_ME))
    assert "hidden on leaderboards" in hidden.text
    assert "1. Dara" in (await dara.slash("quiz scores")).text.replace("\\", "")
    await mina.click(hidden.button(said.SHOW_ME))
    assert "1. Mina" in (await dara.slash("quiz scores")).text.replace("\\", "")
    await mina.slash("quiz stop")
    final = await room.said("The quiz was stopped", buttons=False)
    assert "Mina" in final.text
    await over(bot, room)
    shown = await mina.slash("privacy")
    assert "the scores of 1 game" in shown.text
    assert "as Mina" in shown.text
    await mina.click(shown.button("Erase all of it"))
    board = await dara.slash("quiz scores", period="game")
    assert "1. Dara" in board.text.replace("\\", "")
    assert "Mina" not in board.text
    assert "you have not played" in (await mina.slash("privacy")).text


async def test_whoever_erases_themselves_in_the_middle_is_out_of_the_game(
    bot: Hyosan, room: Room, mina: Member, dara: Member, tmp_path: Path
) -> None:
    card = await begin(room, mina, dara)
    await room.pick(dara, card, room.right(card))
    await dara.click((await dara.slash("privacy")).button("Erase all of it"))
    await room.pick(mina, card, room.right(card))
    await room.becomes(card, "Points: Mina")
    assert "Dara" not in card.text


# -- every day


async def test_the_question_of_the_day_is_one_for_all_and_once_for_each(
    bot: Hyosan, room: Room, mina: Member, dara: Member
) -> None:
    shown, other = await asyncio.gather(mina.slash("quiz daily"), dara.slash("quiz daily"))
    assert shown.ephemeral
    assert shown.text == other.text
    assert [one.label for one in shown.buttons] == [one.label for one in other.buttons]
    right = next(one for one in shown.buttons if any(a in (one.label or "") for a in ANIMALS[:8]))
    told = await mina.click(right)
    assert said.DAILY_RIGHT in told.text
    assert "Your streak: 1 day" in told.text
    again = await mina.slash("quiz daily")
    assert said.DAILY_RIGHT in again.text
    wrong = next(one for one in other.buttons if one.label != right.label)
    assert said.DAILY_WRONG in (await dara.click(wrong)).text
    shared = await mina.click(again.button("Share"))
    assert not shared.ephemeral
    assert "Mina" in shared.text
    assert "1 day in a row" in shared.text
    assert (right.label or "") not in shared.text
    assert "Animal" not in shared.text


async def test_a_streak_grows_from_day_to_day(bot: Hyosan, room: Room, mina: Member) -> None:
    seen: set[str] = set()
    for day in (1, 2):
        card = await mina.slash("quiz daily")
        right = next(
            one for one in card.buttons if any(a in (one.label or "") for a in ANIMALS[:8])
        )
        seen.add(right.label or "")
        assert f"Your streak: {day} day" in (await mina.click(right)).text
        room.wait(86_400)
    assert len({label.partition(". ")[2] for label in seen}) == 2


async def test_the_question_of_yesterday_takes_no_answer_any_more(
    bot: Hyosan, room: Room, mina: Member
) -> None:
    card = await mina.slash("quiz daily")
    room.wait(86_400)
    assert said.DAILY_OVER in (await mina.click(card.buttons[0])).text


async def test_the_question_of_the_day_gives_nothing_away_wherever_the_server_is(
    bot: Hyosan, room: Room, mina: Member, moderator: Member
) -> None:
    offered = await moderator.slash("spoilers server")
    await moderator.choose(offered.selects[0], "Season 1, episode 7 (all of it)")
    for _ in range(8):
        card = await mina.slash("quiz daily")
        assert not any(a in (one.label or "") for one in card.buttons for a in ANIMALS[8:12])
        room.wait(86_400)
