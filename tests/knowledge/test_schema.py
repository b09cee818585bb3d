"""`facts/schema.json`: up to date, and of use to an editor."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

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


VALIDATOR = Draft202012Validator(file_schema(SHOW))


def complaints(text: str) -> list[str]:
    """What an editor would underline in a knowledge file, each as place, rule, and what it is."""
    found = VALIDATOR.iter_errors(yaml.load(text, Loader=_EditorLoader))
    return [f"{error.json_path} {error.validator}: {error.message}" for error in found]


def test_the_schema_is_one() -> None:
    VALIDATOR.check_schema(file_schema(SHOW))


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
        "synonyms:\n- [take, try]\ncontrasts:\n- [[boy], [girl, woman]]",
    ],
)
def test_an_editor_accepts(good: str) -> None:
    assert complaints(good) == []


@pytest.mark.parametrize(
    ("bad", "complaint"),
    [
        ("fact: []", "$ additionalProperties: "),
        ("facts: {id: a}", "$.facts type: "),
        (FACT.replace("answer:", "awnser:"), "$.facts[0] additionalProperties: "),
        (FACT.replace("answer:", "awnser:"), "$.facts[0] required: 'answer'"),
        (FACT.replace("Seventeen.", "~"), "$.facts[0].answer type: "),
        (FACT.replace("How many?", "''"), "$.facts[0].question minLength: "),
        (FACT.replace("How many?", "q" * 201), "$.facts[0].question maxLength: "),
        (FACT.replace("id: a", "id: A a"), "$.facts[0].id pattern: "),
        (FACT.replace("s1e7}", "s3}"), "$.facts[0].spoiler oneOf: "),
        (FACT.replace("s1e7}", "7}"), "$.facts[0].spoiler oneOf: "),
        (f"{QUOTE}}}", "$.quotes[0] oneOf: "),
        (f"{QUOTE}, speaker: kim, speaker_name: Kim}}", "$.quotes[0] oneOf: "),
        (
            f"{QUOTE}, speaker: kim}}".replace("https", "javascript"),
            "$.quotes[0].sources[0].url pattern: ",
        ),
        (f"{QUOTE}, speaker: kim}}".replace("verbatim", "said"), "$.quotes[0].kind enum: "),
        ("synonyms:\n- [take]", "$.synonyms[0] minItems: "),
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
