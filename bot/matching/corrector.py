"""Misspelt words of a question, corrected in context to what they were meant for.

A noisy channel (Kernighan, Church and Gale 1990): each word may have been meant for any known word
a slip or two away, and of all readings of the question the one is taken that has the fewest slips
and the likeliest neighbours, as the texts of the knowledge put words side by side (Viterbi 1967).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.matching.embeddings import WordVectors
from bot.matching.language.tokens import is_hangul, stem
from bot.matching.memo import Memo
from bot.matching.vocabulary import Vocabulary

__all__ = ["Corrector", "CorrectorBuilder"]

_REMEMBERED = 4096

SLIP = 3.5
"""What each slip costs, in powers of e: as much as a neighbour that is thirty times rarer."""

REAL_WORD = 4.0
"""What it costs besides to take a word that is known for another."""

PAIR_SHARE = 0.8
"""How much a word's neighbours tell of it, next to how frequent it is by itself."""

SEEN_OFTEN = 8
"""Texts with a word from which it is not taken for a slip of another."""

_MOST = 6
"""Words that one may have been meant for."""

_START = ""

_Reading = tuple[tuple[str, ...], float]
"""The words that one may stand for, and what that costs."""


@dataclass(frozen=True, slots=True, eq=False)
class Corrector:
    """Corrects words over one vocabulary; made by a CorrectorBuilder."""

    _vocabulary: Vocabulary
    _vectors: WordVectors
    _written: Mapping[str, int]
    """The words of all texts, which are written with care, and how many have each."""
    _by_length: Mapping[int, Sequence[str]]
    """Those in Latin letters, of two letters and more, by their number."""
    _neighbours: Mapping[str, int]
    """Pairs of words that stand side by side, with a space between, and how often."""
    _pairs: Mapping[str, tuple[str, str]]
    _readings: Memo[str, tuple[_Reading, ...]]
    _others: Memo[str, tuple[_Reading, ...]]

    def correct(self, found: Sequence[str]) -> list[tuple[str, ...]]:
        """For each word of a text the known ones that it stands for; mostly itself."""
        readings = [self._readings.get(word, self._read) for word in found]
        if all(len(one) == 1 and one[0][1] == 0 for one in readings):
            return [one[0][0] for one in readings]
        readings = [
            (*one, *self._others.get(word, self._misread)) if one[0][0] == (word,) else one
            for word, one in zip(found, readings, strict=True)
        ]
        return self._likeliest(readings)

    def resumed(self) -> CorrectorBuilder:
        """Takes in further texts beside those that this one is made of."""
        return CorrectorBuilder(self._vectors, self._written, self._neighbours, self._pairs)

    def knows(self, word: str) -> bool:
        """Whether a word is English or Korean, or stands in a text of the knowledge."""
        return (
            word in self._written
            or word in self._vocabulary.surfaces
            or self._vectors.knows(word)
            or not word.isalpha()
            or is_hangul(word)
        )

    def _likeliest(self, readings: Sequence[Sequence[_Reading]]) -> list[tuple[str, ...]]:
        """The reading of all words that costs least."""
        paths: dict[str, tuple[float, list[tuple[str, ...]]]] = {_START: (0.0, [])}
        for options in readings:
            following: dict[str, tuple[float, list[tuple[str, ...]]]] = {}
            for meant, slips in options:
                cost, before = min(
                    (
                        (spent + slips + self._cost(last, meant), path)
                        for last, (spent, path) in paths.items()
                    ),
                    key=lambda one: one[0],
                )
                if meant[-1] not in following or cost < following[meant[-1]][0]:
                    following[meant[-1]] = (cost, [*before, meant])
            paths = following
        return min(paths.values(), key=lambda one: one[0])[1]

    def _cost(self, last: str, meant: tuple[str, ...]) -> float:
        """How unlikely the first of `meant` is behind `last`, in powers of e."""
        word = meant[0]
        alone = (self._written.get(word, 0) + 0.5) / (len(self._neighbours) + 1)
        beside = self._neighbours.get(f"{last} {word}", 0) / (self._written.get(last, 0) + 5)
        return -log((1 - PAIR_SHARE) * alone + PAIR_SHARE * beside)

    def _read(self, word: str) -> tuple[_Reading, ...]:
        """What a word may stand for: itself, or for what is no word those a slip or two away."""
        itself: tuple[_Reading, ...] = (((word,), 0.0),)
        if len(word) < 2 or not word.isascii() or not word.isalpha() or word in self._written:
            return itself
        if word in self._pairs:
            return ((self._pairs[word], 0.0),)
        if self._vectors.knows(word):
            return itself
        if near := self._near(word, 2 if len(word) > 4 else 1):
            return near
        surfaces = self._vocabulary.surfaces
        for split in range(len(word) - 3, 2, -1):
            if word[:split] in surfaces and word[split:] in surfaces:
                return (((word[:split], word[split:]), 0.0),)
        english = self._vectors.speller
        nearest = english.nearest(word) or english.nearest(stem(word))
        return (((nearest[0][0],), SLIP),) if nearest else itself

    def _misread(self, word: str) -> tuple[_Reading, ...]:
        """What a rare word may have been meant for, in a text that has slips."""
        if len(word) < 3 or not word.isascii() or self._written.get(word, 0) >= SEEN_OFTEN:
            return ()
        near = self._near(word, 2 if len(word) > 7 else 1)
        return tuple((meant, cost + REAL_WORD) for meant, cost in near)

    def _near(self, word: str, most: int) -> tuple[_Reading, ...]:
        """Words of the knowledge at most so many slips away, each with its cost."""
        hits = (
            hit
            for length in range(len(word) - most, len(word) + most + 1)
            for hit in process.extract(
                word,
                self._by_length.get(length, ()),
                scorer=OSA.distance,
                score_cutoff=most,
                limit=_MOST,
            )
        )
        close = sorted(
            (slips - log(1 + self._written[known]) / SLIP, known, int(slips))
            for known, slips, _ in hits
            if known != word
        )
        return tuple(((known,), SLIP * slips) for _, known, slips in close[:_MOST])


class CorrectorBuilder:
    """Takes in the words of all texts, and neighbours that somebody may write as one word.

    Only neighbours of which one is no English word ("Ha-neul"): two English ones are found by
    splitting.
    """

    def __init__(
        self,
        vectors: WordVectors,
        written: Mapping[str, int] | None = None,
        neighbours: Mapping[str, int] | None = None,
        pairs: Mapping[str, tuple[str, str]] | None = None,
    ) -> None:
        """Begin with nothing, or with what was taken in before."""
        self._vectors = vectors
        self._written: Counter[str] = Counter(written)
        self._neighbours: Counter[str] = Counter(neighbours)
        self._pairs = dict(pairs or {})

    def add(self, found: Sequence[str]) -> None:
        """Take in the words of one text."""
        self._written.update(found)
        knows = self._vectors.knows
        self._neighbours.update(f"{left} {right}" for left, right in pairwise((_START, *found)))
        for left, right in pairwise(found):
            if len(left) + len(right) > 3 and not (knows(left) and knows(right)):
                self._pairs.setdefault(left + right, (left, right))

    def build(self, vocabulary: Vocabulary) -> Corrector:
        """A corrector to the words of `vocabulary`."""
        by_length: dict[int, list[str]] = defaultdict(list)
        for word in sorted(self._written):
            if len(word) > 1 and word.isascii() and word.isalpha():
                by_length[len(word)].append(word)
        return Corrector(
            vocabulary,
            self._vectors,
            dict(self._written),
            dict(by_length),
            dict(self._neighbours),
            self._pairs,
            Memo(_REMEMBERED),
            Memo(_REMEMBERED),
        )
