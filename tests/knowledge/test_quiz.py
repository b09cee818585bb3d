"""Quiz entries: apart from their facts, and as good as those of their own layer."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.knowledge.layers import Layer
from bot.knowledge.problems import Place
from bot.knowledge.reader import read_folder, read_layers

from .conftest import Problems, table, write

SOURCES = "sources: [{title: t, url: 'https://example.org/a'}]"
FACT = f"facts:\n- {{id: a, question: q, answer: b, {SOURCES}}}\n"
ENTRY = "{right: 17, wrong: [9, 12, 21], difficulty: 1, accept: [seventeen]}"


def test_an_entry_stands_apart_in_a_folder_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "quiz").mkdir()
    write(tmp_path, {"z.yaml": FACT, "quiz/a.yaml": f"quiz:\n  a: {ENTRY}\n"})
    reading = read_folder(tmp_path)
    assert reading.knowledge is not None, reading.problems
    entry = reading.knowledge.facts["a"].quiz
    assert entry is not None
    assert (entry.right, entry.wrong, entry.difficulty) == ("17", ("9", "12", "21"), 1)
    assert (entry.ask, entry.accept, entry.choices_only) == (None, ("seventeen",), False)
    file = str(tmp_path / "quiz" / "a.yaml")
    assert reading.places.of_quiz("a", "wrong", 1) == Place(file, 2, 29)


@pytest.mark.parametrize(
    ("content", "problem"),
    table({
        "list": ("quiz: [a]", "3:7: 'quiz' is a mapping; write a fact's id with a colon, and its "
                              "quiz question beneath"),
        "no such fact": (f"quiz: {{ab: {ENTRY}}}",
                         "3:8: quiz: no fact has the id 'ab'; did you mean 'a'?"),
        "text": ("quiz: {a: x}", "3:11: quiz of 'a': it is a mapping; write its keys, each with a "
                                 "colon"),
        "no answer": ("quiz: {a: {wrong: [b], difficulty: 1}}",
                      "3:11: quiz of 'a': 'right' is missing; add it"),
        "nothing wrong": ("quiz: {a: {right: a, wrong: [], difficulty: 1}}",
                          "3:22: quiz of 'a': 'wrong' is empty; add an item"),
        "long": (f"quiz: {{a: {{right: {'x' * 61}, wrong: [b], difficulty: 1}}}}",
                 "3:12: quiz of 'a': 'right' is longer than 60 characters; shorten it"),
        "too hard": ("quiz: {a: {right: a, wrong: [b], difficulty: 4}}",
                     "3:34: quiz of 'a': 'difficulty' is out of range; it is too large or too "
                     "small"),
        "in words": ("quiz: {a: {right: a, wrong: [b], difficulty: hard}}",
                     "3:34: quiz of 'a': 'difficulty' is a whole number; write it in digits"),
        "strange key": ("quiz: {a: {right: a, wrong: [b], difficulty: 1, asks: c}}",
                        "3:49: quiz of 'a': unknown key 'asks'; did you mean 'ask'?"),
    }),
)  # fmt: skip
def test_what_is_refused(content: str, problem: str, problems: Problems) -> None:
    assert problems(f"{FACT}{content}") == [f"a.yaml:{problem}"]


def test_an_entry_stands_once_in_a_layer(problems: Problems) -> None:
    (problem,) = problems(
        {"a.yaml": f"{FACT}quiz: {{a: {ENTRY}}}", "b.yaml": f"quiz: {{a: {ENTRY}}}"}
    )
    assert problem.endswith("quiz of 'a' stands here again (first at a.yaml:3:8); keep one")


@pytest.mark.parametrize(
    ("own", "right"),
    [
        ("quiz: {a: {right: 18, wrong: [9], difficulty: 2}}", "18"),
        (FACT, None),  # the answer may be another now
        (f"{FACT}quiz: {{a: {{right: 18, wrong: [9], difficulty: 2}}}}", "18"),
        ("facts: []", "17"),
    ],
)
def test_a_later_layer_replaces_an_entry_and_drops_that_of_a_fact_it_replaces(
    tmp_path: Path, own: str, right: str | None
) -> None:
    layers: list[Layer] = []
    for name, content in (("shipped", f"{FACT}quiz: {{a: {ENTRY}}}"), ("own", own)):
        (tmp_path / name).mkdir()
        write(tmp_path / name, {"a.yaml": content})
        layers.append(Layer(name, tmp_path / name))
    reading = read_layers(layers)
    assert reading.knowledge is not None, reading.problems
    entry = reading.knowledge.facts["a"].quiz
    assert (entry and entry.right) == right


def test_an_entry_goes_with_its_fact(tmp_path: Path) -> None:
    layers: list[Layer] = []
    contents = {"shipped": f"{FACT}quiz: {{a: {ENTRY}}}", "own": f"removed: [a]\n{FACT}"}
    for name, content in contents.items():
        (tmp_path / name).mkdir()
        write(tmp_path / name, {"a.yaml": content})
        layers.append(Layer(name, tmp_path / name))
    knowledge = read_layers(layers).knowledge
    assert knowledge is not None
    assert knowledge.facts["a"].quiz is None
