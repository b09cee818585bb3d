"""How fast each engine is, and how much memory it takes, at several sizes.

Each measurement runs in a process of its own, so that one engine's memory is not another's.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from dataclasses import dataclass
from statistics import median
from time import perf_counter
from typing import Any

import numpy as np
from rich.table import Table

from bot.knowledge.schema import Knowledge
from tests.benchmarks.generator import generate
from tests.benchmarks.peers import ENGINES, available

__all__ = ["SIZES", "Timing", "measure_all", "table"]

SIZES = (500, 10_000, 100_000)
QUESTIONS = 1000
SECONDS = 20.0
"""A slow engine is asked fewer questions: as many as fit in this time, at least ten."""

MAX_EMBEDDED = 10_000
"""Facts up to which sentence embeddings are measured: beyond, encoding alone takes an hour."""


@dataclass(frozen=True)
class Timing:
    """Milliseconds a question (each asked once, nothing cached for it), seconds, megabytes."""

    engine: str
    facts: int
    median: float
    p99: float
    build: float
    memory: float


def measure(name: str, facts: int) -> Timing:
    """Build the engine on generated knowledge and ask it questions, in this process."""
    knowledge, asked = shipped() if not facts else generate(facts, QUESTIONS + 50)
    before = _resident()
    start = perf_counter()
    engine: Any = ENGINES[name](knowledge)
    build = perf_counter() - start
    ask = getattr(engine, "one", None) or getattr(engine, "matcher", engine)
    ask = getattr(ask, "decide", None) or (ask if callable(ask) else engine.rank)
    for question, _ in asked[:50]:
        ask(question)
    times: list[float] = []
    end = perf_counter() + SECONDS
    for question, _ in asked[50:]:
        start = perf_counter()
        ask(question)
        times.append(1000 * (perf_counter() - start))
        if perf_counter() > end and len(times) >= 10:
            break
    p99 = float(np.percentile(times, 99))
    return Timing(name, len(knowledge.facts), median(times), p99, build, _resident() - before)


def shipped() -> tuple[Knowledge, list[tuple[str, str]]]:
    """The shipped knowledge and the reporting questions."""
    from bot.training.examples import knowledge
    from bot.training.questions import read_questions
    from tests.evaluation import REPORT

    questions = read_questions(REPORT)
    texts = [q.text for q in (*questions.answerable, *questions.unanswerable)]
    return knowledge(), [(text, "") for text in texts]


def _resident() -> float:
    """Most memory held so far, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure_all(sizes: tuple[int, ...] = SIZES) -> list[Timing]:
    """Every installed engine at every size (and ours and the peers on the shipped knowledge)."""
    timings: list[Timing] = []
    for facts in (0, *sizes):
        for name in available():
            if name in {"MiniLM embeddings", "sentence encoder alone"} and facts > MAX_EMBEDDED:
                continue
            done = subprocess.run(
                [sys.executable, "-m", "tests.benchmarks.latency", name, str(facts)],
                capture_output=True,
                text=True,
                check=True,
            )
            timings.append(Timing(**json.loads(done.stdout.splitlines()[-1])))
    return timings


def table(timings: list[Timing]) -> Table:
    """All measurements, one a row."""
    made = Table(title="speed: one question after the other, each new")
    for column in ("facts", "engine", "median ms", "99 % ms", "build s", "memory MB"):
        made.add_column(column, justify="left" if column == "engine" else "right")
    for t in timings:
        made.add_row(
            f"{t.facts:,}", t.engine, f"{t.median:.3f}", f"{t.p99:.3f}", f"{t.build:.2f}",
            f"{t.memory:.0f}",
        )  # fmt: skip
    return made


if __name__ == "__main__":
    print(json.dumps(vars(measure(sys.argv[1], int(sys.argv[2])))))
