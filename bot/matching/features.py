"""What the ranker sees of a question and its candidates, as numbers.

Three kinds, each declared once below. `FEATURES` tell of a candidate as a whole: how much of the
question its best phrasing holds, whether it is about the same people, numbers and kind of thing.
`MATCH_FEATURES` tell what each term of the question finds in each candidate; which missing word
matters, and which does not, is left to the ranker, which has learnt it. `TERM_FEATURES` tell of a
term of the question by itself. All candidates are compared in a handful of array operations.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Sized
from dataclasses import dataclass
from enum import IntEnum
from functools import partial
from math import inf
from typing import Any, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from bot.matching.expansion import SAME
from bot.matching.index import Index, Profile
from bot.matching.language.contrasts import Place
from bot.matching.language.terms import TermKind
from bot.matching.meanings import Nearness
from bot.matching.query import Query, QueryTerm
from bot.matching.retrieval import Candidates, Channel
from bot.matching.sparse import Floats, Ints, pieces

__all__ = ["FEATURES", "INPUTS", "MATCH_FEATURES", "TERM_FEATURES", "Comparison", "Feature",
           "compare"]  # fmt: skip

_T = TypeVar("_T")
_STRICT = np.float32(SAME * SAME)
"""Similarity from which a term counts as the same as another, not as a related one."""
_LITTLE = np.float32(1e-6)


@dataclass(frozen=True, slots=True)
class Feature(Generic[_T]):
    """One number that the ranker sees, or one for each candidate."""

    name: str
    range: tuple[float, float]
    meaning: str
    of: Callable[[_T], NDArray[Any] | float]


@dataclass(frozen=True, slots=True, eq=False)
class _BestPhrasing:
    """What the phrasings of each candidate tell, one by one."""

    balanced: Floats
    """Of the phrasing where it is most: the balance (F1) of the two shares below."""
    second: Floats
    """The same of the second best."""
    mean: Floats
    """The same of all phrasings on average."""
    covered: Floats
    """Most of the question that a phrasing holds, as a share of its weight."""
    asked: Floats
    """Most of a phrasing that the question holds, as a share of its weight."""
    similarity: Floats
    """By term of the question and candidate: how nearly the best phrasing holds the term."""
    own: Floats
    """Of the fact's own question: the balance, then most of the question that it holds."""
    own_similarity: Floats
    """By term of the question and candidate: how nearly the fact's own question holds the term."""
    count: Ints
    """How many phrasings each has."""


@dataclass(frozen=True, slots=True, eq=False)
class _Whole:
    """What all phrasings of each candidate, and its answer, tell together."""

    similarity: Floats
    """By term of the question and candidate: how nearly any phrasing holds the term."""
    often: Floats
    """The same by the share of the phrasings that do."""
    in_answer: Floats
    """The same for the answer."""
    essence: Floats
    """Of what the phrasings have in common, how much is asked for."""
    essence_miss: Floats
    """Of what they have in common, what is not asked for most."""


@dataclass(frozen=True, slots=True, eq=False)
class _Pairing:
    """A question beside its candidates."""

    query: Query
    candidates: Candidates
    nearness: Nearness
    profiles: Sequence[Profile]
    phrasing: _BestPhrasing
    whole: _Whole
    centroids: Floats
    """The meaning of each candidate, one a row."""
    names: Floats
    """By _Named and candidate: how many names of the question stand there like that."""
    contrasts: Floats
    """By _Contrasted and candidate: how many contrasting words of the question do."""
    asks: Floats
    """By kind of question asked and candidate: the share of the phrasings that are of the kind."""

    def each(self, value: Callable[[Profile], float]) -> Floats:
        """A value for each candidate, by its profile."""
        return np.array([value(profile) for profile in self.profiles], dtype=np.float32)

    def each_if(self, asked: Sized, value: Callable[[Profile], float]) -> Floats | float:
        """The same; 0 where the question holds nothing `asked`."""
        return self.each(value) if asked else 0.0


class _Named(IntEnum):
    """Where a name of the question stands in a candidate."""

    IN_PHRASING = 0
    IN_ANSWER = 1
    NOWHERE = 2


class _Contrasted(IntEnum):
    """How a candidate holds a contrasting word of the question."""

    SAME = 0
    OPPOSITE = 1
    ABSENT = 2


_SHARE = (0.0, 1.0)
_COUNT = (0.0, inf)
_COSINE = (-1.0, 1.0)


def _numbered_miss(query: Query, profile: Profile) -> float:
    """Numbered things that a candidate lacks: a whole one for another number of the same thing."""
    missing = query.numbered - profile.numbers
    if not missing:
        return 0.0
    nouns = {term.noun for term in profile.numbers if term.kind is TermKind.NUMBERED}
    return sum(1.0 if term.noun in nouns else 0.5 for term in missing)


def _asks_of_others(pair: _Pairing) -> Floats:
    people = pair.query.people
    return pair.each(lambda held: bool(held.in_question) and held.in_question.isdisjoint(people))


def _turned(pair: _Pairing) -> Floats:
    acting = pair.query.analysed.is_acting
    return pair.each(
        lambda held: 0.5 if acting is None or held.acting is None else abs(acting - held.acting)
    )


def _score(pair: _Pairing, *, channel: Channel) -> Floats:
    return pair.candidates.scores[channel]


def _rank(pair: _Pairing, *, channel: Channel) -> Floats:
    return pair.candidates.ranks[channel]


FEATURES: tuple[Feature[_Pairing], ...] = (
    Feature("best_f", _SHARE, "balance of both shares in the best phrasing",
            lambda pair: pair.phrasing.balanced),
    Feature("best_q", _SHARE, "most of the question that one phrasing holds",
            lambda pair: pair.phrasing.covered),
    Feature("best_p", _SHARE, "most of a phrasing that the question holds",
            lambda pair: pair.phrasing.asked),
    Feature("second_f", _SHARE, "balance in the second best phrasing",
            lambda pair: pair.phrasing.second),
    Feature("mean_f", _SHARE, "balance in all phrasings on average",
            lambda pair: pair.phrasing.mean),
    Feature("strict_q", _SHARE, "share of the question in the best phrasing, the same words only",
            lambda pair: pair.query.shares @ (pair.phrasing.similarity >= _STRICT)),
    Feature("strict_fact_q", _SHARE, "share of the question in any phrasing, the same words only",
            lambda pair: pair.query.shares @ (pair.whole.similarity >= _STRICT)),
    Feature("essence", _SHARE, "of what the phrasings have in common, how much is asked for",
            lambda pair: pair.whole.essence),
    Feature("essence_miss", _SHARE, "of what they have in common, what is not asked for most",
            lambda pair: pair.whole.essence_miss),
    Feature("centroid", _COSINE, "similarity of meaning as a whole",
            lambda pair: pair.centroids @ pair.query.vector),
    Feature("person_hit", _SHARE, "share of the names that its phrasings hold",
            lambda pair: pair.names[_Named.IN_PHRASING] / max(len(pair.query.mentions), 1)),
    Feature("person_answer", _COUNT, "names that its answer alone holds",
            lambda pair: pair.names[_Named.IN_ANSWER]),
    Feature("person_miss", _COUNT, "names that it does not hold at all",
            lambda pair: pair.names[_Named.NOWHERE]),
    Feature("person_extra", _SHARE, "whether it asks of somebody who is not named",
            _asks_of_others),
    Feature("role_hit", _COUNT, "words for what somebody does that mean somebody in it",
            lambda pair: pair.each_if(
                pair.query.roles,
                lambda held: sum(not role.isdisjoint(held.people) for role in pair.query.roles))),
    Feature("number_miss", _COUNT, "numbers that it does not hold",
            lambda pair: pair.each_if(
                pair.query.numbers, lambda held: len(pair.query.numbers - held.numbers))),
    Feature("unit_miss", _COUNT, "numbered things that it does not hold; half where it has none",
            lambda pair: pair.each_if(
                pair.query.numbered, lambda held: _numbered_miss(pair.query, held))),
    Feature("unit_extra", _COUNT, "numbered things that it asks for and the question does not",
            lambda pair: pair.each(lambda held: len(held.numbered - pair.query.numbered))),
    Feature("asks", _SHARE, "share of its phrasings that are of the kind of question",
            lambda pair: pair.asks.max(axis=0) if len(pair.asks) else 0.5),
    Feature("contrast_miss", _COUNT, "words of which it holds the opposite",
            lambda pair: pair.contrasts[_Contrasted.OPPOSITE]),
    Feature("contrast_absent", _COUNT, "words of which it holds none of the kind",
            lambda pair: pair.contrasts[_Contrasted.ABSENT]),
    Feature("contrast_hit", _COUNT, "words with an opposite that it holds",
            lambda pair: pair.contrasts[_Contrasted.SAME]),
    Feature("work_extra", _SHARE, "whether it is about a work that the question does not name",
            lambda pair: pair.each(lambda held: bool(held.works - pair.query.works))),
    Feature("work_miss", _SHARE, "whether the question names a work that it is not about",
            lambda pair: pair.each_if(
                pair.query.works, lambda held: bool(pair.query.works - held.works))),
    Feature("negation", _SHARE, "share of its phrasings that are negated as the question is not",
            lambda pair: pair.each(
                lambda held: abs(pair.query.analysed.is_negated - held.negated))),
    Feature("turned", _SHARE, "share of its phrasings where the name is not on the same side",
            _turned),
    Feature("meaning_best", _COSINE, "nearness in meaning of the nearest phrasing",
            lambda pair: pair.nearness.best),
    Feature("meaning_second", _COSINE, "nearness in meaning of the next phrasing",
            lambda pair: pair.nearness.second),
    Feature("meaning_question", _COSINE, "nearness in meaning of the question",
            lambda pair: pair.nearness.question),
    Feature("meaning_centre", _COSINE, "nearness in meaning of all phrasings together",
            lambda pair: pair.nearness.centre),
    Feature("meaning_whole", _COSINE, "nearness in meaning of question and answer in one",
            lambda pair: pair.nearness.whole),
    Feature("own_f", _SHARE, "balance of both shares in the fact's own question",
            lambda pair: pair.phrasing.own[0]),
    Feature("own_q", _SHARE, "share of the question that the fact's own question holds",
            lambda pair: pair.phrasing.own[1]),
    Feature("fair_q", _SHARE, "share of the question in its own question or the answer",
            lambda pair: pair.query.shares @ np.maximum(
                pair.phrasing.own_similarity, pair.whole.in_answer)),
    Feature("phrasings", _COUNT, "how many phrasings it has, in powers of e, by four",
            lambda pair: np.log(pair.phrasing.count) / 4),
    *(Feature(f"{channel.name.lower()}_score", _SHARE,
              f"score in the channel {channel.name}, as a part of the best",
              partial(_score, channel=channel)) for channel in Channel),
    *(Feature(f"{channel.name.lower()}_rank", _SHARE,
              f"reciprocal rank in the channel {channel.name}",
              partial(_rank, channel=channel)) for channel in Channel),
    Feature("unknown", _SHARE, "share of words that no language known here has",
            lambda pair: pair.query.unknown),
    Feature("foreign_text", _SHARE, "whether it is in a language of which no words are known",
            lambda pair: pair.query.analysed.is_foreign),
    Feature("typed", _SHARE, "how long the question is, up to 12 terms",
            lambda pair: min(len(pair.query.terms), 12) / 12),
    Feature("contents", _SHARE, "how much it tells, up to 8 telling terms",
            lambda pair: min(pair.query.contents, 8) / 8),
    Feature("asks_kind", _SHARE, "whether it has a question word",
            lambda pair: bool(pair.query.asks)),
    Feature("own", _SHARE, "how often the writer speaks of themselves, up to 4 times",
            lambda pair: min(pair.query.analysed.own, 4) / 4),
)  # fmt: skip
"""Of each candidate as a whole."""

MATCH_FEATURES: tuple[Feature[_Pairing], ...] = (
    Feature("best", _SHARE, "how nearly the best phrasing holds the term",
            lambda pair: pair.phrasing.similarity),
    Feature("fact", _SHARE, "how nearly any phrasing holds it",
            lambda pair: pair.whole.similarity),
    Feature("answer", _SHARE, "how nearly the answer holds it",
            lambda pair: pair.whole.in_answer),
    Feature("best_strict", _SHARE, "whether the best phrasing holds the same word",
            lambda pair: pair.phrasing.similarity >= _STRICT),
    Feature("fact_strict", _SHARE, "whether any phrasing holds the same word",
            lambda pair: pair.whole.similarity >= _STRICT),
    Feature("answer_strict", _SHARE, "whether the answer holds the same word",
            lambda pair: pair.whole.in_answer >= _STRICT),
    Feature("often", _SHARE, "how nearly the phrasings hold it, by the share of them that do",
            lambda pair: pair.whole.often),
    Feature("near", _COSINE, "how near it is in meaning to the candidate as a whole",
            lambda pair: pair.query.vectors @ pair.centroids.T),
)  # fmt: skip
"""Of each term of the question in each candidate."""

TERM_FEATURES: tuple[Feature[QueryTerm], ...] = (
    Feature("weight", (0.0, 1.01), "how much the term tells", lambda one: one.expansion.weight),
    Feature("content", _SHARE, "whether it tells what is asked", lambda one: one.is_content),
    Feature("alien", _SHARE, "whether neither the knowledge nor English knows it",
            lambda one: one.expansion.is_alien),
    Feature("foreign", _SHARE, "how far it is from every term of the knowledge",
            lambda one: one.foreign),
    Feature("capital", _SHARE, "whether it was written with a capital",
            lambda one: one.is_capital),
    Feature("asked", _SHARE, "whether it is the noun that is counted or chosen",
            lambda one: one.is_asked),
    Feature("person", _SHARE, "whether it means a person",
            lambda one: one.term.kind is TermKind.PERSON),
    Feature("kind", _SHARE, "whether it is a kind of question",
            lambda one: one.term.kind is TermKind.ASK),
    Feature("number", _SHARE, "whether it is a number", lambda one: one.term.is_number),
)  # fmt: skip
"""Of each term of the question by itself."""

INPUTS: tuple[str, ...] = tuple(
    feature.name for feature in (*FEATURES, *MATCH_FEATURES, *TERM_FEATURES)
)
"""The names of all that the ranker takes in, in its order."""

_ROWS = {feature.name: row for row, feature in enumerate(FEATURES)}
_LAYERS = {feature.name: layer for layer, feature in enumerate(MATCH_FEATURES)}


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """A question beside its candidates, in numbers."""

    features: Floats
    """By FEATURES and candidate."""
    matches: Floats
    """By MATCH_FEATURES, term of the question, and candidate."""
    terms: Floats
    """By term of the question and TERM_FEATURES."""
    vectors: Floats
    """A term of the question a row: its meaning, of length 1 or 0."""

    def feature(self, name: str) -> Floats:
        """One of FEATURES, for each candidate."""
        return self.features[_ROWS[name]]

    def match(self, name: str) -> Floats:
        """One of MATCH_FEATURES, by term of the question and candidate."""
        return self.matches[_LAYERS[name]]


def compare(index: Index, query: Query, candidates: Candidates) -> Comparison:
    """Hold the question against its candidates, at least one."""
    pair = _pair(index, query, candidates)
    facts = candidates.facts
    features = np.empty((len(FEATURES), len(facts)), dtype=np.float32)
    for row, feature in zip(features, FEATURES, strict=True):
        row[:] = feature.of(pair)
    matches = np.empty((len(MATCH_FEATURES), len(query.terms), len(facts)), dtype=np.float32)
    for layer, feature in zip(matches, MATCH_FEATURES, strict=True):
        layer[:] = feature.of(pair)
    terms = [[feature.of(one) for feature in TERM_FEATURES] for one in query.terms]
    return Comparison(features, matches, np.array(terms, dtype=np.float32), query.vectors)


def _pair(index: Index, query: Query, candidates: Candidates) -> _Pairing:
    facts = candidates.facts
    numbers: list[int] = facts.tolist()
    profiles = [index.profiles[number] for number in numbers]
    similarity = _similarity(index, query)
    centroids = index.centroids[facts].astype(np.float32)
    centroids /= np.float32(127)
    return _Pairing(
        query=query,
        candidates=candidates,
        nearness=_nearness(index, query, facts),
        profiles=profiles,
        phrasing=_best_phrasing(index, query, similarity, facts),
        whole=_whole(index, similarity, facts),
        centroids=centroids,
        names=_names(query, profiles),
        contrasts=_contrasts(query, profiles),
        asks=index.asks[facts][:, list(query.asks)].T,
    )


def _nearness(index: Index, query: Query, facts: Ints) -> Nearness:
    if index.meanings is None:
        return Nearness(*[np.zeros(len(facts), dtype=np.float32)] * 5)
    return index.meanings.near(query.sense, facts)


@dataclass(frozen=True, slots=True, eq=False)
class _Similarity:
    """How nearly each term of the question is meant by each term of the vocabulary.

    A compact `table`, a term of the question a row, and for each term of the vocabulary its column;
    column 0 is for all that the question does not touch.
    """

    table: Floats
    columns: NDArray[np.intp]

    def of(self, ids: Ints) -> Floats:
        """The table's columns for terms of the vocabulary."""
        return self.table.take(self.columns.take(ids), axis=1)


def _similarity(index: Index, query: Query) -> _Similarity:
    expansions = [one.expansion for one in query.terms]
    touched = np.concatenate([one.ids for one in expansions])
    columns = np.zeros(len(index.vocabulary), dtype=np.intp)
    columns[touched] = np.arange(1, len(touched) + 1)
    table = np.zeros((len(expansions), len(touched) + 1), dtype=np.float32)
    lines = np.repeat(np.arange(len(expansions)), [len(one.ids) for one in expansions])
    table[lines, columns[touched]] = np.concatenate([one.similarity for one in expansions])
    return _Similarity(table, columns)


def _best_phrasing(
    index: Index, query: Query, similarity: _Similarity, facts: Ints
) -> _BestPhrasing:
    """Weigh every phrasing of each candidate, then look at the best one term by term.

    Each term of a phrasing counts for the one term of the question that it serves best, so that
    all phrasings are weighed in two sums.
    """
    phrasings = index.phrasings
    bounds = _bounds(phrasings.first, facts)
    counts = np.diff(bounds)[:, 0]
    starts = np.cumsum(counts) - counts
    lengths = pieces(phrasings.lengths, bounds.tolist())
    row_starts = np.cumsum(lengths) - lengths
    cells = phrasings.terms.starts[bounds].tolist()
    table = similarity.table
    serves = np.stack([table.max(axis=0), (query.shares[:, None] * table).max(axis=0)])
    served = _Similarity(serves, similarity.columns).of(pieces(phrasings.terms.ids, cells))
    served[0] *= pieces(phrasings.shares, cells)
    asked, covered = np.add.reduceat(served, row_starts, axis=1)
    np.minimum(covered, 1, out=covered)
    balanced = 2 * covered * asked
    balanced /= np.maximum(covered + asked, _LITTLE)
    best = np.maximum.reduceat(balanced, starts)
    is_best = balanced == np.repeat(best, counts)
    chosen = np.maximum.reduceat(np.where(is_best, np.arange(len(lengths)), -1), starts)
    ids, chosen_starts = phrasings.terms.take(bounds[:, 0] + chosen - starts)
    own_ids, own_starts = phrasings.terms.take(bounds[:, 0])
    return _BestPhrasing(
        balanced=best,
        second=np.maximum.reduceat(np.where(is_best, 0, balanced), starts),
        mean=(np.add.reduceat(balanced, starts) / counts).astype(np.float32),
        covered=np.maximum.reduceat(covered, starts),
        asked=np.maximum.reduceat(asked, starts),
        similarity=np.maximum.reduceat(similarity.of(ids), chosen_starts, axis=1),
        own=np.stack([balanced[starts], covered[starts]]),
        own_similarity=np.maximum.reduceat(similarity.of(own_ids), own_starts, axis=1),
        count=counts,
    )


def _whole(index: Index, similarity: _Similarity, facts: Ints) -> _Whole:
    forward = index.forward
    bounds = _bounds(forward.terms.starts, facts)
    counts = np.diff(bounds)[:, 0]
    starts = np.cumsum(counts) - counts
    cells = bounds.tolist()
    hits = similarity.of(pieces(forward.terms.ids, cells))
    held = np.maximum.reduceat(hits, starts, axis=1)
    asked = hits.max(axis=0)
    essence = pieces(forward.essence, cells)
    hits *= pieces(forward.share, cells)
    ids, answer_starts = index.answers.take(facts)
    return _Whole(
        similarity=held,
        often=np.maximum.reduceat(hits, starts, axis=1),
        in_answer=np.maximum.reduceat(similarity.of(ids), answer_starts, axis=1),
        essence=np.add.reduceat(asked * essence, starts),
        essence_miss=np.maximum.reduceat((1 - asked) * essence, starts),
    )


def _bounds(starts: Ints, facts: Ints) -> Ints:
    """A row for each fact: where its part begins, and where it ends."""
    return np.stack([starts[facts], starts[facts + 1]], axis=1)


def _names(query: Query, profiles: Sequence[Profile]) -> Floats:
    def standing(family: frozenset[str], held: Profile) -> _Named:
        if not family.isdisjoint(held.people):
            return _Named.IN_PHRASING
        return _Named.NOWHERE if family.isdisjoint(held.in_answer) else _Named.IN_ANSWER

    return _tally(query.mentions, profiles, standing)


def _contrasts(query: Query, profiles: Sequence[Profile]) -> Floats:
    def standing(place: Place, held: Profile) -> _Contrasted:
        if place in held.contrasts:
            return _Contrasted.SAME
        return _Contrasted.OPPOSITE if place.group in held.groups else _Contrasted.ABSENT

    return _tally(query.contrasts, profiles, standing)


def _tally(
    things: Iterable[_T], profiles: Sequence[Profile], standing: Callable[[_T, Profile], IntEnum]
) -> Floats:
    """By standing (three of them) and candidate, how many `things` stand there like that."""
    counts = [[0] * len(profiles) for _ in range(3)]
    for thing in things:
        for column, held in enumerate(profiles):
            counts[standing(thing, held)][column] += 1
    return np.array(counts, dtype=np.float32)
