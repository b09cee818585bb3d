"""Rules that hold between entries: references that resolve, links that agree."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from bot.knowledge.collecting import Seen
from bot.knowledge.explaining import Nearest
from bot.knowledge.fields import SLUG
from bot.knowledge.nodes import Node
from bot.knowledge.problems import Place, Problem, Problems, Severity, quoted
from bot.knowledge.ratings import Moment
from bot.knowledge.schema import Fact, Knowledge, Person, PersonKind, Quote, QuoteKind
from bot.knowledge.show import Show

__all__ = ["PlaceOf", "cross_check", "unknown_facts", "unknown_people", "unknown_ratings"]

PlaceOf = Callable[..., Place]
"""`(kind, id, *path)` to where that stands."""


_REFERENCES = {"people": ("plays", "voices"), "facts": ("people",), "quotes": ("speaker",)}
"""The fields of each kind of entry that hold ids of people."""

_NAMING = 3
"""Entries that a problem lists which name the same person."""

_RATINGS = 30
"""Ratings that a problem lists, whole seasons as one."""


def unknown_people(
    entries: Iterable[Seen],
    person_ids: Collection[str],
    removed: Mapping[str, Place],
    problems: Problems,
) -> None:
    """Add every id of a person in `entries` that nobody has, once with all who name it.

    `removed` tells which were taken away. Looks at the nodes, so that an entry with another error
    has its references checked too.
    """
    named_by: dict[str, list[tuple[Seen, Place]]] = defaultdict(list)
    for seen in entries:
        for field in _REFERENCES[seen.kind]:
            for path, person_id in _scalars(seen.node, field):
                if re.fullmatch(SLUG, person_id) and person_id not in person_ids:
                    named_by[person_id].append((seen, seen.node.find(path)))
    nearest = Nearest(person_ids)
    for person_id, ((first, place), *others) in named_by.items():
        if problems.is_full():
            problems.count(place)
        elif person_id in removed:
            whom = f"person {quoted(person_id)} is removed here and still named by "
            everywhere = _listed([(first, place), *others])
            problems.add(Problem(removed[person_id], f"{whom}{everywhere}; mend these too"))
        else:
            also = f" (and by {_listed(others)})" if others else ""
            hint = nearest.hint(person_id, "add them to 'people' or mend the id")
            message = f"{first.name}: nobody has the id {quoted(person_id)}{also}"
            problems.add(Problem(place, f"{message}; {hint}"))


def _listed(naming: Sequence[tuple[Seen, Place]]) -> str:
    """The first entries that name somebody, with their places, and how many more do."""
    shown = [f"{seen.name} (at {place})" for seen, place in naming[:_NAMING]]
    more = len(naming) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")


def unknown_facts(
    entries: Iterable[Seen],
    fact_ids: Collection[str],
    removed: Mapping[str, Place],
    problems: Problems,
) -> None:
    """Add every id under `related` that no other fact has, once with all who name it.

    A fact that a layer takes away is only missed. Looks at the nodes, as above.
    """
    named_by: dict[str, list[tuple[Seen, Place]]] = defaultdict(list)
    for seen in entries:
        if seen.kind != "facts":
            continue
        for path, fact_id in _scalars(seen.node, "related"):
            if fact_id == seen.entry_id:
                message = f"{seen.name}: is related to itself; remove this"
                problems.add(Problem(seen.node.find(path), message))
            elif re.fullmatch(SLUG, fact_id) and fact_id not in fact_ids:
                named_by[fact_id].append((seen, seen.node.find(path)))
    nearest = Nearest(fact_ids)
    for fact_id, ((first, place), *others) in named_by.items():
        if fact_id in removed:
            names = _some([seen.entry_id or seen.name for seen in (first, *(s for s, _ in others))])
            message = f"removed: '{fact_id}' is related to {names}, which no longer lead to it"
            hint = "replace them if they should lead elsewhere"
            problems.add(Problem(removed[fact_id], f"{message}; {hint}", Severity.WARNING))
        elif problems.is_full():
            problems.count(place)
        else:
            also = f" (and by {_listed(others)})" if others else ""
            hint = nearest.hint(fact_id, "add it to 'facts' or mend the id")
            message = f"{first.name}: no fact has the id {quoted(fact_id)}{also}"
            problems.add(Problem(place, f"{message}; {hint}"))


def _some(names: Sequence[str], most: int = _NAMING) -> str:
    """The first of the names, and how many more there are."""
    shown = ", ".join(names[:most])
    return f"{shown} and {len(names) - most} more" if len(names) > most else shown


def unknown_ratings(entries: Iterable[Seen], show: Show, problems: Problems) -> None:
    """Add every rating in `entries` that the show does not have; looks at the nodes, as above."""
    ratings = _Ratings(show)
    for seen in entries:
        for path, part in _ratings_in(seen.node):
            if not part or part in ratings:
                continue
            place = seen.node.find(path)
            if problems.is_full():
                problems.count(place)
            else:
                message = f"{seen.name}: {quoted(part)} is no rating of the show"
                problems.add(Problem(place, f"{message}; {ratings.right(part)}"))


class _Ratings:
    """The ratings that a show has, and what to write in place of others."""

    def __init__(self, show: Show) -> None:
        self._show = show
        self._all = frozenset(show.ratings())
        self._works = Nearest(show.works)
        self._first_season = min((season.season for season in show.seasons), default=1)
        self._listed = _all_ratings(show)

    def __contains__(self, part: str) -> bool:
        return part in self._all or (not self._show.seasons and Moment.of(part) is not None)

    def right(self, part: str) -> str:
        """What to write instead; a number is how episodes of the first season were rated once."""
        number = part.lstrip("0")
        if not number:
            return "remove it, for without a rating nothing is given away"
        for likely in (f"s{self._first_season}e{number}", part.casefold()):
            if likely in self:
                return f"write {likely}"
        return self._works.hint(part, f"known are {self._listed}")


def _all_ratings(show: Show) -> str:
    """The ratings of a show, whole seasons as a range; only the first of very many."""
    if show.seasons:
        known: list[str] = []
        for rating in show.ratings():
            season = rating.partition("e")[0]
            if "e" in rating and known and known[-1].startswith(f"{season}e"):
                known[-1] = f"{known[-1].partition(' ')[0]} to {rating}"
            else:
                known.append(rating)
    else:
        known = ["episodes such as s1e7", "seasons such as s2", *show.works]
    rest = [f"{len(known) - _RATINGS} more"] if len(known) > _RATINGS else []
    return ", ".join((*known[:_RATINGS], *rest))


def _ratings_in(node: Node) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The ratings of an entry, and of the parts of its answer."""
    assert isinstance(node.value, dict)
    yield from _scalars(node, "spoiler")
    parts = node.value.get("parts")
    if parts is None or not isinstance(parts.value, list):
        return
    for number, part in enumerate(parts.value):
        if isinstance(part.value, dict):
            for path, text in _scalars(part, "spoiler"):
                yield ("parts", number, *path), text


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


def cross_check(knowledge: Knowledge, place_of: PlaceOf) -> Iterator[Problem]:
    """Every contradiction between entries of `knowledge`; ids that nobody has are left out."""
    for fact in knowledge.facts.values():
        yield from _check_fact(fact, place_of)
    for person in knowledge.people.values():
        yield from _check_person(person, knowledge, place_of)
    yield from _shared_names(knowledge, place_of)
    for quote in knowledge.quotes.values():
        yield from _check_quote(quote, knowledge, place_of)


def _check_fact(fact: Fact, place_of: PlaceOf) -> Iterator[Problem]:
    if not fact.sources:
        message = f"fact '{fact.id}': no source; add where it was published"
        yield Problem(place_of("facts", fact.id), message, Severity.WARNING)
    for number, part in enumerate(fact.parts):
        if fact.spoiler | part.spoiler == fact.spoiler:
            message = (
                f"fact '{fact.id}': this part gives no more away than the fact itself; rate it "
                "later, or put it into the answer"
            )
            place = place_of("facts", fact.id, "parts", number, "spoiler")
            yield Problem(place, message, Severity.WARNING)


def _check_person(person: Person, knowledge: Knowledge, place_of: PlaceOf) -> Iterator[Problem]:
    for name, target in (("plays", person.plays), ("voices", person.voices)):
        character = knowledge.people.get(target) if target else None
        if character and character.kind is not PersonKind.CHARACTER:
            message = f"person '{person.id}': '{name}' names {target}, who is no character"
            place = place_of("people", person.id, name)
            yield Problem(place, f"{message}; give the character's id")


def _shared_names(knowledge: Knowledge, place_of: PlaceOf) -> Iterator[Problem]:
    """Aliases that are another person's name, so that whoever asks for one gets the other.

    An alias that two people share, such as a given name, belongs to neither alone.
    """
    owners: dict[str, Person] = {}
    for person in knowledge.people.values():
        for name in (person.name, person.hangul or ""):
            owners.setdefault(_plain(name), person)
    owners.pop("", None)
    for person in knowledge.people.values():
        for number, alias in enumerate(person.aliases):
            owner = owners.get(_plain(alias), person)
            if owner is not person:
                place = place_of("people", person.id, "aliases", number)
                whose = f"is the name of '{owner.id}' (at {place_of('people', owner.id)})"
                message = f"person '{person.id}': '{alias}' {whose}; take it off here"
                yield Problem(place, message, Severity.WARNING)


def _plain(name: str) -> str:
    """A name without what people leave out or add: capitals, spaces, hyphens and dots."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", name).casefold()))


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
