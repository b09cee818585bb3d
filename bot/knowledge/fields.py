"""The fields that entries are made of: text, ids, addresses and dates, each with its rules.

The YAML reader hands every scalar over as the string that stands in the file; pydantic turns it
into numbers, dates and addresses where a field asks for them.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Annotated, cast
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    PlainValidator,
    StringConstraints,
    WithJsonSchema,
)

from bot.knowledge.ratings import Rating

__all__ = [
    "SHORT",
    "SLUG",
    "Colour",
    "Date",
    "Day",
    "Difficulty",
    "Entry",
    "EpisodeNumber",
    "Label",
    "Option",
    "Phrase",
    "Prose",
    "SeasonNumber",
    "ShortLabel",
    "Slug",
    "Spoiler",
    "Url",
    "Weight",
]


def _web_address(value: str) -> str:
    """Accept an absolute http(s) address without user name, white space or angle brackets."""
    if not value.isprintable() or re.search(r"[\s<>\"`\\]", value):
        raise ValueError("holds a character that a web address cannot have; percent-encode it")
    wrong = "is not a web address; write it in full, from https:// on"
    try:
        parts = urlsplit(value)
        has_host = bool(parts.hostname) and parts.port != 0  # reading the port checks it
    except ValueError as error:
        raise ValueError(wrong) from error
    if parts.scheme not in {"http", "https"} or not has_host:
        raise ValueError(wrong)
    if "@" in parts.netloc:
        raise ValueError("holds a user name; write the address without it")
    return value


def _one_line(value: str) -> str:
    """Refuse control characters, which no reader can see and no client shows."""
    if re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", value):
        raise ValueError("holds a control character; remove it")
    return value


def _written_as(pattern: str, advice: str) -> BeforeValidator:
    """Refuse text that pydantic would take for a number or a date, though it looks unlike one."""

    def check(value: object) -> object:
        if isinstance(value, str) and not re.fullmatch(pattern, value.strip(), re.ASCII):
            raise ValueError(advice)
        return value

    return BeforeValidator(check)


def _rating(value: object) -> Rating:
    """A rating from its parts; whether the show has them is checked where the show is known."""
    if isinstance(value, Rating):
        return value
    is_list = isinstance(value, list | tuple)
    parts: Sequence[object] = cast("Sequence[object]", value) if is_list else (value,)
    texts = [part.strip() for part in parts if isinstance(part, str)]
    if len(texts) < len(parts):
        raise ValueError("is a rating; write one such as s1e7, or a list such as [s1e7, novel]")
    if not texts or not all(texts):
        raise ValueError("is empty; write a rating such as s1e7, or remove it")
    return Rating.of(texts)


def _as_written(rating: Rating) -> str | list[str]:
    parts = list(rating.parts)
    return parts[0] if len(parts) == 1 else parts


SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
"""An id: lower-case words, digits and single hyphens."""

Slug = Annotated[str, StringConstraints(pattern=SLUG, min_length=1, max_length=80)]
"""An id in kebab-case. 80 characters leave room for a prefix in Discord's 100-character ids."""

SHORT = 38
"""Characters that a phone shows of a button."""

Label = Annotated[str, StringConstraints(min_length=1, max_length=80), AfterValidator(_one_line)]
ShortLabel = Annotated[
    str, StringConstraints(min_length=1, max_length=SHORT), AfterValidator(_one_line)
]

Option = Annotated[str, StringConstraints(min_length=1, max_length=60), AfterValidator(_one_line)]
"""One of several answers to choose from; a button shows it whole, with a letter before it."""

Phrase = Annotated[str, StringConstraints(min_length=1, max_length=200), AfterValidator(_one_line)]
Prose = Annotated[str, StringConstraints(min_length=1, max_length=1200), AfterValidator(_one_line)]
Url = Annotated[
    str,
    Field(
        max_length=500,
        json_schema_extra={"type": "string", "pattern": r"^https?://[^\s<>\"`\\]+$"},
    ),
    AfterValidator(_web_address),
]
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]
"""Red, green and blue in two hexadecimal digits each."""

_in_digits = _written_as(r"-?\d{1,9}", "is a whole number; write it in digits")
SeasonNumber = Annotated[int, Field(ge=1, le=99), _in_digits]
Weight = Annotated[int, Field(ge=0, le=9), _in_digits]
"""How often something is drawn, beside others."""
Difficulty = Annotated[int, Field(ge=1, le=3), _in_digits]
"""1 for what most fans know, 2 for whoever paid attention, 3 for experts."""
EpisodeNumber = Annotated[int, Field(ge=1, le=999), _in_digits]
Date = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"),
]
"""A year, month or day, as precise as known."""

Day = Annotated[dt.date, _written_as(r"\d{4}-\d\d-\d\d", "is a date; write it as 2022-02-07")]

_one_rating = {"type": "string"}
Spoiler = Annotated[
    Rating,
    PlainValidator(_rating),
    PlainSerializer(_as_written),
    WithJsonSchema(
        {"oneOf": [_one_rating, {"type": "array", "items": _one_rating, "minItems": 1}]}
    ),
]
"""A rating: one text, or a list where several hold. Editors are given the show's own values."""


class Entry(BaseModel):
    """Base of all entries: frozen, and strict about unknown keys."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, use_attribute_docstrings=True
    )
