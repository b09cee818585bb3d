"""Rules that hold between entries: references that resolve, links that agree."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rapidfuzz import process

from bot.knowledge.problems import Place, Problem, Severity
from bot.knowledge.schema import Fact, Knowledge, Person, PersonKind, Quote, QuoteKind

__all__ = ["PlaceOf", "cross_check"]

PlaceOf = Callable[..., Place]
"""`(kind, id, *path)` to where that stands."""


def cross_check(
    knowledge: Knowledge, place_of: PlaceOf, person_ids: frozenset[str]
) -> Iterator[Problem]:
    """Every broken reference or contradiction between entries of `knowledge`."""
    for fact in knowledge.facts.values():
        yield from _check_fact(fact, place_of, person_ids)
    for person in knowledge.people.values():
        yield from _check_person(person, knowledge, place_of, person_ids)
    for quote in knowledge.quotes.values():
        yield from _check_quote(quote, knowledge, place_of, person_ids)


def _check_fact(fact: Fact, place_of: PlaceOf, person_ids: frozenset[str]) -> Iterator[Problem]:
    for number, person_id in enumerate(fact.people):
        if person_id not in person_ids:
            place = place_of("facts", fact.id, "people", number)
            yield Problem(place, f"fact '{fact.id}': {_unknown(person_id, person_ids)}")
    if not fact.sources:
        message = f"fact '{fact.id}': no source; add where it was published"
        yield Problem(place_of("facts", fact.id), message, Severity.WARNING)


def _check_person(
    person: Person, knowledge: Knowledge, place_of: PlaceOf, person_ids: frozenset[str]
) -> Iterator[Problem]:
    for name, target in (("plays", person.plays), ("voices", person.voices)):
        if target is None:
            continue
        place = place_of("people", person.id, name)
        if target not in person_ids:
            yield Problem(place, f"person '{person.id}': {_unknown(target, person_ids)}")
        elif target in knowledge.people:
            character = knowledge.people[target]
            if character.kind is not PersonKind.CHARACTER:
                message = f"person '{person.id}': '{name}' names {target}, who is no character"
                yield Problem(place, f"{message}; give the character's id")


def _check_quote(
    quote: Quote, knowledge: Knowledge, place_of: PlaceOf, person_ids: frozenset[str]
) -> Iterator[Problem]:
    if quote.speaker is None:
        return
    place = place_of("quotes", quote.id, "speaker")
    if quote.speaker not in person_ids:
        yield Problem(place, f"quote '{quote.id}': {_unknown(quote.speaker, person_ids)}")
        return
    speaker = knowledge.people.get(quote.speaker)
    if speaker is None:
        return
    is_character = speaker.kind is PersonKind.CHARACTER
    if is_character != (quote.kind is QuoteKind.DIALOGUE):
        message = (
            f"quote '{quote.id}': a character speaks dialogue, a real person is quoted verbatim "
            f"or in paraphrase; {quote.speaker} is {speaker.kind.value}, so mend kind or speaker"
        )
        yield Problem(place, message)


def _unknown(person_id: str, person_ids: frozenset[str]) -> str:
    best = process.extractOne(person_id, person_ids, score_cutoff=60)
    hint = f"did you mean '{best[0]}'?" if best else "add them to 'people' or mend the id"
    return f"nobody has the id '{person_id}'; {hint}"
