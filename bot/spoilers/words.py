"""Spoilers: what a rating means, and what a reader who has seen so much may be shown."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.knowledge.ratings import Rating
from bot.knowledge.schema import Fact, Quote, Source
from bot.knowledge.show import Show
from bot.spoilers.horizon import NOTHING, Horizon

__all__ = ["FATES", "FATES_IN_KOREAN", "STATES", "discreet", "is_listed", "spoiler_name"]

FATES = frozenset(
    """
die dies died dying death deaths kill kills killed killer killers murder murders murdered
murderer fate fates survive survives survived surviving survivor survivors
sacrifice sacrifices sacrificed
""".split()
)
"""Words that give any plot away wherever they stand; a show's own stand under `fates`."""

STATES = frozenset({"dead"})
"""Words that do so beside a character's name; a show's own stand under `states`."""

FATES_IN_KOREAN = ("죽었", "죽어", "죽나", "죽는", "죽음", "사망", "생존자", "희생", "살아남")
"""Beginnings of Korean words that do so wherever they stand."""


def spoiler_name(rating: Rating) -> str:
    """What a rating gives away, in words, such as "season 1, episode 7"."""
    return Show().describe(rating)


def is_listed(entry: Fact | Quote, horizon: Horizon = NOTHING) -> bool:
    """Whether `entry` may be offered unasked to a reader who has seen up to `horizon`."""
    return horizon.allows(entry.spoiler)


def discreet(sources: Sequence[Source]) -> tuple[Source, ...]:
    """The sources whose title and address tell nobody's fate; all of them if every one does."""
    kept = tuple(s for s in sources if FATES.isdisjoint(_words(f"{s.title} {s.url}")))
    return kept or tuple(sources)


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.lower())
