"""Languages that the sentence encoder does not know, put into English word by word.

Of these a table knows the words with which people ask about a series; whatever else there is stays
as it is. What comes out is no sentence, but it is matched as one that was typed in English.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from bot.matching.language.filipino import FILIPINO
from bot.matching.language.indonesian import INDONESIAN
from bot.matching.language.tokens import words
from bot.matching.language.vietnamese import VIETNAMESE

__all__ = ["in_english"]

ENOUGH = 0.5
"""The share of a text's words, names and numbers apart, that a language must know."""
ENOUGH_MARKED = 0.3
"""The same where its letters or words leave no doubt which language it is."""


@dataclass(frozen=True, slots=True)
class _Glossary:
    """The phrases of one language, each as its words, with the English of each."""

    english: Mapping[tuple[str, ...], tuple[str, ...]]
    longest: int

    @classmethod
    def of(cls, table: str, *endings: str) -> _Glossary:
        """Of entries such as `what people type = English`; a word may have one of the endings."""
        english: dict[tuple[str, ...], tuple[str, ...]] = {}
        for entry in filter(str.strip, re.split(r"[|\n]", table)):
            phrase, _, meaning = entry.partition("=")
            english.setdefault(tuple(words(phrase)), tuple(meaning.split()))
        for known, meaning in tuple(english.items()):
            for ending in endings:
                english.setdefault((*known[:-1], known[-1] + ending), meaning)
        return cls(english, max(map(len, english)))

    def gloss(self, found: Sequence[str], named: Container[int]) -> tuple[list[str], int]:
        """The words in English as far as they are known, and how many are."""
        told: list[str] = []
        known = place = 0
        while place < len(found):
            length = self._length_at(found, place, named)
            told += self.english[tuple(found[place : place + length])] if length else [found[place]]
            known += length
            place += length or 1
        return told, known

    def _length_at(self, found: Sequence[str], place: int, named: Container[int]) -> int:
        """How many words from `place` on make the longest phrase that names nobody; 0 if none."""
        for length in range(min(self.longest, len(found) - place), 0, -1):
            is_free = not any(one in named for one in range(place, place + length))
            if is_free and tuple(found[place : place + length]) in self.english:
                return length
        return 0


_VIETNAMESE = _Glossary.of(VIETNAMESE)
_OTHERS = (_Glossary.of(FILIPINO), _Glossary.of(INDONESIAN, "nya"))

_VIETNAMESE_LETTER = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
_VIETNAMESE_WORDS = frozenset("khong chet phim tap bao nhieu dien vien nguoi truong xem".split())
"""Words that are Vietnamese without their marks too, and nothing in Portuguese or Filipino."""


def in_english(text: str, found: Sequence[str], named: Container[int]) -> list[str] | None:
    """A text of another language in English; None if none of these languages knows enough of it.

    `found` are its words, and `named` the places of names, which stay.
    """
    is_vietnamese = _VIETNAMESE_LETTER.search(text) or not _VIETNAMESE_WORDS.isdisjoint(found)
    glossaries, enough = ((_VIETNAMESE,), ENOUGH_MARKED) if is_vietnamese else (_OTHERS, ENOUGH)
    asked = sum(place not in named and not word.isdigit() for place, word in enumerate(found))
    told, known = max((one.gloss(found, named) for one in glossaries), key=lambda told: told[1])
    return told if known and known >= enough * asked else None
