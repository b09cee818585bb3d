"""`python -m tests.benchmarks.reload`: what a reload does to those who use the bot meanwhile.

The shipped facts, and generated ones, in the bot as a process of its own on a loopback Discord, at
200 uses a second, each a fact's own question: what other words cost is `latency`'s to tell. How late its event loop was at most is told beside the same without a reload, and
in brackets how much of it the bot was computing: a busy machine makes it late too. Needs a system
with SIGUSR1.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import tempfile
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bot.knowledge.reader import read_folder
from bot.knowledge.schema import Knowledge
from tests.benchmarks.generator import generate
from tests.benchmarks.loopback import Crowd, started
from tests.knowledges import SHIPPED

SIZES = (0, 5_000, 20_000)
RATE = 200.0
CALM = 5.0
_COLUMNS = ("facts", "reload s", "stall ms (computing)", "without reload", "uses", "lost", "p99 ms",
            "memory MB, before, after 1st, 2nd ...")  # fmt: skip


def main() -> None:
    """Measure each size and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=list(SIZES), help="0: the shipped")
    parser.add_argument("--rate", type=float, default=RATE, help="uses a second")
    parser.add_argument("--times", type=int, default=3, help="reloads, one behind the other")
    chosen = parser.parse_args()
    table = Table(title=f"reloads at {chosen.rate:.0f} uses a second")
    for column in _COLUMNS:
        table.add_column(column, justify="right")
    for size in chosen.sizes:
        with tempfile.TemporaryDirectory() as folder:
            table.add_row(*asyncio.run(_measure(size, chosen, Path(folder))))
    Console(width=150).print(table)


async def _measure(size: int, chosen: argparse.Namespace, folder: Path) -> tuple[str, ...]:
    """A row: calm, then reloads one behind the other; the worst of them counts."""
    rate: float = chosen.rate
    facts, questions = SHIPPED, _asked(read_folder(SHIPPED).knowledge)
    if size:
        facts = folder / "facts"
        questions = write(size, facts)
    async with started(folder / "data", "run", "--facts", str(facts)) as running:
        async with Crowd(running, questions, rate):
            await asyncio.sleep(CALM)  # the first questions find everything cold
            await running.told()
            await asyncio.sleep(CALM)
            calm = await running.told()
        memory, seconds, stall, held = [calm.memory], 0.0, 0.0, 0.0
        async with Crowd(running, questions, rate) as crowd:
            for _ in range(chosen.times):
                start = time.monotonic()
                await running.reload()
                seconds = max(seconds, time.monotonic() - start)
                told = await running.told()
                stall, held = max(stall, told.stall), max(held, told.held)
                memory.append(told.memory)
        return (
            f"{size or len(questions):,}", f"{seconds:.1f}", f"{stall:.0f} ({held:.0f})",
            f"{calm.stall:.0f} ({calm.held:.0f})",
            f"{len(crowd.waits) + crowd.lost:,}", f"{crowd.lost}", f"{crowd.p99:.0f}",
            ", ".join(f"{megabytes:.0f}" for megabytes in memory),
        )  # fmt: skip


def _asked(knowledge: Knowledge | None) -> list[str]:
    assert knowledge is not None
    return [fact.question for fact in knowledge.facts.values()]


def write(size: int, folder: Path) -> list[str]:
    """Write generated facts to a folder; returns questions about them."""
    known, _ = generate(size, 0)
    folder.mkdir()
    entries = [
        {
            "id": fact.id, "question": fact.question, "aliases": list(fact.aliases),
            "answer": fact.answer, "people": list(fact.people),
            "sources": [{"title": "A page", "url": f"https://example.org/{fact.id}"}],
        }
        for fact in known.facts.values()
    ]  # fmt: skip
    people = [{"id": p.id, "name": p.name, "kind": p.kind} for p in known.people.values()]
    files = {"show": {"show": {"title": "A Series"}}, "people": {"people": people}}
    for start in range(0, size, 1000):
        files[f"facts-{start:06}"] = {"facts": entries[start : start + 1000]}
    for name, content in files.items():  # JSON is YAML
        (folder / f"{name}.yaml").write_text(json.dumps(content, indent=1), encoding="utf-8")
    return _asked(known)


if __name__ == "__main__":
    main()
