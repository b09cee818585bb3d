"""Postings, from a term to the facts that hold it, and the forward index, from a fact to terms."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.matching.sparse import Floats, Ints, SparseRows

__all__ = ["ForwardIndex", "Occurrences", "Postings"]

IN_ANSWER = 0.6
"""What a word found only in a fact's answer is worth, next to one in a phrasing."""

PASSING = 0.75
"""What a word is worth that one phrasing of a fact holds in passing, next to one in all of them."""

_LITTLE = np.float32(1e-6)


@dataclass(frozen=True, slots=True, eq=False)
class Occurrences:
    """Distinct pairs of a term and a fact, by term, then fact, and how often each occurs."""

    terms: NDArray[np.int64]
    facts: NDArray[np.int64]
    times: NDArray[np.int64]

    @classmethod
    def count(cls, terms: Ints, facts: Ints) -> Occurrences:
        """Count pairs, given as two columns of numbers."""
        pairs, times = np.unique(terms.astype(np.int64) << 32 | facts, return_counts=True)
        return cls(pairs >> 32, pairs & 0xFFFFFFFF, times)


@dataclass(frozen=True, slots=True, eq=False)
class Postings:
    """By term, the facts whose phrasings or answer hold it, and what it is worth in each (0..1)."""

    starts: Ints
    """Where the postings of each term begin; those of the last end at the last."""
    facts: Ints
    worth: Floats

    @classmethod
    def build(
        cls, in_phrasings: Occurrences, shares: Floats, in_answers: Occurrences, size: int
    ) -> Postings:
        """Merge the occurrences in phrasings with those in answers, for `size` terms.

        For each of `in_phrasings`, `shares` has the share of the fact's phrasings that do.
        """
        terms = np.concatenate([in_phrasings.terms, in_answers.terms])
        order = np.argsort(terms, kind="stable")
        worth = np.append(
            PASSING + (1 - PASSING) * shares, np.full(len(in_answers.terms), IN_ANSWER)
        ).astype(np.float32)
        return cls(
            starts=np.searchsorted(terms[order], np.arange(size + 1)).astype(np.int32),
            facts=np.concatenate([in_phrasings.facts, in_answers.facts])[order].astype(np.int32),
            worth=worth[order],
        )

    def of(self, term: int) -> Ints:
        """The facts that hold a term, by its number."""
        return self.facts[self.starts[term] : self.starts[term + 1]]


@dataclass(frozen=True, slots=True, eq=False)
class ForwardIndex:
    """By fact, the distinct terms of its phrasings."""

    terms: SparseRows
    share: Floats
    """For each of them the share of the fact's phrasings that hold it."""
    essence: Floats
    """For each of them the part of the fact's meaning that lies in it: terms count by rarity and
    by that share, and add up to 1."""

    @classmethod
    def build(
        cls, in_phrasings: Occurrences, shares: Floats, idf: Floats, facts: int
    ) -> ForwardIndex:
        """Turn the occurrences in phrasings round, for `facts` facts."""
        order = np.argsort(in_phrasings.facts, kind="stable")
        ids, owners = in_phrasings.terms[order].astype(np.int32), in_phrasings.facts[order]
        starts = np.searchsorted(owners, np.arange(facts + 1)).astype(np.int32)
        share = shares[order]
        weight = idf[ids] * share
        sums = np.add.reduceat(weight, starts[:-1]) if len(weight) else weight
        essence = (weight / np.maximum(sums, _LITTLE)[owners]).astype(np.float32)
        return cls(SparseRows(ids, starts), share, essence)
