"""Who asks at a terminal: the one place that makes a Reader for the command line."""

from __future__ import annotations

from dataclasses import replace

from bot.reader import Place, Reader
from bot.spoilers.horizon import NOTHING

__all__ = ["chat_reader", "terminal_reader"]

_TERMINAL = 0


def terminal_reader() -> Reader:
    """The person at this terminal, of whom nothing is known but that they are alone."""
    return Reader(_TERMINAL, is_private=True, locale=None, horizon=NOTHING)


def chat_reader() -> Reader:
    """The same person, in a conversation."""
    return replace(terminal_reader(), place=Place(_TERMINAL, _TERMINAL))
