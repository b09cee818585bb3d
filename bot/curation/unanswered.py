"""What the bot could not answer, for those who look after the knowledge.

Members' words stay out of the log; whoever keeps them goes through the same door.
"""

from __future__ import annotations

import logging
from typing import Protocol

__all__ = ["LoggedUnanswered", "Unanswered"]

log = logging.getLogger(__name__)


class Unanswered(Protocol):
    """Takes note of questions without the names of those who asked."""

    def dismissed(self, asked: str) -> None:
        """Somebody asked this, and found nothing of what was offered to be what they meant."""
        ...


class LoggedUnanswered:
    """Tells the log that there was such a question, and none of its words."""

    def dismissed(self, asked: str) -> None:
        """Note that a question of so many words was not understood."""
        log.info("Nothing that was offered for a question of %d words fitted", len(asked.split()))
