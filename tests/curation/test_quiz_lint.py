"""What is doubtful about entries of the quiz."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.curation.test_lint import FACT, check

GOOD = {
    "right": "twelve",
    "wrong": "[ten, eleven, thirteen]",
    "difficulty": "1",
    "ask": "How many chairs?",
}


def warnings(tmp_path: Path, **changed: str) -> list[str]:
    """What `check` says of the quiz of a fact; other people are in the room already."""
    entry = ", ".join(f"{key}: {value}" for key, value in (GOOD | changed).items() if value)
    checked = check(tmp_path, FACT, more=f"quiz: {{a: {{{entry}}}}}\n")
    return [one.message for one in checked.problems if one.message.startswith("quiz of")]


def test_a_good_entry_is_no_matter(tmp_path: Path) -> None:
    assert warnings(tmp_path) == []


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"wrong": "[ten, eleven]"}, "only 2 of at least 3 wrong answers; add others"),
        (
            {"wrong": "[ten, '12', thirteen]"},
            "the wrong answer '12' is the right one; remove it",
        ),
        (
            {"wrong": "[ten, dozen, thirteen]", "accept": "[a dozen]"},
            "the wrong answer 'dozen' is the right one; remove it",
        ),
        (
            {"wrong": "[ten, eleven, '10', nine]"},
            "the wrong answer '10' stands here twice; keep one",
        ),
        (
            {"right": "a dozen", "wrong": "[ten, twelve, nine]"},
            "the wrong answer 'twelve' is a key of the fact; remove it, or mend the key",
        ),
        (
            {"ask": "Do twelve chairs stand there?"},
            "the question holds the answer 'twelve'; reword it",
        ),
        (
            {"right": "twelve and one more behind the piano"},
            "the right answer is much longer than all wrong ones; write them alike",
        ),
        (
            {"wrong": "[ten, eleven, the murderer]"},
            "'murderer' in the quiz of a fact without a spoiler; rate it, or reword this",
        ),
    ],
)
def test_what_is_doubtful_is_told(tmp_path: Path, changed: dict[str, str], message: str) -> None:
    assert warnings(tmp_path, **changed) == [f"quiz of 'a': {message}"]


def test_another_name_of_the_right_person_is_no_wrong_answer(tmp_path: Path) -> None:
    people = "people:\n  - {id: park-solomon, name: Park Solomon, kind: actor, aliases: [Lomon]}\n"
    fact = FACT | {"answer": "Park Solomon sits there."}
    wrong = "[Ann Lee, Park Solomon, Bo Kim]"
    entry = f"{{right: Lomon, wrong: {wrong}, difficulty: 1, ask: Who sits there?}}"
    checked = check(tmp_path, fact, more=f"{people}quiz: {{a: {entry}}}\n")
    told = [one.message for one in checked.problems if one.message.startswith("quiz of")]
    assert told == [
        "quiz of 'a': the wrong answer 'Park Solomon' is another name of 'Lomon'; remove it"
    ]
