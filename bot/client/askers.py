"""Whose a card is: only they may put another in its place."""

from __future__ import annotations

import discord

from bot.client.bot import Interaction

__all__ = ["is_theirs"]


def is_theirs(interaction: Interaction) -> bool:
    """Whether the message with the component is the card of the person who used it.

    It is theirs who asked for it, by a command, a button or a message that it answers; what only
    they can see is theirs too. A card of which that is not known is nobody's.
    """
    message = interaction.message
    if message is None or message.flags.ephemeral or interaction.context.dm_channel:
        return True
    return _asker_id(message) == interaction.user.id


def _asker_id(message: discord.Message) -> int | None:
    if message.interaction_metadata is not None:
        return message.interaction_metadata.user.id
    asked = message.reference.resolved if message.reference else None
    return asked.author.id if isinstance(asked, discord.Message) else None
