"""People as answers: by what names they count, who may be named, whose names come near."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.knowledge.ratings import Rating
from bot.knowledge.schema import Knowledge, Person
from bot.matching.names.names import Names
from bot.quiz.judging import reading, slips_in
from bot.spoilers.horizon import Horizon

__all__ = ["all_names", "may_appear", "near_names", "person_forms"]


def all_names(person: Person) -> tuple[str, ...]:
    """Every name that somebody goes by."""
    return (person.name, *([person.hangul] if person.hangul else []), *person.aliases)


def person_forms(person: Person, names: Names) -> Iterator[str]:
    """The names that somebody may be typed by: all there are, and a given name of nobody else."""
    yield from (*all_names(person), *person.slips)
    _, *given = person.name.split()
    if given and names.look_up(" ".join(given)) == (person.id,):
        yield " ".join(given)


def near_names(forms: Iterable[str], person: Person, knowledge: Knowledge) -> tuple[str, ...]:
    """Names of other people that somebody who misspells one of these may have meant."""
    others = {
        letters: name
        for other in knowledge.people.values()
        if other.id != person.id
        for name in all_names(other)
        if (letters := "".join(reading(name))).isascii()
    }
    own = {"".join(reading(form)) for form in forms}
    near = {
        letters
        for form in own
        if form.isascii()
        for letters, _, _ in process.extract(
            form, list(others), scorer=OSA.distance, score_cutoff=2 * slips_in(form), limit=None
        )
    }
    return tuple(sorted(others[letters] for letters in near - own))


def may_appear(person: Person, horizon: Horizon) -> bool:
    """Whether it may be told unasked that somebody is there at all: who joins later is news."""
    return person.season is None or horizon.allows(Rating.of([f"s{person.season}"]))
