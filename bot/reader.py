"""Who asks, and where: all that an answer depends on beside the question."""

from __future__ import annotations

from dataclasses import dataclass

from bot.spoilers.horizon import Horizon

__all__ = ["Place", "Reader"]


@dataclass(frozen=True, slots=True)
class Place:
    """A person in a channel: a conversation of its own, of which nobody else's knows."""

    channel: int
    person: int


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who asks, in the place where the answer will stand."""

    scope: int
    """Whom a quote must be new to: the id of a channel, or of the one person who sees it."""
    is_private: bool
    """Whether nobody else will read the answer."""
    locale: str | None
    """The language of the reader's app, such as `en-US`; None where that is not known."""
    horizon: Horizon
    """What may be told openly in the answer."""
    place: Place | None = None
    """Whose conversation it belongs to; None where none is kept."""
    can_share: bool = False
    """Whether there are others to whom an answer for the reader alone can be shown."""
    own: Horizon | None = None
    """How far the reader is, whoever else reads the answer; None where they have not said so."""
