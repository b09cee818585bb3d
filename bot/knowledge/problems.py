"""What is wrong in a knowledge file: where, what, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["MOST_TOLD", "Place", "Problem", "Problems", "Severity", "escaped", "number_of",
           "quoted"]  # fmt: skip

_LONGEST_QUOTED = 80
"""As long as an id may be."""

MOST_TOLD = 1000
"""Problems of each severity that are told one by one. Nobody mends more before the next look, and
words for half a million of them would take longer than reading the files."""

MOST_COUNTED = 20_000
"""Errors beyond those from which the rest of a list is no longer looked at."""


def escaped(text: str) -> str:
    """`text` on one line, with `\\x1b` and the like for what cannot be seen."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def quoted(text: str) -> str:
    """What a message repeats from a file: escaped, shortened and in quotation marks."""
    shown = escaped(text[: _LONGEST_QUOTED + 1])
    return f"'{shown[:_LONGEST_QUOTED]}…'" if len(shown) > _LONGEST_QUOTED else f"'{shown}'"


class Severity(StrEnum):
    """How grave a problem is, the gravest first.

    An error keeps knowledge from being loaded, and nothing else does. A warning is a doubt about
    the files themselves. Advice is what the matcher makes of them, which another fit of its weights
    may turn, and what was true some time ago.
    """

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in a file; line and column count from 1, and 0 stands for the file as a whole."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{escaped(self.path)}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend."""

    place: Place
    message: str
    severity: Severity = Severity.ERROR
    stands_for: int = 1
    """How many there are, where one problem counts those that are not told one by one."""

    def __str__(self) -> str:
        """The problem on one line, the way compilers and editors write it."""
        prefix = "" if self.severity is Severity.ERROR else f"{self.severity}: "
        return f"{self.place}: {prefix}{self.message}"


def number_of(problems: Iterable[Problem]) -> int:
    """How many problems these are, with those that are only counted."""
    return sum(problem.stands_for for problem in problems)


_NONE = Place(""), 0


class Problems:
    """Gathers problems: of each severity the first thousand, and the number of all others.

    Finding words for a problem costs more than finding the problem, so whoever may find very many
    asks `is_full` first, and then only counts them.
    """

    def __init__(self, problems: Iterable[Problem] = ()) -> None:
        self._told: dict[Severity, dict[Problem, None]] = {severity: {} for severity in Severity}
        self._rest: dict[Severity, tuple[Place, int]] = {}
        self.extend(problems)

    def __bool__(self) -> bool:
        return any(self._told.values())

    def is_full(self, severity: Severity = Severity.ERROR) -> bool:
        """Whether further problems of this severity are only counted."""
        return len(self._told[severity]) >= MOST_TOLD

    def is_hopeless(self) -> bool:
        """Whether there are so many errors that the exact number tells nobody anything."""
        return self._rest.get(Severity.ERROR, _NONE)[1] >= MOST_COUNTED

    def has(self, severity: Severity) -> bool:
        """Whether there is a problem of this severity."""
        return bool(self._told[severity])

    def add(self, problem: Problem) -> None:
        """Take in a problem; the same one counts once."""
        told = self._told[problem.severity]
        if problem.stands_for > 1 or (problem not in told and self.is_full(problem.severity)):
            self.count(problem.place, problem.severity, problem.stands_for)
        else:
            told[problem] = None

    def extend(self, problems: Iterable[Problem]) -> None:
        """Take in several problems."""
        for problem in problems:
            self.add(problem)

    def count(self, place: Place, severity: Severity = Severity.ERROR, number: int = 1) -> None:
        """Take in so many problems, the first at `place`, of which nothing more is told."""
        first, before = self._rest.get(severity, (place, 0))
        self._rest[severity] = first, before + number

    def sorted(self) -> tuple[Problem, ...]:
        """The gravest first, each sort in the order of the files, and last what is only counted."""
        found: list[Problem] = []
        for severity in Severity:
            found += sorted(self._told[severity], key=lambda p: (p.place, p.message))
            if severity in self._rest:
                place, number = self._rest[severity]
                message = f"and {number} more from here on; mend those above first"
                found.append(Problem(place, message, severity, number))
        return tuple(found)
