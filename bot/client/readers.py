"""Who asks on Discord: the one place that makes a Reader, of an interaction or of a message.

What is known of their horizon was read before: see `Horizons.prepare`.
"""

from __future__ import annotations

import discord

from bot.client.bot import Interaction
from bot.client.places import lineage
from bot.reader import Place, Reader
from bot.spoilers.horizon import NOTHING, Horizon
from bot.store.horizons import Horizons

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
    horizons = interaction.client.store.horizons
    own = horizons.of_member(user_id)
    if is_hidden or is_dm:
        horizon = own or NOTHING
    else:
        horizon = _public(horizons, interaction.guild_id, interaction.channel)
        if own is not None and interaction.type is discord.InteractionType.autocomplete:
            horizon = horizon.within(own)  # they alone read what is offered
    return Reader(
        user_id if is_hidden else channel_id,
        is_hidden or is_dm,
        interaction.locale.value,
        horizon,
        Place(channel_id, user_id),
        can_share=is_hidden and not is_dm,
        own=own,
    )


def writer_of(message: discord.Message, horizons: Horizons) -> Reader:
    """The person who wrote a message, in the channel where the answer will stand."""
    channel_id, guild = message.channel.id, message.guild
    own = horizons.of_member(message.author.id)
    alone = own or NOTHING
    horizon = _public(horizons, guild.id, message.channel) if guild else alone
    place = Place(channel_id, message.author.id)
    return Reader(channel_id, guild is None, None, horizon, place, own=own)


def _public(horizons: Horizons, guild_id: int | None, channel: object) -> Horizon:
    """What may be said openly in a channel; nothing, where nobody could have set anything."""
    return NOTHING if guild_id is None else horizons.of_place(guild_id, lineage(guild_id, channel))
