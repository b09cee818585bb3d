"""Choosing facts: those about somebody, and those that may be told unasked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from bot.knowledge.schema import Fact, Knowledge
from bot.spoilers.horizon import Horizon
from bot.spoilers.rule import by_rating, wholly

__all__ = ["FactBook"]


class FactBook:
    """All facts by whom they are about and by what they give away; immutable once built."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Gather the facts, so that nobody who asks has to go through all of them."""
        facts = knowledge.facts.values()
        self._by_rating = by_rating(facts)
        self._about: dict[str, list[Fact]] = defaultdict(list)
        for fact in facts:
            for person_id in dict.fromkeys(fact.people):
                self._about[person_id].append(fact)

    def about(self, person_id: str) -> Sequence[Fact]:
        """The facts about somebody, in the order of the files."""
        return self._about.get(person_id, ())

    def unasked(self, horizon: Horizon) -> Sequence[Fact]:
        """The facts that may be told, to the last part, to a reader who has asked for none."""
        allows = wholly(horizon)
        return [fact for alike in self._by_rating if allows(alike[0]) for fact in alike]
