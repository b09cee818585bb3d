"""Facts by which people guess at somebody's fate: veiled, all of them look alike.

Whether somebody lives or not, and in which episode that is told, is what nobody may read off the
card: not by its title, nor by what it offers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.knowledge.schema import Fact, Knowledge, Person
from bot.matching.language.tokens import words
from bot.spoilers.words import FATES, STATES

__all__ = ["with_fates"]

_GUESSING = frozenset("is are was were does do did has have will would can could".split())
"""Words that begin a question for a yes or a no."""

_MOST_WORDS = 8
"""Words of a guess; longer questions ask for more than that."""


def with_fates(knowledge: Knowledge) -> Knowledge:
    """The same knowledge, in which every fact tells whether people guess at a fate by it."""
    facts = {
        fact_id: fact.model_copy(update={"asks_fate": True})
        if _asks_fate(fact, knowledge.people)
        else fact
        for fact_id, fact in knowledge.facts.items()
    }
    return knowledge.model_copy(update={"facts": facts})


def _asks_fate(fact: Fact, people: Mapping[str, Person]) -> bool:
    """Whether a rated fact is asked by guesses at one of its people, such as "is Ann dead?"."""
    if not (fact.spoiler and fact.people):
        return False
    names = {name for i in fact.people if i in people for name in _names(people[i])}
    return any(_is_guess(words(text), names) for text in fact.phrasings)


def _is_guess(found: list[str], names: Iterable[str]) -> bool:
    """Whether these words ask of somebody by name whether they live or die."""
    if len(found) > _MOST_WORDS or _GUESSING.isdisjoint(found[:1]):
        return False
    text = f" {' '.join(found)} "
    return not (FATES | STATES).isdisjoint(found) and any(name in text for name in names)


def _names(person: Person) -> Iterable[str]:
    """Whole names, and the given name behind the family's, as plain words."""
    given = person.name.partition(" ")[2]
    for name in (person.name, given, *person.aliases):
        if found := words(name):
            yield f" {' '.join(found)} "
