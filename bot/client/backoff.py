"""How long to wait before trying again."""

from __future__ import annotations

__all__ = ["Backoff"]


class Backoff:
    """Seconds before each next try: twice as long every time, up to a limit."""

    def __init__(self, first: float, most: float) -> None:
        self._first = first
        self._most = most
        self._next = first

    def next(self) -> float:
        """How long to wait now."""
        seconds = self._next
        self._next = min(seconds * 2, self._most)
        return seconds

    def reset(self) -> None:
        """Begin anew, since it went well in the meantime."""
        self._next = self._first
