"""Blots out what looks personal in a text that is kept: whom it names, where they live, numbers."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.redaction import without_tokens
from bot.text import legible

__all__ = ["MOST_CHARACTERS", "blot"]

MOST_CHARACTERS = 300
"""Characters of a text that are kept."""

_PHONE_DIGITS = 7
"""Digits from which a group of numbers with blanks and strokes between them may be a phone's."""

_DATE = re.compile(r"\d{4}([-./])\d{1,2}\1\d{1,2}|\d{1,2}([-./])\d{1,2}\2\d{4}(?!\d)")
_NUMBERS = re.compile(r"(?<![\w.])\+?\(?\d[\d\s().\-/]{3,}\d(?!\w)")
_LITTLE = r"(?:on|the|of|in|a|an|to|at|and|for|from|with)\b"

_BLOTS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"<a?(:\w+:)\d+>"), r"\1"),  # an emoji of a server's own
    (re.compile(r"<[@#/][^<>\s]*(?: [^<>\s]+)*:?\d+>"), "[mention]"),
    (re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+"), "[email]"),
    (re.compile(r"\b(?:https?://|www\.|discord\.gg/)\S+", re.IGNORECASE), "[link]"),
    (re.compile(r"(?<!\w)@[\w.]{2,}"), "[mention]"),
    (re.compile(r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.])"), "[address]"),
    (
        re.compile(
            rf"\b\d{{1,5}}[a-z]?,?\s+(?:(?!{_LITTLE})[^\W\d]\S*\s+){{1,3}}"
            r"(?:street|st|avenue|ave|road|rd|lane|boulevard|blvd|terrace)\b\.?",
            re.IGNORECASE,
        ),
        "[address]",
    ),
    (
        re.compile(
            r"\b\w+(?:straße|strasse|gasse|weg|straat)\s+\d+\w?\b|"
            r"\b(?:rue|calle|via|rua)\s+(?:[^\W\d]+\s+){1,4}\d+\b",
            re.IGNORECASE,
        ),
        "[address]",
    ),
    (
        re.compile(
            r"(?:[가-힣]+(?:시|도|구|군)\s+)+[가-힣]+(?:동|읍|면|리|로|길)\s*\d+(?:-\d+)?(?:번지|호)?"
            r"|\d+동\s*\d+호"
        ),
        "[address]",
    ),
    (re.compile(r"(?i:\b(i live (?:in|at|on)))\s+[^,.;?!]+"), r"\1 [address]"),
    (
        re.compile(r"(?i:\b(my (?:full |real )?name is|my name['’]s|i am called|call me))"
                   r"\s+\w+(?:\s+[A-Z]\w+)*"),
        r"\1 [name]",
    ),
    (re.compile(r"((?:제|내|나의|저의)\s?이름은)\s?\S+"), r"\1 [name]"),
)  # fmt: skip
_LONG = re.compile(r"\d{5,}")


def blot(text: str) -> str:
    """`text` on one line, short enough to be kept, with a word in brackets for what is personal.

    Addresses of every kind, mentions, names by which somebody introduces themselves, phone numbers
    and all numbers of five digits or more; dates stay, since many ask for those.
    """
    text = " ".join(without_tokens(legible(text)).split())[: 4 * MOST_CHARACTERS]
    for pattern, blotted in _BLOTS:
        text = pattern.sub(blotted, text)
    text = _NUMBERS.sub(_number, text)
    text = _sparing_dates(text, lambda part: _LONG.sub("[number]", part))
    return text if len(text) <= MOST_CHARACTERS else f"{text[: MOST_CHARACTERS - 1].rstrip()}…"


def _number(found: re.Match[str]) -> str:
    """A group of digits, or a blot where there are as many as a phone number has."""
    text = found[0]
    is_long = sum(map(str.isdigit, _DATE.sub("", text))) >= _PHONE_DIGITS
    return "[number]" if is_long else text


def _sparing_dates(text: str, change: Callable[[str], str]) -> str:
    """`text` with all that is no date changed."""
    parts: list[str] = []
    end = 0
    for date in _DATE.finditer(text):
        parts += (change(text[end : date.start()]), date[0])
        end = date.end()
    return "".join((*parts, change(text[end:])))
