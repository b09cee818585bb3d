"""The knowledge in force: one snapshot, swapped whole, so that nobody sees half of a reload."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel

from bot.knowledge.problems import Problem
from bot.knowledge.reader import read_folder
from bot.knowledge.schema import Knowledge
from bot.matching.matcher import Matcher
from bot.quotes import QuoteBook

__all__ = ["Changes", "Library", "LoadError", "Reloaded", "Snapshot", "load_snapshot"]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Knowledge and everything built from it; never changed after it is made."""

    knowledge: Knowledge
    matcher: Matcher
    quotes: QuoteBook
    warnings: tuple[Problem, ...]
    loaded_at: dt.datetime


class LoadError(Exception):
    """The facts folder has errors; `problems` tells all of them, with their places."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        number = "1 problem" if len(problems) == 1 else f"{len(problems)} problems, first"
        super().__init__(f"the knowledge has {number}: {problems[0]}")
        self.problems = problems


def load_snapshot(folder: Path) -> Snapshot:
    """Read `folder`, check it and build the index.

    Raises LoadError when there is an error in any file.
    """
    reading = read_folder(folder)
    if reading.knowledge is None:
        raise LoadError(reading.errors)
    matcher = Matcher.build(reading.knowledge)
    quotes = QuoteBook(reading.knowledge, matcher.names, matcher.analyser)
    now = dt.datetime.now(dt.UTC)
    return Snapshot(reading.knowledge, matcher, quotes, reading.problems, now)


@dataclass(frozen=True, slots=True)
class Changes:
    """Ids that a reload added, changed and removed, each as `facts/kiss-takes`.

    Groups have no ids: `synonyms` and `contrasts` count as changed as a whole.
    """

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


@dataclass(frozen=True, slots=True)
class Reloaded:
    """The outcome of a reload: what changed, or the errors that kept everything as it was."""

    changes: Changes | None
    problems: tuple[Problem, ...]


class Library:
    """Holds the snapshot in force. `current` is one reference and may be read from any thread."""

    def __init__(self, folder: Path) -> None:
        """Load `folder`; raises LoadError when it has errors: there is nothing to fall back on."""
        self.folder = folder
        self.current = load_snapshot(folder)
        self._reloading = threading.Lock()

    def reload(self) -> Reloaded:
        """Load the folder anew and put it in force, all or nothing; a second call waits.

        Blocks for as long as reading and building take, so an event loop calls it in a thread.
        """
        with self._reloading:
            try:
                snapshot = load_snapshot(self.folder)
            except LoadError as error:
                return Reloaded(None, error.problems)
            snapshot.matcher.warm()
            changes = compare(self.current.knowledge, snapshot.knowledge)
            self.current = snapshot
            return Reloaded(changes, snapshot.warnings)


def compare(before: Knowledge, after: Knowledge) -> Changes:
    """What differs between two states of knowledge, by id."""
    added: list[str] = []
    changed: list[str] = []
    removed: list[str] = []
    for kind in ("facts", "quotes", "people"):
        old: Mapping[str, BaseModel] = getattr(before, kind)
        new: Mapping[str, BaseModel] = getattr(after, kind)
        added += (f"{kind}/{key}" for key in new if key not in old)
        changed += (f"{kind}/{key}" for key in new if key in old and new[key] != old[key])
        removed += (f"{kind}/{key}" for key in old if key not in new)
    changed += (
        name for name in ("synonyms", "contrasts") if getattr(before, name) != getattr(after, name)
    )
    return Changes(tuple(added), tuple(changed), tuple(removed))
