"""What moderators do about what members ask: commands and buttons that are put into `/facts`."""

from __future__ import annotations

from typing import Any

from discord import app_commands

from bot.client.actions import ActionKind
from bot.client.moderating import proposals, reports, stats, unanswered

__all__ = ["ACTIONS", "COMMANDS"]

COMMANDS: tuple[app_commands.Command[Any, ..., Any], ...] = (
    *unanswered.COMMANDS,
    *reports.COMMANDS,
    *stats.COMMANDS,
)
ACTIONS: tuple[ActionKind[Any], ...] = (
    *unanswered.ACTIONS,
    *proposals.ACTIONS,
    *reports.ACTIONS,
)
