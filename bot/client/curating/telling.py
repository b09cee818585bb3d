"""Every change goes to the log, and to the channel that moderators keep for it."""

from __future__ import annotations

import logging

import aiohttp
import discord

from bot.client import replies
from bot.client.bot import Bot
from bot.client.naming import told
from bot.curation.edits import name_of
from bot.curation.history import Change
from bot.replies.curation import note_of
from bot.replies.model import Reply

__all__ = ["note", "tell"]

log = logging.getLogger(__name__)

_LOGGED = 20
"""Things that a line of the log names."""


async def tell(client: Bot, change: Change) -> None:
    """Tell of a change; a channel that cannot be written to is told of in the log."""
    names = [*dict.fromkeys(name_of(edit.key) for edit in change.edits)]
    more = f" and {len(names) - _LOGGED} more" if len(names) > _LOGGED else ""
    log.info(
        "Facts changed by %s (%d), change %d, %s: %s%s",
        change.by.name, change.by.id, change.number, change.why, ", ".join(names[:_LOGGED]), more,
    )  # fmt: skip
    await note(client, note_of(change))


async def note(client: Bot, reply: Reply) -> None:
    """Put something into the moderators' channel, if there is one."""
    channel_id = client.settings.log_channel_id
    if channel_id is None:
        return
    try:
        channel = client.get_partial_messageable(channel_id, guild_id=client.settings.home_guild_id)
        await channel.send(view=replies.view_for(client, reply))
    except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
        log.warning("Could not write to the channel in LOG_CHANNEL_ID: %s", told(error))
