"""`/facts` beyond a reload: moderators change what the bot knows, and take it back."""

from __future__ import annotations

from typing import Any

from discord import app_commands

from bot.client.actions import ActionKind
from bot.client.curating.adding import add, cancel, confirm, edit, fill_in, pick, reword
from bot.client.curating.checking import Checking
from bot.client.curating.importing import export, import_, remove
from bot.client.curating.past import show_history, show_more, undo, undo_this
from bot.client.custom_ids import Codec
from bot.replies import curation_wording as wording
from bot.replies.curation import Ask, CancelIt, ConfirmIt, FillIn, Pick, Reword, Undo

__all__ = ["ACTIONS", "commands"]


def commands() -> tuple[app_commands.Command[Any, ..., Any], ...]:
    """The commands of the group, for one bot."""
    return (
        app_commands.Command(name="add", description=wording.ABOUT_ADD, callback=add),
        app_commands.Command(name="edit", description=wording.ABOUT_EDIT, callback=edit),
        app_commands.Command(name="remove", description=wording.ABOUT_REMOVE, callback=remove),
        app_commands.Command(name="import", description=wording.ABOUT_IMPORT, callback=import_),
        app_commands.Command(name="export", description=wording.ABOUT_EXPORT, callback=export),
        app_commands.Command(
            name="history", description=wording.ABOUT_HISTORY, callback=show_history
        ),
        app_commands.Command(name="undo", description=wording.ABOUT_UNDO, callback=undo),
        app_commands.Command(
            name="check", description=wording.ABOUT_CHECK, callback=Checking().check
        ),
    )


def _read_pick(text: str) -> Pick | None:
    token, _, field = text.partition(":")
    return Pick(token, field) if token and field else None


def _read_undo(text: str) -> Undo | None:
    return Undo(int(text)) if text.isdecimal() else None


def _read_ask(text: str) -> Ask | None:
    return Ask(int(text)) if text.isdecimal() else None


ACTIONS: tuple[ActionKind[Any], ...] = (
    ActionKind(Codec(FillIn, "facts-form", write=lambda does, _: does.token, read=FillIn), fill_in),
    ActionKind(Codec(Reword, "facts-words", write=lambda does, _: does.token, read=Reword), reword),
    ActionKind(
        Codec(
            Pick, "facts-pick", write=lambda does, _: f"{does.token}:{does.field}", read=_read_pick
        ),
        pick,
    ),
    ActionKind(
        Codec(ConfirmIt, "facts-write", write=lambda does, _: does.token, read=ConfirmIt), confirm
    ),
    ActionKind(
        Codec(CancelIt, "facts-cancel", write=lambda does, _: does.token, read=CancelIt), cancel
    ),
    ActionKind(
        Codec(Undo, "facts-undo", write=lambda does, _: str(does.number), read=_read_undo),
        undo_this,
    ),
    ActionKind(
        Codec(Ask, "facts-past", write=lambda does, _: str(does.before), read=_read_ask), show_more
    ),
)
"""Buttons, selects and forms under their replies."""
