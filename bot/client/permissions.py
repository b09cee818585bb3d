"""Who may do what, declared once: as Discord shows it, and as it is checked when it counts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ParamSpec

import discord
from discord import app_commands

from bot.client.errors import Refusal
from bot.settings import Settings

__all__ = ["everywhere", "is_moderator", "moderators_only"]

P = ParamSpec("P")


def everywhere(
    command: app_commands.Command[Any, P, None],
) -> app_commands.Command[Any, P, None]:
    """Decorate a command that works in servers and in direct messages, however it got there."""
    command = app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)(command)
    return app_commands.allowed_installs(guilds=True, users=True)(command)


def moderators_only(
    settings: Settings,
) -> Callable[[app_commands.Group], app_commands.Group]:
    """Decorate a group of commands that are for the moderators of the home guild.

    The hint hides the group from people without Manage Server. Discord cannot be told to show it
    to certain roles too, so with moderator roles set there is no hint, and the check decides.
    """

    def check(interaction: discord.Interaction[Any]) -> bool:
        if not is_moderator(interaction, settings):
            raise Refusal(
                "Only moderators of my home server can use this. "
                "Ask one of them if something needs doing."
            )
        return True

    def decorate(group: app_commands.Group) -> app_commands.Group:
        if not settings.moderator_role_ids:
            group = app_commands.default_permissions(manage_guild=True)(group)
        group = app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)(group)
        group = app_commands.allowed_installs(guilds=True, users=False)(group)
        for command in group.walk_commands():
            if isinstance(command, app_commands.Command):
                command.add_check(check)
        return group

    return decorate


def is_moderator(interaction: discord.Interaction[Any], settings: Settings) -> bool:
    """Whether somebody acts as a moderator of the home guild, in it."""
    member = interaction.user
    if interaction.guild_id is None or interaction.guild_id != settings.home_guild_id:
        return False  # with a server of their own, anybody holds Manage Server somewhere
    if interaction.permissions.manage_guild or interaction.permissions.administrator:
        return True
    return isinstance(member, discord.Member) and any(
        member.get_role(role_id) for role_id in settings.moderator_role_ids
    )
