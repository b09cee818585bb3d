"""What a component does, written into its custom id, so that it outlives the process that sent it.

A custom id is `hyosan:` and the name of its kind, then whatever else that kind needs to know.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from bot.replies.model import Does

__all__ = ["CUSTOM_ID_LENGTH", "Codec", "CustomIds", "as_many", "many"]

CUSTOM_ID_LENGTH = 100
"""The most characters that Discord takes."""

_PREFIX = "hyosan"
_SEPARATOR = ":"

DoesT = TypeVar("DoesT", bound=Does)


def as_many(ids: Sequence[str], room: int) -> str:
    """As many ids, with commas between them, as fit into so many characters; the first always."""
    taken = ids[0]
    for entry_id in ids[1:]:
        if len(f"{taken},{entry_id}") <= room:
            taken = f"{taken},{entry_id}"
    return taken


def many(written: str) -> tuple[str, ...]:
    """The ids that `as_many` wrote."""
    return tuple(written.split(","))


@dataclass(frozen=True, slots=True)
class Codec(Generic[DoesT]):
    """How one kind of action is written into a custom id, and read from it."""

    does: type[DoesT]
    """The kind of action."""
    name: str
    """What marks it, without a colon; messages with it live on, so it stays for ever."""
    write: Callable[[DoesT, int], str]
    """All that is behind the name, in at most so many characters; empty if that says it all."""
    read: Callable[[str], DoesT | None]
    """The action again; None for a text that no edition of the bot wrote."""


class CustomIds:
    """Every kind of action that the bot can write into a component."""

    def __init__(self) -> None:
        self._by_type: dict[type[Does], Codec[Any]] = {}
        self._by_name: dict[str, Codec[Any]] = {}

    def add(self, codec: Codec[Any]) -> None:
        """Know one more kind; raises ValueError if its type or its name is taken."""
        if codec.does in self._by_type or codec.name in self._by_name:
            raise ValueError(f"there is an action {codec.name!r} or {codec.does.__name__} already")
        self._by_type[codec.does] = self._by_name[codec.name] = codec

    def write(self, does: Does) -> str:
        """The custom id of a component that does this; raises KeyError for an unknown kind."""
        codec = self._by_type[type(does)]
        head = f"{_PREFIX}{_SEPARATOR}{codec.name}"
        rest = codec.write(does, CUSTOM_ID_LENGTH - len(head) - len(_SEPARATOR))
        return f"{head}{_SEPARATOR}{rest}" if rest else head

    def read(self, custom_id: str) -> Does | None:
        """What a component does; None for one that an older or newer edition of the bot sent."""
        prefix, _, behind = custom_id.partition(_SEPARATOR)
        name, _, rest = behind.partition(_SEPARATOR)
        codec = self._by_name.get(name) if prefix == _PREFIX else None
        return codec.read(rest) if codec else None
