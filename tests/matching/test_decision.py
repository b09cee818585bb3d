"""The decision: each of its rules by candidates of which it alone decides, whatever the weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from bot.knowledge.schema import Fact
from bot.matching.analyser import Analysed
from bot.matching.decision import Decision, Ranked, Status, judge
from bot.matching.expansion import Expansion
from bot.matching.features import FEATURES, MATCH_FEATURES, TERM_FEATURES, Comparison
from bot.matching.language.terms import Term, TermKind
from bot.matching.matcher import Matcher
from bot.matching.query import Query, QueryTerm

from .small import read_small

NOTHING = np.zeros(0, dtype=np.float32)
NO_NUMBERS = np.zeros(0, dtype=np.int32)


@pytest.fixture(scope="module")
def analysed() -> Analysed:
    """Of the words themselves the decision looks at nothing."""
    return Matcher.build(read_small()).analyser.analyse("How many takes did the kiss need?")


@pytest.fixture
def query(analysed: Analysed) -> Query:
    return query_of(analysed, [1.0, 1.0])


def query_of(
    analysed: Analysed,
    near: Sequence[float],
    *,
    is_bare: bool = False,
    people: tuple[str, ...] = (),
    weight: float = 1.0,
) -> Query:
    """A question with a telling word for each of `near`: how near the knowledge comes to it."""
    terms = [
        QueryTerm(
            term=Term(TermKind.WORD, f"word{number}"),
            expansion=Expansion(NO_NUMBERS, NOTHING, most, weight, most == 0, NOTHING),
            is_content=True,
            is_capital=False,
            is_asked=False,
        )
        for number, most in enumerate(near)
    ]
    named = tuple(frozenset({person}) for person in people)
    return Query(
        analysed=analysed,
        terms=tuple(terms),
        weights=NOTHING,
        shares=NOTHING,
        vectors=NOTHING,
        vector=NOTHING,
        sense=NOTHING,
        unknown=0.0,
        works=frozenset(),
        contents=len(terms),
        is_bare=is_bare,
        mentions=named,
        roles=(),
        people=frozenset(people),
        numbers=frozenset(),
        numbered=frozenset(),
        contrasts=frozenset(),
    )


def fact(number: int) -> Fact:
    return Fact(id=f"f{number}", question=f"Q{number}?", answer="A.")


def ranked(*odds: float, **features: Sequence[float]) -> Ranked:
    """Candidates f0, f1 and so on of these odds; of features that are not given all have 0."""
    count = len(odds)
    comparison = Comparison(
        np.zeros((len(FEATURES), count), dtype=np.float32),
        np.zeros((len(MATCH_FEATURES), 0, count), dtype=np.float32),
        np.zeros((0, len(TERM_FEATURES)), dtype=np.float32),
        NOTHING,
    )
    for name, values in features.items():
        comparison.feature(name)[:] = values
    return Ranked(tuple(map(fact, range(count))), odds, tuple(range(count)), comparison)


def said(decision: Decision) -> tuple[str, list[str]]:
    told = [decision.fact] if decision.fact else decision.suggestions
    return decision.status.value, [one.id for one in told]


def test_no_candidates_are_an_honest_no(query: Query) -> None:
    assert judge(query, None) == Decision(Status.UNKNOWN)


@pytest.mark.parametrize(
    ("odds", "status"), [(0.77, "answered"), (0.75, "answered"), (0.73, "suggested")]
)
def test_an_answer_needs_three_quarters(query: Query, odds: float, status: str) -> None:
    decision = judge(query, ranked(odds, 0.05))
    assert said(decision) == (status, ["f0"] if status == "answered" else ["f0", "f1"])
    assert decision.score == odds


@pytest.mark.parametrize(
    ("best", "other", "status"),
    [
        (0.46, 0.3, "answered"),
        (0.44, 0.3, "suggested"),
        (0.31, 0.55, "suggested"),
        (0.31, 0.61, "answered"),
        (0.29, 0.65, "suggested"),
        (0.46, 0.2, "suggested"),
    ],
)
def test_those_that_agree_make_an_answer_together_where_the_best_is_worth_something(
    query: Query, best: float, other: float, status: str
) -> None:
    found = ranked(best, other, 0.001)
    first, second, third = found.facts
    linked = first.model_copy(update={"related": (second.id, third.id)})
    decision = judge(query, replace(found, facts=(linked, second, third)))
    assert decision.status == status
    assert decision.score == pytest.approx(best + other)
    assert [one.id for one in decision.meant] == ["f0", "f1"]
    contradicted = ranked(best, other, 0.001, contrast_miss=[0, 1, 0])
    alone = judge(query, replace(contradicted, facts=(linked, second, third)))
    assert alone.score == best


@pytest.mark.parametrize(("odds", "status"), [(0.81, "answered"), (0.79, "suggested")])
def test_in_another_language_an_answer_needs_eight_tenths(
    query: Query, odds: float, status: str
) -> None:
    foreign = replace(query, analysed=replace(query.analysed, is_foreign=True))
    assert judge(foreign, ranked(odds)).status == status


@pytest.mark.parametrize(
    ("odds", "status"),
    [((0.31,), "suggested"), ((0.29,), "unknown"), ((0.16, 0.16), "suggested"),
     ((0.15, 0.14), "unknown"), ((0.09, 0.09, 0.09, 0.09), "unknown")],
)  # fmt: skip
def test_a_choice_needs_three_tenths_together(
    query: Query, odds: tuple[float, ...], status: str
) -> None:
    assert judge(query, ranked(*odds)).status == status


def test_a_choice_holds_five_and_nothing_far_off(query: Query) -> None:
    assert said(judge(query, ranked(*[0.14] * 7)))[1] == ["f0", "f1", "f2", "f3", "f4"]
    assert said(judge(query, ranked(0.5, 0.011, 0.009)))[1] == ["f0", "f1"]
    assert said(judge(query, ranked(0.16, 0.16, 0.006, 0.004)))[1] == ["f0", "f1", "f2"]


@pytest.mark.parametrize(
    ("near", "status"),
    [([1, 1, 1], "answered"), ([0.1, 0.1, 1], "unknown"), ([0.1, 0.9, 1], "answered"),
     ([0.4, 0.5], "unknown"), ([0.1, 0.1, 0.1, 1], "answered")],
)  # fmt: skip
def test_a_short_question_that_is_mostly_foreign_gets_neither(
    analysed: Analysed, near: Sequence[float], status: str
) -> None:
    for weight in (1.0, 0.2):
        assert judge(query_of(analysed, near, weight=weight), ranked(0.9)).status == status
    if status == "unknown":
        assert judge(query_of(analysed, near), ranked(0.5)).status == status
        about_somebody = query_of(analysed, near, people=("kim",))
        assert judge(about_somebody, ranked(0.9)).status == "answered"


@pytest.mark.parametrize("kind", ["person_miss", "unit_miss"])
def test_somebody_elses_fact_or_another_episodes_is_neither_told_nor_offered(
    query: Query, kind: str
) -> None:
    assert said(judge(query, ranked(0.9, 0.05, **{kind: [1, 0]}))) == ("suggested", ["f1"])
    assert said(judge(query, ranked(0.9, **{kind: [1]}))) == ("unknown", [])
    assert said(judge(query, ranked(0.9, **{kind: [0.5]}))) == ("answered", ["f0"])


def test_a_contrast_keeps_a_fact_from_being_told_and_not_from_being_offered(query: Query) -> None:
    assert said(judge(query, ranked(0.9, contrast_miss=[1]))) == ("suggested", ["f0"])


def test_it_is_the_features_of_the_best_that_count(query: Query) -> None:
    """Candidates are sorted by their odds, and what they were compared by is not."""
    found = ranked(0.9, 0.05, person_miss=[1, 0])
    sorted_otherwise = Ranked(found.facts, found.odds, (1, 0), found.comparison)
    assert said(judge(query, sorted_otherwise)) == ("answered", ["f0"])


@pytest.mark.parametrize(
    ("holding", "status"), [(5, "answered"), (6, "suggested"), (7, "suggested")]
)
def test_what_many_facts_hold_is_a_topic_and_no_question(
    query: Query, holding: int, status: str
) -> None:
    odds = [0.9, *[0.01] * 6]
    held = [1.0] * holding + [0.9] * (7 - holding)
    topic = replace(query, analysed=replace(query.analysed, asks=()))
    assert judge(topic, ranked(*odds, strict_q=held)).status == status
    assert judge(query, ranked(*odds, strict_q=held)).status == "answered"


def test_a_bare_word_is_no_question(analysed: Analysed) -> None:
    word = query_of(analysed, [1.0], is_bare=True)
    assert said(judge(word, ranked(0.9, 0.05))) == ("suggested", ["f0", "f1"])
    assert judge(word, ranked(0.1, 0.05)).status == "unknown"


def test_a_bare_name_offers_what_asks_for_little_else_first(analysed: Analysed) -> None:
    name = query_of(analysed, [1.0], is_bare=True, people=("kim",))
    found = ranked(0.03, 0.02, 0.001, best_p=[0.2, 0.9, 0.5], person_miss=[0, 0, 0])
    assert said(judge(name, found)) == ("suggested", ["f1", "f2", "f0"])
    others = ranked(0.03, 0.02, best_p=[0.2, 0.9], person_miss=[0, 1])
    assert said(judge(name, others)) == ("suggested", ["f0"])


def test_what_is_not_allowed_is_left_out_of_a_choice_and_not_of_an_answer(query: Query) -> None:
    def allows(fact: Fact) -> bool:
        return fact.id != "f0"

    assert said(judge(query, ranked(0.5, 0.1), allows)) == ("suggested", ["f1"])
    assert said(judge(query, ranked(0.5), allows)) == ("unknown", [])
    assert said(judge(query, ranked(0.9), allows)) == ("answered", ["f0"])
