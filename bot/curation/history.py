"""The history of a layer: each change with who, when and why, and all that it takes to undo it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from bot.curation.edits import Edit, Json, inverse
from bot.curation.files import write_whole

__all__ = [
    "SOMEBODY",
    "Author",
    "Change",
    "Why",
    "back_to",
    "last_to_undo",
    "read_history",
    "record",
]

_SUFFIX = ".json"


class Why(StrEnum):
    """What brought a change about."""

    ADD = "add"
    EDIT = "edit"
    REMOVE = "remove"
    IMPORT = "import"
    PHRASING = "phrasing"
    UNDO = "undo"
    BY_HAND = "by hand"


@dataclass(frozen=True, slots=True)
class Author:
    """Who changed something."""

    id: int
    """The number of their account."""
    name: str


SOMEBODY = Author(0, "somebody")
"""Who changed a file by hand."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change, complete: applied to the version before it, its edits bring about the next."""

    number: int
    """Counted from 1 on."""
    at: dt.datetime
    by: Author
    why: Why
    edits: tuple[Edit, ...]
    before: str
    """The digest of the file before it."""
    after: str
    """The digest of the file with it."""
    undoes: tuple[int, ...] = ()
    """The numbers of the changes that it takes back."""


def record(folder: Path, change: Change) -> None:
    """Write a change down; raises OSError."""
    data = json.dumps(_as_json(change), ensure_ascii=False, indent=1).encode()
    write_whole(folder / f"{change.number:06}{_SUFFIX}", data)


def read_history(folder: Path) -> list[Change]:
    """All changes that are written down in a folder, the oldest first.

    Raises OSError, and ValueError for a file that nobody but a human can have written so.
    """
    if not folder.is_dir():
        return []
    changes = [_read(path) for path in sorted(folder.glob(f"*{_SUFFIX}"))]
    return sorted(changes, key=lambda change: change.number)


def back_to(changes: Sequence[Change], number: int) -> tuple[Edit, ...]:
    """What takes back the change of this number and all after it."""
    return tuple(
        edit
        for change in reversed(changes)
        if change.number >= number
        for edit in inverse(change.edits)
    )


def last_to_undo(changes: Iterable[Change]) -> Change | None:
    """The newest change that takes nothing back, and that is not taken back itself."""
    undone: set[int] = set()
    for change in reversed(list(changes)):
        if change.number in undone:
            continue
        if not change.undoes:
            return change
        undone.update(change.undoes)
    return None


def _read(path: Path) -> Change:
    try:
        data: dict[str, Any] = json.loads(path.read_bytes())
        return Change(
            number=int(data["number"]),
            at=dt.datetime.fromisoformat(data["at"]),
            by=Author(int(data["by"]["id"]), str(data["by"]["name"])),
            why=Why(data["why"]),
            edits=tuple(_edit(one) for one in data["edits"]),
            before=str(data["before"]),
            after=str(data["after"]),
            undoes=tuple(map(int, data["undoes"])),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"{path}: no record of a change") from error


def _edit(data: dict[str, Any]) -> Edit:
    return Edit(tuple(map(str, data["key"])), data["before"], data["after"], data["beneath"])


def _as_json(change: Change) -> Json:
    edits: list[Json] = [
        {
            "key": [*edit.key],
            "before": edit.before,
            "after": edit.after,
            "beneath": edit.beneath,
        }
        for edit in change.edits
    ]
    return {
        "number": change.number,
        "at": change.at.isoformat(),
        "by": {"id": change.by.id, "name": change.by.name},
        "why": change.why.value,
        "undoes": [*change.undoes],
        "before": change.before,
        "after": change.after,
        "edits": edits,
    }
