"""`/help`: what the bot is, and what it can do."""

from __future__ import annotations

from collections.abc import Iterator

import discord
from discord import app_commands

from bot.client import replies
from bot.client.bot import Bot, Interaction
from bot.client.capability import AnyCommand, Capability, slash_command
from bot.client.permissions import is_moderator
from bot.replies import wording
from bot.replies.help import commands_help
from bot.replies.model import Usage

__all__ = ["capability"]


async def help_command(interaction: Interaction) -> None:
    """Tell what the person who asks can use."""
    client = interaction.client
    scopes: list[int | None] = [None]
    if is_moderator(interaction):
        scopes.append(interaction.guild_id)
    usages = [usage for scope in scopes for usage in _usages_in(client, scope)]
    reply = commands_help(client.archive.show, *client.archive.count(), usages)
    await replies.send(interaction, reply, private=True)


def _usages_in(client: Bot, scope: int | None) -> Iterator[Usage]:
    """What can be typed everywhere, or in a server, and how it is clicked."""
    guild = None if scope is None else discord.Object(scope)
    for command in client.tree.get_commands(guild=guild):
        command_id = client.registrar.id_of(command.name, scope)
        for name, about in _typed(command):
            yield Usage(name, about, id=command_id)


def _typed(command: AnyCommand) -> Iterator[tuple[str, str]]:
    """Name and purpose of each command that can be typed."""
    if isinstance(command, app_commands.Group):
        for child in command.commands:
            yield from _typed(child)
    elif isinstance(command, app_commands.Command):
        yield command.qualified_name, command.description


def capability() -> Capability:
    """The command."""
    command = slash_command("help", wording.ABOUT_HELP, help_command)
    return Capability(everywhere=(command,))
