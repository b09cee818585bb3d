"""The stems of words in other languages, by which their forms are told as one.

Snowball's, of those languages for which it has a good one; of Indonesian a word without the ending
that fans put on any. A word of another language is its own stem.
"""

from __future__ import annotations

import threading
from functools import lru_cache
from typing import Protocol, cast

import snowballstemmer  # pyright: ignore[reportMissingTypeStubs]

__all__ = ["snowball", "stem"]

_ALGORITHMS = {
    "ar": "arabic",
    "de": "german",
    "es": "spanish",
    "fr": "french",
    "it": "italian",
    "nl": "dutch",
    "pl": "polish",
    "pt": "portuguese",
    "ru": "russian",
    "tr": "turkish",
}
_KEPT = 8192


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...


class _Stemmers(threading.local):
    """Those of one thread: Snowball's keep the word that they work on in themselves."""

    def __init__(self) -> None:
        self.by_algorithm: dict[str, _Stemmer] = {}


_stemmers = _Stemmers()


def snowball(word: str, algorithm: str) -> str:
    """The stem of a word by one of Snowball's algorithms, such as "english"; of any thread."""
    mine = _stemmers.by_algorithm
    if algorithm not in mine:
        mine[algorithm] = cast("_Stemmer", snowballstemmer.stemmer(algorithm))  # pyright: ignore[reportUnknownMemberType]
    return mine[algorithm].stemWord(word)


@lru_cache(_KEPT)
def stem(word: str, language: str) -> str:
    """The stem of a word of `language`, a code such as "de"."""
    if language == "id":
        return word.removesuffix("nya")
    return snowball(word, _ALGORITHMS[language]) if language in _ALGORITHMS else word
