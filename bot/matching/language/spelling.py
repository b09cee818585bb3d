"""Typos, word by word: which known words a misspelt one may stand for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.matching.memo import Memo

__all__ = ["Speller", "allowed_typos"]


_MOST = 3
_REMEMBERED = 16_384


def allowed_typos(length: int) -> int:
    """Edits that a word of `length` letters may be away: none under 4, one to 6, then two."""
    return 0 if length < 4 else 1 if length < 7 else 2


@dataclass(frozen=True, slots=True, eq=False)
class Speller:
    """Nearest known words by optimal string alignment distance (a swap of neighbours is one edit).

    Words are kept by first letter and length, so that a look-up compares with a small part of a
    large vocabulary; a slip in the first letter itself is found when it is a swap.
    """

    _buckets: dict[tuple[str, int], list[str]]
    _nearest: Memo[str, tuple[tuple[str, int], ...]]

    @classmethod
    def build(cls, known: Iterable[str]) -> Speller:
        """Index `known`, lower-case words."""
        buckets: dict[tuple[str, int], list[str]] = defaultdict(list)
        for word in known:
            if len(word) >= 3:
                buckets[word[0], len(word)].append(word)
        return cls(dict(buckets), Memo(_REMEMBERED))

    def nearest(self, word: str) -> tuple[tuple[str, int], ...]:
        """Up to three words, none nearer, with their distance; empty when none is near."""
        return self._nearest.get(word, self._find_nearest)

    def _find_nearest(self, word: str) -> tuple[tuple[str, int], ...]:
        most = allowed_typos(len(word))
        if not most or not word.isascii():
            return ()
        found: list[tuple[str, int]] = []
        for first in dict.fromkeys(word[:2]):
            for length in range(len(word) - most, len(word) + most + 1):
                bucket = self._buckets.get((first, length))
                if bucket:
                    hits = process.extract(
                        word, bucket, scorer=OSA.distance, score_cutoff=most, limit=_MOST
                    )
                    found.extend((known, int(distance)) for known, distance, _ in hits)
        if not found:
            return ()
        least = min(distance for _, distance in found)
        return tuple(dict.fromkeys(pair for pair in found if pair[1] == least))[:_MOST]
