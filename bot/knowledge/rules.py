"""Rules that hold between entries: references that resolve, links that agree."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator

from rapidfuzz import process

from bot.knowledge.nodes import Node
from bot.knowledge.problems import Place, Problem, Severity, quoted
from bot.knowledge.schema import SLUG, Fact, Knowledge, Person, PersonKind, Quote, QuoteKind

__all__ = ["PlaceOf", "cross_check", "unknown_people"]

PlaceOf = Callable[..., Place]
"""`(kind, id, *path)` to where that stands."""


_REFERENCES = {"people": ("plays", "voices"), "facts": ("people",), "quotes": ("speaker",)}
"""The fields of each kind of entry that hold ids of people."""


def unknown_people(
    entries: Iterable[tuple[str, str, Node]], person_ids: Collection[str]
) -> Iterator[Problem]:
    """Every id in `entries`, given as (kind, name, node), that nobody has.

    Looks at the nodes, so that an entry with another error has its references checked too.
    """
    for kind, name, node in entries:
        for field in _REFERENCES[kind]:
            for path, person_id in _scalars(node, field):
                if re.fullmatch(SLUG, person_id) and person_id not in person_ids:
                    message = f"{name}: nobody has the id '{person_id}'"
                    yield Problem(node.find(path), f"{message}; {_hint(person_id, person_ids)}")


def _scalars(node: Node, field: str) -> Iterator[tuple[tuple[str | int, ...], str]]:
    assert isinstance(node.value, dict)
    found = node.value.get(field)
    if found is None:
        return
    if isinstance(found.value, str):
        yield (field,), found.value.strip()
    elif isinstance(found.value, list):
        for number, item in enumerate(found.value):
            if isinstance(item.value, str):
                yield (field, number), item.value.strip()


def _hint(person_id: str, person_ids: Collection[str]) -> str:
    best = process.extractOne(person_id, person_ids, score_cutoff=75)
    return f"did you mean {quoted(best[0])}?" if best else "add them to 'people' or mend the id"


def cross_check(knowledge: Knowledge, place_of: PlaceOf) -> Iterator[Problem]:
    """Every contradiction between entries of `knowledge`; ids that nobody has are left out."""
    for fact in knowledge.facts.values():
        yield from _check_fact(fact, place_of)
    for person in knowledge.people.values():
        yield from _check_person(person, knowledge, place_of)
    for quote in knowledge.quotes.values():
        yield from _check_quote(quote, knowledge, place_of)


def _check_fact(fact: Fact, place_of: PlaceOf) -> Iterator[Problem]:
    if not fact.sources:
        message = f"fact '{fact.id}': no source; add where it was published"
        yield Problem(place_of("facts", fact.id), message, Severity.WARNING)


def _check_person(person: Person, knowledge: Knowledge, place_of: PlaceOf) -> Iterator[Problem]:
    for name, target in (("plays", person.plays), ("voices", person.voices)):
        character = knowledge.people.get(target) if target else None
        if character and character.kind is not PersonKind.CHARACTER:
            message = f"person '{person.id}': '{name}' names {target}, who is no character"
            place = place_of("people", person.id, name)
            yield Problem(place, f"{message}; give the character's id")


def _check_quote(quote: Quote, knowledge: Knowledge, place_of: PlaceOf) -> Iterator[Problem]:
    speaker = knowledge.people.get(quote.speaker) if quote.speaker else None
    if speaker is None:
        return
    is_character = speaker.kind is PersonKind.CHARACTER
    if is_character != (quote.kind is QuoteKind.DIALOGUE):
        message = (
            f"quote '{quote.id}': a character speaks dialogue, a real person is quoted verbatim "
            f"or in paraphrase; {quote.speaker} is {speaker.kind.value}, so mend kind or speaker"
        )
        yield Problem(place_of("quotes", quote.id, "speaker"), message)
