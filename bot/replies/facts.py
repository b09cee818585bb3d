"""A fact told, facts offered, or an honest no."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.knowledge.schema import Fact, Source
from bot.replies import wording
from bot.replies.model import (
    Action,
    AnotherFact,
    Block,
    Context,
    Heading,
    Note,
    Reply,
    ShowFact,
    Sources,
    Text,
)
from bot.spoilers.rule import SealedFact

__all__ = [
    "all_of",
    "answer",
    "beneath",
    "both",
    "half",
    "nothing_known",
    "nothing_to_tell",
    "overview",
    "random_fact",
    "suggestions",
]


def answer(fact: SealedFact, context: Context, also: Iterable[SealedFact] = ()) -> Reply:
    """A fact: its question, its answer, when it was true, who reported it; and what to see `also`.

    What stands beneath has to be within the reader's horizon: nobody asked for it.
    """
    told = fact.tell(context.horizon, openly=_whole, veiled=_behind_its_heading)
    actions = _offers(also)
    if not told.veiled:
        beneath = (Note(wording.SEE_ALSO),) if actions else ()
        return Reply((*told.open, *beneath), actions=actions)
    front = Heading(fact.heading), Note(wording.spoiler_for(fact.rating, context.show))
    return Reply(front, told.veiled, actions)


def random_fact(fact: SealedFact, context: Context) -> Reply:
    """A fact that nobody asked for, and the way to another."""
    told = answer(fact, context)
    return Reply(told.open, told.veiled, (Action(wording.ANOTHER, AnotherFact()),))


def nothing_to_tell() -> Reply:
    """There is no fact that may be told unasked."""
    return Reply((Text(wording.NOTHING_TO_TELL),))


def suggestions(facts: Iterable[SealedFact]) -> Reply:
    """Did-you-mean, with an action for each fact; one alone is the closest there is."""
    actions = _offers(facts)
    if len(actions) == 1:
        return Reply((Heading(wording.CLOSEST), Text(wording.OPEN_IT)), actions=actions)
    return Reply((Heading(wording.DID_YOU_MEAN), Text(wording.PICK_ONE)), actions=actions)


def nothing_known(question: str) -> Reply:
    """The honest answer to a question that no fact answers."""
    return Reply(
        (
            Heading(wording.NOT_KNOWN),
            Text(wording.no_fact_answers(question)),
            Note(wording.TRY_OTHER_WORDS),
        )
    )


def both(first: Reply, second: Reply) -> Reply:
    """The replies to two questions in one: a card each, and beneath them what leads on."""
    actions = tuple(dict.fromkeys((*first.actions, *second.actions)))
    return Reply(first.open, first.veiled, actions, below=replace(second, actions=()))


def all_of(first: Reply, others: Iterable[Reply]) -> Reply:
    """Several replies in one, a card each."""
    below = None
    for other in reversed(tuple(others)):
        below = replace(other, actions=(), below=below)
    return replace(first, below=below)


def beneath(reply: Reply, facts: Iterable[SealedFact]) -> Reply:
    """A reply with facts that come near what was asked, which may be offered unasked."""
    return Reply(reply.open, reply.veiled, (*reply.actions, *_offers(facts)))


def half(reply: Reply, question: str) -> Reply:
    """The reply to one of two questions in one, which says that it is."""
    return Reply((*reply.open, Note(wording.answered_only(question))), reply.veiled, reply.actions)


def overview(
    topic: str, count: int, lead: SealedFact | None, others: Iterable[SealedFact], context: Context
) -> Reply:
    """A whole topic of so many facts: the fact that sums it up, if there is one, and `others`.

    These have to be within the reader's horizon, or to have a label that gives nothing away: the
    reader asked for the topic.
    """
    if lead is not None:
        return answer(lead, context, others)
    said = Heading(wording.topic(topic)), Text(wording.overview(count))
    return Reply(said, actions=_offers(others))


def _offers(facts: Iterable[SealedFact]) -> tuple[Action, ...]:
    return tuple(Action(fact.label, ShowFact(fact.id)) for fact in facts)


def _whole(fact: Fact, sources: tuple[Source, ...]) -> Iterator[Block]:
    yield Heading(fact.question)
    yield from _body(fact, sources)


def _behind_its_heading(fact: Fact, sources: tuple[Source, ...]) -> Iterator[Block]:
    if fact.headed != fact.question:
        yield Text(fact.question)
    yield from _body(fact, sources)


def _body(fact: Fact, sources: tuple[Source, ...]) -> Iterator[Block]:
    yield Text(fact.answer)
    if fact.as_of:
        yield Note(wording.as_of(fact.as_of))
    if sources:
        yield Sources(sources)
