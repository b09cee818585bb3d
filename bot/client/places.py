"""Channels within what they lie in: thread, channel, category, server."""

from __future__ import annotations

import discord

from bot.store.horizons import Lineage

__all__ = ["lineage"]


def lineage(guild_id: int, channel: object) -> Lineage:
    """The ids of a channel of a server and of what it lies in now, up to the server.

    None stands for what is not known: of a thread whose channel the bot has not heard of, say.
    """
    match channel:
        case discord.Thread(parent=None):
            return channel.id, channel.parent_id, None
        case discord.Thread(parent=parent):
            return channel.id, *lineage(guild_id, parent)
        case discord.abc.GuildChannel(category_id=None):
            return channel.id, guild_id
        case discord.abc.GuildChannel(category_id=category_id):
            return channel.id, category_id, guild_id
        case _:
            return (None,)
