"""Showing a moderator something: a new message to them alone, or in place of what they clicked."""

from __future__ import annotations

from collections.abc import Sequence

import discord

from bot.client.bot import Interaction
from bot.client.curating.showing import put, take_time
from bot.replies.model import Reply

__all__ = ["begin", "show"]


async def begin(interaction: Interaction) -> None:
    """Let somebody wait, however long it takes to find."""
    await take_time(interaction, in_place=_is_in_place(interaction))


async def show(interaction: Interaction, reply: Reply, files: Sequence[discord.File] = ()) -> None:
    """What somebody waited for."""
    await put(interaction, reply, files, in_place=_is_in_place(interaction))


def _is_in_place(interaction: Interaction) -> bool:
    return interaction.type is not discord.InteractionType.application_command
