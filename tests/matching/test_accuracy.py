"""What the project promises of its matching, on questions that nothing was fitted on.

The bounds lie a little below what README reports, so that a new fact does not break the build
while a real loss does. `python -m tests.benchmarks` reports the figures themselves.
"""

from __future__ import annotations

import re

import pytest

from bot.knowledge.schema import Fact, Knowledge
from bot.matching.decision import Decision, Status
from bot.matching.language.tokens import words
from bot.matching.matcher import Matcher
from bot.matching.names.names import Names
from bot.training.questions import Answerable, Questions, Unanswerable, read_questions
from tests.evaluation import REPORT

Asked = list[tuple[Answerable, Decision]]
Unasked = list[tuple[Unanswerable, Decision]]


@pytest.fixture(scope="module")
def questions() -> Questions:
    return read_questions(REPORT)


@pytest.fixture(scope="module")
def answerable(questions: Questions, shipped_matcher: Matcher) -> Asked:
    return [(asked, shipped_matcher.decide(asked.text)) for asked in questions.answerable]


@pytest.fixture(scope="module")
def unanswerable(questions: Questions, shipped_matcher: Matcher) -> Unasked:
    return [(asked, shipped_matcher.decide(asked.text)) for asked in questions.unanswerable]


@pytest.fixture(scope="module")
def names(shipped_matcher: Matcher) -> Names:
    return shipped_matcher.names


def is_right(asked: Answerable, decision: Decision) -> bool:
    return decision.fact is not None and decision.fact.id in asked.facts


def is_found(asked: Answerable, decision: Decision) -> bool:
    """Whether the right fact is told or among the suggestions."""
    return is_right(asked, decision) or any(f.id in asked.facts for f in decision.suggestions)


def share(hits: int, total: int) -> float:
    assert total
    return hits / total


def test_the_set_is_large_enough(questions: Questions) -> None:
    assert len(questions.answerable) >= 200
    assert len(questions.unanswerable) >= 100
    assert {q.kind for q in questions.unanswerable} == {
        "near-miss", "on-topic", "other-show", "off-topic",
    }  # fmt: skip


def test_the_labels_name_facts_and_people_that_exist(
    questions: Questions, shipped_matcher: Matcher
) -> None:
    known = shipped_matcher.complete("", limit=10_000, allows=lambda _: True)
    ids = {fact.id for fact in known}
    assert {f for q in questions.answerable for f in q.facts} <= ids


def test_the_right_fact_comes_first(questions: Questions, shipped_matcher: Matcher) -> None:
    first = 0
    for asked in questions.answerable:
        told = shipped_matcher.explain(asked.text)
        best = told.decision.fact or next((one.fact for one in told.candidates), None)
        first += best is not None and best.id in asked.facts
    assert share(first, len(questions.answerable)) >= 0.90


def test_wrong_answers_are_rare(answerable: Asked, unanswerable: Unasked) -> None:
    wrong = [
        asked.text
        for asked, decision in answerable
        if decision.fact and not is_right(asked, decision)
    ]
    wrong += [asked.text for asked, decision in unanswerable if decision.fact]
    assert share(len(wrong), len(answerable) + len(unanswerable)) <= 0.015, wrong


def test_the_right_fact_is_told_or_suggested(answerable: Asked) -> None:
    missed = [asked.text for asked, decision in answerable if not is_found(asked, decision)]
    assert share(len(missed), len(answerable)) <= 0.045, missed


def test_most_are_answered_outright(answerable: Asked) -> None:
    assert share(sum(is_right(*one) for one in answerable), len(answerable)) >= 0.76


@pytest.mark.parametrize(
    ("style", "least"),
    [("natural", 0.92), ("casual", 0.92), ("keywords", 0.95), ("alias", 0.90), ("typo", 0.88),
     ("roundabout", 0.90)],
)  # fmt: skip
def test_every_style_is_understood(answerable: Asked, style: str, least: float) -> None:
    chosen = [one for one in answerable if one[0].style == style]
    assert share(sum(is_found(*one) for one in chosen), len(chosen)) >= least


@pytest.mark.parametrize(
    ("kind", "least"), [("near-miss", 0.95), ("off-topic", 0.98), ("other-show", 0.96)]
)
def test_what_is_not_known_is_not_answered(unanswerable: Unasked, kind: str, least: float) -> None:
    chosen = [(asked, decision) for asked, decision in unanswerable if asked.kind == kind]
    told = [asked.text for asked, decision in chosen if decision.fact]
    assert share(len(chosen) - len(told), len(chosen)) >= least, told


def test_off_topic_questions_get_few_suggestions(unanswerable: Unasked) -> None:
    chosen = [decision for asked, decision in unanswerable if asked.kind == "off-topic"]
    assert share(sum(d.status is Status.UNKNOWN for d in chosen), len(chosen)) >= 0.85


# -- the same question about somebody or something else


CAST = ("Yoon Chan-young", "Park Ji-hu", "Cho Yi-hyun", "Lomon", "Yoo In-soo", "Lee Yoo-mi")
ROLES = ("Nam-ra", "Su-hyeok", "On-jo", "Cheong-san", "Gwi-nam", "Na-yeon")


def everyone_in(fact: Fact, names: Names) -> set[str]:
    """All whom a fact lists or names, with their other halves."""
    found = set(fact.people)
    for text in (*fact.phrasings, fact.answer):
        found |= {person for m in names.mentions(words(text)) for person in m.people}
    return {member for person in found for member in names.family(person)}


@pytest.fixture(scope="module")
def swapped(shipped: Knowledge, shipped_matcher: Matcher, names: Names) -> list[tuple[str, bool]]:
    """Questions of facts with another person in place of one, and whether the fact still told."""
    asked: list[tuple[str, bool]] = []
    for fact in shipped.facts.values():
        here = [(name, group) for group in (CAST, ROLES) for name in group if name in fact.question]
        held = everyone_in(fact, names) if here else set[str]()
        for name, group in here:
            for other in group:
                if names.look_up(other)[0] not in held:
                    question = fact.question.replace(name, other)
                    told = shipped_matcher.decide(question).fact
                    asked.append((question, told is not None and told.id == fact.id))
    return asked


def test_another_person_is_never_given_somebodys_answer(swapped: list[tuple[str, bool]]) -> None:
    assert len(swapped) > 500
    assert [question for question, told in swapped if told] == []


def test_another_episode_is_never_given_an_episodes_answer(
    shipped: Knowledge, shipped_matcher: Matcher
) -> None:
    asked = 0
    for fact in shipped.facts.values():
        found = re.search(r"episode (\d+)", fact.question)
        for other in {3, 8, 11, 12, 14} - ({int(found[1])} if found else set()):
            if found:
                told = shipped_matcher.decide(fact.question.replace(found[0], f"episode {other}"))
                assert told.fact is None or told.fact.id != fact.id, (fact.question, other)
                asked += 1
    assert asked > 50


# -- looking people up


def missed_by(questions: Questions, names: Names) -> list[str]:
    """Look-ups that should find somebody and find nobody of those meant among the first two."""
    return [
        one.who
        for one in questions.people
        if one.expected and not set(names.look_up(one.who)[:2]) & set(one.expected)
    ]


def test_people_are_found_by_any_name(questions: Questions, names: Names) -> None:
    missed = missed_by(questions, names)
    assert share(len(missed), sum(bool(one.expected) for one in questions.people)) <= 0.05, missed


def test_no_stranger_is_found(questions: Questions, names: Names) -> None:
    strangers = [one.who for one in questions.people if not one.expected]
    assert [who for who in strangers if names.look_up(who)] == []


def test_no_wrong_person_is_found(questions: Questions, names: Names) -> None:
    """Nobody is better than somebody else: what is found must be among those meant."""
    for one in questions.people:
        found = names.look_up(one.who)
        assert not found or set(found[:2]) & set(one.expected), (one.who, found)
