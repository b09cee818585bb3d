"""Checking the knowledge in a process of its own, so that the bot goes on answering meanwhile."""

from __future__ import annotations

import asyncio
import datetime as dt
import os
import pickle
import sys
from collections.abc import Sequence
from typing import NoReturn

from bot.builder import NICE
from bot.curation.lint import check_layers
from bot.knowledge.layers import Layer
from bot.knowledge.problems import Problem

__all__ = ["CheckFailed", "check_apart", "main"]

_PROGRAM = "import sys; sys.path[:] = sys.argv[1:]; from bot.checker import main; main()"


class CheckFailed(Exception):
    """The process ended before it was done; its own words are in the log."""


async def check_apart(layers: Sequence[Layer], stale_before: dt.date | None) -> tuple[Problem, ...]:
    """What `check_layers` finds, the problems of the last layer first within each severity.

    Raises CheckFailed. The process is killed when nobody waits for it any longer.
    """
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        _PROGRAM,
        *sys.path,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        output, _ = await process.communicate(pickle.dumps((tuple(layers), stale_before)))
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode or not output:
        raise CheckFailed(f"checking ended with {process.returncode}")
    problems: tuple[Problem, ...] = pickle.loads(output)
    return problems


def main() -> NoReturn:
    """Read from standard input what to check, and write what came of it to standard output."""
    output = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever prints must not come in between
    if sys.platform != "win32":
        os.nice(NICE)
    layers, stale_before = pickle.load(sys.stdin.buffer)
    checked = check_layers(layers, stale_before=stale_before)
    last = str(layers[-1].folder)
    order = {problem: number for number, problem in enumerate(checked.problems)}
    problems = sorted(
        checked.problems,
        key=lambda problem: (
            [*type(problem.severity)].index(problem.severity),
            not problem.place.path.startswith(last),
            order[problem],
        ),
    )
    pickle.dump(tuple(problems), output)
    output.flush()
    os._exit(0)  # to take everything down bit by bit would take a while
