"""Why a question was decided as it was, for curators."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from bot.knowledge.schema import Fact
from bot.matching.decision import Decision, Ranked
from bot.matching.features import FEATURES, WORD_FEATURES
from bot.matching.index import Index, Probe

__all__ = ["Candidate", "Explanation", "explain"]

_IN_FACT = WORD_FEATURES.index("fact_strict")
_IN_ANSWER = WORD_FEATURES.index("answer_strict")


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


def explain(index: Index, probe: Probe, ranked: Ranked | None, decision: Decision) -> Explanation:
    """What led from `probe` to `decision`."""
    analysed = probe.analysed
    return Explanation(
        decision,
        tuple((m.name, m.people) for m in (*analysed.mentions, *analysed.roles)),
        tuple(_term(index, probe, number) for number in range(len(probe.entries))),
        tuple(sorted((*probe.everyone, *probe.numbers, *probe.units, *analysed.asks))),
        tuple(_candidate(probe, ranked, number) for number in range(len(ranked.facts)))
        if ranked
        else (),
    )


def _candidate(probe: Probe, ranked: Ranked, number: int) -> Candidate:
    place = ranked.order[number]
    held = ranked.comparison.found[[_IN_FACT, _IN_ANSWER], :, place].max(axis=0)
    return Candidate(
        ranked.facts[number],
        ranked.odds[number],
        dict(zip(FEATURES, map(float, ranked.comparison.features[:, place]), strict=True)),
        tuple(e.term for e, is_held in zip(probe.entries, held, strict=True) if not is_held),
    )


def _term(index: Index, probe: Probe, number: int) -> tuple[str, float, tuple[str, ...]]:
    entry = probe.entries[number]
    meaning = entry.meaning
    order = np.argsort(-meaning.worth, kind="stable")
    words = (index.vocabulary.terms[meaning.ids[place]] for place in order[:8])
    return entry.term, meaning.weight, tuple(word for word in words if word != entry.term)
