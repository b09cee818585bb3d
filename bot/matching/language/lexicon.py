"""Words that are matched as English ones: Korean, and what the knowledge's lexicon adds to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.matching.language.glossary import Phrases, folded
from bot.matching.language.korean import KOREAN
from bot.matching.language.tokens import words
from bot.matching.memo import Memo

__all__ = ["Lexicon"]

_ENDINGS = 6
"""Syllables of particle and ending that may follow a stem of two syllables or more."""

_SHORT_ENDINGS = 2
"""The same for a stem of one syllable, with which many other words begin."""


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Looks words up that are matched as others.

    A word in Latin letters counts as a whole, any other by the longest beginning that is known.
    """

    _entries: Mapping[str, tuple[str, ...]]
    _longest: int
    _known: Memo[str, tuple[str, ...]]
    phrases: Phrases
    """What the knowledge has, word by word: for texts of other languages."""

    @classmethod
    def build(cls, entries: Mapping[str, Sequence[str]]) -> Lexicon:
        """Put `entries` of the knowledge, words to English ones, over those of general Korean."""
        added = {
            "".join(words(key)): tuple(word for text in english for word in words(text))
            for key, english in entries.items()
        }
        merged = KOREAN | added
        phrases = {folded(parts): added["".join(parts)] for parts in map(words, entries) if parts}
        return cls(merged, max(map(len, merged)), Memo(16_384), phrases)

    def latin(self) -> Iterable[tuple[str, tuple[str, ...]]]:
        """Every word in Latin letters, with the words that it is matched as."""
        return ((word, english) for word, english in self._entries.items() if word.isascii())

    def english(self, word: str) -> tuple[str, ...]:
        """English words for `word`, a cleaned one; empty if it is in no entry."""
        if word.isascii():
            return self._entries.get(word, ())
        return self._known.get(word, self._by_beginning)

    def cut(self, text: str) -> list[str]:
        """The words of `text`, those in Latin letters in the forms that are matched."""
        return [
            one
            for word in words(text)
            for one in ((word.isascii() and self._entries.get(word)) or (word,))
        ]

    def _by_beginning(self, word: str) -> tuple[str, ...]:
        for length in range(min(self._longest, len(word)), 0, -1):
            english = self._entries.get(word[:length])
            if english and len(word) - length <= (_SHORT_ENDINGS if length == 1 else _ENDINGS):
                return english
        return ()
