"""The words of the knowledge, and which of them a word of a question may stand for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import log

import numpy as np

from bot.matching.embeddings import COMMON, DIMENSIONS, WordVectors
from bot.matching.language.contrasts import Contrasts
from bot.matching.language.english import STOP_WORDS
from bot.matching.language.spelling import Speller
from bot.matching.language.tokens import is_hangul, stem
from bot.matching.sparse import Floats, Ints

__all__ = ["SAME", "Meaning", "Vocabulary", "is_content"]

NEAR = 0.45
"""Cosine from which two words count as related; below it, chance likeness prevails."""

FULL = 0.95
"""Cosine at which two words count as the same."""

RELATED = 0.8
"""What a related word is worth at most, next to the word itself."""

SAME = 0.92
"""What another form of the same word is worth: an alternative spelling, a Korean ending."""

PARTLY = 0.7
"""What a Korean word is worth that begins with the same two syllables."""

STOP_SHARE = 0.35
"""Part of its rarity that a stop word or question word keeps."""

UNKNOWN_STOP = 0.1
"""What a stop word weighs that no phrasing holds."""

_STOP_STEMS = frozenset(stem(word) for word in STOP_WORDS) | STOP_WORDS
_CACHED = 4096


def is_content(term: str) -> bool:
    """Whether a term tells what is asked: no person, no kind of question, no stop word."""
    return len(term) > 1 and term[0] not in "@?#" and term not in _STOP_STEMS


@dataclass(frozen=True, slots=True, eq=False)
class Meaning:
    """What a term of a question may stand for in the knowledge.

    `ids` are vocabulary entries and `worth` how nearly each means the term (0..1); `weight` is how
    much the term tells (0..about 1); `alien` marks a word that neither the knowledge nor English
    knows.
    """

    ids: Ints
    worth: Floats
    most: float
    """The most that any entry is worth: 1 for a term of the knowledge, 0 for a foreign one."""
    weight: float
    alien: bool
    vector: Floats


class Vocabulary:
    """All terms of the phrasings and answers, numbered; grows while the index is built."""

    def __init__(self, vectors: WordVectors, contrasts: Contrasts) -> None:
        self.terms: list[str] = []
        self.surfaces: dict[str, int] = {}
        """Each word as it is written, and the term it was counted as."""
        self._written: set[str] = set()
        self._ids: dict[str, int] = {}
        self._pairs: dict[str, tuple[str, str]] = {}
        self._vectors = vectors
        self._contrasts = contrasts
        self.idf: Floats = np.zeros(0, dtype=np.float32)

    def __len__(self) -> int:
        return len(self.terms)

    # -- building

    def add(self, term: str, surface: str = "") -> int:
        """The number of `term`, which gets one if it is new; `surface` is how it was written."""
        number = self._ids.setdefault(term, len(self.terms))
        if number == len(self.terms):
            self.terms.append(term)
        if surface:
            self.surfaces.setdefault(surface, number)
        return number

    def add_words(self, found: Sequence[str]) -> None:
        """Remember the words of a text: written with care, they are no misspellings.

        Neighbours too, so that they are known when somebody writes them as one word; only where
        one is no English word ("On-ra"): two English ones are found by splitting.
        """
        self._written.update(found)
        for left, right in pairwise(found):
            if len(left) + len(right) > 3 and not (self._english_word(left, right)):
                self._pairs.setdefault(left + right, (left, right))

    def _english_word(self, left: str, right: str) -> bool:
        return self._vectors.knows(left) and self._vectors.knows(right)

    def finish(self, counts: Ints, total: int) -> None:
        """Weigh the terms by the number of facts that ask with each, of `total` facts."""
        self._unseen = log(1 + 2 * (total + 0.5)) / log(2 + 2 * total)
        raw = np.log(1 + (total - counts + 0.5) / (counts + 0.5)) / log(2 + 2 * total)
        stops = [term[0] == "?" or term in _STOP_STEMS for term in self.terms]
        self.idf = np.where(stops, raw * STOP_SHARE, raw).astype(np.float32)
        self._counts = counts
        stems = [_bare(term) for term in self.terms]
        matrix = self._vectors.matrix(stems)
        self._embedded = np.flatnonzero(matrix.any(axis=1)).astype(np.int32)
        self._embedded_vectors = matrix[self._embedded]
        self._speller = Speller(self.surfaces)
        self._english = self._vectors.speller
        self._by_prefix: dict[str, list[int]] = defaultdict(list)
        for number, term in enumerate(self.terms):
            if is_hangul(term) and len(term) >= 2:
                self._by_prefix[term[:2]].append(number)
        self.mend = lru_cache(maxsize=_CACHED)(self._mend)

    def vectors_of(self, numbers: Iterable[int]) -> Floats:
        """Unit vectors of terms, one a row; zeros for terms that English does not know."""
        return self._vectors.matrix([_bare(self.terms[number]) for number in numbers])

    # -- asking

    def knows(self, word: str) -> bool:
        """Whether `word` is an ordinary one: used in the knowledge, or English."""
        return word in self.surfaces or self._vectors.knows(word)

    def _mend(self, word: str) -> tuple[str, ...]:
        """A misspelt word to the known ones it stands for; any other word to itself."""
        if len(word) < 3 or not word.isascii() or not word.isalpha() or word in self._written:
            return (word,)
        if word in self._pairs:
            return self._pairs[word]
        rank = self._vectors.rank(stem(word))
        if rank is not None and rank < COMMON:
            return (word,)
        near = self._speller.nearest(word)
        if self._vectors.knows(word) and (not near or near[0][1] > 1):
            return (word,)
        if near:
            return (max((known for known, _ in near), key=self._frequency),)
        for split in range(len(word) - 3, 2, -1):
            if word[:split] in self.surfaces and word[split:] in self.surfaces:
                return (word[:split], word[split:])
        english = self._english.nearest(word) or self._english.nearest(stem(word))
        return (english[0][0],) if english else (word,)

    def nearest(self, word: str) -> tuple[tuple[str, int], ...]:
        """Ordinary words that `word` may be a slip for, of the knowledge or of common English."""
        return (*self._speller.nearest(word), *self._vectors.common_speller.nearest(word))

    def _frequency(self, word: str) -> int:
        return int(self._counts[self.surfaces[word]])

    def meaning(self, term: str) -> Meaning:
        """What `term` may stand for, and how much it tells."""
        known = self._ids.get(term)
        near: dict[int, float] = {} if known is None else {known: 1.0}
        vector = _ZERO
        if "#" not in term and term[0] not in "@?":
            found = self._vectors.one(_bare(term))
            vector = _ZERO if found is None else found
            self._add_same(term, near)
        weight = self._weight(term, near)
        ids = np.fromiter(near, dtype=np.int32, count=len(near))
        worth = np.fromiter(near.values(), dtype=np.float32, count=len(near))
        if vector is not _ZERO:
            ids, worth = self._with_related(term, vector, ids, worth)
        alien = not len(ids) and vector is _ZERO and term[0] not in "@?"
        most = float(worth.max()) if len(worth) else 0.0
        return Meaning(ids, worth, most, weight, alien, vector)

    def _add_same(self, term: str, near: dict[int, float]) -> None:
        """Other forms of the same word: Korean endings, and alternatives that mean the same."""
        if is_hangul(term):
            for number in self._by_prefix.get(term[:2], ()):
                worth = SAME if self.terms[number].startswith(term) else PARTLY
                near.setdefault(number, worth)
        for twin in self._contrasts.twins(term):
            if (number := self._ids.get(twin)) is not None:
                near.setdefault(number, SAME)

    def _with_related(
        self, term: str, vector: Floats, ids: Ints, worth: Floats
    ) -> tuple[Ints, Floats]:
        """Besides the same word, those that are near in meaning and no contrast to it."""
        likeness = self._embedded_vectors @ vector
        places = np.flatnonzero(likeness > NEAR)
        related: Ints = self._embedded[places]
        gained = np.minimum((likeness[places] - NEAR) / (FULL - NEAR), 1) * np.float32(RELATED)
        known = set(ids.tolist())
        numbers: list[int] = related.tolist()
        kept = [
            place
            for place, number in enumerate(numbers)
            if number not in known and not self._contrasts.exclude(term, self.terms[number])
        ]
        related, gained = related[kept], gained[kept]
        return np.concatenate([ids, related]), np.concatenate([worth, gained])

    def _weight(self, term: str, near: dict[int, float]) -> float:
        """Rarity among facts, or in English for a word that no fact holds."""
        known = self._ids.get(term)
        if known is not None:
            return float(self.idf[known])
        if term in _STOP_STEMS or term[0] == "?":
            return UNKNOWN_STOP
        same = [float(self.idf[number]) for number, worth in near.items() if worth >= SAME]
        if same:
            return max(same)
        rank = self._vectors.rank(term)
        if rank is None:
            return self._unseen
        return self._unseen * min(1.0, log(1 + rank) / log(1 + len(self._vectors))) ** 3


def _bare(term: str) -> str:
    """The stem by which English knows a term; a group of synonyms goes by its first word."""
    return term.lstrip("=").partition("_")[0]


_ZERO = np.zeros(DIMENSIONS, dtype=np.float32)
