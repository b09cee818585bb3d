"""Knowledge files to documents, and a document to the one file that the bot writes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, cast

import yaml

from bot.curation.edits import Document, Json, Key
from bot.knowledge.collecting import KINDS, Collector
from bot.knowledge.fields import Entry
from bot.knowledge.problems import Problem, Severity
from bot.knowledge.schema import EntryKind, Fact, FactEntry, Knowledge

__all__ = ["ENTRY_SECTIONS", "as_data", "from_files", "from_knowledge", "to_yaml"]

ENTRY_SECTIONS: tuple[EntryKind, ...] = KINDS
"""Sections that hold entries."""
_LISTS = ("synonyms", "contrasts", "fates", "states")
_ORDER = ("removed", "show", "people", "facts", "phrasings", "quotes", *_LISTS, "lexicon")
"""The sections of a file in the order in which people read them."""

_NOTHING: dict[str, list[Json]] = {"facts": []}
"""An empty file would be taken for a mistake."""

_APART = set(Fact.model_fields) - set(FactEntry.model_fields)
"""What a fact in force has besides, which stands elsewhere or is made."""

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ,.'()/-]*")
"""Text that looks the same with and without quotation marks, and that no editor trips over."""


def from_files(
    files: Iterable[tuple[str, bytes]],
) -> tuple[dict[Key, Json] | None, tuple[Problem, ...]]:
    """What files hold, given as (path, content), and what is wrong; no document for an error.

    Only what can be seen of these files alone: whether ids are known is for who knows the layers.
    """
    collector = Collector()
    for path, data in files:
        collector.add_file(path, data)
    problems = collector.problems.sorted()
    if collector.problems.has(Severity.ERROR):
        return None, problems
    return dict(_keyed(collector)), problems


def from_knowledge(knowledge: Knowledge) -> dict[Key, Json]:
    """Everything that is known, as it would stand in one file."""
    document: dict[Key, Json] = {}
    show = knowledge.show.model_dump(mode="json", exclude_unset=True)
    document |= {("show", name): value for name, value in show.items()}
    document |= {("people", person.id): as_data(person) for person in knowledge.people.values()}
    for fact in knowledge.facts.values():
        document["facts", fact.id] = as_data(fact)
        document |= {("phrasings", fact.id, text): text for text in fact.further}
    document |= {("quotes", quote.id): as_data(quote) for quote in knowledge.quotes.values()}
    lists = (
        ("synonyms", knowledge.synonyms),
        ("contrasts", knowledge.contrasts),
        ("fates", sorted(knowledge.fates)),
        ("states", sorted(knowledge.states)),
    )
    for section, values in lists:
        document |= {_list_key(section, _plain(value)): _plain(value) for value in values}
    document |= {("lexicon", word): " ".join(meant) for word, meant in knowledge.lexicon.items()}
    return document


def as_data(entry: Entry) -> dict[str, Json]:
    """An entry as it is written: what is not given is left out, and what is apart from it."""
    data = entry.model_dump(mode="json", exclude_defaults=True, exclude=_APART)
    return cast("dict[str, Json]", data)


def to_yaml(document: Document, heading: str = "") -> bytes:
    """A knowledge file that holds the document, beneath a comment; UTF-8.

    Raises ValueError where a text in it would not come out of the file again as it went in.
    """
    comment = "".join(f"# {line}\n" for line in heading.splitlines())
    body = yaml.dump(
        _nested(document) or _NOTHING,
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=False,
        width=10**9,
    )
    data = f"{comment}{body}".encode()
    again, problems = from_files([("", data)])
    if again != document:
        raise ValueError(problems[0].message if problems else "a text would be read otherwise")
    return data


def _keyed(collector: Collector) -> Iterator[tuple[Key, Json]]:
    for item in collector.items["removed"]:
        yield ("removed", item.value), item.value
    if collector.show is not None:
        show = collector.show.model_dump(mode="json", exclude_unset=True)
        yield from ((("show", name), value) for name, value in show.items())
    for kind in KINDS:
        for entry_id, entry in collector.entries[kind].items():
            yield (kind, entry_id), as_data(entry)
    for item in collector.items["phrasings"]:
        yield from ((("phrasings", item.key, text), text) for text in item.value)
    for section in _LISTS:
        for item in collector.items[section]:
            value = _plain(item.value)
            yield _list_key(section, value), value
    for item in collector.items["lexicon"]:
        yield ("lexicon", item.key), item.value


def _list_key(section: str, value: Json) -> Key:
    return section, json.dumps(value, ensure_ascii=False)


def _plain(value: object) -> Json:
    """Tuples, however deep, as lists; all else is text."""
    if isinstance(value, tuple):
        return [_plain(one) for one in cast("tuple[object, ...]", value)]
    return str(value)


def _nested(document: Document) -> dict[str, Any]:
    """The document as it stands in a file."""
    sections: dict[str, Any] = {}
    for section in _ORDER:
        own = [(key[1:], value) for key, value in document.items() if key[0] == section]
        if not own:
            continue
        if section == "phrasings":
            phrasings: dict[str, list[Json]] = {}
            for (fact_id, _), text in own:
                phrasings.setdefault(fact_id, []).append(text)
            sections[section] = phrasings
        elif section in {"show", "lexicon"}:
            sections[section] = {name: value for (name,), value in own}
        else:
            sections[section] = [value for _, value in own]
    return sections


class _Dumper(yaml.SafeDumper):
    """Writes what this house's reader, people and every editor read alike."""

    def ignore_aliases(self, data: Any) -> bool:
        """Write everything out: anchors are not used here."""
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Set lists in beneath their key."""
        super().increase_indent(flow, False)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = None if _PLAIN.fullmatch(text) else '"'
    return yaml.ScalarNode("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)
