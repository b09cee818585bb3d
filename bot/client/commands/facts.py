"""`/facts`: the knowledge, for moderators."""

from __future__ import annotations

import asyncio
import io
import logging

import discord
from discord import app_commands

from bot.client import curating, moderating, replies
from bot.client.bot import Interaction
from bot.client.capability import Capability
from bot.client.permissions import MODERATORS, GuardedGroup
from bot.knowledge.layers import seen_from
from bot.knowledge.problems import Problem, number_of
from bot.library import Changes, Reloaded
from bot.replies import wording
from bot.replies.model import Kind, Reply, Text
from bot.replies.reload import SHOWN_PROBLEMS, problems_in_full, reload_done, reload_failed
from bot.settings import Settings

__all__ = ["capability"]

log = logging.getLogger(__name__)

_PARTS = (curating, moderating)
"""What the group has besides, a package each: its commands, and what stands under their replies."""

_BUSY = Reply((Text(wording.RELOADING_ALREADY),), kind=Kind.REFUSED)


class FactsGroup(GuardedGroup):
    """The group `/facts`, with its own lock: one reload at a time."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(MODERATORS, settings, name="facts", description=wording.ABOUT_FACTS)
        self._reloading = asyncio.Lock()

    @app_commands.command(name="reload", description=wording.ABOUT_FACTS_RELOAD)
    async def reload(self, interaction: Interaction) -> None:
        """Read the knowledge files anew, and tell what has changed."""
        if self._reloading.locked():
            await replies.send(interaction, _BUSY, private=True)
            return
        archive = interaction.client.archive
        async with self._reloading:
            await interaction.response.defer(ephemeral=True, thinking=True)
            outcome = await asyncio.to_thread(archive.reload)
        _log_outcome(interaction.user, outcome)
        if outcome.changes is None:
            problems = tuple(seen_from(archive.layers, found) for found in outcome.problems)
            await _send_problems(interaction, problems)
        else:
            done = reload_done(outcome.changes, number_of(outcome.problems))
            told = tuple(seen_from(archive.layers, found) for found in outcome.problems)
            await replies.send(interaction, done, private=True, files=_in_full(told))


def capability(settings: Settings) -> Capability:
    """The group with all its parts; without a home guild nobody can use it."""
    group = FactsGroup(settings)
    for part in _PARTS:
        for command in part.commands():
            group.add_command(command)
    actions = tuple(action for part in _PARTS for action in part.ACTIONS)
    return Capability(at_home=(group,), actions=actions)


async def _send_problems(interaction: Interaction, problems: tuple[Problem, ...]) -> None:
    """The first problems, and all of them in a file when there are more."""
    files = _in_full(problems) if len(problems) > SHOWN_PROBLEMS else []
    await replies.send(interaction, reload_failed(problems), private=True, files=files)


def _in_full(problems: tuple[Problem, ...]) -> list[discord.File]:
    """A file with all problems; none where there are none."""
    if not problems:
        return []
    return [discord.File(io.BytesIO(problems_in_full(problems)), "problems.txt")]


def _log_outcome(user: discord.abc.User, outcome: Reloaded) -> None:
    if outcome.changes is None:
        what = f"refused for {number_of(outcome.problems)} problems, first: {outcome.problems[0]}"
    else:
        what = _summary(outcome.changes)
    log.info("Facts reloaded by %s (%d): %s", user.name, user.id, what)


def _summary(changes: Changes) -> str:
    parts = {"added": changes.added, "changed": changes.changed, "removed": changes.removed}
    named = [f"{word} {', '.join(ids)}" for word, ids in parts.items() if ids]
    return "; ".join(named) or "nothing has changed"
