"""Logging in: tokens, intents, registration, what comes later."""

import json
import zlib
from collections.abc import Callable
from typing import Any

import aiohttp
import discord
import pytest

from tests.discord_server import DiscordServer, Guild, Intent, running
from tests.discord_server_tests.client import Bot


async def test_login_ready_and_registration(discord_server: DiscordServer, bot: Bot) -> None:
    assert bot.user
    assert bot.application_id == discord_server.application_id
    assert [guild.name for guild in bot.guilds] == ["Hyosan High"]
    assert discord_server.gateway.intents == (
        Intent.GUILDS | Intent.GUILD_MESSAGES | Intent.DIRECT_MESSAGES
    )
    assert discord_server.gateway.heartbeats >= 1
    assert [put.guild_id for put in discord_server.command_puts] == [None]
    assert "hello" in [command["name"] for command in discord_server.command_puts[0].body]
    fetched = await bot.tree.fetch_commands()
    assert len(fetched) == len(discord_server.command_puts[0].body)
    assert discord_server.refusals == []


async def test_invalid_token(discord_server: DiscordServer) -> None:
    discord_server.token = "another"
    with pytest.raises(discord.LoginFailure):
        async with running(WrongToken, discord_server):
            pass
    assert [refusal.status for refusal in discord_server.refusals] == [401]


class WrongToken(Bot):
    """Logs in with the wrong token."""

    async def start(self, token: str, *, reconnect: bool = True) -> None:
        await super().start("wrong", reconnect=reconnect)


class Privileged(discord.Client):
    """Asks for intents that nobody has switched on."""

    def __init__(self) -> None:
        super().__init__(intents=discord.Intents(guilds=True, message_content=True))


async def test_privileged_intents_have_to_be_switched_on(discord_server: DiscordServer) -> None:
    with pytest.raises(discord.PrivilegedIntentsRequired):
        async with running(Privileged, discord_server):
            pass
    discord_server.privileged_intents = Intent.MESSAGE_CONTENT
    async with running(Privileged, discord_server) as client:
        assert client.is_ready()


async def test_guilds_channels_and_roles_that_come_later(
    discord_server: DiscordServer, guild: Guild, bot: Bot
) -> None:
    channel = guild.add_channel("later")
    role = guild.add_role("Later")
    later = discord_server.add_guild("Later High")
    await guild.add_member("mina").slash("hello")
    joined = bot.get_guild(guild.id)
    assert joined
    assert joined.get_channel(channel.id)
    assert joined.get_role(role.id)
    assert bot.get_guild(later.id)
    assert (await bot.fetch_guild(later.id)).name == "Later High"


def unzlib(data: bytes) -> str:
    return zlib.decompressobj().decompress(data).decode()


def unzstd(data: bytes) -> str:
    return pytest.importorskip("zstandard").ZstdDecompressor().decompressobj().decompress(data)


@pytest.mark.parametrize(
    ("compression", "decode"), [("zlib-stream", unzlib), ("zstd-stream", unzstd), ("", str)]
)
async def test_compression(
    discord_server: DiscordServer, compression: str, decode: Callable[[Any], Any]
) -> None:
    if compression == "zstd-stream":
        pytest.importorskip("zstandard")
    query = {"compress": compression} if compression else {}
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(discord_server.gateway_url, params=query) as socket,
    ):
        hello = json.loads(decode((await socket.receive()).data))
    assert hello["op"] == 10
