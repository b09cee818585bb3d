"""Spoilers: what a rating means, and what a reader who has seen so much may be shown."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.knowledge.schema import LAST_SPOILER, Fact, Quote, Source

__all__ = ["FATES", "NOTHING_SEEN", "discreet", "is_listed", "spoiler_name"]

FATES = frozenset(
    """
die dies died dying death deaths kill kills killed killer killers murder murders murdered
murderer fate fates survive survives survived surviving survivor survivors
sacrifice sacrifices sacrificed halfzombie halfzombies halfinfected
halfbie halfbies hambie hambies hambi
""".split()
)
"""Words that give a plot away wherever they stand."""

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


def discreet(sources: Sequence[Source]) -> tuple[Source, ...]:
    """The sources whose title and address tell nobody's fate; all of them if every one does."""
    kept = tuple(s for s in sources if FATES.isdisjoint(_words(f"{s.title} {s.url}")))
    return kept or tuple(sources)


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.lower())
