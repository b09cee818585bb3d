"""What a term of a question may stand for in the knowledge: query expansion."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

import numpy as np

from bot.matching.embeddings import DIMENSIONS, NEAR, WordVectors
from bot.matching.language.contrasts import Contrasts
from bot.matching.language.terms import Term, TermKind
from bot.matching.language.tokens import is_hangul
from bot.matching.memo import Memo
from bot.matching.sparse import Floats, Ints, ranges
from bot.matching.vocabulary import Vocabulary, is_stop

__all__ = ["SAME", "Expander", "Expansion"]

FULL = 0.95
"""Cosine at which two words count as the same."""

RELATED = 0.8
"""What a related word is worth at most, next to the word itself."""

SAME = 0.92
"""What another form of the same word is worth: an alternative spelling, a Korean ending."""

PARTLY = 0.7
"""What a Korean word is worth that begins with the same two syllables."""

UNKNOWN_STOP = 0.1
"""What a stop word weighs that no phrasing holds."""

MAX_REMEMBERED = 6144
"""Terms whose expansions are kept."""

_UNEXPANDED = frozenset({TermKind.NUMBER, TermKind.NUMBERED, TermKind.PERSON, TermKind.ASK})
_UNNAMED = frozenset({TermKind.PERSON, TermKind.ASK})
_ZERO = np.zeros(DIMENSIONS, dtype=np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Expansion:
    """The terms of the knowledge that a term of a question may stand for.

    `ids` are their numbers in the vocabulary and `similarity` how nearly each means the term
    (0..1); `weight` is how much the term tells (0..about 1); `is_alien` marks a word that neither
    the knowledge nor English knows.
    """

    ids: Ints
    similarity: Floats
    most: float
    """The most similarity of any: 1 for a term of the knowledge, 0 for a foreign one."""
    weight: float
    is_alien: bool
    vector: Floats
    """The meaning of the term, of length 1, or 0 where it has none."""


@dataclass(frozen=True, slots=True, eq=False)
class Expander:
    """Expands terms over one vocabulary."""

    vocabulary: Vocabulary
    _vectors: WordVectors
    _contrasts: Contrasts
    _ranks: Ints
    """Ranks of the terms that have a vector, ascending."""
    _embedded: Ints
    """Their numbers."""
    _by_beginning: Mapping[str, Sequence[int]]
    """Numbers of the Korean terms, by their first two syllables."""
    _known: Memo[Term, Expansion]

    @classmethod
    def build(cls, vocabulary: Vocabulary, vectors: WordVectors, contrasts: Contrasts) -> Expander:
        """Look up the ranks of the whole vocabulary."""
        ranked = [
            (rank, number)
            for number, term in enumerate(vocabulary.terms)
            if (rank := vectors.rank(term.stem)) is not None
        ]
        ranks, embedded = np.array(sorted(ranked), np.int32).reshape(-1, 2).T
        beginnings: dict[str, list[int]] = defaultdict(list)
        for number, term in enumerate(vocabulary.terms):
            if _is_korean(term):
                beginnings[term.text[:2]].append(number)
        known = Memo[Term, Expansion](MAX_REMEMBERED)
        return cls(vocabulary, vectors, contrasts, ranks, embedded, dict(beginnings), known)

    def expand(self, term: Term) -> Expansion:
        """What `term` may stand for, and how much it tells."""
        return self._known.get(term, self._expand)

    def _expand(self, term: Term) -> Expansion:
        known = self.vocabulary.number(term)
        same: dict[int, float] = {} if known is None else {known: 1.0}
        vector = None
        if term.kind not in _UNEXPANDED:
            vector = self._vectors.one(term.stem)
            self._add_same(term, same)
        weight = self._weight(term, same)
        ids = np.fromiter(same, dtype=np.int32, count=len(same))
        similarity = np.fromiter(same.values(), dtype=np.float32, count=len(same))
        if vector is not None:
            ids, similarity = self._with_related(term, ids, similarity)
        return Expansion(
            ids=ids,
            similarity=similarity,
            most=float(similarity.max()) if len(similarity) else 0.0,
            weight=weight,
            is_alien=not len(ids) and vector is None and term.kind not in _UNNAMED,
            vector=_ZERO if vector is None else vector,
        )

    def _add_same(self, term: Term, same: dict[int, float]) -> None:
        """Other forms of the same word: Korean endings, and alternatives that mean the same."""
        if term.kind is TermKind.WORD and is_hangul(term.text):
            for number in self._by_beginning.get(term.text[:2], ()):
                is_longer = self.vocabulary.terms[number].text.startswith(term.text)
                same.setdefault(number, SAME if is_longer else PARTLY)
        for twin in self._contrasts.twins(term):
            if (number := self.vocabulary.number(twin)) is not None:
                same.setdefault(number, SAME)

    def _with_related(self, term: Term, ids: Ints, similarity: Floats) -> tuple[Ints, Floats]:
        """Besides the same word, those that are near in meaning and no contrast to it."""
        ranks, cosines = self._vectors.related(term.stem)
        starts = np.searchsorted(self._ranks, ranks).astype(np.int32)
        counts = np.searchsorted(self._ranks, ranks, side="right").astype(np.int32) - starts
        found = self._embedded[ranges(starts, counts)]
        order = np.argsort(found)
        related = found[order]
        worth = np.clip((cosines - NEAR) / (FULL - NEAR), 0, 1) * np.float32(RELATED)
        gained = np.repeat(worth, counts)[order]
        known = set(ids.tolist())
        terms = self.vocabulary.terms
        numbers: list[int] = related.tolist()
        kept = [
            place
            for place, number in enumerate(numbers)
            if number not in known and not self._contrasts.exclude(term, terms[number])
        ]
        return np.concatenate([ids, related[kept]]), np.concatenate([similarity, gained[kept]])

    def _weight(self, term: Term, same: Mapping[int, float]) -> float:
        """Rarity among facts, or in English for a word that no fact holds."""
        known = self.vocabulary.number(term)
        if known is not None:
            return float(self.vocabulary.idf[known])
        if is_stop(term):
            return UNKNOWN_STOP
        forms = [float(self.vocabulary.idf[n]) for n, worth in same.items() if worth >= SAME]
        if forms:
            return max(forms)
        rarest = self.vocabulary.rarest
        rank = self._vectors.rank(term.text) if term.kind is TermKind.WORD else None
        if rank is None:
            return rarest
        return rarest * min(1.0, log(1 + rank) / log(1 + len(self._vectors))) ** 3


def _is_korean(term: Term) -> bool:
    return term.kind is TermKind.WORD and is_hangul(term.text) and len(term.text) >= 2
