"""Buttons, selects and forms: what each kind does, for whom, and how it is answered.

Components are found by their custom ids alone, not by the views of discord.py, so that one sent
before a restart, or by an earlier edition of the bot, is answered like any other.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic

from bot.client import replies
from bot.client.admission import Admission
from bot.client.askers import is_theirs
from bot.client.bot import Interaction
from bot.client.custom_ids import Codec, CustomIds, DoesT
from bot.client.errors import answer_error
from bot.client.permissions import EVERYBODY, Permission
from bot.client.readers import reader_of
from bot.replies import wording
from bot.replies.model import Does, Kind, Reply, Text

__all__ = ["ActionKind", "Actions", "Entered", "follow", "follow_anew"]

_GONE = Reply((Text(wording.GONE),), kind=Kind.REFUSED)


@dataclass(frozen=True, slots=True)
class Entered:
    """What somebody chose or filled in; empty for a button."""

    values: tuple[str, ...] = ()
    """What was chosen in a select."""
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    """What each field of a form holds, by its custom id."""

    def text(self, name: str) -> str:
        """What stands in a field of a form; empty if nothing does."""
        return next(iter(self.fields.get(name, ())), "")


async def follow(interaction: Interaction, does: Does, entered: Entered) -> None:
    """Show what the archive brings, or say privately that it is gone.

    On somebody's own card it takes the place of what is there; to everybody else it is shown
    privately, so that a card is never taken away from whoever asked for it.
    """
    await _follow(interaction, does, is_private=not is_theirs(interaction))


async def follow_anew(interaction: Interaction, does: Does, entered: Entered) -> None:
    """As `follow`, but what somebody wants more of on another's card becomes a card of theirs."""
    await _follow(interaction, does, is_private=False)


async def _follow(interaction: Interaction, does: Does, *, is_private: bool) -> None:
    reader = reader_of(interaction, private=is_private)
    reply = interaction.client.archive.follow(does, reader)
    if reply is None:
        await replies.send(interaction, _GONE, private=True)
    elif is_theirs(interaction):
        await replies.edit(interaction, reply)
    else:
        await replies.send(interaction, reply, private=is_private)


@dataclass(frozen=True, slots=True)
class ActionKind(Generic[DoesT]):
    """One kind of button, select or form, as its capability declares it."""

    codec: Codec[DoesT]
    handle: Callable[[Interaction, DoesT, Entered], Awaitable[None]] = follow
    """Answers a click, a choice or a form that was sent."""
    permission: Permission = EVERYBODY
    """Who may, of those who may use its capability's groups of commands.

    Asked every time, since messages outlive permissions.
    """


class Actions:
    """Every kind that there is, and the one way in which they are all answered."""

    def __init__(self, custom_ids: CustomIds, admission: Admission) -> None:
        self._custom_ids = custom_ids
        self._admission = admission
        self._kinds: dict[type[Does], ActionKind[Any]] = {}
        self._permissions: dict[type[Does], tuple[Permission, ...]] = {}

    def add(self, kind: ActionKind[Any], *permissions: Permission) -> None:
        """Answer one more kind, for those whom its own and all these permissions allow.

        Raises ValueError if there is a kind of its type or name already.
        """
        self._custom_ids.add(kind.codec)
        self._kinds[kind.codec.does] = kind
        self._permissions[kind.codec.does] = (*permissions, kind.permission)

    async def answer(self, interaction: Interaction) -> None:
        """Answer a component or a form; what goes wrong is told to the person. Never raises."""
        try:
            if self._admission.admit(interaction):
                horizons = interaction.client.store.horizons
                await horizons.prepare(interaction.user.id, interaction.guild_id)
                await self._handle(interaction)
        except Exception as error:  # discord.py would only log it, and leave the click unanswered
            await answer_error(interaction, error)

    async def _handle(self, interaction: Interaction) -> None:
        data: dict[str, Any] = dict(interaction.data or {})
        does = self._custom_ids.read(str(data.get("custom_id")))
        if does is None:
            await replies.send(interaction, _GONE, private=True)
            return
        kind = self._kinds[type(does)]
        for permission in self._permissions[type(does)]:
            permission.check(interaction)
        await kind.handle(interaction, does, _entered(data))


def _entered(data: Mapping[str, Any]) -> Entered:
    """What an interaction brings along, beside the custom id."""
    return Entered(tuple(data.get("values") or ()), dict(_fields(data.get("components") or ())))


def _fields(components: Iterable[Mapping[str, Any]]) -> Iterable[tuple[str, tuple[str, ...]]]:
    """The fields of a form: each stands in a label, or in a row."""
    for component in components:
        inside = component.get("components") or [component.get("component")]
        for part in filter(None, inside):
            value = part.get("value")
            values = part.get("values") or ([] if value is None else [value])
            yield part["custom_id"], tuple(map(str, values))
