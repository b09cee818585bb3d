"""`/facts stats`: how much is asked, and what comes of it."""

from __future__ import annotations

import asyncio
import io

import discord

from bot.client.bot import Interaction
from bot.client.errors import Refusal
from bot.client.moderating.chart import chart
from bot.client.moderating.desk import label_of, look
from bot.client.moderating.showing import begin, show
from bot.matching.decision import Status
from bot.replies import moderation_wording as wording
from bot.replies import stats as shown_as
from bot.replies import wording as common
from bot.replies.stats import CameOf
from bot.store.database import Unavailable
from bot.store.unanswered import CAME_OF, TOLD

__all__ = ["stats"]

_DAYS = (7, 30, 90)
_MOST_TOLD = 5
_MOST_ASKED = 5
_TOLD_DAYS = 30
_NAME = "questions.png"


async def stats(interaction: Interaction) -> None:
    """Show the figures, as a picture and in words."""
    await begin(interaction)
    looked = await look(interaction)
    tallies = interaction.client.store.unanswered.tallies
    try:
        counted = [(days, await tallies.of(CAME_OF, days)) for days in _DAYS]
        told = await tallies.of(TOLD, _TOLD_DAYS)
    except Unavailable:
        raise Refusal(common.NOT_READ) from None
    came_of = [
        CameOf(days, *(found.get(status.value, 0) for status in Status)) for days, found in counted
    ]
    knowledge = looked.snapshot.knowledge
    most = [(label_of(knowledge, one), count) for one, count in list(told.items())[:_MOST_TOLD]]
    nothing = [looked.shown(one) for one in looked.open[:_MOST_ASKED]]
    reply = shown_as.stats(
        came_of,
        most,
        [(wording.VEILED_QUESTION if one.is_veiled else one.text, one.asked) for one in nothing],
        [wording.numbered(n, one.text) for n, one in enumerate(nothing, 1) if one.is_veiled],
    )
    legend = (wording.ANSWERED, wording.OFFERED, wording.UNKNOWN)
    rows = [f"{one.days} days" for one in came_of]
    png = await asyncio.to_thread(chart, came_of, legend, rows)
    seen = wording.chart(shown_as.in_words(came_of))
    await show(interaction, reply, [discord.File(io.BytesIO(png), _NAME, description=seen)])
