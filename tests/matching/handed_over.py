"""Builds a matcher in a process of its own: imported by the process that a test spawns."""

from __future__ import annotations

import pickle

from bot.knowledge.schema import Knowledge
from bot.matching.matcher import Matcher

__all__ = ["built"]


def built(knowledge: Knowledge, *, warm: bool) -> bytes:
    """A pickled matcher over `knowledge`."""
    matcher = Matcher.build(knowledge)
    if warm:
        matcher.warm()
    return pickle.dumps(matcher)
