"""Names in scripts other than Latin and Korean, put in the letters that the knowledge writes.

Thai, Chinese and Japanese put no space around a name, Russian inflects it, and Arabic writes words
onto it, so it is looked for in the text itself, before that is cut into words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.knowledge.schema import Person

__all__ = ["Scripts"]

_OTHER = re.compile("[\u0370-\u10ff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_PARTS = re.compile(r"[^\s\-・·‐ー.]+|ー")
_BETWEEN = r"[\s\-・·‐.]*"
_ENDING = r"[\u0400-\u04ff]{0,3}"
"""What Russian puts behind a name."""


@dataclass(frozen=True, slots=True, eq=False)
class Scripts:
    """The names of people in other scripts."""

    _known: re.Pattern[str] | None
    _names: dict[str, str]
    """By such a name without what may stand between its parts, the name in Latin letters."""

    @classmethod
    def build(cls, people: Iterable[Person]) -> Scripts:
        """Look for the aliases of `people`; the earlier goes before the later."""
        names: dict[str, str] = {}
        patterns: dict[str, str] = {}
        for person in people:
            for alias in person.aliases:
                parts = _PARTS.findall(alias.casefold())
                if parts and _OTHER.search(alias):
                    names.setdefault("".join(parts), person.name)
                    patterns.setdefault("".join(parts), _pattern(parts))
        longest = sorted(patterns, key=lambda key: (-len(key), key))
        forms = "|".join(f"({patterns[key]})" for key in longest)
        return cls(
            re.compile(forms, re.IGNORECASE) if forms else None,
            {key: names[key] for key in longest},
        )

    def latin(self, text: str) -> str:
        """`text` with the names that are known in Latin letters."""
        if self._known is None or text.isascii() or not _OTHER.search(text):
            return text
        return self._known.sub(self._written, text)

    def _written(self, match: re.Match[str]) -> str:
        names = [*self._names.values()]
        return f" {names[(match.lastindex or 1) - 1]} "


def _pattern(parts: Iterable[str]) -> str:
    form = _BETWEEN.join(map(re.escape, parts))
    return rf"(?<!\w){form}{_ENDING}(?!\w)" if _CYRILLIC.search(form) else form
