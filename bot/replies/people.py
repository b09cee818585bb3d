"""Who somebody is: a profile, or which of several is meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.knowledge.schema import Fact, Person, PersonKind, Source
from bot.replies import facts, marks, wording
from bot.replies.model import (
    Action,
    Block,
    Context,
    Heading,
    Kind,
    Note,
    Picture,
    QuoteOf,
    Reply,
    ShowFact,
    ShowPerson,
    Sources,
    Text,
)
from bot.spoilers.rule import SealedFact, Told

__all__ = ["Around", "profile", "which"]

_MOST_SOURCES = 3
_MOST_ACTIONS = 3


@dataclass(frozen=True, slots=True)
class Around:
    """What goes with a person into their profile."""

    who: SealedFact | None
    """The fact that tells who they are."""
    sources: tuple[Source, ...]
    """Those of what `people` says of them that may be shown openly."""
    leads: tuple[SealedFact, ...]
    """Facts about them, to go on with, that the reader may be offered unasked."""
    is_quoted: bool


def profile(person: Person, around: Around, context: Context) -> Reply:
    """Somebody as `people` knows them, with the fact that tells who they are.

    Where that fact tells of a plot it stands behind the veil.
    """
    who = around.who
    told = _told(who, context) if who else None
    front: list[Block] = [Heading(wording.full_name(person.name, person.hangul))]
    front.extend(Text(part) for part in _parts(person, context))
    if told and told.open:
        front.extend(told.open)
    elif person.about:
        front.append(Text(person.about))
    if person.image:
        front.append(Picture(person.image))
    front.extend(_life(person))
    if around.sources and not (told and told.open):
        front.append(Sources(around.sources[:_MOST_SOURCES]))
    if who and told and told.veiled:
        front.append(Note(wording.spoiler_for(who.warning, context.show)))
    actions = [Action(fact.label, ShowFact(fact.id)) for fact in around.leads]
    if around.is_quoted:
        quote = Action(wording.a_quote_of(person.name), QuoteOf(person.id), marks.QUOTE)
        actions.append(quote)
    if len(actions) < _MOST_ACTIONS:
        actions += _other_half(person, context)
    veiled = told.veiled if told else ()
    beyond = facts.further(told.further, context) if told else ()
    return Reply(tuple(front), veiled, tuple(actions), kind=Kind.ANSWER, further=beyond)


def _told(who: SealedFact, context: Context) -> Told[Block]:
    return who.tell(
        context.horizon, openly=_portrait, veiled=_veiled_portrait, further=facts.parts_of
    )


def _other_half(person: Person, context: Context) -> Iterator[Action]:
    """The way to the character of an actor, or to the first actor of a character."""
    others = context.people.values()
    played_by = next((other.id for other in others if other.plays == person.id), None)
    if other_id := person.plays or person.voices or played_by:
        label = wording.who_is(context.people[other_id].name)
        yield Action(label, ShowPerson(other_id), marks.PERSON)


def which(people: Iterable[Person], context: Context) -> Reply:
    """Several go by that name, or one by a name that comes near; each is offered."""
    actions = tuple(
        Action(wording.speaker(person.name, _part(person, context)), ShowPerson(person.id))
        for person in people
    )
    if len(actions) == 1:
        front = (Heading(wording.CLOSEST), Text(wording.NO_SUCH_NAME))
    else:
        front = (Heading(wording.SEVERAL_OF_THAT_NAME), Text(wording.PICK_SOMEBODY))
    return Reply(front, actions=actions, kind=Kind.CHOICE)


def _portrait(fact: Fact, sources: tuple[Source, ...]) -> Iterator[Block]:
    yield Text(fact.answer, fact.key)
    yield from (Text(part.text, fact.key) for part in fact.parts)
    if sources:
        yield Sources(sources)


def _veiled_portrait(fact: Fact, sources: tuple[Source, ...]) -> Iterator[Block]:
    yield Note(fact.question)
    yield from _portrait(fact, sources)


def _parts(person: Person, context: Context) -> Iterator[str]:
    """What somebody is to the series, and who goes with them."""
    yield wording.sentence(_part(person, context))
    others = context.people.values()
    if person.kind is PersonKind.CHARACTER:
        actors = [other.name for other in others if other.plays == person.id]
        voices = [other.name for other in others if other.voices == person.id]
        if actors:
            yield wording.played_by(actors)
        if voices:
            yield wording.voiced_by(voices)


def _part(person: Person, context: Context) -> str:
    if person.role:
        return person.role
    other = person.plays or person.voices
    return wording.part_of(person, context.people[other] if other else None)


def _life(person: Person) -> Iterator[Note]:
    if person.born or person.birthplace:
        yield Note(wording.born(person.born, person.birthplace))
    if person.agency:
        yield Note(wording.agency(person.agency, person.as_of))
    if person.languages:
        yield Note(wording.languages(person.languages))
    if person.works:
        yield Note(wording.works(person.works))
