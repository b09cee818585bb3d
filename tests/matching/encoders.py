"""A tiny encoder for tests: words and their beginnings as directions, the same in any process."""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from bot.matching.sentences import SIZE, packed

__all__ = ["TinyEncoder"]


class TinyEncoder:
    """Texts are near each other that share words, or words that begin alike; `seen` keeps count."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def one(self, text: str) -> NDArray[np.float32]:
        """The vector of a question."""
        self.seen.append(text)
        vector = np.zeros(SIZE, dtype=np.float32)
        for word in text.lower().split():
            for part in (word, word[:4]):
                vector[crc32(part.encode()) % SIZE] += 1
        length = float(np.sqrt(vector @ vector))
        return (vector / max(length, 1e-9)).astype(np.float32)

    def many(self, texts: Sequence[str]) -> NDArray[np.int8]:
        """The vectors of texts of the knowledge."""
        return packed(np.array([self.one(text) for text in texts]).reshape(-1, SIZE))
