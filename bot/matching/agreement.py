"""Candidates that agree: where they come out nearly alike, a waver is no doubt of the answer."""

from __future__ import annotations

from collections.abc import Sequence

from bot.knowledge.schema import Fact

__all__ = ["agreeing"]

_LONG_KEY = 3
"""Letters from which a key tells something: "no" and "12" are keys of much."""


def agreeing(facts: Sequence[Fact]) -> tuple[int, ...]:
    """Which of the candidates say the same as the first, or lead on from it; it is among them."""
    return tuple(number for number, fact in enumerate(facts) if not number or agree(facts[0], fact))


def agree(one: Fact, other: Fact) -> bool:
    """Whether two facts are linked, or tell the same of one topic.

    The same topic and people are not enough: somebody's age is no answer to their height. Counted
    as agreement, it brought as many wrong answers as right ones.
    """
    if other.id in one.related or one.id in other.related:
        return True
    is_one_topic = one.topic is not None and one.topic == other.topic
    return is_one_topic and bool(_keys(one) & _keys(other))


def _keys(fact: Fact) -> set[str]:
    return {key.casefold() for key in fact.key if len(key) >= _LONG_KEY}
