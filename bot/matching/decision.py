"""The decision: answer, did-you-mean, or an honest "I don't know"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from bot.knowledge.schema import Fact
from bot.matching.agreement import agreeing
from bot.matching.features import Comparison
from bot.matching.language.terms import TermKind
from bot.matching.query import Query

__all__ = ["ANSWER_FROM", "MAX_SUGGESTIONS", "SUGGEST_FROM", "Allows", "Decision", "Ranked",
           "Status", "judge"]  # fmt: skip

Allows = Callable[[Fact], bool]
"""Whether a fact may be offered to whoever asks; the rule is the caller's."""

ANSWER_FROM = 0.75
"""Probability from which the best candidate is told as the answer.

Out of sample (`python -m bot.training validate`, of hard questions that share few words with any
phrasing; four in ten are unanswerable, most of these near-misses) 0.75 answers 70.3 % right and
2.0 % of all wrong, and keeps silent on 93.8 % of the near-misses; at 0.7 it would be 72.8, 2.6 and
92.7 %, at 0.6 77.1, 3.8 and 90.0 %. The next candidate then has 0.25 at most, so the best is three
times as probable as any other: a further margin decided nothing.
"""

BEST_FROM = 0.45
"""Probability that the best candidate has to have by itself, where those that agree with it make up
the rest: at 0.35 as many more are answered wrong as right."""

SURE_FROM = 0.9
"""What those that agree have to have together, for the best to be told with less than that."""

SURE_BEST_FROM = 0.3
"""What the best then has to have: "who directed it" is answered, though one fact tells of the
director and another of all who made it."""

TOPIC_FROM = 6
"""Candidates that each hold all of the question in one phrasing, from which it names a topic ("the
last scene") and asks nothing yet. Of the fitting questions 1 % have so many, mostly such topics."""

SUGGEST_FROM = 0.3
"""Probability that some candidate answers, from which the best are offered as a choice.

Out of sample 94.2 % of the answerable questions get an answer or a choice with the right fact, and
16.6 % of the off-topic ones a choice; at 0.2 it would be 96.0 and 22.4 %, at 0.1 97.5 and 36.7 %.
"""

LEAD_FROM = 0.14
"""Probability that the best candidate has to have for a choice: many that have next to nothing are
no choice. Out of sample 0.1 gives one for 14.3 % of the off-topic questions and 0.16 for 11.6 %; of
the answerable ones 94.9 and 94.2 % get the right fact."""

OTHER_LANGUAGE_FROM = 0.8
"""Probability from which a question is answered that was put into English word by word, or not at
all. Out of sample 0.75 answers 70 % right and 2.2 % of all wrong, 0.8 67 and 1.9 %."""

FOREIGN_FROM = 0.5
"""Share of a short question's weight in words far from all the knowledge, from which it is about
something else ("who wrote Hamlet") and gets no suggestions either. Of the answerable fitting
questions that have suggestions, 1 % lose them; of the unanswerable, 5 %."""

UNHEARD_FROM = 0.9
"""How far a word has to be from all the knowledge to be unheard of, 0..1."""

SHORT = 3
"""Telling words up to which a question is short."""

SUGGESTION_FROM = 0.005
"""Probability below which a candidate is not worth a place among the suggestions."""

SUGGESTION_SHARE = 0.02
"""The same as a part of the best candidate's: a choice then has two rows where it had three, and
loses the right one once in 500 times."""

MAX_SUGGESTIONS = 5

_ALL_HELD = 0.97
_SOMEONE_ELSE = ("person_miss", "unit_miss")
_CONTRADICTIONS = (*_SOMEONE_ELSE, "contrast_miss", "work_extra")
"""The features that speak against a fact from 1 on. A fact about the book of the series answers
only who asks for the book. A word in contrast to another may be a guess
at the answer, so such a fact may still be offered; somebody else's, or another episode's, never:
of 185 right suggestions out of sample none is lost by it."""


class Status(StrEnum):
    """What came of a question."""

    ANSWERED = "answered"
    SUGGESTED = "suggested"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Decision:
    """The outcome for one question: a fact when answered, up to five others when suggested.

    An answered question has in `suggestions` the candidates that agree with the fact. `score`
    (0..1) is the probability that the best candidate, or one that agrees with it, answers.
    """

    status: Status
    fact: Fact | None = None
    suggestions: tuple[Fact, ...] = ()
    score: float = 0.0

    @property
    def meant(self) -> tuple[Fact, ...]:
        """The fact that is told, and those beneath it or in its place, the likeliest first."""
        return (*((self.fact,) if self.fact else ()), *self.suggestions)


@dataclass(frozen=True, slots=True, eq=False)
class Ranked:
    """Candidates, the most probable first, and what each was compared by (`order` of them)."""

    facts: tuple[Fact, ...]
    odds: tuple[float, ...]
    order: tuple[int, ...]
    comparison: Comparison


def judge(query: Query, ranked: Ranked | None, allows: Allows | None = None) -> Decision:
    """Answer, choice or neither, by what the candidates are worth.

    What is not allowed is left out of a choice; an answer was asked for.
    """
    if ranked is None:
        return Decision(Status.UNKNOWN)
    agreed = _agreed(ranked)
    score = min(sum(ranked.odds[number] for number in agreed), 1.0)
    is_question = not query.is_bare and not _is_topic(query, ranked)
    least = OTHER_LANGUAGE_FROM if query.analysed.is_foreign else ANSWER_FROM
    least_best = SURE_BEST_FROM if score >= SURE_FROM else BEST_FROM
    is_clear = score >= least and ranked.odds[0] >= least_best and is_question
    is_clear = is_clear and not _asks_unheard_of(query)
    is_foreign = _is_foreign(query)
    if is_clear and not is_foreign and not _contradicts(ranked, 0):
        beneath = tuple(ranked.facts[number] for number in agreed[1:])
        return Decision(Status.ANSWERED, ranked.facts[0], beneath, score)
    offered = [
        ranked.facts[number]
        for number in _offered(query, ranked)
        if allows is None or allows(ranked.facts[number])
    ]
    if not offered or is_foreign:
        return Decision(Status.UNKNOWN, score=score)
    return Decision(Status.SUGGESTED, None, tuple(offered[:MAX_SUGGESTIONS]), score)


def _agreed(ranked: Ranked) -> list[int]:
    """The best candidate and those that agree with it, as far as they are worth a mention."""
    return [
        number
        for number in agreeing(ranked.facts)
        if not number
        or (ranked.odds[number] >= SUGGESTION_FROM and not _contradicts(ranked, number))
    ]


def _offered(query: Query, ranked: Ranked) -> list[int]:
    """Candidates worth a place among the suggestions, best first.

    To a bare name all that asks about that person, what asks for little else first; to another
    bare word what has that word, if anything has.
    """
    numbers = range(len(ranked.facts))
    if query.is_bare_name:
        asked = ranked.comparison.feature("best_p").tolist()
        numbers = sorted(numbers, key=lambda number: -asked[ranked.order[number]])
    elif sum(ranked.odds) < SUGGEST_FROM or ranked.odds[0] < LEAD_FROM:
        return []
    else:
        least = max(SUGGESTION_FROM, SUGGESTION_SHARE * ranked.odds[0])
        numbers = (number for number in numbers if ranked.odds[number] >= least)
    fit = [number for number in numbers if not _contradicts(ranked, number, _SOMEONE_ELSE)]
    if query.is_bare and not query.is_bare_name:
        held = ranked.comparison.feature("strict_fact_q")
        return [number for number in fit if held[ranked.order[number]] >= _ALL_HELD] or fit
    return fit


def _contradicts(ranked: Ranked, number: int, kinds: Sequence[str] = _CONTRADICTIONS) -> bool:
    """Whether a candidate is about somebody else, another episode, or the opposite of a word.

    Half a unit missing is an episode where the fact is about none.
    """
    place = ranked.order[number]
    return any(ranked.comparison.feature(kind)[place] >= 1 for kind in kinds)


def _is_topic(query: Query, ranked: Ranked) -> bool:
    """Whether the question is no more than a topic that many facts share."""
    if query.asks:
        return False
    held = ranked.comparison.feature("strict_q") >= _ALL_HELD
    return int(np.count_nonzero(held)) >= TOPIC_FROM


def _asks_unheard_of(query: Query) -> bool:
    """Whether all that is asked of somebody are words that no fact has, nor any like them."""
    if query.analysed.is_foreign or not query.people:
        return False
    telling = [one for one in query.terms if one.is_content and one.term.kind is TermKind.WORD]
    return bool(telling) and all(
        one.foreign >= UNHEARD_FROM and one.term.text.isascii() for one in telling
    )


def _is_foreign(query: Query) -> bool:
    """Whether a short question is mostly about something that no fact comes near."""
    if query.people or query.contents > SHORT or query.analysed.is_foreign:
        return False
    telling = [one for one in query.terms if one.is_content]
    weight = sum(one.expansion.weight for one in telling)
    foreign = sum(one.expansion.weight * one.foreign for one in telling)
    return foreign >= FOREIGN_FROM * max(weight, 1e-6)
