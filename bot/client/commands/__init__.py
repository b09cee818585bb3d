"""The slash commands, one module each."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import discord

from bot.client.commands.facts import facts_group
from bot.client.commands.help import help_command
from bot.client.commands.quote import quote
from bot.client.commands.trivia import trivia
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.client.tree import Tree

__all__ = ["add_commands"]

log = logging.getLogger(__name__)


def add_commands(tree: Tree, settings: Settings) -> None:
    """Add every command: those for everybody, and those that only the home guild gets."""
    for command in (trivia, quote, help_command):
        tree.add_command(command)
    if settings.home_guild_id is None:
        log.warning("HOME_GUILD_ID is not set, so there is no /facts; moderators would use it")
    else:
        tree.add_command(facts_group(settings), guild=discord.Object(settings.home_guild_id))
