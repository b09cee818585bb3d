"""Whom "he", "she" and "they" mean: somebody on the last card that speaks of anybody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.conversation.memory import Thread
from bot.knowledge.schema import Fact, Person
from bot.matching.language.tokens import words

__all__ = ["Meant", "Referents", "kind_of"]

_HE = frozenset({"he", "him", "his"})
_SHE = frozenset({"she", "her", "hers"})
_THEY = frozenset({"they", "them", "their", "theirs"})

_CLEARLY = 3
"""How often as much one of the two has to stand in what is written of somebody."""


def kind_of(word: str) -> str | None:
    """The pronoun that a word is a form of: "he", "she" or "they"; None for any other word."""
    for kind, forms in (("he", _HE), ("she", _SHE), ("they", _THEY)):
        if word in forms:
            return kind
    return None


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom a pronoun may mean."""

    people: tuple[str, ...] = ()
    """One id for each, the likeliest first; nobody where that is not known."""
    is_whole: bool = False
    """Whether it can be nobody else, such as somebody behind a veil."""

    @property
    def only(self) -> str | None:
        """The one who is meant, where that is clear."""
        return self.people[0] if self.is_whole and len(self.people) == 1 else None


@dataclass(frozen=True, slots=True, eq=False)
class Referents:
    """The people of one state of knowledge, as pronouns mean them."""

    people: Mapping[str, Person]
    _facts: Mapping[str, Fact]

    def role_of(self, person_id: str) -> str:
        """One id for an actor and the character they play: that of the character."""
        person = self.people.get(person_id)
        return (person.plays if person else None) or person_id

    def meant(self, pronoun: str, thread: Thread) -> Meant:
        """Whom a pronoun may mean, on the newest card that speaks of anybody it goes with."""
        for card in thread.with_people():
            by_role: dict[str, str] = {}
            for person_id in card.people:
                if person_id in self.people and self._goes_with(pronoun, person_id):
                    by_role.setdefault(self.role_of(person_id), person_id)
            others = any(self._goes_with(pronoun, person_id) for person_id in card.hidden)
            if by_role or others:
                return Meant(tuple(by_role.values()), is_whole=not others)
        return Meant()

    def _goes_with(self, pronoun: str, person_id: str) -> bool:
        """Whether what is written of somebody does not call them by the other pronoun."""
        if pronoun in _THEY or person_id not in self.people:
            return True
        his, hers = self._written_of(self.role_of(person_id))
        mine, other = (his, hers) if pronoun in _HE else (hers, his)
        return mine > 0 or other == 0

    def _written_of(self, role: str) -> tuple[int, int]:
        """How often "he" and "she" stand in what is told of somebody alone.

        The rarer of the two is none where it is far rarer: it may be about somebody else.
        """
        found: list[str] = []
        for person in self.people.values():
            if self.role_of(person.id) == role:
                found += words(f"{person.about or ''} {person.role or ''}")
        for fact in self._facts.values():
            if fact.people and all(self.role_of(i) == role for i in fact.people):
                found += words(fact.whole)
        his, hers = (sum(word in group for word in found) for group in (_HE, _SHE))
        if his >= _CLEARLY * hers:
            return his, 0
        if hers >= _CLEARLY * his:
            return 0, hers
        return his, hers
