"""How near two English words are in meaning: a table of word vectors that ships with the bot.

22,000 stems in the order of their frequency, each with 128 numbers of one byte. Made once from the
sentence-embedding model all-MiniLM-L6-v2 (Apache 2.0) by embedding each word alone, centring and
projecting to the 128 principal components (the idea of model2vec's static embeddings); see
`model/README.md`. Looking a word up costs a dictionary access; no model runs here. Which stems are
related ships beside it, so that nobody ever goes through all of them for one.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.matching.language.spelling import Speller
from bot.matching.language.tokens import stem
from bot.matching.memo import Memo
from bot.matching.sparse import Floats, Ints, SparseRows

__all__ = ["DIMENSIONS", "NEAR", "WordVectors", "load_vectors"]

DIMENSIONS = 128

NEAR = 0.45
"""Cosine from which two words count as related; below it, chance similarity prevails."""

COMMON = 6000
"""Stems that are common in English: those up to this rank."""


class WordVectors:
    """The table that ships with the bot: stems, their rank by frequency, their unit vectors.

    Another process that is sent it reads its own.
    """

    def __init__(self, stems: list[str], rows: NDArray[np.int8], related: SparseRows) -> None:
        """`related` has for each stem the ranks of those that are related to it, and its own."""
        self._rank = {stem: rank for rank, stem in enumerate(stems)}
        self._rows = rows
        self._related = related
        self._known = Memo[str, bool](65_536)

    def __reduce__(self) -> tuple[Any, ...]:
        return (load_vectors, ())

    def __len__(self) -> int:
        return len(self._rank)

    def __iter__(self) -> Iterator[str]:
        return iter(self._rank)

    def knows(self, word: str) -> bool:
        """Whether `word` is English, in any form."""
        return self._known.get(word, self._look_up)

    def _look_up(self, word: str) -> bool:
        return word in self._rank or stem(word) in self._rank

    @cached_property
    def speller(self) -> Speller:
        """Nearest English stems of a misspelt word."""
        return Speller.build(self._rank)

    @cached_property
    def common_speller(self) -> Speller:
        """The same among the words that people really use."""
        return Speller.build(stem for stem, rank in self._rank.items() if rank < COMMON)

    def rank(self, stem: str) -> int | None:
        """How many stems are more frequent in English (0 is the most frequent); None if unknown."""
        return self._rank.get(stem)

    def one(self, stem: str) -> Floats | None:
        """The unit vector of a stem; None if it is unknown."""
        rank = self._rank.get(stem)
        if rank is None:
            return None
        row = self._rows[rank].astype(np.float32)
        return row / np.float32(np.sqrt(row @ row))

    def related(self, stem: str) -> tuple[Ints, Floats]:
        """Ranks of the stems that are near a known one in meaning, ascending, and their cosines.

        The stem itself is one of them.
        """
        rank = self._rank[stem]
        start, end = self._related.starts[rank : rank + 2]
        ranks = self._related.ids[start:end]
        rows = self._rows[ranks].astype(np.float32)
        cosines = rows @ self._rows[rank].astype(np.float32)
        lengths = np.linalg.norm(rows, axis=1)
        return ranks, cosines / (lengths * lengths[np.searchsorted(ranks, rank)])

    def matrix(self, stems: list[str]) -> NDArray[np.float32]:
        """Unit vectors of `stems`, one a row; zeros for unknown ones."""
        out = np.zeros((len(stems), DIMENSIONS), dtype=np.float32)
        known = [(i, self._rank[s]) for i, s in enumerate(stems) if s in self._rank]
        if known:
            places, rows = zip(*known, strict=True)
            picked = self._rows[list(rows)].astype(np.float32)
            out[list(places)] = picked / np.linalg.norm(picked, axis=1, keepdims=True)
        return out


@cache
def load_vectors() -> WordVectors:
    """The table that ships with the bot, read once."""
    data = files("bot.matching") / "model"
    stems = (data / "words.txt").read_text(encoding="utf-8").split("\n")[:-1]
    with (data / "vectors.npy").open("rb") as file:
        rows: NDArray[np.int8] = np.load(file)
    with (data / "related.npy").open("rb") as file:
        counted: Ints = np.load(file).astype(np.int32)
    starts = np.append(0, np.cumsum(counted[: len(stems)])).astype(np.int32)
    return WordVectors(stems, rows, SparseRows(counted[len(stems) :], starts))
