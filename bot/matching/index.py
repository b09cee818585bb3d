"""The index over all phrasings: which facts are worth a closer look for a question.

Postings lead from a term to the facts whose phrasings or answer hold it. A question's terms, with
all that each may stand for, add up to a score for every fact they touch; the best go on to
`comparing`. Read-only once built.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from bot.knowledge.schema import Fact
from bot.matching.analyser import KINDS, Analysed, Analyser
from bot.matching.embeddings import DIMENSIONS
from bot.matching.language.contrasts import Contrasts
from bot.matching.names.mentions import Mention, Names
from bot.matching.sparse import Floats, Ints, RowBuilder, SparseRows, ranges, unit
from bot.matching.vocabulary import Meaning, Vocabulary, is_content

__all__ = ["WORDS", "Held", "Index", "Probe"]

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

_LITTLE = np.float32(1e-6)
_NO_WORDS: Floats = np.zeros(0, dtype=np.float32)
_NOWHERE: Ints = np.zeros(0, dtype=np.int32)

_ARTICLES = frozenset({"a", "an", "the"})

WORDS = ("weight", "content", "alien", "foreign", "capital", "asked", "person", "kind", "number")
"""What is known of a word of a question, 0..1 each: how much it tells; whether it tells what is
asked (no person, no kind of question, no stop word); is unknown to the knowledge and to English;
how far it is from every word of the knowledge; whether it was written with a capital; is the noun
that is counted or chosen; means a person; is a kind of question; a number."""

_WEIGHT, _CONTENT, _ALIEN, _FOREIGN, _CAPITAL, _ASKED, _PERSON, _KIND, _NUMBER = range(len(WORDS))

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
    contrasts: frozenset[tuple[int, int]]
    """Contrasting words in its phrasings and its answer."""
    groups: frozenset[int]
    """The groups of contrasting words from which its phrasings have one."""


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A term of a question with all that the index knows of it."""

    term: str
    meaning: Meaning
    word: Floats
    """The row of `Probe.words`, but for what depends on the question."""
    facts: Ints | slice
    """Facts it leads to, ascending; none for a term that leads to too many, all in order for one
    that leads to most."""
    gains: Floats
    """What it adds to the score of each of them (0..1)."""


@dataclass(frozen=True, slots=True, eq=False)
class Probe:
    """A question made ready for comparison."""

    analysed: Analysed
    entries: tuple[Entry, ...]
    words: Floats
    """An entry a row, the columns as in WORDS."""
    vectors: Floats
    """An entry a row: its meaning, of length 1, or 0 where it has none."""
    vector: Floats
    """The meaning of all together, of length 1."""
    shares: Floats
    """The weights as shares of their sum."""
    question: Floats
    """How long it is, in words and in telling ones; whether it asks; how much of the writer."""
    is_bare: bool
    """Whether there is no question yet: a name ("park ji-hu") or one word ("kiss") alone."""
    kinds: tuple[int, ...]
    """Kinds of question, by their number."""
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
        telling = self.words[:, _CONTENT] > self.words[:, _ALIEN]
        return bool(self.everyone or self.numbers or self.units or telling.any())

    @property
    def is_bare_name(self) -> bool:
        """Whether somebody is named and nothing asked of them."""
        return self.is_bare and bool(self.mentions)


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
        kinds = np.zeros((len(self.facts), len(KINDS)), dtype=np.float32)
        first_row = array("i", [0])
        phrased = array("q")
        for number, fact in enumerate(self.facts):
            asked = [self._analyser.analyse(text) for text in fact.phrasings]
            topic = (fact.topic or "").replace("-", " ")
            told = self._analyser.analyse(f"{fact.answer} {topic}")
            for one in asked:
                rows.append(self._row(one))
                phrased.append(hash(one.words))
                for ask in one.asks:
                    kinds[number, KINDS[ask]] += 1 / len(asked)
            answers.append(self._row(told))
            first_row.append(len(rows))
            self.held.append(self._held(fact, asked, told))
            for one in (*asked, told):
                self.vocabulary.add_words(one.words)
        self.kinds: Floats = kinds
        """Facts by kinds of question: the share of the fact's phrasings that are of the kind."""
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
            groups=share(group for one in asked for group, _ in self._contrasting(one)),
            contrasts=share(c for one in everything for c in self._contrasting(one)),
        )

    def _share(self, values: Iterable[_T]) -> frozenset[_T]:
        """The set of `values`; one object for all facts that have the same."""
        found = frozenset(values)
        return cast("frozenset[_T]", self._shared.setdefault(found, found))

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
        """Postings from terms to facts and back, and the weight of each term and phrasing."""
        facts = len(self.facts)
        fact_of_row = np.repeat(np.arange(facts, dtype=np.int32), np.diff(self.first_row))
        asked, times = _distinct(self.rows.ids, fact_of_row[self.rows.row_of()])
        told, _ = _distinct(self.answers.ids, self.answers.row_of())
        size = len(self.vocabulary)
        counts = np.bincount(asked[0], minlength=size).astype(np.int32)
        self.vocabulary.finish(counts, facts)
        idf = self.vocabulary.idf
        weights = idf[self.rows.ids]
        sums = np.add.reduceat(weights, self.rows.starts[:-1])
        self.row_lengths: Ints = np.diff(self.rows.starts)
        whole = np.repeat(np.maximum(sums, _LITTLE), self.row_lengths)
        self.row_shares: Floats = (weights / whole).astype(np.float32)
        """For each term of each phrasing, the part of the phrasing's weight that is its."""
        share = (times / np.diff(self.first_row)[asked[1]]).astype(np.float32)
        terms = np.concatenate([asked[0], told[0]])
        order = np.argsort(terms, kind="stable")
        self._posting_facts = np.concatenate([asked[1], told[1]])[order].astype(np.int32)
        worth = np.append(PASSING + (1 - PASSING) * share, np.full(told.shape[1], ANSWER))
        self._posting_worth: Floats = worth[order].astype(np.float32)
        self._posting_start = np.searchsorted(terms[order], np.arange(size + 1)).astype(np.int32)
        self._turn(asked, share)

    def _turn(self, asked: NDArray[np.int64], share: Floats) -> None:
        """The same postings by fact: the distinct terms of its phrasings, and what each tells.

        `term_share` is the share of the fact's phrasings that hold the term, `term_essence` the
        part of the fact's meaning that lies in it: terms count by rarity and by that share, and
        add up to 1.
        """
        order = np.argsort(asked[1], kind="stable")
        ids, facts = asked[0][order].astype(np.int32), asked[1][order]
        starts = np.searchsorted(facts, np.arange(len(self.facts) + 1)).astype(np.int32)
        self.terms = SparseRows(ids, starts)
        self.term_share: Floats = share[order]
        told = self.vocabulary.idf[ids] * self.term_share
        sums = np.add.reduceat(told, starts[:-1]) if len(told) else told
        essence = told / np.maximum(sums, _LITTLE)[facts]
        self.term_essence: Floats = essence.astype(np.float32)

    def _embed(self) -> None:
        """The meaning of each fact, as 128 bytes: the middle of its phrasings'.

        A phrasing's is the weighted sum of its words'.
        """
        vocabulary = self.vocabulary
        weighted = vocabulary.vectors_of(range(len(vocabulary))) * vocabulary.idf[:, None]
        self.centroids: NDArray[np.int8] = np.zeros((len(self.facts), DIMENSIONS), np.int8)
        step = 2048
        for start in range(0, len(self.facts), step):
            first = self.first_row[start : start + step + 1]
            ids, starts = self.rows.take(np.arange(first[0], first[-1], dtype=np.int32))
            vectors = unit(np.add.reduceat(weighted[ids], starts, axis=0))
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
        words = _words(analysed, entries)
        vectors = np.concatenate([_NO_WORDS, *(entry.meaning.vector for entry in entries)])
        vectors = vectors.reshape(-1, DIMENSIONS)
        weights = words[:, _WEIGHT]
        telling = float(words[:, _CONTENT].sum())
        return Probe(
            analysed=analysed,
            entries=entries,
            words=words,
            vectors=vectors,
            vector=unit((weights @ vectors)[None])[0],
            shares=weights / max(float(weights.sum()), 1e-6),
            question=np.array(
                (
                    min(len(entries), 12) / 12,
                    min(telling, 8) / 8,
                    bool(analysed.asks),
                    min(analysed.own, 4) / 4,
                ),
                dtype=np.float32,
            ),
            is_bare=not marked and _is_bare(analysed),
            kinds=tuple(KINDS[ask] for ask in analysed.asks),
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
        word = _word(term, meaning)
        starts = self._posting_start[meaning.ids]
        counts = self._posting_start[meaning.ids + 1] - starts
        few = counts <= MAX_POSTINGS
        starts, counts, worth = starts[few], counts[few], meaning.worth[few]
        cells = ranges(starts, counts)
        if not len(cells):
            return Entry(term, meaning, word, _NOWHERE, _NO_WORDS)
        best = np.zeros(len(self.facts), dtype=np.float32)
        worths = self._posting_worth[cells] * np.repeat(worth, counts)
        np.maximum.at(best, self._posting_facts[cells], worths)
        best *= np.float32(meaning.weight)
        facts = np.flatnonzero(best).astype(np.int32)
        if len(self.facts) <= MAX_POSTINGS and len(facts) > len(self.facts) / 8:
            return Entry(term, meaning, word, slice(None), best)
        gains = best[facts]
        if len(facts) > MAX_POSTINGS:
            kept = np.sort(np.argpartition(-gains, MAX_POSTINGS)[:MAX_POSTINGS])
            facts, gains = facts[kept], gains[kept]
        return Entry(term, meaning, word, facts, gains)

    def facts_with(self, term: int) -> Ints:
        """Positions of the facts whose phrasings or answer hold a term, by its number."""
        return self._posting_facts[self._posting_start[term] : self._posting_start[term + 1]]

    def candidates(self, probe: Probe) -> Ints:
        """Positions of the facts that share most with the question, ascending.

        To a bare name, of those that are about that person more than about anything else.
        """
        if probe.is_bare_name:
            return self._about([entry for entry in probe.entries if entry.word[_PERSON]])
        scores = np.zeros(len(self.facts), dtype=np.float32)
        for entry in probe.entries:
            scores[entry.facts] += entry.gains
        if self._near_centroids is not None:
            scores += CENTROID * (self._near_centroids @ probe.vector)
        if len(scores) > MAX_CANDIDATES:
            picked = np.argpartition(-scores, MAX_CANDIDATES)[:MAX_CANDIDATES]
        else:
            picked = np.arange(len(scores))
        return np.sort(picked[scores[picked] > 0]).astype(np.int32)

    def _about(self, people: Sequence[Entry]) -> Ints:
        """Positions of the facts whose meaning lies most in `people`, ascending."""
        numbers = np.concatenate([entry.meaning.ids for entry in people])
        cells = np.flatnonzero(np.isin(self.terms.ids, numbers))
        told = self.term_essence[cells]
        best = cells[np.argsort(-told, kind="stable")[:MAX_CANDIDATES]]
        facts = np.searchsorted(self.terms.starts, best, side="right") - 1
        return np.unique(facts).astype(np.int32)


def _is_bare(analysed: Analysed) -> bool:
    """Whether a text is a name alone, or one word, but for articles."""
    named = sum(mention.end - mention.start for mention in analysed.mentions)
    others = sum(word not in _ARTICLES for word in analysed.words) - named
    return not analysed.asks and others <= (0 if named else 1)


def _words(analysed: Analysed, entries: Sequence[Entry]) -> Floats:
    """What is known of each term of a question, the columns as in WORDS."""
    words = np.concatenate([_NO_WORDS, *(entry.word for entry in entries)])
    words = words.reshape(-1, len(WORDS))
    if analysed.capital or analysed.asked:
        for row, entry in enumerate(entries):
            words[row, _CAPITAL] = entry.term in analysed.capital
            words[row, _ASKED] = entry.term in analysed.asked
    return words


def _word(term: str, meaning: Meaning) -> Floats:
    """What a term is like, as a row of `Probe.words`; capital and asked are the question's."""
    kinds = (term[0] == "@", term[0] == "?", "#" in term)
    told = (meaning.weight, is_content(term), meaning.alien, 1 - meaning.most)
    return np.array((*told, 0, 0, *kinds), dtype=np.float32)


def _person(mention: Mention, family: _Family) -> str:
    """The term for whoever a name means: one for an actor and the character they play."""
    return f"@{min(min(family(person)) for person in mention.people)}"


def _distinct(terms: Ints, facts: Ints) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Distinct (term, fact) pairs as two rows, by term, then fact, and how often each occurs."""
    pairs, times = np.unique(terms.astype(np.int64) << 32 | facts, return_counts=True)
    return np.stack([pairs >> 32, pairs & 0xFFFFFFFF]), times
