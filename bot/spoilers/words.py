"""Words that tell a plot, of whatever show; a show's own stand in its knowledge."""

from __future__ import annotations

__all__ = ["FATES", "FATES_IN_KOREAN", "STATES"]

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
