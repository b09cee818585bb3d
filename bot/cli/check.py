"""`check`: everything that is to be mended in a facts folder."""

from __future__ import annotations

from argparse import Namespace

from bot.cli import streams
from bot.cli.failure import BAD_KNOWLEDGE
from bot.cli.opening import facts_folder
from bot.cli.text import one_line
from bot.knowledge.problems import Problem, Severity
from bot.knowledge.reader import Reading, read_folder
from bot.knowledge.schema import Knowledge

__all__ = ["check"]


def check(arguments: Namespace) -> int:
    """Write every problem on a line of its own; a warning counts as one too."""
    reading = read_folder(facts_folder(arguments))
    for problem in reading.problems:
        if arguments.json:
            streams.write_json(_as_json(problem))
        else:
            print(one_line(str(problem)))
    streams.complain(_summary(reading))
    return BAD_KNOWLEDGE if reading.problems else 0


def _as_json(problem: Problem) -> dict[str, object]:
    return {
        "path": problem.place.path,
        "line": problem.place.line,
        "column": problem.place.column,
        "severity": problem.severity.value,
        "message": problem.message,
    }


def _summary(reading: Reading) -> str:
    errors = len(reading.errors)
    warnings = len(reading.problems) - errors
    found = f"{_count(errors, Severity.ERROR)}, {_count(warnings, Severity.WARNING)}"
    return f"{_contents(reading.knowledge)}: {found}." if reading.knowledge else f"{found}."


def _contents(knowledge: Knowledge) -> str:
    phrasings = sum(len(fact.phrasings) for fact in knowledge.facts.values())
    return ", ".join(
        (
            _count(len(knowledge.facts), "fact"),
            _count(len(knowledge.quotes), "quote"),
            _count(len(knowledge.people), "person", "people"),
            _count(phrasings, "phrasing"),
        )
    )


def _count(number: int, noun: str, plural: str | None = None) -> str:
    return f"{number} {noun if number == 1 else plural or f'{noun}s'}"
