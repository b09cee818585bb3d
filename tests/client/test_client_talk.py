""" "Answer this", sharing what was private, and buttons of a conversation."""

from __future__ import annotations

import pytest

from bot.client.custom_ids import CUSTOM_ID_LENGTH
from bot.library import Library
from bot.replies.model import AskAbout, Share
from tests.client.support import (
    EPISODES,
    KISS,
    KISS_TITLE,
    custom_ids,
    open_text,
    suggest,
    veiled_text,
    write_facts,
)
from tests.discord_server import DiscordServer, Guild, Member, NotFoundOnMessage
from tests.discord_server.messages import Draft

pytestmark = pytest.mark.usefixtures("bot")


# -- "Answer this"


async def test_a_message_of_anybody_is_answered_to_who_asks_alone(
    home: Guild, mina: Member
) -> None:
    said = home.add_member("dara").say(EPISODES)
    reply = await mina.use_menu("Answer this", said)
    assert reply.ephemeral
    assert "Twelve." in reply.text
    assert mina.home.messages == [said]


async def test_what_it_says_to_the_bot_is_read_without_the_mention(
    server: DiscordServer, home: Guild, mina: Member
) -> None:
    said = home.add_member("dara").say(f"{server.bot.mention} zzz qqq")
    reply = await mina.use_menu("Answer this", said)
    assert "“zzz qqq”" in reply.text


async def test_it_leans_on_nothing(home: Guild, mina: Member) -> None:
    await mina.slash("trivia", question="who is On-jo?")
    said = home.add_member("dara").say("who is she?")
    assert "Nam On-jo" not in (await mina.use_menu("Answer this", said)).text


async def test_a_message_without_text_is_told_of(server: DiscordServer, mina: Member) -> None:
    card = await mina.slash("trivia", question=EPISODES)
    reply = await mina.use_menu("Answer this", card.message)
    assert reply.ephemeral
    assert "no text in this message" in reply.text


async def test_it_works_in_direct_messages_and_where_one_brings_it(
    server: DiscordServer, mina: Member
) -> None:
    assert "Twelve." in (await mina.use_menu("Answer this", mina.say(EPISODES, in_dm=True))).text
    traveller = server.add_user("juno", installed=True)
    elsewhere = server.add_guild("Elsewhere", installed=False).add_member(traveller)
    reply = await elsewhere.use_menu("Answer this", elsewhere.say(EPISODES))
    assert "Twelve." in reply.text


# -- sharing


async def test_a_private_answer_is_shared_as_a_message_of_its_own(
    home: Guild, mina: Member
) -> None:
    private = await mina.slash("trivia", question=EPISODES, private=True)
    shared = await mina.click(private.button("Share"))
    assert not shared.ephemeral
    assert shared.message is not private.message
    assert "Twelve." in shared.text
    assert "Shared by Mina" in shared.text
    assert private.message.edits == []
    with pytest.raises(NotFoundOnMessage):
        shared.button("Share")


async def test_what_is_shared_is_veiled_for_the_channel(home: Guild, mina: Member) -> None:
    said = home.add_member("dara").say(KISS)
    private = await mina.use_menu("Answer this", said)
    shared = await mina.click(private.button("Share"))
    assert "Seventeen" in veiled_text(shared)
    assert "Seventeen" not in open_text(shared)
    assert KISS_TITLE in open_text(shared)


async def test_quotes_people_and_random_facts_are_shared_as_they_were(mina: Member) -> None:
    quote = await mina.slash("quote", who="Park Ji-hu", private=True)
    assert "She trained for months" in (await mina.click(quote.button("Share"))).text
    person = await mina.slash("trivia", question="who is cho yi-hyun", private=True)
    assert "### 📖 Cho Yi-hyun" in (await mina.click(person.button("Share"))).text
    fact = await mina.slash("trivia", private=True)
    shared = await mina.click(fact.button("Share"))
    assert fact.text.splitlines()[0] in shared.text


async def test_both_of_two_answers_are_shared(mina: Member) -> None:
    asked = f"{EPISODES} And where was the school set built?"
    private = await mina.slash("trivia", question=asked, private=True)
    shared = await mina.click(private.button("Share"))
    assert "Twelve." in shared.text
    assert "In Andong." in shared.text


async def test_what_was_shared_can_be_followed_up_aloud(mina: Member) -> None:
    private = await mina.slash("trivia", question="who is On-jo?", private=True)
    await mina.click(private.button("Share"))
    assert "Nam On-jo" in (await mina.ask("who is she?")).text


async def test_two_people_share_at_once(home: Guild, mina: Member) -> None:
    dara = home.add_member("dara")
    mine = await mina.slash("trivia", question=EPISODES, private=True)
    theirs = await dara.slash("quote", who="Park Ji-hu", private=True)
    first = await mina.click(mine.button("Share"), settle=False)
    second = await dara.click(theirs.button("Share"), settle=False)
    assert "Shared by Mina" in (await first.final()).text
    assert "Shared by Dara" in (await second.final()).text


async def test_what_tells_nothing_is_not_shared(mina: Member, library: Library) -> None:
    for question in ("zzz qqq", "hi"):
        reply = await mina.slash("trivia", question=question, private=True)
        assert "Share" not in [button.label for button in reply.buttons]
    suggest(library, "episodes", "school-set")
    reply = await mina.slash("trivia", question="something vague", private=True)
    assert "Share" not in [button.label for button in reply.buttons]


async def test_nor_where_everybody_reads_it_or_nobody_else_is(mina: Member) -> None:
    for in_dm, private in ((False, False), (True, False), (True, True)):
        reply = await mina.slash("trivia", question=EPISODES, in_dm=in_dm, private=private)
        assert "Share" not in [button.label for button in reply.buttons]


async def test_what_is_gone_meanwhile_is_said_privately(mina: Member, library: Library) -> None:
    private = await mina.slash("trivia", question=EPISODES, private=True)
    folder = library.layers[0].folder
    write_facts(folder, {"facts.yaml": "facts: []\n"})
    assert library.reload().changes
    gone = await mina.click(private.button("Share"))
    assert gone.ephemeral
    assert "ask anew" in gone.text


@pytest.mark.parametrize("name", ["@everyone", "**bold** <@1>", "x" * 32])
async def test_whatever_somebody_is_called(server: DiscordServer, home: Guild, name: str) -> None:
    member = home.add_member(server.add_user("dara"), nick=name)
    private = await member.slash("trivia", question=EPISODES, private=True)
    assert "Shared by " in (await member.click(private.button("Share"))).text
    assert server.pings == []


# -- how it is written into buttons


@pytest.mark.parametrize(
    "does",
    [
        Share(("kiss-takes",)),
        Share(("a" * 80,)),
        Share(("people/a", "quotes/b")),
        AskAbout("lee-su-hyeok", "how old is he: in years"),
        AskAbout("a" * 80, ""),
    ],
)
def test_it_is_read_as_it_was_written(does: Share | AskAbout) -> None:
    written = custom_ids().write(does)
    assert len(written) <= CUSTOM_ID_LENGTH
    assert custom_ids().read(written) == does


def test_what_does_not_fit_is_left_out_whole() -> None:
    assert custom_ids().read(custom_ids().write(AskAbout("a" * 60, "why did he " * 9))) == (
        AskAbout("a" * 60, "")
    )
    several = Share(("a" * 60, "b" * 60))
    assert custom_ids().read(custom_ids().write(several)) == Share(("a" * 60,))


async def test_a_person_who_is_gone(server: DiscordServer, mina: Member) -> None:
    part = {"type": 2, "style": 2, "label": "?", "custom_id": "hyosan:about:nobody:who is he"}
    row = {"type": 1, "components": [part]}
    message = server.write(mina.home, Draft(components=[row]), allowed_mentions={"parse": []})
    gone = await mina.click(message.button("?"))
    assert gone.ephemeral
    assert "ask anew" in gone.text
