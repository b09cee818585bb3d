"""What awaits a moderator: questions that are open, and what members showed that they mean.

A question is open as long as the knowledge does not answer it with something that nobody rejected.
So whatever answers it closes it, a new fact, a phrasing or a reload, and undoing that opens it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.knowledge.schema import Fact
from bot.matching.decision import Status
from bot.matching.matcher import Matcher

__all__ = ["MEMBERS", "Contradiction", "Desk", "Pick", "Proposal", "Question"]

MEMBERS = 3
"""Members who have to mean the same fact by the same question, before it is proposed."""


@dataclass(frozen=True, slots=True)
class Pick:
    """A fact that members meant by a question."""

    fact_id: str
    members: int
    wordings: tuple[str, ...]
    """The words in which they asked it."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its paraphrases, as it is kept: nobody's name is with it."""

    id: str
    text: str
    wordings: tuple[str, ...]
    """All its texts, the most asked first; `text` is among them."""
    asked: int
    """How often it found nothing that was meant."""
    asked_at: int
    """When that was last so, in seconds since the epoch."""
    rejected: frozenset[str] = frozenset()
    """Ids of what was told for it and was not meant."""
    picks: tuple[Pick, ...] = ()
    refused: frozenset[str] = frozenset()
    """Facts that moderators do not want it to mean."""
    is_dismissed: bool = False


class Contradiction(StrEnum):
    """What a wording names and a fact does not hold."""

    NAME = "name"
    NUMBER = "number"
    OPPOSITE = "opposite"


@dataclass(frozen=True, slots=True)
class Proposal:
    """That the wordings of a question mean a fact, as members showed by their clicks."""

    question: Question
    pick: Pick
    contradictions: tuple[Contradiction, ...]


_SIGNS = (
    ("person_miss", Contradiction.NAME),
    ("number_miss", Contradiction.NUMBER),
    ("unit_miss", Contradiction.NUMBER),
    ("contrast_miss", Contradiction.OPPOSITE),
)
"""Features of a candidate that speak against it."""
_SPEAKS = 0.5
"""From how much on they do."""


class Desk:
    """Looks at what is kept with the knowledge of one state; takes milliseconds a question."""

    def __init__(self, facts: Mapping[str, Fact], matcher: Matcher) -> None:
        self._facts = facts
        self._matcher = matcher
        self._answers: dict[str, str | None] = {}

    def open(self, questions: Iterable[Question], most: int | None = None) -> list[Question]:
        """The questions that nothing answers and nobody dismissed, the most asked first.

        At `most` so many are looked at, those that are asked most.
        """
        waiting = [one for one in questions if one.asked and not one.is_dismissed]
        waiting.sort(key=lambda one: (-one.asked, -one.asked_at, one.id))
        return [one for one in waiting[:most] if not self._is_answered(one)]

    def proposals(self, questions: Iterable[Question]) -> list[Proposal]:
        """What enough members meant, and is not so yet; the most members first."""
        found: list[Proposal] = []
        for question in questions:
            for pick in question.picks:
                fact = self._facts.get(pick.fact_id)
                is_due = pick.members >= MEMBERS and pick.fact_id not in question.refused
                if fact is not None and is_due and self._new_in(pick):
                    marks = self._contradictions(self._new_in(pick), fact)
                    found.append(Proposal(question, pick, marks))
        return sorted(found, key=lambda one: (-one.pick.members, one.question.id, one.pick.fact_id))

    def new_wordings(self, pick: Pick) -> tuple[str, ...]:
        """Of the wordings of a pick those that its fact does not answer outright yet."""
        return self._new_in(pick)

    def candidates(self, text: str, limit: int) -> tuple[Fact, ...]:
        """Facts that a text may mean, the most probable first."""
        explained = self._matcher.explain(text)
        return tuple(one.fact for one in explained.candidates[:limit])

    def _new_in(self, pick: Pick) -> tuple[str, ...]:
        return tuple(text for text in pick.wordings if self._answer(text) != pick.fact_id)

    def _is_answered(self, question: Question) -> bool:
        answer = self._answer(question.text)
        return answer is not None and answer not in question.rejected

    def _answer(self, text: str) -> str | None:
        """The fact that answers a text outright today."""
        if text not in self._answers:
            decision = self._matcher.decide(text)
            fact = decision.fact if decision.status is Status.ANSWERED else None
            self._answers[text] = fact.id if fact else None
        return self._answers[text]

    def _contradictions(self, texts: Sequence[str], fact: Fact) -> tuple[Contradiction, ...]:
        """What any of the texts names that the fact does not hold."""
        found: dict[Contradiction, None] = {}
        for text in texts:
            candidates = self._matcher.explain(text).candidates
            for one in candidates:
                if one.fact.id == fact.id:
                    found |= {sign: None for name, sign in _SIGNS if one.features[name] >= _SPEAKS}
        return tuple(found)
