"""Discord's tokens, told by their shape and place: what no message and no log may show."""

from __future__ import annotations

import re

__all__ = ["holds_token", "without_tokens"]

_BOT_TOKEN = re.compile(r"[\w-]{20,}\.[\w-]{5,7}\.[\w-]{25,}", re.ASCII)
"""The three parts of a bot's token: its id, when it was made, and the secret."""

_INTERACTION_TOKEN = re.compile(
    r"(?<=/interactions/)(\d+)/[^/\s?'\"]+"  # in an address
    r"|(?<=/webhooks/)(\d+)/[^/\s?'\"]+"
    r"|([\"']token[\"']: ?[\"'])[^\"']+"  # in what Discord sends
)
"""Who has an interaction's token can answer in the bot's name for a quarter of an hour."""

_BLOT = "[token]"


def holds_token(text: str) -> bool:
    """Whether something in `text` has the shape of a bot's token."""
    return _BOT_TOKEN.search(text) is not None


def without_tokens(text: str) -> str:
    """`text` with [token] for all that has the shape or the place of one of Discord's tokens."""
    return _INTERACTION_TOKEN.sub(_blotted, _BOT_TOKEN.sub(_BLOT, text))


def _blotted(found: re.Match[str]) -> str:
    number = found[1] or found[2]
    return f"{number}/{_BLOT}" if number else f"{found[3]}{_BLOT}"
