"""What each threshold gives: `python -m tests.benchmarks.validate`, two minutes on two cores.

The fitting questions in four parts, each asked of a network that was fitted on the other three and
on the held-out phrasings. Kinds weigh as in a set of 300 answerable questions with 65 near-misses,
25 on-topic, 25 off-topic ones and 15 on other shows. By probability alone: the hard constraints of
`answering` come on top.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from rich.console import Console
from rich.table import Table

from bot.matching.ranker import as_ranker
from tests.benchmarks import fit

PARTS = 4
MIX = {"answerable": 300, "near-miss": 65, "on-topic": 25, "off-topic": 25, "other-show": 15}
ANSWER_FROM = (0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8)
SUGGEST_FROM = (0.05, 0.1, 0.15, 0.2, 0.25, 0.3)


@dataclass(frozen=True)
class Asked:
    """What came of one question, out of sample."""

    kind: str
    best: float
    """Probability of the best candidate."""
    is_right: bool
    any: float
    """Probability of all candidates together."""
    is_among: bool
    """Whether a right fact is among the best five."""


def validate(part: int, examples: list[fit.Example], more: list[fit.Example]) -> list[Asked]:
    """Fit on all but one part, ask that part."""
    order = list(range(len(examples)))
    random.Random(fit.SEED).shuffle(order)
    held_out = set(order[part::PARTS])
    known = [example for n, example in enumerate(examples) if n not in held_out]
    ranking = as_ranker(fit.fit([*known, *more]))
    asked: list[Asked] = []
    for number in sorted(held_out):
        example = examples[number]
        odds = ranking.probabilities(example.comparison)
        right = example.right[np.argsort(-odds, kind="stable")]
        asked.append(
            Asked(
                example.kind,
                float(odds.max()),
                bool(right[0]),
                float(odds.sum()),
                bool(right[:5].any()),
            )
        )
    return asked


def table(asked: Iterable[Asked]) -> Table:
    """Shares by threshold, in per cent."""
    kinds = {kind: [one for one in asked if one.kind == kind] for kind in MIX}

    def share(kind: str, holds: Callable[[Asked], bool]) -> float:
        return sum(map(holds, kinds[kind])) / len(kinds[kind])

    made = Table(title="out of sample, per cent")
    for column in ("from", "answered right", "wrong, of all", "near-miss silent"):
        made.add_column(column, justify="right")
    for least in ANSWER_FROM:
        wrong = sum(
            MIX[kind] * share(kind, lambda one, x=least: one.best >= x and not one.is_right)
            for kind in MIX
        ) / sum(MIX.values())
        right = share("answerable", lambda one, x=least: one.best >= x and one.is_right)
        silent = share("near-miss", lambda one, x=least: one.best < x)
        made.add_row(f"{least}", *(f"{100 * value:.1f}" for value in (right, wrong, silent)))
    made.add_section()
    made.add_row("from", "right or offered", "off-topic offered", "near-miss offered")
    for least in SUGGEST_FROM:
        values = (
            share("answerable", lambda one, x=least: one.any >= x and one.is_among),
            share("off-topic", lambda one, x=least: one.any >= x),
            share("near-miss", lambda one, x=least: one.any >= x),
        )
        made.add_row(f"{least}", *(f"{100 * value:.1f}" for value in values))
    return made


def main() -> None:
    """Gather the examples, cross-validate, print the table."""
    held_out, examples = fit.gather(__doc__.splitlines()[0])
    asked = [one for part in range(PARTS) for one in validate(part, examples, held_out)]
    Console().print(table(asked))


if __name__ == "__main__":
    main()
