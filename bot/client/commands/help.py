"""`/help`: what the bot is, and what it can do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot import __version__
from bot.client import replies
from bot.client.permissions import everywhere, is_moderator
from bot.reply import Line, Reply

if TYPE_CHECKING:
    from bot.client.app import Hyosan

__all__ = ["help_command"]

Listed = app_commands.Command[Any, ..., Any] | app_commands.Group | app_commands.ContextMenu


@everywhere
@app_commands.command(name="help")
async def help_command(interaction: discord.Interaction[Hyosan]) -> None:
    """What I do, and how to ask me."""
    client = interaction.client
    commands: list[Listed] = [*client.tree.get_commands()]
    if is_moderator(interaction, client.settings):
        commands += client.tree.get_commands(guild=discord.Object(interaction.guild_id or 0))
    knowledge = client.library.current.knowledge
    reply = Reply(
        (
            Line("Hyosan", "heading"),
            Line(
                "I keep the archive of All of Us Are Dead: "
                f"{len(knowledge.facts)} facts and {len(knowledge.quotes)} quotes."
            ),
            *(Line(text) for command in commands for text in _usage(command)),
            Line(
                "Each answer links to who reported it. What I cannot source I leave out, what I "
                "do not know I say, and what gives the plot away stays behind spoiler bars."
            ),
            Line(f"Hyosan {__version__}", "small"),
        )
    )
    await replies.send(interaction, reply, private=True)


def _usage(command: Listed) -> Iterator[str]:
    """A line for each command that can be typed."""
    if isinstance(command, app_commands.Group):
        for child in command.commands:
            yield from _usage(child)
    elif isinstance(command, app_commands.Command):
        yield f"/{command.qualified_name}: {command.description}"
