"""Runs a discord.py client against a loopback Discord."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

import discord

from .pointing import pointed_at
from .server import DiscordServer

# discord.py waits this long after the last guild before it calls itself ready; it is 2 seconds
# by default, which here would be most of a test.
GUILD_READY_SECONDS = 0.05
LOGIN_SECONDS = 300.0
"""Only so that a client that never comes does not hang a test."""

Client = TypeVar("Client", bound=discord.Client)


@asynccontextmanager
async def running(
    client_factory: Callable[[], Client], server: DiscordServer
) -> AsyncIterator[Client]:
    """Log a client in, wait until it is ready, and close it in the end."""
    with pointed_at(server.api_url):
        client = client_factory()
        client._connection.guild_ready_timeout = GUILD_READY_SECONDS
        async with client:
            session = asyncio.create_task(client.start(server.token))
            try:
                await ready(client, session)
                yield client
            finally:
                await client.close()
                await asyncio.gather(session, return_exceptions=True)
                await server.until_offline()


async def ready(client: discord.Client, session: asyncio.Task[None]) -> None:
    """Wait until the client is ready; if it fails before, so does this."""
    waiting = asyncio.create_task(client.wait_until_ready())
    done, _ = await asyncio.wait(
        {waiting, session}, timeout=LOGIN_SECONDS, return_when=asyncio.FIRST_COMPLETED
    )
    if session in done:
        waiting.cancel()
        session.result()
    if waiting not in done:
        waiting.cancel()
        raise TimeoutError("the client did not become ready")
