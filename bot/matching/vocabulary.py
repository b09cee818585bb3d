"""The terms of the knowledge: their numbers, how rare each is, the words they were read from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

import numpy as np

from bot.matching.language.english import STOP_WORDS
from bot.matching.language.terms import Term, TermKind
from bot.matching.language.tokens import stem, term_of
from bot.matching.sparse import Floats, Ints

__all__ = ["Vocabulary", "VocabularyBuilder", "is_content", "is_stop"]

STOP_SHARE = 0.35
"""Part of its rarity that a stop word or question word keeps."""

_STOP_TERMS = frozenset(
    term
    for word in STOP_WORDS
    for term in (term_of(word), Term(TermKind.WORD, word), Term(TermKind.WORD, stem(word)))
)
_CONTENT = frozenset({TermKind.WORD, TermKind.PHRASE, TermKind.NUMBERED})


def is_stop(term: Term) -> bool:
    """Whether a term says little of what is asked."""
    return term.kind is TermKind.ASK or term in _STOP_TERMS


def is_content(term: Term) -> bool:
    """Whether a term tells what is asked: no person, no kind of question, no stop word."""
    return term.kind in _CONTENT and len(term.text) > 1 and term not in _STOP_TERMS


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """All terms of the phrasings and answers, numbered."""

    terms: tuple[Term, ...]
    surfaces: dict[str, int]
    """Each word as it is written, and the term it was counted as."""
    counts: Ints
    """The facts that ask with each term."""
    idf: Floats
    """The rarity of each term among the facts, 0..about 1 (inverse document frequency)."""
    rarest: float
    """The rarity of a term that no fact asks with."""
    _numbers: dict[Term, int]

    def __len__(self) -> int:
        return len(self.terms)

    def number(self, term: Term) -> int | None:
        """The number of `term`; None if no text of the knowledge holds it."""
        return self._numbers.get(term)


class VocabularyBuilder:
    """Numbers terms as they come."""

    def __init__(self, known: Vocabulary | None = None) -> None:
        """Go on from a vocabulary, if one is `known`; its terms keep their numbers."""
        terms = () if known is None else known.terms
        self._numbers = {term: number for number, term in enumerate(terms)}
        self._surfaces: dict[str, int] = {} if known is None else dict(known.surfaces)

    def __len__(self) -> int:
        return len(self._numbers)

    def add(self, term: Term, surface: str = "") -> int:
        """The number of `term`, which gets one if it is new; `surface` is how it was written."""
        number = self._numbers.setdefault(term, len(self._numbers))
        if surface:
            self._surfaces.setdefault(surface, number)
        return number

    def add_surface(self, word: str, meant: str) -> None:
        """Let `word` be known as another way to write `meant`, if some text holds that."""
        number = self._numbers.get(term_of(meant))
        if number is not None:
            self._surfaces.setdefault(word, number)

    def build(self, counts: Sequence[int] | Ints, facts: int) -> Vocabulary:
        """Weigh the terms by the number of facts that ask with each (`counts`), of all `facts`."""
        terms = tuple(self._numbers)
        most = log(2 + 2 * facts)
        held = np.asarray(counts, dtype=np.int32)
        raw = np.log(1 + (facts - held + 0.5) / (held + 0.5)) / most
        stops = np.fromiter(map(is_stop, terms), dtype=np.bool_, count=len(terms))
        return Vocabulary(
            terms=terms,
            surfaces=self._surfaces,
            counts=held,
            idf=np.where(stops, raw * STOP_SHARE, raw).astype(np.float32),
            rarest=log(1 + 2 * (facts + 0.5)) / most,
            _numbers=self._numbers,
        )
