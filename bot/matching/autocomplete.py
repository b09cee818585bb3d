"""Autocomplete: questions that go with what somebody has typed so far."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.knowledge.schema import Fact
from bot.matching.corrector import Corrector
from bot.matching.decision import Allows
from bot.matching.index import Index
from bot.matching.language.tokens import clean, words

__all__ = ["Autocompleter"]

MAX_ENDINGS = 40
"""Words that an unfinished one may become; those that most facts hold come first."""

BEGINS = 10.0
"""What a question gains that begins just as typed."""

SHOWN = 2.0
"""What a word gains that stands in the question itself, which is what one sees while typing."""

MAX_SCANNED = 5_000
"""Facts up to which every question is looked at; beyond, those that the postings lead to."""


@dataclass(frozen=True, slots=True, eq=False)
class Autocompleter:
    """Completes questions from the index's own postings."""

    _index: Index
    _corrector: Corrector
    _words: tuple[str, ...]
    """Every known word, sorted."""
    _sample: tuple[Fact, ...]
    """All facts, topic by turns."""
    _questions: tuple[str, ...]
    """What is shown of each fact, by its number; empty where there are too many."""

    @classmethod
    def build(cls, index: Index, facts: Sequence[Fact]) -> Autocompleter:
        """Prepare completions; with nothing typed, in the order in which `facts` stand."""
        scanned = index.facts if len(index.facts) <= MAX_SCANNED else ()
        return cls(
            index,
            index.corrector,
            tuple(sorted(index.vocabulary.surfaces)),
            tuple(_by_turns(facts)),
            tuple(_shown(fact) for fact in scanned),
        )

    def complete(self, typed: str, *, limit: int, allows: Allows) -> tuple[Fact, ...]:
        """At most `limit` facts that `allows` lets through, best first.

        Best are questions that begin as typed, then those that hold most of the words, then those
        whose other phrasings do; the last word may be unfinished. With nothing typed, one fact of
        each topic, then a second of each, and so on.
        """
        start = clean(typed).strip()
        if not start:
            listed = (fact for fact in self._sample if allows(fact))
            return tuple(fact for fact, _ in zip(listed, range(limit), strict=False))
        found = words(typed) or [start]
        scores = self._scores(found)
        ranked: list[tuple[float, int]] = []
        for number in range(len(self._questions)) if self._questions else scores:
            if not allows(self._index.facts[number]):
                continue
            score = scores.get(number, 0.0) + self._shown_score(number, start, found)
            if score:
                ranked.append((-score, number))
        return tuple(self._index.facts[number] for _, number in sorted(ranked)[:limit])

    def _shown_score(self, number: int, start: str, found: list[str]) -> float:
        """How well the question itself goes with what was typed."""
        text = self._questions[number] if self._questions else _shown(self._index.facts[number])
        begins = BEGINS if text.startswith(f" {start}") else 0.0
        return begins + SHOWN * sum(f" {word}" in text for word in found) / len(found)

    def _scores(self, typed: list[str]) -> dict[int, float]:
        """Facts that hold any of the words, with how much these tell."""
        *whole, last = typed
        scores: dict[int, float] = defaultdict(float)
        for meant in self._corrector.correct(whole):
            for known in meant:
                self._add(scores, [known])
        self._add(scores, self._endings(last) or self._corrector.correct([last])[0])
        return scores

    def _add(self, scores: dict[int, float], alternatives: Iterable[str]) -> None:
        vocabulary = self._index.vocabulary
        gained: dict[int, float] = {}
        for word in alternatives:
            number = vocabulary.surfaces.get(word)
            if number is not None:
                worth = float(vocabulary.idf[number])
                for fact in self._index.postings.of(number).tolist():
                    gained[fact] = max(gained.get(fact, 0.0), worth)
        for fact, worth in gained.items():
            scores[fact] += worth

    def _endings(self, begun: str) -> Sequence[str]:
        """Known words that begin as typed."""
        first = bisect_left(self._words, begun)
        last = bisect_left(self._words, begun + "\U0010ffff")
        found = self._words[first:last]
        if len(found) > MAX_ENDINGS:
            idf, surfaces = self._index.vocabulary.idf, self._index.vocabulary.surfaces
            found = sorted(found, key=lambda word: float(idf[surfaces[word]]))[:MAX_ENDINGS]
        return found


def _shown(fact: Fact) -> str:
    """The question with a blank before each word."""
    return " " + clean(fact.question).replace("-", " ")


def _by_turns(facts: Iterable[Fact]) -> list[Fact]:
    """The first fact of each topic, then the second, and so on."""
    seen: dict[str | None, int] = defaultdict(int)
    turns: list[tuple[int, int, Fact]] = []
    for number, fact in enumerate(facts):
        seen[fact.topic] += 1
        turns.append((seen[fact.topic], number, fact))
    turns.sort(key=lambda turn: turn[:2])
    return [fact for _, _, fact in turns]
