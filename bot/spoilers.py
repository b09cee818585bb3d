"""Spoilers: what a rating means, and what a reader who has seen so much may be shown."""

from __future__ import annotations

from bot.knowledge.schema import LAST_SPOILER, Fact, Quote

__all__ = ["NOTHING_SEEN", "is_listed", "spoiler_name"]

NOTHING_SEEN = 0
"""The horizon of a reader of whom nothing is known."""


def spoiler_name(spoiler: int) -> str:
    """What a rating gives away, in words: 7 is "season 1, episode 7", 13 is "season 2"."""
    if spoiler >= LAST_SPOILER:
        return "season 2"
    return f"season 1, episode {spoiler}"


def is_listed(entry: Fact | Quote, horizon: int = NOTHING_SEEN) -> bool:
    """Whether `entry` may be offered unasked to a reader who has seen up to `horizon` (0..13)."""
    return entry.spoiler <= horizon
