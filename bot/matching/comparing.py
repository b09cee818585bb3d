"""How alike a question is to each candidate fact, as one row of features a fact.

All phrasings of the candidates are compared with the question in a handful of array operations.
What the features are worth is the business of `ranking`.
"""

from __future__ import annotations

import numpy as np

from bot.matching.index import ANSWER, Held, Index, Probe
from bot.matching.sparse import Floats, Ints, ranges
from bot.matching.vocabulary import SAME

__all__ = ["FEATURES", "compare"]

FEATURES = (
    # of the best phrasing: balance of both ways, share of the question found, share of it asked for
    "best_f", "best_q", "best_p", "second_f", "mean_f",
    # share of the question found anywhere in the fact; with the answer; counting exact words only
    "fact_q", "fact_answer_q", "strict_q", "strict_fact_q",
    # the same for words that tell what is asked, and weighed by what tells the candidates apart
    "content_q", "content_fact_q", "content_strict_q", "local_q",
    # meaning as a whole
    "cosine", "centroid",
    # constraints
    "person_hit", "person_answer", "person_miss", "person_extra", "role_hit",
    "number_miss", "unit_miss", "unit_extra", "asks",
    # what is missing
    "rare_miss", "rare_strict_miss", "alien_miss", "foreign", "foreign_most", "elsewhere",
    "contrast_miss", "contrast_absent", "contrast_hit", "asked", "asked_strict",
    # how much there is in common, not as a share: a long chat shares little with any fact
    "strict_mass", "soft_mass", "strict_most",
    # how long the question is
    "typed", "contents",
)  # fmt: skip

_STRICT = SAME * SAME


def compare(index: Index, probe: Probe, facts: Ints) -> Floats:
    """Features of `facts` (positions), one row each, in the order of FEATURES; about 0..1 each."""
    first, last = index.first_row[facts], index.first_row[facts + 1]
    counts = last - first
    rows = ranges(first, counts)
    starts = np.cumsum(counts) - counts
    columns, slots = _likeness(index, probe)
    hit, cells, cell_starts, ids = _hits(columns, slots, index.rows.take(rows))
    by_fact = np.maximum.reduceat(hit, starts, axis=1)
    told = _hits(columns, slots, index.answers.take(facts))[0]
    held = np.add.reduceat(cells.max(axis=0) * index.vocabulary.idf[ids], cell_starts)
    weights = probe.weights
    total = float(weights.sum()) or 1.0
    covered = weights @ hit / total
    precise = held / index.row_weight[rows]
    balanced = 2 * covered * precise / np.maximum(covered + precise, 1e-6)
    best = np.maximum.reduceat(balanced, starts)
    rest = np.where(balanced < np.repeat(best, counts), balanced, 0)
    strict = (by_fact >= _STRICT).astype(np.float32)
    found = np.maximum(by_fact, ANSWER * told)
    contents = weights * probe.content
    content = contents / max(float(contents.sum()), 1e-6)
    has_content = contents.any()
    local = weights * (1 - by_fact.mean(axis=1)) + 1e-6
    missing = (1 - found) * weights[:, None]
    strictly = (1 - np.maximum(strict, ANSWER * (told >= 1))) * contents[:, None]
    half = np.full(len(facts), 0.5, dtype=np.float32)
    cosine = (index.row_vectors[rows] @ probe.vector) / 127
    asked = list(probe.asked)
    return np.stack(
        [
            best,
            np.maximum.reduceat(covered, starts),
            np.maximum.reduceat(precise, starts),
            np.maximum.reduceat(rest, starts),
            np.add.reduceat(balanced, starts) / counts,
            weights @ by_fact / total,
            weights @ np.maximum(by_fact, told) / total,
            np.maximum.reduceat(weights @ (hit >= _STRICT), starts) / total,
            weights @ strict / total,
            np.maximum.reduceat(content @ hit, starts) if has_content else half,
            content @ by_fact if has_content else half,
            content @ strict if has_content else half,
            local @ by_fact / local.sum(),
            np.maximum.reduceat(cosine, starts),
            (index.centroids[facts] @ probe.vector) / 127,
            *_constraints(probe, [index.held[fact] for fact in facts.tolist()]),
            missing.max(axis=0),
            strictly.max(axis=0),
            probe.alien @ (1 - found),
            np.full(len(facts), float((content * probe.foreign).sum())),
            np.full(len(facts), float((contents * probe.foreign).max())),
            content @ ((1 - found) * (1 - probe.foreign)[:, None]),
            *_contrasts(probe, [index.held[fact] for fact in facts.tolist()]),
            found[asked].min(axis=0) if asked else half,
            strict[asked].min(axis=0) if asked else half,
            np.minimum(contents @ strict, 3) / 3,
            np.minimum(contents @ by_fact, 3) / 3,
            (strict * contents[:, None]).max(axis=0),
            np.full(len(facts), min(len(weights), 12) / 12),
            np.full(len(facts), min(float(probe.content.sum()), 8) / 8),
        ],
        axis=1,
    ).astype(np.float32)


def _likeness(index: Index, probe: Probe) -> tuple[Floats, Ints]:
    """Terms of the question by vocabulary, in a compact table, and where each entry stands in it.

    Column 0 is for all the vocabulary that the question does not touch.
    """
    touched = np.concatenate([entry.meaning.ids for entry in probe.entries])
    slots = np.zeros(len(index.vocabulary), dtype=np.int32)
    slots[touched] = np.arange(1, len(touched) + 1)
    table = np.zeros((len(probe.entries), len(touched) + 1), dtype=np.float32)
    for row, entry in enumerate(probe.entries):
        table[row, slots[entry.meaning.ids]] = entry.meaning.worth
    return table, slots


def _hits(
    columns: Floats, slots: Ints, taken: tuple[Ints, Ints]
) -> tuple[Floats, Floats, Ints, Ints]:
    """For each term of the question (row) and each text (column) how nearly the text holds it."""
    ids, starts = taken
    cells = columns[:, slots[ids]]
    return np.maximum.reduceat(cells, starts, axis=1), cells, starts, ids


def _constraints(probe: Probe, facts: list[Held]) -> list[Floats]:
    """People, numbers, units and kind of question, held against each fact."""
    table = np.zeros((9, len(facts)), dtype=np.float32)
    kinds = probe.analysed.asks
    for column, held in enumerate(facts):
        if probe.mentions:
            hits = sum(not family.isdisjoint(held.people) for family in probe.mentions)
            late = sum(
                family.isdisjoint(held.people) and not family.isdisjoint(held.told)
                for family in probe.mentions
            )
            table[0, column] = hits / len(probe.mentions)
            table[1, column] = late
            table[2, column] = len(probe.mentions) - hits - late
        table[3, column] = bool(held.named) and held.named.isdisjoint(probe.everyone)
        if probe.roles:
            table[4, column] = sum(not role.isdisjoint(held.people) for role in probe.roles)
        table[5, column] = len(probe.numbers - held.numbers)
        table[6, column] = _unit_misses(probe.units, held.numbers)
        table[7, column] = len(held.units - probe.units)
        table[8, column] = max((held.asks.get(kind, 0.0) for kind in kinds), default=0.5)
    return list(table)


def _unit_misses(units: frozenset[str], held: frozenset[str]) -> float:
    """Numbered things that the fact lacks: a whole one for another number of the same thing."""
    misses = 0.0
    for unit in units - held:
        noun = unit.partition("#")[0] + "#"
        misses += 1.0 if any(other.startswith(noun) for other in held) else 0.5
    return misses


def _contrasts(probe: Probe, facts: list[Held]) -> list[Floats]:
    """Words of which a fact holds the opposite, none of the kind, or the same."""
    table = np.zeros((3, len(facts)), dtype=np.float32)
    if probe.contrasts:
        for column, held in enumerate(facts):
            groups = {group for group, _ in held.asked}
            for place in probe.contrasts:
                row = 2 if place in held.contrasts else 0 if place[0] in groups else 1
                table[row, column] += 1
    return list(table)
