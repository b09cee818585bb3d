"""`python -m tests.benchmarks.soak`: a bot that is used all the time, and reloads again and again.

At 100 uses a second through the loopback Discord, with a reload every 20 seconds, beside a process
that keeps a core busy; then a bare discord.py command, used the same way. Throughput is in uses for
each second of CPU that the bot's own process took. Needs a system with SIGUSR1.
"""

from __future__ import annotations

import argparse
import asyncio
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bot.knowledge.reader import read_folder
from tests.benchmarks.loopback import Crowd, started
from tests.knowledges import SHIPPED

MINUTES = 10.0
RATE = 100.0
EVERY = 20.0
_WARM_UP = 5.0
_COLUMNS = (
    "", "uses", "lost", "p99 ms", "stall ms (computing)", "reloads",
    "memory MB, at first, most, last", "uses a CPU second",
)  # fmt: skip


def main() -> None:
    """Use both bots for a while and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=MINUTES)
    parser.add_argument("--rate", type=float, default=RATE, help="uses a second")
    parser.add_argument("--idle", action="store_true", help="without the busy process")
    chosen = parser.parse_args()
    table = Table(title=f"{chosen.minutes:g} minutes at {chosen.rate:g} uses a second")
    for column in _COLUMNS:
        table.add_column(column, justify="right")
    busy = None if chosen.idle else subprocess.Popen([sys.executable, "-c", "while True: pass"])
    try:
        for name, arguments, reloads in (
            ("Hyosan", ("run", "--facts", str(SHIPPED)), True),
            ("discord.py alone", ("bare",), False),
        ):
            row = asyncio.run(_soak(arguments, chosen.minutes, chosen.rate, reloads=reloads))
            table.add_row(name, *row)
    finally:
        if busy is not None:
            busy.kill()
            busy.wait()
    Console(width=150).print(table)


async def _soak(
    arguments: tuple[str, ...], minutes: float, rate: float, *, reloads: bool
) -> tuple[str, ...]:
    knowledge = read_folder(SHIPPED).knowledge
    assert knowledge is not None
    questions = [text for fact in knowledge.facts.values() for text in fact.phrasings[:3]]
    with tempfile.TemporaryDirectory() as folder:
        async with started(Path(folder), *arguments) as running:
            async with Crowd(running, questions, rate):
                await asyncio.sleep(_WARM_UP)
            await running.told()
            memory: list[float] = []
            stall = held = cpu = 0.0
            count = 0
            end = time.monotonic() + 60 * minutes
            async with Crowd(running, questions, rate) as crowd:
                while (left := end - time.monotonic()) > 0:
                    start = time.monotonic()
                    if reloads:
                        await running.reload()
                        count += 1
                    rest = min(left, EVERY) - (time.monotonic() - start)
                    await asyncio.sleep(max(0.0, rest))
                    told = await running.told()
                    memory.append(told.memory)
                    stall, held = max(stall, told.stall), max(held, told.held)
                    cpu += told.cpu
    held_memory = f"{memory[0]:.0f}, {max(memory):.0f}, {memory[-1]:.0f}"
    return (
        f"{len(crowd.waits) + crowd.lost:,}", f"{crowd.lost}", f"{crowd.p99:.0f}",
        f"{stall:.0f} ({held:.0f})", f"{count}", held_memory,
        f"{len(crowd.waits) / cpu:.0f}",
    )  # fmt: skip


if __name__ == "__main__":
    main()
