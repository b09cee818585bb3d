"""`python -m tests.benchmarks`: accuracy and speed, ours and the peers', in one run."""

from __future__ import annotations

import argparse
import csv
from collections import defaultdict
from pathlib import Path

from rich.console import Console

from bot.knowledge.schema import Fact, Knowledge
from bot.training.examples import knowledge
from bot.training.questions import Answerable, Questions, read_questions
from tests.benchmarks import accuracy, latency, thinning
from tests.benchmarks.peers import Hyosan, available
from tests.evaluation import REPORTS

EXAMPLES = 10
"""Phrasings of an intent that are indexed; all others are asked."""


def main() -> None:
    """Measure what is asked for and print tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--no-speed", action="store_true", help="accuracy alone")
    parser.add_argument("--no-accuracy", action="store_true", help="speed alone")
    parser.add_argument("--few", action="store_true", help="also with few phrasings a fact")
    parser.add_argument("--intents", type=Path, help="a CSV file of text,label: any intent set")
    parser.add_argument("--sizes", type=int, nargs="*", default=list(latency.SIZES))
    chosen = parser.parse_args()
    console = Console(width=150)
    if not chosen.no_accuracy:
        ours = Hyosan(knowledge())
        for path in REPORTS:
            questions = read_questions(path)
            console.print(_accuracy(f"tests/evaluation/{path.name}", knowledge(), questions))
            console.print(accuracy.reliability(ours, questions))
            if questions.people:
                console.print(accuracy.look_ups(ours.matcher.names, questions.people))
            if chosen.few:
                console.print(_few(knowledge(), questions))
    if chosen.intents:
        console.print(_accuracy(chosen.intents.name, *read_intents(chosen.intents)))
    if not chosen.no_speed:
        console.print(latency.table(latency.measure_all(tuple(chosen.sizes))))


def _few(known: Knowledge, questions: Questions) -> accuracy.Table:
    outcomes = {str(left): thinning.outcome(known, questions, left) for left in thinning.FEW}
    return accuracy.few("questions whose facts have few phrasings, of all asked", outcomes)


def _accuracy(title: str, known: Knowledge, questions: Questions) -> accuracy.Table:
    outcomes: dict[str, accuracy.Outcome] = {}
    wrong: float | None = None
    for name, engine in available().items():
        outcomes[name] = accuracy.measure(engine(known), questions, wrong)
        wrong = wrong if wrong is not None else outcomes[name].wrong
    return accuracy.table(title, outcomes)


def read_intents(path: Path) -> tuple[Knowledge, Questions]:
    """An intent set as facts of ten phrasings each, and all its other texts as questions."""
    texts: dict[str, list[str]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.reader(file):
            if len(row) >= 2 and row[:2] != ["text", "category"]:
                texts[row[1]].append(row[0])
    facts: dict[str, Fact] = {}
    asked: list[Answerable] = []
    for number, (label, examples) in enumerate(texts.items()):
        first, *rest = examples[:EXAMPLES]
        fact = Fact.model_construct(
            id=f"intent-{number}", question=first, aliases=tuple(rest), answer=label
        )
        facts[fact.id] = fact
        asked += [Answerable(text, "natural", (fact.id,)) for text in examples[EXAMPLES:]]
    return Knowledge(facts=facts, quotes={}, people={}), Questions(tuple(asked), (), ())


if __name__ == "__main__":
    main()
