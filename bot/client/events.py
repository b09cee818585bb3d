"""Events that the library cannot read: one line in the log each, and on it goes.

Discord adds fields and kinds of channels as it likes. Such an event is one that the bot has no
use for; to discord.py it is an exception that ends the connection.
"""

from __future__ import annotations

import functools
import logging
from collections.abc import Callable
from typing import Any

import discord

from bot.client.naming import told

__all__ = ["skip_unreadable"]

log = logging.getLogger(__name__)

_READY = "READY"
"""Without this one there is no session, so that one fails with it, and is begun anew."""


def skip_unreadable(client: discord.Client) -> None:
    """Let `client` leave out each event that cannot be read, rather than fail."""
    # discord.py has no public door to its parsers; a test sends events that it cannot read.
    parsers = client._connection.parsers  # pyright: ignore[reportPrivateUsage]
    for event, parse in parsers.items():
        if event != _READY:
            parsers[event] = _skipping(event, parse)


def _skipping(event: str, parse: Callable[[Any], None]) -> Callable[[Any], None]:
    @functools.wraps(parse)
    def read(data: Any) -> None:
        try:
            parse(data)
        except Exception as error:
            log.warning("Left out a %s of Discord's that cannot be read: %s", event, told(error))

    return read
