"""Clocks that are wrong: on the bot's machine, and set while it runs."""

import time

import pytest

from bot.client.clock import DiscordClock
from tests.client.support import EPISODES, Logged, Start
from tests.discord_server import DiscordServer, Member


@pytest.mark.parametrize("ahead", [3.5, 3600.0, -3600.0])
async def test_a_machine_with_a_wrong_clock_answers(
    start: Start, server: DiscordServer, mina: Member, ahead: float
) -> None:
    server.snowflakes.ahead = -ahead
    start.learns_time = True
    async with start():
        assert "Twelve" in (await mina.slash("trivia", question=EPISODES)).text


async def test_what_is_late_is_dropped_even_by_a_clock_that_is_behind(
    start: Start, server: DiscordServer, mina: Member, logged: Logged
) -> None:
    server.snowflakes.ahead = 3600.0
    start.learns_time = True
    async with start():
        await mina.slash("trivia", age=4.0, settle=False)
        await logged("Dropped /trivia")


async def test_a_clock_that_is_set_back_makes_nobody_wait_longer(
    start: Start, server: DiscordServer, mina: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    start.learns_time = True
    async with start():
        for _ in range(10):
            await mina.slash("trivia")
        now = time.time
        monkeypatch.setattr(time, "time", lambda: now() - 3600)
        server.snowflakes.ahead = 3600.0
        assert "try again in 30 seconds" in (await mina.slash("trivia")).text


def test_each_answer_narrows_down_what_time_it_is() -> None:
    now = 100.0
    clock = DiscordClock(lambda: now)  # and it is 5,000.7 at Discord
    clock.learn(5000.0, asked=100.0, answered=100.2)
    assert clock() == pytest.approx(4999.8)
    now = 100.4
    clock.learn(5001.0, asked=100.35, answered=100.4)
    assert clock() == pytest.approx(5001.0)
    now = 110.0
    clock.learn(5009.0, asked=109.0, answered=110.0)
    assert clock() == pytest.approx(5010.6)


def test_a_clock_that_stood_still_is_set_right() -> None:
    clock = DiscordClock(lambda: 200.0)
    clock.learn(5000.0, asked=100.0, answered=100.2)
    clock.learn(9000.0, asked=199.9, answered=200.0)
    assert clock() == pytest.approx(9000.0)


def test_until_discord_has_told_the_machine_is_believed() -> None:
    assert DiscordClock(lambda: 0.0)() == pytest.approx(time.time(), abs=60)
