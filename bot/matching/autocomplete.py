"""Autocomplete: facts that go with what somebody has typed so far.

What one sees while typing decides: facts whose visible text holds every telling word come first.
Where these are few, facts follow that the matcher takes what was typed for, which knows other
languages and slips, and those that hold the words in another phrasing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.knowledge.schema import Fact
from bot.matching.corrector import Corrector
from bot.matching.decision import Allows
from bot.matching.index import Index
from bot.matching.language.english import STOP_WORDS
from bot.matching.language.tokens import clean, words

__all__ = ["Autocompleter"]

MAX_ENDINGS = 40
"""Words that an unfinished one may become; those that most facts hold come first."""

FEW = 5
"""Facts that show what was typed, up to which others that may be meant are offered beside them."""

Meant = Callable[[bool], Sequence[Fact]]
"""The facts that a text is taken for, best first; by the sense of the sentence if so wanted."""


@dataclass(frozen=True, slots=True, eq=False)
class _Visible:
    """What is seen of every fact, by its number, and which facts show which word."""

    texts: tuple[str, ...]
    """Plain words with a blank before each; names with a hyphen both as one word and as two."""
    _words: tuple[str, ...]
    """Every word that is seen, sorted."""
    _facts: tuple[tuple[int, ...], ...]
    """By the place of a word, the numbers of the facts that show it."""

    @classmethod
    def build(cls, shown: Iterable[str]) -> _Visible:
        """Index what is shown of each fact."""
        texts = tuple(f" {_plain(text)} | {_plain(text.replace('-', ' '))}" for text in shown)
        holding: dict[str, list[int]] = defaultdict(list)
        for number, text in enumerate(texts):
            for word in set(text.split()):
                holding[word].append(number)
        found = tuple(sorted(holding))
        return cls(texts, found, tuple(tuple(holding[word]) for word in found))

    def holding(self, begun: Sequence[str]) -> set[int]:
        """Facts that show, for each of these, a word that begins so."""
        found: set[int] | None = None
        for one in begun:
            facts = set[int]().union(*self._facts[slice(*_range(self._words, one))])
            found = facts if found is None else found & facts
        return found or set()


@dataclass(frozen=True, slots=True, eq=False)
class Autocompleter:
    """Completes questions by what is seen of them, and from the index's own postings."""

    _index: Index
    _corrector: Corrector
    _words: tuple[str, ...]
    """Every known word, sorted."""
    _sample: tuple[Fact, ...]
    """All facts, topic by turns."""
    _questions: _Visible
    _labels: _Visible
    _numbers: Mapping[str, int]
    """The number of each fact in the index, by its id."""

    @classmethod
    def build(cls, index: Index, facts: Sequence[Fact]) -> Autocompleter:
        """Prepare completions; with nothing typed, in the order in which `facts` stand."""
        return cls(
            index,
            index.corrector,
            tuple(sorted(index.vocabulary.surfaces)),
            tuple(_by_turns(facts)),
            _Visible.build(fact.question for fact in index.facts),
            _Visible.build(fact.shown_as for fact in index.facts),
            {fact.id: number for number, fact in enumerate(index.facts)},
        )

    def complete(
        self, typed: str, meant: Meant, *, limit: int, allows: Allows, openly: Allows
    ) -> tuple[Fact, ...]:
        """At most `limit` facts that `allows` lets through, best first.

        `meant` tells what the matcher takes the text for; by the sense of the sentence only where
        few facts show it. Of facts that `openly` lets through the question is seen, of others the
        label. With nothing typed, of the former one of each topic, then a second of each, and so
        on.
        """
        start = _plain(typed)
        if not start:
            listed = (fact for fact in self._sample if allows(fact) and openly(fact))
            return tuple(fact for fact, _ in zip(listed, range(limit), strict=False))
        telling = _telling(start.split())
        showing = self._showing(telling, allows, openly)
        if not showing:
            showing = self._showing(self._corrected(telling), allows, openly)
        are_few = len(showing) < FEW
        taken_for = filter(allows, meant(are_few))
        places = {self._numbers[fact.id]: place for place, fact in enumerate(taken_for)}
        numbers = _ranked(showing, start, places)
        if are_few:
            elsewhere = self._seen(self._holding(words(typed)), allows, openly)
            holding = {one: text for one, text in elsewhere.items() if _shows_most(text, telling)}
            others = _ranked(holding, start, places)
            # What is half typed the matcher takes for a word of its own.
            beside = (*others, *places) if self._is_begun(telling[-1]) else (*places, *others)
            numbers = list(dict.fromkeys((*numbers, *beside)))[:FEW]
        return tuple(self._index.facts[number] for number in numbers[:limit])

    def _showing(self, telling: Sequence[str], allows: Allows, openly: Allows) -> dict[int, str]:
        """Facts that show all these words, with what is seen of them."""
        asked, called = self._questions.holding(telling), self._labels.holding(telling)
        seen = self._seen(asked | called, allows, openly)
        return {
            number: text
            for number, text in seen.items()
            if number in (asked if text is self._questions.texts[number] else called)
        }

    def _seen(self, numbers: Iterable[int], allows: Allows, openly: Allows) -> dict[int, str]:
        """What is seen of those facts that may be offered."""
        facts = self._index.facts
        questions, labels = self._questions.texts, self._labels.texts
        return {
            number: questions[number] if openly(facts[number]) else labels[number]
            for number in numbers
            if allows(facts[number])
        }

    def _holding(self, typed: Sequence[str]) -> set[int]:
        """Facts that hold all telling words in any phrasing, however these are misspelt."""
        found: set[int] | None = None
        *whole, last = typed or ("",)
        ends = self._endings(last) or self._corrector.correct([last])[0]
        meant: list[Sequence[str]] = [*self._corrector.correct(whole), ends]
        for word, known in zip((*whole, last), meant, strict=True):
            if word not in STOP_WORDS:
                facts = self._facts_with(known)
                found = facts if found is None else found & facts
        return found or set()

    def _facts_with(self, alternatives: Iterable[str]) -> set[int]:
        surfaces, postings = self._index.vocabulary.surfaces, self._index.postings
        known = (surfaces[word] for word in alternatives if word in surfaces)
        return set[int]().union(*(postings.of(number).tolist() for number in known))

    def _is_begun(self, word: str) -> bool:
        """Whether a word is no known one, and the beginning of one."""
        return word not in self._index.vocabulary.surfaces and bool(self._endings(word))

    def _corrected(self, telling: Sequence[str]) -> list[str]:
        """The words without their slips; the last may be the beginning of one."""
        *whole, last = telling
        ends = [last] if self._endings(last) else self._corrector.correct([last])[0]
        return [known for meant in self._corrector.correct(whole) for known in meant] + [*ends]

    def _endings(self, begun: str) -> Sequence[str]:
        """Known words that begin as typed."""
        found = self._words[slice(*_range(self._words, begun))]
        if len(found) > MAX_ENDINGS:
            idf, surfaces = self._index.vocabulary.idf, self._index.vocabulary.surfaces
            found = sorted(found, key=lambda word: float(idf[surfaces[word]]))[:MAX_ENDINGS]
        return found


def _ranked(seen: Mapping[int, str], start: str, places: Mapping[int, int]) -> list[int]:
    """Facts by what is seen of them, then by the place that the matcher gives them."""
    found, last = [f" {word}" for word in start.split()], len(places)

    def rank(number: int) -> tuple[float, ...]:
        text = seen[number]
        return (
            -text.startswith(f" {start}"),
            -(f" {start}" in text),
            places.get(number, last),
            -sum(word in text for word in found),
            len(text),
            number,
        )

    return sorted(seen, key=rank)


def _telling(found: list[str]) -> list[str]:
    """The words that tell what somebody looks for; all of them where none does."""
    return [word for word in found if word not in STOP_WORDS] or found


def _shows_most(text: str, telling: Sequence[str]) -> bool:
    """Whether a text shows all of these words but one, and not none."""
    shown = sum(f" {word}" in text for word in telling)
    return shown >= max(1, len(telling) - 1)


def _range(found: Sequence[str], begun: str) -> tuple[int, int]:
    """Where in sorted words those stand that begin so."""
    return bisect_left(found, begun), bisect_left(found, begun + "\U0010ffff")


def _plain(text: str) -> str:
    """Words apart by a blank, those with a hyphen as one."""
    return " ".join(re.findall(r"[^\W_]+", clean(text).replace("-", "").replace("'", "")))


def _by_turns(facts: Iterable[Fact]) -> list[Fact]:
    """The first fact of each topic, then the second, and so on."""
    seen: dict[str | None, int] = defaultdict(int)
    turns: list[tuple[int, int, Fact]] = []
    for number, fact in enumerate(facts):
        seen[fact.topic] += 1
        turns.append((seen[fact.topic], number, fact))
    turns.sort(key=lambda turn: turn[:2])
    return [fact for _, _, fact in turns]
