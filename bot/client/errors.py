"""The one error path: whatever goes wrong, a person is told what to do next, and the log why."""

from __future__ import annotations

import logging
import math
import secrets
from contextlib import suppress

import aiohttp
import discord
from discord import app_commands

from bot.client import replies
from bot.client.bot import Interaction
from bot.client.naming import name_of, told
from bot.replies import wording
from bot.replies.model import Kind, Reply, Text

__all__ = ["Refusal", "answer_error", "fault"]

log = logging.getLogger(__name__)

# Without characters that are mistaken for one another when read aloud or copied by hand.
_REFERENCE_CHARACTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_REFERENCE_LENGTH = 4
_UNANSWERABLE = {
    10062: "came too late: Discord no longer takes an answer",
    40060: "was answered already; if this goes on, the bot is running twice",
}
"""Codes of Discord's after which there is nobody left to tell."""


class Refusal(app_commands.CheckFailure):
    """Somebody may not do what they tried; the message is what they are told."""


async def answer_error(interaction: Interaction, error: Exception) -> None:
    """Tell the person privately, and the log unless it is everyday business.

    A deferred reply is finished by this; who is typing into an option is offered nothing, and
    the log says in a line why. Never raises.
    """
    if interaction.client.is_closed():  # on the way out there is no way left to answer
        log.info("%s was cut short, as the bot is being stopped", name_of(interaction))
        return
    cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
    if isinstance(cause, discord.HTTPException) and cause.code in _UNANSWERABLE:
        log.warning("%s %s", name_of(interaction), _UNANSWERABLE[cause.code])
        return
    if interaction.type is discord.InteractionType.autocomplete:
        await _offer_nothing(interaction, cause)
        return
    sentence = _everyday(cause) or fault(name_of(interaction), interaction.user.id, cause)
    try:
        refused = Reply((Text(sentence),), kind=Kind.REFUSED)
        await replies.send(interaction, refused, private=True)
    except Exception:  # the last resort: there is nobody behind this to catch it
        log.warning("Could not tell about the error in %s", name_of(interaction), exc_info=True)


async def _offer_nothing(interaction: Interaction, cause: Exception) -> None:
    level = logging.DEBUG if isinstance(cause, Refusal) else logging.WARNING
    log.log(level, "Nothing to offer in %s: %s", name_of(interaction), told(cause))
    # What has failed at Discord fails there again.
    if not isinstance(cause, (discord.HTTPException, discord.InteractionResponded)):
        with suppress(discord.DiscordException, aiohttp.ClientError, OSError):
            await interaction.response.autocomplete([])


def _everyday(cause: Exception) -> str | None:
    """What to say about an error that is nobody's fault; None for a real one."""
    match cause:
        case app_commands.CommandOnCooldown():
            return wording.too_fast(max(1, math.ceil(cause.retry_after)))
        case Refusal():
            return str(cause)
        case app_commands.CheckFailure():
            return wording.NOT_ALLOWED
        case app_commands.CommandNotFound() | app_commands.CommandSignatureMismatch():
            return wording.COMMAND_CHANGED
        case _:
            return None


def fault(what: str, user_id: int, cause: Exception) -> str:
    """Log that something failed for somebody, and say what they are told of it."""
    reference = "".join(secrets.choice(_REFERENCE_CHARACTERS) for _ in range(_REFERENCE_LENGTH))
    log.error("ref %s: %s failed for user %d", reference, what, user_id, exc_info=cause)
    return wording.went_wrong(reference)
