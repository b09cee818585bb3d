"""`/help`: what the bot is, and what it can do."""

from __future__ import annotations

from collections.abc import Iterator

import discord
from discord import app_commands

from bot.client import replies
from bot.client.bot import Interaction
from bot.client.capability import AnyCommand, Capability, slash_command
from bot.client.permissions import is_moderator
from bot.replies import wording
from bot.replies.help import commands_help

__all__ = ["capability"]


async def help_command(interaction: Interaction) -> None:
    """Tell what the person who asks can use."""
    client = interaction.client
    commands: list[AnyCommand] = [*client.tree.get_commands()]
    if is_moderator(interaction):
        commands += client.tree.get_commands(guild=discord.Object(interaction.guild_id or 0))
    usages = (usage for command in commands for usage in _usages(command))
    reply = commands_help(client.archive.show, *client.archive.count(), usages)
    await replies.send(interaction, reply, private=True)


def _usages(command: AnyCommand) -> Iterator[tuple[str, str]]:
    """Name and purpose of each command that can be typed."""
    if isinstance(command, app_commands.Group):
        for child in command.commands:
            yield from _usages(child)
    elif isinstance(command, app_commands.Command):
        yield command.qualified_name, command.description


def capability() -> Capability:
    """The command."""
    command = slash_command("help", wording.ABOUT_HELP, help_command)
    return Capability(everywhere=(command,))
