"""Phrasings apart from their facts, and the other keys that are no entries."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.knowledge.problems import Place
from bot.knowledge.reader import Reading, read_folder

from .conftest import Problems, table, write

SOURCES = "sources: [{title: t, url: 'https://example.org/a'}]"
FACT = f"facts:\n- {{id: a, question: q, aliases: [one, two], answer: b, {SOURCES}}}\n"


def test_a_fact_is_asked_by_question_aliases_and_then_what_stands_apart(tmp_path: Path) -> None:
    (tmp_path / "phrasings").mkdir()
    apart = "phrasings:\n  a:\n  - three\n  - 4\n"
    write(tmp_path, {"z.yaml": FACT, "phrasings/a.yaml": apart})
    reading = read_folder(tmp_path)
    assert reading.knowledge is not None, reading.problems
    fact = reading.knowledge.facts["a"]
    assert fact.aliases == ("one", "two")
    assert fact.phrasings == ("q", "one", "two", "three", "4")
    fact_file, apart_file = str(tmp_path / "z.yaml"), str(tmp_path / "phrasings" / "a.yaml")
    assert [reading.places.of_phrasing("a", number) for number in (0, 2, 4)] == [
        Place(fact_file, 2, 11),
        Place(fact_file, 2, 39),
        Place(apart_file, 4, 5),
    ]


def test_the_folder_of_phrasings_is_read_like_the_one_above(
    tmp_path: Path, problems: Problems
) -> None:
    (tmp_path / "phrasings").mkdir()
    found = problems({"a.yaml": FACT, "phrasings/a.yml": "", "phrasings/b.yaml": ""})
    assert found[0].startswith("phrasings/b.yaml:1:1: file is empty; ")
    assert found[1].startswith("phrasings/a.yml:0:0: warning: file is not read; ")


@pytest.mark.parametrize(
    ("content", "problem"),
    table({
        "list": ("phrasings: [a]", "3:12: 'phrasings' is a mapping; write a fact's id with a "
                                   "colon, and its phrasings beneath"),
        "no such fact": ("phrasings: {ab: [x]}",
                         "3:13: phrasings: no fact has the id 'ab'; did you mean 'a'?"),
        "text": ("phrasings: {a: x}", "3:16: phrasings of 'a': it is a list; "
                                      "write [one, two] or a line with '- ' for each"),
        "none": ("phrasings: {a: []}", "3:16: phrasings of 'a': it is empty; add an item"),
        "blank": ("phrasings: {a: [x, ' ']}",
                  "3:20: phrasings of 'a': item [2] is empty; write something or remove it"),
        "long": (f"phrasings: {{a: [{'x' * 201}]}}", "3:17: phrasings of 'a': item [1] is longer "
                                                     "than 200 characters; shorten it"),
        "twice": ("phrasings: {a: [x], a: [y]}",
                  "3:21: key 'a' stands here twice (first on line 3); keep one"),
        "list as lexicon": ("lexicon: [a]", "3:10: 'lexicon' is a mapping; write the beginning of "
                                            "a word, a colon and English words"),
        "list of words": ("lexicon: {절비: [hambie]}",
                          "3:15: lexicon of '절비': it is text; write one line (in quotation marks "
                          "if it has a colon)"),
        "fates in one line": ("fates: die", "3:8: 'fates' is a list; begin each fate with '- '"),
        "nothing to remove": ("removed: [zzzz]",
                              "3:11: removed: no earlier layer has the id 'zzzz'; take it off "
                              "the list"),
        "removed in words": ("removed: [The fact]",
                             "3:11: id: it is not well-formed; use lower-case letters, digits and "
                             "single hyphens, such as kiss-takes"),
    }),
)  # fmt: skip
def test_what_is_refused(content: str, problem: str, problems: Problems) -> None:
    assert problems(f"{FACT}{content}") == [f"a.yaml:{problem}"]


def test_phrasings_of_a_fact_in_a_broken_file_are_not_called_lost(problems: Problems) -> None:
    found = problems({"a.yaml": "phrasings: {a: [x]}", "b.yaml": "facts: ["})
    assert [line.split(":")[0] for line in found] == ["b.yaml"]


def test_phrasings_of_a_fact_with_an_error_are_not_called_lost(problems: Problems) -> None:
    (problem,) = problems("facts: [{id: a, question: q}]\nphrasings: {a: [x]}")
    assert "'answer' is missing" in problem


def test_words_of_the_fandom(reading: Callable[[str], Reading]) -> None:
    read = reading(
        "lexicon: {절비: hambie, 지우학: all of us}\nfates: [Turned, hambie]\nstates: [Bitten]"
    )
    assert read.knowledge is not None, read.problems
    assert read.knowledge.lexicon == {"절비": ("hambie",), "지우학": ("all", "of", "us")}
    assert read.knowledge.fates == {"turned", "hambie"}
    assert read.knowledge.states == {"bitten"}
