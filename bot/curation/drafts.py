"""What a moderator fills in, and the entry that comes of it.

A form shows an entry's most important fields as text; all others of the entry stay as they are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from hashlib import blake2b
from typing import Any, cast
from urllib.parse import urlsplit

from pydantic import ValidationError

from bot.curation.documents import as_data
from bot.curation.edits import Edit, Json
from bot.knowledge.explaining import explain, mistakes
from bot.knowledge.fields import Entry
from bot.knowledge.ratings import Moment
from bot.knowledge.schema import EntryKind, FactEntry, Person, Quote

__all__ = ["FIELDS", "Draft", "Shape", "data_of", "new_id"]

_MODELS: dict[EntryKind, type[Entry]] = {"facts": FactEntry, "people": Person, "quotes": Quote}
_LONGEST_ID = 48
_SOURCE = re.compile(r"(\S+)\s*(.*)")


class Shape(Enum):
    """How a field is written in a form."""

    LINE = auto()
    """One line."""
    PROSE = auto()
    """Some sentences."""
    LINES = auto()
    """One a line."""
    SOURCES = auto()
    """One a line: the address, then the headline."""


@dataclass(frozen=True, slots=True)
class FormField:
    """A field of an entry that a form shows as text."""

    name: str
    shape: Shape
    is_needed: bool = False
    most: int = 4000
    """Characters that can be typed."""


FIELDS: dict[EntryKind, tuple[FormField, ...]] = {
    "facts": (
        FormField("question", Shape.LINE, True, 200),
        FormField("answer", Shape.PROSE, True, 1200),
        FormField("aliases", Shape.LINES),
        FormField("key", Shape.LINES),
        FormField("sources", Shape.SOURCES),
    ),
    "people": (
        FormField("name", Shape.LINE, True, 200),
        FormField("hangul", Shape.LINE, False, 200),
        FormField("aliases", Shape.LINES),
        FormField("role", Shape.LINE, False, 200),
        FormField("about", Shape.PROSE, False, 1200),
    ),
    "quotes": (
        FormField("text", Shape.PROSE, True, 1200),
        FormField("context", Shape.PROSE, False, 1200),
        FormField("sources", Shape.SOURCES, True),
    ),
}
"""By kind of entry what a form shows, at most five fields, as Discord has it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry that somebody is working on."""

    kind: EntryKind
    entry_id: str
    data: Mapping[str, Json] = field(default_factory=dict[str, "Json"])
    """The entry as it would be written."""
    seen: Json = None
    """What the moderators' layer held of it when the work began; nothing for a new one."""
    beneath: Json = None
    """What counted then where that layer had nothing."""
    is_new: bool = False

    @property
    def name(self) -> str:
        """What the entry is called, such as `facts/kiss-takes`."""
        return f"{self.kind}/{self.entry_id}"

    def texts(self) -> dict[str, str]:
        """What a form is filled in with, by field."""
        return {one.name: _shown(self.data.get(one.name), one.shape) for one in FIELDS[self.kind]}

    def with_texts(self, texts: Mapping[str, str]) -> Draft:
        """The draft with what somebody filled in, by field."""
        data = dict(self.data)
        for one in FIELDS[self.kind]:
            if one.name in texts:
                _set(data, one.name, _read(texts[one.name], one.shape, data.get(one.name)))
        return replace(self, data=data)

    def with_choice(self, name: str, values: Sequence[str]) -> Draft:
        """The draft with what somebody chose: its rating, topic, people, kind."""
        data = dict(self.data)
        match name:
            case "spoiler":
                _set(data, name, _rating(values))
            case "people":
                _set(data, name, [*values])
            case _:
                _set(data, name, next(iter(values), None))
        return replace(self, data=data)

    def with_phrasings(self, texts: Iterable[str]) -> Draft:
        """The draft with further ways to ask, those apart that it has."""
        known = [*_texts(self.data.get("aliases"))]
        data = dict(self.data)
        _set(data, "aliases", cast("list[Json]", [*dict.fromkeys((*known, *texts))]))
        return replace(self, data=data)

    def chosen(self, name: str) -> tuple[str, ...]:
        """What is chosen of a field."""
        return tuple(_texts(self.data.get(name)))

    def mistakes(self) -> tuple[str, ...]:
        """What keeps it from being an entry, each in one sentence."""
        model = _MODELS[self.kind]
        try:
            model.model_validate({"id": self.entry_id, **self.data})
        except ValidationError as error:
            return tuple(explain(detail, model) for detail in mistakes(error))
        return ()

    def edits(self) -> tuple[Edit, ...]:
        """What writes it into the layer; only of a draft without mistakes."""
        entry = _MODELS[self.kind].model_validate({"id": self.entry_id, **self.data})
        edit = Edit((self.kind, self.entry_id), self.seen, as_data(entry), self.beneath)
        before, after = edit.shown
        return (edit,) if before != after else ()


def data_of(entry: Entry) -> dict[str, Json]:
    """An entry in force as it would be written, without its id."""
    data = as_data(entry)
    data.pop("id", None)
    return data


def new_id(question: str, taken: Collection[str]) -> str:
    """An id for a new fact, in the words of its question, that nothing has."""
    plain = unicodedata.normalize("NFKD", question).encode("ascii", "ignore").decode().lower()
    slug = "-".join(re.findall(r"[a-z0-9]+", plain.replace("'", "")))
    if len(slug) > _LONGEST_ID:
        slug = slug[:_LONGEST_ID].rpartition("-")[0]
    if len(slug) < 3:  # in another script
        slug = f"fact-{blake2b(question.encode('utf-8', 'replace'), digest_size=4).hexdigest()}"
    number, found = 2, slug
    while found in taken:
        found = f"{slug}-{number}"
        number += 1
    return found


def _set(data: dict[str, Json], name: str, value: Json) -> None:
    """Give a field a value; without one, the entry has none."""
    if value:
        data[name] = value
    else:
        data.pop(name, None)


def _texts(value: Json) -> list[str]:
    if isinstance(value, list):
        return [str(one) for one in value]
    return [str(value)] if value else []


def _rating(values: Sequence[str]) -> Json:
    """A rating from what was chosen: of several episodes the last, and works."""
    moments = sorted(moment for value in values if (moment := Moment.of(value)))
    works = [value for value in values if Moment.of(value) is None]
    parts: list[Json] = [*map(str, moments[-1:]), *works]
    return parts[0] if len(parts) == 1 else parts


def _shown(value: Json, shape: Shape) -> str:
    if shape is Shape.SOURCES:
        sources = cast("list[dict[str, Any]]", value or [])
        return "\n".join(f"{source['url']} {source['title']}" for source in sources)
    return "\n".join(_texts(value))


def _read(text: str, shape: Shape, before: Json) -> Json:
    lines = [stripped for line in text.splitlines() if (stripped := " ".join(line.split()))]
    match shape:
        case Shape.LINE:
            return " ".join(lines)
        case Shape.PROSE:
            return "\n".join(line.rstrip() for line in text.strip().splitlines())
        case Shape.LINES:
            return [*dict.fromkeys(lines)]
        case Shape.SOURCES:
            known = {one["url"]: one for one in cast("list[dict[str, Json]]", before or [])}
            return [_source(line, known) for line in lines]


def _source(line: str, known: Mapping[Any, dict[str, Json]]) -> dict[str, Json]:
    """A source from its line; what else is known of one of this address stays."""
    found = _SOURCE.match(line)
    url, title = found.groups() if found else (line, "")
    before = known.get(url, {})
    return {**before, "title": title or before.get("title") or _host(url), "url": url}


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or url).removeprefix("www.")
    except ValueError:
        return url
