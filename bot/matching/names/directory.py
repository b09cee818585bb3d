"""Everybody's names, as they are looked up: by letters, by sound, by surname, by role."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.knowledge.schema import Person, PersonKind
from bot.matching.language.spelling import Speller
from bot.matching.language.tokens import is_hangul, words
from bot.matching.names.romanisation import skeleton

__all__ = ["Directory", "forms", "name_words"]

Table = Mapping[str, tuple[str, ...]]
"""From joined letters to the ids of the people they may mean, the likeliest first."""


@dataclass(frozen=True, slots=True, eq=False)
class Directory:
    """The names of all people."""

    people: Mapping[str, Person]
    by_letters: Table
    by_skeleton: Table
    surnames: Table
    roles: Table
    beginnings: frozenset[str]
    """Everything that some name begins with, by its letters."""
    role_beginnings: frozenset[str]
    speller: Speller
    _played_by: Table

    @classmethod
    def build(cls, people: Mapping[str, Person]) -> Directory:
        """Enter `people` in their order, which is that of likelihood where names are shared."""
        tables = _Tables()
        for person in people.values():
            tables.add(person)
        for person in people.values():
            if person.kind is not PersonKind.CHARACTER:
                tables.add_alias_surnames(person)
        by_letters, roles = _frozen(tables.by_letters), _frozen(tables.roles)
        return cls(
            people=people,
            by_letters=by_letters,
            by_skeleton=_frozen(tables.by_skeleton),
            surnames=_frozen(tables.surnames),
            roles=roles,
            beginnings=_beginnings(by_letters),
            role_beginnings=_beginnings(roles),
            speller=Speller.build(key for key in by_letters if key.isascii() and len(key) > 3),
            _played_by=_frozen(tables.played_by),
        )

    def family(self, person_id: str) -> tuple[str, ...]:
        """The person, with the character an actor plays or the actors of a character."""
        person = self.people.get(person_id)
        if person is None:
            return (person_id,)
        others = (person.plays,) if person.plays else self._played_by.get(person_id, ())
        return (person_id, *others)


class _Tables:
    """The tables of a Directory while they grow; sets of ids that keep their order."""

    def __init__(self) -> None:
        self.by_letters: dict[str, dict[str, None]] = defaultdict(dict)
        self.by_skeleton: dict[str, dict[str, None]] = defaultdict(dict)
        self.surnames: dict[str, dict[str, None]] = defaultdict(dict)
        self.roles: dict[str, dict[str, None]] = defaultdict(dict)
        self.played_by: dict[str, dict[str, None]] = defaultdict(dict)

    def add(self, person: Person) -> None:
        for name in (person.name, *person.aliases, *person.slips):
            self._add_name(name, person.id)
        if person.hangul:
            self._add_name(person.hangul, person.id)
            if len(person.hangul) == 3 and is_hangul(person.hangul):
                self._add_name(person.hangul[1:], person.id)
                self.surnames[person.hangul[0]][person.id] = None
        self._add_parts(person)
        for role in person.roles:
            self.roles["".join(name_words(role))][person.id] = None
        if person.plays:
            self.played_by[person.plays][person.id] = None

    def _add_parts(self, person: Person) -> None:
        """Given name, surname and Western order, from a name written "Surname Given-name"."""
        surname, _, given = person.name.partition(" ")
        is_korean = "-" in given and " " not in given
        if is_korean:
            self._add_name(given, person.id)
            self._add_name(f"{given} {surname}", person.id)
        if is_korean or (given and person.kind is PersonKind.ACTOR):
            self.surnames["".join(words(surname))][person.id] = None
        elif given and person.kind in {PersonKind.VOICE, PersonKind.CREW}:
            self.surnames["".join(words(given))][person.id] = None
            self._add_name(surname, person.id)

    def add_alias_surnames(self, person: Person) -> None:
        """The surname in the other form of a stage name: by "Park Hana" Hana is a Park."""
        for alias in person.aliases:
            if is_hangul(alias) and len(alias) > 3 and alias[0] in self.surnames:
                self.surnames[alias[0]].setdefault(person.id)
            surname, _, given = alias.partition(" ")
            key = "".join(words(surname))
            if given and " " not in given and key in self.surnames:
                self.surnames[key].setdefault(person.id)

    def _add_name(self, name: str, person_id: str) -> None:
        found = name_words(name)
        letters = "".join(found)
        if not letters:
            return
        self.by_letters[letters][person_id] = None
        if letters.isascii() and len(letters) > 3:
            self.by_skeleton[skeleton(letters)][person_id] = None


def name_words(name: str) -> list[str]:
    """The words of a name as it stands in a file, which may be somebody's handle."""
    return words(name.lstrip("@").replace("_", " "))


def forms(letters: str) -> tuple[str, ...]:
    """The letters as they stand, and without a possessive or plural s."""
    if letters.endswith("s") and len(letters) > 4:
        return (letters, letters[:-1])
    return (letters,)


def _frozen(table: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(people) for key, people in table.items()}


def _beginnings(table: Table) -> frozenset[str]:
    return frozenset(key[:length] for key in table for length in range(1, len(key)))
