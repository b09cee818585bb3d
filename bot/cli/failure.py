"""Why a command cannot go on, and the exit code that says so."""

from __future__ import annotations

__all__ = ["BAD_KNOWLEDGE", "BAD_NETWORK", "BAD_USE", "Failure"]

BAD_KNOWLEDGE = 1
"""Exit code when the knowledge has problems."""

BAD_USE = 2
"""Exit code when a setting or an argument is wrong."""

BAD_NETWORK = 3
"""Exit code when the network does not let the bot through to Discord."""


class Failure(Exception):
    """A command cannot go on; the message is for the person who called it."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status
