"""What a reload of the knowledge brought."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.knowledge.problems import Problem, number_of
from bot.library import Changes, Loss
from bot.replies import wording
from bot.replies.model import Block, Heading, Kind, Note, Reply, Text

__all__ = ["SHOWN_PROBLEMS", "problems_in_full", "reload_done", "reload_failed"]

SHOWN_PROBLEMS = 10
"""Problems of a refused reload that a reply lists."""

_SHOWN_LOSSES = 5
"""Entries with fewer phrasings or sources that a reply lists."""

_MOST_BYTES = 1024 * 1024
"""Size of a file with problems: more than a thousand long ones, a tenth of what Discord takes."""


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
        blocks += _losses(changes.losses)
    if warnings:
        blocks.append(Note(wording.warnings(warnings)))
    return Reply(tuple(blocks), kind=Kind.DONE)


def reload_failed(problems: tuple[Problem, ...]) -> Reply:
    """The first problems of a refused reload; the knowledge in force stays as it was."""
    head = Heading(wording.nothing_was_changed(number_of(problems)))
    listed = (Text(str(problem)) for problem in problems[:SHOWN_PROBLEMS])
    return Reply((head, Text(wording.STAYS_IN_FORCE), *listed), kind=Kind.REFUSED)


def problems_in_full(problems: tuple[Problem, ...]) -> bytes:
    """All problems as a text file, a line for each; where 1 MiB ends, the number of the rest."""
    lines: list[bytes] = []
    size = 0
    for number, problem in enumerate(problems):
        line = f"{problem}\n".encode("utf-8", errors="replace")
        size += len(line)
        if size > _MOST_BYTES:
            lines.append(f"{wording.more_problems(number_of(problems[number:]))}\n".encode())
            break
        lines.append(line)
    return b"".join(lines)


def _losses(losses: Sequence[Loss]) -> Iterator[Text]:
    for loss in losses[:_SHOWN_LOSSES]:
        yield Text(wording.loss(loss.name, loss.phrasings, loss.sources))
    if len(losses) > _SHOWN_LOSSES:
        yield Text(wording.more_losses(len(losses) - _SHOWN_LOSSES))
