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
    "capital_miss", "contrast_miss", "contrast_absent", "contrast_hit", "asked", "asked_strict",
    # how much there is in common, not as a share: a long chat shares little with any fact
    "strict_mass", "soft_mass", "strict_most",
    # how long the question is
    "typed", "contents",
    # whether it asks at all, or tells of the writer
    "asks_kind", "own",
)  # fmt: skip

_STRICT = np.float32(SAME * SAME)
_AT = {name: row for row, name in enumerate(FEATURES)}
_PEOPLE = slice(_AT["person_hit"], _AT["asks"] + 1)
_CONTRASTS = slice(_AT["contrast_miss"], _AT["contrast_hit"] + 1)


def compare(index: Index, probe: Probe, facts: Ints) -> Floats:
    """Features of `facts` (positions), one row each, in the order of FEATURES; about 0..1 each."""
    out = np.empty((len(FEATURES), len(facts)), dtype=np.float32)
    first = index.first_row[facts]
    counts = index.first_row[facts + 1] - first
    rows = ranges(first, counts)
    starts = np.cumsum(counts) - counts
    table, slots = _likeness(index, probe)
    hit, held = _phrasings(index, table, slots, rows)
    _compare_phrasings(out, index, probe, hit, held, rows, starts, counts)
    by_fact = np.maximum.reduceat(hit, starts, axis=1)
    ids, answer_starts = index.answers.take(facts)
    told = np.maximum.reduceat(table.take(slots[ids], axis=1), answer_starts, axis=1)
    _compare_facts(out, probe, by_fact, told)
    out[_AT["centroid"]] = index.centroids[facts].astype(np.float32) @ probe.vector / 127
    abouts = [index.held[int(fact)] for fact in facts]
    out[_PEOPLE] = _constraints(probe, abouts)
    out[_CONTRASTS] = _contrasts(probe, abouts)
    return out.T


def _likeness(index: Index, probe: Probe) -> tuple[Floats, Ints]:
    """Terms of the question by vocabulary, in a compact table, and where each entry stands in it.

    Column 0 is for all the vocabulary that the question does not touch.
    """
    meanings = [entry.meaning for entry in probe.entries]
    touched = np.concatenate([meaning.ids for meaning in meanings])
    slots = np.zeros(len(index.vocabulary), dtype=np.int32)
    slots[touched] = np.arange(1, len(touched) + 1, dtype=np.int32)
    table = np.zeros((len(meanings), len(touched) + 1), dtype=np.float32)
    for row, meaning in enumerate(meanings):
        table[row, slots[meaning.ids]] = meaning.worth
    return table, slots


def _phrasings(index: Index, table: Floats, slots: Ints, rows: Ints) -> tuple[Floats, Floats]:
    """How nearly each phrasing (column) holds each term, and what share of it the question asks."""
    ids, starts = index.rows.take(rows)
    cells = table.take(slots[ids], axis=1)  # in rows; an index would make columns
    asked = cells.max(axis=0)
    asked *= index.vocabulary.idf[ids]
    held = (np.add.reduceat(asked, starts) / index.row_weight[rows]).astype(np.float32)
    return np.maximum.reduceat(cells, starts, axis=1), held


def _compare_phrasings(
    out: Floats,
    index: Index,
    probe: Probe,
    hit: Floats,
    held: Floats,
    rows: Ints,
    starts: Ints,
    counts: Ints,
) -> None:
    """Fill in what the best phrasing of each fact tells."""
    shares = np.stack([probe.shares, probe.content_shares])
    covered, content = shares @ hit
    strict = probe.shares @ (hit >= _STRICT).astype(np.float32)
    balanced = 2 * covered * held / np.maximum(covered + held, np.float32(1e-6))
    cosine = index.row_vectors[rows].astype(np.float32) @ probe.vector / 127
    by_row = np.stack([balanced, covered, held, strict, content, cosine])
    best = np.maximum.reduceat(by_row, starts, axis=1)
    names = ("best_f", "best_q", "best_p", "strict_q", "content_q", "cosine")
    out[[_AT[name] for name in names]] = best
    rest = np.where(balanced < np.repeat(best[0], counts), balanced, 0)
    out[_AT["second_f"]] = np.maximum.reduceat(rest, starts)
    out[_AT["mean_f"]] = np.add.reduceat(balanced, starts) / counts


def _compare_facts(out: Floats, probe: Probe, by_fact: Floats, told: Floats) -> None:
    """Fill in what all phrasings of each fact, and its answer, tell together."""
    strict = (by_fact >= _STRICT).astype(np.float32)
    found = np.maximum(by_fact, ANSWER * told)
    missing = 1 - found
    contents = probe.weights * probe.content
    local = probe.weights * (1 - by_fact.mean(axis=1)) + np.float32(1e-6)
    sums = np.stack([probe.shares, probe.content_shares, local / local.sum(), contents])
    fact_q, content, local_q, soft_mass = sums @ by_fact
    strict_q, strict_content, _, strict_mass = sums @ strict
    out[_AT["fact_q"]] = fact_q
    out[_AT["fact_answer_q"]] = probe.shares @ np.maximum(by_fact, told)
    out[_AT["strict_fact_q"]] = strict_q
    out[_AT["content_fact_q"]] = content
    out[_AT["content_strict_q"]] = strict_content
    out[_AT["local_q"]] = local_q
    out[_AT["strict_mass"]] = np.minimum(strict_mass, 3) / 3
    out[_AT["soft_mass"]] = np.minimum(soft_mass, 3) / 3
    out[_AT["strict_most"]] = (strict * contents[:, None]).max(axis=0)
    out[_AT["rare_miss"]] = (missing * probe.weights[:, None]).max(axis=0)
    strictly = 1 - np.maximum(strict, ANSWER * (told >= 1))
    out[_AT["rare_strict_miss"]] = (strictly * contents[:, None]).max(axis=0)
    out[_AT["alien_miss"]] = probe.alien @ missing
    foreign = probe.content_shares * probe.foreign
    out[_AT["foreign"]] = foreign.sum() if contents.any() else 0
    out[_AT["foreign_most"]] = (contents * probe.foreign).max()
    out[_AT["elsewhere"]] = (probe.content_shares - foreign) @ missing if contents.any() else 0
    if not contents.any():
        out[[_AT["content_q"], _AT["content_fact_q"], _AT["content_strict_q"]]] = 0.5
    asked = list(probe.asked)
    out[_AT["asked"]] = found[asked].min(axis=0) if asked else 0.5
    out[_AT["asked_strict"]] = strict[asked].min(axis=0) if asked else 0.5
    out[_AT["capital_miss"]] = probe.capital @ missing
    out[_AT["asks_kind"]] = bool(probe.analysed.asks)
    out[_AT["own"]] = min(probe.analysed.own, 4) / 4
    out[_AT["typed"]] = min(len(probe.weights), 12) / 12
    out[_AT["contents"]] = min(float(probe.content.sum()), 8) / 8


def _constraints(probe: Probe, facts: list[Held]) -> Floats:
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
    return table


def _unit_misses(units: frozenset[str], held: frozenset[str]) -> float:
    """Numbered things that the fact lacks: a whole one for another number of the same thing."""
    misses = 0.0
    for unit in units - held:
        noun = unit.partition("#")[0] + "#"
        misses += 1.0 if any(other.startswith(noun) for other in held) else 0.5
    return misses


def _contrasts(probe: Probe, facts: list[Held]) -> Floats:
    """Words of which a fact holds the opposite, none of the kind, or the same."""
    table = np.zeros((3, len(facts)), dtype=np.float32)
    if probe.contrasts:
        for column, held in enumerate(facts):
            groups = {group for group, _ in held.asked}
            for place in probe.contrasts:
                row = 2 if place in held.contrasts else 0 if place[0] in groups else 1
                table[row, column] += 1
    return table
