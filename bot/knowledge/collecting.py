"""The files of one layer to what they hold: valid entries, their nodes, and what is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import ConfigDict, TypeAdapter, ValidationError

from bot.knowledge.explaining import did_you_mean, explain, mistakes, path_of
from bot.knowledge.explanations import Explanations
from bot.knowledge.fields import SLUG, Entry, Phrase, Slug
from bot.knowledge.nodes import Node, parse
from bot.knowledge.problems import Place, Problem, Problems, Severity, quoted
from bot.knowledge.schema import (
    Contrast,
    EntryKind,
    FactEntry,
    KnowledgeFile,
    Person,
    Phrasings,
    QuizEntry,
    Quote,
    Synonyms,
)
from bot.knowledge.show import Show

__all__ = ["KINDS", "Collector", "Item", "Seen"]

KINDS: tuple[EntryKind, ...] = get_args(EntryKind)

_MODELS: dict[EntryKind, type[Entry]] = {"people": Person, "facts": FactEntry, "quotes": Quote}
_STRIPPED = ConfigDict(str_strip_whitespace=True)
_ITEMS: dict[str, TypeAdapter[Any]] = {
    "synonyms": TypeAdapter(Synonyms, config=_STRIPPED),
    "contrasts": TypeAdapter(Contrast, config=_STRIPPED),
    "fates": TypeAdapter(Phrase, config=_STRIPPED),
    "states": TypeAdapter(Phrase, config=_STRIPPED),
    "removed": TypeAdapter(Slug, config=_STRIPPED),
}
"""Keys that are lists of something other than entries."""
_VALUES: dict[str, TypeAdapter[Any]] = {
    "phrasings": TypeAdapter(Phrasings, config=_STRIPPED),
    "lexicon": TypeAdapter(Phrase, config=_STRIPPED),
    "quiz": TypeAdapter(QuizEntry),
}
"""Keys that are mappings; all values of one are of the same kind."""
_NOUNS = {
    "people": "person",
    "facts": "fact",
    "quotes": "quote",
    "synonyms": "synonym group",
    "contrasts": "contrast",
    "fates": "fate",
    "states": "state",
    "removed": "id",
}
_MAPPINGS = {
    "phrasings": "write a fact's id with a colon, and its phrasings beneath",
    "lexicon": "write the beginning of a word, a colon and English words",
    "quiz": "write a fact's id with a colon, and its quiz question beneath",
}
_MODELS_OF_VALUES: dict[str, type[Entry]] = {"quiz": QuizEntry}
_NO_ID = Node("", Place(""))


@dataclass(frozen=True, slots=True)
class Seen:
    """An entry, valid or not: what messages call it, and where it stands."""

    kind: EntryKind
    entry_id: str | None
    name: str
    node: Node


@dataclass(frozen=True, slots=True)
class Item:
    """A valid value under a key that holds no entries, and where it stands."""

    value: Any
    node: Node
    place: Place
    """Of its key in a mapping, of itself in a list."""
    key: str = ""
    """Under which key it stands in a mapping."""


class Collector:
    """Gathers the entries and problems of one layer, file by file."""

    def __init__(self, problems: Iterable[Problem] = ()) -> None:
        """Begin with the problems from before, as of files that cannot be read."""
        self.problems = Problems(problems)
        self.explanations = Explanations()
        self.show: Show | None = None
        self.entries: dict[EntryKind, dict[str, Any]] = {kind: {} for kind in KINDS}
        self.nodes: dict[tuple[EntryKind, str], Node] = {}
        """Every entry that has an id, valid or not."""
        self.seen: list[Seen] = []
        self.items: dict[str, list[Item]] = {key: [] for key in (*_ITEMS, *_VALUES)}
        self.unsure: set[str] = set()
        """Keys of which a part may stand in what could not be understood, so that whatever refers
        to it may be right."""
        self._show_place: Place | None = None
        if self.problems.has(Severity.ERROR):
            self._doubt_everything()

    def add_file(self, path: str, data: bytes) -> None:
        """Take in a file of this content; whatever is wrong with it becomes problems."""
        self.explanations.add_file(path, data)
        root = parse(data, path, self.problems)
        if root is None:
            self._doubt_everything()
        elif not isinstance(root.value, dict):
            self._doubt_everything()
            self._error(root.place, "a knowledge file is a mapping; begin it with 'facts:'")
        else:
            for key, node in root.value.items():
                self._add_key(key, root.key_places[key], node)

    def _doubt_everything(self) -> None:
        self.unsure.update(KnowledgeFile.model_fields)

    def _add_key(self, key: str, place: Place, node: Node) -> None:
        if key == "show":
            self._add_show(place, node)
        elif key in _VALUES:
            self._add_mapping(key, node)
        elif key in _NOUNS:
            self._add_list(key, node)
        else:
            self._doubt_everything()
            if self.problems.is_full():
                self.problems.count(place)
                return
            hint = did_you_mean(key, KnowledgeFile.model_fields)
            self._error(place, f"unknown key {quoted(key)}; {hint}")

    # -- the show

    def _add_show(self, place: Place, node: Node) -> None:
        if self._show_place is not None:
            self._error(place, f"'show' stands here again (first at {self._show_place}); keep one")
            return
        self._show_place = place
        try:
            self.show = Show.model_validate(node.plain())
        except ValidationError as error:
            self.unsure.add("show")
            self._mistakes(error, node, "show", Show)

    # -- mappings and lists of other things than entries

    def _add_mapping(self, key: str, node: Node) -> None:
        if not isinstance(node.value, dict):
            self._error(node.place, f"'{key}' is a mapping; {_MAPPINGS[key]}")
            return
        for name, value in node.value.items():
            self._add_item(key, f"{key} of {quoted(name)}", value, name, node.key_places[name])

    def _add_list(self, key: str, node: Node) -> None:
        if not isinstance(node.value, list):
            self.unsure.add(key)
            self._error(node.place, f"'{key}' is a list; begin each {_NOUNS[key]} with '- '")
            return
        for number, item in enumerate(node.value):
            if self.problems.is_hopeless():  # what is not looked at counts as a problem each
                self._doubt_everything()
                self.problems.count(item.place, number=len(node.value) - number)
                return
            if key in _ITEMS:
                self._add_item(key, _NOUNS[key], item)
            else:
                self._add_entry(_kind(key), item)

    def _add_item(
        self, key: str, name: str, node: Node, item_key: str = "", place: Place | None = None
    ) -> None:
        adapter = _ITEMS.get(key) or _VALUES[key]
        try:
            value = adapter.validate_python(node.plain())
        except ValidationError as error:
            self._mistakes(error, node, name, _MODELS_OF_VALUES.get(key))
        else:
            self.items[key].append(Item(value, node, place or node.place, item_key))

    # -- entries

    def _add_entry(self, kind: EntryKind, node: Node) -> None:
        noun = _NOUNS[kind]
        if not isinstance(node.value, dict):
            self.unsure.add(kind)
            self._error(node.place, f"a {noun} is a mapping; begin it with '- id: ...'")
            return
        entry_id = self._register(kind, node)
        name = f"{noun} {quoted(entry_id)}" if entry_id else noun
        self.seen.append(Seen(kind, entry_id, name, node))
        try:
            entry = _MODELS[kind].model_validate(node.plain())
        except ValidationError as error:
            self._mistakes(error, node, name, _MODELS[kind])
            return
        if entry_id:
            self.entries[kind][entry_id] = entry

    def _register(self, kind: EntryKind, node: Node) -> str | None:
        """Remember where an id stands; a second one of that name is a problem and is left out."""
        assert isinstance(node.value, dict)
        id_node = node.value.get("id", _NO_ID)
        entry_id = id_node.value.strip() if isinstance(id_node.value, str) else ""
        if not re.fullmatch(SLUG, entry_id):  # an entry that others may name rightly
            self.unsure.add(kind)
        if not entry_id:
            return None
        if (kind, entry_id) in self.nodes:
            first = self.nodes[kind, entry_id].place
            message = f"{_NOUNS[kind]} id {quoted(entry_id)} is taken (at {first}); choose another"
            self._error(id_node.place, message)
            return None
        self.nodes[kind, entry_id] = node
        return entry_id

    def _mistakes(
        self, error: ValidationError, node: Node, name: str, model: type[Entry] | None = None
    ) -> None:
        """Everything that is wrong with the value of `node`, or once that is enough its number."""
        if self.problems.is_full():
            self.problems.count(node.place, number=error.error_count())
            return
        for detail in mistakes(error):
            if self.problems.is_full():
                self.problems.count(node.place)
            else:
                place = node.find(path_of(detail))
                self._error(place, f"{name}: {explain(detail, model)}")

    def _error(self, place: Place, message: str) -> None:
        self.problems.add(Problem(place, message))


def _kind(key: str) -> EntryKind:
    return next(kind for kind in KINDS if kind == key)
