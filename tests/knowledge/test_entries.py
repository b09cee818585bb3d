"""What can be wrong among entries and files, and how all of it is told."""

from __future__ import annotations

import pytest

from .conftest import Problems
from .entries import QUOTE, fact


@pytest.mark.parametrize("part", ["facts", "quotes", "people"])
def test_an_id_stands_for_one_entry_over_all_files(part: str, problems: Problems) -> None:
    entry = {
        "facts": fact("spoiler: s1e1"),
        "quotes": f"{QUOTE}, kind: verbatim, speaker_name: A}}",
        "people": "people:\n- {id: a, name: A, kind: crew}",
    }[part]
    noun = {"facts": "fact", "quotes": "quote", "people": "person"}[part]
    [problem] = problems({"a.yaml": entry, "b.yaml": f"\n{entry}"})
    assert problem == f"b.yaml:3:8: {noun} id 'a' is taken (at a.yaml:2:3); choose another"


def test_a_fact_and_a_quote_may_share_an_id(problems: Problems) -> None:
    quoted = f"{QUOTE}, kind: verbatim, speaker_name: A}}"
    assert problems({"a.yaml": fact("spoiler: s1e1"), "b.yaml": quoted}) == []


def test_all_problems_of_a_folder_are_told_at_once_errors_first(problems: Problems) -> None:
    found = problems({
        "a.yaml": "facts:\n- {id: a, question: q, answer: b, people: [kim]}",
        "b.yaml": "people: [{id: kim}]",
        "c.yaml": "facts: [",
        "d.yml": "",
    })  # fmt: skip
    assert [line.split(":")[0] for line in found] == [
        "b.yaml",
        "b.yaml",
        "c.yaml",
        "a.yaml",
        "d.yml",
    ]
    assert ["warning" in line for line in found] == [False, False, False, True, True]


def test_what_a_message_repeats_stays_on_one_line_and_short(problems: Problems) -> None:
    long = '"' + "a\\n\\e[31m\\u202e" * 30 + '"'
    twice = f"- {{id: {long}}}\n- {{? {long}, ? {long}}}"
    found = problems(f"? {long}\n: 1\nfacts:\n- id: {long}\n  ? {long}\n  : 2\n{twice}")
    assert len(found) > 8
    assert all(line.isprintable() for line in found)
    assert max(map(len, found)) < 400
    assert "a.yaml:1:3: unknown key 'a\\n\\x1b[31m\\u202e" in found[0]
