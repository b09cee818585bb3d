"""What waits for somebody to confirm it: for the one who asked for it, for a while, once."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Generic, TypeVar

__all__ = ["LASTS_SECONDS", "Gone", "Pending"]

LASTS_SECONDS = 900.0
"""A quarter of an hour, as long as Discord lets an answer be changed."""

MOST = 500
"""What waits at the same time; beyond that the oldest is let go."""

_T = TypeVar("_T")


class Gone(Enum):
    """Why somebody gets nothing."""

    LATE = auto()
    """It was confirmed or given up, it took too long, or the bot has been started anew."""
    NOT_THEIRS = auto()
    """Somebody else asked for it."""


@dataclass(frozen=True, slots=True)
class _Held(Generic[_T]):
    owner: int
    until: float
    value: _T


class Pending(Generic[_T]):
    """Values by a token that nobody can guess; in memory alone."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        """Let go of values by this clock, in seconds."""
        self._monotonic = monotonic
        self._held: dict[str, _Held[_T]] = {}

    def hold(self, owner: int, value: _T) -> str:
        """Keep a value for the person of this id; returns its token, of 16 characters."""
        self._forget()
        token = secrets.token_urlsafe(12)
        self._held[token] = _Held(owner, self._monotonic() + LASTS_SECONDS, value)
        return token

    def look(self, token: str, owner: int) -> _T | Gone:
        """The value of a token, which goes on waiting."""
        held = self._held.get(token)
        if held is None or held.until < self._monotonic():
            return Gone.LATE
        return held.value if held.owner == owner else Gone.NOT_THEIRS

    def take(self, token: str, owner: int) -> _T | Gone:
        """The value of a token, which nobody gets a second time."""
        found = self.look(token, owner)
        if not isinstance(found, Gone):
            del self._held[token]
        return found

    def put(self, token: str, owner: int, value: _T) -> None:
        """Let another value wait in place of one that does; it lasts no longer for that."""
        held = self._held.get(token)
        if held is not None and held.owner == owner:
            self._held[token] = _Held(owner, held.until, value)

    def _forget(self) -> None:
        now = self._monotonic()
        for token in [token for token, held in self._held.items() if held.until < now]:
            del self._held[token]
        while len(self._held) >= MOST:
            del self._held[next(iter(self._held))]
