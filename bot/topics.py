"""Topics of facts or quotes, as somebody chooses one from a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from bot.knowledge.schema import Fact, Knowledge, Quote
from bot.matching.language.tokens import words
from bot.quotes import QuoteBook

__all__ = ["Topics"]

Allows = Callable[[Fact | Quote], bool]

_FEWEST = 3
"""Quotes or facts from which a topic is worth a place in a list, unless it has a curated name."""


class Topics:
    """The topics of one state of knowledge, as far as a reader may be told what they hold."""

    def __init__(self, knowledge: Knowledge, quotes: QuoteBook, allows: Allows) -> None:
        """Of `knowledge` what `allows` lets through; people are asked for by name instead."""
        self._show = knowledge.show
        self._quotes = quotes
        self._facts = [fact for fact in knowledge.facts.values() if allows(fact)]
        self._said = [quote for quote in knowledge.quotes.values() if allows(quote)]

    def of_facts(self) -> tuple[str, ...]:
        """Ids of topics that facts are about, those of most facts first."""
        return self._listed(Counter(fact.topic for fact in self._facts if fact.topic))

    def of_quotes(self) -> tuple[str, ...]:
        """Ids of topics that quotes are about, those of most quotes first."""
        return self._listed(Counter(topic for quote in self._said for topic in quote.topics))

    def complete(self, typed: str, topics: Iterable[str]) -> tuple[str, ...]:
        """Those of `topics` with a word that begins as the last one typed, and all others typed."""
        begun = words(typed)
        return tuple(
            topic for topic in topics if all(_begins(word, self._words(topic)) for word in begun)
        )

    def find(self, typed: str, topics: Sequence[str]) -> str | None:
        """That of `topics` which is meant by its id or its name; None where none is."""
        wanted = words(typed)
        meant = (topic for topic in topics if wanted in (self._words(topic), words(topic)))
        return next(meant, None)

    def _listed(self, counted: Counter[str]) -> tuple[str, ...]:
        return tuple(
            topic
            for topic, count in counted.most_common()
            if topic in self._show.topics or (count >= _FEWEST and self._is_subject(topic))
        )

    def _is_subject(self, topic: str) -> bool:
        return not self._quotes.names_somebody(topic.replace("-", " "))

    def _words(self, topic: str) -> list[str]:
        return words(self._show.topic_name(topic))


def _begins(word: str, others: Iterable[str]) -> bool:
    return any(other.startswith(word) for other in others)
