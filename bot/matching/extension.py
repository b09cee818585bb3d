"""The index over changed facts: those that are new are analysed, all others taken over.

To analyse a text takes as long as all else that a phrasing costs, so an index of thousands of
phrasings is extended by some in a fraction of a second. It differs from one that is built anew in
little: a word that only a fact used which is gone is still known, and the names are told from
ordinary words by what the facts said before.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

import numpy as np
from numpy.typing import NDArray

from bot.knowledge.schema import Fact
from bot.matching.analyser import Analyser
from bot.matching.embeddings import WordVectors
from bot.matching.index import Index, Read, Texts, assemble, meanings_of
from bot.matching.language.contrasts import Contrasts
from bot.matching.language.terms import Term
from bot.matching.meanings import MAX_ENCODED, Meanings
from bot.matching.query import Families
from bot.matching.sentences import Encoder
from bot.matching.sparse import Ints, SparseRows, ranges
from bot.matching.titles import Titles
from bot.matching.vocabulary import VocabularyBuilder

__all__ = ["extend_index"]


def extend_index(
    index: Index,
    facts: Iterable[Fact],
    analyser: Analyser,
    family: Families,
    contrasts: Contrasts,
    vectors: WordVectors,
    titles: Titles,
    works: Collection[Term],
    encoder: Encoder | None,
) -> Index:
    """An index over `facts`, of which those that are the same as before are as in `index`."""
    ordered = tuple(sorted(facts, key=lambda fact: fact.id))
    numbers = {fact.id: number for number, fact in enumerate(index.facts)}
    same = {
        fact.id for fact in ordered if fact.id in numbers and index.facts[numbers[fact.id]] == fact
    }
    new = tuple(fact for fact in ordered if fact.id not in same)
    texts = Texts(
        analyser,
        family,
        contrasts,
        works,
        VocabularyBuilder(index.vocabulary),
        index.corrector.resumed(),
    )
    for fact in new:
        texts.add(fact)
    added = texts.read()
    behind = {fact.id: len(index.facts) + number for number, fact in enumerate(new)}
    sources = [numbers[fact.id] if fact.id in same else behind[fact.id] for fact in ordered]
    order = np.array(sources, dtype=np.int32)
    read = _taken(_joined(_read_of(index), added), order)
    fresh = meanings_of(new, added.first, titles, encoder) if new else None
    meanings = _meanings(index.meanings, fresh, order, read.first)
    return assemble(ordered, read, texts, vectors, contrasts, meanings)


def _read_of(index: Index) -> Read:
    """What an index was assembled from."""
    return Read(
        phrasings=index.phrasings.terms,
        first=index.phrasings.first,
        typed=index.phrasings.typed.in_order(),
        understood=index.phrasings.understood.in_order(),
        answers=index.answers,
        profiles=index.profiles,
        asks=index.asks,
    )


def _joined(one: Read, other: Read) -> Read:
    """What was read off some facts, and behind it what was read off others."""
    return Read(
        phrasings=_both(one.phrasings, other.phrasings),
        first=np.append(one.first, one.first[-1] + other.first[1:]).astype(np.int32),
        typed=np.append(one.typed, other.typed),
        understood=np.append(one.understood, other.understood),
        answers=_both(one.answers, other.answers),
        profiles=(*one.profiles, *other.profiles),
        asks=np.concatenate([one.asks, other.asks]),
    )


def _both(one: SparseRows, other: SparseRows) -> SparseRows:
    starts = np.append(one.starts, one.starts[-1] + other.starts[1:]).astype(np.int32)
    return SparseRows(np.append(one.ids, other.ids), starts)


def _taken(read: Read, facts: Ints) -> Read:
    """What was read off these facts, by their number, in this order."""
    phrasings, first = _phrasings_of(read.first, facts)
    return Read(
        phrasings=_rows(read.phrasings, phrasings),
        first=first,
        typed=read.typed[phrasings],
        understood=read.understood[phrasings],
        answers=_rows(read.answers, facts),
        profiles=tuple(read.profiles[int(number)] for number in facts),
        asks=read.asks[facts],
    )


def _phrasings_of(first: Ints, facts: Ints) -> tuple[NDArray[np.intp], Ints]:
    """The phrasings of these facts, and where those of each begin among them."""
    counts = first[facts + 1] - first[facts]
    begins = np.append(0, np.cumsum(counts)).astype(np.int32)
    return ranges(first[facts], counts).astype(np.intp), begins


def _rows(rows: SparseRows, chosen: NDArray[np.intp] | Ints) -> SparseRows:
    ids, starts = rows.take(chosen.astype(np.int32))
    return SparseRows(ids, np.append(starts, len(ids)).astype(np.int32))


def _meanings(
    before: Meanings | None, added: Meanings | None, facts: Ints, first: Ints
) -> Meanings | None:
    """What these facts mean, by their number in `before` and behind it in `added`."""
    if before is None or len(facts) > MAX_ENCODED:
        return None
    asked, wholes, begins = before.phrasings, before.wholes, before.first
    if added is not None:
        asked = np.concatenate([asked, added.phrasings])
        wholes = np.concatenate([wholes, added.wholes])
        begins = np.append(begins, begins[-1] + added.first[1:]).astype(np.int32)
    phrasings, _ = _phrasings_of(begins, facts)
    return Meanings.of(asked[phrasings], first, wholes[facts])
