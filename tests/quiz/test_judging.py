"""What counts where an answer is typed."""

from __future__ import annotations

import random

import pytest

from bot.knowledge.schema import Knowledge
from bot.library import Snapshot
from bot.quiz.judging import is_right
from bot.quiz.pool import Pool, Wanted
from bot.quiz.questions import Question
from bot.spoilers.horizon import EVERYTHING

from .questions import question

TAKES = question("17", "9", "21", "30", ask="How many takes did the kiss need?")
ROOF = question("On the roof", "In the library", "In the gym", "On the stairs")
JI_HU = question(
    "Park Ji-hu", "Cho Yi-hyun", "Kim Bo-yoon", "Lee Eun-saem",
    ask="Who plays Nam On-jo?", accept=("박지후", "Ji-hu"), rivals=("Park Ji-hoon",), is_name=True,
)  # fmt: skip
ON_JO = question("Nam On-jo", "Choi Nam-ra", "Yang Dae-su", "Jang Ha-ri", accept=("On-jo",))
EPISODE = question("Episode 7", "Episode 4", "Episode 5", "Episode 9", ask="In which episode?")
DATE = question("28 January 2022", "29 January 2022", "28 February 2022", "28 January 2021")
HOURS = question("560 million", "56 million", "506 million", "650 million", ask="How many hours?")
MARKET = question("The fish market", "The school", "The hospital", "The bus stop")
KEPT = question("Six", "Four", "Five", "Seven", accept=("6 students",), ask="How many are left?")


@pytest.mark.parametrize(
    ("asked", "typed"),
    [
        (TAKES, "17"),
        (TAKES, "seventeen"),
        (TAKES, "Seventeen."),
        (TAKES, "17 takes"),
        (TAKES, "it was seventeen takes i think"),
        (TAKES, "#17"),
        (ROOF, "on the roof"),
        (ROOF, "roof"),
        (ROOF, "the rooof"),
        (ROOF, "they were on the roof"),
        (JI_HU, "park ji-hu"),
        (JI_HU, "Ji-hu Park"),
        (JI_HU, "parkjihu"),
        (JI_HU, "Park Jihoo"),
        (JI_HU, "Bak Ji-hu"),
        (JI_HU, "박지후"),
        (JI_HU, "ji hu"),
        (JI_HU, "Park Ji-hu (박지후)"),
        (ON_JO, "onjo"),
        (ON_JO, "Nam On-jo"),
        (EPISODE, "7"),
        (EPISODE, "seven"),
        (EPISODE, "episode seven"),
        (EPISODE, "ep 7"),
        (DATE, "January 28, 2022"),
        (DATE, "28th of January 2022"),
        (HOURS, "560 million hours"),
        (HOURS, "560,000,000"),
        (MARKET, "fish market"),
        (MARKET, "a fish markett"),
        (KEPT, "six"),
        (KEPT, "6 are left"),
    ],
)
def test_what_is_right_in_substance_counts(asked: Question, typed: str) -> None:
    assert is_right(typed, asked)


@pytest.mark.parametrize(
    ("asked", "typed"),
    [
        (TAKES, ""),
        (TAKES, "   "),
        (TAKES, "?"),
        (TAKES, "16"),
        (TAKES, "17 or 9"),
        (TAKES, "9 17 21 30"),
        (TAKES, "not 17"),
        (TAKES, "1 7"),
        (TAKES, "170"),
        (TAKES, "takes"),
        (TAKES, "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18"),
        (ROOF, "in the library"),
        (ROOF, "on"),
        (ROOF, "the"),
        (ROOF, "the library roof"),
        (JI_HU, "Who plays Nam On-jo?"),
        (JI_HU, "Park Jin-hu"),
        (ROOF, "on the stairs or the roof"),
        (ROOF, "not on the roof"),
        (JI_HU, "park"),
        (JI_HU, "Park Ji-hoon"),
        (JI_HU, "Cho Yi-hyun"),
        (JI_HU, "Park Ji-hu Cho Yi-hyun Kim Bo-yoon Lee Eun-saem"),
        (JI_HU, "Nam On-jo"),
        (JI_HU, "박지훈"),
        (ON_JO, "Nam-ra"),
        (ON_JO, "jo"),
        (EPISODE, "8"),
        (EPISODE, "episode"),
        (DATE, "28 January 2021"),
        (DATE, "28 February 2022"),
        (DATE, "January 2022"),
        (HOURS, "560"),
        (HOURS, "56 million"),
        (HOURS, "650 million"),
        (MARKET, "market"),
        (MARKET, "fish"),
        (KEPT, "five or six"),
        (KEPT, "6 7"),
    ],
)
def test_what_is_beside_it_does_not(asked: Question, typed: str) -> None:
    assert not is_right(typed, asked)


@pytest.fixture(scope="module")
def typed_questions(shipped_snapshot: Snapshot) -> list[Question]:
    """Every shipped question that can be typed."""
    pool = Pool(shipped_snapshot.knowledge, shipped_snapshot.matcher.names, EVERYTHING)
    rng = random.Random(1)
    found = (pool.question(one, rng) for one in pool.ids(Wanted(is_typed=True)))
    return [one for one in found if one is not None]


def test_every_shipped_answer_counts_and_no_wrong_one(typed_questions: list[Question]) -> None:
    assert len(typed_questions) > 300
    for one in typed_questions:
        for form in (one.answer, *one.accept):
            assert is_right(form, one), (one.id, form)
        for place, option in enumerate(one.options):
            if place != one.right:
                assert not is_right(option, one), (one.id, option)
                assert not is_right(f"{one.answer} {option}", one), (one.id, option)


def test_neither_everything_nor_everybody_wins(
    typed_questions: list[Question], shipped: Knowledge
) -> None:
    everybody = " ".join(person.name for person in shipped.people.values())
    for one in typed_questions:
        for typed in (" ".join(one.options), " or ".join(one.options), everybody, one.ask):
            assert not is_right(typed, one), (one.id, typed)


def test_other_people_are_not_taken_for_the_right_one(
    typed_questions: list[Question], shipped: Knowledge
) -> None:
    names = {person.name for person in shipped.people.values()}
    for one in typed_questions:
        if one.is_name and one.id != "baby-fate":  # where a colleague is right as well
            taken = {name for name in names if is_right(name, one)}
            assert len(taken) <= 1, (one.id, taken)
