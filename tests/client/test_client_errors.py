"""The one error path, cooldowns, and what comes too late."""

import logging
import re

import pytest
from discord.app_commands import CommandOnCooldown

from bot.client.admission import Cooldowns
from bot.client.app import Hyosan
from bot.library import Library
from tests.client.support import EPISODES, Logged, Start, always
from tests.discord_server import DiscordServer, Guild, Member
from tests.discord_server.wire import Callback, Install, Invoked


async def test_a_failing_command_gives_a_reference_that_the_log_has_too(
    bot: Hyosan, library: Library, mina: Member, caplog: pytest.LogCaptureFixture
) -> None:
    always(library, None)
    reply = await mina.slash("trivia", question="A secret question?")
    assert reply.ephemeral
    assert "Please try again" in reply.text
    found = re.search(r"ref ([2-9A-Z]{4})\.", reply.text)
    assert found
    assert f"ref {found[1]}: /trivia failed for user {mina.user.id}" in caplog.text
    assert "the matcher is broken" in caplog.text
    assert "secret question" not in caplog.text


def one_warning(caplog: pytest.LogCaptureFixture) -> str:
    """The only line of the log that is more than information."""
    (record,) = (r for r in caplog.records if r.levelno >= logging.WARNING)
    assert record.exc_info is None
    assert "\n" not in record.message
    return record.message


async def test_a_failing_autocomplete_offers_nothing_and_is_logged(
    bot: Hyosan, library: Library, mina: Member, caplog: pytest.LogCaptureFixture
) -> None:
    always(library, None)
    assert await mina.autocomplete("trivia", "question", "x") == []
    assert one_warning(caplog).startswith("Nothing to offer in /trivia: RuntimeError")


async def test_autocomplete_of_a_command_that_is_gone_offers_nothing(
    bot: Hyosan, server: DiscordServer, mina: Member, caplog: pytest.LogCaptureFixture
) -> None:
    option = {"type": 3, "name": "x", "value": "y", "focused": True}
    data = {"id": "1", "name": "vanished", "type": 1, "options": [option]}
    sent = server.deliver(Invoked.AUTOCOMPLETE, mina, mina.home, data, owners={})
    assert await server.pulse.until(lambda: sent.settled, 5)
    assert sent.choices == []
    assert one_warning(caplog).startswith("Nothing to offer in /vanished: CommandNotFound")


@pytest.mark.parametrize("option", ["private", "vanished"])
async def test_autocomplete_of_an_option_without_it_offers_nothing(
    bot: Hyosan, server: DiscordServer, mina: Member, option: str,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    focused = {"type": 3, "name": option, "value": "y", "focused": True}
    data = {"id": "1", "name": "trivia", "type": 1, "options": [focused]}
    sent = server.deliver(Invoked.AUTOCOMPLETE, mina, mina.home, data, owners={})
    assert await server.pulse.until(lambda: sent.settled, 5)
    assert sent.choices == []
    assert one_warning(caplog).startswith("Nothing to offer in /trivia: CommandSignatureMismatch")


async def test_an_autocomplete_that_comes_too_late_is_a_line(
    bot: Hyosan, server: DiscordServer, mina: Member, logged: Logged,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    mina.type_into("trivia", "question", "x")
    server.clock.advance(4)
    await logged("/trivia came too late")
    one_warning(caplog)
    server.refusals.clear()


async def test_an_autocomplete_that_another_answered_is_a_line(
    bot: Hyosan, server: DiscordServer, mina: Member, logged: Logged,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    sent = mina.type_into("trivia", "question", "x")
    sent.answer_elsewhere(Callback.CHOICES)
    await logged("the bot is running twice")
    one_warning(caplog)
    server.refusals.clear()


async def test_choices_that_discord_refuses_are_a_line(
    bot: Hyosan, server: DiscordServer, mina: Member, logged: Logged,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    server.fail_next("POST", "/callback", status=400)
    mina.type_into("trivia", "question", "x")
    await logged("Nothing to offer in /trivia: HTTPException")
    one_warning(caplog)


@pytest.mark.parametrize("status", [400, 403, 404])
async def test_the_error_path_survives_discord_refusing_it(
    bot: Hyosan, server: DiscordServer, library: Library, mina: Member, status: int,
    logged: Logged, caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    server.fail_next("POST", "/callback", status=status)
    always(library, None)
    await mina.slash("trivia", question="x", settle=False)
    await logged("Could not tell about the error in /trivia")
    assert "the matcher is broken" in caplog.text


async def test_an_answer_that_comes_too_late_is_no_error(
    bot: Hyosan, server: DiscordServer, mina: Member, logged: Logged,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    sent = await mina.slash("trivia", settle=False)
    server.clock.advance(4)
    await logged("/trivia came too late")
    assert sent.text == ""
    assert [refusal.code for refusal in server.refusals] == [10062]
    assert "ref " not in caplog.text
    server.refusals.clear()


async def test_a_bot_that_runs_twice_is_told_to_its_owner(
    bot: Hyosan,
    server: DiscordServer,
    mina: Member,
    logged: Logged,
    caplog: pytest.LogCaptureFixture,
) -> None:
    await mina.slash("trivia", settle=False)
    (interaction,) = server.interactions.values()
    interaction.answer_elsewhere(Callback.MESSAGE)
    await logged("the bot is running twice")
    assert [refusal.code for refusal in server.refusals] == [40060]
    assert "ref " not in caplog.text
    server.refusals.clear()


@pytest.mark.parametrize("age", [2.9, 60.0])
async def test_what_comes_late_is_dropped(
    bot: Hyosan, server: DiscordServer, mina: Member, age: float, caplog: pytest.LogCaptureFixture
) -> None:
    await mina.slash("trivia", age=age, settle=False)
    await mina.slash("trivia")
    late, answered = server.interactions.values()
    assert late.callback is None
    assert answered.settled
    assert "Dropped /trivia" in caplog.text


@pytest.mark.parametrize("age", [-1.0, 0.0, 1.0, 2.3, 2.75])
async def test_what_comes_in_good_time_is_answered(
    start: Start, home: Guild, mina: Member, age: float
) -> None:
    async with start():
        start.clock.stop()
        assert "Twelve" in (await mina.slash("trivia", question=EPISODES, age=age)).text


async def test_late_typing_is_dropped_too(
    bot: Hyosan, server: DiscordServer, mina: Member, logged: Logged
) -> None:
    late = mina.type_into("trivia", "question", "x", age=2.9)
    await logged("Dropped /trivia")
    assert late.callback is None


async def test_who_is_too_fast_is_told_privately_how_long_to_wait(
    start: Start, mina: Member, moderator: Member
) -> None:
    async with start():
        for _ in range(10):
            assert not (await mina.slash("trivia")).ephemeral
        reply = await mina.slash("trivia")
        assert reply.ephemeral
        assert re.search(r"try again in (29|30) seconds", reply.text)
        assert not (await moderator.slash("trivia")).ephemeral
        assert not (await mina.slash("quote")).ephemeral
        assert await mina.autocomplete("trivia", "question", EPISODES)
        start.clock.ahead = 31
        assert not (await mina.slash("trivia", age=-31)).ephemeral


async def test_buttons_of_any_kind_count_together(
    start: Start, mina: Member, moderator: Member
) -> None:
    async with start():
        fact = (await mina.slash("trivia")).button("Another one")
        quote = (await mina.slash("quote")).button("Another one")
        for button in [fact, quote] * 5:
            assert not (await mina.click(button)).ephemeral
        for button in (fact, quote):
            assert "try again in" in (await mina.click(button)).text
        assert not (await moderator.click(fact)).ephemeral


def test_whoever_is_too_fast_is_not_forgotten_among_many_others() -> None:
    cooldowns = Cooldowns(lambda: 1000.0)
    for _ in range(Cooldowns.USES):
        cooldowns.spend(0, "/trivia")
    for user_id in range(1, Cooldowns.MOST_KEPT + 2):
        cooldowns.spend(user_id, "/trivia")
    with pytest.raises(CommandOnCooldown):
        cooldowns.spend(0, "/trivia")


def test_cooldowns_do_not_grow_for_ever() -> None:
    now = 1000.0
    cooldowns = Cooldowns(lambda: now)
    for user_id in range(Cooldowns.MOST_KEPT + 1):
        cooldowns.spend(user_id, "/trivia")
    now += Cooldowns.SECONDS + 1
    cooldowns.spend(1, "/trivia")
    assert len(cooldowns) == 1


async def test_a_command_that_is_no_longer_there_is_explained(
    bot: Hyosan, server: DiscordServer, mina: Member
) -> None:
    data = {"id": "1", "name": "vanished", "type": 1, "options": []}
    owners = {Install.GUILD: mina.guild.id}
    sent = server.deliver(Invoked.COMMAND, mina, mina.home, data, owners=owners)
    assert await server.pulse.until(lambda: sent.settled, 5)
    assert sent.result is not None
    assert sent.result.ephemeral
    assert "This command has changed" in sent.result.text
