"""Numbers in digits or in English words, to digits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

__all__ = ["in_digits", "is_number"]

_SMALL = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
_ORDINALS = {
    word: number
    for number, word in enumerate(
        "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()
    )
}
_UNITS = _SMALL | _ORDINALS
_TENS = {
    word: 10 * number
    for number, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), 2
    )
} | {"twentieth": 20, "thirtieth": 30}  # fmt: skip
_MAGNITUDES = {"thousand": 10**3, "million": 10**6, "billion": 10**9}
_DIGITS = re.compile(r"#?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?:st|nd|rd|th)?")
_LONGEST = 15
"""Digits of a number that anybody types; a longer run is read as a word."""


def in_digits(found: Sequence[str]) -> list[str]:
    """Cleaned words, with each number among them as its digits: "twenty", "one" is "21"."""
    read: list[str] = []
    start = 0
    while start < len(found):
        number, end = _Number(found, start).read()
        read.append(found[start] if number is None else _written(number))
        start = max(end, start + 1)
    return read


def is_number(word: str) -> bool:
    """Whether a word that `in_digits` gave is a number."""
    return word[:1].isdigit()


def _written(number: Decimal) -> str:
    whole = number.to_integral_value()
    return str(int(whole)) if number == whole else str(number.normalize())


class _Number:
    """Reads one number from the left, as far as words go on to be parts of it."""

    def __init__(self, found: Sequence[str], start: int) -> None:
        self._found = found
        self._start = self._at = start
        self._total = Decimal(0)
        self._part: Decimal | None = None
        """What the next "thousand" multiplies."""
        self._room = Decimal("Infinity")
        """What is below it may still be added."""

    def read(self) -> tuple[Decimal | None, int]:
        """The number, None where there is none, and where the words behind it begin."""
        while self._at < len(self._found) and self._take(self._found[self._at]):
            self._at += 1
        if self._at == self._start:
            return None, self._at
        return self._total + (self._part or 0), self._at

    def _take(self, word: str) -> bool:
        """Whether a word is the next part of the number, which it is then."""
        if word == "and":
            following = self._found[self._at + 1 : self._at + 2]
            return 100 <= self._room < Decimal("Infinity") and any(map(self._fits, following))
        if word in _MAGNITUDES:
            return self._multiply(_MAGNITUDES[word])
        if word == "hundred":
            return self._hundred()
        digits = _DIGITS.fullmatch(word)
        if digits:
            return self._digits(digits, len(word))
        return self._fits(word) and self._add(word)

    @property
    def _is_first(self) -> bool:
        return self._at == self._start

    def _fits(self, word: str) -> bool:
        value = _UNITS.get(word, _TENS.get(word))
        return value is not None and value < self._room

    def _add(self, word: str) -> bool:
        value = _UNITS.get(word, _TENS.get(word, 0))
        self._part = (self._part or 0) + Decimal(value)
        self._room = Decimal(10 if word in _TENS else 0)
        return True

    def _digits(self, digits: re.Match[str], length: int) -> bool:
        if not self._is_first or length > _LONGEST:
            return False
        self._part = Decimal(digits[1].replace(",", "") + (digits[2] or ""))
        self._room = Decimal(0)
        return True

    def _hundred(self) -> bool:
        if self._part is None and not self._is_first:
            return False
        part = Decimal(1) if self._part is None else self._part
        if part >= 100:
            return False
        self._part, self._room = part * 100, Decimal(100)
        return True

    def _multiply(self, magnitude: int) -> bool:
        if self._part is None and not self._is_first:
            return False
        self._total += (Decimal(1) if self._part is None else self._part) * magnitude
        self._part, self._room = None, Decimal(1000)
        return True
