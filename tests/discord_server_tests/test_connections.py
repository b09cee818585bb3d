"""Failures, restarts, lost connections, a process of its own."""

import asyncio
import os
import sys
from pathlib import Path

import discord
import pytest

from tests.discord_server import BotOffline, DiscordServer, Guild, Member, NoResponse, running
from tests.discord_server_tests.client import Bot

REPOSITORY = Path(__file__).resolve().parents[2]


async def test_injected_failures(
    discord_server: DiscordServer, bot: Bot, mina: Member, guild: Guild
) -> None:
    discord_server.fail_next("POST", "/callback$", status=429, retry_after=0.01)
    assert (await mina.slash("hello")).text.startswith("hello")
    discord_server.fail_next("POST", "/messages$", status=503)
    channel = bot.get_partial_messageable(guild.channels[0].id)
    with pytest.raises(discord.DiscordServerError):
        await channel.send("x")
    await channel.send("x")
    assert discord_server.refusals == []


async def test_old_button_after_a_restart(
    discord_server: DiscordServer, guild: Guild, mina: Member
) -> None:
    async with running(Bot, discord_server):
        reply = await mina.slash("card")
        old_menu = await mina.slash("menu")
    with pytest.raises(BotOffline):
        await mina.click(reply.button("Count 0"))
    async with running(Bot, discord_server):
        assert (await mina.click(reply.button("Count 0"))).button("Count 1")
        discord_server.patience = 0.1
        with pytest.raises(NoResponse):
            await mina.click(old_menu.button("Ask"))
    assert len(discord_server.command_puts) == 2


async def test_disconnect_and_resume(discord_server: DiscordServer, bot: Bot, mina: Member) -> None:
    await discord_server.disconnect()
    reply = await mina.slash("hello")
    assert reply.text.startswith("hello")
    await bot.resumed.wait()
    assert discord_server.gateway.resumes == 1
    assert len(discord_server.gateway.identifies) == 1


async def test_a_lost_session_is_begun_anew(
    discord_server: DiscordServer, bot: Bot, mina: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def at_once(shard_id: int | None, *, initial: bool = False) -> None:
        return None

    monkeypatch.setattr(bot, "before_identify_hook", at_once)
    await discord_server.disconnect(resumable=False)
    await discord_server.until_online()
    assert len(discord_server.gateway.identifies) == 2
    assert (await mina.slash("hello")).text.startswith("hello")


PROGRAM = """
import os, sys, discord
from discord import app_commands

class Program(discord.Client):
    async def setup_hook(self):
        await tree.sync()

client = Program(intents=discord.Intents.none())
tree = app_commands.CommandTree(client)

@tree.command(description="Tells its arguments")
async def arguments(interaction: discord.Interaction):
    await interaction.response.send_message(" ".join(sys.argv[1:]))

if __name__ == "__main__":
    client.run(os.environ["TOKEN"], log_handler=None)
"""


async def test_a_process_of_its_own(
    discord_server: DiscordServer, guild: Guild, mina: Member, tmp_path: Path
) -> None:
    (tmp_path / "program.py").write_text(PROGRAM)
    paths = os.pathsep.join([str(tmp_path), str(REPOSITORY)])
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.discord_server.redirect", discord_server.api_url),
        *("-m", "program", "run", "fast"),
        env=os.environ | {"PYTHONPATH": paths, "TOKEN": discord_server.token},
    )
    try:
        await discord_server.until_online()
        assert (await mina.slash("arguments")).text == "run fast"
    finally:
        process.terminate()
        await process.wait()
    await discord_server.until_offline()
