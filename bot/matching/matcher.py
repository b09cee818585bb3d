"""The decision: answer, did-you-mean, or an honest "I don't know"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from bot.knowledge.schema import Fact, Knowledge
from bot.matching.analyser import Analyser
from bot.matching.autocomplete import Completer
from bot.matching.embeddings import load_vectors
from bot.matching.features import FEATURES, WORD_FEATURES, Comparison, compare
from bot.matching.index import Index, Probe
from bot.matching.language.contrasts import GENERAL, Contrasts
from bot.matching.names.mentions import Names
from bot.matching.ranker import load_ranking
from bot.matching.sparse import Ints
from bot.matching.vocabulary import Vocabulary
from bot.spoilers.horizon import NOTHING, Horizon

__all__ = ["Candidate", "Decision", "Explanation", "Matcher", "Status"]

ANSWER_FROM = 0.7
"""Probability from which the best candidate is told as the answer.

Out of sample (`python -m tests.benchmarks.validate`, with three in ten unanswerable, half of these
hard near-misses) 0.7 answers 81.5 % right and 2.0 % of all wrong, and keeps silent on 92.5 % of the
near-misses; at 0.6 it would be 84.8, 2.6 and 90.3 %. The next candidate then has 0.3 at most, so
the best is more than twice as probable as any other: a further margin decided nothing.
"""

TOPIC_FROM = 6
"""Candidates that each hold all of the question in one phrasing, from which it names a topic ("the
kiss scene") and asks nothing yet. Of the fitting questions 1 % have so many, mostly such topics."""

SUGGEST_FROM = 0.2
"""Probability that some candidate answers, from which the best are offered as a choice.

Out of sample 96.6 % of the answerable questions get an answer or a choice with the right fact, and
16.7 % of the off-topic ones a choice; at 0.1 it would be 97.3 and 28.3 %, at 0.3 96.0 and 11.6 %.
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
_BEST_P = FEATURES.index("best_p")
_SOMEONE_ELSE = [FEATURES.index(name) for name in ("person_miss", "unit_miss")]
_CONTRADICTIONS = [*_SOMEONE_ELSE, FEATURES.index("contrast_miss")]
"""The features that speak against a fact from 1 on. A word in contrast to another may be a guess
at the answer, so such a fact may still be offered; somebody else's, or another episode's, never:
of 185 right suggestions out of sample none is lost by it."""
_IN_FACT = WORD_FEATURES.index("fact_strict")
_IN_ANSWER = WORD_FEATURES.index("answer_strict")


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
class Candidate:
    """A fact that was considered."""

    fact: Fact
    probability: float
    """That it answers the question; all candidates and "none of these" add up to 1."""
    features: dict[str, float]
    missing: tuple[str, ...]
    """Terms of the question that neither its phrasings nor its answer hold as such."""


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
    candidates: tuple[Candidate, ...]
    """The most probable first."""


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
        self._completer = Completer(self._index)

    def decide(self, question: str, *, max_spoiler: Horizon | None = None) -> Decision:
        """Decide on `question`, any text at all.

        Suggestions beyond `max_spoiler` are left out.
        """
        probe = self._index.probe(question)
        return self._exactly(probe) or _judge(probe, self._rank(probe), max_spoiler)

    def warm(self) -> None:
        """Make the first questions as fast as later ones: for a process that stays."""
        self._index.warm()
        load_ranking()

    def complete(
        self, typed: str, *, limit: int = 25, max_spoiler: Horizon = NOTHING
    ) -> tuple[Fact, ...]:
        """Facts whose question goes with what has been typed so far, best first.

        Facts beyond `max_spoiler` are never offered; with nothing typed, one a topic.
        """
        return self._completer.complete(typed, limit=limit, max_spoiler=max_spoiler)

    def explain(self, question: str) -> Explanation:
        """Decide on `question` and tell what decided."""
        probe = self._index.probe(question)
        ranked = self._rank(probe)
        return Explanation(
            self._exactly(probe) or _judge(probe, ranked, None),
            tuple((m.name, m.people) for m in (*probe.analysed.mentions, *probe.analysed.roles)),
            tuple(self._explain_term(probe, number) for number in range(len(probe.entries))),
            tuple(sorted((*probe.everyone, *probe.numbers, *probe.units, *probe.analysed.asks))),
            tuple(self._explain_candidate(probe, ranked, n) for n in range(len(ranked.facts)))
            if ranked
            else (),
        )

    def compared(self, question: str) -> tuple[tuple[Fact, ...], Comparison] | None:
        """The candidates for `question` and what the ranking sees of them, for fitting it.

        None when there are no candidates.
        """
        probe = self._index.probe(question)
        candidates = self._candidates(probe)
        if not len(candidates):
            return None
        return self._facts(candidates), compare(self._index, probe, candidates)

    def _facts(self, places: Ints) -> tuple[Fact, ...]:
        numbers: list[int] = places.tolist()
        return tuple(self._index.facts[number] for number in numbers)

    def _explain_candidate(self, probe: Probe, ranked: _Ranked, number: int) -> Candidate:
        place = ranked.order[number]
        held = ranked.comparison.found[[_IN_FACT, _IN_ANSWER], :, place].max(axis=0)
        return Candidate(
            ranked.facts[number],
            ranked.odds[number],
            dict(zip(FEATURES, map(float, ranked.comparison.features[:, place]), strict=True)),
            tuple(e.term for e, is_held in zip(probe.entries, held, strict=True) if not is_held),
        )

    def _explain_term(self, probe: Probe, number: int) -> tuple[str, float, tuple[str, ...]]:
        entry = probe.entries[number]
        meaning = entry.meaning
        order = np.argsort(-meaning.worth, kind="stable")
        words = (self._index.vocabulary.terms[meaning.ids[place]] for place in order[:8])
        return entry.term, meaning.weight, tuple(word for word in words if word != entry.term)

    def _exactly(self, probe: Probe) -> Decision | None:
        """The answer to a question that is put in the very words of a phrasing."""
        exact = self._index.phrased_as(probe.analysed)
        return Decision(Status.ANSWERED, exact, score=1.0) if exact else None

    def _candidates(self, probe: Probe) -> Ints:
        return self._index.candidates(probe) if probe.asks_something else _NONE

    def _rank(self, probe: Probe) -> _Ranked | None:
        """The candidates, the most probable first; None when there are none."""
        candidates = self._candidates(probe)
        if not len(candidates):
            return None
        comparison = compare(self._index, probe, candidates)
        odds = load_ranking().probabilities(comparison)
        order = np.argsort(-odds, kind="stable")
        return _Ranked(
            self._facts(candidates[order]),
            tuple(odds[order].tolist()),
            tuple(order.tolist()),
            comparison,
        )


_NONE: Ints = np.zeros(0, dtype=np.int32)


@dataclass(frozen=True, slots=True, eq=False)
class _Ranked:
    """Candidates, the most probable first, and what each was compared by (`order` of them)."""

    facts: tuple[Fact, ...]
    odds: tuple[float, ...]
    order: tuple[int, ...]
    comparison: Comparison


def _judge(probe: Probe, ranked: _Ranked | None, max_spoiler: Horizon | None) -> Decision:
    """Answer, choice or neither, by what the candidates are worth."""
    if ranked is None:
        return Decision(Status.UNKNOWN)
    score = min(ranked.odds[0], 1.0)
    is_question = not probe.is_bare and not _is_topic(ranked)
    is_clear = score >= ANSWER_FROM and is_question
    is_foreign = _is_foreign(probe)
    if is_clear and not is_foreign and not _contradicts(ranked, 0):
        return Decision(Status.ANSWERED, ranked.facts[0], score=score)
    offered = [
        ranked.facts[number]
        for number in _offered(probe, ranked)
        if max_spoiler is None or max_spoiler.allows(ranked.facts[number].spoiler)
    ]
    if not offered or is_foreign:
        return Decision(Status.UNKNOWN, score=score)
    return Decision(Status.SUGGESTED, None, tuple(offered[:MAX_SUGGESTIONS]), score)


def _offered(probe: Probe, ranked: _Ranked) -> list[int]:
    """Candidates worth a place among the suggestions, best first.

    To a bare name all that asks about that person, what asks for little else first.
    """
    numbers = range(len(ranked.facts))
    if probe.is_bare_name:
        asked = ranked.comparison.features[_BEST_P].tolist()
        numbers = sorted(numbers, key=lambda number: -asked[ranked.order[number]])
    elif sum(ranked.odds) < SUGGEST_FROM:
        return []
    else:
        numbers = (number for number in numbers if ranked.odds[number] >= SUGGESTION_FROM)
    return [number for number in numbers if not _contradicts(ranked, number, _SOMEONE_ELSE)]


def _contradicts(ranked: _Ranked, number: int, kinds: Sequence[int] = _CONTRADICTIONS) -> bool:
    """Whether a candidate is about somebody else, another episode, or the opposite of a word.

    Half a unit missing is an episode where the fact is about none.
    """
    features = ranked.comparison.features[kinds, ranked.order[number]]
    return bool((features >= 1).any())


def _is_topic(ranked: _Ranked) -> bool:
    """Whether the question is no more than a topic that many facts share."""
    held = ranked.comparison.features[_STRICT_Q] >= _ALL_HELD
    return int(np.count_nonzero(held)) >= TOPIC_FROM


def _is_foreign(probe: Probe) -> bool:
    """Whether a short question is mostly about something that no fact comes near."""
    if probe.everyone:
        return False
    weight, content, _, foreign, *_ = probe.words.T
    if content.sum() > SHORT:
        return False
    telling = weight * content
    return float(telling @ foreign) >= FOREIGN_FROM * max(float(telling.sum()), 1e-6)
