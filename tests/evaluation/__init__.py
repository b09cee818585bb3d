"""Labelled questions: one half to fit the ranking on, the other to report."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

__all__ = ["FIT", "REPORT", "Answerable", "LookUp", "Questions", "Unanswerable", "read_questions"]

FIT = Path(__file__).parent / "fit.yaml"
REPORT = Path(__file__).parent / "report.yaml"


@dataclass(frozen=True)
class Answerable:
    """A question, how it is put, and the facts of which any one answers it."""

    text: str
    style: str
    facts: tuple[str, ...]


@dataclass(frozen=True)
class Unanswerable:
    """A question that no fact answers, and how near it comes to one."""

    text: str
    kind: str


@dataclass(frozen=True)
class LookUp:
    """What somebody types to find a person, and whom it may mean."""

    who: str
    expected: tuple[str, ...]


@dataclass(frozen=True)
class Questions:
    """A labelled set."""

    answerable: tuple[Answerable, ...]
    unanswerable: tuple[Unanswerable, ...]
    people: tuple[LookUp, ...]


def read_questions(path: Path) -> Questions:
    """Read a labelled set; the layout is explained at the top of each file."""
    data: dict[str, list[Any]] = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return Questions(
        tuple(Answerable(q["q"], q["style"], tuple(q["facts"])) for q in data["answerable"]),
        tuple(Unanswerable(q["q"], q["kind"]) for q in data["unanswerable"]),
        tuple(LookUp(q["who"], tuple(q["expect"])) for q in data.get("people", [])),
    )
