"""Comments that say why a warning is right: `# ok: why`, on its line or on one just above.

An error cannot be explained.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.knowledge.lines import places_of
from bot.knowledge.problems import Problem, Severity

__all__ = ["Explanations"]

_EXPLANATION = re.compile(r"(?:^|(?<=\s))#[ \t]*ok:[ \t]*[^\s]", re.MULTILINE)


class Explanations:
    """The lines of which a comment says that what stands there is meant to be so."""

    def __init__(self) -> None:
        self._lines: set[tuple[str, int]] = set()

    def add_file(self, path: str, data: bytes) -> None:
        """Take in the comments of a file of this content."""
        if b"ok:" not in data:
            return
        text = data.decode("utf-8", errors="replace").removeprefix("\ufeff")
        found = [match.start() for match in _EXPLANATION.finditer(text)]
        for index, place in zip(found, places_of(found, text, path), strict=True):
            self._lines.add((path, place.line))
            if not text[index - place.column + 1 : index].strip():  # it has a line of its own
                self._lines.add((path, place.line + 1))

    def update(self, others: Explanations) -> None:
        """Take in those of `others` too."""
        self._lines |= others._lines

    def explain(self, problem: Problem) -> bool:
        """Whether a comment says why this problem is none; never of an error."""
        if problem.severity is Severity.ERROR:
            return False
        return (problem.place.path, problem.place.line) in self._lines

    def split(self, problems: Iterable[Problem]) -> tuple[list[Problem], list[Problem]]:
        """The problems that no comment explains, and those that one does."""
        left: list[Problem] = []
        explained: list[Problem] = []
        for problem in problems:
            (explained if self.explain(problem) else left).append(problem)
        return left, explained
