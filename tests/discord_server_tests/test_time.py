"""How long an interaction can be answered."""

import asyncio
from typing import Any

import discord
import pytest
from discord import app_commands

from tests.discord_server import DiscordServer, Member, NoResponse
from tests.discord_server_tests.client import Bot
from tests.discord_server_tests.raw import Raw, interact


async def test_late_acknowledgement_is_refused(
    discord_server: DiscordServer, bot: Bot, mina: Member
) -> None:
    reply = await mina.slash("hello", age=4.0, settle=False)
    await bot.failed.wait()
    discord_server.patience = 0
    with pytest.raises(NoResponse, match="10062"):
        await reply.final()
    assert discord_server.refusals[-1].code == 10062
    assert isinstance(bot.errors[0], app_commands.CommandInvokeError)


async def test_a_client_sees_the_age_and_keeps_still(
    discord_server: DiscordServer, bot: Bot, mina: Member
) -> None:
    ages: list[float] = []
    both = asyncio.Event()

    async def guard(interaction: discord.Interaction[Any]) -> bool:
        ages.append((discord.utils.utcnow() - interaction.created_at).total_seconds())
        if len(ages) == 2:
            both.set()
        return ages[-1] < 1000

    bot.tree.interaction_check = guard
    discord_server.clock.advance(3600)
    await mina.slash("hello")
    await mina.slash("hello", age=4000, settle=False)
    await both.wait()
    assert ages[0] < 1000
    assert 4000 <= ages[1] < 5000
    assert discord_server.refusals == []


HELLO = {"type": 4, "data": {"content": "hello"}}


async def test_the_rules_of_acknowledging(
    discord_server: DiscordServer, bot: Bot, mina: Member, raw: Raw, silent: None
) -> None:
    path = await interact(discord_server, mina)
    token = path.split("/")[1]
    webhook = f"/webhooks/{bot.application_id}/{token}"

    assert (await raw("POST", webhook, {"content": "early"}))[1]["code"] == 10015
    for callback in (6, 7, 8, 1):
        status, body = await raw("POST", f"/interactions/{path}/callback", {"type": callback})
        assert (status, body["code"]) == (400, 50035)
    assert (await raw("POST", f"/interactions/{path}/callback", HELLO))[0] == 204
    status, body = await raw("POST", f"/interactions/{path}/callback", HELLO)
    assert (status, body["code"]) == (400, 40060)
    status, body = await raw("POST", f"/interactions/1/{token}/callback", HELLO)
    assert (status, body["code"]) == (404, 10062)

    assert (await raw("GET", f"{webhook}/messages/@original"))[1]["content"] == "hello"
    assert (await raw("DELETE", f"{webhook}/messages/@original"))[0] == 204
    assert (await raw("GET", f"{webhook}/messages/@original"))[1]["code"] == 10008
    discord_server.clock.advance(16 * 60)
    status, body = await raw("POST", webhook, {"content": "late"})
    assert (status, body["code"]) == (401, 50027)
    status, body = await raw("POST", f"/webhooks/{bot.application_id}/none", {"content": "x"})
    assert (status, body["code"]) == (401, 50027)


async def test_clock_runs_out_before_the_acknowledgement(
    discord_server: DiscordServer, bot: Bot, mina: Member, raw: Raw, silent: None
) -> None:
    path = await interact(discord_server, mina)
    discord_server.clock.advance(3.1)
    status, body = await raw("POST", f"/interactions/{path}/callback", HELLO)
    assert (status, body["code"]) == (404, 10062)
