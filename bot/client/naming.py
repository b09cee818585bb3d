"""What somebody did and what went wrong, in the words of the log: never what they typed."""

from __future__ import annotations

import re
from typing import Any

import discord

from bot.text import one_line

__all__ = ["name_of", "told"]

_TELLING_PARTS = 3
"""Of a custom id: prefix, kind and id. Behind them may stand what somebody typed."""

_COMPONENT = {
    discord.InteractionType.component: "button",
    discord.InteractionType.modal_submit: "form",
}


def name_of(interaction: discord.Interaction[Any]) -> str:
    """What somebody did: `/facts reload`, `button hyosan:random`, `form hyosan:report`."""
    if interaction.command is not None:
        return f"/{interaction.command.qualified_name}"
    data: dict[str, Any] = dict(interaction.data or {})
    if "name" in data:
        return f"/{data['name']}"
    parts = re.split(r"[:/]", str(data.get("custom_id")))
    kind = _COMPONENT.get(interaction.type, "component")
    return f"{kind} {':'.join(parts[:_TELLING_PARTS])}"


def told(error: BaseException) -> str:
    """An error in one line: its kind, and what it says."""
    return f"{type(error).__name__}: {one_line(str(error))}".rstrip(": ")
