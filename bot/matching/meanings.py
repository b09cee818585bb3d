"""What each fact means as the sentence encoder sees it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from bot.knowledge.schema import Fact
from bot.matching.sentences import STEP, Bytes, Encoder
from bot.matching.sparse import Floats, Ints, unit
from bot.matching.titles import Titles

__all__ = ["Meanings", "Nearness", "sentences_of"]

MAX_ENCODED = 5_000
"""Facts up to which all is encoded; beyond, a question would take long, and words alone decide."""


@dataclass(frozen=True, slots=True, eq=False)
class Nearness:
    """How near candidates are to a question in meaning: cosines, one for each."""

    best: Floats
    """Of the phrasing that is nearest."""
    second: Floats
    """Of the next; the same again where there is one phrasing only."""
    question: Floats
    """Of the fact's own question."""
    centre: Floats
    """Of the middle of all phrasings."""
    whole: Floats
    """Of the question and the answer in one."""


@dataclass(frozen=True, slots=True, eq=False)
class Meanings:
    """The vectors of all facts, by their number, and of their phrasings, side by side."""

    phrasings: Bytes
    first: Ints
    """By fact, its first phrasing; the last number is that of all phrasings."""
    questions: Floats
    centres: Floats
    wholes: Floats
    """Of question and answer in one, which holds more of what people ask with than either."""

    @classmethod
    def build(
        cls, encoder: Encoder, phrasings: Sequence[str], first: Ints, wholes: Sequence[str]
    ) -> Meanings:
        """Encode all texts."""
        rows = encoder.many([*phrasings, *wholes])
        return cls.of(rows[: len(phrasings)], first, rows[len(phrasings) :] * STEP)

    @classmethod
    def of(cls, asked: Bytes, first: Ints, wholes: Floats) -> Meanings:
        """From the vectors of all phrasings, and of question and answer in one."""
        middle = np.zeros(wholes.shape, dtype=np.float32)
        for number, (start, end) in enumerate(pairwise(first)):
            middle[number] = asked[start:end].mean(axis=0, dtype=np.float32)
        return cls(asked, first, asked[first[:-1]] * STEP, unit(middle), wholes)

    def near(self, sense: Floats, facts: Ints) -> Nearness:
        """How near `facts` (numbers) are to a question that means `sense`."""
        starts, ends = self.first[facts], self.first[facts + 1]
        counts = ends - starts
        pairs = zip(starts.tolist(), ends.tolist(), strict=True)
        rows = np.concatenate([self.phrasings[start:end] for start, end in pairs])
        cosines = rows.astype(np.float32) @ (sense * STEP)
        begins = np.cumsum(counts) - counts
        best = np.maximum.reduceat(cosines, begins)
        rest = np.where(cosines == np.repeat(best, counts), np.float32(-1), cosines)
        second = np.maximum.reduceat(rest, begins)
        return Nearness(
            best=best,
            second=np.where(second > -1, second, best),
            question=self.questions[facts] @ sense,
            centre=self.centres[facts] @ sense,
            whole=self.wholes[facts] @ sense,
        )


def sentences_of(fact: Fact, titles: Titles) -> Iterator[str]:
    """All texts of a fact as they are encoded: its phrasings, then question and answer in one."""
    for text in (*fact.phrasings, f"{fact.question} {fact.answer}"):
        yield titles.without(text)
