"""Messages said to the bot: who is answered, what becomes of the answer, and when it is silent."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path

import pytest

from bot.client.app import Hyosan
from bot.client.messages import CHANNEL_USES, HINT_SECONDS, PACE_SECONDS, PERSON_USES
from bot.library import Library
from tests.client.support import (
    EPISODES,
    KISS,
    Logged,
    Start,
    always,
    open_text,
    veiled_text,
    write_facts,
)
from tests.discord_server import DiscordServer, Guild, Member, Message, Permission
from tests.discord_server.messages import Draft

ACTORS = """
facts:
  - {id: actor-onjo, question: Who plays Nam On-jo?, answer: Park Ji-hu plays Nam On-jo.,
     people: [nam-on-jo, park-ji-hu]}
  - {id: actor-namra, question: Who plays Choi Nam-ra?, answer: Cho Yi-hyun plays Choi Nam-ra.,
     people: [choi-nam-ra, cho-yi-hyun]}
  - {id: actor-suhyeok, question: Who plays Lee Su-hyeok?,
     answer: Park Solomon plays Lee Su-hyeok., people: [lee-su-hyeok, park-solomon]}
"""


@pytest.fixture
def folder(folder: Path) -> Path:
    """A facts folder that tells who plays whom."""
    write_facts(folder, {"actors.yaml": ACTORS})
    return folder


def of_the_bot(member: Member) -> list[Message]:
    """What the bot has said where a member is."""
    bot = member.world.bot
    return [message for message in member.home.messages if message.author is bot]


async def after_silence(member: Member) -> list[Message]:
    """What the bot has said once a further question was answered, without that answer."""
    channel = member.guild.add_channel("further")
    await member.ask(EPISODES, channel=channel)
    return of_the_bot(member)


# -- who is answered


async def test_a_mention_is_answered_beneath_it_without_notifying_anybody(
    bot: Hyosan, server: DiscordServer, mina: Member
) -> None:
    reply = await mina.ask(EPISODES)
    assert "Twelve." in reply.text
    said = mina.home.messages[0]
    assert reply.message.reply_to is said
    assert server.pings == []


async def test_a_spoiler_is_veiled_there_too(bot: Hyosan, mina: Member) -> None:
    reply = await mina.ask(KISS)
    assert "Seventeen" in veiled_text(reply)
    assert "Seventeen" not in open_text(reply)


async def test_an_answer_to_the_bot_needs_no_mention(bot: Hyosan, mina: Member) -> None:
    first = await mina.ask("who plays On-jo?")
    second = await mina.tell("and Nam-ra?", reply_to=first.message)
    assert "Cho Yi-hyun" in second.text


async def test_a_direct_message_needs_none_either(bot: Hyosan, mina: Member) -> None:
    assert "Twelve." in (await mina.tell(EPISODES, in_dm=True)).text
    assert "Hello" in (await mina.tell("hi", in_dm=True)).text


async def test_a_thread_is_a_place_like_any_other(bot: Hyosan, home: Guild, mina: Member) -> None:
    thread = home.add_thread(home.channels[0], "episode talk")
    assert "Twelve." in (await mina.ask(EPISODES, channel=thread)).text


async def test_bots_itself_and_everybody_elses_talk_are_left_alone(
    bot: Hyosan, server: DiscordServer, home: Guild, mina: Member
) -> None:
    other = home.add_member(server.add_user("music", bot=True))
    other.say(f"{server.bot.mention} {EPISODES}")
    mina.say(EPISODES)
    mina.say(f"{mina.mention} {EPISODES}")
    draft = Draft(f"{server.bot.mention} {EPISODES}")
    told = server.write(mina.home, draft, allowed_mentions={"parse": []})
    mina.say(EPISODES, reply_to=told, notifies=False)
    assert await after_silence(mina) == [told]


async def test_a_comment_on_an_answer_is_no_question(
    bot: Hyosan, server: DiscordServer, mina: Member
) -> None:
    answer = await mina.ask(EPISODES)
    for comment in ("lol", "my sister said exactly that yesterday", "haha ok"):
        mina.say(comment, reply_to=answer.message)
    assert await after_silence(mina) == [answer.message]
    assert "don't know" in (await mina.tell("zzz qqq?", reply_to=answer.message)).text
    assert "welcome" in (await mina.tell("thanks!", reply_to=answer.message)).text


async def test_a_mention_and_nothing_else_is_a_greeting(bot: Hyosan, mina: Member) -> None:
    reply = await mina.ask("")
    assert "Ask me anything about All of Us Are Dead" in reply.text
    assert reply.button("Surprise me")


async def test_what_was_typed_comes_back_harmless(
    bot: Hyosan, server: DiscordServer, mina: Member
) -> None:
    reply = await mina.ask("@everyone <@&2> **zzz** [x](http://evil.example)")
    assert "@everyone" not in reply.text
    assert "[x](" not in reply.text
    assert server.pings == []


# -- several at once


async def test_each_has_a_conversation_of_their_own(bot: Hyosan, home: Guild, mina: Member) -> None:
    dara, juno = home.add_member("dara"), home.add_member("juno")
    first, second = await asyncio.gather(
        mina.ask("who plays On-jo?"), dara.ask("who directed it: who is Lee Jae-kyoo?")
    )
    assert "Park Ji-hu" in first.text
    assert "Lee Jae-kyoo" in second.text
    mine, theirs, stranger = await asyncio.gather(
        mina.ask("and Nam-ra?"), dara.ask("who is that?"), juno.ask("and who plays her?")
    )
    assert "Cho Yi-hyun" in mine.text
    assert "Lee Jae-kyoo" in theirs.text
    assert "Ask again with a name" in stranger.text


async def test_a_conversation_stays_in_its_channel(bot: Hyosan, home: Guild, mina: Member) -> None:
    await mina.ask("who plays On-jo?", channel=home.channels[0])
    elsewhere = await mina.ask("and who plays her?", channel=home.channels[1])
    assert "Ask again with a name" in elsewhere.text


async def test_ten_minutes_later_it_is_forgotten(bot: Hyosan, start: Start, mina: Member) -> None:
    await mina.ask("who plays On-jo?")
    start.clock.ahead += 599
    assert "Park Ji-hu" in (await mina.ask("who is she?")).text
    start.clock.ahead += 601
    assert "Ask again with a name" in (await mina.ask("who is she?")).text


async def test_a_command_and_a_message_are_one_conversation(bot: Hyosan, mina: Member) -> None:
    await mina.slash("trivia", question="who plays On-jo?")
    assert "Cho Yi-hyun" in (await mina.ask("and Nam-ra?")).text
    assert "### 📖 Choi Nam-ra" in (await mina.slash("trivia", question="who is she?")).text


async def test_nothing_private_is_leant_on_where_others_read(bot: Hyosan, mina: Member) -> None:
    await mina.ask("who plays On-jo?")
    await mina.slash("trivia", question="who plays Nam-ra?", private=True)
    aloud = await mina.ask("who is she?")
    assert "Ask again with a name" in aloud.text
    alone = await mina.slash("trivia", question="who is she?", private=True)
    assert "### 📖 Choi Nam-ra" in alone.text


async def test_who_is_meant_is_asked_and_the_button_goes_on(bot: Hyosan, mina: Member) -> None:
    await mina.ask("who is Su-hyeok and who is Nam-ra?")
    asked = await mina.ask("who plays him?")
    assert "Whom do you mean?" in asked.text
    answered = await mina.click(asked.button("Lee Su-hyeok"))
    assert "Park Solomon" in answered.text


async def test_two_questions_are_two_cards_in_one_message(bot: Hyosan, mina: Member) -> None:
    reply = await mina.ask(f"Who plays Nam On-jo? And {KISS.replace('their', 'the')}")
    boxes = [part for part in reply.components if part["type"] == 17]
    assert [bool(box.get("spoiler")) for box in boxes] == [False, False, True]
    assert len(of_the_bot(mina)) == 1


# -- edits and deletions


async def test_an_edit_within_a_minute_edits_the_answer(
    bot: Hyosan, start: Start, mina: Member, server: DiscordServer
) -> None:
    reply = await mina.ask("who playz Onjoo zzz")
    said = mina.home.messages[0]
    start.clock.ahead += 59
    mina.edit(said, f"{server.bot.mention} {EPISODES}")
    assert "Twelve." in (await reply.changed()).text
    assert len(of_the_bot(mina)) == 1


async def test_an_edited_follow_up_leans_on_what_came_before_it(
    bot: Hyosan, mina: Member, server: DiscordServer
) -> None:
    await mina.ask("who plays On-jo?")
    reply = await mina.ask("and Su-hyeok?")
    assert "Park Solomon" in reply.text
    mina.edit(mina.home.messages[2], f"{server.bot.mention} and Nam-ra?")
    assert "Cho Yi-hyun" in (await reply.changed()).text


async def test_later_and_for_nothing_new_the_answer_stays(
    bot: Hyosan, start: Start, mina: Member, server: DiscordServer
) -> None:
    reply = await mina.ask(EPISODES)
    said = mina.home.messages[0]
    mina.edit(said, f"{server.bot.mention}  {EPISODES}")  # as when a link gets its preview
    mina.edit(said, "never mind")
    start.clock.ahead += 61
    mina.edit(said, f"{server.bot.mention} {KISS}")
    assert await after_silence(mina) == [reply.message]
    assert reply.message.edits == []


async def test_the_answer_goes_with_its_question(bot: Hyosan, mina: Member) -> None:
    reply = await mina.ask(EPISODES)
    mina.delete(mina.home.messages[0])
    await reply.gone()


async def test_answers_go_with_questions_that_a_moderator_clears(
    bot: Hyosan, mina: Member, moderator: Member
) -> None:
    first, second = await mina.ask(EPISODES), await mina.ask(KISS)
    moderator.delete(mina.home.messages[0], mina.home.messages[2])
    await first.gone()
    await second.gone()


async def test_an_answer_that_is_gone_already_is_no_trouble(
    bot: Hyosan, mina: Member, server: DiscordServer, caplog: pytest.LogCaptureFixture
) -> None:
    reply = await mina.ask(EPISODES)
    said = mina.home.messages[0]
    server.remove(reply.message)
    mina.edit(said, f"{server.bot.mention} {KISS}")
    mina.delete(said)
    assert await server.pulse.until(lambda: len(server.refusals) == 2, server.patience)
    assert {refusal.code for refusal in server.refusals} == {10008}
    assert [r for r in caplog.records if r.levelno >= logging.ERROR] == []
    server.refusals.clear()


async def test_an_answer_that_cannot_be_deleted_stays_and_is_logged(
    bot: Hyosan, mina: Member, server: DiscordServer, logged: Logged
) -> None:
    reply = await mina.ask(EPISODES)
    server.fail_next("DELETE", r"/channels/\d+/messages/\d+", status=400)
    mina.delete(mina.home.messages[0])
    await logged("An answer stays although its question was deleted")
    assert not reply.message.deleted


async def test_a_question_that_is_gone_before_it_is_answered(
    bot: Hyosan, mina: Member, server: DiscordServer, caplog: pytest.LogCaptureFixture
) -> None:
    mina.delete(mina.say(f"{server.bot.mention} {EPISODES}"))
    assert await after_silence(mina) == []
    assert [r for r in caplog.records if r.levelno >= logging.ERROR] == []
    server.refusals.clear()


# -- where it may not speak


async def test_where_it_may_not_write_it_says_nothing_and_tells_so_privately_once(
    bot: Hyosan, mina: Member, server: DiscordServer, start: Start
) -> None:
    mina.home.forbid_bot(Permission.SEND_MESSAGES)
    dm = server.dm_with(mina.user)
    said = mina.say(f"{server.bot.mention} {EPISODES}")
    hint = await dm.answer_after(said)
    assert "I may not write in #general" in hint.text
    mina.say(f"{server.bot.mention} {EPISODES}")
    start.clock.ahead += HINT_SECONDS + 1
    last = mina.say(f"{server.bot.mention} {EPISODES}")
    await dm.answer_after(last)
    assert len(dm.messages) == 2
    assert of_the_bot(mina) == []


async def test_nor_in_a_thread_of_such_a_channel(
    bot: Hyosan, home: Guild, mina: Member, server: DiscordServer
) -> None:
    home.channels[0].forbid_bot(Permission.SEND_MESSAGES_IN_THREADS)
    thread = home.add_thread(home.channels[0], "quiet")
    said = mina.say(f"{server.bot.mention} {EPISODES}", channel=thread)
    assert "#quiet" in (await server.dm_with(mina.user).answer_after(said)).text
    assert "Twelve." in (await mina.ask(EPISODES)).text


async def test_discords_own_refusal_is_heeded_too(
    bot: Hyosan, mina: Member, server: DiscordServer
) -> None:
    mina.home.bot_permissions &= ~Permission.SEND_MESSAGES  # and nobody has told the bot
    said = mina.say(f"{server.bot.mention} {EPISODES}")
    assert "I may not write" in (await server.dm_with(mina.user).answer_after(said)).text
    assert [refusal.code for refusal in server.refusals] == [50013]
    server.refusals.clear()


async def test_somebody_who_takes_no_direct_messages_hears_nothing(
    bot: Hyosan, home: Guild, mina: Member, server: DiscordServer
) -> None:
    mina.user.takes_messages = False
    mina.home.forbid_bot(Permission.SEND_MESSAGES)
    mina.say(f"{server.bot.mention} {EPISODES}")
    assert await server.pulse.until(lambda: server.refusals, server.patience)
    assert await after_silence(mina) == []
    assert [refusal.code for refusal in server.refusals] == [50007]
    server.refusals.clear()


async def test_without_the_history_it_answers_and_points_to_nothing(
    bot: Hyosan, mina: Member
) -> None:
    mina.home.forbid_bot(Permission.READ_MESSAGE_HISTORY)
    reply = await mina.ask(EPISODES)
    assert "Twelve." in reply.text
    assert reply.message.reply_to is None


# -- pace and failures


async def test_whoever_is_too_fast_is_told_once(
    bot: Hyosan, start: Start, mina: Member, server: DiscordServer, moderator: Member
) -> None:
    for _ in range(PERSON_USES):
        await mina.ask(EPISODES)
    assert "That was a lot at once" in (await mina.ask(EPISODES)).text
    mina.say(f"{server.bot.mention} {EPISODES}")
    assert "Twelve." in (await moderator.ask(EPISODES)).text
    assert len(of_the_bot(mina)) == PERSON_USES + 2
    start.clock.ahead += PACE_SECONDS + 1
    assert "Twelve." in (await mina.ask(EPISODES)).text


async def test_a_channel_has_a_pace_of_its_own(
    bot: Hyosan, home: Guild, server: DiscordServer
) -> None:
    people = [home.add_member(f"person-{number}") for number in range(CHANNEL_USES + 2)]
    for person in people[:CHANNEL_USES]:
        assert "Twelve." in (await person.ask(EPISODES)).text
    assert "That was a lot at once" in (await people[-2].ask(EPISODES)).text
    people[-1].say(f"{server.bot.mention} {EPISODES}")
    assert "Twelve." in (await people[-1].ask(EPISODES, channel=home.channels[1])).text
    assert len(of_the_bot(people[0])) == CHANNEL_USES + 1


async def test_a_failure_is_told_with_a_reference(
    bot: Hyosan, mina: Member, library: Library, caplog: pytest.LogCaptureFixture
) -> None:
    always(library, None)
    reply = await mina.ask("secret words of somebody")
    reference = reply.text.rpartition("ref ")[2].strip(". ")
    assert f"ref {reference}: message failed for user {mina.user.id}" in caplog.text
    assert "secret words" not in caplog.text


async def test_an_outage_while_answering_is_logged(
    bot: Hyosan, mina: Member, server: DiscordServer, logged: Logged
) -> None:
    server.fail_next("POST", r"/channels/\d+/messages", status=400, times=2)
    mina.say(f"{server.bot.mention} {EPISODES}")
    await logged("message failed")
    assert await after_silence(mina) == []
