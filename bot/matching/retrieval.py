"""Retrieval: which facts are worth a closer look for a question.

Several channels look at all facts, each in its own way, and the best of each go on: a fact with
many phrasings takes places in one channel only, so a new one is found by its question or by what it
means. In the channels of words a question's terms, with all that each
may stand for, add up to a score for every fact that their postings lead to; in those of meaning the
score is a cosine.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from bot.knowledge.schema import Fact
from bot.matching.analyser import Analysed
from bot.matching.expansion import MAX_REMEMBERED, Expansion
from bot.matching.index import Index
from bot.matching.language.terms import Term, TermKind
from bot.matching.memo import Memo
from bot.matching.postings import Postings
from bot.matching.query import Query
from bot.matching.sparse import Floats, Ints, ranges

__all__ = ["Candidates", "Channel", "Retriever"]

EACH = 10
"""Facts that a channel proposes. Of the labelled questions, 99 in 100 have theirs among those of
all channels, and 94 in 100 where the facts have no phrasings but their question."""

RANKED = 40
"""Facts of a channel whose rank is told; all others come last."""

ABOUT = 12
"""Facts that are proposed to a bare name."""

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
_LITTLE = np.float32(1e-6)

_EVEN = 5
"""Digits of a score that count: behind them stands the noise of sums, and equals are to tie."""


class Channel(IntEnum):
    """The ways in which facts are looked for."""

    WORDS = 0
    """The words of all phrasings and of the answer."""
    FAIR = 1
    """The words of the question and the answer alone."""
    QUESTION = 2
    """The meaning of the question."""
    CENTRE = 3
    """The meaning of all phrasings together."""
    WHOLE = 4
    """The meaning of question and answer in one."""


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """Facts that are worth a closer look, and what the channels say of them."""

    facts: Ints
    """Numbers, ascending."""
    scores: Floats
    """By channel and candidate: its score as a part of the best of all facts', 0..1."""
    ranks: Floats
    """By channel and candidate: 1 for the best of all facts, 1/2 for the next and so on, the same
    for the same score; 0 far behind."""

    def __bool__(self) -> bool:
        return len(self.facts) > 0


@dataclass(frozen=True, slots=True, eq=False)
class _Gains:
    """What a term adds to the scores of facts (0..1 each)."""

    facts: Ints | slice
    """The facts, ascending; none for a term that leads to too many, all in order for one that
    leads to most."""
    scores: Floats


_NO_GAINS = _Gains(_NOWHERE, _NOTHING)
_NONE: Floats = np.zeros((len(Channel), 0), dtype=np.float32)
_NOBODY = Candidates(_NOWHERE, _NONE, _NONE)


@dataclass(frozen=True, slots=True, eq=False)
class Retriever:
    """Retrieves candidates from one index."""

    _index: Index
    _centroids: Floats | None
    """The centroids of the facts, if these are few enough."""
    _gains: Memo[Term, tuple[_Gains, _Gains]]
    """What each term adds in the channels of words, in their order."""

    @classmethod
    def build(cls, index: Index) -> Retriever:
        """Unpack the centroids, once for all questions."""
        small = len(index.facts) <= MAX_CENTROIDS
        centroids = index.centroids.astype(np.float32) / np.float32(127) if small else None
        return cls(index, centroids, Memo(MAX_REMEMBERED))

    def exact(self, analysed: Analysed) -> Fact | None:
        """The fact that is asked for in exactly these words, but for case and punctuation.

        As they were typed, or else as they are understood. By a digest of 64 bits: among 20,000
        phrasings, one question in 10^15 meets a wrong one.
        """
        for table, words in zip(
            (self._index.phrasings.typed, self._index.phrasings.understood),
            (analysed.typed, analysed.words),
            strict=True,
        ):
            phrasing = table.find(words) if words else None
            if phrasing is not None:
                return self._index.facts[self._index.phrasings.fact_of(phrasing)]
        return None

    def candidates(self, query: Query) -> Candidates:
        """The facts that share most with the question; perhaps none.

        To a bare name, of those that are about that person more than about anything else.
        """
        if not query.asks_something:
            return _NOBODY
        scores = self._scores(query)
        best = [_best(row, RANKED) for row in scores]
        if query.is_bare_name:
            facts = self._about(query)
        else:
            facts = np.unique(np.concatenate([row[:EACH] for row in best])).astype(np.int32)
        if not len(facts):
            return _NOBODY
        ranks = np.zeros((len(Channel), len(facts)), dtype=np.float32)
        for channel, row in enumerate(best):
            places = np.searchsorted(facts, row)
            places[places == len(facts)] = 0
            hits = facts[places] == row
            ranks[channel, places[hits]] = (1 / (1 + _before(scores[channel, row])))[hits]
        tops = np.maximum(scores.max(axis=1, keepdims=True), _LITTLE)
        return Candidates(facts, np.maximum(scores[:, facts], 0) / tops, ranks)

    def _scores(self, query: Query) -> Floats:
        """By channel and fact; above 0 where the fact has anything to do with the question."""
        scores = np.zeros((len(Channel), len(self._index.facts)), dtype=np.float32)
        for one in query.terms:
            for row, gains in zip(scores, self._gains.get(one.term, self._work_out), strict=False):
                row[gains.facts] += gains.scores
        by_words = scores[Channel.WORDS]
        if self._centroids is not None:
            by_words += CENTROID * (self._centroids @ query.vector)
        else:
            near = _highest(by_words, SHORTLIST)
            by_words[near] += CENTROID / 127 * (self._index.centroids[near] @ query.vector)
        meanings = self._index.meanings
        if meanings is not None:
            scores[Channel.QUESTION] = meanings.questions @ query.sense
            scores[Channel.CENTRE] = meanings.centres @ query.sense
            scores[Channel.WHOLE] = meanings.wholes @ query.sense
        return np.round(scores, _EVEN, out=scores)

    def warm(self) -> None:
        """Look up every term of the knowledge beforehand, if all can be kept.

        Takes a second for five hundred facts; a question then costs what its new words cost.
        """
        if len(self._index.vocabulary) <= MAX_REMEMBERED:
            for term in self._index.vocabulary.terms:
                self._gains.get(term, self._work_out)

    def _work_out(self, term: Term) -> tuple[_Gains, _Gains]:
        expansion = self._index.expander.expand(term)
        index = self._index
        return self._gained(expansion, index.postings), self._gained(expansion, index.fair)

    def _gained(self, expansion: Expansion, postings: Postings) -> _Gains:
        size = len(self._index.facts)
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
        best = cells[np.argsort(-forward.essence[cells], kind="stable")[:ABOUT]]
        facts = np.searchsorted(forward.terms.starts, best, side="right") - 1
        return np.unique(facts).astype(np.int32)


def _best(scores: Floats, count: int) -> Ints:
    """Numbers of the facts with the highest scores above 0, best first, at most `count`."""
    places = _highest(scores, count)
    places = places[np.lexsort((places, -scores[places]))]
    return places[scores[places] > 0].astype(np.int32)


def _before(descending: Floats) -> Floats:
    """How many stand before each in descending order; the same for the same score."""
    _, first, places = np.unique(-descending, return_index=True, return_inverse=True)
    return first[places].astype(np.float32)


def _highest(scores: Floats, number: int) -> NDArray[np.intp]:
    """Places of the highest scores, in no order."""
    if len(scores) <= number:
        return np.arange(len(scores))
    return np.argpartition(-scores, number)[:number]


def _holding(ids: Ints, wanted: Sequence[Ints]) -> Ints:
    """Where one of the `wanted` numbers stands in `ids`."""
    return np.flatnonzero(np.isin(ids, np.concatenate(wanted))).astype(np.int32)
