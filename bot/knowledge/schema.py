"""What a knowledge file may hold: facts, quotes, people, sources and words, as frozen types.

`facts/schema.json` is generated from these types (`bot/knowledge/json_schema.py`), so an editor
checks a file by the same rules.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ValidationInfo,
    field_validator,
)

from bot.knowledge.fields import (
    Date,
    Day,
    Difficulty,
    Entry,
    Label,
    Option,
    Phrase,
    Prose,
    SeasonNumber,
    ShortLabel,
    Slug,
    Spoiler,
    Url,
    Weight,
)
from bot.knowledge.ratings import UNRATED, Rating
from bot.knowledge.show import Show

__all__ = [
    "Contrast",
    "EntryKind",
    "Fact",
    "FactEntry",
    "Image",
    "KeyMatch",
    "Knowledge",
    "KnowledgeFile",
    "Part",
    "Person",
    "PersonKind",
    "Phrasings",
    "QuizEntry",
    "Quote",
    "QuoteKind",
    "Source",
    "Synonyms",
    "Variant",
]


class Source(Entry):
    """Where something was published."""

    title: Phrase
    """The headline of the page."""
    url: Url
    """The whole address, from https:// on."""
    publisher: Phrase | None = None
    """The newspaper, site or channel."""
    date: Date | None = None
    """Year, month or day of publication, as precise as known."""


class Image(Entry):
    """A picture of the curator's own choice, for which they hold the right to show it."""

    url: Url
    """The whole address of the picture itself, from https:// on."""
    licence: Phrase
    """By whom it is, and what allows to show it, such as "Ann Lee, CC BY 4.0"."""
    alt: Phrase | None = None
    """What is to be seen, for those who do not see it; rated as what it stands beside."""


class KeyMatch(StrEnum):
    """Whether one of a fact's keys is enough for a right answer, or all are needed."""

    ANY = "any"
    ALL = "all"


class Part(Entry):
    """More of an answer, for those who are further than its beginning asks for."""

    text: Prose
    """What the bot says besides, in whole sentences that can be understood after the answer."""
    spoiler: Spoiler
    """How far one has to be for it, beyond what the fact itself asks for."""
    sources: tuple[Source, ...] = ()
    """Where this part was published, if in none of the fact's own sources."""


class QuizEntry(Entry):
    """How a fact is asked as a game: one right answer, and others that are right in no reading."""

    right: Option
    """The right answer, as short as it can be."""
    wrong: Annotated[tuple[Option, ...], Field(min_length=1, max_length=8)]
    """At least three of the same kind, form and length, of which no fact makes one true."""
    difficulty: Difficulty
    """1 for what most fans know, 2 for whoever paid attention, 3 for experts."""
    ask: Phrase | None = None
    """The question in words of its own, without the answer; else that of the fact."""
    accept: tuple[Phrase, ...] = ()
    """What is right too, where the answer is typed."""
    choices_only: bool = False
    """Whether it has to be asked with the answers: "Which of these ..."."""


class FactEntry(Entry):
    """One question of the fans with its one answer, as it stands in a file."""

    id: Slug
    """Kebab-case, and no other fact's."""
    question: Phrase
    """The question as fans ask it most plainly."""
    answer: Prose
    """What the bot says, in one to three sentences."""
    parts: tuple[Part, ...] = ()
    """What it says besides to those who are further, the earliest first."""
    title: Label | None = None
    """A label that gives nothing away, for lists, where the question itself tells the plot."""
    label: ShortLabel | None = None
    """A few words that stand for it on buttons and in lists, and give nothing away."""
    aliases: tuple[Phrase, ...] = ()
    """Other ways in which people ask it, those that a person wants to see beside it."""
    key: tuple[Phrase, ...] = ()
    """The shortest strings that a right answer contains, compared without regard to case."""
    key_match: KeyMatch = KeyMatch.ANY
    """Whether one key is enough for a right answer, or all are needed."""
    topic: Slug | None = None
    """What the fact is about, in kebab-case, such as kiss-scene."""
    weight: Weight | None = None
    """How often a surprise brings it, from 0 (never) to 9, where that is not as for its topic."""
    people: tuple[Slug, ...] = ()
    """Ids of the people whom the question is about."""
    related: tuple[Slug, ...] = ()
    """Ids of facts that lead on from this one, the nearest first."""
    spoiler: Spoiler = UNRATED
    """How far one has to have watched or read: s1e7, s2, novel, or a list; else leave it out."""
    as_of: Day | None = None
    """The day on which the answer was true, for what may change."""
    sources: tuple[Source, ...] = ()
    """Where the answer was published."""
    image: Image | None = None
    """A picture beside the answer, behind the veil with it."""
    note: Prose | None = None
    """For curators; never shown."""


class Fact(FactEntry):
    """A fact with all the ways in which it is asked."""

    further: tuple[Phrase, ...] = ()
    """Phrasings that stand apart from it, under `phrasings`."""
    quiz: QuizEntry | None = None
    """How it is asked as a game, which stands apart from it, under `quiz`."""
    made_label: ShortLabel | None = None
    """A label that was made where none is curated; see `bot.spoilers.labels`."""
    asks_fate: bool = False
    """Whether people ask by it what becomes of somebody; see `bot.spoilers.fates`."""

    @property
    def whole(self) -> str:
        """The answer with all its parts."""
        return " ".join((self.answer, *(part.text for part in self.parts)))

    @property
    def reach(self) -> Rating:
        """What the answer gives away with all its parts."""
        return Rating.together((self.spoiler, *(part.spoiler for part in self.parts)))

    @property
    def phrasings(self) -> tuple[str, ...]:
        """The question and every other way it is asked."""
        return (self.question, *self.aliases, *self.further)

    @property
    def shown_as(self) -> str:
        """What stands for this fact in a list: never more telling than the question."""
        return self.label or self.made_label or self.title or self.question

    @property
    def headed(self) -> str:
        """What stands above this fact where it is veiled: as `shown_as`, but the longer words."""
        return self.title or self.label or self.made_label or self.question


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
    spoiler: Spoiler = UNRATED
    """How far one has to have watched or read: s1e7, s2, novel, or a list; else leave it out."""
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
    season: SeasonNumber | None = None
    """The season in which somebody joins, if not the first."""
    about: Prose | None = None
    """Who somebody is, in a sentence or two."""
    born: Date | None = None
    """Year, month or day of birth, as precise as known."""
    birthplace: Phrase | None = None
    """Where somebody was born."""
    agency: Phrase | None = None
    """Who manages them."""
    languages: tuple[Phrase, ...] = ()
    """The languages they speak."""
    works: tuple[Phrase, ...] = ()
    """Notable works, each with its year: "Sweet Revenge (2017)"."""
    as_of: Date | None = None
    """Year, month or day at which the agency was the right one, as precise as known."""
    sources: tuple[Source, ...] = ()
    """Where this was published."""
    image: Image | None = None
    """A picture of them, which everybody sees: none that shows how somebody ends."""
    note: Prose | None = None
    """For curators; never shown."""


Synonyms = Annotated[tuple[Phrase, ...], Field(min_length=2)]
"""Words or short phrases that mean the same among these fans; the first names the group."""


Contrast = Annotated[
    tuple[Annotated[tuple[Phrase, ...], Field(min_length=1)], ...], Field(min_length=2)
]
"""Alternatives that must never be taken for one another; each is a list of words that mean it."""


Phrasings = Annotated[tuple[Phrase, ...], Field(min_length=1)]
"""Further ways in which people ask one fact."""


EntryKind = Literal["people", "facts", "quotes"]


class KnowledgeFile(Entry):
    """Everything that one file may hold; each key may stand in any file."""

    show: Show | None = None
    """The series itself; a later layer's replaces what it gives and leaves the rest."""
    people: tuple[Person, ...] = ()
    """Everybody who made the series or is in it."""
    facts: tuple[FactEntry, ...] = ()
    """Questions with their answers."""
    phrasings: Mapping[Slug, Phrasings] = Field(default_factory=dict[str, tuple[str, ...]])
    """By the id of a fact, further ways to ask it than those that stand beside it."""
    quiz: Mapping[Slug, QuizEntry] = Field(default_factory=dict[str, QuizEntry])
    """By the id of a fact, how it is asked as a game."""
    quotes: tuple[Quote, ...] = ()
    """What was said, on the set and in the series."""
    synonyms: tuple[Synonyms, ...] = ()
    """Groups of words that mean the same among these fans; the first names the group."""
    contrasts: tuple[Contrast, ...] = ()
    """Groups of alternatives that must never be taken for one another."""
    lexicon: Mapping[Phrase, Phrase] = Field(default_factory=dict[str, str])
    """By the beginning of a foreign word, the English words that it is matched as."""
    fates: tuple[Phrase, ...] = ()
    """Words that give the plot away wherever they stand."""
    states: tuple[Phrase, ...] = ()
    """Words that give the plot away beside a character's name, such as infected."""
    removed: tuple[Slug, ...] = ()
    """Ids of entries of earlier layers that are taken away."""


class Knowledge(BaseModel):
    """All that is known, in the order of the files; frozen, and valid as a whole."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    facts: Mapping[str, Fact]
    quotes: Mapping[str, Quote]
    people: Mapping[str, Person]
    show: Show = Field(default_factory=Show)
    synonyms: tuple[tuple[str, ...], ...] = ()
    contrasts: tuple[tuple[tuple[str, ...], ...], ...] = ()
    lexicon: Mapping[str, tuple[str, ...]] = Field(default_factory=dict[str, tuple[str, ...]])
    """By the beginning of a foreign word, the English words that it is matched as."""
    fates: frozenset[str] = frozenset()
    """Words that give this show's plot away wherever they stand, in small letters."""
    states: frozenset[str] = frozenset()
    """Words that give it away beside a character's name, in small letters."""
    origins: Mapping[str, str] = Field(default_factory=dict[str, str])
    """By kind and id, such as `facts/kiss-takes`, the layer of each entry; empty for one layer."""

    def origin(self, kind: EntryKind, entry_id: str) -> str:
        """The layer of an entry in brackets, to stand behind its id; empty for one layer."""
        layer = self.origins.get(f"{kind}/{entry_id}")
        return f" ({layer})" if layer else ""
