"""Cross-validation: labelled questions in a few parts, each asked of a network fitted without it.

It tells what the fit is worth, and what each threshold of the decision would give.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import fmean

from bot.matching.ranker import as_ranker
from bot.training.examples import SEED, Examples
from bot.training.fit import fit
from bot.training.metrics import Outcome, answered_right, outcome, share, silent, wrong

__all__ = ["cross_validate", "thresholds"]

PARTS = 3
EPOCHS = 8
ANSWER_FROM = (0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8)
SUGGEST_FROM = (0.05, 0.1, 0.15, 0.2, 0.25, 0.3)

BINS = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)
"""Bounds of the probabilities in the table of reliability."""

_GAP = " " * 3


def cross_validate(examples: Examples) -> tuple[list[Outcome], list[Outcome]]:
    """What comes of every labelled question out of sample: of the full index, and of thin ones.

    Takes as many short fits of one network as there are parts.
    """
    asked = sorted({one.asked for one in examples.labelled})
    random.Random(SEED).shuffle(asked)
    full: list[Outcome] = []
    thin: list[Outcome] = []
    for part in range(PARTS):
        unseen = set(asked[part::PARTS])
        every = (*examples.labelled, *examples.thin, *examples.words)
        known = [one for one in every if one.asked not in unseen]
        ranker = as_ranker(fit([*examples.held_out, *known], networks=1, epochs=EPOCHS))
        full += [outcome(ranker, one) for one in examples.labelled if one.asked in unseen]
        thin += [outcome(ranker, one) for one in examples.thin if one.asked in unseen]
    return full, thin


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


def reliability(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Of what is said with each probability, how much is right, by kind: lines of a table."""
    kinds = sorted({one.kind for one in outcomes})
    heads = ("said with", *kinds, "all")
    yield _GAP.join(heads)
    for low, high in pairwise(BINS):
        there = [one for one in outcomes if low <= one.best < high]
        cells = [_reliable([one for one in there if one.kind == kind]) for kind in kinds]
        cells.append(_reliable(there))
        texts = (f"{low:.2f}", *cells)
        yield _GAP.join(text.rjust(len(head)) for text, head in zip(texts, heads, strict=True))


def _reliable(outcomes: Sequence[Outcome]) -> str:
    """How many of the best candidates are right, in per cent, and of how many."""
    if not outcomes:
        return "-"
    return f"{100 * fmean(one.is_right for one in outcomes):.0f}/{len(outcomes)}"
