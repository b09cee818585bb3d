"""The command tree: who is let through to a command, and what happens when it fails."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import discord
from discord import app_commands

from bot.client.admission import Admission
from bot.client.bot import Bot, Interaction
from bot.client.errors import answer_error
from bot.client.permissions import guards

__all__ = ["Tree"]


class Tree(app_commands.CommandTree[Bot]):
    """Drops what comes too late, slows down who is too fast, and answers every error."""

    def __init__(self, client: Bot, admission: Admission) -> None:
        super().__init__(client)
        self._admission = admission

    async def interaction_check(self, interaction: Interaction, /) -> bool:
        """Let a command or its autocomplete run, unless it is too late or not for this person."""
        if not self._admission.admit(interaction):
            return False
        await interaction.client.store.horizons.prepare(interaction.user.id, interaction.guild_id)
        for group in guards(interaction.command):
            await group.interaction_check(interaction)
        if interaction.type is discord.InteractionType.autocomplete:
            await self._complete(interaction)
            return False  # it is answered; discord.py would show a traceback for every failure
        return True

    async def _complete(self, interaction: Interaction) -> None:
        """Offer choices for the option that somebody is typing into."""
        command = interaction.command
        data: dict[str, Any] = dict(interaction.data or {})
        option = _focused(data.get("options") or ())
        try:
            if option is None or not isinstance(command, app_commands.Command):
                raise app_commands.CommandNotFound(str(data.get("name")), [])
            # The public names of this only tell whether there is a callback.
            await command._invoke_autocomplete(  # pyright: ignore[reportPrivateUsage]
                interaction, option, interaction.namespace
            )
        except Exception as error:
            await answer_error(interaction, error)

    async def on_error(
        self, interaction: Interaction, error: app_commands.AppCommandError, /
    ) -> None:
        """Answer every error of every command."""
        await answer_error(interaction, error)


def _focused(options: Iterable[Mapping[str, Any]]) -> str | None:
    """The option that is being typed into, below whatever subcommands."""
    for option in options:
        if option.get("focused"):
            return str(option["name"])
        if (inner := _focused(option.get("options") or ())) is not None:
            return inner
    return None
