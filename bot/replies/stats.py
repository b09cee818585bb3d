"""How much is asked, and what comes of it, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.replies import moderation_wording as wording
from bot.replies.model import Block, Heading, Note, Reply, Text

__all__ = ["CameOf", "in_words", "stats"]


@dataclass(frozen=True, slots=True)
class CameOf:
    """What came of the questions of so many days."""

    days: int
    answered: int
    offered: int
    unknown: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.answered + self.offered + self.unknown


def stats(
    came_of: Sequence[CameOf],
    told_most: Sequence[tuple[str, int]],
    found_nothing: Sequence[tuple[str, int]],
    veiled: Sequence[str] = (),
) -> Reply:
    """The figures; texts of questions that may give the plot away are `veiled`."""
    blocks: list[Block] = [Heading(wording.STATS)]
    blocks += (Text(line) for line in in_words(came_of))
    for title, ranked in (
        (wording.ASKED_MOST, told_most),
        (wording.FOUND_NOTHING, found_nothing),
    ):
        blocks.append(Heading(title))
        lines = [wording.ranked(number, *one) for number, one in enumerate(ranked, 1)]
        blocks += (Text(line) for line in lines or [wording.NOTHING_ASKED])
    blocks.append(Note(wording.NOBODY_BY_NAME))
    return Reply(tuple(blocks), tuple(Text(text) for text in veiled))


def in_words(came_of: Sequence[CameOf]) -> list[str]:
    """The same as the picture shows."""
    return [wording.in_days(one.days, one.answered, one.offered, one.unknown) for one in came_of]
