"""Who asks at a terminal: the one place that makes a Reader for the command line."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace

from bot.cli.failure import BAD_USE, Failure
from bot.knowledge.show import Show
from bot.reader import Place, Reader
from bot.spoilers import choices
from bot.spoilers.horizon import NOTHING, Horizon

__all__ = ["chat_reader", "given_horizon", "terminal_reader"]

_TERMINAL = 0


def given_horizon(arguments: Namespace, show: Show) -> Horizon | None:
    """What `--horizon` names; None where it is not given. Raises Failure for what is none."""
    if arguments.horizon is None:
        return None
    try:
        return choices.parse(arguments.horizon, show)
    except ValueError as error:
        raise Failure(f"--horizon is wrong. Right is: {error}.", BAD_USE) from None


def terminal_reader(horizon: Horizon | None = None) -> Reader:
    """The person at this terminal, who is alone; without a horizon, of whom nothing is known."""
    allowed = NOTHING if horizon is None else horizon
    return Reader(_TERMINAL, is_private=True, locale=None, horizon=allowed, own=horizon)


def chat_reader(horizon: Horizon | None = None) -> Reader:
    """The same person, in a conversation."""
    return replace(terminal_reader(horizon), place=Place(_TERMINAL, _TERMINAL))
