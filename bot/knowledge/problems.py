"""What is wrong in a knowledge file: where, what, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Place", "Problem", "Severity", "escaped", "quoted", "sort_problems"]

_LONGEST_QUOTED = 80
"""As long as an id may be."""


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
    may turn.
    """

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


_GRAVITY = {severity: number for number, severity in enumerate(Severity)}


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

    def __str__(self) -> str:
        """The problem on one line, the way compilers and editors write it."""
        prefix = "" if self.severity is Severity.ERROR else f"{self.severity}: "
        return f"{self.place}: {prefix}{self.message}"


def sort_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The gravest first, each sort in the order of the files; the same problem only once."""
    unique = dict.fromkeys(problems)
    return tuple(sorted(unique, key=lambda p: (_GRAVITY[p.severity], p.place, p.message)))
