"""What is said in a conversation beside answers: small talk, and what a follow-up leads to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.knowledge.schema import Fact, Person, Quote, Source
from bot.replies import marks, wording
from bot.replies.model import (
    Action,
    AnotherFact,
    AskAbout,
    Block,
    Context,
    Heading,
    Kind,
    Note,
    Reply,
    Reveal,
    Share,
    Sources,
    Text,
)
from bot.spoilers.horizon import Horizon
from bot.spoilers.rule import SealedFact, SealedQuote

__all__ = [
    "line",
    "no_more_about",
    "no_such_offer",
    "none_of_these",
    "nothing_to_lean_on",
    "really",
    "revealable",
    "shareable",
    "shared",
    "sources_of",
    "unclear",
]


def line(text: str, *, begins: bool) -> Reply:
    """One friendly line; where a conversation `begins` with it, with something to go on with."""
    actions = (Action(wording.SURPRISE_ME, AnotherFact(), marks.SURPRISE),) if begins else ()
    return Reply((Text(text),), actions=actions)


def unclear(people: Iterable[Person], text: str) -> Reply:
    """It is not clear of whom a text asks; each of `people` is offered."""
    actions = tuple(Action(person.name, AskAbout(person.id, text)) for person in people)
    return Reply((Text(wording.PICK_SOMEBODY),), actions=actions, kind=Kind.CHOICE)


def nothing_to_lean_on() -> Reply:
    """A text leans on something that nobody spoke of."""
    return Reply((Text(wording.ASK_WITH_NAME),))


def no_such_offer(count: int, actions: tuple[Action, ...]) -> Reply:
    """The number of an offer that there is not among so many."""
    return Reply((Text(wording.choose_up_to(count)),), actions=actions)


def none_of_these() -> Reply:
    """Nothing of what was offered is what somebody meant."""
    return Reply((Text(wording.THEN_NOT_KNOWN), Note(wording.TRY_OTHER_WORDS)))


def no_more_about(actions: tuple[Action, ...]) -> Reply:
    """Nothing more is known of what was told last; what led on from it stands beneath."""
    return Reply((Text(wording.NO_MORE_ABOUT_THAT),), actions=actions)


def sources_of(entries: Iterable[SealedFact | SealedQuote], context: Context) -> Reply:
    """Where something comes from, by the same rule as the thing itself."""
    front: list[Block] = []
    veiled: list[Block] = []
    for entry in entries:
        told = entry.tell(context.horizon, openly=_sources, veiled=_sources)
        if told.veiled:
            front.append(Note(wording.spoiler_for(entry.warning, context.show)))
        front += told.open
        veiled += told.veiled
    if not veiled and not any(isinstance(block, Sources) for block in front):
        return Reply((Text(wording.NO_SOURCE),))
    return Reply((Heading(wording.WHERE_IT_IS_FROM), *front), tuple(veiled))


def shareable(reply: Reply, told: tuple[str, ...]) -> Reply:
    """A reply that one reads alone, and can show to the others."""
    return replace(reply, actions=(*reply.actions, Action(wording.SHARE, Share(told))))


def shared(reply: Reply, name: str) -> Reply:
    """A reply that somebody shows to the others."""
    note = Note(wording.shared_by(name))
    if reply.below is not None:
        below = replace(reply.below, open=(*reply.below.open, note))
        return replace(reply, below=below)
    return replace(reply, open=(*reply.open, note))


def revealable(reply: Reply, veiled: tuple[str, ...]) -> Reply:
    """A reply that is veiled for everybody, although whoever asked is far enough."""
    reveal = Action(wording.SHOW_PRIVATELY, Reveal(veiled))
    return replace(reply, actions=(*reply.actions, reveal))


def really(
    entries: Iterable[SealedFact | SealedQuote], does: Reveal, own: Horizon | None, context: Context
) -> Reply:
    """Whether somebody who is not that far, or has not said so, wants to know all the same."""
    ratings = dict.fromkeys(entry.warning for entry in entries)
    notes = (Note(wording.spoiler_of(rating, context.show)) for rating in ratings)
    far = wording.you_are_at(own, context.show) if own else wording.NOT_SAID_HOW_FAR
    sure = Action(wording.TELL_ME_ANYWAY, replace(does, is_sure=True))
    return Reply((Heading(wording.REALLY), *notes, Text(far)), actions=(sure,))


def _sources(entry: Fact | Quote, sources: tuple[Source, ...]) -> Iterator[Block]:
    if sources:
        yield Sources(sources)
