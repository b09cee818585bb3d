"""The command line as people and scripts meet it: a process with arguments, input and output."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass

Hyosan = Callable[..., "Outcome"]

SETTINGS = [
    "DISCORD_TOKEN",
    "DISCORD_TOKEN_FILE",
    "HOME_GUILD_ID",
    "MODERATOR_ROLE_IDS",
    "FACTS_DIR",
    "DATA_DIR",
    "DATABASE_URL",
    "STALE_AFTER_DAYS",
    "LOG_LEVEL",
    "LOG_FORMAT",
    "HTTPS_PROXY",
    "NO_PROXY",
    "https_proxy",
    "no_proxy",
]


@dataclass(frozen=True)
class Outcome:
    """What a command left behind."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """Standard output without line ends."""
        return self.out.split("\n")[:-1]


def clean_environment() -> dict[str, str]:
    """The environment without what changes output: settings, colours, and Python's buffering."""
    dropped = {*SETTINGS, "NO_COLOR", "FORCE_COLOR", "COLUMNS", "PYTHONUNBUFFERED"}
    return {key: value for key, value in os.environ.items() if key not in dropped}
