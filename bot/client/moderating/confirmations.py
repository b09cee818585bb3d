"""What waits for somebody's "yes": theirs alone, for a quarter of an hour, and once."""

from __future__ import annotations

import datetime as dt
import secrets
from typing import Generic, TypeVar

from bot.client.bot import Interaction
from bot.client.errors import Refusal
from bot.replies import moderation_wording as wording

__all__ = ["Confirmations"]

VALID = dt.timedelta(minutes=15)
MOST_WAITING = 500

T = TypeVar("T")


class Confirmations(Generic[T]):
    """Keeps in memory what was shown and is to be confirmed."""

    def __init__(self) -> None:
        self._waiting: dict[str, tuple[int, dt.datetime, T]] = {}

    def ask(self, interaction: Interaction, what: T) -> str:
        """Let somebody confirm this; returns what stands for it in a custom id."""
        token = secrets.token_urlsafe(9)
        self._waiting[token] = (interaction.user.id, interaction.created_at + VALID, what)
        while len(self._waiting) > MOST_WAITING:
            del self._waiting[next(iter(self._waiting))]
        return token

    def take(self, interaction: Interaction, token: str) -> T:
        """What somebody confirms; raises Refusal where it is not theirs, or not any longer."""
        found = self._waiting.get(token)
        if found is None or interaction.created_at > found[1]:
            self._waiting.pop(token, None)
            raise Refusal(wording.TOO_LATE)
        if found[0] != interaction.user.id:
            raise Refusal(wording.NOT_YOURS)
        return self._waiting.pop(token)[2]
