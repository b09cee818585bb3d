"""Autocomplete: questions that go with what somebody has typed so far."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from bot.knowledge.schema import Fact
from bot.matching.corrector import Corrector
from bot.matching.decision import Allows
from bot.matching.index import Index
from bot.matching.language.tokens import clean, words
from bot.matching.sparse import RowBuilder, SparseRows

__all__ = ["Autocompleter"]

_Item = TypeVar("_Item")
_Scores = NDArray[np.float64]

MAX_ENDINGS = 40
"""Words that an unfinished one may become; those that most facts hold come first."""

BEGINS = 10.0
"""What a question gains that begins just as typed."""

SHOWN = 2.0
"""What a word gains that stands in the question itself, which is what one sees while typing."""


@dataclass(frozen=True, slots=True, eq=False)
class Autocompleter:
    """Completes questions from the index's own postings."""

    _index: Index
    _corrector: Corrector
    _words: tuple[str, ...]
    """Every known word, sorted."""
    _sample: tuple[Fact, ...]
    """All facts, topic by turns."""
    _by_question: array[int]
    """The facts in the order of what is shown of them."""
    _shown: tuple[str, ...]
    """Every word that is shown, sorted."""
    _holders: SparseRows
    """By such a word, the facts that show it."""

    @classmethod
    def build(cls, index: Index, facts: Sequence[Fact]) -> Autocompleter:
        """Prepare completions; with nothing typed, in the order in which `facts` stand."""
        texts = [_shown(fact) for fact in index.facts]
        holders: dict[str, list[int]] = defaultdict(list)
        for number, text in enumerate(texts):
            for word in dict.fromkeys(text.split(" ")):
                holders[word].append(number)
        rows = RowBuilder()
        shown = tuple(sorted(holders))
        for word in shown:
            rows.append(holders[word])
        return cls(
            index,
            index.corrector,
            tuple(sorted(index.vocabulary.surfaces)),
            tuple(_by_turns(facts)),
            array("i", sorted(range(len(texts)), key=texts.__getitem__)),
            shown,
            rows.build(),
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
        scores = self._scores(found) + self._shown_scores(start, found)
        numbers = np.flatnonzero(scores)
        best: list[int] = numbers[np.argsort(-scores[numbers], kind="stable")].tolist()
        return tuple(islice(filter(allows, (self._index.facts[n] for n in best)), limit))

    def _shown_scores(self, start: str, found: Sequence[str]) -> _Scores:
        """By fact, how well the question itself goes with what was typed."""
        size = len(self._index.facts)
        held = np.zeros(size, np.int32)
        for word in found:
            first, last = _begun(self._shown, word)
            held[np.unique(self._holders.ids[slice(*self._holders.starts[[first, last]])])] += 1
        scores = SHOWN * held / len(found)
        first, last = _begun(self._by_question, start, self._text)
        scores[self._by_question[first:last]] += BEGINS
        return scores

    def _text(self, number: int) -> str:
        return _shown(self._index.facts[number])

    def _scores(self, typed: list[str]) -> _Scores:
        """By fact, how much the words tell that any of its phrasings holds."""
        *whole, last = typed
        scores = np.zeros(len(self._index.facts))
        for meant in self._corrector.correct(whole):
            for known in meant:
                scores += self._gained([known])
        return scores + self._gained(self._endings(last) or self._corrector.correct([last])[0])

    def _gained(self, alternatives: Iterable[str]) -> _Scores:
        """By fact, how much the most telling of these words tells that it holds."""
        vocabulary = self._index.vocabulary
        numbers = [n for word in alternatives if (n := vocabulary.surfaces.get(word)) is not None]
        gained = np.zeros(len(self._index.facts))
        for number in sorted(numbers, key=lambda number: float(vocabulary.idf[number])):
            gained[self._index.postings.of(number)] = vocabulary.idf[number]
        return gained

    def _endings(self, begun: str) -> Sequence[str]:
        """Known words that begin as typed."""
        first, last = _begun(self._words, begun)
        found = self._words[first:last]
        if len(found) > MAX_ENDINGS:
            idf, surfaces = self._index.vocabulary.idf, self._index.vocabulary.surfaces
            found = sorted(found, key=lambda word: float(idf[surfaces[word]]))[:MAX_ENDINGS]
        return found


def _begun(
    ordered: Sequence[_Item], begun: str, text_of: Callable[[_Item], str] = str
) -> tuple[int, int]:
    """Where those stand, in the order of their texts, whose text begins so: the first, the end."""
    first = bisect_left(ordered, begun, key=text_of)
    return first, bisect_left(ordered, f"{begun}\U0010ffff", first, key=text_of)


def _shown(fact: Fact) -> str:
    """The question, with a blank between words."""
    return clean(fact.question).replace("-", " ")


def _by_turns(facts: Iterable[Fact]) -> list[Fact]:
    """The first fact of each topic, then the second, and so on."""
    seen: dict[str | None, int] = defaultdict(int)
    turns: list[tuple[int, int, Fact]] = []
    for number, fact in enumerate(facts):
        seen[fact.topic] += 1
        turns.append((seen[fact.topic], number, fact))
    turns.sort(key=lambda turn: turn[:2])
    return [fact for _, _, fact in turns]
