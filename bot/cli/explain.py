"""`ask --explain`: which names, words and constraints decided, and the runners-up."""

from __future__ import annotations

from collections.abc import Iterator

from bot.cli.text import printable
from bot.knowledge.schema import Knowledge
from bot.matching.matcher import ANSWER_FROM, SUGGEST_FROM, Candidate, Explanation
from bot.matching.vocabulary import is_content

__all__ = ["explained"]

_SHOWN = 6
"""Runners-up that are worth a line."""

_HELD_AGAINST = {
    "person_miss": "somebody else",
    "person_extra": "asks of somebody not named",
    "unit_miss": "another episode or season",
    "number_miss": "another number",
    "contrast_miss": "the opposite of a word",
    "contrast_absent": "lacks what is asked for",
}


def explained(explanation: Explanation, knowledge: Knowledge) -> str:
    """The explanation as lines of text; `knowledge` tells which layer a fact comes from."""
    return "".join(f"{printable(line)}\n" for line in _lines(explanation, knowledge))


def _lines(explanation: Explanation, knowledge: Knowledge) -> Iterator[str]:
    decision = explanation.decision
    yield f"Decision: {decision.status.value}, probability {decision.score:.2f}"
    yield f"  (answered from {ANSWER_FROM:g}, suggested where all together reach {SUGGEST_FROM:g})"
    yield "Names:"
    for name, people in explanation.names or (("none", ()),):
        yield f"  {name}{': ' if people else ''}{', '.join(people)}"
    yield "Words, with how much each tells, and what else it may stand for:"
    for term, weight, related in sorted(explanation.terms, key=lambda term: -term[1]):
        yield f"  {weight:.2f}  {term}{'  ~ ' if related else ''}{', '.join(related)}"
    if explanation.constraints:
        yield f"Held as constraints: {', '.join(explanation.constraints)}"
    yield "Facts, most probable first:"
    for candidate in explanation.candidates[:_SHOWN]:
        fact = candidate.fact
        name = f"{fact.id}{knowledge.origin('facts', fact.id)}"
        yield f"  {candidate.probability:.3f}  {name}: {fact.question}"
        yield f"         {_why(candidate)}"


def _why(candidate: Candidate) -> str:
    """What speaks for the fact, and what against it."""
    held = candidate.features["strict_fact_q"]
    lacks = ", ".join(term for term in candidate.missing if is_content(term))
    against = [words for name, words in _HELD_AGAINST.items() if candidate.features[name] > 0]
    return "; ".join(
        [
            f"{held:.0%} of the question found",
            *([f"lacks {lacks}"] if lacks else []),
            *(["against it: " + ", ".join(against)] if against else []),
        ]
    )
