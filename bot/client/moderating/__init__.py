"""What moderators do about what members ask: commands and buttons that are put into `/facts`."""

from __future__ import annotations

from typing import Any

from discord import app_commands

from bot.client.actions import ActionKind
from bot.client.moderating import proposals, reports, stats, unanswered
from bot.replies import moderation_wording as wording

__all__ = ["ACTIONS", "commands"]


def commands() -> tuple[app_commands.Command[Any, ..., Any], ...]:
    """The commands of the group, for one bot."""
    return (
        app_commands.Command(
            name="unanswered",
            description=wording.ABOUT_UNANSWERED,
            callback=unanswered.unanswered,
        ),
        app_commands.Command(
            name="reports", description=wording.ABOUT_REPORTS, callback=reports.reports
        ),
        app_commands.Command(name="stats", description=wording.ABOUT_STATS, callback=stats.stats),
    )


ACTIONS: tuple[ActionKind[Any], ...] = (
    *unanswered.ACTIONS,
    *proposals.ACTIONS,
    *reports.ACTIONS,
)
"""Buttons, selects and forms under their replies."""
