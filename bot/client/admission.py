"""Whom to answer at all: nobody who waited too long, and nobody who is too fast."""

from __future__ import annotations

import logging
from typing import Any

import discord
from discord import app_commands

from bot.client.clock import Clock
from bot.client.naming import name_of

__all__ = ["Admission", "Cooldowns"]

log = logging.getLogger(__name__)

MAX_AGE_SECONDS = 2.8
"""Discord takes a first answer for 3 seconds; the rest is for the way there."""


class Cooldowns:
    """How often one person may do one thing; or how often something may be done in one place."""

    USES = 10
    SECONDS = 30.0
    MOST_KEPT = 10_000

    def __init__(self, clock: Clock, uses: int = USES, seconds: float = SECONDS) -> None:
        """Allow so many uses in so many seconds."""
        self._clock = clock
        self._uses = uses
        self._seconds = seconds
        self._running: dict[tuple[int, str], app_commands.Cooldown] = {}

    def spend(self, owner_id: int, name: str) -> None:
        """Count one use; raises CommandOnCooldown when it is one too many."""
        now = self._clock()
        if len(self._running) > self.MOST_KEPT:
            self._forget_idle(now)
        cooldown = self._running.setdefault(
            (owner_id, name), app_commands.Cooldown(self._uses, self._seconds)
        )
        retry_after = cooldown.update_rate_limit(now)
        if retry_after is not None:
            raise app_commands.CommandOnCooldown(cooldown, retry_after)

    def __len__(self) -> int:
        """How many it keeps in mind."""
        return len(self._running)

    def _forget_idle(self, now: float) -> None:
        self._running = {
            key: cooldown
            for key, cooldown in self._running.items()
            if cooldown.get_tokens(now) < self._uses
        }


class Admission:
    """Lets interactions through, of commands, components and forms alike."""

    def __init__(self, monotonic: Clock, discord_time: Clock) -> None:
        """Let through by two clocks: one that is never set, and the one of Discord's."""
        self._discord_time = discord_time
        self._cooldowns = Cooldowns(monotonic)

    def admit(self, interaction: discord.Interaction[Any]) -> bool:
        """Whether to answer at all: False when it is too late.

        Raises CommandOnCooldown to people who are too fast; typing into an option is free.
        """
        age = self._discord_time() - interaction.created_at.timestamp()
        if age > MAX_AGE_SECONDS:
            log.warning(
                "Dropped %s, which came %.1f seconds late; if this goes on, this machine is too "
                "busy, or its network too slow", name_of(interaction), age,
            )  # fmt: skip
            return False
        if interaction.type is not discord.InteractionType.autocomplete:
            self._cooldowns.spend(interaction.user.id, _counted_as(interaction))
        return True


def _counted_as(interaction: discord.Interaction[Any]) -> str:
    """Each command on its own, all components and forms together."""
    is_command = interaction.type is discord.InteractionType.application_command
    return name_of(interaction) if is_command else "components"
