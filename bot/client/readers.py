"""Who asks on Discord: the one place that makes a Reader from an interaction."""

from __future__ import annotations

from bot.client.bot import Interaction
from bot.reader import Reader
from bot.spoilers.horizon import NOTHING

__all__ = ["reader_of"]


def reader_of(interaction: Interaction, *, private: bool = False) -> Reader:
    """The person behind an interaction; `private` when they want to read the answer alone."""
    message = interaction.message
    is_hidden = private or (message is not None and message.flags.ephemeral)
    user_id = interaction.user.id
    scope = user_id if is_hidden else interaction.channel_id or user_id
    is_private = is_hidden or bool(interaction.context.dm_channel)
    return Reader(scope, is_private, interaction.locale.value, NOTHING)
