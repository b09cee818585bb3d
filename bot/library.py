"""The knowledge in force: one snapshot, swapped whole, so that nobody sees half of a reload."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel

from bot.knowledge.layers import Layer
from bot.knowledge.problems import Problem
from bot.knowledge.reader import read_layers
from bot.knowledge.schema import EntryKind, Knowledge
from bot.matching.matcher import Matcher
from bot.matching.sentences import load_encoder
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
    """The knowledge has errors; `problems` tells all of them, with their places."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        number = "1 problem" if len(problems) == 1 else f"{len(problems)} problems, first"
        super().__init__(f"the knowledge has {number}: {problems[0]}")
        self.problems = problems


def load_snapshot(layers: Sequence[Layer], sentences: Path | None = None) -> Snapshot:
    """Read `layers`, the later over the earlier, check them and build the index.

    What sentences mean is kept in the file `sentences`, so that it is computed once.

    Raises LoadError when there is an error in any file.
    """
    reading = read_layers(layers)
    if reading.knowledge is None:
        raise LoadError(reading.errors)
    matcher = Matcher.build(reading.knowledge, load_encoder(sentences))
    quotes = QuoteBook(reading.knowledge, matcher.names, matcher.analyser)
    now = dt.datetime.now(dt.UTC)
    return Snapshot(reading.knowledge, matcher, quotes, reading.problems, now)


@dataclass(frozen=True, slots=True)
class Changes:
    """Ids that a reload added, changed and removed, each as `facts/kiss-takes`.

    With several layers each id has behind it the one it comes from, as `facts/kiss-takes
    (community)`. What has no ids counts as changed as a whole: `show`, `synonyms` and the like.
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

    def __init__(self, layers: Sequence[Layer], sentences: Path | None = None) -> None:
        """Load `layers`; raises LoadError for errors in them: there is nothing to fall back on.

        What their sentences mean is kept in the file `sentences`, if one is given.
        """
        self.layers = tuple(layers)
        self._sentences = sentences
        self.current = load_snapshot(self.layers, sentences)
        self._reloading = threading.Lock()

    def reload(self) -> Reloaded:
        """Load the layers anew and put them in force, all or nothing; a second call waits.

        Blocks for as long as reading and building take, so an event loop calls it in a thread.
        """
        with self._reloading:
            try:
                snapshot = load_snapshot(self.layers, self._sentences)
            except LoadError as error:
                return Reloaded(None, error.problems)
            snapshot.matcher.warm()
            changes = compare(self.current.knowledge, snapshot.knowledge)
            self.current = snapshot
            return Reloaded(changes, snapshot.warnings)


_KINDS: tuple[EntryKind, ...] = ("facts", "quotes", "people")
_WITHOUT_IDS = ("show", "synonyms", "contrasts", "lexicon", "fates", "states")


def compare(before: Knowledge, after: Knowledge) -> Changes:
    """What differs between two states of knowledge, by id."""
    added: list[str] = []
    changed: list[str] = []
    removed: list[str] = []
    for kind in _KINDS:
        old: Mapping[str, BaseModel] = getattr(before, kind)
        new: Mapping[str, BaseModel] = getattr(after, kind)
        now = {key: f"{kind}/{key}{after.origin(kind, key)}" for key in new}
        added += (name for key, name in now.items() if key not in old)
        changed += (name for key, name in now.items() if key in old and new[key] != old[key])
        removed += (f"{kind}/{key}{before.origin(kind, key)}" for key in old if key not in new)
    changed += (name for name in _WITHOUT_IDS if getattr(before, name) != getattr(after, name))
    return Changes(tuple(added), tuple(changed), tuple(removed))
