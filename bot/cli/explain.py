"""`ask --explain`: which names, words and constraints decided, and the runners-up."""

from __future__ import annotations

from collections.abc import Iterator

from bot.cli.text import printable
from bot.matching.answering import ANSWER_FROM, SUGGEST_FROM, Explanation

__all__ = ["explained"]

_SHOWN = 6
"""Runners-up that are worth a line."""

_TOLD = {
    "fact_q": "of the question found",
    "content_strict_q": "of its telling words found as such",
}
_HELD_AGAINST = {
    "person_miss": "somebody else",
    "person_extra": "asks of somebody not named",
    "unit_miss": "another episode or season",
    "number_miss": "another number",
    "contrast_miss": "the opposite of a word",
    "contrast_absent": "lacks what is asked for",
}


def explained(explanation: Explanation) -> str:
    """The explanation as lines of text."""
    return "".join(f"{printable(line)}\n" for line in _lines(explanation))


def _lines(explanation: Explanation) -> Iterator[str]:
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
    for fact, probability, features in explanation.candidates[:_SHOWN]:
        yield f"  {probability:.3f}  {fact.id}: {fact.question}"
        yield f"         {_why(features)}"


def _why(features: dict[str, float]) -> str:
    told = [f"{features[name]:.0%} {words}" for name, words in _TOLD.items()]
    against = [words for name, words in _HELD_AGAINST.items() if features[name] > 0]
    return "; ".join([*told, *(["against it: " + ", ".join(against)] if against else [])])
