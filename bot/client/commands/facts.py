"""`/facts`: the knowledge, for moderators."""

from __future__ import annotations

import asyncio
import io
import logging
from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot import reply
from bot.client import replies
from bot.client.permissions import moderators_only
from bot.knowledge.layers import seen_from
from bot.knowledge.problems import Problem
from bot.library import Changes, Reloaded
from bot.reply import Line, Reply
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.client.app import Hyosan

__all__ = ["facts_group"]

log = logging.getLogger(__name__)

SHOWN_PROBLEMS = 10
BUSY = Reply((Line("The facts are being reloaded already. Try again once that is done."),))


def facts_group(settings: Settings) -> app_commands.Group:
    """The group `/facts`, with its own lock: one reload at a time."""
    group = app_commands.Group(name="facts", description="Look after what I know.")
    reloading = asyncio.Lock()

    @group.command(name="reload", description="Read the knowledge files anew.")
    async def reload(interaction: discord.Interaction[Hyosan]) -> None:  # pyright: ignore[reportUnusedFunction]
        if reloading.locked():
            await replies.send(interaction, BUSY, private=True)
            return
        async with reloading:
            await interaction.response.defer(ephemeral=True, thinking=True)
            library = interaction.client.library
            outcome = await asyncio.to_thread(library.reload)
        _log_outcome(interaction.user, outcome)
        if outcome.changes is None:
            problems = tuple(seen_from(library.layers, problem) for problem in outcome.problems)
            await _send_problems(interaction, problems)
        else:
            done = reply.reload_done(outcome.changes, outcome.problems)
            await replies.send(interaction, done, private=True)

    return moderators_only(settings)(group)


async def _send_problems(
    interaction: discord.Interaction[Hyosan], problems: tuple[Problem, ...]
) -> None:
    """The first problems, and all of them in a file when there are more."""
    failed = reply.reload_failed(problems, SHOWN_PROBLEMS)
    files: list[discord.File] = []
    if len(problems) > SHOWN_PROBLEMS:
        text = "".join(f"{problem}\n" for problem in problems)
        files.append(discord.File(io.BytesIO(text.encode()), "problems.txt"))
    await replies.send(interaction, failed, private=True, files=files)


def _log_outcome(user: discord.abc.User, outcome: Reloaded) -> None:
    if outcome.changes is None:
        what = f"refused for {len(outcome.problems)} problems, first: {outcome.problems[0]}"
    else:
        what = _summary(outcome.changes)
    log.info("Facts reloaded by %s (%d): %s", user.name, user.id, what)


def _summary(changes: Changes) -> str:
    parts = {"added": changes.added, "changed": changes.changed, "removed": changes.removed}
    named = [f"{word} {', '.join(ids)}" for word, ids in parts.items() if ids]
    return "; ".join(named) or "nothing has changed"
