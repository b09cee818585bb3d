"""The index: all that is precomputed from the facts of one state of knowledge.

Facts are numbered in the order of their ids, whatever the order of the files, so that the same
knowledge gives the same numbers, the same scores and the same winner of a tie.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from bot.knowledge.schema import Fact
from bot.matching.analyser import Analysed, Analyser, Ask
from bot.matching.corrector import Corrector, CorrectorBuilder
from bot.matching.embeddings import WordVectors
from bot.matching.expansion import Expander
from bot.matching.language.contrasts import Contrasts, Place
from bot.matching.language.lexicon import Lexicon
from bot.matching.language.terms import Term, TermKind
from bot.matching.meanings import MAX_ENCODED, Meanings, sentences_of
from bot.matching.postings import ForwardIndex, Occurrences, Postings
from bot.matching.query import Families, person_term
from bot.matching.sentences import Encoder
from bot.matching.sparse import Floats, Ints, RowBuilder, SparseRows, unit
from bot.matching.titles import Titles
from bot.matching.vocabulary import Vocabulary, VocabularyBuilder

__all__ = [
    "Digests",
    "Index",
    "Phrasings",
    "Profile",
    "Read",
    "Texts",
    "assemble",
    "build_index",
    "digest",
    "meanings_of",
]

_LITTLE = np.float32(1e-6)
_STEP = 2048
"""Facts whose centroids are computed at once."""

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Profile:
    """What a fact is about, apart from its words: constraints that a question is held against."""

    people: frozenset[str]
    """Everybody its phrasings name or it lists, with the actor or character that goes with each."""
    in_answer: frozenset[str]
    """Everybody its answer names."""
    in_question: frozenset[str]
    """Everybody that the question itself names."""
    numbers: frozenset[Term]
    """Every number in it, alone or of a thing."""
    numbered: frozenset[Term]
    """Numbered things in the question itself, such as "season 2"."""
    contrasts: frozenset[Place]
    """Contrasting words in its phrasings and its answer."""
    groups: frozenset[int]
    """The groups of contrasting words from which its phrasings have one."""
    works: frozenset[Term]
    """Works beside the series that most of its phrasings name, such as a novel."""
    negated: float
    """Share of its phrasings that ask for what is not so."""
    acting: float | None
    """Share of its phrasings with a name in which something telling follows the name."""


@dataclass(frozen=True, slots=True, eq=False)
class Digests:
    """Where texts of the same words stand."""

    ascending: NDArray[np.int64]
    phrasings: Ints
    """The phrasing of each digest."""

    @classmethod
    def build(cls, found: NDArray[np.int64]) -> Digests:
        """Of the digests of all phrasings, in their order."""
        order = np.argsort(found, kind="stable").astype(np.int32)
        return cls(found[order], order)

    def in_order(self) -> NDArray[np.int64]:
        """By phrasing, its digest: what this was built of."""
        found = np.zeros(len(self.ascending), np.int64)
        found[self.phrasings] = self.ascending
        return found

    def find(self, words: Sequence[str]) -> int | None:
        """The first phrasing of these words, by its number; None if there is none."""
        key = digest(words)
        place = int(np.searchsorted(self.ascending, key))
        if place == len(self.ascending) or self.ascending[place] != key:
            return None
        return int(self.phrasings[place])


@dataclass(frozen=True, slots=True, eq=False)
class Phrasings:
    """All phrasings of all facts, those of a fact side by side."""

    terms: SparseRows
    """By phrasing, its distinct terms."""
    lengths: Ints
    """By phrasing, how many these are."""
    shares: Floats
    """For each term of each phrasing, the part of the phrasing's weight that is its."""
    first: Ints
    """By fact, its first phrasing; the last number is that of all phrasings."""
    typed: Digests
    """Of the words of each phrasing as they were typed."""
    understood: Digests
    """Of its words as they are understood, without the name of the show."""

    def fact_of(self, phrasing: int) -> int:
        """The number of the fact to which a phrasing belongs."""
        return int(np.searchsorted(self.first, phrasing, side="right")) - 1


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """Everything precomputed; a fact or a term goes by its number."""

    facts: tuple[Fact, ...]
    vocabulary: Vocabulary
    expander: Expander
    corrector: Corrector
    phrasings: Phrasings
    answers: SparseRows
    """By fact, the distinct terms of its answer."""
    postings: Postings
    fair: Postings
    """The same of questions and answers alone: what every fact has, however few phrasings."""
    meanings: Meanings | None
    """What the facts mean to the sentence encoder, if there is one and they are not too many."""
    forward: ForwardIndex
    centroids: NDArray[np.int8]
    """By fact, its meaning as 128 bytes: the middle of its phrasings'."""
    profiles: tuple[Profile, ...]
    asks: Floats
    """Facts by kinds of question: the share of the fact's phrasings that are of the kind."""


def digest(words: Sequence[str]) -> int:
    """A number of 64 bits for a sequence of words, the same in every process."""
    packed = blake2b("\n".join(words).encode("utf-8", "surrogatepass"), digest_size=8)
    return int.from_bytes(packed.digest(), "big", signed=True)


def build_index(
    facts: Iterable[Fact],
    analyser: Analyser,
    lexicon: Lexicon,
    family: Families,
    contrasts: Contrasts,
    vectors: WordVectors,
    titles: Titles,
    works: Collection[Term],
    encoder: Encoder | None,
) -> Index:
    """Analyse all texts of `facts`, and precompute what questions are compared with."""
    ordered = tuple(sorted(facts, key=lambda fact: fact.id))
    texts = Texts(
        analyser, family, contrasts, works, VocabularyBuilder(), CorrectorBuilder(vectors)
    )
    for fact in ordered:
        texts.add(fact)
    for word, (first, *_) in lexicon.latin():
        texts.vocabulary.add_surface(word, first)
    read = texts.read()
    meanings = meanings_of(ordered, read.first, titles, encoder)
    return assemble(ordered, read, texts, vectors, contrasts, meanings)


def assemble(
    ordered: tuple[Fact, ...],
    read: Read,
    texts: Texts,
    vectors: WordVectors,
    contrasts: Contrasts,
    meanings: Meanings | None,
) -> Index:
    """All that is precomputed from what was `read` off the facts, which are in order.

    `texts` holds the vocabulary in whose numbers that is, and the words of all texts.
    """
    first, rows, answers = read.first, read.phrasings, read.answers
    owners = np.repeat(np.arange(len(ordered), dtype=np.int32), np.diff(first))
    in_phrasings = Occurrences.count(rows.ids, owners[rows.row_of()])
    in_answers = Occurrences.count(answers.ids, answers.row_of())
    shares = (in_phrasings.times / np.diff(first)[in_phrasings.facts]).astype(np.float32)
    counts = np.bincount(in_phrasings.terms, minlength=len(texts.vocabulary)).astype(np.int32)
    vocabulary = texts.vocabulary.build(counts, len(ordered))
    asked, starts = rows.take(first[:-1])
    in_questions = Occurrences.count(
        asked, SparseRows(asked, np.append(starts, len(asked))).row_of()
    )
    return Index(
        facts=ordered,
        vocabulary=vocabulary,
        expander=Expander.build(vocabulary, vectors, contrasts),
        corrector=texts.corrector.build(vocabulary),
        phrasings=_phrasings(read, vocabulary.idf),
        answers=answers,
        postings=Postings.build(in_phrasings, shares, in_answers, len(vocabulary)),
        fair=Postings.build(
            in_questions,
            np.ones(len(in_questions.terms), dtype=np.float32),
            in_answers,
            len(vocabulary),
        ),
        meanings=meanings,
        forward=ForwardIndex.build(in_phrasings, shares, vocabulary.idf, len(ordered)),
        centroids=_centroids(rows, first, vocabulary, vectors),
        profiles=read.profiles,
        asks=read.asks,
    )


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """What was read off facts: rows of term numbers, digests and profiles, in their order."""

    phrasings: SparseRows
    """By phrasing, its distinct terms; those of a fact side by side."""
    first: Ints
    """By fact, its first phrasing; the last number is that of all phrasings."""
    typed: NDArray[np.int64]
    """By phrasing, the digest of its words as they were typed."""
    understood: NDArray[np.int64]
    """By phrasing, the digest of its words as they are understood."""
    answers: SparseRows
    """By fact, the distinct terms of its answer."""
    profiles: tuple[Profile, ...]
    asks: Floats
    """Facts by kinds of question, as in the index."""


class Texts:
    """What is read off the facts, one by one."""

    def __init__(
        self,
        analyser: Analyser,
        family: Families,
        contrasts: Contrasts,
        works: Collection[Term],
        vocabulary: VocabularyBuilder,
        corrector: CorrectorBuilder,
    ) -> None:
        """Number the terms in `vocabulary`, and let `corrector` take in the words."""
        self._analyser = analyser
        self._family = family
        self._contrasts = contrasts
        self._works = works
        self._shared: dict[Hashable, object] = {}
        self.corrector = corrector
        self.vocabulary = vocabulary
        self._rows, self._answers = RowBuilder(), RowBuilder()
        self._first = array("i", [0])
        self._typed, self._understood = array("q"), array("q")
        self._asks: list[list[float]] = []
        self._profiles: list[Profile] = []

    def read(self) -> Read:
        """What was read off all facts so far."""
        return Read(
            phrasings=self._rows.build(),
            first=np.array(self._first, np.int32),
            typed=np.array(self._typed, np.int64),
            understood=np.array(self._understood, np.int64),
            answers=self._answers.build(),
            profiles=tuple(self._profiles),
            asks=np.array(self._asks, dtype=np.float32).reshape(-1, len(Ask)),
        )

    def add(self, fact: Fact) -> None:
        """Analyse the texts of a fact: a row of terms for each phrasing and for the answer."""
        phrasings = [self._analyser.analyse(text) for text in fact.phrasings]
        topic = (fact.topic or "").replace("-", " ")
        answer = self._analyser.analyse(f"{fact.answer} {topic}")
        kinds = [0.0] * len(Ask)
        for one in phrasings:
            self._rows.append(self._row(one))
            self._typed.append(digest(one.typed))
            self._understood.append(digest(one.words))
            for ask in one.asks:
                kinds[ask] += 1 / len(phrasings)
        self._asks.append(kinds)
        self._answers.append(self._row(answer))
        self._first.append(len(self._rows))
        self._profiles.append(self._profile(fact, phrasings, answer))
        for one in (*phrasings, answer):
            self.corrector.add(one.words)

    def _row(self, analysed: Analysed) -> Iterable[int]:
        """Distinct term numbers of a text: its words, its people, its kinds of question."""
        add = self.vocabulary.add
        row = {add(token.term, token.word): None for token in analysed.tokens}
        row |= {add(person_term(mention, self._family)): None for mention in analysed.named}
        row |= {add(ask.term): None for ask in analysed.asks}
        return row

    def _profile(self, fact: Fact, phrasings: Sequence[Analysed], answer: Analysed) -> Profile:
        everything = (*phrasings, answer)
        listed = {member for person in fact.people for member in self._family(person)}
        question = phrasings[0].tokens
        return Profile(
            people=self._share(listed.union(*map(self._people, phrasings))),
            in_answer=self._share(self._people(answer)),
            in_question=self._share(self._people(phrasings[0])),
            numbers=self._share(
                token.term for one in everything for token in one.tokens if token.term.is_number
            ),
            numbered=self._share(t.term for t in question if t.term.kind is TermKind.NUMBERED),
            contrasts=self._share(place for one in everything for place in self._places(one)),
            groups=self._share(place.group for one in phrasings for place in self._places(one)),
            works=self._share(
                work
                for work in self._works
                if 2 * sum(any(t.term == work for t in one.tokens) for one in phrasings)
                > len(phrasings)
            ),
            negated=sum(one.is_negated for one in phrasings) / len(phrasings),
            acting=_share(one.is_acting for one in phrasings),
        )

    def _share(self, values: Iterable[_T]) -> frozenset[_T]:
        """The set of `values`; one object for all facts that have the same."""
        found = frozenset(values)
        return cast("frozenset[_T]", self._shared.setdefault(found, found))

    def _people(self, analysed: Analysed) -> frozenset[str]:
        """Everybody who is named, with the actor or character that goes with each."""
        return frozenset(
            member
            for mention in analysed.mentions
            for person in mention.people
            for member in self._family(person)
        )

    def _places(self, analysed: Analysed) -> Iterable[Place]:
        return (place for t in analysed.tokens for place in self._contrasts.places(t.term))


def _share(holds: Iterable[bool | None]) -> float | None:
    """The share of those that hold; None where none can tell."""
    known = [one for one in holds if one is not None]
    return sum(known) / len(known) if known else None


def _phrasings(read: Read, idf: Floats) -> Phrasings:
    rows = read.phrasings
    weights = idf[rows.ids]
    sums = np.add.reduceat(weights, rows.starts[:-1])
    lengths: Ints = np.diff(rows.starts)
    return Phrasings(
        terms=rows,
        lengths=lengths,
        shares=(weights / np.repeat(np.maximum(sums, _LITTLE), lengths)).astype(np.float32),
        first=read.first,
        typed=Digests.build(read.typed),
        understood=Digests.build(read.understood),
    )


def _centroids(
    rows: SparseRows, first: Ints, vocabulary: Vocabulary, vectors: WordVectors
) -> NDArray[np.int8]:
    """The middle of each fact's phrasings, of which each is the weighted sum of its words."""
    weighted = vectors.matrix([term.stem for term in vocabulary.terms]) * vocabulary.idf[:, None]
    facts = len(first) - 1
    centroids = np.zeros((facts, weighted.shape[1]), np.int8)
    for start in range(0, facts, _STEP):
        bounds = first[start : start + _STEP + 1]
        each = unit(_sums(weighted, rows, np.arange(bounds[0], bounds[-1], dtype=np.int32)))
        middle = unit(np.add.reduceat(each, bounds[:-1] - bounds[0], axis=0))
        centroids[start : start + len(middle)] = np.round(middle * 127)
    return centroids


def meanings_of(
    facts: Sequence[Fact], first: Ints, titles: Titles, encoder: Encoder | None
) -> Meanings | None:
    """What facts mean, whose phrasings begin at `first`; None without an encoder or of too many."""
    if encoder is None or len(facts) > MAX_ENCODED:
        return None
    phrasings: list[str] = []
    wholes: list[str] = []
    for fact in facts:
        *asked, whole = sentences_of(fact, titles)
        phrasings += asked
        wholes.append(whole)
    return Meanings.build(encoder, phrasings, first, wholes)


def _sums(vectors: Floats, rows: SparseRows, chosen: Ints) -> Floats:
    """The sum of the vectors of each row: of all rows the first vector, then the second, and so on.

    Several times as fast as `np.add.reduceat`, which goes from row to row.
    """
    starts, lengths = rows.starts[chosen], np.diff(rows.starts)[chosen]
    sums = vectors[rows.ids[starts]]
    for place in range(1, int(lengths.max(initial=0))):
        longer = np.flatnonzero(lengths > place)
        sums[longer] += vectors[rows.ids[starts[longer] + place]]
    return sums
