"""The decision: answer, did-you-mean, or an honest "I don't know"."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from bot.knowledge.schema import Fact, Knowledge
from bot.matching.analysis import Analyser
from bot.matching.comparing import FEATURES, compare
from bot.matching.completing import Completer
from bot.matching.contrasts import GENERAL, Contrasts
from bot.matching.index import Index, Probe
from bot.matching.names import Names
from bot.matching.ranking import load_ranking
from bot.matching.sparse import Floats
from bot.matching.vectors import load_vectors
from bot.matching.vocabulary import Vocabulary

__all__ = ["Decision", "Explanation", "Matcher", "Status"]

ANSWER_FROM = 0.52
"""Probability from which the best candidate is told as the answer.

In cross-validation on `tests/evaluation/fit.yaml` 0.58 keeps wrong answers to 3 % of all questions
where three in ten have no answer and most of those are near-misses; people ask easier ones, and at
0.52 the reporting questions get 2 to 3 % wrong and 72 % right.
"""

MARGIN = 1.5
"""Times that the best must be as probable as the next, or the reader chooses.

Two facts that differ in one word may share 0.55 and 0.45; at 1.5 one right answer in a hundred
becomes a choice.
"""

TOPIC_FROM = 6
"""Candidates that each hold all of the question in one phrasing, from which it names a topic ("the
kiss scene") and asks nothing yet. Of the fitting questions 1 % have so many, mostly such topics."""

SUGGEST_FROM = 0.05
"""Probability that some candidate answers, from which the best are offered as a choice.

At 0.05 92 % of the answerable reporting questions get an answer or a choice with the right fact; at
0.1 only 90 %, while a third less of the off-topic ones get a choice too.
"""

FOREIGN_FROM = 0.5
"""Share of a short question's weight in words far from all the knowledge, from which it is about
something else ("who wrote Hamlet") and gets no suggestions either. Of the answerable fitting
questions that have suggestions, 1 % lose them; of the unanswerable, 5 %."""

SHORT = 3
"""Telling words up to which a question is short."""

SUGGESTION_FROM = 0.005
"""Probability below which a candidate is not worth a place among the suggestions."""

MAX_SUGGESTIONS = 5

_ALL_HELD = 0.97
_STRICT_Q = FEATURES.index("strict_q")
_PERSON_MISS = FEATURES.index("person_miss")
_UNIT_MISS = FEATURES.index("unit_miss")
_CONTRAST_MISS = FEATURES.index("contrast_miss")


class Status(StrEnum):
    """What came of a question."""

    ANSWERED = "answered"
    SUGGESTED = "suggested"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Decision:
    """The outcome for one question: a fact when answered, up to five others when suggested.

    `score` (0..1) is the probability that the best candidate answers the question.
    """

    status: Status
    fact: Fact | None = None
    suggestions: tuple[Fact, ...] = ()
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a question was decided as it was, for curators."""

    decision: Decision
    names: tuple[tuple[str, tuple[str, ...]], ...]
    """Each name found, and the ids of the people it may mean."""
    terms: tuple[tuple[str, float, tuple[str, ...]], ...]
    """Each term, how much it tells (0..1), and what else it may stand for, nearest first."""
    constraints: tuple[str, ...]
    """People, numbers and kinds of question that a fact must agree with."""
    candidates: tuple[tuple[Fact, float, dict[str, float]], ...]
    """Facts, most probable first, each with its probability and its features."""


class Matcher:
    """Finds the fact that answers a question; immutable once built."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Build the index of `knowledge`; about a tenth of a millisecond a phrasing."""
        contrasts = Contrasts((*GENERAL, *knowledge.contrasts))
        vectors = load_vectors()
        vocabulary = Vocabulary(vectors, contrasts)
        self.names = Names(knowledge.people, vocabulary.knows, vocabulary.nearest)
        self.analyser = Analyser(self.names, knowledge.synonyms)
        facts = tuple(knowledge.facts.values())
        self._index = Index(facts, self.names, self.analyser, vocabulary, contrasts)
        self._ranking = load_ranking()
        self._completer = Completer(self._index)

    def decide(self, question: str, *, max_spoiler: int | None = None) -> Decision:
        """Decide on `question`, any text at all.

        Suggestions rated above `max_spoiler` are left out.
        """
        return self._decide(self._index.probe(question), max_spoiler)

    def warm(self) -> None:
        """Make the first questions as fast as later ones: for a process that stays."""
        self._index.warm()

    def complete(self, typed: str, *, limit: int = 25, max_spoiler: int = 0) -> tuple[Fact, ...]:
        """Facts whose question goes with what has been typed so far, best first.

        Facts rated above `max_spoiler` are never offered; with nothing typed, one a topic.
        """
        return self._completer.complete(typed, limit=limit, max_spoiler=max_spoiler)

    def explain(self, question: str) -> Explanation:
        """Decide on `question` and tell what decided."""
        probe = self._index.probe(question)
        ranked = self._ranked(probe)
        features = {fact.id: row for fact, _, row in ranked}
        return Explanation(
            self._decide(probe, None),
            tuple((m.name, m.people) for m in (*probe.analysed.mentions, *probe.analysed.roles)),
            tuple(self._explain_term(probe, number) for number in range(len(probe.entries))),
            tuple(sorted((*probe.everyone, *probe.numbers, *probe.units, *probe.analysed.asks))),
            tuple(
                (fact, p, dict(zip(FEATURES, map(float, features[fact.id]), strict=True)))
                for fact, p, _ in ranked
            ),
        )

    def _explain_term(self, probe: Probe, number: int) -> tuple[str, float, tuple[str, ...]]:
        entry = probe.entries[number]
        meaning = entry.meaning
        order = np.argsort(-meaning.worth, kind="stable")
        words = (self._index.vocabulary.terms[meaning.ids[place]] for place in order[:8])
        return entry.term, meaning.weight, tuple(word for word in words if word != entry.term)

    def _decide(self, probe: Probe, max_spoiler: int | None) -> Decision:
        exact = self._index.phrased_as(probe.analysed)
        if exact is not None:
            return Decision(Status.ANSWERED, exact, score=1.0)
        ranked = self._ranked(probe)
        if not ranked:
            return Decision(Status.UNKNOWN)
        best, probability, features = ranked[0]
        score = min(probability, 1.0)
        rival = ranked[1][1] if len(ranked) > 1 else 0.0
        is_clear = probability >= max(ANSWER_FROM, MARGIN * rival) and not _is_topic(ranked)
        is_foreign = _is_foreign(probe)
        if is_clear and not is_foreign and not _contradicts(features):
            return Decision(Status.ANSWERED, best, score=score)
        offered = [
            fact
            for fact, p, _ in ranked
            if p >= SUGGESTION_FROM and (max_spoiler is None or fact.spoiler <= max_spoiler)
        ]
        if not offered or sum(p for _, p, _ in ranked) < SUGGEST_FROM or is_foreign:
            return Decision(Status.UNKNOWN, score=score)
        return Decision(Status.SUGGESTED, None, tuple(offered[:MAX_SUGGESTIONS]), score)

    def _ranked(self, probe: Probe) -> list[tuple[Fact, float, Floats]]:
        """Candidates with their probability and features, the most probable first."""
        if not probe.asks_something:
            return []
        candidates = self._index.candidates(probe)
        if not len(candidates):
            return []
        features = compare(self._index, probe, candidates)
        odds = self._ranking.probabilities(features)
        facts = self._index.facts
        return [
            (facts[candidates[place]], float(odds[place]), features[place])
            for place in np.argsort(-odds, kind="stable").tolist()
        ]


def _contradicts(features: Floats) -> bool:
    """Whether the fact is about somebody else, another episode, or the opposite of a word."""
    misses = features[[_PERSON_MISS, _UNIT_MISS, _CONTRAST_MISS]]
    return bool(misses[0] > 0 or misses[1] >= 1 or misses[2] >= 1)


def _is_topic(ranked: list[tuple[Fact, float, Floats]]) -> bool:
    """Whether the question is no more than a topic that many facts share."""
    return sum(features[_STRICT_Q] >= _ALL_HELD for _, _, features in ranked) >= TOPIC_FROM


def _is_foreign(probe: Probe) -> bool:
    """Whether a short question is mostly about something that no fact comes near."""
    if probe.everyone or probe.content.sum() > SHORT:
        return False
    return float(probe.content_shares @ probe.foreign) >= FOREIGN_FROM
