"""From a question to its fact: the public face of matching."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from bot.knowledge.schema import Fact, Knowledge
from bot.matching.analyser import Analyser
from bot.matching.autocomplete import Completer
from bot.matching.decision import Allows, Decision, Ranked, Status, judge
from bot.matching.embeddings import load_vectors
from bot.matching.explanation import Explanation, explain
from bot.matching.features import Comparison, compare
from bot.matching.index import Index, Probe
from bot.matching.language.contrasts import GENERAL, Contrasts
from bot.matching.names.mentions import Names
from bot.matching.ranker import load_ranking
from bot.matching.sparse import Ints
from bot.matching.vocabulary import Vocabulary

__all__ = ["Matcher"]


@dataclass(frozen=True, slots=True, eq=False)
class Matcher:
    """Finds the fact that answers a question; immutable, and safe to ask from any thread."""

    names: Names
    analyser: Analyser
    index: Index
    completer: Completer

    @classmethod
    def build(cls, knowledge: Knowledge) -> Matcher:
        """Index `knowledge`; about a tenth of a millisecond a phrasing."""
        contrasts = Contrasts((*GENERAL, *knowledge.contrasts))
        vocabulary = Vocabulary(load_vectors(), contrasts)
        names = Names(knowledge.people, vocabulary.knows, vocabulary.nearest)
        analyser = Analyser(names, knowledge.synonyms)
        facts = tuple(knowledge.facts.values())
        index = Index(facts, names, analyser, vocabulary, contrasts)
        return cls(names, analyser, index, Completer(index))

    def decide(self, question: str, *, allows: Allows | None = None) -> Decision:
        """Decide on `question`, any text at all.

        Suggestions that `allows` refuses are left out; without it all may be offered.
        """
        probe = self.index.probe(question)
        return self._exactly(probe) or judge(probe, self._rank(probe), allows)

    def complete(self, typed: str, *, limit: int = 25, allows: Allows) -> tuple[Fact, ...]:
        """Facts whose question goes with what has been typed so far, best first.

        Facts that `allows` refuses are never offered; with nothing typed, one a topic.
        """
        return self.completer.complete(typed, limit=limit, allows=allows)

    def explain(self, question: str) -> Explanation:
        """Decide on `question` and tell what decided."""
        probe = self.index.probe(question)
        ranked = self._rank(probe)
        decision = self._exactly(probe) or judge(probe, ranked)
        return explain(self.index, probe, ranked, decision)

    def compared(self, question: str) -> tuple[tuple[Fact, ...], Comparison] | None:
        """The candidates for `question` and what the ranking sees of them, for fitting it.

        None when there are no candidates.
        """
        probe = self.index.probe(question)
        candidates = self._candidates(probe)
        if not len(candidates):
            return None
        return self._facts(candidates), compare(self.index, probe, candidates)

    def warm(self) -> None:
        """Make the first questions as fast as later ones: for a process that stays."""
        self.index.warm()
        load_ranking()

    def _exactly(self, probe: Probe) -> Decision | None:
        """The answer to a question that is put in the very words of a phrasing."""
        exact = self.index.phrased_as(probe.analysed)
        return Decision(Status.ANSWERED, exact, score=1.0) if exact else None

    def _candidates(self, probe: Probe) -> Ints:
        return self.index.candidates(probe) if probe.asks_something else _NONE

    def _rank(self, probe: Probe) -> Ranked | None:
        """The candidates, the most probable first; None when there are none."""
        candidates = self._candidates(probe)
        if not len(candidates):
            return None
        comparison = compare(self.index, probe, candidates)
        odds = load_ranking().probabilities(comparison)
        order = np.argsort(-odds, kind="stable")
        return Ranked(
            self._facts(candidates[order]),
            tuple(odds[order].tolist()),
            tuple(order.tolist()),
            comparison,
        )

    def _facts(self, places: Ints) -> tuple[Fact, ...]:
        numbers: list[int] = places.tolist()
        return tuple(self.index.facts[number] for number in numbers)


_NONE: Ints = np.zeros(0, dtype=np.int32)
