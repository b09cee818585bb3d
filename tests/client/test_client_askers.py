"""Cards belong to whoever asked for them: several members, who click at each other's buttons."""

import asyncio

import pytest

from bot.client.app import Hyosan
from bot.library import Library
from tests.client.support import EPISODES, EPISODES_LABEL, Start, suggest
from tests.discord_server import DiscordServer, Guild, Member, User
from tests.discord_server.messages import Draft
from tests.discord_server.wire import Flag

VAGUE = "something vague"


@pytest.fixture
def jun(home: Guild) -> Member:
    """Another member."""
    return home.add_member("jun")


async def test_ones_own_click_takes_the_place_of_the_card(
    bot: Hyosan, library: Library, mina: Member
) -> None:
    suggest(library, "episodes", "school-set")
    reply = await mina.slash("trivia", question=VAGUE)
    answered = await mina.click(reply.button(EPISODES_LABEL))
    assert answered.message is reply.message
    assert not answered.ephemeral
    assert len(mina.home.messages) == 1


async def test_somebody_elses_click_is_answered_to_them_alone(
    bot: Hyosan, library: Library, mina: Member, jun: Member
) -> None:
    suggest(library, "episodes", "school-set")
    reply = await mina.slash("trivia", question=VAGUE)
    theirs = await jun.click(reply.button(EPISODES_LABEL))
    assert theirs.ephemeral
    assert "Twelve" in theirs.text
    assert reply.message.edits == []
    assert not theirs.message.seen_by(mina.user)
    answered = await mina.click(reply.button(EPISODES_LABEL))
    assert "Twelve" in answered.text
    assert answered.message is reply.message


async def test_what_somebody_else_gets_alone_is_theirs_to_go_on_with(
    bot: Hyosan, mina: Member, jun: Member
) -> None:
    reply = await mina.slash("quote", who="Park Ji-hu")
    profile = await jun.click(reply.button("Who is Park Ji-hu?"))
    assert profile.ephemeral
    quoted = await jun.click(profile.button("Quote Park Ji-hu"))
    assert quoted.message is profile.message
    assert quoted.ephemeral


async def test_another_one_of_somebody_elses_is_a_card_of_ones_own(
    bot: Hyosan, mina: Member, jun: Member
) -> None:
    for command, options in (("trivia", {}), ("quote", {"who": "Park Solomon"})):
        reply = await mina.slash(command, options=options)
        other = await jun.click(reply.button("Another one"))
        assert not other.ephemeral
        assert other.message is not reply.message
        assert reply.message.edits == []
        again = await jun.click(other.button("Another one"))
        assert again.message is other.message
        before = len(jun.home.messages)
        third = await mina.click(other.button("Another one"))
        assert third.message not in (reply.message, other.message)
        assert len(jun.home.messages) == before + 1


async def test_all_who_click_at_once_get_what_they_asked_for(
    bot: Hyosan, library: Library, home: Guild, mina: Member, jun: Member
) -> None:
    others = [jun, *(home.add_member(f"member{n}") for n in range(4))]
    suggest(library, "episodes", "school-set", "marks")
    reply = await mina.slash("trivia", question=VAGUE)
    twelve, set_ = reply.button(EPISODES_LABEL), reply.button("Where was the school set built?")
    clicked = await asyncio.gather(
        mina.click(twelve), *(member.click(set_) for member in others), jun.click(twelve)
    )
    own, *private, second = clicked
    assert own.message is reply.message
    assert "Twelve" in own.message.text
    assert all(one.ephemeral and "Andong" in one.text for one in private)
    assert second.ephemeral
    assert "Twelve" in second.text


async def test_two_want_another_one_at_once(bot: Hyosan, mina: Member, jun: Member) -> None:
    reply = await mina.slash("trivia")
    button = reply.button("Another one")
    mine, theirs = await asyncio.gather(mina.click(button), jun.click(button))
    assert mine.message is reply.message
    assert theirs.message is not reply.message
    assert not theirs.ephemeral


async def test_a_card_stays_its_askers_after_a_restart(
    start: Start, mina: Member, jun: Member
) -> None:
    async with start():
        reply = await mina.slash("quote", who="Park Ji-hu")
    async with start():
        assert (await jun.click(reply.button("Who is Park Ji-hu?"))).ephemeral
        assert (await mina.click(reply.button("Who is Park Ji-hu?"))).message is reply.message


async def test_in_direct_messages_there_is_nobody_else(bot: Hyosan, mina: Member) -> None:
    reply = await mina.slash("trivia", in_dm=True)
    again = await mina.click(reply.button("Another one"))
    assert again.message is reply.message


async def test_in_a_group_each_has_their_own(
    bot: Hyosan, server: DiscordServer, mina: Member
) -> None:
    dara: User = server.add_user("dara", installed=True)
    juno: User = server.add_user("juno", installed=True)
    group = server.add_group(dara, juno)
    reply = await dara.slash("trivia", channel=group)
    assert (await dara.click(reply.button("Another one"))).message is reply.message
    assert (await juno.click(reply.button("Another one"))).message is not reply.message


@pytest.mark.parametrize("is_reply", [False, True])
async def test_a_message_that_answers_another_belongs_to_its_writer(
    bot: Hyosan, server: DiscordServer, mina: Member, jun: Member, is_reply: bool
) -> None:
    part = {"type": 2, "style": 2, "label": "?", "custom_id": "hyosan:fact:episodes"}
    draft = Draft(components=[{"type": 1, "components": [part]}], flags=Flag.COMPONENTS_V2)
    asked = mina.say(EPISODES) if is_reply else None
    button = server.write(
        mina.home, draft, reply_to=asked, allowed_mentions={"parse": [], "replied_user": False}
    ).button("?")
    assert (await jun.click(button)).ephemeral
    assert (await mina.click(button)).ephemeral != is_reply


async def test_none_of_these_is_said_kindly_and_no_log_has_words_or_names(
    bot: Hyosan, library: Library, mina: Member, caplog: pytest.LogCaptureFixture
) -> None:
    suggest(library, "episodes", "school-set")
    reply = await mina.slash("trivia", question="which secret tune does cho yi-hyun hum")
    with caplog.at_level("INFO"):
        dismissed = await mina.click(reply.button("None of these"))
    assert dismissed.message is reply.message
    assert "Then I don't know that yet" in dismissed.text
    assert "What I have on Cho Yi-hyun:" in dismissed.text
    assert dismissed.button("Who is Cho Yi-hyun?")
    assert "secret" not in caplog.text
    assert "mina" not in caplog.text


async def test_every_reply_leads_on(bot: Hyosan, library: Library, mina: Member) -> None:
    asked = [
        {"question": "who wrote hamlet"},
        {"question": "how tall is cho yi-hyun"},
        {"question": "who is cho yi-hyun"},
        {"topic": "no such topic"},
        {},
    ]
    for options in asked:
        assert (await mina.slash("trivia", options=options)).buttons
    for who in ("park", "director", "nobody at all", "Choi Nam-ra"):
        assert (await mina.slash("quote", who=who)).buttons
