"""Who asks on Discord: the one place that makes a Reader, of an interaction or of a message."""

from __future__ import annotations

import discord

from bot.client.bot import Interaction
from bot.reader import Place, Reader
from bot.spoilers.horizon import NOTHING

__all__ = ["reader_of", "writer_of"]


def reader_of(interaction: Interaction, *, private: bool = False, shared: bool = False) -> Reader:
    """The person behind an interaction.

    `private` when they want to read the answer alone; `shared` when everybody is to read it,
    although it comes of a message that is theirs alone.
    """
    message = interaction.message
    is_hidden = not shared and (private or (message is not None and message.flags.ephemeral))
    is_dm = bool(interaction.context.dm_channel)
    user_id = interaction.user.id
    channel_id = interaction.channel_id or user_id
    return Reader(
        user_id if is_hidden else channel_id,
        is_hidden or is_dm,
        interaction.locale.value,
        NOTHING,
        Place(channel_id, user_id),
        can_share=is_hidden and not is_dm,
    )


def writer_of(message: discord.Message) -> Reader:
    """The person who wrote a message, in the channel where the answer will stand."""
    channel_id = message.channel.id
    place = Place(channel_id, message.author.id)
    return Reader(channel_id, message.guild is None, None, NOTHING, place)
