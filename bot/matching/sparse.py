"""Rows of numbers of different lengths, packed one behind the other (compressed sparse rows)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

__all__ = ["Floats", "Ints", "SparseRows", "ranges", "unit"]

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]


class SparseRows:
    """Rows of term numbers; every row has at least one, so that it has an extent."""

    __slots__ = ("ids", "starts")

    def __init__(self, rows: Sequence[Sequence[int]]) -> None:
        """Pack `rows`; an empty one is given the number 0."""
        filled = [row or (0,) for row in rows]
        lengths = np.fromiter(map(len, filled), dtype=np.int32, count=len(filled))
        count = int(lengths.sum())
        self.ids: Ints = np.fromiter((i for row in filled for i in row), np.int32, count=count)
        self.starts: Ints = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int32)

    def __len__(self) -> int:
        return len(self.starts) - 1

    def row_of(self) -> Ints:
        """For each number the row it is in."""
        return np.repeat(np.arange(len(self), dtype=np.int32), np.diff(self.starts))

    def take(self, rows: Ints) -> tuple[Ints, Ints]:
        """The numbers of `rows`, and where each of these rows begins among them."""
        starts = self.starts[rows]
        counts = self.starts[rows + 1] - starts
        return self.ids[ranges(starts, counts)], np.cumsum(counts) - counts


def ranges(starts: Ints, counts: Ints) -> Ints:
    """`arange(start, start + count)` of each pair, one behind the other."""
    ends = np.cumsum(counts)
    return np.arange(ends[-1] if len(ends) else 0) + np.repeat(starts - ends + counts, counts)


def unit(rows: Floats) -> Floats:
    """Each row scaled to length 1; zero rows stay zero."""
    norms = np.sqrt(np.einsum("ij,ij->i", rows, rows))[:, None]
    return (rows / np.maximum(norms, 1e-9)).astype(np.float32)
