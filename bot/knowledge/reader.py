"""Knowledge files to Knowledge, or to Problems that say where and what to do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz import fuzz, process

from bot.knowledge.nodes import MAX_BYTES, Node, parse
from bot.knowledge.problems import Place, Problem, Severity, quoted, sort_problems
from bot.knowledge.rules import cross_check, unknown_people
from bot.knowledge.schema import (
    SLUG,
    Contrast,
    Entry,
    EntryKind,
    Fact,
    Knowledge,
    KnowledgeFile,
    Person,
    Phrase,
    Quote,
    Source,
    Synonyms,
    Variant,
)

__all__ = ["Places", "Reading", "read_files", "read_folder"]

_MODELS: dict[str, type[Entry]] = {"people": Person, "facts": Fact, "quotes": Quote}
_NOUNS = {"people": "person", "facts": "fact", "quotes": "quote", "synonyms": "synonym group",
          "contrasts": "contrast"}  # fmt: skip
_GROUPS: dict[str, TypeAdapter[Any]] = {
    "synonyms": TypeAdapter(Synonyms),
    "contrasts": TypeAdapter(Contrast),
}
_LEXICON = TypeAdapter(dict[Phrase, Phrase])
_NO_ID = Node("", Place(""))
_NESTED: dict[str, type[Entry]] = {"sources": Source, "variants": Variant}


@dataclass(frozen=True, slots=True)
class Places:
    """Where each entry stands, so that rules and lints can point at it."""

    nodes: dict[tuple[str, str], Node] = field(default_factory=dict[tuple[str, str], Node])

    def of(self, kind: EntryKind, entry_id: str, *path: str | int) -> Place:
        """The place of an entry or of a field in it; an unknown id is a programming error."""
        return self.nodes[kind, entry_id].find(path)


@dataclass(frozen=True, slots=True)
class Reading:
    """The outcome of reading: knowledge unless there is an error, and every problem found."""

    knowledge: Knowledge | None
    problems: tuple[Problem, ...]
    places: Places

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep the knowledge from being used."""
        return tuple(p for p in self.problems if p.severity is Severity.ERROR)


def read_folder(folder: Path) -> Reading:
    """Read every `*.yaml` file that lies directly in `folder`, in the order of their names.

    Never raises for what the files or the folder are like; that becomes problems.
    """
    name = str(folder)
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        reason = error.strerror or "cannot be read"
        message = f"facts folder: {reason}; create it or set FACTS_DIR to the right one"
        return _failed(Problem(Place(name), message))
    files: list[tuple[str, bytes]] = []
    problems: list[Problem] = []
    for path in entries:
        suffix = path.suffix.lower()
        if path.name.startswith(".") or _is_folder(path):
            continue
        if suffix == ".yaml":
            data = _read_bytes(path, problems)
            if data is not None:
                files.append((str(path), data))
        elif suffix == ".yml":
            message = "file is not read; rename it to end in .yaml"
            problems.append(Problem(Place(str(path)), message, Severity.WARNING))
    if not files and not any(p.severity is Severity.ERROR for p in problems):
        problems.append(Problem(Place(name), "no *.yaml file in this folder; add one"))
    return read_files(files, problems)


def read_files(files: Iterable[tuple[str, bytes]], problems: Sequence[Problem] = ()) -> Reading:
    """Read files given as (path, content); `problems` are carried over into the result."""
    collector = _Collector(list(problems))
    for path, data in files:
        collector.add_file(path, data)
    return collector.finish()


def _failed(problem: Problem) -> Reading:
    return Reading(None, (problem,), Places())


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # it cannot even be looked at; opening it tells why
        return False


def _read_bytes(path: Path, problems: list[Problem]) -> bytes | None:
    try:
        if not path.is_file():  # a pipe would block for ever
            raise OSError(None, "not a regular file")
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or "cannot be read"
        problems.append(Problem(Place(str(path)), f"{reason}; mend or remove the file"))
        return None


class _Collector:
    """Gathers entries and problems over all files."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        self.places = Places()
        self.entries: dict[str, dict[str, Any]] = {kind: {} for kind in _MODELS}
        self.groups: dict[str, list[Any]] = {kind: [] for kind in _GROUPS}
        self.lexicon: dict[str, str] = {}
        self.nodes: list[tuple[str, str, Node]] = []
        """Every entry as (kind, name for messages, node), valid or not."""
        self.people_are_missing = any(p.severity is Severity.ERROR for p in problems)
        """Part of the people may be in what could not be read, so any reference may be right."""

    def add_file(self, path: str, data: bytes) -> None:
        root, problems = parse(data, path)
        self.problems.extend(problems)
        if root is None:
            self.people_are_missing = True
            return
        if not isinstance(root.value, dict):
            self.people_are_missing = True
            self._error(root.place, "a knowledge file is a mapping; begin it with 'facts:'")
            return
        for key, node in root.value.items():
            if key == "lexicon":
                self._add_lexicon(node)
            elif key in KnowledgeFile.model_fields:
                self._add_list(key, node)
            else:
                self.people_are_missing = True
                hint = _did_you_mean(key, KnowledgeFile.model_fields)
                self._error(root.key_places[key], f"unknown key {quoted(key)}; {hint}")

    def finish(self) -> Reading:
        knowledge = Knowledge(
            **self.entries,
            synonyms=tuple(self.groups["synonyms"]),
            contrasts=tuple(self.groups["contrasts"]),
            lexicon={word: tuple(english.split()) for word, english in self.lexicon.items()},
        )
        self.problems.extend(cross_check(knowledge, self.places.of))
        if not self.people_are_missing:
            person_ids = {entry_id for kind, entry_id in self.places.nodes if kind == "people"}
            self.problems.extend(unknown_people(self.nodes, person_ids))
        problems = sort_problems(self.problems)
        broken = any(p.severity is Severity.ERROR for p in problems)
        return Reading(None if broken else knowledge, problems, self.places)

    def _add_lexicon(self, node: Node) -> None:
        try:
            self.lexicon |= _LEXICON.validate_python(node.plain())
        except ValidationError as error:
            for detail in _details(error):
                self._error(node.find(detail["loc"][:1]), f"lexicon: {_explain(detail)}")

    def _add_list(self, key: str, node: Node) -> None:
        if not isinstance(node.value, list):
            self.people_are_missing |= key == "people"
            noun = _NOUNS[key]
            self._error(node.place, f"'{key}' is a list; begin each {noun} with '- '")
            return
        for item in node.value:
            if key in _GROUPS:
                self._add_group(key, item)
            else:
                self._add_entry(key, item)

    def _add_group(self, kind: str, node: Node) -> None:
        try:
            self.groups[kind].append(_GROUPS[kind].validate_python(node.plain()))
        except ValidationError as error:
            for detail in _details(error):
                self._error(node.find(detail["loc"]), f"{_NOUNS[kind]}: {_explain(detail)}")

    def _add_entry(self, kind: str, node: Node) -> None:
        noun = _NOUNS[kind]
        if not isinstance(node.value, dict):
            self.people_are_missing |= kind == "people"
            self._error(node.place, f"a {noun} is a mapping; begin it with '- id: ...'")
            return
        entry_id = self._register(kind, node)
        name = f"{noun} {quoted(entry_id)}" if entry_id else noun
        self.nodes.append((kind, name, node))
        try:
            entry = _MODELS[kind].model_validate(node.plain())
        except ValidationError as error:
            for detail in _details(error):
                place = _place_of(node, detail)
                self._error(place, f"{name}: {_explain(detail, _MODELS[kind])}")
            return
        if entry_id:
            self.entries[kind][entry_id] = entry

    def _register(self, kind: str, node: Node) -> str | None:
        """Remember where an id stands; a second one of that name is a problem and is left out."""
        assert isinstance(node.value, dict)
        id_node = node.value.get("id", _NO_ID)
        entry_id = id_node.value.strip() if isinstance(id_node.value, str) else ""
        if not re.fullmatch(SLUG, entry_id):  # a person that others may name rightly
            self.people_are_missing |= kind == "people"
        if not entry_id:
            return None
        if (kind, entry_id) in self.places.nodes:
            first = self.places.nodes[kind, entry_id].place
            message = f"{_NOUNS[kind]} id {quoted(entry_id)} is taken (at {first}); choose another"
            self._error(id_node.place, message)
            return None
        self.places.nodes[kind, entry_id] = node
        return entry_id

    def _error(self, place: Place, message: str) -> None:
        self.problems.append(Problem(place, message))


def _details(error: ValidationError) -> Iterator[ErrorDetails]:
    """Every mistake once: pydantic does not count wrong items, so a full list seems too short."""
    for detail in error.errors(include_url=False):
        least = detail.get("ctx", {}).get("min_length", 0)
        if detail["type"] != "too_short" or len(detail["input"]) < least:
            yield detail


def _place_of(node: Node, detail: ErrorDetails) -> Place:
    location = detail["loc"]
    if detail["type"] == "missing":
        location = location[:-1]
    return node.find(location)


def _explain(detail: ErrorDetails, model: type[Entry] | None = None) -> str:
    """One sentence in plain words: what is wrong and what to do."""
    location = detail["loc"]
    context = detail.get("ctx", {})
    where = _where(location)
    match detail["type"]:
        case "missing":
            return f"{where} is missing; add it"
        case "extra_forbidden":
            owner = _owner(model, location)
            return f"unknown key {where}; {_did_you_mean(str(location[-1]), owner.model_fields)}"
        case "string_pattern_mismatch":
            return f"{where} is not well-formed; {_pattern_hint(str(location[-1]))}"
        case "string_too_short":
            return f"{where} is empty; write something or remove it"
        case "string_too_long":
            return f"{where} is longer than {context['max_length']} characters; shorten it"
        case "too_short":
            if context["min_length"] == 1:
                return f"{where} is empty; add an item"
            return f"{where} needs at least {context['min_length']} items; add more"
        case "tuple_type" | "list_type":
            return f"{where} is a list; write [one, two] or a line with '- ' for each"
        case "string_type":
            return f"{where} is text; write one line (in quotation marks if it has a colon)"
        case "model_type" | "model_attributes_type":
            return f"{where} is a mapping; write its keys, each with a colon"
        case "int_type":
            return f"{where} is a whole number; write it in digits"
        case "greater_than_equal" | "less_than_equal":
            return f"{where} is out of range; {_range_hint(str(location[-1]))}"
        case "bool_parsing" | "bool_type":
            return f"{where} is either true or false; write one of them"
        case "enum":
            return f"{where} is not known; choose {context['expected']}"
        case "value_error":
            return f"{where} {context['error']}"
        case kind if kind.startswith("date"):
            return f"{where} is a date; write it as 2022-02-07"
        case _:
            return f"{where}: {detail['msg']}"


def _owner(model: type[Entry] | None, location: tuple[int | str, ...]) -> type[Entry]:
    nested = _NESTED.get(str(location[0])) if len(location) > 1 else None
    return nested or model or KnowledgeFile


def _where(location: tuple[int | str, ...]) -> str:
    """What a message calls the thing at `location`; it counts from 1, as people do."""
    if not location:
        return "it"
    path = "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in location)
    return quoted(path.removeprefix(".")) if isinstance(location[0], str) else f"item {path}"


def _did_you_mean(word: str, known: Iterable[str]) -> str:
    names = list(known)
    best = process.extractOne(word, names, scorer=fuzz.ratio, processor=str.lower, score_cutoff=60)
    return f"did you mean '{best[0]}'?" if best else f"known are {', '.join(names)}"


def _pattern_hint(field_name: str) -> str:
    if field_name == "date":
        return "write 2022, 2022-02 or 2022-02-07"
    return "use lower-case letters, digits and single hyphens, such as kiss-takes"


def _range_hint(field_name: str) -> str:
    if field_name == "spoiler":
        return "0 is none, 1 to 12 the episode of season 1, 13 season 2"
    return "it is too large or too small"


assert set(_MODELS) == set(get_args(EntryKind))
