"""`check`: everything that is to be mended in the knowledge files."""

from __future__ import annotations

import datetime as dt
import gc
from argparse import Namespace

from bot.cli import streams
from bot.cli.failure import BAD_KNOWLEDGE
from bot.cli.opening import open_settings
from bot.curation.lint import ASKED, Checked, check_layers
from bot.knowledge.problems import Problem, Severity, number_of
from bot.knowledge.schema import Knowledge
from bot.text import one_line

__all__ = ["check"]


def check(arguments: Namespace) -> int:
    """Write every problem that no `# ok:` explains, on a line of its own.

    The exit code tells of errors; with `--strict` of warnings too; never of advice.
    """
    gc.disable()  # nothing of it is ever dropped, and looking for that takes a fifth of the time
    asked = None if arguments.thorough else ASKED
    settings = open_settings(arguments)
    today = dt.datetime.now(dt.UTC).date()
    checked = check_layers(
        settings.facts_dir,
        asked=asked,
        stale_before=today - dt.timedelta(days=settings.stale_after_days),
        tell=streams.progress,
    )
    streams.progress("")
    for problem in checked.problems:
        if arguments.json:
            streams.write_json(_as_json(problem))
        else:
            streams.write(one_line(str(problem)))
    for override in checked.overrides:
        streams.complain(one_line(str(override)))
    streams.complain(_summary(checked))
    if checked.asked < _phrasings(checked.knowledge):
        streams.complain(f"Asked {checked.asked} phrasings for advice; --thorough asks all.")
    wrong = checked.of(Severity.ERROR)
    if arguments.strict:
        wrong += checked.of(Severity.WARNING)
    return BAD_KNOWLEDGE if wrong else 0


def _as_json(problem: Problem) -> dict[str, object]:
    return {
        "path": problem.place.path,
        "line": problem.place.line,
        "column": problem.place.column,
        "severity": problem.severity.value,
        "message": problem.message,
    }


def _summary(checked: Checked) -> str:
    counts = [
        _count(checked.number(Severity.ERROR), "error"),
        _count(checked.number(Severity.WARNING), "warning"),
        f"{checked.number(Severity.ADVICE)} advice",
    ]
    if checked.explained:
        counts.append(f"{number_of(checked.explained)} explained")
    found = ", ".join(counts)
    return f"{_contents(checked.knowledge)}: {found}." if checked.knowledge else f"{found}."


def _contents(knowledge: Knowledge) -> str:
    return ", ".join(
        (
            _count(len(knowledge.facts), "fact"),
            _count(len(knowledge.quotes), "quote"),
            _count(len(knowledge.people), "person", "people"),
            _count(_phrasings(knowledge), "phrasing"),
        )
    )


def _phrasings(knowledge: Knowledge | None) -> int:
    return sum(len(fact.phrasings) for fact in knowledge.facts.values()) if knowledge else 0


def _count(number: int, noun: str, plural: str | None = None) -> str:
    return f"{number} {noun if number == 1 else plural or f'{noun}s'}"
