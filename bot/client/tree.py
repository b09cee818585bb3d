"""The command tree: who is let through to a command, and what happens when it fails."""

from __future__ import annotations

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
        for group in guards(interaction.command):
            await group.interaction_check(interaction)
        return True

    async def on_error(
        self, interaction: Interaction, error: app_commands.AppCommandError, /
    ) -> None:
        """Answer every error of every command."""
        await answer_error(interaction, error)
