"""The loopback Discord, a guild in it, and the throw-away client."""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from tests.discord_server import DiscordServer, Guild, Member, running
from tests.discord_server_tests.client import Bot
from tests.discord_server_tests.raw import Raw


@pytest.fixture
async def discord_server() -> AsyncIterator[DiscordServer]:
    async with DiscordServer() as server:
        yield server


@pytest.fixture
def guild(discord_server: DiscordServer) -> Guild:
    return discord_server.add_guild("Hyosan High", id=1_100_000_000_000_000_100)


@pytest.fixture
def mina(guild: Guild) -> Member:
    return guild.add_member("mina", locale="ko")


@pytest.fixture
async def bot(discord_server: DiscordServer, guild: Guild) -> AsyncIterator[Bot]:
    async with running(Bot, discord_server) as client:
        yield client


@pytest.fixture
async def raw(discord_server: DiscordServer) -> AsyncIterator[Raw]:
    async with aiohttp.ClientSession() as session:
        yield Raw(discord_server, session)


@pytest.fixture
async def silent(discord_server: DiscordServer, guild: Guild, bot: Bot, raw: Raw) -> None:
    """A command that the client does not know, for answering by hand."""
    body = [{"name": "silent", "description": "x"}]
    await raw("PUT", f"/applications/{bot.application_id}/guilds/{guild.id}/commands", body)
