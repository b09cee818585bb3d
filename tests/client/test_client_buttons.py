"""Buttons, whoever sent them and whenever."""

from pathlib import Path

import pytest

from bot.client.app import Hyosan
from bot.library import Library
from tests.client.support import (
    EPISODES_LABEL,
    Start,
    always,
    break_quotes,
    suggest,
    write_facts,
)
from tests.discord_server import DiscordServer, Member
from tests.discord_server.messages import Draft
from tests.discord_server.reading import Button
from tests.discord_server.wire import Flag, Invoked


async def test_buttons_of_an_earlier_process_still_answer(
    start: Start, library: Library, mina: Member
) -> None:
    async with start():
        fact = await mina.slash("trivia")
        quote = await mina.slash("quote", who="Park Solomon")
        private = await mina.slash("quote", who="Park Solomon", private=True)
        suggest(library, "episodes", "marks")
        suggested = await mina.slash("trivia", question="something vague")
    start.library = Library(library.layers)
    async with start():
        assert (await mina.click(fact.button("Another one"))).button("Another one")
        assert "Park Solomon" in (await mina.click(quote.button("Another one"))).text
        assert (await mina.click(private.button("Another one"))).ephemeral
        assert "Twelve" in (await mina.click(suggested.button(EPISODES_LABEL))).text


async def test_a_fact_that_is_gone_is_said_kindly_and_privately(
    bot: Hyosan, library: Library, folder: Path, mina: Member
) -> None:
    suggest(library, "episodes", "school-set")
    reply = await mina.slash("trivia", question="something vague")
    write_facts(folder, {"facts.yaml": "facts: []\n"})
    library.reload()
    gone = await mina.click(reply.button(EPISODES_LABEL))
    assert gone.ephemeral
    assert "ask anew" in gone.text
    assert reply.message.edits == []


async def test_a_person_who_is_gone_is_said_too(
    bot: Hyosan, library: Library, folder: Path, mina: Member
) -> None:
    reply = await mina.slash("quote", who="Park Ji-hu")
    before = (folder / "people.yaml").read_text(encoding="utf-8")
    people = "".join(x for x in before.splitlines(True) if "park-ji-hu" not in x)
    quotes = (folder / "quotes.yaml").read_text(encoding="utf-8")
    quotes = quotes.replace("park-ji-hu", "cho-yi-hyun")
    write_facts(folder, {"people.yaml": people, "quotes.yaml": quotes})
    assert library.reload().changes
    gone = await mina.click(reply.button("Another one"))
    assert gone.ephemeral
    assert "no longer know" in gone.text


async def test_another_quote_of_anybody(bot: Hyosan, mina: Member) -> None:
    reply = await mina.slash("quote")
    again = await mina.click(reply.button("Another one"))
    assert again.text != reply.text


def button(server: DiscordServer, member: Member, custom_id: str) -> Button:
    """A button on a message that an earlier edition of the bot sent."""
    part = {"type": 2, "style": 2, "label": "?", "custom_id": custom_id}
    row = {"type": 1, "components": [part]}
    message = server.write(member.home, Draft(components=[row], flags=Flag.COMPONENTS_V2))
    return message.button("?")


@pytest.mark.parametrize(
    ("custom_id", "shown"),
    [
        ("hyosan:fact:episodes", "Twelve."),
        ("hyosan:person:cho-yi-hyun", "Plays Choi Nam-ra."),
        ("hyosan:random", "📖"),
        ("hyosan:quote:*:", "**"),
        ("hyosan:quote:park-ji-hu:", "She trained for months"),
        ("hyosan:quote:park-solomon:shoes", "until my shoes gave out"),
    ],
)
async def test_buttons_of_the_first_edition_still_answer(
    bot: Hyosan, server: DiscordServer, mina: Member, custom_id: str, shown: str
) -> None:
    clicked = await mina.click(button(server, mina, custom_id))
    assert shown in clicked.text


@pytest.mark.parametrize(
    "custom_id", ["hyosan:poll:9", "hyosan:quote:park", "hyosan", "hyosan:", "other:fact:episodes"]
)
async def test_a_button_of_another_edition_is_answered(
    bot: Hyosan, server: DiscordServer, mina: Member, custom_id: str
) -> None:
    clicked = await mina.click(button(server, mina, custom_id))
    assert clicked.ephemeral
    assert "no longer know" in clicked.text


async def test_a_late_click_is_dropped(
    bot: Hyosan, server: DiscordServer, mina: Member, caplog: pytest.LogCaptureFixture
) -> None:
    reply = await mina.slash("trivia")
    await mina.click(reply.button("Another one"), age=2.9, settle=False)
    await mina.click(reply.button("Another one"))
    late = next(i for i in server.interactions.values() if i.kind is Invoked.COMPONENT)
    assert late.callback is None
    assert "Dropped button hyosan:random" in caplog.text


async def test_an_error_in_a_click_is_answered_and_logged(
    bot: Hyosan, library: Library, mina: Member, caplog: pytest.LogCaptureFixture
) -> None:
    reply = await mina.slash("quote", who="Park Solomon", about="secret")
    break_quotes(library)
    failed = await mina.click(reply.button("Another one"))
    assert failed.ephemeral
    reference = failed.text.rpartition("ref ")[2].rstrip(".")
    assert f"ref {reference}: button hyosan:quote:park-solomon failed" in caplog.text
    assert "secret" not in caplog.text
    assert "AttributeError" in caplog.text


async def test_an_edit_that_discord_refuses_is_answered(
    bot: Hyosan, server: DiscordServer, mina: Member
) -> None:
    reply = await mina.slash("trivia")
    server.fail_next("POST", "/callback", status=400)
    failed = await mina.click(reply.button("Another one"))
    assert failed.ephemeral
    assert "Something went wrong" in failed.text


async def test_too_many_clicks_have_to_wait(start: Start, mina: Member, moderator: Member) -> None:
    async with start():
        reply = await mina.slash("trivia")
        for _ in range(10):
            reply = await mina.click(reply.button("Another one"))
        again = reply.button("Another one")
        refused = await mina.click(again)
        assert refused.ephemeral
        assert "try again in" in refused.text
        assert not (await moderator.click(again)).ephemeral
        assert not (await mina.slash("trivia")).ephemeral


async def test_a_broken_matcher_does_not_touch_buttons(
    bot: Hyosan, library: Library, mina: Member
) -> None:
    suggest(library, "episodes", "marks")
    reply = await mina.slash("trivia", question="something vague")
    always(library, None)
    assert "Twelve" in (await mina.click(reply.button(EPISODES_LABEL))).text
