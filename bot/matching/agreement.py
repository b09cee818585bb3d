"""Candidates that agree: where they come out nearly alike, a waver is no doubt of the answer."""

from __future__ import annotations

from collections.abc import Sequence

from bot.knowledge.schema import Fact

__all__ = ["agreeing"]


def agreeing(facts: Sequence[Fact]) -> tuple[int, ...]:
    """Which of the candidates the first is linked with by `related`; it is among them.

    The same topic and people are not enough: somebody's age is no answer to their height. Counted
    as agreement, it brought as many wrong answers as right ones; keys that one answer shares with
    the other, or that it holds, brought none.
    """
    return tuple(
        number for number, fact in enumerate(facts) if not number or _agree(facts[0], fact)
    )


def _agree(one: Fact, other: Fact) -> bool:
    return other.id in one.related or one.id in other.related
