"""How moderators' commands are answered: to them alone, and in place of what they clicked on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import discord

from bot.client import replies
from bot.client.bot import Interaction
from bot.client.errors import Refusal
from bot.curation.drafts import Draft
from bot.curation.pending import Gone
from bot.curator import Curator, Done, Outcome, Proposal, Refused
from bot.knowledge.layers import seen_from
from bot.knowledge.problems import Problem
from bot.replies import curation_wording as wording
from bot.replies.curation import changed_by_hand, refused, said, written
from bot.replies.model import Reply

__all__ = ["curator_of", "outcome_of", "put", "refusal_of", "seen", "take_time", "waiting"]


def curator_of(interaction: Interaction) -> Curator:
    """Who changes the knowledge; raises Refusal where nobody can."""
    curator = interaction.client.curator
    if curator is None:
        raise Refusal(wording.NO_LAYER)
    return curator


async def take_time(interaction: Interaction, *, in_place: bool = False) -> None:
    """Say that something will come: a new message to them alone, or one in place of this one."""
    if in_place:
        await interaction.response.defer()
    else:
        await interaction.response.defer(ephemeral=True, thinking=True)


async def put(
    interaction: Interaction,
    reply: Reply,
    files: Sequence[discord.File] = (),
    *,
    in_place: bool = False,
) -> None:
    """Show what was waited for, as `take_time` said."""
    if in_place:
        view = replies.view_for(interaction.client, reply, files)
        await interaction.edit_original_response(view=view, attachments=files)
    else:
        await replies.send(interaction, reply, private=True, files=files)


def waiting(interaction: Interaction, token: str, *, take: bool = False) -> Draft | Proposal:
    """What waits for this person to confirm it; raises Refusal for all others, and when it is over.

    With `take` it waits no longer.
    """
    pending = curator_of(interaction).waiting
    found = (pending.take if take else pending.look)(token, interaction.user.id)
    if isinstance(found, Gone):
        raise Refusal(wording.NOT_YOURS if found is Gone.NOT_THEIRS else wording.TOO_LATE)
    return found


def outcome_of(interaction: Interaction, outcome: Outcome, proposal: Draft | Proposal) -> Reply:
    """What came of a change; where only somebody's hand was in the way, it waits anew."""
    if isinstance(outcome, Done):
        return written(outcome.change, is_in_force=outcome.is_in_force)
    if outcome.by_hand is not None:
        token = curator_of(interaction).waiting.hold(interaction.user.id, proposal)
        return changed_by_hand(outcome.by_hand, token)
    return refusal_of(interaction, outcome)


def refusal_of(interaction: Interaction, refusal: Refused) -> Reply:
    """Why nothing was written."""
    if refusal.stale is not None:
        return said(wording.stale(refusal.stale))
    return refused(seen(interaction, refusal.problems))


def seen(interaction: Interaction, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems with their places as moderators know them."""
    layers = interaction.client.archive.layers
    return tuple(
        seen_from(layers, problem) if problem.place.path else problem for problem in problems
    )
