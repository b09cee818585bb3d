"""A large value from one process to another in small pieces, so that the taker never stands still.

To take a pickle apart is one long step, in which no other thread runs. Here all that is in any
large collection goes ahead in pieces, each array for itself, and what comes last is put together
from these: a pickler that goes on remembers what it has sent, and names it from then on.
"""

from __future__ import annotations

import pickle
from collections.abc import Collection, Iterable, Iterator
from itertools import chain, islice
from typing import IO, Any, cast

import numpy as np

__all__ = ["PIECE", "receive", "send"]

PIECE = 64
"""Members of a collection that go in one piece: with facts of forty phrasings, a few milliseconds
to take in."""

_PROTOCOL = 5
_COLLECTIONS = (dict, frozenset, list, tuple)


def send(value: object, file: IO[bytes]) -> None:
    """Write `value` in pieces."""
    finder = _Finder()
    finder.dump(value)
    pickler = pickle.Pickler(file, _PROTOCOL)
    for collection in reversed(finder.large):  # those within others first
        members = iter(_members(collection))
        while piece := tuple(islice(members, PIECE)):
            pickler.dump(piece)
        pickler.dump((collection,))
    pickler.dump(None)
    pickler.dump(value)
    file.flush()


def receive(file: IO[bytes]) -> Iterator[Any]:
    """The pieces, as they come, and last the value itself.

    Raises EOFError or UnpicklingError when the file ends too soon. It trusts whoever writes it.
    """
    unpickler = pickle.Unpickler(file)
    while (piece := unpickler.load()) is not None:
        yield piece
    yield unpickler.load()


def _members(collection: Collection[object]) -> Iterable[object]:
    if isinstance(collection, dict):
        pairs = cast("dict[object, object]", collection)
        return chain(pairs, pairs.values())
    return collection


class _Nowhere:
    """A file that keeps nothing."""

    def write(self, data: bytes) -> int:
        return len(data)


class _Finder(pickle.Pickler):
    """Finds the large collections in a value, the outer before those within."""

    def __init__(self) -> None:
        super().__init__(_Nowhere(), _PROTOCOL, buffer_callback=lambda _: None)
        self.large: list[Collection[object]] = []

    def persistent_id(self, obj: Any) -> None:
        """Called with each object on the way; None has it pickled as ever."""
        if type(obj) in _COLLECTIONS and len(obj) > PIECE:
            self.large.append(obj)
        elif type(obj) is np.ndarray:
            self.large.append((cast("object", obj),))
