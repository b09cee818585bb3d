"""How long somebody who is typing waits for what autocomplete offers.

`python -m tests.benchmarks.completing` completes every third beginning of questions, of the shipped
facts and of generated ones, each as a stranger who has seen nothing is offered them.
"""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import numpy as np

from bot.knowledge.reader import read_folder
from bot.knowledge.schema import Fact, Knowledge
from bot.matching.matcher import Matcher
from tests.benchmarks.generator import generate

QUESTIONS = 100
FACTS = Path(__file__).resolve().parents[2] / "facts"


def main() -> None:
    """Print milliseconds for each size: the median, and what 99 and 99.9 % stay below."""
    shipped = read_folder(FACTS).knowledge
    assert shipped is not None
    for knowledge in (shipped, generate(5_000, 0)[0]):
        times = _times(knowledge)
        shown = " / ".join(f"{np.percentile(times, share):.1f}" for share in (50, 99, 99.9))
        print(f"{len(knowledge.facts)} facts, {len(times)} beginnings: {shown} ms")


def _times(knowledge: Knowledge) -> list[float]:
    matcher = Matcher.build(knowledge)
    matcher.warm()
    facts = list(knowledge.facts.values())
    chosen = facts[:: max(1, len(facts) // QUESTIONS)]
    typed = [fact.question[:end] for fact in chosen for end in range(1, len(fact.question), 3)]
    times: list[float] = []
    for beginning in typed:
        start = perf_counter()
        matcher.complete(beginning, allows=_anything, openly=_is_open)
        times.append(1000 * (perf_counter() - start))
    return times


def _anything(_: Fact) -> bool:
    return True


def _is_open(fact: Fact) -> bool:
    return not fact.spoiler


if __name__ == "__main__":
    main()
