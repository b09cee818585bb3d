"""Why a question was decided as it was, for curators."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from bot.knowledge.schema import Fact
from bot.matching.decision import Decision, Ranked
from bot.matching.features import FEATURES
from bot.matching.query import Query, QueryTerm
from bot.matching.vocabulary import Vocabulary

__all__ = ["Candidate", "Explanation", "explain"]

_SHOWN = 8
"""Terms of its expansion that are shown beside a term."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A fact that was considered."""

    fact: Fact
    probability: float
    """That it answers the question; all candidates and "none of these" add up to 1."""
    features: dict[str, float]
    missing: tuple[str, ...]
    """Telling terms of the question that neither its phrasings nor its answer hold as such."""


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


def explain(
    vocabulary: Vocabulary, query: Query, ranked: Ranked | None, decision: Decision
) -> Explanation:
    """What led from `query` to `decision`."""
    asks = (ask.term for ask in query.asks)
    return Explanation(
        decision,
        tuple((mention.name, mention.people) for mention in query.analysed.named),
        tuple(_term(vocabulary, one) for one in query.terms),
        tuple(sorted((*query.people, *map(str, (*query.numbers, *query.numbered, *asks))))),
        tuple(_candidate(query, ranked, number) for number in range(len(ranked.facts)))
        if ranked
        else (),
    )


def _candidate(query: Query, ranked: Ranked, number: int) -> Candidate:
    place = ranked.order[number]
    comparison = ranked.comparison
    held = comparison.match("fact_strict")[:, place] + comparison.match("answer_strict")[:, place]
    return Candidate(
        ranked.facts[number],
        ranked.odds[number],
        {feature.name: float(comparison.feature(feature.name)[place]) for feature in FEATURES},
        tuple(
            str(one.term)
            for one, is_held in zip(query.terms, held, strict=True)
            if one.is_content and not is_held
        ),
    )


def _term(vocabulary: Vocabulary, one: QueryTerm) -> tuple[str, float, tuple[str, ...]]:
    expansion = one.expansion
    order = np.argsort(-expansion.similarity, kind="stable")[:_SHOWN]
    nearest = (vocabulary.terms[expansion.ids[place]] for place in order)
    return str(one.term), expansion.weight, tuple(str(t) for t in nearest if t != one.term)
