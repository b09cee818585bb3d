"""What a module of `commands` exports: its commands, and what can stand under its replies."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from discord import app_commands

from bot.client.actions import ActionKind
from bot.client.permissions import GuardedGroup, Permission

__all__ = ["AnyCommand", "Capability", "slash_command"]

AnyCommand = app_commands.Command[Any, ..., Any] | app_commands.Group | app_commands.ContextMenu


@dataclass(frozen=True, slots=True)
class Capability:
    """Something that the bot can do on Discord."""

    everywhere: tuple[AnyCommand, ...] = ()
    """Commands for everybody, in every server and in direct messages."""
    at_home: tuple[AnyCommand, ...] = ()
    """Commands that only the home guild gets."""
    actions: tuple[ActionKind[Any], ...] = ()
    """The kinds of buttons, selects and forms that belong to them."""

    @property
    def permissions(self) -> tuple[Permission, ...]:
        """What stands before its groups of commands, and so before its actions too."""
        commands = (*self.everywhere, *self.at_home)
        return tuple(group.permission for group in commands if isinstance(group, GuardedGroup))


def slash_command(
    name: str, description: str, callback: Callable[..., Coroutine[Any, Any, None]]
) -> app_commands.Command[Any, ..., None]:
    """A command that works in servers and in direct messages, however the bot got there."""
    return app_commands.Command(
        name=name,
        description=description,
        callback=callback,
        allowed_contexts=app_commands.AppCommandContext(
            guild=True, dm_channel=True, private_channel=True
        ),
        allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
    )
