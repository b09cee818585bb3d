"""Titles of shows in the words of a question."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.matching.language.tokens import words

__all__ = ["Titles"]


@dataclass(frozen=True, slots=True)
class Titles:
    """Titles, and what else the shows are called, each in its words; the longest first."""

    _titles: tuple[tuple[str, ...], ...]

    @classmethod
    def build(cls, titles: Iterable[str]) -> Titles:
        """Take in `titles`; those without a word that is read are left out."""
        found = {tuple(words(title)) for title in titles} - {()}
        return cls(tuple(sorted(found, key=lambda title: (-len(title), title))))

    def named(self, found: Sequence[str]) -> tuple[tuple[str, ...], ...]:
        """The titles that stand in the words of a text, in full."""
        there = frozenset(found)
        near = (title for title in self._titles if title[0] in there)  # spares nearly all
        return tuple(title for title in near if _place(found, title) is not None)

    def cut(self, found: Sequence[str]) -> list[str]:
        """The words of a text without any of the titles, and without "in" or "of" before these."""
        left = list(found)
        for title in self._titles:
            while (place := _place(left, title)) is not None:
                start = place - (left[max(place - 1, 0)] in _LINKS and place > 0)
                del left[start : place + len(title)]
        return left


_LINKS = frozenset({"in", "from", "of", "on", "at"})


def _place(found: Sequence[str], title: tuple[str, ...]) -> int | None:
    """Where a title begins; None where it does not stand."""
    if title[0] not in found:  # true of nearly all
        return None
    for start in range(len(found) - len(title) + 1):
        if tuple(found[start : start + len(title)]) == title:
            return start
    return None
