"""Rules that hold between entries: references that resolve, links that agree."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from rapidfuzz import process

from bot.knowledge.collecting import Seen
from bot.knowledge.fields import SLUG
from bot.knowledge.nodes import Node
from bot.knowledge.problems import Place, Problem, Severity, quoted
from bot.knowledge.schema import Fact, Knowledge, Person, PersonKind, Quote, QuoteKind
from bot.knowledge.show import Show

__all__ = ["PlaceOf", "cross_check", "unknown_facts", "unknown_people", "unknown_ratings"]

PlaceOf = Callable[..., Place]
"""`(kind, id, *path)` to where that stands."""


_REFERENCES = {"people": ("plays", "voices"), "facts": ("people",), "quotes": ("speaker",)}
"""The fields of each kind of entry that hold ids of people."""


def unknown_people(
    entries: Iterable[Seen], person_ids: Collection[str], removed: Mapping[str, Place]
) -> Iterator[Problem]:
    """Every id of a person in `entries` that nobody has; `removed` tells which were taken away.

    Looks at the nodes, so that an entry with another error has its references checked too.
    """
    for seen in entries:
        for field in _REFERENCES[seen.kind]:
            for path, person_id in _scalars(seen.node, field):
                if re.fullmatch(SLUG, person_id) and person_id not in person_ids:
                    message = f"{seen.name}: nobody has the id '{person_id}'"
                    hint = (
                        f"it was removed at {removed[person_id]}, so remove this too"
                        if person_id in removed
                        else _hint(person_id, person_ids, "add them to 'people' or mend the id")
                    )
                    yield Problem(seen.node.find(path), f"{message}; {hint}")


def unknown_facts(
    entries: Iterable[Seen], fact_ids: Collection[str], removed: Mapping[str, Place]
) -> Iterator[Problem]:
    """Every id under `related` that no other fact has; looks at the nodes, as above.

    A fact that a layer takes away is only missed, once for all that were related to it.
    """
    missed: dict[str, list[str]] = defaultdict(list)
    for seen in entries:
        if seen.kind != "facts":
            continue
        for path, fact_id in _scalars(seen.node, "related"):
            place = seen.node.find(path)
            if fact_id == seen.entry_id:
                yield Problem(place, f"{seen.name}: is related to itself; remove this")
            elif re.fullmatch(SLUG, fact_id) and fact_id not in fact_ids:
                if fact_id in removed:
                    missed[fact_id].append(seen.entry_id or seen.name)
                    continue
                message = f"{seen.name}: no fact has the id '{fact_id}'"
                hint = _hint(fact_id, fact_ids, "add it to 'facts' or mend the id")
                yield Problem(place, f"{message}; {hint}")
    for fact_id, names in missed.items():
        message = f"removed: '{fact_id}' is related to {_some(names)}, which no longer lead to it"
        hint = "replace them if they should lead elsewhere"
        yield Problem(removed[fact_id], f"{message}; {hint}", Severity.WARNING)


def _some(names: Sequence[str], most: int = 3) -> str:
    """The first of the names, and how many more there are."""
    shown = ", ".join(names[:most])
    return f"{shown} and {len(names) - most} more" if len(names) > most else shown


def unknown_ratings(entries: Iterable[Seen], show: Show) -> Iterator[Problem]:
    """Every rating in `entries` that the show does not have; looks at the nodes, as above."""
    for seen in entries:
        for path, part in _scalars(seen.node, "spoiler"):
            if part and not show.knows(part):
                message = f"{seen.name}: {quoted(part)} is no rating of the show"
                yield Problem(seen.node.find(path), f"{message}; {_right_rating(part, show)}")


def _right_rating(part: str, show: Show) -> str:
    """What to write instead; a number alone is how episodes of the first season were rated once."""
    number = part.lstrip("0")
    if not number and part:
        return "remove it, for without a rating nothing is given away"
    episode = f"s{min((season.season for season in show.seasons), default=1)}e{number}"
    for likely in (episode, part.casefold()):
        if show.knows(likely):
            return f"write {likely}"
    near = process.extractOne(part, show.works, score_cutoff=75)
    return f"did you mean {near[0]}?" if near else f"known are {_all_ratings(show)}"


def _all_ratings(show: Show) -> str:
    """The ratings of a show, whole seasons as a range."""
    if not show.seasons:
        return ", ".join(("episodes such as s1e7", "seasons such as s2", *show.works))
    known: list[str] = []
    for rating in show.ratings():
        season = rating.partition("e")[0]
        if "e" in rating and known and known[-1].startswith(f"{season}e"):
            known[-1] = f"{known[-1].partition(' ')[0]} to {rating}"
        else:
            known.append(rating)
    return ", ".join(known)


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


def _hint(wrong: str, known: Collection[str], otherwise: str) -> str:
    best = process.extractOne(wrong, known, score_cutoff=75)
    return f"did you mean {quoted(best[0])}?" if best else otherwise


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
