"""Showing a moderator something, privately, however long it took to find."""

from __future__ import annotations

from collections.abc import Sequence

import discord

from bot.client import replies
from bot.client.bot import Interaction
from bot.replies.model import Reply

__all__ = ["begin", "show"]


async def begin(interaction: Interaction) -> None:
    """Let somebody wait: for a new message, or for what takes the place of the one they clicked."""
    if interaction.type is discord.InteractionType.application_command:
        await interaction.response.defer(ephemeral=True, thinking=True)
    else:
        await interaction.response.defer()


async def show(interaction: Interaction, reply: Reply, files: Sequence[discord.File] = ()) -> None:
    """What somebody waited for."""
    if interaction.type is discord.InteractionType.application_command:
        await replies.send(interaction, reply, private=True, files=files)
    else:
        view = replies.view_for(interaction.client, reply, files)
        await interaction.edit_original_response(view=view, attachments=files)
