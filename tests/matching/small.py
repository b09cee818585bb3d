"""A small knowledge of thirteen facts, as a moderator would write it."""

from __future__ import annotations

from collections.abc import Iterable

from bot.knowledge.schema import Fact, Knowledge
from tests.knowledges import snapshot_of

__all__ = ["knowledge_of", "read_small"]


def read_small() -> Knowledge:
    return snapshot_of("thirteen").knowledge


def knowledge_of(facts: Iterable[Fact]) -> Knowledge:
    return Knowledge(facts={fact.id: fact for fact in facts}, quotes={}, people={})
