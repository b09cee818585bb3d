"""Misspelt words of a question, corrected to what they were meant for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.matching.embeddings import COMMON, WordVectors
from bot.matching.language.spelling import Speller
from bot.matching.language.tokens import stem
from bot.matching.memo import Memo
from bot.matching.vocabulary import Vocabulary

__all__ = ["Corrector", "CorrectorBuilder"]

_REMEMBERED = 4096


@dataclass(frozen=True, slots=True, eq=False)
class Corrector:
    """Corrects words over one vocabulary; made by a CorrectorBuilder."""

    _vocabulary: Vocabulary
    _vectors: WordVectors
    _speller: Speller
    _written: frozenset[str]
    """The words of all texts: written with care, they are no misspellings."""
    _pairs: Mapping[str, tuple[str, str]]
    _corrected: Memo[str, tuple[str, ...]]

    def correct(self, word: str) -> tuple[str, ...]:
        """A misspelt word to the known ones it stands for; any other word to itself."""
        return self._corrected.get(word, self._correct)

    def _correct(self, word: str) -> tuple[str, ...]:
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
        surfaces = self._vocabulary.surfaces
        for split in range(len(word) - 3, 2, -1):
            if word[:split] in surfaces and word[split:] in surfaces:
                return (word[:split], word[split:])
        english = self._vectors.speller
        nearest = english.nearest(word) or english.nearest(stem(word))
        return (nearest[0][0],) if nearest else (word,)

    def _frequency(self, word: str) -> int:
        return int(self._vocabulary.counts[self._vocabulary.surfaces[word]])


class CorrectorBuilder:
    """Takes in the words of all texts, and neighbours that somebody may write as one word.

    Only neighbours of which one is no English word ("Ha-neul"): two English ones are found by
    splitting.
    """

    def __init__(self, vectors: WordVectors) -> None:
        self._vectors = vectors
        self._written: set[str] = set()
        self._pairs: dict[str, tuple[str, str]] = {}

    def add(self, found: Sequence[str]) -> None:
        """Take in the words of one text."""
        self._written.update(found)
        knows = self._vectors.knows
        for left, right in pairwise(found):
            if len(left) + len(right) > 3 and not (knows(left) and knows(right)):
                self._pairs.setdefault(left + right, (left, right))

    def build(self, vocabulary: Vocabulary) -> Corrector:
        """A corrector to the words of `vocabulary`."""
        speller = Speller.build(vocabulary.surfaces)
        written = frozenset(self._written)
        return Corrector(
            vocabulary, self._vectors, speller, written, self._pairs, Memo(_REMEMBERED)
        )
