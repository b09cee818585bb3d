"""Retrieval: which facts are worth a closer look for a question.

A question's terms, with all that each may stand for, add up to a score for every fact that their
postings lead to; the best go on to be compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.knowledge.schema import Fact
from bot.matching.analyser import Analysed
from bot.matching.expansion import MAX_REMEMBERED
from bot.matching.index import Index
from bot.matching.language.terms import Term, TermKind
from bot.matching.memo import Memo
from bot.matching.query import Query
from bot.matching.sparse import Floats, Ints, ranges

__all__ = ["MAX_CANDIDATES", "Retriever"]

MAX_CANDIDATES = 12
"""Facts that are compared closely. Of the labelled questions, 98 in 100 have theirs among them."""

MAX_POSTINGS = 3_000
"""Facts that one term leads to. A term of more tells next to nothing among 100,000 facts."""

CENTROID = 0.3
"""What similarity of meaning as a whole adds to a fact's score, next to a telling word."""

MAX_CENTROIDS = 2_000
"""Facts of which all are looked at for their meaning as a whole; of more, those with most words."""

SHORTLIST = 512
"""How many those are."""

_NOWHERE: Ints = np.zeros(0, dtype=np.int32)
_NOTHING: Floats = np.zeros(0, dtype=np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class _Gains:
    """What a term adds to the scores of facts (0..1 each)."""

    facts: Ints | slice
    """The facts, ascending; none for a term that leads to too many, all in order for one that
    leads to most."""
    scores: Floats


_NO_GAINS = _Gains(_NOWHERE, _NOTHING)


@dataclass(frozen=True, slots=True, eq=False)
class Retriever:
    """Retrieves candidates from one index."""

    _index: Index
    _centroids: Floats | None
    """The centroids of the facts, if these are few enough."""
    _gains: Memo[Term, _Gains]

    @classmethod
    def build(cls, index: Index) -> Retriever:
        """Unpack the centroids, once for all questions."""
        small = len(index.facts) <= MAX_CENTROIDS
        centroids = index.centroids.astype(np.float32) / np.float32(127) if small else None
        return cls(index, centroids, Memo(MAX_REMEMBERED))

    def exact(self, analysed: Analysed) -> Fact | None:
        """The fact that is asked for in exactly these words, but for case and punctuation.

        By a digest of 64 bits: among 20,000 phrasings, one question in 10^15 meets a wrong one.
        """
        number = self._index.phrasings.with_words(analysed.words) if analysed.words else None
        return None if number is None else self._index.facts[number]

    def candidates(self, query: Query) -> Ints:
        """Numbers of the facts that share most with the question, ascending; perhaps none.

        To a bare name, of those that are about that person more than about anything else.
        """
        if not query.asks_something:
            return _NOWHERE
        if query.is_bare_name:
            return self._about(query)
        scores = np.zeros(len(self._index.facts), dtype=np.float32)
        for one in query.terms:
            gains = self._gains.get(one.term, self._work_out)
            scores[gains.facts] += gains.scores
        if self._centroids is not None:
            near = np.arange(len(scores))
            scores += CENTROID * (self._centroids @ query.vector)
        else:
            near = _best(scores, SHORTLIST)
            scores[near] += CENTROID / 127 * (self._index.centroids[near] @ query.vector)
        picked = near[_best(scores[near], MAX_CANDIDATES)]
        return np.sort(picked[scores[picked] > 0]).astype(np.int32)

    def warm(self) -> None:
        """Look up every term of the knowledge beforehand, if all can be kept.

        Takes a second for five hundred facts; a question then costs what its new words cost.
        """
        if len(self._index.vocabulary) <= MAX_REMEMBERED:
            for term in self._index.vocabulary.terms:
                self._gains.get(term, self._work_out)

    def _work_out(self, term: Term) -> _Gains:
        expansion = self._index.expander.expand(term)
        postings, size = self._index.postings, len(self._index.facts)
        starts = postings.starts[expansion.ids]
        counts = postings.starts[expansion.ids + 1] - starts
        few = counts <= MAX_POSTINGS
        starts, counts, similarity = starts[few], counts[few], expansion.similarity[few]
        cells = ranges(starts, counts)
        if not len(cells):
            return _NO_GAINS
        best = np.zeros(size, dtype=np.float32)
        np.maximum.at(
            best, postings.facts[cells], postings.worth[cells] * np.repeat(similarity, counts)
        )
        best *= np.float32(expansion.weight)
        facts = np.flatnonzero(best).astype(np.int32)
        if size <= MAX_POSTINGS and len(facts) > size / 8:
            return _Gains(slice(None), best)
        if len(facts) > MAX_POSTINGS:
            kept = np.sort(np.argpartition(-best[facts], MAX_POSTINGS)[:MAX_POSTINGS])
            facts = facts[kept]
        return _Gains(facts, best[facts])

    def _about(self, query: Query) -> Ints:
        """Numbers of the facts whose meaning lies most in the people named, ascending."""
        people = [one for one in query.terms if one.term.kind is TermKind.PERSON]
        forward = self._index.forward
        cells = _holding(forward.terms.ids, [one.expansion.ids for one in people])
        best = cells[np.argsort(-forward.essence[cells], kind="stable")[:MAX_CANDIDATES]]
        facts = np.searchsorted(forward.terms.starts, best, side="right") - 1
        return np.unique(facts).astype(np.int32)


def _best(scores: Floats, number: int) -> NDArray[np.intp]:
    """Places of the highest scores, in no order."""
    if len(scores) <= number:
        return np.arange(len(scores))
    return np.argpartition(-scores, number)[:number]


def _holding(ids: Ints, wanted: Sequence[Ints]) -> Ints:
    """Where one of the `wanted` numbers stands in `ids`."""
    return np.flatnonzero(np.isin(ids, np.concatenate(wanted))).astype(np.int32)
