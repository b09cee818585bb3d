"""`/facts reports`: what members said is wrong, until a moderator resolves it."""

from __future__ import annotations

from collections.abc import Sequence

import discord

from bot.client import replies
from bot.client.actions import ActionKind, Entered
from bot.client.bot import Interaction
from bot.client.custom_ids import Codec, as_many, many
from bot.client.errors import Refusal
from bot.client.moderating.desk import label_of
from bot.client.moderating.showing import begin, show
from bot.client.readers import reader_of
from bot.replies import moderation_wording as wording
from bot.replies import reports as shown_as
from bot.replies import wording as common
from bot.replies.doubt import resolved
from bot.replies.model import Share
from bot.replies.reports import ListReports, Resolve, ShownReport, ShowReported
from bot.store.database import Unavailable
from bot.store.reports import Report

__all__ = ["ACTIONS", "reports"]


async def reports(interaction: Interaction) -> None:
    """Show the report that has waited for longest."""
    await begin(interaction)
    await _show(interaction, 0)


async def turn(interaction: Interaction, does: ListReports, _: Entered) -> None:
    """Show another."""
    await begin(interaction)
    await _show(interaction, does.number)


async def show_reported(interaction: Interaction, does: ShowReported, _: Entered) -> None:
    """Show what the reporter saw, as far as the moderator may see it."""
    reader = reader_of(interaction, private=True)
    reply = interaction.client.archive.follow(Share(does.told), reader)
    if reply is None:
        raise Refusal(common.GONE)
    await replies.send(interaction, reply, private=True)


async def resolve(interaction: Interaction, does: Resolve, _: Entered) -> None:
    """Close a report, and tell whoever made it, if they want to know."""
    await begin(interaction)
    try:
        closed = await interaction.client.store.reports.resolve(does.report)
    except Unavailable:
        raise Refusal(common.NOT_KEPT) from None
    if closed is None:
        raise Refusal(wording.REPORT_GONE)
    outcome = wording.WAS_MENDED if does.is_mended else wording.WAS_RIGHT
    said = await _tell(interaction, closed, outcome)
    await show(interaction, shown_as.resolved(said))


async def _tell(interaction: Interaction, closed: Report, outcome: str) -> str:
    """Write to the reporter; returns what the moderator hears of that."""
    if closed.reporter is None:
        return wording.RESOLVED
    client = interaction.client
    view = replies.view_for(client, resolved(_about(interaction, closed), outcome))
    try:
        reporter = await client.fetch_user(closed.reporter)
        await reporter.send(view=view)
    except discord.HTTPException:  # they left, or take no messages
        return wording.COULD_NOT_TELL
    return wording.TOLD_REPORTER


async def _show(interaction: Interaction, number: int) -> None:
    waiting = await _waiting(interaction)
    number = max(0, min(number, len(waiting) - 1))
    one = _shown(interaction, waiting[number]) if waiting else None
    await show(interaction, shown_as.report(one, number, len(waiting)))


async def _waiting(interaction: Interaction) -> Sequence[Report]:
    try:
        return await interaction.client.store.reports.open()
    except Unavailable:
        raise Refusal(common.NOT_READ) from None


def _shown(interaction: Interaction, report: Report) -> ShownReport:
    giveaways = interaction.client.archive.snapshot.giveaways
    horizon = reader_of(interaction, private=True).horizon
    return ShownReport(
        id=report.id,
        told=report.told,
        about=_about(interaction, report),
        text=report.text,
        is_veiled=not horizon.is_open and giveaways.tells(report.text),
        at=report.at,
        wants_to_know=report.reporter is not None,
    )


def _about(interaction: Interaction, report: Report) -> str:
    knowledge = interaction.client.archive.snapshot.knowledge
    return ", ".join(label_of(knowledge, told) for told in report.told)


# -- custom ids


def _write_told(does: ShowReported, room: int) -> str:
    return as_many(does.told, room)


def _write(does: Resolve, _: int) -> str:
    return f"{'mended' if does.is_mended else 'right'}:{does.report}"


def _read(text: str) -> Resolve:
    outcome, _, report = text.partition(":")
    return Resolve(report, outcome == "mended")


ACTIONS = (
    ActionKind(
        Codec(
            ListReports,
            "reports",
            write=lambda does, _: str(does.number),
            read=lambda text: ListReports(int(text)),
        ),
        turn,
    ),
    ActionKind(
        Codec(
            ShowReported,
            "reported",
            write=_write_told,
            read=lambda text: ShowReported(many(text)),
        ),
        show_reported,
    ),
    ActionKind(Codec(Resolve, "resolve", write=_write, read=_read), resolve),
)
