"""Who may do what, declared once: as Discord shows it, and as it is checked when it counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import discord
from discord import app_commands

from bot.client.bot import Interaction
from bot.client.errors import Refusal
from bot.replies import wording
from bot.settings import Settings

__all__ = [
    "EVERYBODY",
    "MODERATORS",
    "SERVER_KEEPERS",
    "GuardedGroup",
    "Permission",
    "guards",
    "is_moderator",
    "keeps",
]

AnyCommand = app_commands.Command[Any, ..., Any] | app_commands.ContextMenu


@dataclass(frozen=True, slots=True)
class Permission:
    """Who may use a group of commands, a component or a form."""

    allows: Callable[[Interaction], bool]
    """Decides, each time that somebody does something."""
    refusal: str = wording.NOT_ALLOWED
    """What everybody else is told."""
    hint: Callable[[Settings], discord.Permissions | None] = lambda settings: None
    """Whom Discord shows the commands to; None for everybody. Server managers can change it."""

    def check(self, interaction: Interaction) -> None:
        """Raise Refusal to somebody who may not."""
        if not self.allows(interaction):
            raise Refusal(self.refusal)


class GuardedGroup(app_commands.Group):
    """Commands in servers that a permission stands before, whenever and however they are added.

    Subgroups and autocomplete are checked too: see `guards`.
    """

    def __init__(
        self, permission: Permission, settings: Settings, *, name: str, description: str
    ) -> None:
        """A group for those whom `permission` allows."""
        super().__init__(
            name=name,
            description=description,
            default_permissions=permission.hint(settings),
            allowed_contexts=app_commands.AppCommandContext(
                guild=True, dm_channel=False, private_channel=False
            ),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
        )
        self.permission = permission

    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        """Let through whom the permission allows; raises Refusal to all others."""
        self.permission.check(interaction)
        return True


def guards(command: AnyCommand | None) -> Iterator[GuardedGroup]:
    """The guarded groups that a command is in, however deep.

    discord.py asks only the innermost group, and none for autocomplete; the tree asks them all.
    """
    group = command.parent if isinstance(command, app_commands.Command) else None
    while group is not None:
        if isinstance(group, GuardedGroup):
            yield group
        group = group.parent


def is_moderator(interaction: Interaction) -> bool:
    """Whether somebody acts as a moderator of the home guild, in it."""
    settings = interaction.client.settings
    if interaction.guild_id is None or interaction.guild_id != settings.home_guild_id:
        return False  # with a server of their own, anybody holds Manage Server somewhere
    if interaction.permissions.manage_guild or interaction.permissions.administrator:
        return True
    return not settings.moderator_role_ids.isdisjoint(_role_ids(interaction.user))


def _role_ids(user: discord.User | discord.Member) -> Iterator[int]:
    """Ids of the roles that the interaction says somebody has."""
    if isinstance(user, discord.Member):
        # Everything public looks the roles up in a cache of the server, which may be empty.
        yield from user._roles  # pyright: ignore[reportPrivateUsage]


def _hint_for_moderators(settings: Settings) -> discord.Permissions | None:
    """Manage Server, unless roles decide: Discord cannot be told to show a command to these."""
    return None if settings.moderator_role_ids else discord.Permissions(manage_guild=True)


def is_server_keeper(interaction: Interaction) -> bool:
    """Whether somebody may decide for the server that they act in, whichever it is."""
    may = interaction.permissions
    return interaction.guild_id is not None and (may.manage_guild or may.administrator)


def keeps(interaction: Interaction, channel_id: int) -> bool:
    """Whether somebody may decide for a channel, a category or a thread of their server."""
    if is_server_keeper(interaction):
        return True
    guild, user = interaction.guild, interaction.user
    if guild is None or not isinstance(user, discord.Member):
        return False
    if channel_id == interaction.channel_id:
        return interaction.permissions.manage_channels
    channel = guild.get_channel_or_thread(channel_id)
    return channel is not None and channel.permissions_for(user).manage_channels


EVERYBODY = Permission(lambda interaction: True)
MODERATORS = Permission(is_moderator, wording.MODERATORS_ONLY, _hint_for_moderators)
"""Moderators of the home guild: people with Manage Server, or with one of the roles set."""
SERVER_KEEPERS = Permission(is_server_keeper, wording.NOT_FOR_THIS_SERVER)
"""People with Manage Server, each in their own server."""
