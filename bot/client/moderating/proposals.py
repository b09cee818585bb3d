"""What members meant by their questions: proposed to moderators, learnt with their nod alone."""

from __future__ import annotations

from collections.abc import Sequence

from bot.client.actions import ActionKind, Entered
from bot.client.bot import Interaction
from bot.client.curating.authors import author_of
from bot.client.curating.showing import curator_of, refusal_of
from bot.client.custom_ids import Codec
from bot.client.errors import Refusal
from bot.client.moderating.desk import Looked, digest, look
from bot.client.moderating.showing import begin, show
from bot.curator import Done
from bot.replies import moderation as shown_as
from bot.replies import moderation_wording as wording
from bot.replies import wording as common
from bot.replies.model import Reply
from bot.replies.moderation import (
    Accept,
    AcceptAll,
    ListProposals,
    Refuse,
    RefuseAll,
    ShownProposal,
    on_page,
)
from bot.store.database import Unavailable

__all__ = ["ACTIONS"]


async def turn(interaction: Interaction, does: ListProposals, _: Entered) -> None:
    """Show a page."""
    await begin(interaction)
    await show(interaction, _page(await look(interaction), does.page))


async def accept(interaction: Interaction, does: Accept, _: Entered) -> None:
    """Add the wordings of one proposal to its fact."""
    await begin(interaction)
    proposed = (await look(interaction)).shown_proposals()
    chosen = [one for one in proposed if (one.question, one.fact.id) == _key(does)]
    await _accept(interaction, chosen, 0)


async def refuse(interaction: Interaction, does: Refuse, _: Entered) -> None:
    """Propose one no more."""
    await begin(interaction)
    await _refuse(interaction, [_key(does)], 0)


async def accept_all(interaction: Interaction, does: AcceptAll, _: Entered) -> None:
    """Accept what stands on a page, but for what contradicts its fact."""
    await begin(interaction)
    chosen = await _seen(interaction, does)
    if chosen is not None:
        agreed = [one for one in chosen if not one.contradictions]
        await _accept(interaction, agreed, does.page)


async def refuse_all(interaction: Interaction, does: RefuseAll, _: Entered) -> None:
    """Refuse what stands on a page."""
    await begin(interaction)
    chosen = await _seen(interaction, does)
    if chosen is not None:
        await _refuse(interaction, [(one.question, one.fact.id) for one in chosen], does.page)


async def _seen(
    interaction: Interaction, does: AcceptAll | RefuseAll
) -> Sequence[ShownProposal] | None:
    """What stands on a page; None, once it was said, where that is not what somebody saw."""
    looked = await look(interaction)
    chosen = on_page(looked.shown_proposals(), does.page)
    if digest(chosen) == does.seen:
        return chosen
    page = _page(looked, does.page)
    await show(interaction, shown_as.noted(page, wording.LIST_CHANGED, is_refused=True))
    return None


async def _accept(interaction: Interaction, chosen: Sequence[ShownProposal], page: int) -> None:
    curator = curator_of(interaction)
    found = [(one.fact.id, text) for one in chosen for text in one.wordings]
    said = wording.NOTHING_TO_ADD
    if found:
        outcome = await curator.add_phrasings(found, author_of(interaction))
        if isinstance(outcome, Done):
            said = wording.accepted(len(found))
        elif outcome.by_hand is not None:
            said = wording.BY_HAND
        else:
            await show(interaction, refusal_of(interaction, outcome))
            return
    looked = await look(interaction)
    await show(interaction, shown_as.noted(_page(looked, page), said))


async def _refuse(interaction: Interaction, found: Sequence[tuple[str, str]], page: int) -> None:
    try:
        await interaction.client.store.unanswered.refuse(found)
    except Unavailable:
        raise Refusal(common.NOT_KEPT) from None
    looked = await look(interaction)
    await show(interaction, shown_as.noted(_page(looked, page), wording.REFUSED))


def _page(looked: Looked, page: int) -> Reply:
    proposed = looked.shown_proposals()
    last = max(0, (len(proposed) - 1) // shown_as.PROPOSALS_PER_PAGE)
    page = min(page, last)
    return shown_as.proposals(proposed, page, digest(on_page(proposed, page)))


# -- custom ids


def _key(does: Accept | Refuse) -> tuple[str, str]:
    return does.question, does.fact_id


def _write(does: Accept | Refuse, _: int) -> str:
    return f"{does.question}:{does.fact_id}"


def _write_all(does: AcceptAll | RefuseAll, _: int) -> str:
    return f"{does.page}:{does.seen}"


def _halves(text: str) -> tuple[str, str]:
    first, _, second = text.partition(":")
    return first, second


def _read_all(text: str) -> tuple[int, str]:
    page, seen = _halves(text)
    return int(page), seen


ACTIONS = (
    ActionKind(
        Codec(
            ListProposals,
            "proposals",
            write=lambda does, _: str(does.page),
            read=lambda text: ListProposals(int(text)),
        ),
        turn,
    ),
    ActionKind(
        Codec(Accept, "yes", write=_write, read=lambda text: Accept(*_halves(text))), accept
    ),
    ActionKind(Codec(Refuse, "no", write=_write, read=lambda text: Refuse(*_halves(text))), refuse),
    ActionKind(
        Codec(AcceptAll, "yes-all", write=_write_all, read=lambda t: AcceptAll(*_read_all(t))),
        accept_all,
    ),
    ActionKind(
        Codec(RefuseAll, "no-all", write=_write_all, read=lambda t: RefuseAll(*_read_all(t))),
        refuse_all,
    ),
)
