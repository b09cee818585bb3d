"""Values that were worked out once, kept for the next time."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, Generic, TypeVar

__all__ = ["Memo"]

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class Memo(Generic[_Key, _Value]):
    """The values of a pure function, at most `size` of them; the oldest go first.

    Safe in any number of threads: two may work out the same value, neither sees half of one. It
    belongs to its owner, not to the function, so it goes with the owner into another process.
    """

    __slots__ = ("_lock", "_size", "_values")

    def __init__(self, size: int, values: dict[_Key, _Value] | None = None) -> None:
        self._size = size
        self._values = values or {}
        self._lock = threading.Lock()

    def get(self, key: _Key, work_out: Callable[[_Key], _Value]) -> _Value:
        """The value of `key`; worked out when it is not known."""
        try:
            return self._values[key]
        except KeyError:
            value = work_out(key)
        with self._lock:
            if len(self._values) >= self._size:
                del self._values[next(iter(self._values))]
            self._values[key] = value
        return value

    def __reduce__(self) -> tuple[Any, ...]:
        with self._lock:
            return (Memo, (self._size, dict(self._values)))
