"""The index over all phrasings: which facts are worth a closer look for a question.

Postings lead from a term to the facts whose phrasings or answer hold it. A question's terms, with
all that each may stand for, add up to a score for every fact they touch; the best go on to
`comparing`. Read-only once built.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from bot.knowledge.schema import Fact
from bot.matching.analysis import Analysed, Analyser
from bot.matching.contrasts import Contrasts
from bot.matching.names import Mention, Names
from bot.matching.sparse import Floats, Ints, RowBuilder, SparseRows, ranges, unit
from bot.matching.vectors import DIMENSIONS
from bot.matching.vocabulary import Meaning, Vocabulary, is_content

__all__ = ["ANSWER", "Held", "Index", "Probe"]

MAX_CANDIDATES = 12
"""Facts that are compared closely. Of the labelled questions, 98 in 100 have theirs among them."""

MAX_POSTINGS = 3_000
"""Facts that one term leads to. A term of more tells next to nothing among 100,000 facts."""

ANSWER = 0.6
"""What a word found only in a fact's answer is worth, next to one in a phrasing."""

PASSING = 0.75
"""What a word is worth that one phrasing of a fact holds in passing, next to one in all of them."""

CENTROID = 0.3
"""What likeness of meaning as a whole adds to a fact's score, next to a telling word."""

MAX_CENTROIDS = 20_000
"""Facts up to which meaning as a whole picks candidates; beyond, words alone do, for speed."""

_CACHED = 6144

_T = TypeVar("_T")
_Family = Callable[[str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Held:
    """What a fact is about, apart from its words: constraints that a question is held against."""

    people: frozenset[str]
    """Everybody its phrasings name or it lists, with the actor or character that goes with each."""
    told: frozenset[str]
    """Everybody its answer names."""
    named: frozenset[str]
    """Everybody that the question itself names."""
    numbers: frozenset[str]
    units: frozenset[str]
    """Numbered things in the question itself, such as season#2."""
    asked: frozenset[tuple[int, int]]
    """Contrasting words in its phrasings."""
    contrasts: frozenset[tuple[int, int]]
    """The same, in its phrasings and its answer."""
    asks: Mapping[str, float]
    """Kinds of question among its phrasings, each with its share."""


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A term of a question with all that the index knows of it."""

    term: str
    meaning: Meaning
    facts: Ints
    """Facts it leads to, ascending; empty for a term that leads to too many."""
    gains: Floats
    """What it is worth in each of them (0..1)."""


@dataclass(frozen=True, slots=True, eq=False)
class Probe:
    """A question made ready for comparison."""

    analysed: Analysed
    entries: tuple[Entry, ...]
    vector: Floats
    weights: Floats
    shares: Floats
    """The weights as shares of their sum."""
    content: Floats
    """1 for a term that tells what is asked, 0 for people, kinds of question and stop words."""
    content_shares: Floats
    """The weights of the telling terms as shares of theirs."""
    alien: Floats
    foreign: Floats
    """1 for a term that is far from every word of the knowledge, 0 for one of its own."""
    capital: Floats
    """1 for a word that the writer gave a capital."""
    asked: tuple[int, ...]
    """Which terms are the noun that is counted or chosen."""
    mentions: tuple[frozenset[str], ...]
    """The people each name may mean, with the actor or character that goes with them."""
    roles: tuple[frozenset[str], ...]
    """The same for each word that means somebody by what they do."""
    everyone: frozenset[str]
    """All of these, and those meant by a role word."""
    numbers: frozenset[str]
    units: frozenset[str]
    contrasts: frozenset[tuple[int, int]]

    @property
    def asks_something(self) -> bool:
        """Whether there is anything to go by: a person, a number, or a telling word that is known.

        "Hi everyone, how are you" has none.
        """
        return bool(
            self.everyone or self.numbers or self.units or (self.content > self.alien).any()
        )


class Index:
    """Everything precomputed for one state of knowledge."""

    def __init__(
        self,
        facts: Sequence[Fact],
        names: Names,
        analyser: Analyser,
        vocabulary: Vocabulary,
        contrasts: Contrasts,
    ) -> None:
        self.facts = tuple(facts)
        self.vocabulary = vocabulary
        self._names = names
        self._analyser = analyser
        self._contrasts = contrasts
        self._family = lru_cache(maxsize=None)(self._family_of)
        self.held: list[Held] = []
        self._shared: dict[Hashable, object] = {}
        self._read()
        self._shared.clear()
        self._post()
        self._embed()
        self._entry = lru_cache(maxsize=_CACHED)(self._entry_of)

    # -- building

    def _read(self) -> None:
        """Analyse all texts: a row of terms for each phrasing and each answer."""
        rows, answers = RowBuilder(), RowBuilder()
        first_row = array("i", [0])
        phrased = array("q")
        for fact in self.facts:
            asked = [self._analyser.analyse(text) for text in fact.phrasings]
            topic = (fact.topic or "").replace("-", " ")
            told = self._analyser.analyse(f"{fact.answer} {topic}")
            for one in asked:
                rows.append(self._row(one))
                phrased.append(hash(one.words))
            answers.append(self._row(told))
            first_row.append(len(rows))
            self.held.append(self._held(fact, asked, told))
            for one in (*asked, told):
                self.vocabulary.add_pairs(one.words)
        self.rows: SparseRows = rows.build()
        self.answers: SparseRows = answers.build()
        self.first_row: Ints = np.array(first_row, np.int32)
        hashes = np.array(phrased, np.int64)
        self._phrased_rows = np.argsort(hashes, kind="stable").astype(np.int32)
        self._phrased = hashes[self._phrased_rows]

    def _row(self, analysed: Analysed) -> Iterable[int]:
        """Distinct term numbers of a text: its words, its people, its kinds of question."""
        add = self.vocabulary.add
        row = {add(term.text, term.word): None for term in analysed.terms}
        row |= {add(_person(m, self._family)): None for m in analysed.mentions + analysed.roles}
        row |= {add(ask): None for ask in analysed.asks}
        return row

    def _held(self, fact: Fact, asked: list[Analysed], told: Analysed) -> Held:
        listed = {member for person in fact.people for member in self._family(person)}
        everything = (*asked, told)
        share = self._share
        return Held(
            people=share(listed.union(*(self._everyone(one) for one in asked))),
            told=share(self._everyone(told)),
            named=share(self._everyone(asked[0])),
            numbers=share(t.text for one in everything for t in one.terms if "#" in t.text),
            units=share(t.text for t in asked[0].terms if "#" in t.text[1:]),
            asked=share(c for one in asked for c in self._contrasting(one)),
            contrasts=share(c for one in everything for c in self._contrasting(one)),
            asks=self._kinds(asked),
        )

    def _share(self, values: Iterable[_T]) -> frozenset[_T]:
        """The set of `values`; one object for all facts that have the same."""
        found = frozenset(values)
        return cast("frozenset[_T]", self._shared.setdefault(found, found))

    def _kinds(self, asked: list[Analysed]) -> Mapping[str, float]:
        """Kinds of question among phrasings, each with its share; one object for equal ones."""
        counts = Counter(ask for one in asked for ask in one.asks)
        kinds = {ask: counts[ask] / len(asked) for ask in sorted(counts)}
        key = tuple(kinds.items())
        return cast("Mapping[str, float]", self._shared.setdefault(key, kinds))

    def _everyone(self, analysed: Analysed) -> frozenset[str]:
        return frozenset[str]().union(*map(self._meant, analysed.mentions))

    def _meant(self, mention: Mention) -> frozenset[str]:
        """Everybody a name may mean, with the actor or character that goes with them."""
        return frozenset[str]().union(*map(self._family, mention.people))

    def _contrasting(self, analysed: Analysed) -> list[tuple[int, int]]:
        return [place for t in analysed.terms for place in self._contrasts.places(t.text)]

    def _family_of(self, person: str) -> frozenset[str]:
        return frozenset(self._names.family(person))

    def _post(self) -> None:
        """Postings from terms to facts, and the weight of each term and each phrasing."""
        numbers = np.arange(len(self.facts), dtype=np.int32)
        fact_of_row = np.repeat(numbers, np.diff(self.first_row))
        asked, times = _distinct(self.rows.ids, fact_of_row[self.rows.row_of()])
        told, _ = _distinct(self.answers.ids, self.answers.row_of())
        size = len(self.vocabulary)
        counts = np.bincount(asked[0], minlength=size).astype(np.int32)
        self.vocabulary.finish(counts, len(self.facts))
        terms = np.concatenate([asked[0], told[0]])
        order = np.argsort(terms, kind="stable")
        self._posting_facts = np.concatenate([asked[1], told[1]])[order].astype(np.int32)
        share = times / np.diff(self.first_row)[asked[1]]
        worth = np.append(PASSING + (1 - PASSING) * share, np.full(told.shape[1], ANSWER))
        self._posting_worth: Floats = worth[order].astype(np.float32)
        self._posting_start = np.searchsorted(terms[order], np.arange(size + 1)).astype(np.int32)
        idf = self.vocabulary.idf
        self.row_weight = np.add.reduceat(idf[self.rows.ids], self.rows.starts[:-1])

    def _embed(self) -> None:
        """A vector for each phrasing, the weighted sum of its words', and one for each fact.

        Kept as bytes: 128 of them a phrasing.
        """
        vocabulary = self.vocabulary
        weighted = vocabulary.vectors_of(range(len(vocabulary))) * vocabulary.idf[:, None]
        self.row_vectors: NDArray[np.int8] = np.zeros((len(self.rows), DIMENSIONS), np.int8)
        self.centroids: NDArray[np.int8] = np.zeros((len(self.facts), DIMENSIONS), np.int8)
        step = 2048
        for start in range(0, len(self.facts), step):
            first = self.first_row[start : start + step + 1]
            rows = np.arange(first[0], first[-1], dtype=np.int32)
            ids, starts = self.rows.take(rows)
            vectors = unit(np.add.reduceat(weighted[ids], starts, axis=0))
            self.row_vectors[first[0] : first[-1]] = np.round(vectors * 127)
            centre = unit(np.add.reduceat(vectors, first[:-1] - first[0], axis=0))
            self.centroids[start : start + len(centre)] = np.round(centre * 127)
        small = len(self.facts) <= MAX_CENTROIDS
        self._near_centroids = self.centroids.astype(np.float32) / 127 if small else None

    # -- asking

    def probe(self, question: str) -> Probe:
        """Make `question` ready: weigh its terms and find what each may stand for."""
        analysed = self._analyser.analyse(question, self.vocabulary.mend)
        terms = dict.fromkeys(term.text for term in analysed.terms)
        terms |= dict.fromkeys(_person(m, self._family) for m in analysed.mentions + analysed.roles)
        terms |= dict.fromkeys(analysed.asks)
        entries = tuple(self._entry(term) for term in terms)
        mentions = tuple(map(self._meant, analysed.mentions))
        roles = tuple(map(self._meant, analysed.roles))
        marked = [term for term in terms if "#" in term]
        vector = np.zeros(DIMENSIONS, dtype=np.float32)
        for entry in entries:
            vector += entry.meaning.vector
        weights = np.array([entry.meaning.weight for entry in entries], dtype=np.float32)
        content = np.array([is_content(term) for term in terms], dtype=np.float32)
        telling = weights * content
        return Probe(
            analysed=analysed,
            entries=entries,
            vector=unit(vector[None])[0],
            weights=weights,
            shares=weights / max(float(weights.sum()), 1e-6),
            content=content,
            content_shares=telling / max(float(telling.sum()), 1e-6),
            alien=np.array([entry.meaning.alien for entry in entries], dtype=np.float32),
            foreign=np.array([1 - entry.meaning.most for entry in entries], dtype=np.float32),
            capital=np.array([term in analysed.capital for term in terms], dtype=np.float32),
            asked=tuple(n for n, term in enumerate(terms) if term in analysed.asked),
            mentions=mentions,
            roles=roles,
            everyone=frozenset[str]().union(*mentions, *roles),
            numbers=frozenset(term for term in marked if term[0] == "#"),
            units=frozenset(term for term in marked if term[0] != "#"),
            contrasts=frozenset(c for term in terms for c in self._contrasts.places(term)),
        )

    def phrased_as(self, analysed: Analysed) -> Fact | None:
        """The fact that is asked for in exactly these words, but for case and punctuation."""
        key = hash(analysed.words)
        place = int(np.searchsorted(self._phrased, key))
        if not analysed.words or place == len(self._phrased) or self._phrased[place] != key:
            return None
        row = int(self._phrased_rows[place])
        fact = self.facts[int(np.searchsorted(self.first_row, row, side="right")) - 1]
        same = any(self._analyser.analyse(text).words == analysed.words for text in fact.phrasings)
        return fact if same else None

    def warm(self) -> None:
        """Look up every term of the knowledge beforehand, if all fit the cache.

        Takes a second for five hundred facts; a question then costs what its new words cost.
        """
        if len(self.vocabulary) <= _CACHED:
            for term in self.vocabulary.terms:
                self._entry(term)

    def _entry_of(self, term: str) -> Entry:
        meaning = self.vocabulary.meaning(term)
        starts = self._posting_start[meaning.ids]
        counts = self._posting_start[meaning.ids + 1] - starts
        few = counts <= MAX_POSTINGS
        starts, counts, worth = starts[few], counts[few], meaning.worth[few]
        cells = ranges(starts, counts)
        if not len(cells):
            return Entry(term, meaning, np.zeros(0, np.int32), np.zeros(0, np.float32))
        best = np.zeros(len(self.facts), dtype=np.float32)
        worths = self._posting_worth[cells] * np.repeat(worth, counts)
        np.maximum.at(best, self._posting_facts[cells], worths)
        facts = np.flatnonzero(best).astype(np.int32)
        gains = best[facts]
        if len(facts) > MAX_POSTINGS:
            kept = np.sort(np.argpartition(-gains, MAX_POSTINGS)[:MAX_POSTINGS])
            facts, gains = facts[kept], gains[kept]
        return Entry(term, meaning, facts, gains)

    def facts_with(self, term: int) -> Ints:
        """Positions of the facts whose phrasings or answer hold a term, by its number."""
        return self._posting_facts[self._posting_start[term] : self._posting_start[term + 1]]

    def candidates(self, probe: Probe) -> Ints:
        """Positions of the facts that share most with the question, ascending."""
        scores = np.zeros(len(self.facts), dtype=np.float32)
        for entry in probe.entries:
            scores[entry.facts] += entry.gains * entry.meaning.weight
        if self._near_centroids is not None:
            scores += CENTROID * (self._near_centroids @ probe.vector)
        if len(scores) > MAX_CANDIDATES:
            picked = np.argpartition(-scores, MAX_CANDIDATES)[:MAX_CANDIDATES]
        else:
            picked = np.arange(len(scores))
        return np.sort(picked[scores[picked] > 0]).astype(np.int32)


def _person(mention: Mention, family: _Family) -> str:
    """The term for whoever a name means: one for an actor and the character they play."""
    return f"@{min(min(family(person)) for person in mention.people)}"


def _distinct(terms: Ints, facts: Ints) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Distinct (term, fact) pairs as two rows, by term, then fact, and how often each occurs."""
    pairs, times = np.unique(terms.astype(np.int64) << 32 | facts, return_counts=True)
    return np.stack([pairs >> 32, pairs & 0xFFFFFFFF]), times
