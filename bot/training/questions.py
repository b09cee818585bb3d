"""Labelled questions: what people ask, and which facts answer it.

Each set was written by hand and cut in two halves. One half is what the ranking is fitted on and
stands in `questions/`; the other is what is reported, and stands in `tests/evaluation/`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

__all__ = ["FITTING", "Answerable", "LookUp", "Questions", "Unanswerable", "read_questions"]

FITTING = tuple(sorted((Path(__file__).parent / "questions").glob("*.yaml")))
"""The files with the questions that may be fitted on."""


@dataclass(frozen=True, slots=True)
class Answerable:
    """A question, how it is put, and the facts of which any one answers it."""

    text: str
    style: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unanswerable:
    """A question that no fact answers, and how near it comes to one."""

    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class LookUp:
    """What somebody types to find a person, and whom it may mean."""

    who: str
    expected: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Questions:
    """A labelled set."""

    answerable: tuple[Answerable, ...]
    unanswerable: tuple[Unanswerable, ...]
    people: tuple[LookUp, ...]


def read_questions(path: Path) -> Questions:
    """Read a labelled set; the layout is explained at the top of each file.

    Raises OSError, yaml.YAMLError, or KeyError for an entry that lacks something.
    """
    data: dict[str, list[Any]] = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return Questions(
        tuple(
            Answerable(q["q"], q["style"], tuple(q["facts"])) for q in data.get("answerable", [])
        ),
        tuple(Unanswerable(q["q"], q["kind"]) for q in data.get("unanswerable", [])),
        tuple(LookUp(q["who"], tuple(q["expect"])) for q in data.get("people", [])),
    )
