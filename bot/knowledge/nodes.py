"""YAML text to nodes that know their places.

Built on the parser's events instead of `yaml.load`: every scalar stays the string it is in the
file, duplicate keys, anchors and tags are refused, and since each event returns to Python, a
thread that reads a large file leaves room for the event loop (the C loader holds the
interpreter lock for the whole file).
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import cast

import yaml

from bot.knowledge.problems import Place, Problem, escaped, quoted

__all__ = ["MAX_BYTES", "MAX_DEPTH", "MAX_NODES", "Node", "parse"]

MAX_BYTES = 8 * 1024 * 1024
"""A file's size; ten thousand facts are about five megabytes."""

MAX_DEPTH = 8
"""Nesting; the schema itself needs five levels."""

MAX_NODES = 500_000
"""Keys and values in a file; one as large as a file may be has about half of that."""

_INVISIBLE = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""What YAML does not allow, and the line ends that only YAML and few editors know."""

_SHOWN_INVISIBLE = 20
"""Invisible characters told of in one file; a file with more is not text at all."""

_TOO_DEEP = f"nested more than {MAX_DEPTH} levels deep; flatten it"

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Node:
    """A scalar (`str`), a sequence (`list`) or a mapping (`dict`) and where it begins."""

    value: str | list[Node] | dict[str, Node]
    place: Place
    key_places: dict[str, Place] = field(default_factory=dict[str, Place])

    def plain(self) -> object:
        """The same as plain Python values, every scalar a string."""
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        return self.value

    def find(self, path: tuple[str | int, ...]) -> Place:
        """The place of what `path` leads to, or of the nearest thing above it that is there."""
        node = self
        place = node.place
        for step in path:
            if isinstance(node.value, dict) and isinstance(step, str) and step in node.value:
                place = node.key_places[step]
                node = node.value[step]
            elif isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
                node = node.value[step]
                place = node.place
            else:
                break
        return place


class _Refused(Exception):
    """The text cannot be composed; carries the problems."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(problems[0].message)
        self.problems = problems


def parse(data: bytes, path: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """Compose one YAML document from `data`.

    Returns the root node (None when the text cannot be understood at all) and the problems.
    Never raises, whatever the bytes are.
    """
    if len(data) > MAX_BYTES:
        message = f"file is larger than {MAX_BYTES // 2**20} MiB; split it into several files"
        return None, (Problem(Place(path), message),)
    text = ""
    try:
        text = _decode(data, path)
        composer = _Composer(path)
        events = cast("Iterator[yaml.Event]", yaml.parse(text, Loader=_Loader))  # pyright: ignore[reportUnknownMemberType]
        root = composer.compose(events)
    except _Refused as refused:
        return None, refused.problems
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # the last two without libyaml
        return None, (_from_yaml(error, text, path),)
    return root, tuple(composer.problems)


def _decode(data: bytes, path: str) -> str:
    data = data.removeprefix(codecs.BOM_UTF8)
    nul = data.find(b"\x00")
    if nul >= 0:
        raise _Refused(Problem(_place_after(data[:nul], path), "NUL byte; save as plain UTF-8"))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        place = _place_after(data[: error.start], path)
        raise _Refused(Problem(place, "not valid UTF-8; save the file as UTF-8")) from error
    invisible = tuple(
        Problem(_place_after(text[: found.start()].encode(), path), _invisible(found[0]))
        for found in islice(_INVISIBLE.finditer(text), _SHOWN_INVISIBLE)
    )
    if invisible:
        raise _Refused(*invisible)
    if not text.strip():
        message = "file is empty; add 'facts:', 'people:' or 'quotes:', or delete the file"
        raise _Refused(Problem(Place(path, 1, 1), message))
    return text


def _place_after(before: bytes, path: str) -> Place:
    lines = re.split(r"\r\n|\r|\n", before.decode("utf-8", errors="replace"))
    return Place(path, len(lines), len(lines[-1]) + 1)


def _invisible(character: str) -> str:
    return f"invisible character U+{ord(character):04X}; remove it"


def _from_yaml(error: Exception, text: str, path: str) -> Problem:
    """The parser's own complaint, with its place and a hint."""
    if isinstance(error, yaml.MarkedYAMLError):
        mark = error.problem_mark or error.context_mark
        place = Place(path, mark.line + 1, mark.column + 1) if mark else Place(path, 1, 1)
        context = error.context or ""
        if error.context_mark and mark and error.context_mark.line != mark.line:
            context += f" begun on line {error.context_mark.line + 1}"
        what = " ".join(part for part in (context, error.problem) if part)
        if "nesting depth" in what:  # libyaml has a limit of its own and may be the first to refuse
            return Problem(place, _TOO_DEEP)
        hint = _hint(what, text[mark.index : mark.index + 1] if mark else "")
        return Problem(place, f"not valid YAML: {escaped(what)}; {hint}")
    return Problem(Place(path, 1, 1), f"not valid YAML: {escaped(str(error))}; mend the file")


def _hint(what: str, character: str) -> str:
    if character == "\t":
        return "indent with spaces, not with tabs"
    if "cannot start any token" in what:
        return f"put text that begins with {quoted(character)} in quotation marks"
    if "mapping values are not allowed" in what:
        return "put text that has a colon in it in quotation marks"
    return "check the indentation and quotation marks here and on the line above"


class _Composer:
    """Builds nodes from parser events, with an explicit limit on depth and number."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self._count = 0

    def compose(self, events: Iterator[yaml.Event]) -> Node:
        root: Node | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    raise self._refuse(event, "second document; keep one document in a file")
            elif isinstance(event, yaml.NodeEvent):
                root = self._node(event, events, depth=1)
        if root is None:
            message = "file holds comments only; add 'facts:', 'people:' or 'quotes:'"
            raise _Refused(Problem(Place(self.path, 1, 1), message))
        return root

    def _node(self, event: yaml.NodeEvent, events: Iterator[yaml.Event], depth: int) -> Node:
        self._guard(event, depth)
        place = self._place(event)
        if isinstance(event, yaml.ScalarEvent):
            return Node(event.value, place)
        if isinstance(event, yaml.SequenceStartEvent):
            return Node(self._sequence(events, depth), place)
        node = Node({}, place)
        self._mapping(node, events, depth)
        return node

    def _sequence(self, events: Iterator[yaml.Event], depth: int) -> list[Node]:
        items: list[Node] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            assert isinstance(event, yaml.NodeEvent)
            items.append(self._node(event, events, depth + 1))
        return items

    def _mapping(self, node: Node, events: Iterator[yaml.Event], depth: int) -> None:
        assert isinstance(node.value, dict)
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            assert isinstance(event, yaml.NodeEvent)
            self._guard(event, depth)
            if not isinstance(event, yaml.ScalarEvent):
                raise self._refuse(event, "a key must be a plain word; put it in quotation marks")
            key, place = event.value, self._place(event)
            value = next(events)
            assert isinstance(value, yaml.NodeEvent)
            child = self._node(value, events, depth + 1)
            if key == "<<":
                message = "YAML merge keys (<<) are not used here; write the keys out"
                self.problems.append(Problem(place, message))
                continue
            if key in node.value:
                first = node.key_places[key].line
                message = f"key {quoted(key)} stands here twice (first on line {first}); keep one"
                self.problems.append(Problem(place, message))
                continue
            node.value[key] = child
            node.key_places[key] = place

    def _guard(self, event: yaml.NodeEvent, depth: int) -> None:
        self._count += 1
        if depth > MAX_DEPTH:
            raise self._refuse(event, _TOO_DEEP)
        if self._count > MAX_NODES:
            raise self._refuse(event, f"more than {MAX_NODES} values; split the file")
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            hint = "write the value out, or put it in quotation marks if it is text"
            raise self._refuse(
                event, f"YAML anchors and aliases (& and *) are not used here; {hint}"
            )
        if getattr(event, "tag", None) not in {None, "!"}:
            hint = "remove it, or put the value in quotation marks if it is text"
            raise self._refuse(event, f"YAML tags (!) are not used here; {hint}")

    def _place(self, event: yaml.Event) -> Place:
        return Place(self.path, event.start_mark.line + 1, event.start_mark.column + 1)

    def _refuse(self, event: yaml.Event, message: str) -> _Refused:
        return _Refused(Problem(self._place(event), message))
