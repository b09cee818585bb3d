"""Text that can be shown without being steered, hidden or smeared by it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

__all__ = ["legible", "one_line", "printable"]

_UNSAFE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls, among them escape; not tab and line feed
    r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks that turn the writing direction
    r"\u2028\u2029"  # line ends that not every program takes for one
    r"\ud800-\udfff]"  # halves of characters, from bytes that are no UTF-8
)

_UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # controls, but not those that break a line
    r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # marks that turn the writing direction
    r"\u00ad\u034f\u180b-\u180f\u200b\u2060-\u2065\ufeff\ufff0-\ufffb"  # nothing to be seen
    r"\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"  # letters that are blank
    r"\U000e0000-\U000e0fff"  # tags, and variants of a letter
    r"\ud800-\udfff]"  # halves of characters
)
"""Not the joiners, which emoji, Persian and Indian scripts need."""
_MOST_MARKS = 3
"""Marks on one letter; Vietnamese, Thai and pointed Hebrew get by with these."""


def legible(text: str) -> str:
    """`text` composed (NFC), without what nobody can see, and few marks on each letter."""
    text = _UNSEEN.sub("", text)
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text)
    return "".join(_thinned(text)) if any(map(_is_mark, set(text))) else text


def _thinned(text: str) -> Iterator[str]:
    marks = 0
    for character in text:
        marks = marks + 1 if _is_mark(character) else 0
        if marks <= _MOST_MARKS:
            yield character


def _is_mark(character: str) -> bool:
    return unicodedata.category(character) in {"Mn", "Me"}


def printable(text: str) -> str:
    """`text` with � for everything that could steer the terminal or reorder what it shows."""
    return _UNSAFE.sub("�", text)


def one_line(text: str) -> str:
    """`text` made printable, on a single line."""
    return " ".join(printable(text).split())
