"""What can be chosen for a fact: topics and people, the likeliest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from bot.knowledge.schema import Fact, Knowledge
from bot.matching.language.tokens import words
from bot.matching.names.names import Names

__all__ = ["people_for", "topics_for"]


def topics_for(knowledge: Knowledge, near: Iterable[str], chosen: Iterable[str]) -> tuple[str, ...]:
    """Topics: what is chosen, those of facts that are near (by id), then those of most facts."""
    often = Counter(fact.topic for fact in knowledge.facts.values())
    found = (fact.topic for fact in _known(knowledge, near))
    ranked = (*chosen, *found, *(topic for topic, _ in often.most_common()))
    return tuple(dict.fromkeys(filter(None, ranked)))


def people_for(
    knowledge: Knowledge,
    names: Names,
    texts: Iterable[str],
    chosen: Iterable[str],
    near: Iterable[str],
) -> tuple[str, ...]:
    """Ids of people: who is chosen, who is named in the texts, then as for topics."""
    often = Counter(person for fact in knowledge.facts.values() for person in fact.people)
    found = (person for fact in _known(knowledge, near) for person in fact.people)
    ranked = (*chosen, *_named(names, texts), *found, *(one for one, _ in often.most_common()))
    return tuple(person for person in dict.fromkeys(ranked) if person in knowledge.people)


def _named(names: Names, texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        for mention in names.mentions(words(text), typos=False):
            yield from mention.people


def _known(knowledge: Knowledge, ids: Iterable[str]) -> Sequence[Fact]:
    return [knowledge.facts[one] for one in ids if one in knowledge.facts]
