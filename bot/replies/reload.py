"""What a reload of the knowledge brought."""

from __future__ import annotations

from bot.knowledge.problems import Problem
from bot.library import Changes
from bot.replies import wording
from bot.replies.model import Block, Heading, Note, Reply, Text

__all__ = ["SHOWN_PROBLEMS", "reload_done", "reload_failed"]

SHOWN_PROBLEMS = 10
"""Problems of a refused reload that a reply lists."""


def reload_done(changes: Changes, warnings: int) -> Reply:
    """What a reload changed, in numbers and names."""
    if not changes:
        blocks: list[Block] = [Heading(wording.NOTHING_CHANGED)]
    else:
        blocks = [Heading(wording.RELOADED)]
        for said, ids in (
            (wording.added, changes.added),
            (wording.changed, changes.changed),
            (wording.removed, changes.removed),
        ):
            if ids:
                blocks.append(Text(said(ids)))
    if warnings:
        blocks.append(Note(wording.warnings(warnings)))
    return Reply(tuple(blocks))


def reload_failed(problems: tuple[Problem, ...]) -> Reply:
    """The first problems of a refused reload; the knowledge in force stays as it was."""
    head = Heading(wording.nothing_was_changed(len(problems)))
    listed = (Text(str(problem)) for problem in problems[:SHOWN_PROBLEMS])
    return Reply((head, Text(wording.STAYS_IN_FORCE), *listed))
