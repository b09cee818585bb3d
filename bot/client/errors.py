"""The one error path: whatever goes wrong, a person is told what to do next, and the log why."""

from __future__ import annotations

import logging
import math
import secrets
from typing import Any

import discord
from discord import app_commands

from bot.client import replies
from bot.reply import Line, Reply

__all__ = ["Refusal", "answer_error", "name_of"]

log = logging.getLogger(__name__)

# Without characters that are mistaken for one another when read aloud or copied by hand.
_REFERENCE_CHARACTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_REFERENCE_LENGTH = 4
_TELLING_PARTS = 3
"""Of a button's custom id: prefix, kind and id. Behind them may stand what somebody typed."""
_UNANSWERABLE = {
    10062: "came too late: Discord no longer takes an answer",
    40060: "was answered already; if this goes on, the bot is running twice",
}
"""Codes of Discord's after which there is nobody left to tell."""


class Refusal(app_commands.CheckFailure):
    """Somebody may not do what they tried; the message is what they are told."""


async def answer_error(interaction: discord.Interaction[Any], error: Exception) -> None:
    """Tell the person privately, and the log unless it is everyday business.

    A deferred reply is finished by this. Never raises.
    """
    cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
    if isinstance(cause, discord.HTTPException) and cause.code in _UNANSWERABLE:
        log.warning("%s %s", name_of(interaction), _UNANSWERABLE[cause.code])
        return
    sentence = _everyday(cause) or _fault(interaction, cause)
    try:
        await replies.send(interaction, Reply((Line(sentence),)), private=True)
    except Exception:  # the last resort: there is nobody behind this to catch it
        log.warning("Could not tell about the error in %s", name_of(interaction), exc_info=True)


def name_of(interaction: discord.Interaction[Any]) -> str:
    """What somebody did, without what they typed: `/facts reload`, `button hyosan:random`."""
    if interaction.command is not None:
        return f"/{interaction.command.qualified_name}"
    data: dict[str, Any] = dict(interaction.data or {})
    if "name" in data:
        return f"/{data['name']}"
    parts = str(data.get("custom_id")).split(":")
    return f"button {':'.join(parts[:_TELLING_PARTS])}"


def _everyday(cause: Exception) -> str | None:
    """What to say about an error that is nobody's fault; None for a real one."""
    match cause:
        case app_commands.CommandOnCooldown():
            seconds = max(1, math.ceil(cause.retry_after))
            unit = "second" if seconds == 1 else "seconds"
            return f"That was a lot at once. Please try again in {seconds} {unit}."
        case Refusal():
            return str(cause)
        case app_commands.CheckFailure():
            return "You may not use this here. Ask a moderator if you think you should."
        case app_commands.CommandNotFound() | app_commands.CommandSignatureMismatch():
            return "This command has changed. Restart Discord to see the new one, then try again."
        case _:
            return None


def _fault(interaction: discord.Interaction[Any], cause: Exception) -> str:
    reference = "".join(secrets.choice(_REFERENCE_CHARACTERS) for _ in range(_REFERENCE_LENGTH))
    log.error(
        "ref %s: %s failed for user %d",
        reference, name_of(interaction), interaction.user.id,
        exc_info=cause,
    )  # fmt: skip
    return (
        "Something went wrong on my side. Please try again, and if it stays, "
        f"tell a moderator: ref {reference}."
    )
