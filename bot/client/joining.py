"""What the bot does when it has come to a server: it offers the moderators their choice, once."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import aiohttp
import discord

from bot.client import replies
from bot.client.bot import Bot
from bot.client.naming import told
from bot.replies.spoilers import first_offer
from bot.store.database import Unavailable

__all__ = ["offer_choice"]

log = logging.getLogger(__name__)


async def offer_choice(client: Bot, guild: discord.Guild) -> None:
    """Ask what may be said openly, where moderators or, failing that, everybody will see it.

    Nothing is asked where that is not sure to be remembered: it would be asked time and again.
    """
    servers = client.store.servers
    channel = next(_rooms(guild), None)
    try:
        if channel is None or await servers.was_asked(guild.id):
            return
        await servers.note(guild.id)
        await channel.send(
            view=replies.view_for(client, first_offer(guild.id, client.archive.show))
        )
    except Unavailable:
        log.info("Did not ask %s what may be said openly, as that could not be kept", guild)
    except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
        log.warning("Could not ask %s what may be said openly: %s", guild, told(error))


def _rooms(guild: discord.Guild) -> Iterator[discord.TextChannel]:
    """Channels in which the bot may write: that for moderators, that for news, then all others."""
    first = (guild.public_updates_channel, guild.system_channel)
    for channel in (*filter(None, first), *guild.text_channels):
        may = channel.permissions_for(guild.me)
        if may.view_channel and may.send_messages:
            yield channel
