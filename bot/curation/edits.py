"""What a layer holds, as a flat document, and how one differs from another.

Everything that can be changed on its own has a key of its own: an entry, one phrasing of a fact, an
id that is taken away. So a change is a set of edits that can be turned round, and two changes get
in each other's way only where they touch the same thing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

__all__ = [
    "Document",
    "Edit",
    "Json",
    "Key",
    "Stale",
    "applied",
    "differences",
    "inverse",
    "name_of",
]

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"
"""What JSON can say; None stands for nothing at all."""

Key: TypeAlias = tuple[str, ...]
"""Such as `("facts", "kiss-takes")`, `("phrasings", "kiss-takes", "how many tries")`."""

Document: TypeAlias = Mapping[Key, Json]


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing that is added (nothing before), changed, or taken away (nothing after)."""

    key: Key
    before: Json
    after: Json
    beneath: Json = None
    """What counts where this layer has nothing, for whoever reads the difference."""

    @property
    def shown(self) -> tuple[Json, Json]:
        """What counts before and after."""
        before = self.beneath if self.before is None else self.before
        return before, self.beneath if self.after is None else self.after


class Stale(Exception):
    """What was to be changed has become something else meanwhile; `edit` is what does not fit."""

    def __init__(self, edit: Edit) -> None:
        super().__init__(f"{name_of(edit.key)} has been changed meanwhile")
        self.edit = edit


def differences(before: Document, after: Document) -> tuple[Edit, ...]:
    """What has to be done to get from one document to another."""
    keys = dict.fromkeys((*before, *after))
    edits = (Edit(key, before.get(key), after.get(key)) for key in keys)
    return tuple(edit for edit in edits if edit.before != edit.after)


def applied(document: Document, edits: Iterable[Edit]) -> dict[Key, Json]:
    """The document with these edits; raises Stale where it is not as one of them expects."""
    after = dict(document)
    for edit in edits:
        if after.get(edit.key) != edit.before:
            raise Stale(edit)
        if edit.after is None:
            after.pop(edit.key, None)
        else:
            after[edit.key] = edit.after
    return after


def inverse(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """What takes these edits back, the last one first."""
    turned = [Edit(edit.key, edit.after, edit.before, edit.beneath) for edit in edits]
    return tuple(reversed(turned))


def name_of(key: Key) -> str:
    """What people call a thing: `facts/kiss-takes`, `a phrasing of facts/kiss-takes`."""
    match key:
        case ("phrasings", fact_id, _):
            return f"a phrasing of facts/{fact_id}"
        case ("removed", entry_id):
            return f"the removal of {entry_id}"
        case ("facts" | "people" | "quotes" | "show" | "lexicon" as section, part):
            return f"{section}/{part}"
        case _:
            return key[0]
