"""`/facts check`: the curator's report, made in a process of its own."""

from __future__ import annotations

import datetime as dt
import io
import logging

import discord

from bot.checker import CheckFailed, check_apart
from bot.client.bot import Interaction
from bot.client.curating.showing import put, take_time
from bot.client.errors import Refusal
from bot.knowledge.layers import seen_from
from bot.replies import curation_wording as wording
from bot.replies.curation import checked, said
from bot.replies.reload import SHOWN_PROBLEMS, problems_in_full

__all__ = ["Checking"]

log = logging.getLogger(__name__)


class Checking:
    """One check at a time."""

    def __init__(self) -> None:
        self._is_going_on = False

    async def check(self, interaction: Interaction) -> None:
        """Check the files as they are on the disk, and report."""
        if self._is_going_on:
            raise Refusal(wording.CHECKING_ALREADY)
        self._is_going_on = True
        try:
            await take_time(interaction)
            await self._report(interaction)
        finally:
            self._is_going_on = False

    async def _report(self, interaction: Interaction) -> None:
        client = interaction.client
        layers = client.archive.layers
        today = dt.datetime.now(dt.UTC).date()
        stale_before = today - dt.timedelta(days=client.settings.stale_after_days)
        try:
            found = await check_apart(layers, stale_before)
        except CheckFailed as error:
            log.error("The knowledge could not be checked: %s", error)
            await put(interaction, said(wording.CHECK_FAILED))
            return
        problems = tuple(seen_from(layers, problem) for problem in found)
        files: list[discord.File] = []
        if len(problems) > SHOWN_PROBLEMS:
            whole = io.BytesIO(problems_in_full(problems))
            files.append(discord.File(whole, "problems.txt", spoiler=True))
        await put(interaction, checked(problems), files)
