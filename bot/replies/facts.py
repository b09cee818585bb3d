"""A fact told, facts offered, or an honest no."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.knowledge.schema import Fact, Part, Person, Source
from bot.replies import marks, wording
from bot.replies.model import (
    Action,
    AnotherFact,
    Block,
    Context,
    Heading,
    Kind,
    NoneOfThese,
    Note,
    Picture,
    QuoteOf,
    Reply,
    ShowFact,
    ShowPerson,
    Sources,
    Text,
    Veil,
)
from bot.spoilers.rule import Beyond, SealedFact

__all__ = [
    "NOBODY",
    "Known",
    "Leads",
    "all_of",
    "answer",
    "beneath",
    "both",
    "dismissed",
    "further",
    "half",
    "nothing_known",
    "nothing_to_tell",
    "overview",
    "parts_of",
    "random_fact",
    "suggestions",
]


@dataclass(frozen=True, slots=True)
class Leads:
    """People to whom a fact leads on; whoever is named here may be named in the open."""

    profile: Person | None = None
    """Somebody whom the fact is about."""
    quoted: Person | None = None
    """Somebody of them who is quoted."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of somebody whom a question names that nothing answers."""

    person: Person
    facts: tuple[SealedFact, ...]
    """Within the reader's horizon: nobody asked for them."""
    is_quoted: bool


NOBODY = Leads()
_SURPRISE = Action(wording.SURPRISE_ME, AnotherFact(), marks.SURPRISE)


def answer(
    fact: SealedFact,
    context: Context,
    also: Iterable[SealedFact] = (),
    leads: Leads = NOBODY,
    asked: str | None = None,
) -> Reply:
    """A fact: its question, its answer, when it was true, who reported it; and what to see `also`.

    What stands beneath has to be within the reader's horizon: nobody asked for it. What was
    `asked` is given where it may stand in the open, and shown above a veil.
    """
    told = _told(fact, context, asked)
    actions = (*_offers(also), *_to_people(leads))
    return replace(told, actions=actions or (_SURPRISE,))


def random_fact(
    fact: SealedFact,
    context: Context,
    also: Iterable[SealedFact] = (),
    leads: Leads = NOBODY,
    topic: str | None = None,
) -> Reply:
    """A fact that nobody asked for, of a topic or of any, the way to another, and what leads on."""
    another = Action(wording.ANOTHER, AnotherFact(topic), marks.AGAIN)
    actions = (another, *_offers(also), *_to_people(leads))
    return replace(_told(fact, context), actions=actions)


def nothing_to_tell() -> Reply:
    """There is no fact that may be told unasked."""
    return Reply((Text(wording.NOTHING_TO_TELL),), kind=Kind.UNKNOWN)


def suggestions(
    facts: Sequence[SealedFact], context: Context, asked: str, *, is_echoed: bool
) -> Reply:
    """Did-you-mean, with an action for each fact, and one for none of them.

    One alone is no choice: it is shown, as the closest there is. What was `asked` stands above
    where it may be `is_echoed`.
    """
    echo = _echo(asked if is_echoed else None)
    if len(facts) == 1:
        told = _told(facts[0], context)
        not_it = Action(wording.NOT_IT, NoneOfThese(asked))
        front = (*echo, Heading(wording.CLOSEST), *told.open)
        actions = (*_offers(facts), not_it)
        return Reply(front, told.veiled, actions, kind=Kind.CHOICE, further=told.further)
    none = Action(wording.NONE_OF_THESE, NoneOfThese(asked))
    actions = (*_offers(facts), none)
    return Reply((*echo, Heading(wording.DID_YOU_MEAN)), actions=actions, kind=Kind.CHOICE)


def nothing_known(asked: str | None, known: Sequence[Known]) -> Reply:
    """The honest answer to a question that no fact answers, and what is known of its people.

    What was `asked` is None where it may not stand in the open.
    """
    said = wording.no_fact_answers(asked) if asked else wording.NO_FACT_ANSWERS
    return _unknown((Heading(wording.NOT_KNOWN), Text(said)), known)


def dismissed(known: Sequence[Known]) -> Reply:
    """Nothing of what was offered is what was meant, of which a note was made."""
    return _unknown((Heading(wording.THEN_NOT_KNOWN), Text(wording.NOTED)), known)


def both(first: Reply, second: Reply) -> Reply:
    """The replies to two questions in one: a card each, and beneath them what leads on."""
    actions = tuple(dict.fromkeys((*first.actions, *second.actions)))
    return replace(first, actions=actions, below=replace(second, actions=()))


def all_of(first: Reply, others: Iterable[Reply]) -> Reply:
    """Several replies in one, a card each."""
    below = None
    for other in reversed(tuple(others)):
        below = replace(other, actions=(), below=below)
    return replace(first, below=below)


def beneath(reply: Reply, facts: Iterable[SealedFact]) -> Reply:
    """A reply with facts that come near what was asked, which may be offered unasked."""
    return replace(reply, actions=(*reply.actions, *_offers(facts)))


def half(reply: Reply, question: str) -> Reply:
    """The reply to one of two questions in one, which says that it is."""
    return replace(reply, open=(*reply.open, Note(wording.answered_only(question))))


def _told(fact: SealedFact, context: Context, asked: str | None = None) -> Reply:
    told = fact.tell(context.horizon, openly=_whole, veiled=_behind_its_heading, further=parts_of)
    beyond = further(told.further, context)
    if not told.veiled:
        return Reply(told.open, kind=Kind.ANSWER, further=beyond)
    heading = Heading(wording.veiled(context.show.brief(fact.warning), fact.heading))
    front = (*_echo(asked), heading)
    return Reply(front, told.veiled, kind=Kind.VEILED, further=beyond)


def further(beyond: Iterable[Beyond[Block]], context: Context) -> tuple[Veil, ...]:
    """What is told to those who are further, each under the episode that one has to know."""
    return tuple(
        Veil(wording.further(context.show.brief(one.rating)), one.veiled) for one in beyond
    )


def parts_of(parts: Sequence[Part]) -> Iterator[Block]:
    """Parts of an answer, and who reported what is in no other source."""
    yield from (Text(part.text) for part in parts)
    if sources := tuple(dict.fromkeys(source for part in parts for source in part.sources)):
        yield Sources(sources)


def _unknown(said: tuple[Block, ...], known: Sequence[Known]) -> Reply:
    """An honest no, and how to go on from it."""
    hint = Note(wording.TRY_OTHER_WORDS)
    if not known:
        return Reply((*said, hint), actions=(_SURPRISE,), kind=Kind.UNKNOWN)
    names = wording.what_i_have_on([one.person.name for one in known])
    actions = tuple(action for one in known for action in _on(one))
    return Reply((*said, hint, Note(names)), actions=actions, kind=Kind.UNKNOWN)


def _on(known: Known) -> Iterator[Action]:
    yield from _offers(known.facts)
    yield from _to_people(Leads(known.person, known.person if known.is_quoted else None))


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
    return Reply(said, actions=_offers(others), kind=Kind.CHOICE)


def _offers(facts: Iterable[SealedFact]) -> tuple[Action, ...]:
    return tuple(Action(fact.label, ShowFact(fact.id)) for fact in facts)


def _to_people(leads: Leads) -> Iterator[Action]:
    if leads.profile:
        yield Action(wording.who_is(leads.profile.name), ShowPerson(leads.profile.id), marks.PERSON)
    if leads.quoted:
        yield Action(wording.a_quote_of(leads.quoted.name), QuoteOf(leads.quoted.id), marks.QUOTE)


def _echo(asked: str | None) -> tuple[Note, ...]:
    return (Note(wording.asked(asked)),) if asked else ()


def _whole(fact: Fact, sources: tuple[Source, ...]) -> Iterator[Block]:
    yield Note(fact.question)
    yield from _body(fact, sources)


def _behind_its_heading(fact: Fact, sources: tuple[Source, ...]) -> Iterator[Block]:
    if fact.headed != fact.question:
        yield Note(fact.question)
    yield from _body(fact, sources)


def _body(fact: Fact, sources: tuple[Source, ...]) -> Iterator[Block]:
    yield Text(fact.answer, fact.key)
    yield from (Text(part.text, fact.key) for part in fact.parts)
    if fact.image:
        yield Picture(fact.image)
    notes = (wording.as_of(fact.as_of),) if fact.as_of else ()
    if sources or notes:
        yield Sources(sources, notes)
