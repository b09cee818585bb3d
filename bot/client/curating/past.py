"""`/facts history` and `/facts undo`: what was changed, and how to take it back."""

from __future__ import annotations

from discord import app_commands

from bot.client.actions import Entered
from bot.client.bot import Interaction
from bot.client.curating.importing import propose
from bot.client.curating.showing import curator_of, put, refusal_of, take_time
from bot.curation.edits import Stale, name_of
from bot.curation.history import last_to_undo
from bot.curator import Refused
from bot.replies import curation_wording as wording
from bot.replies.curation import Ask, Undo, history, said

__all__ = ["show_history", "show_more", "undo", "undo_this"]


async def show_history(interaction: Interaction) -> None:
    """Show what was changed, the newest first."""
    await _show(interaction, 0, in_place=False)


async def show_more(interaction: Interaction, does: Ask, _: Entered) -> None:
    """Show another page in place of this one."""
    await _show(interaction, does.before, in_place=True)


async def _show(interaction: Interaction, before: int, *, in_place: bool) -> None:
    await take_time(interaction, in_place=in_place)
    found = await curator_of(interaction).history()
    reply = refusal_of(interaction, found) if isinstance(found, Refused) else history(found, before)
    await put(interaction, reply, in_place=in_place)


@app_commands.describe(change=wording.ABOUT_UNDO_CHANGE, since=wording.ABOUT_UNDO_SINCE)
async def undo(
    interaction: Interaction,
    change: app_commands.Range[int, 1] | None = None,
    since: bool = False,
) -> None:
    """Propose to take back a change; without a number, the last that can be."""
    curator = curator_of(interaction)
    await take_time(interaction)
    if change is None:
        found = await curator.history()
        if isinstance(found, Refused):
            await put(interaction, refusal_of(interaction, found))
            return
        last = last_to_undo(found)
        if last is None:
            await put(interaction, said(wording.NOTHING_TO_UNDO))
            return
        change = last.number
    await _propose(interaction, change, all_since=since)


async def undo_this(interaction: Interaction, does: Undo, _: Entered) -> None:
    """Propose to take a change back, from the history or from the log, to this person alone."""
    await take_time(interaction)
    await _propose(interaction, does.number, all_since=False)


async def _propose(interaction: Interaction, number: int, *, all_since: bool) -> None:
    try:
        found = await curator_of(interaction).undoing(number, all_since=all_since)
    except Stale as error:
        await put(interaction, said(wording.changed_since(name_of(error.edit.key))))
        return
    if found is None:
        await put(interaction, said(wording.no_such_change(number)))
        return
    await propose(interaction, found, wording.REALLY_UNDO, wording.UNDO_IT, with_file=True)
