"""Events that are left out before the library reads them.

Discord adds fields and kinds of channels as it likes. Such an event is one that the bot has no
use for; to discord.py it is an exception that ends the connection. It costs one line in the log.

Discord also tells of every message in every server, whoever it is for; to read one costs as much
as a third of an answer. Those that are not for the bot are most of all that it ever hears.
"""

from __future__ import annotations

import functools
import logging
from collections.abc import Callable
from typing import Any

import discord

from bot.client.naming import told

__all__ = ["skip_unaddressed", "skip_unreadable"]

log = logging.getLogger(__name__)

_READY = "READY"
"""Without this one there is no session, so that one fails with it, and is begun anew."""

_MESSAGES = ("MESSAGE_CREATE", "MESSAGE_UPDATE")


def skip_unreadable(client: discord.Client) -> None:
    """Let `client` leave out each event that cannot be read, rather than fail."""
    # discord.py has no public door to its parsers; a test sends events that it cannot read.
    parsers = client._connection.parsers  # pyright: ignore[reportPrivateUsage]
    for event, parse in parsers.items():
        if event != _READY:
            parsers[event] = _skipping(event, parse)


def skip_unaddressed(client: discord.Client) -> None:
    """Let `client` leave out messages that are not said to it; see `addressed`."""
    parsers = client._connection.parsers  # pyright: ignore[reportPrivateUsage]
    for event in _MESSAGES:
        parsers[event] = _hearing(client, parsers[event])


def _hearing(client: discord.Client, parse: Callable[[Any], None]) -> Callable[[Any], None]:
    @functools.wraps(parse)
    def read(data: Any) -> None:
        if client.user is None or _may_be_said_to(str(client.user.id), data):
            parse(data)

    return read


def _may_be_said_to(bot_id: str, message: Any) -> bool:
    """Whether somebody may have said a message of Discord's to the bot."""
    match message:
        case {"author": {"bot": True}}:
            return False
        case {"guild_id": _, "mentions": [*mentions]}:
            return any(one.get("id") == bot_id for one in mentions)
        case _:
            return True


def _skipping(event: str, parse: Callable[[Any], None]) -> Callable[[Any], None]:
    @functools.wraps(parse)
    def read(data: Any) -> None:
        try:
            parse(data)
        except Exception as error:
            log.warning("Left out a %s of Discord's that cannot be read: %s", event, told(error))

    return read
