"""What a knowledge file may hold: facts, quotes, people, sources and synonyms, as frozen types.

The YAML reader hands every scalar over as the string that stands in the file; pydantic turns it
into numbers, dates and URLs where a field asks for them. `facts/schema.json` is generated from
these types, so an editor checks a file by the same rules.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    field_validator,
)
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

__all__ = [
    "FORMAT",
    "LAST_SPOILER",
    "SCHEMA_NAME",
    "SLUG",
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


SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
"""An id: lower-case words, digits and single hyphens."""

Slug = Annotated[str, StringConstraints(pattern=SLUG, min_length=1, max_length=80)]
"""An id in kebab-case. 80 characters leave room for a prefix in Discord's 100-character ids."""

Label = Annotated[str, StringConstraints(min_length=1, max_length=80), AfterValidator(_one_line)]
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
_in_digits = _written_as(r"-?\d{1,9}", "is a whole number; write it in digits")
Spoiler = Annotated[int, Field(ge=0, le=LAST_SPOILER), _in_digits]
Season = Annotated[int, Field(ge=1, le=9), _in_digits]
Day = Annotated[dt.date, _written_as(r"\d{4}-\d\d-\d\d", "is a date; write it as 2022-02-07")]


class Entry(BaseModel):
    """Base of all entries: frozen, and strict about unknown keys."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, use_attribute_docstrings=True
    )


_DATE = r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"


class Source(Entry):
    """Where something was published."""

    title: Phrase
    """The headline of the page."""
    url: Url
    """The whole address, from https:// on."""
    publisher: Phrase | None = None
    """The newspaper, site or channel."""
    date: Annotated[str, StringConstraints(pattern=_DATE)] | None = None
    """Year, month or day of publication, as precise as known."""


class KeyMatch(StrEnum):
    """Whether one of a fact's keys is enough for a right answer, or all are needed."""

    ANY = "any"
    ALL = "all"


class Fact(Entry):
    """One question of the fans with its one answer."""

    id: Slug
    """Kebab-case, and no other fact's."""
    question: Phrase
    """The question as fans ask it most plainly."""
    answer: Prose
    """What the bot says, in one to three sentences."""
    title: Label | None = None
    """A label that gives nothing away, for lists, where the question itself tells the plot."""
    aliases: tuple[Phrase, ...] = ()
    """Other ways in which people ask it."""
    key: tuple[Phrase, ...] = ()
    """The shortest strings that a right answer contains, compared without regard to case."""
    key_match: KeyMatch = KeyMatch.ANY
    """Whether one key is enough for a right answer, or all are needed."""
    topic: Slug | None = None
    """What the fact is about, in kebab-case, such as kiss-scene."""
    people: tuple[Slug, ...] = ()
    """Ids of the people whom the question is about."""
    spoiler: Spoiler = 0
    """The season-1 episode that question or answer gives away; 13 is season 2, 0 is nothing."""
    as_of: Day | None = None
    """The day on which the answer was true, for what may change."""
    sources: tuple[Source, ...] = ()
    """Where the answer was published."""
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
    """The words as they stand there."""
    url: Url
    """The whole address, from https:// on."""


class Quote(Entry):
    """Something that was said, with who reported it."""

    model_config = ConfigDict(
        json_schema_extra={"oneOf": [{"required": ["speaker"]}, {"required": ["speaker_name"]}]}
    )

    id: Slug
    """Kebab-case, and no other quote's."""
    kind: QuoteKind
    """verbatim: their own words; paraphrase: words about those; dialogue: a character's lines."""
    text: Prose
    """What was said, without quotation marks around it."""
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
    """Who reported it."""
    speaker: Slug | None = None
    """The id of the person who said it."""
    speaker_name: Phrase | None = Field(default=None, validate_default=True)
    """For a speaker who is nobody in `people`, such as an unnamed student."""
    context: Prose | None = None
    """Where and when it was said."""
    topics: tuple[Slug, ...] = ()
    """What it is about, in kebab-case."""
    spoiler: Spoiler = 0
    """The season-1 episode that the quote gives away; 13 is season 2, 0 is nothing."""
    translated: bool = False
    """Whether it was said in another language than the text is in."""
    second_hand: bool = False
    """The speaker passes on what somebody else said; it is never given to that other person."""
    variants: tuple[Variant, ...] = ()
    """The same utterance as other outlets give it."""
    note: Prose | None = None
    """For curators; never shown."""

    @field_validator("speaker_name")
    @classmethod
    def _one_speaker(cls, value: str | None, info: ValidationInfo) -> str | None:
        """A rule of the field, not of the whole, so that it is told of beside other errors."""
        if "speaker" in info.data and (info.data["speaker"] is None) == (value is None):
            if value is None:
                raise ValueError("is missing, and so is 'speaker'; give one of them")
            raise ValueError("stands beside 'speaker'; keep one of them")
        return value


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
    """Kebab-case, and no other person's."""
    name: Phrase
    """The name that is shown."""
    kind: PersonKind
    """What somebody is to the series; a character speaks dialogue, all others are real."""
    hangul: Phrase | None = None
    """The name in Korean letters."""
    aliases: tuple[Phrase, ...] = ()
    """Other names and spellings."""
    slips: tuple[Phrase, ...] = ()
    """Names that a source gives by mistake: understood, never shown."""
    roles: tuple[Phrase, ...] = ()
    """Words that mean this person by what they do: director, class president."""
    role: Phrase | None = None
    """What somebody is or does, as it stands beside the name."""
    plays: Slug | None = None
    """The id of the character whom this actor plays."""
    voices: Slug | None = None
    """The id of the character to whom this actor lends a voice."""
    season: Season | None = None
    """The season in which somebody joins, if not the first."""
    sources: tuple[Source, ...] = ()
    """Where this was published."""
    note: Prose | None = None
    """For curators; never shown."""


Synonyms = Annotated[tuple[Phrase, ...], Field(min_length=2)]
"""Words or short phrases that mean the same among these fans; the first names the group."""


Contrast = Annotated[
    tuple[Annotated[tuple[Phrase, ...], Field(min_length=1)], ...], Field(min_length=2)
]
"""Alternatives that must never be taken for one another; each is a list of words that mean it."""


class KnowledgeFile(Entry):
    """Everything that one file may hold; each key may stand in any file."""

    people: tuple[Person, ...] = ()
    """Everybody who made the series or is in it."""
    facts: tuple[Fact, ...] = ()
    """Questions with their answers."""
    quotes: tuple[Quote, ...] = ()
    """What was said, on the set and in the series."""
    synonyms: tuple[Synonyms, ...] = ()
    """Groups of words that mean the same among these fans; the first names the group."""
    contrasts: tuple[Contrast, ...] = ()
    """Groups of alternatives that must never be taken for one another."""
    lexicon: Mapping[Phrase, Phrase] = Field(default_factory=dict[str, str])
    """Beginnings of foreign words, and the English words that each is matched as."""


class Knowledge(BaseModel):
    """All that is known, in the order of the files; frozen, and valid as a whole."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    facts: Mapping[str, Fact]
    quotes: Mapping[str, Quote]
    people: Mapping[str, Person]
    synonyms: tuple[tuple[str, ...], ...] = ()
    contrasts: tuple[tuple[tuple[str, ...], ...], ...] = ()
    lexicon: Mapping[str, tuple[str, ...]] = Field(default_factory=dict[str, tuple[str, ...]])


class _AsWritten(GenerateJsonSchema):
    """Describes a file as an editor sees it, for which 2022 is a number and null a value."""

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        return super().str_schema(schema) | {"type": ["string", "number", "boolean"]}

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        described = super().default_schema(schema)
        if described.get("default", ...) is None:
            del described["default"]
        return described


def file_schema() -> dict[str, Any]:
    """The JSON Schema of a knowledge file, for editors (draft 2020-12)."""
    schema = KnowledgeFile.model_json_schema(schema_generator=_AsWritten)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = f"Hyosan knowledge file, format {FORMAT}"
    return schema


def main() -> None:
    """Write the JSON Schema to standard output: `python -m bot.knowledge.schema`."""
    print(json.dumps(file_schema(), indent=2))


EntryKind = Literal["people", "facts", "quotes"]


if __name__ == "__main__":
    main()
