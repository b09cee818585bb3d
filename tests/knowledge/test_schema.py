"""`facts/schema.json`: up to date, and of use to an editor."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.knowledge.json_schema import SCHEMA_NAME, file_schema
from bot.knowledge.reader import read_files
from bot.knowledge.schema import KnowledgeFile
from bot.knowledge.show import Show

FACTS = Path(__file__).resolve().parents[2] / "facts"
COMMAND = "python -m bot.knowledge.json_schema > facts/schema.json"


def _shipped_show() -> Show:
    knowledge = read_files([("show.yaml", (FACTS / "show.yaml").read_bytes())]).knowledge
    assert knowledge is not None
    return knowledge.show


SHOW = _shipped_show()


def test_the_file_is_what_the_types_say() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot.knowledge.json_schema", str(FACTS)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.endswith("}\n")
    stored = (FACTS / SCHEMA_NAME).read_text(encoding="utf-8")
    assert stored == done.stdout, f"facts/schema.json is stale; run: {COMMAND}"


def test_every_field_is_described() -> None:
    schema = file_schema(SHOW)
    entries = [schema, *(part for part in schema["$defs"].values() if "properties" in part)]
    fields = [(name, field) for entry in entries for name, field in entry["properties"].items()]
    assert len(fields) > 40
    assert [name for name, field in fields if not field.get("description")] == []


class _EditorLoader(yaml.CSafeLoader):
    """YAML 1.2 as editors read it: there are no dates, and `no` is a word."""


_EditorLoader.yaml_implicit_resolvers = {}
for tag, pattern in (
    ("null", r"~|null|"),
    ("bool", r"true|false"),
    ("int", r"[-+]?[0-9]+"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"),
):
    _EditorLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(f"^({pattern})$"), None
    )


def complaints(text: str) -> list[str]:
    """What an editor would underline in a knowledge file."""
    root = file_schema(SHOW)
    return list(_complaints(yaml.load(text, Loader=_EditorLoader), root, root, "file"))


_TYPES: dict[str, Any] = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "integer": int,
    "number": (int, float),
}


def _is(value: object, name: str) -> bool:
    if isinstance(value, bool):
        return name == "boolean"
    return isinstance(value, _TYPES[name])


def _complaints(value: Any, schema: dict[str, Any], root: dict[str, Any], at: str) -> Iterator[str]:
    """JSON Schema as far as ours goes; fails on a keyword that it does not know."""
    for word, rule in schema.items():
        match word:
            case "$ref":
                target = root["$defs"][rule.removeprefix("#/$defs/")]
                yield from _complaints(value, target, root, at)
            case "type":
                if not any(
                    _is(value, name) for name in ([rule] if isinstance(rule, str) else rule)
                ):
                    yield f"{at}: not {rule}"
            case "enum":
                if value not in rule:
                    yield f"{at}: not one of {rule}"
            case "oneOf":
                if sum(not list(_complaints(value, part, root, at)) for part in rule) != 1:
                    yield f"{at}: not exactly one of {rule}"
            case "properties":
                for name in rule.keys() & (value if isinstance(value, dict) else {}):
                    yield from _complaints(value[name], rule[name], root, f"{at}.{name}")
            case "additionalProperties":
                known = schema.get("properties", {})
                for key in value if isinstance(value, dict) else ():
                    if rule is False and key not in known:
                        yield f"{at}: unknown {key}"
                    elif rule is not False:
                        yield from _complaints(value[key], rule, root, f"{at}.{key}")
            case "patternProperties":
                ((pattern, inner),) = rule.items()
                for key in value if isinstance(value, dict) else ():
                    if re.search(pattern, key):
                        yield from _complaints(value[key], inner, root, f"{at}.{key}")
            case "required":
                if isinstance(value, dict):
                    yield from (f"{at}: no {key}" for key in rule if key not in value)
            case "items":
                if isinstance(value, list):
                    for item in value:
                        yield from _complaints(item, rule, root, at)
            case "minItems" | "minLength":
                if isinstance(value, list if word == "minItems" else str) and len(value) < rule:
                    yield f"{at}: too short"
            case "maxLength":
                if isinstance(value, str) and len(value) > rule:
                    yield f"{at}: too long"
            case "minimum" | "maximum":
                low = word == "minimum"
                if _is(value, "number") and (value < rule if low else value > rule):
                    yield f"{at}: out of range"
            case "pattern":
                if isinstance(value, str) and not re.search(rule, value):
                    yield f"{at}: not {rule}"
            case _:
                assert word in {"$defs", "$schema", "title", "description", "default", "format"}, (
                    word
                )


FACT = "facts:\n- {id: a, question: How many?, answer: Seventeen., spoiler: s1e7}\n"
SOURCE = "{title: t, url: 'https://example.org/a', date: 2022}"
QUOTE = f"quotes:\n- {{id: a, kind: verbatim, text: Hi, sources: [{SOURCE}]"


@pytest.mark.parametrize(
    "good",
    [
        FACT,
        "facts: []",
        "facts:\n- {id: a, question: What year?, answer: 2022, key: [2022], as_of: 2022-02-07}",
        f"{QUOTE}, speaker: kim}}",
        f"{QUOTE}, speaker_name: A student, translated: true}}",
        f"people:\n- {{id: a, name: 7, kind: crew, sources: [{SOURCE}]}}",
        "facts:\n- {id: a, question: q, answer: b, label: Takes, related: [b]}",
        "people:\n- {id: a, name: 7, kind: crew, born: 1999, works: [Def (2017)], about: c}",
        "synonyms:\n- [take, try]\ncontrasts:\n- [[boy], [girl, woman]]",
    ],
)
def test_an_editor_accepts(good: str) -> None:
    assert complaints(good) == []


@pytest.mark.parametrize(
    ("bad", "complaint"),
    [
        ("fact: []", "file: unknown fact"),
        ("facts: {id: a}", "file.facts: not array"),
        (FACT.replace("answer:", "awnser:"), "file.facts: unknown awnser"),
        (FACT.replace("answer:", "awnser:"), "file.facts: no answer"),
        (FACT.replace("Seventeen.", "~"), "file.facts.answer: not ['string', 'number', 'boolean']"),
        (FACT.replace("How many?", "''"), "file.facts.question: too short"),
        (FACT.replace("How many?", "q" * 201), "file.facts.question: too long"),
        (FACT.replace("id: a", f"id: a, label: {'a' * 39}"), "file.facts.label: too long"),
        ("people:\n- {id: a, name: b, kind: crew, born: May}", "file.people.born: not ^"),
        (FACT.replace("id: a", "id: A a"), "file.facts.id: not ^[a-z0-9]+(-[a-z0-9]+)*$"),
        (FACT.replace("s1e7}", "s3}"), "file.facts.spoiler: not exactly one of "),
        (FACT.replace("s1e7}", "7}"), "file.facts.spoiler: not exactly one of "),
        (f"{QUOTE}}}", "file.quotes: not exactly one of "),
        (f"{QUOTE}, speaker: kim, speaker_name: Kim}}", "file.quotes: not exactly one of "),
        (
            f"{QUOTE}, speaker: kim}}".replace("https", "javascript"),
            "file.quotes.sources.url: not ",
        ),
        (f"{QUOTE}, speaker: kim}}".replace("verbatim", "said"), "file.quotes.kind: not one of "),
        ("synonyms:\n- [take]", "file.synonyms: too short"),
    ],
)
def test_an_editor_underlines(bad: str, complaint: str) -> None:
    assert any(found.startswith(complaint) for found in complaints(bad)), complaints(bad)


@pytest.mark.parametrize("path", sorted(FACTS.rglob("*.yaml")), ids=lambda path: path.stem)
def test_an_editor_underlines_nothing_in_the_shipped_files(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    schema = os.path.relpath(FACTS / SCHEMA_NAME, path.parent)
    assert text.startswith(f"# yaml-language-server: $schema={schema}\n")
    assert complaints(text) == []


def test_the_types_and_the_schema_know_the_same_keys() -> None:
    assert file_schema(SHOW)["properties"].keys() == KnowledgeFile.model_fields.keys()
