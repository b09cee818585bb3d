"""What comes of questions, for those who look after the knowledge.

Members' words stay out of the log; whoever keeps them goes through the same door.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Protocol

from bot.matching.decision import Status

__all__ = ["LoggedUnanswered", "Unanswered"]

log = logging.getLogger(__name__)


class Unanswered(Protocol):
    """Takes note of what comes of questions: at once, and whatever happens without an error.

    `person` is whoever asked, None where that is not known: never kept, but two who ask the same
    are not one who asks twice. `told` are ids: a fact's; `people/` or `quotes/` before others.
    """

    def came_of(self, asked: str, status: Status, told: Sequence[str], person: int | None) -> None:
        """A question was answered, something was offered in place of an answer, or neither."""
        ...

    def dismissed(self, asked: str, told: Sequence[str], person: int | None) -> None:
        """Nothing of what was offered, or of what was `told`, is what somebody meant."""
        ...

    def meant(self, asked: str, fact_id: str, person: int | None) -> None:
        """Somebody who asked this chose a fact, or asked for it after they dismissed others."""
        ...


class LoggedUnanswered:
    """Tells the log that there was such a question, and none of its words."""

    def came_of(self, asked: str, status: Status, told: Sequence[str], person: int | None) -> None:
        """Nothing: most questions are answered."""

    def dismissed(self, asked: str, told: Sequence[str], person: int | None) -> None:
        """Note that a question of so many words was not understood."""
        log.info("Nothing that was offered for a question of %d words fitted", len(asked.split()))

    def meant(self, asked: str, fact_id: str, person: int | None) -> None:
        """Nothing: what somebody meant is kept, or not told at all."""
