"""The program as people and scripts meet it: a process with arguments, input and output."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

__all__ = ["REPOSITORY", "Outcome", "bot", "clean_environment"]

REPOSITORY = Path(__file__).resolve().parents[1]
SETTINGS = frozenset(
    """
    DISCORD_TOKEN DISCORD_TOKEN_FILE HOME_GUILD_ID MODERATOR_ROLE_IDS FACTS_DIR DATA_DIR
    STALE_AFTER_DAYS LOG_LEVEL LOG_FORMAT HTTPS_PROXY NO_PROXY https_proxy no_proxy
    NO_COLOR FORCE_COLOR COLUMNS PYTHONUNBUFFERED
    """.split()
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a process left behind."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """Standard output without line ends."""
        return self.out.splitlines()


def clean_environment(**settings: str) -> dict[str, str]:
    """The environment without any setting of the bot's, but with these."""
    kept = {key: value for key, value in os.environ.items() if key not in SETTINGS}
    return kept | {"PYTHONPATH": str(REPOSITORY)} | settings


def bot(folder: Path, *arguments: str | Path, stdin: str = "", **settings: str) -> Outcome:
    """Run `python -m bot` with these arguments in `folder`, to its end."""
    done = subprocess.run(
        [sys.executable, "-m", "bot", *map(str, arguments)],
        input=stdin.encode(),
        capture_output=True,
        cwd=folder,
        env=clean_environment(**settings),
        check=False,
    )
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())
