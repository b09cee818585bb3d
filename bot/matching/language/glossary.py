"""Languages that the sentence encoder does not know, put into English word by word.

Of these a table knows the words with which people ask about a series; whatever else there is stays
as it is. What comes out is no sentence, but it is matched as one that was typed in English.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from bot.matching.language.filipino import FILIPINO
from bot.matching.language.indonesian import INDONESIAN
from bot.matching.language.tokens import words
from bot.matching.language.vietnamese import VIETNAMESE

__all__ = ["Phrases", "folded", "in_english"]

ENOUGH = 0.5
"""The share of a text's words, names and numbers apart, that a language must know."""
ENOUGH_MARKED = 0.3
"""The same where its letters or words leave no doubt which language it is."""


Phrases = Mapping[tuple[str, ...], tuple[str, ...]]
"""Phrases, each as its words, with the English of each."""


@dataclass(frozen=True, slots=True)
class _Glossary:
    """The phrases of one language."""

    english: Phrases
    longest: int

    @classmethod
    def of(cls, table: str, *endings: str) -> _Glossary:
        """Of entries such as `what people type = English`; a word may have one of the endings."""
        english: dict[tuple[str, ...], tuple[str, ...]] = {}
        for entry in filter(str.strip, re.split(r"[|\n]", table)):
            phrase, _, meaning = entry.partition("=")
            english.setdefault(folded(words(phrase)), tuple(meaning.split()))
        for known, meaning in tuple(english.items()):
            for ending in endings:
                english.setdefault((*known[:-1], known[-1] + ending), meaning)
        return cls(english, max(map(len, english)))

    def gloss(
        self, found: Sequence[str], named: Container[int], own: Phrases
    ) -> tuple[list[str], int]:
        """The words in English as far as they are known, and how many are."""
        told: list[str] = []
        plain = folded(found)
        known = place = 0
        while place < len(found):
            end, english = self._longest_at(plain, place, named, own)
            told += english if end > place else [found[place]]
            known += end - place
            place = max(end, place + 1)
        return told, known

    def _longest_at(
        self, plain: tuple[str, ...], place: int, named: Container[int], own: Phrases
    ) -> tuple[int, tuple[str, ...]]:
        """Where the longest phrase from `place` on ends that names nobody, and its English."""
        for end in range(min(place + self.longest, len(plain)), place, -1):
            part = plain[place:end]
            english = own.get(part, self.english.get(part))
            if english is not None and not any(one in named for one in range(place, end)):
                return end, english
        return place, ()


def folded(found: Sequence[str]) -> tuple[str, ...]:
    """Words as they are typed without any mark: to Unicode the đ of Vietnamese has none."""
    return tuple(word.replace("đ", "d") for word in found)


@cache
def _vietnamese() -> tuple[_Glossary, ...]:
    return (_Glossary.of(VIETNAMESE),)


@cache
def _others() -> tuple[_Glossary, ...]:
    return _Glossary.of(FILIPINO), _Glossary.of(INDONESIAN, "nya")


_VIETNAMESE_LETTER = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
_VIETNAMESE_WORDS = frozenset(
    "khong chet phim tap bao nhieu dien vien nguoi truong xem phan ngoi song vay dao".split()
)
"""Words that are Vietnamese without their marks too, and nothing in Portuguese or Filipino."""


def in_english(
    text: str, found: Sequence[str], named: Container[int], own: Phrases
) -> list[str] | None:
    """A text of another language in English; None if none of these languages knows enough of it.

    `found` are its words, `named` the places of names, which stay, and `own` the phrases that the
    knowledge adds, as `folded` has their words.
    """
    is_vietnamese = _VIETNAMESE_LETTER.search(text) or not _VIETNAMESE_WORDS.isdisjoint(found)
    glossaries = _vietnamese() if is_vietnamese else _others()
    enough = ENOUGH_MARKED if is_vietnamese else ENOUGH
    asked = sum(place not in named and not word.isdigit() for place, word in enumerate(found))
    glosses = (one.gloss(found, named, own) for one in glossaries)
    told, known = max(glosses, key=lambda gloss: gloss[1])
    return told if known and known >= enough * asked else None
