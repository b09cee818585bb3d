"""Which messages are said to the bot, and what they say.

Discord sends the content of no others to a bot without the privileged intent: those in direct
messages, those that mention it, and answers to its own that notify it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import discord

__all__ = ["Addressed", "addressed", "text_of"]

_SPOKEN = frozenset({discord.MessageType.default, discord.MessageType.reply})


@dataclass(frozen=True, slots=True)
class Addressed:
    """What somebody says to the bot."""

    text: str
    """Without the mention."""
    is_called: bool
    """Whether it is said to the bot for sure, and not perhaps of what it said."""


def addressed(message: discord.Message, bot_id: int) -> Addressed | None:
    """What a message says to the bot; None if it is not said to it, or not by a person."""
    if message.author.bot or message.webhook_id or message.type not in _SPOKEN:
        return None
    text = text_of(message, bot_id)
    if message.guild is None:
        return Addressed(text, is_called=True) if text else None
    if all(user.id != bot_id for user in message.mentions):
        return None
    return Addressed(text, is_called=text != message.content.strip())


def text_of(message: discord.Message, bot_id: int) -> str:
    """What a message says, without mentions of the bot."""
    return re.sub(rf"<@!?{bot_id}>", " ", message.content).strip()
