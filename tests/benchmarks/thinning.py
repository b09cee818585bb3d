"""How well a fact is found that has few phrasings, as one that a moderator has just added.

A quarter of the facts is cut down, each quarter in its turn, and asked for are the questions whose
facts are all among it; the other facts keep all they have. Nothing is fitted anew.
"""

from __future__ import annotations

import random

from bot.knowledge.schema import Fact, Knowledge
from bot.training.questions import Questions
from tests.benchmarks.accuracy import Outcome, Said, ask, sum_up
from tests.benchmarks.peers import Hyosan

__all__ = ["FEW", "outcome"]

FEW = (0, 4)
"""Phrasings beside the question that are left."""

QUARTERS = 4
SEED = 7


def outcome(known: Knowledge, questions: Questions, left: int) -> Outcome:
    """What comes of the answerable questions when their facts have `left` phrasings."""
    said: list[Said] = []
    for quarter in range(QUARTERS):
        cut = {fact for number, fact in enumerate(known.facts) if number % QUARTERS == quarter}
        rng = random.Random(SEED)
        facts = {
            key: _cut(fact, left, rng) if key in cut else fact for key, fact in known.facts.items()
        }
        chosen = tuple(q for q in questions.answerable if cut.issuperset(q.facts))
        engine = Hyosan(known.model_copy(update={"facts": facts}))
        said += ask(engine, Questions(chosen, (), ()))
    return sum_up(said)


def _cut(fact: Fact, left: int, rng: random.Random) -> Fact:
    others = fact.phrasings[1:]
    kept = tuple(rng.sample(others, min(left, len(others))))
    return fact.model_copy(update={"aliases": kept, "further": ()})
