"""YAML text to nodes that know their places.

Built on the parser's events instead of `yaml.load`: every scalar stays the string it is in the
file, duplicate keys, anchors and tags are refused, and since each event returns to Python, a
thread that reads a large file leaves room for the event loop (the C loader holds the
interpreter lock for the whole file).
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby, islice
from typing import cast

import yaml

from bot.knowledge.lines import places_of
from bot.knowledge.problems import Place, Problem, Problems, Severity, escaped, quoted

__all__ = ["MAX_BYTES", "MAX_DEPTH", "MAX_NODES", "Node", "parse"]

MAX_BYTES = 8 * 1024 * 1024
"""A file's size; ten thousand facts are about five megabytes."""

MAX_DEPTH = 8
"""Nesting; the schema itself needs five levels."""

MAX_NODES = 250_000
"""Keys and values in a file; twelve thousand facts have about as many. Reading so many takes two
seconds at most, whatever they are."""

_INVISIBLE = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""What YAML does not allow, and the line ends that only YAML and few editors know."""

_SHOWN_INVISIBLE = 20
"""Invisible characters told of in one file; a file with more is not text at all."""

_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?=[ \r\n]|\Z)", re.MULTILINE)
"""What Git leaves on a line of its own where two versions do not go together."""

_CUT = re.compile(r"(?![ \t]+#[ \t]*ok:)(?: #|[ \t]+#[^\s#])")
"""A comment behind text that may have been meant as a part of it: `joked that #1 was`. One that is
meant as a comment has two spaces before it and one behind its `#`, or is an explanation."""

_CURLY = re.compile(r"[“”][^“”]*(?:[“”]?$)|‘.*’$", re.DOTALL)
"""Text that begins with a curly quotation mark which ends nowhere, or at the end of the text."""

_CURLY_BEGINNING = re.compile(r"(?:[:,\[{-]|^)[ \t]*[“”‘]")
"""A curly quotation mark where YAML would have a straight one."""

MOST_ACCENTS = 30
"""Marks on one letter, as many as Unicode's Stream-Safe Text Format allows: sorting them, as the
normal form has it, takes time by the square of their number."""

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


def parse(data: bytes, path: str, problems: Problems) -> Node | None:
    """Compose one YAML document from `data`; what is wrong with it goes to `problems`.

    Returns the root node, or None when the text cannot be understood at all. Never raises,
    whatever the bytes are.
    """
    if len(data) > MAX_BYTES:
        message = f"file is larger than {MAX_BYTES // 2**20} MiB; split it into several files"
        problems.add(Problem(Place(path), message))
        return None
    text = ""
    try:
        text = _decode(data, path)
        events = cast("Iterator[yaml.Event]", yaml.parse(text, Loader=_Loader))  # pyright: ignore[reportUnknownMemberType]
        return _Composer(text, path, problems).compose(events)
    except _Refused as refused:
        problems.extend(refused.problems)
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # the last two without libyaml
        problems.add(_from_yaml(error, text, path))
    return None


def _decode(data: bytes, path: str) -> str:
    data = data.removeprefix(codecs.BOM_UTF8)
    nul = data.find(b"\x00")
    if nul >= 0:
        raise _Refused(Problem(_end_of(data[:nul], path), "NUL byte; save as plain UTF-8"))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        place = _end_of(data[: error.start], path)
        raise _Refused(Problem(place, "not valid UTF-8; save the file as UTF-8")) from error
    invisible = [f.start() for f in islice(_INVISIBLE.finditer(text), _SHOWN_INVISIBLE)]
    if invisible:
        places = zip(invisible, places_of(invisible, text, path), strict=True)
        raise _Refused(*(Problem(place, _invisible(text[index])) for index, place in places))
    conflict = _CONFLICT.search(text)
    if conflict:
        (place,) = places_of([conflict.start()], text, path)
        message = "a Git conflict; keep one of the two versions, and remove the lines that begin "
        raise _Refused(Problem(place, f"{message}with <<<<<<<, ======= and >>>>>>>"))
    if not text.strip():
        message = "file is empty; add 'facts:', 'people:' or 'quotes:', or delete the file"
        raise _Refused(Problem(Place(path, 1, 1), message))
    return text


def _end_of(before: bytes, path: str) -> Place:
    text = before.decode("utf-8", errors="replace")
    (place,) = places_of([len(text)], text, path)
    return place


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
        hint = _hint(what, text, mark.index if mark else 0)
        return Problem(place, f"not valid YAML: {escaped(what)}; {hint}")
    return Problem(Place(path, 1, 1), f"not valid YAML: {escaped(str(error))}; mend the file")


def _hint(what: str, text: str, index: int) -> str:
    character = text[index : index + 1]
    line = text[text.rfind("\n", 0, index) + 1 : index]
    if _CURLY_BEGINNING.search(line):
        return 'put text in straight quotation marks ("); curly ones are a part of it'
    if character == "\t":
        return "indent with spaces, not with tabs"
    if "cannot start any token" in what:
        return f"put text that begins with {quoted(character)} in quotation marks"
    if "mapping values are not allowed" in what:
        return "put text that has a colon in it in quotation marks"
    return "check the indentation and quotation marks here and on the line above"


class _Composer:
    """Builds nodes from parser events, with an explicit limit on depth and number."""

    def __init__(self, text: str, path: str, problems: Problems) -> None:
        self.path = path
        self._text = text
        self._is_ascii = text.isascii()
        self._problems = problems
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
            if not event.style:
                self._look_at_plain(event, place)
            return Node(self._normalised(event.value, place), place)
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
            place = self._place(event)
            key = self._normalised(event.value, place)
            value = next(events)
            assert isinstance(value, yaml.NodeEvent)
            child = self._node(value, events, depth + 1)
            if key == "<<":
                message = "YAML merge keys (<<) are not used here; write the keys out"
                self._problems.add(Problem(place, message))
                continue
            if key in node.value:
                first = node.key_places[key].line
                message = f"key {quoted(key)} stands here twice (first on line {first}); keep one"
                self._problems.add(Problem(place, message))
                continue
            node.value[key] = child
            node.key_places[key] = place

    def _look_at_plain(self, event: yaml.ScalarEvent, place: Place) -> None:
        """Warn of text without quotation marks that YAML may read otherwise than it was meant."""
        if self._problems.is_full(Severity.WARNING):
            return
        if event.end_mark.line > event.start_mark.line:
            goes_on = f"this text goes on to line {event.end_mark.line + 1}"
            self._warn(place, f"{goes_on}; write it on one line, or in quotation marks")
        if _CUT.match(self._text, event.end_mark.index):
            cut = "what stands behind ' #' is a comment and not read"
            self._warn(place, f"{cut}; put the text in quotation marks, or two spaces before '# '")
        if not self._is_ascii and _CURLY.match(event.value):
            curly = "curly quotation marks are a part of the text"
            self._warn(place, f'{curly}; write straight ones (") around it, or none')

    def _warn(self, place: Place, message: str) -> None:
        self._problems.add(Problem(place, message, Severity.WARNING))

    def _normalised(self, text: str, place: Place) -> str:
        """`text` in the normal form C, whatever system it was saved on."""
        if self._is_ascii or unicodedata.is_normalized("NFC", text):
            return text
        runs = groupby(text, key=lambda character: unicodedata.combining(character) > 0)
        if any(is_marks and sum(1 for _ in run) > MOST_ACCENTS for is_marks, run in runs):
            message = f"more than {MOST_ACCENTS} accents on one letter; remove them"
            raise _Refused(Problem(place, message))
        return unicodedata.normalize("NFC", text)

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
