"""What awaits a moderator, over the shipped knowledge."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.curation.desk import Contradiction, Desk, Pick, Question
from bot.library import Snapshot

TAKES = "kiss-takes"


@pytest.fixture(scope="module")
def desk(shipped_snapshot: Snapshot) -> Desk:
    return Desk(shipped_snapshot.knowledge.facts, shipped_snapshot.matcher)


def question(text: str, asked: int = 1, **more: object) -> Question:
    return replace(Question(f"q{asked}", text, (text,), asked, 1_700_000_000), **more)  # pyright: ignore[reportArgumentType]


def picked(text: str, fact_id: str, members: int = 3) -> Question:
    return question(text, 0, picks=(Pick(fact_id, members, (text,)),))


def test_open_is_what_nothing_answers_the_most_asked_first(
    desk: Desk, shipped_snapshot: Snapshot
) -> None:
    answered = shipped_snapshot.knowledge.facts[TAKES].question
    rare, often = question("who wrote hamlet", 2), question("which shampoo is in the shop", 5)
    wrong = question(answered, 3, rejected=frozenset({TAKES}))
    kept = [rare, often, question(answered, 4), question("nobody asked", 0)]
    assert desk.open([*kept, replace(often, is_dismissed=True)]) == [often, rare]
    assert desk.open([wrong, question(answered, 3, rejected=frozenset({"x"}))]) == [wrong]


def test_a_proposal_needs_three_members_and_something_new(
    desk: Desk, shipped_snapshot: Snapshot
) -> None:
    known = shipped_snapshot.knowledge.facts[TAKES].question
    new = picked("the number of goes they had", TAKES)
    others = (
        picked("the number of goes they had", TAKES, members=2),
        picked(known, TAKES),
        picked("the number of goes they had", "gone-for-good"),
        replace(new, refused=frozenset({TAKES})),
    )
    assert [one.pick for one in desk.proposals(new for new in (new, *others))] == list(new.picks)


@pytest.mark.parametrize(
    ("text", "contradiction"),
    [
        ("how many takes did the kiss of Gwi-nam need", Contradiction.NAME),
        ("how many takes did the kiss in episode 3 need", Contradiction.NUMBER),
    ],
)
def test_what_contradicts_a_fact_is_marked(
    desk: Desk, text: str, contradiction: Contradiction
) -> None:
    (proposal,) = desk.proposals([picked(text, TAKES)])
    assert contradiction in proposal.contradictions


def test_what_does_not_is_not(desk: Desk) -> None:
    (proposal,) = desk.proposals([picked("goes for the library kiss of the two", TAKES)])
    assert proposal.contradictions == ()
