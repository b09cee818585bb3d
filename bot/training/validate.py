"""Cross-validation: labelled questions in four parts, each asked of a network fitted without it.

It tells what the fit is worth, and what each threshold of the decision would give.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from bot.matching.ranker import as_ranker
from bot.training.examples import SEED, Examples
from bot.training.fit import fit
from bot.training.metrics import Outcome, answered_right, outcome, share, silent, wrong

__all__ = ["cross_validate", "thresholds"]

PARTS = 4
ANSWER_FROM = (0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8)
SUGGEST_FROM = (0.05, 0.1, 0.15, 0.2, 0.25, 0.3)

_GAP = " " * 3


def cross_validate(examples: Examples) -> list[Outcome]:
    """What comes of every labelled question out of sample; takes four fits."""
    order = list(range(len(examples.labelled)))
    random.Random(SEED).shuffle(order)
    outcomes: list[Outcome] = []
    for part in range(PARTS):
        asked = set(order[part::PARTS])
        known = [one for n, one in enumerate(examples.labelled) if n not in asked]
        ranker = as_ranker(fit([*examples.held_out, *known]))
        outcomes += [outcome(ranker, examples.labelled[number]) for number in sorted(asked)]
    return outcomes


def thresholds(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """What each threshold gives, in per cent: lines of two tables."""
    heads = ("answer from", "answered right", "wrong, of all", "near-miss silent")
    yield _GAP.join(heads)
    for least in ANSWER_FROM:
        shares = [count(outcomes, least) for count in (answered_right, wrong, silent)]
        yield _row(heads, least, shares)
    heads = ("suggest from", "right or offered", "off-topic offered", "near-miss offered")
    yield _GAP.join(heads)
    for least in SUGGEST_FROM:
        shares = [
            share(outcomes, "answerable", lambda one, x=least: one.any >= x and one.is_among),
            share(outcomes, "off-topic", lambda one, x=least: one.any >= x),
            share(outcomes, "near-miss", lambda one, x=least: one.any >= x),
        ]
        yield _row(heads, least, shares)


def _row(heads: Sequence[str], least: float, shares: Sequence[float]) -> str:
    """A threshold and shares in per cent, each beneath its heading."""
    cells = [f"{least:.2f}", *(f"{100 * value:.1f}" for value in shares)]
    return _GAP.join(cell.rjust(len(head)) for head, cell in zip(heads, cells, strict=True))
