"""Places that are gone: what was set for a channel, a category, a thread or a server goes too.

Discord tells of most while the bot is there to hear it; of the rest it is asked at each start.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from contextlib import suppress

import aiohttp
import discord

from bot.client.bot import Bot
from bot.client.naming import told
from bot.store.database import Unavailable

__all__ = ["forget_gone", "forget_place", "forget_server"]

log = logging.getLogger(__name__)


async def forget_place(client: Bot, guild_id: int, scope_id: int) -> None:
    """Keep nothing of a channel, a category or a thread that was deleted."""
    with suppress(Unavailable):  # then it is found at the next start
        await client.store.horizons.unset_scope(guild_id, scope_id)


async def forget_server(client: Bot, guild_id: int) -> None:
    """Keep nothing of a server that the bot has left."""
    with suppress(Unavailable):
        await client.store.forget_server(guild_id)


async def forget_gone(client: Bot) -> None:
    """Keep nothing of what was deleted or left while the bot was not there."""
    here = {guild.id: guild for guild in client.guilds}
    try:
        places = await client.store.horizons.places()
        for guild_id in {*places, *await client.store.servers.all()}:
            guild = here.get(guild_id)
            if guild is None:
                await forget_server(client, guild_id)
            elif not guild.unavailable:
                await _forget_places(client, guild, places.get(guild_id, set()))
    except Unavailable:
        return
    except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
        log.warning("Could not look for places that are gone: %s", told(error))


async def _forget_places(client: Bot, guild: discord.Guild, scope_ids: Iterable[int]) -> None:
    """Ask Discord for those places of a server that it has not told of: threads, mostly."""
    for scope_id in scope_ids:
        if scope_id == guild.id or guild.get_channel_or_thread(scope_id) is not None:
            continue
        try:
            await client.fetch_channel(scope_id)
        except discord.NotFound:
            await forget_place(client, guild.id, scope_id)
        except (discord.Forbidden, discord.InvalidData):
            pass  # it is there; the bot may not see it, or cannot read what it is
