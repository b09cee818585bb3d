"""What a knowledge file may hold: facts, quotes, people, sources and synonyms, as frozen types.

The YAML reader hands every scalar over as the string that stands in the file; pydantic turns it
into numbers, dates and URLs where a field asks for them. `facts/schema.json` is generated from
these types, so an editor checks a file by the same rules.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)

__all__ = [
    "FORMAT",
    "LAST_SPOILER",
    "SCHEMA_NAME",
    "Fact",
    "KeyMatch",
    "Knowledge",
    "Person",
    "PersonKind",
    "Quote",
    "QuoteKind",
    "Source",
    "Variant",
    "file_schema",
]

LAST_SPOILER = 13
"""1 to 12 are the episodes of season 1; 13 stands for season 2."""

SCHEMA_NAME = "schema.json"

FORMAT = 1
"""Version of the knowledge format, kept in the generated JSON Schema."""


def _web_address(value: str) -> str:
    """Accept an absolute http(s) address without user name, white space or angle brackets."""
    try:
        parts = urlsplit(value)
    except ValueError as error:
        raise ValueError(f"is not a web address ({error})") from error
    if parts.scheme not in {"http", "https"} or not parts.hostname or "@" in parts.netloc:
        raise ValueError("is not a web address; write it in full, from https:// on")
    if re.search(r"[\s<>\"`\\]", value):
        raise ValueError("holds a character that a web address cannot have; percent-encode it")
    return value


def _one_line(value: str) -> str:
    """Refuse control characters, which no reader can see and no client shows."""
    if re.search(r"[\x00-\x08\x0b-\x1f\x7f]", value):
        raise ValueError("holds a control character; remove it")
    return value


Slug = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", min_length=1, max_length=80)
]
"""An id in kebab-case. 80 characters leave room for a prefix in Discord's 100-character ids."""

Text = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(_one_line)
]
Phrase = Annotated[Text, Field(max_length=200)]
Prose = Annotated[Text, Field(max_length=1200)]
Url = Annotated[str, Field(max_length=500), AfterValidator(_web_address)]
Spoiler = Annotated[int, Field(ge=0, le=LAST_SPOILER)]


class Entry(BaseModel):
    """Base of all entries: frozen, and strict about unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Source(Entry):
    """Where something was published."""

    title: Phrase
    url: Url
    publisher: Phrase | None = None
    date: Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")] | None = None
    """Year, month or day of publication, as precise as known."""


class KeyMatch(StrEnum):
    """Whether one of a fact's keys is enough for a right answer, or all are needed."""

    ANY = "any"
    ALL = "all"


class Fact(Entry):
    """One question of the fans with its one answer."""

    id: Slug
    question: Phrase
    answer: Prose
    title: Annotated[Text, Field(max_length=80)] | None = None
    """A label that gives nothing away, for lists, where the question itself tells the plot."""
    aliases: tuple[Phrase, ...] = ()
    key: tuple[Phrase, ...] = ()
    """The shortest strings that a right answer contains, compared without regard to case."""
    key_match: KeyMatch = KeyMatch.ANY
    topic: Slug | None = None
    people: tuple[Slug, ...] = ()
    spoiler: Spoiler = 0
    """The season-1 episode that question or answer gives away; 13 is season 2, 0 is nothing."""
    as_of: dt.date | None = None
    sources: tuple[Source, ...] = ()
    note: Prose | None = None
    """For curators; never shown."""

    @property
    def phrasings(self) -> tuple[str, ...]:
        """The question and every other way it is asked."""
        return (self.question, *self.aliases)

    @property
    def label(self) -> str:
        """What stands for this fact in a list: never more telling than the question."""
        return self.title or self.question


class QuoteKind(StrEnum):
    """A person's own words, words about what they said, or a character's lines."""

    VERBATIM = "verbatim"
    PARAPHRASE = "paraphrase"
    DIALOGUE = "dialogue"


class Variant(Entry):
    """The same utterance as another outlet gives it."""

    text: Prose
    url: Url


class Quote(Entry):
    """Something that was said, with who reported it."""

    id: Slug
    kind: QuoteKind
    text: Prose
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
    speaker: Slug | None = None
    speaker_name: Phrase | None = None
    """For a speaker who is nobody in `people`, such as an unnamed student."""
    context: Prose | None = None
    topics: tuple[Slug, ...] = ()
    spoiler: Spoiler = 0
    translated: bool = False
    second_hand: bool = False
    """The speaker passes on what somebody else said; it is never given to that other person."""
    variants: tuple[Variant, ...] = ()
    note: Prose | None = None

    @model_validator(mode="after")
    def _one_speaker(self) -> Quote:
        if (self.speaker is None) == (self.speaker_name is None):
            raise ValueError(
                "needs either 'speaker' (a person's id) or 'speaker_name', one of them"
            )
        return self


class PersonKind(StrEnum):
    """What somebody is to the series."""

    ACTOR = "actor"
    CHARACTER = "character"
    CREW = "crew"
    AUTHOR = "author"
    VOICE = "voice"


class Person(Entry):
    """Somebody who made the series, or somebody in it, with every name they go by."""

    id: Slug
    name: Phrase
    kind: PersonKind
    hangul: Phrase | None = None
    aliases: tuple[Phrase, ...] = ()
    slips: tuple[Phrase, ...] = ()
    """Names that a source gives by mistake: understood, never shown."""
    roles: tuple[Phrase, ...] = ()
    """Words that mean this person by what they do: director, class president."""
    role: Phrase | None = None
    plays: Slug | None = None
    voices: Slug | None = None
    season: Annotated[int, Field(ge=1, le=9)] | None = None
    sources: tuple[Source, ...] = ()
    note: Prose | None = None


Synonyms = Annotated[tuple[Phrase, ...], Field(min_length=2)]
"""Words or short phrases that mean the same among these fans; the first names the group."""


Contrast = Annotated[
    tuple[Annotated[tuple[Phrase, ...], Field(min_length=1)], ...], Field(min_length=2)
]
"""Alternatives that must never be taken for one another; each is a list of words that mean it."""


class KnowledgeFile(Entry):
    """Everything that one file may hold; each key may stand in any file."""

    people: tuple[Person, ...] = ()
    facts: tuple[Fact, ...] = ()
    quotes: tuple[Quote, ...] = ()
    synonyms: tuple[Synonyms, ...] = ()
    contrasts: tuple[Contrast, ...] = ()


class Knowledge(BaseModel):
    """All that is known, in the order of the files; frozen, and valid as a whole."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    facts: Mapping[str, Fact]
    quotes: Mapping[str, Quote]
    people: Mapping[str, Person]
    synonyms: tuple[tuple[str, ...], ...] = ()
    contrasts: tuple[tuple[tuple[str, ...], ...], ...] = ()


def file_schema() -> dict[str, Any]:
    """The JSON Schema of a knowledge file, for editors (draft 2020-12)."""
    schema = KnowledgeFile.model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = f"Hyosan knowledge file, format {FORMAT}"
    return schema


EntryKind = Literal["people", "facts", "quotes"]
