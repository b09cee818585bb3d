"""Rows of numbers of different lengths, packed one behind the other (compressed sparse rows)."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

__all__ = ["Floats", "Ints", "RowBuilder", "SparseRows", "pieces", "ranges", "unit"]

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]

_Number = TypeVar("_Number", bound=np.number)


class RowBuilder:
    """Takes rows of numbers one by one, and packs them without an object for each."""

    __slots__ = ("_ids", "_starts")

    def __init__(self) -> None:
        self._ids = array("i")
        self._starts = array("i", [0])

    def __len__(self) -> int:
        return len(self._starts) - 1

    def append(self, row: Iterable[int]) -> None:
        """Add `row`; an empty one is given the number 0, so that every row has an extent."""
        self._ids.extend(row)
        if len(self._ids) == self._starts[-1]:
            self._ids.append(0)
        self._starts.append(len(self._ids))

    def build(self) -> SparseRows:
        """All rows so far."""
        return SparseRows(np.array(self._ids, np.int32), np.array(self._starts, np.int32))


class SparseRows:
    """Rows of term numbers: `ids` of all rows, and where each row `starts` (and the last ends)."""

    __slots__ = ("ids", "starts")

    def __init__(self, ids: Ints, starts: Ints) -> None:
        self.ids = ids
        self.starts = starts

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


def pieces(values: NDArray[_Number], bounds: Sequence[tuple[int, int]]) -> NDArray[_Number]:
    """The parts of `values` from one bound to the other (exclusive), one behind the other.

    A dozen slices are faster than the index array that would pick the same.
    """
    return np.concatenate([values[start:end] for start, end in bounds])


def ranges(starts: Ints, counts: Ints) -> Ints:
    """`arange(start, start + count)` of each pair, one behind the other."""
    ends = np.cumsum(counts)
    return np.arange(ends[-1] if len(ends) else 0) + np.repeat(starts - ends + counts, counts)


def unit(rows: Floats) -> Floats:
    """Each row scaled to length 1; zero rows stay zero."""
    norms = np.sqrt(np.einsum("ij,ij->i", rows, rows))[:, None]
    return (rows / np.maximum(norms, 1e-9)).astype(np.float32)
