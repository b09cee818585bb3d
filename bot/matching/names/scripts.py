"""Names in scripts other than Latin and Korean, put in the letters that the knowledge writes.

Thai, Chinese and Japanese put no space around a name, Russian inflects it, and Arabic writes words
onto it, so it is looked for in the text itself, before that is cut into words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
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
class _Forms:
    """The names that begin with one letter, the longest first."""

    pattern: re.Pattern[str]
    """A group for each name."""
    names: tuple[str, ...]
    """Of each group the name in Latin letters."""


@dataclass(frozen=True, slots=True, eq=False)
class Scripts:
    """The names of people in other scripts."""

    _beginnings: re.Pattern[str] | None
    """Any letter that a name begins with."""
    _forms: Mapping[str, _Forms]
    """By that letter, which is looked at alone: there are more than a thousand names."""

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
        by_letter: dict[str, list[str]] = {}
        for key in sorted(patterns, key=lambda key: (-len(key), key)):
            by_letter.setdefault(key[0], []).append(key)
        forms = {
            letter: _Forms(
                re.compile("|".join(f"({patterns[key]})" for key in keys), re.IGNORECASE),
                tuple(names[key] for key in keys),
            )
            for letter, keys in by_letter.items()
        }
        letters = "".join(map(re.escape, forms))
        return cls(re.compile(f"[{letters}]", re.IGNORECASE) if forms else None, forms)

    def latin(self, text: str) -> str:
        """`text` with the names that are known in Latin letters; linear in its length."""
        if self._beginnings is None or text.isascii() or not _OTHER.search(text):
            return text
        parts: list[str] = []
        told = 0
        for beginning in self._beginnings.finditer(text):
            forms = self._forms.get(beginning[0].casefold())
            place = beginning.start()
            if forms is None or place < told:
                continue
            if found := forms.pattern.match(text, place):
                name = forms.names[(found.lastindex or 1) - 1]
                parts += (text[told:place], f" {name} ")
                told = found.end()
        return "".join((*parts, text[told:]))


def _pattern(parts: Iterable[str]) -> str:
    form = _BETWEEN.join(map(re.escape, parts))
    return rf"(?<!\w){form}{_ENDING}(?!\w)" if _CYRILLIC.search(form) else form
