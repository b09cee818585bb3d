"""How alike a question is to each candidate fact, as numbers.

Two tables come of it. `FEATURES` tell of a fact as a whole: how much of the question its best
phrasing holds, whether it is about the same people, numbers and kind of thing. `WORD_FEATURES`
tell what each word of the question finds in each fact; which missing word matters, and which does
not, is left to `ranking`, which has learnt it. All candidates are compared in a handful of array
operations.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.matching.index import Held, Index, Probe
from bot.matching.sparse import Floats, Ints, pieces
from bot.matching.vocabulary import SAME

__all__ = ["FEATURES", "WORD_FEATURES", "Comparison", "compare"]

FEATURES = (
    # of the phrasings: balance of both ways, share of the question found, share of it asked for
    "best_f", "best_q", "best_p", "second_f", "mean_f",
    # share of the question found in the best phrasing and anywhere in the fact, exact words only
    "strict_q", "strict_fact_q",
    # of what the phrasings of the fact have in common, how much is asked for, and what is not most
    "essence", "essence_miss",
    # meaning as a whole
    "centroid",
    # constraints
    "person_hit", "person_answer", "person_miss", "person_extra", "role_hit",
    "number_miss", "unit_miss", "unit_extra", "asks",
    "contrast_miss", "contrast_absent", "contrast_hit",
    # the question itself: its length, whether it asks at all, or tells of the writer
    "typed", "contents", "asks_kind", "own",
)  # fmt: skip
"""About 0..1 each."""

WORD_FEATURES = (
    "best", "fact", "answer", "best_strict", "fact_strict", "answer_strict", "often", "near",
)  # fmt: skip
"""How nearly a word of the question stands in the best phrasing, in any, in the answer; the same
as itself, not as a related word; by the share of the phrasings; and how near it is in meaning to
the fact as a whole. 0..1 each, but the last, a cosine."""

_BEST, _FACT, _ANSWER, _BEST_STRICT, _FACT_STRICT, _ANSWER_STRICT, _OFTEN, _NEAR = range(
    len(WORD_FEATURES)
)

_STRICT = np.float32(SAME * SAME)
_AT = {name: row for row, name in enumerate(FEATURES)}
_ROWS = slice(_AT["best_f"], _AT["mean_f"] + 1)
_PEOPLE = slice(_AT["person_hit"], _AT["role_hit"] + 1)
_NUMBERS = slice(_AT["number_miss"], _AT["asks"] + 1)
_CONTRASTS = slice(_AT["contrast_miss"], _AT["contrast_hit"] + 1)
_QUESTION = slice(_AT["typed"], _AT["own"] + 1)


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """A question beside its candidates, as arrays (facts, words and features as named)."""

    features: Floats
    """A fact a column, the rows as in FEATURES."""
    found: Floats
    """By WORD_FEATURES, word of the question, and fact."""
    words: Floats
    """A word of the question a row, the columns as in WORDS."""
    vectors: Floats
    """A word of the question a row: its meaning, of length 1 or 0."""


def compare(index: Index, probe: Probe, facts: Ints) -> Comparison:
    """Hold the question against `facts` (positions, at least one)."""
    out = np.zeros((len(FEATURES), len(facts)), dtype=np.float32)
    found = np.empty((len(WORD_FEATURES), len(probe.entries), len(facts)), dtype=np.float32)
    likeness = _likeness(index, probe)
    _compare_phrasings(out, found, index, probe, likeness, facts)
    _compare_facts(out, found, index, probe, likeness, facts)
    centroids = index.centroids[facts].astype(np.float32)
    centroids /= np.float32(127)
    out[_AT["centroid"]] = centroids @ probe.vector
    found[_NEAR] = probe.vectors @ centroids.T
    numbers: list[int] = facts.tolist()
    abouts = [index.held[number] for number in numbers]
    out[_PEOPLE] = _people(probe, abouts)
    out[_NUMBERS] = _numbers(index, probe, abouts, facts)
    out[_CONTRASTS] = _contrasts(probe, abouts)
    out[_QUESTION] = probe.question[:, None]
    return Comparison(out, found, probe.words, probe.vectors)


@dataclass(frozen=True, slots=True, eq=False)
class _Likeness:
    """How nearly each term of the question is meant by each term of the vocabulary.

    A compact `table`, a term of the question a row, and for each term of the vocabulary its column;
    column 0 is for all that the question does not touch.
    """

    table: Floats
    columns: NDArray[np.intp]

    def of(self, ids: Ints) -> Floats:
        """The table's columns for terms of the vocabulary."""
        return self.table.take(self.columns.take(ids), axis=1)


def _likeness(index: Index, probe: Probe) -> _Likeness:
    meanings = [entry.meaning for entry in probe.entries]
    touched = np.concatenate([meaning.ids for meaning in meanings])
    columns = np.zeros(len(index.vocabulary), dtype=np.intp)
    columns[touched] = np.arange(1, len(touched) + 1)
    table = np.zeros((len(meanings), len(touched) + 1), dtype=np.float32)
    lines = np.repeat(np.arange(len(meanings)), [len(meaning.ids) for meaning in meanings])
    table[lines, columns[touched]] = np.concatenate([meaning.worth for meaning in meanings])
    return _Likeness(table, columns)


def _compare_phrasings(
    out: Floats, found: Floats, index: Index, probe: Probe, likeness: _Likeness, facts: Ints
) -> None:
    """Fill in what the phrasings of each fact tell, one by one.

    Each word of a phrasing counts for the one word of the question that it serves best, so that
    all phrasings are weighed in two sums; the best of a fact is then looked at word by word.
    """
    bounds = _bounds(index.first_row, facts)
    counts = np.diff(bounds)[:, 0]
    starts = np.cumsum(counts) - counts
    lengths = pieces(index.row_lengths, bounds.tolist())
    row_starts = np.cumsum(lengths) - lengths
    cells = index.rows.starts[bounds].tolist()
    table = likeness.table
    serves = np.stack([table.max(axis=0), (probe.shares[:, None] * table).max(axis=0)])
    served = _Likeness(serves, likeness.columns).of(pieces(index.rows.ids, cells))
    served[0] *= pieces(index.row_shares, cells)
    held, covered = np.add.reduceat(served, row_starts, axis=1)
    np.minimum(covered, 1, out=covered)
    balanced = 2 * covered * held
    balanced /= np.maximum(covered + held, np.float32(1e-6))
    best = np.maximum.reduceat(balanced, starts)
    is_best = balanced == np.repeat(best, counts)
    second = np.maximum.reduceat(np.where(is_best, 0, balanced), starts)
    chosen = np.maximum.reduceat(np.where(is_best, np.arange(len(lengths)), -1), starts)
    ids, chosen_starts = index.rows.take(bounds[:, 0] + chosen - starts)
    hit = np.maximum.reduceat(likeness.of(ids), chosen_starts, axis=1)
    found[_BEST], found[_BEST_STRICT] = hit, hit >= _STRICT
    out[_ROWS] = (
        best,
        np.maximum.reduceat(covered, starts),
        np.maximum.reduceat(held, starts),
        second,
        np.add.reduceat(balanced, starts) / counts,
    )
    out[_AT["strict_q"]] = probe.shares @ found[_BEST_STRICT]


def _compare_facts(
    out: Floats, found: Floats, index: Index, probe: Probe, likeness: _Likeness, facts: Ints
) -> None:
    """Fill in what all phrasings of each fact, and its answer, tell together."""
    bounds = _bounds(index.terms.starts, facts)
    counts = np.diff(bounds)[:, 0]
    starts = np.cumsum(counts) - counts
    cells = bounds.tolist()
    hits = likeness.of(pieces(index.terms.ids, cells))
    np.maximum.reduceat(hits, starts, axis=1, out=found[_FACT])
    asked = hits.max(axis=0)
    essential = pieces(index.term_essence, cells)
    out[_AT["essence"]] = np.add.reduceat(asked * essential, starts)
    out[_AT["essence_miss"]] = np.maximum.reduceat((1 - asked) * essential, starts)
    hits *= pieces(index.term_share, cells)
    np.maximum.reduceat(hits, starts, axis=1, out=found[_OFTEN])
    ids, answer_starts = index.answers.take(facts)
    np.maximum.reduceat(likeness.of(ids), answer_starts, axis=1, out=found[_ANSWER])
    found[_FACT_STRICT] = found[_FACT] >= _STRICT
    found[_ANSWER_STRICT] = found[_ANSWER] >= _STRICT
    out[_AT["strict_fact_q"]] = probe.shares @ found[_FACT_STRICT]


def _bounds(starts: Ints, facts: Ints) -> Ints:
    """A row for each fact: where its part begins, and where it ends."""
    return np.stack([starts[facts], starts[facts + 1]], axis=1)


def _people(probe: Probe, facts: list[Held]) -> Floats:
    """People and roles, held against each fact."""
    table = np.zeros((5, len(facts)), dtype=np.float32)
    for column, held in enumerate(facts):
        for family in probe.mentions:
            if not family.isdisjoint(held.people):
                table[0, column] += 1
            elif not family.isdisjoint(held.told):
                table[1, column] += 1
            else:
                table[2, column] += 1
        table[3, column] = bool(held.named) and held.named.isdisjoint(probe.everyone)
        for role in probe.roles:
            table[4, column] += not role.isdisjoint(held.people)
    table[0] /= max(len(probe.mentions), 1)
    return table


def _numbers(index: Index, probe: Probe, abouts: list[Held], facts: Ints) -> Floats:
    """Numbers, numbered things and the kind of question, held against each fact."""
    table = np.zeros((4, len(facts)), dtype=np.float32)
    if probe.numbers:
        table[0] = [len(probe.numbers - held.numbers) for held in abouts]
    if probe.units:
        table[1] = [_unit_misses(probe.units, held.numbers) for held in abouts]
        table[2] = [len(held.units - probe.units) for held in abouts]
    else:
        table[2] = [len(held.units) for held in abouts]
    kinds = list(probe.kinds)
    table[3] = index.kinds[facts][:, kinds].max(axis=1) if kinds else 0.5
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
    for place in probe.contrasts:
        for column, held in enumerate(facts):
            row = 2 if place in held.contrasts else 0 if place[0] in held.groups else 1
            table[row, column] += 1
    return table
