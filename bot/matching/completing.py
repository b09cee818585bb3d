"""Autocomplete: questions that go with what somebody has typed so far."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz, process

from bot.knowledge.schema import Fact
from bot.matching.text import clean, stem, words

__all__ = ["Completer"]

LIKE_ENOUGH = 70
"""rapidfuzz's partial ratio (0..100) from which a question still counts when no word agrees."""


class Completer:
    """Completes questions; immutable once built."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self._facts = facts
        self._cleaned = [clean(fact.question) for fact in facts]
        self._stems = [frozenset(map(stem, words(fact.question))) for fact in facts]

    def complete(self, typed: str, *, limit: int, max_spoiler: int) -> tuple[Fact, ...]:
        """At most `limit` facts rated up to `max_spoiler`, best first.

        Best are questions that begin as typed, then those with most of the words (the last one may
        be unfinished), then those spelt alike. Linear in the number of facts.
        """
        listed = [n for n, fact in enumerate(self._facts) if fact.spoiler <= max_spoiler]
        start = clean(typed).strip()
        if not start:
            return self._sampler(listed)[:limit]
        *whole, last = words(typed) or [start]
        stems = {stem(word) for word in whole}
        ranked: list[tuple[float, int]] = []
        for number in listed:
            score = self._score(number, start, stems, last)
            if score:
                ranked.append((-score, number))
        if len(ranked) < limit and len(start) > 3:
            ranked.extend(self._spelt_alike(start, listed, {n for _, n in ranked}, limit))
        return tuple(self._facts[number] for _, number in sorted(ranked)[:limit])

    def _score(self, number: int, start: str, stems: set[str], last: str) -> float:
        if self._cleaned[number].startswith(start):
            return 10.0
        shared = len(stems & self._stems[number])
        begun = any(word.startswith(last) for word in self._cleaned[number].split())
        return (shared + begun) / (len(stems) + 1) if shared + begun > len(stems) / 2 else 0.0

    def _spelt_alike(
        self, start: str, listed: Sequence[int], taken: set[int], limit: int
    ) -> list[tuple[float, int]]:
        rest = {n: self._cleaned[n] for n in listed if n not in taken}
        hits = process.extract(
            start, rest, scorer=fuzz.partial_ratio, score_cutoff=LIKE_ENOUGH, limit=limit
        )
        return [(-score / 1000, number) for _, score, number in hits]

    def _sampler(self, listed: Sequence[int]) -> tuple[Fact, ...]:
        """The first fact of each topic, then the second, and so on."""
        seen: dict[str | None, int] = {}
        turns: list[tuple[int, int]] = []
        for number in listed:
            topic = self._facts[number].topic
            seen[topic] = seen.get(topic, 0) + 1
            turns.append((seen[topic], number))
        return tuple(self._facts[number] for _, number in sorted(turns))
