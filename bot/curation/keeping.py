"""The layer that the bot itself writes: one file, its history beside it, and nothing ever lost.

A change is first written down in the history, then the file is replaced. Each of the two is whole
or not there, so after a crash the file is either the version before the change (then the last
record never came true, and is dropped) or the one with it. If it is neither, somebody has changed
it by hand: that becomes a change of its own, with the file kept as they left it.
"""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from bot.curation.documents import from_files, to_yaml
from bot.curation.edits import Document, Edit, applied, differences
from bot.curation.files import tidy, write_whole
from bot.curation.history import SOMEBODY, Author, Change, Why, read_history, record
from bot.knowledge.problems import Place, Problem

__all__ = ["FILE", "Broken", "ByHand", "KeptLayer", "Version"]

FILE = "moderators.yaml"
"""The one file that the bot writes."""

_HISTORY = "history"
_HEADING = (
    "What moderators changed with /facts in Discord. The bot writes this file anew with each "
    "change;\nbetter put what you write by hand into a file of your own in another folder."
)

Now = Callable[[], dt.datetime]


class Broken(Exception):
    """The layer cannot be read or written; `problems` say where and what to do."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(str(problems[0]))
        self.problems = tuple(problems)


class ByHand(Exception):
    """Somebody has changed the file by hand; `change` tells what, and is in the history now."""

    def __init__(self, change: Change) -> None:
        super().__init__("the file has been changed by hand")
        self.change = change


@dataclass(frozen=True, slots=True)
class Version:
    """The layer as it is now."""

    document: Document
    digest: str
    """Of the file; empty while there is none."""
    changes: tuple[Change, ...]
    """All that led to it, the oldest first."""


class KeptLayer:
    """One folder; safe in any number of threads, for one process at a time."""

    def __init__(self, folder: Path, now: Now = lambda: dt.datetime.now(dt.UTC)) -> None:
        """Keep the layer in `folder`, which is made with the first change."""
        self.path = folder / FILE
        self._folder = folder
        self._history = folder / _HISTORY
        self._now = now
        self._lock = threading.Lock()
        self._version: Version | None = None

    def read(self) -> Version:
        """The layer as it is; raises Broken, and ByHand once where somebody else has changed it."""
        with self._lock:
            return self._read()

    def commit(
        self, edits: Sequence[Edit], by: Author, why: Why, undoes: Sequence[int] = ()
    ) -> Change:
        """Make these edits, all or none, and return them as a change of the history.

        Raises Stale where the layer is not as the edits expect, ByHand where somebody has changed
        it outside of the bot since it was last looked at, and Broken.
        """
        with self._lock:
            version = self._read()
            document = applied(version.document, edits)
            data = self._written(document)
            change = Change(
                number=_next(version),
                at=self._now(),
                by=by,
                why=why,
                edits=tuple(edits),
                before=version.digest,
                after=_digest(data),
                undoes=tuple(undoes),
            )
            try:
                self._history.mkdir(parents=True, exist_ok=True)
                record(self._history, change)
                write_whole(self.path, data)
            except OSError as error:
                self._version = None
                raise Broken([_unwritable(self.path, error)]) from error
            self._version = Version(document, change.after, (*version.changes, change))
            return change

    def _written(self, document: Document) -> bytes:
        try:
            return to_yaml(document, _HEADING)
        except (ValueError, UnicodeError) as error:
            message = f"this cannot be written: {error}; write it in other characters"
            raise Broken([Problem(Place(str(self.path)), message)]) from error

    def _read(self) -> Version:
        data = self._content()
        digest = _digest(data) if data is not None else ""
        if self._version is None:
            tidy(self._folder)
            tidy(self._history)
            self._version = self._recovered(digest, data)
        elif self._version.digest == digest:
            return self._version
        if self._version.digest != digest:
            raise ByHand(self._adopt(self._version, digest, data))
        return self._version

    def _recovered(self, digest: str, data: bytes | None) -> Version:
        """What the history and the file tell together, when both are looked at for the first time.

        The version that the history ends with, which may not be the file's.
        """
        try:
            changes = read_history(self._history)
            if changes and changes[-1].after != digest and changes[-1].before == digest:
                path = self._history / f"{changes.pop().number:06}.json"
                path.replace(path.with_suffix(".never-made"))
        except (OSError, ValueError) as error:
            message = f"the history cannot be read: {error}; mend or move that file"
            raise Broken([Problem(Place(str(self._history)), message)]) from error
        if not changes or changes[-1].after == digest:
            known = digest if changes or data is None else ""
            return Version(self._understood(data) if known else {}, known, tuple(changes))
        document: Document = {}
        for change in changes:
            document = applied(document, change.edits)
        return Version(document, changes[-1].after, tuple(changes))

    def _adopt(self, version: Version, digest: str, data: bytes | None) -> Change:
        """Take what somebody did by hand into the history; the file stays as they left it."""
        document = self._understood(data)
        change = Change(
            number=_next(version),
            at=self._now(),
            by=SOMEBODY,
            why=Why.BY_HAND,
            edits=differences(version.document, document),
            before=version.digest,
            after=digest,
        )
        try:
            self._history.mkdir(parents=True, exist_ok=True)
            if data is not None:
                write_whole(self._history / f"{change.number:06}-by-hand.yaml", data)
            record(self._history, change)
        except OSError as error:
            raise Broken([_unwritable(self._history, error)]) from error
        self._version = Version(document, digest, (*version.changes, change))
        return change

    def _understood(self, data: bytes | None) -> Document:
        if data is None:
            return {}
        document, problems = from_files([(str(self.path), data)])
        if document is None:
            raise Broken(problems)
        return document

    def _content(self) -> bytes | None:
        try:
            return self.path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            reason = error.strerror or "cannot be read"
            message = f"{reason}; mend or remove the file"
            raise Broken([Problem(Place(str(self.path)), message)]) from error


def _next(version: Version) -> int:
    return version.changes[-1].number + 1 if version.changes else 1


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()


def _unwritable(path: Path, error: OSError) -> Problem:
    reason = error.strerror or "cannot be written"
    return Problem(Place(str(path)), f"{reason}; make room, or let me write there, and try again")
