"""Ordinary words, which are never taken for a misspelt name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.matching.embeddings import WordVectors
from bot.matching.language.spelling import Speller

__all__ = ["OrdinaryWords"]


@dataclass(frozen=True, slots=True, eq=False)
class OrdinaryWords:
    """English, and the words that the knowledge uses besides names."""

    _vectors: WordVectors
    _used: frozenset[str]
    _speller: Speller

    @classmethod
    def build(cls, vectors: WordVectors, used: Iterable[str] = ()) -> OrdinaryWords:
        """Take the words of `used` for ordinary ones, besides English."""
        chosen = dict.fromkeys(used)
        return cls(vectors, frozenset(chosen), Speller.build(chosen))

    def knows(self, word: str) -> bool:
        """Whether `word` is an ordinary one."""
        return word in self._used or self._vectors.knows(word)

    def nearest(self, word: str) -> tuple[tuple[str, int], ...]:
        """Ordinary words that `word` may be a slip for, with their distance."""
        return (*self._speller.nearest(word), *self._vectors.common_speller.nearest(word))
