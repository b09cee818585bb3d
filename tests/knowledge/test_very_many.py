"""More problems than anybody reads: the first thousand are told, and the rest is counted."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.knowledge.explaining import Nearest
from bot.knowledge.merging import Reading
from bot.knowledge.problems import MOST_TOLD, Place, Problem, Problems, Severity, number_of

Read = Callable[[str], Reading]


def told(reading: Reading, severity: Severity = Severity.ERROR) -> list[Problem]:
    return [problem for problem in reading.problems if problem.severity is severity]


NUMBERS = range(1500)
FACT = "facts:\n- id: a\n  question: q\n  answer: b\n"


@pytest.mark.parametrize(
    "content",
    [
        "".join(f"k{n}: a\n" for n in NUMBERS),
        "facts:\n" + "- x\n" * 1500,
        "people:\n" + "".join(f"- {{id: p{n}, name: P, kind: x}}\n" for n in NUMBERS),
        FACT + "".join(f"  k{n}: a\n" for n in NUMBERS),
        f"{FACT}  people: [{','.join(f'p{n}' for n in NUMBERS)}]",
        f"{FACT}  spoiler: [{','.join(f'r{n}' for n in NUMBERS)}]",
        "phrasings:\n" + "".join(f"  p{n}: [a]\n" for n in NUMBERS),
        "removed:\n" + "".join(f"- p{n}\n" for n in NUMBERS),
        "fates: [b]\n" * 1501,
    ],
    ids=["keys", "items", "entries", "fields", "people", "ratings", "phrasings", "removed",
         "twice"],
)  # fmt: skip
def test_the_first_thousand_and_a_count(content: str, reading: Read) -> None:
    found = told(reading(content))
    assert len(found) == MOST_TOLD + 1
    assert number_of(found) == 1500
    assert found[-1].message == "and 500 more from here on; mend those above first"
    places = [one.place for one in found[:-1]]
    assert places == sorted(places)


def test_warnings_do_not_crowd_out_errors(reading: Read) -> None:
    facts = "".join(f"- {{id: f{n}, question: q, answer: b}}\n" for n in NUMBERS)
    found = reading(f"facts:\n{facts}- {{id: last}}\n")
    assert [one.place.line for one in told(found)] == [1502, 1502]
    assert number_of(told(found, Severity.WARNING)) == 1500


def test_a_list_without_hope_is_not_looked_at_to_its_end(reading: Read) -> None:
    """Each entry lacks three keys; of those that are not looked at each counts as one problem."""
    found = told(reading("people:\n" + "- {}\n" * 30_000))
    looked_at = 7_000
    assert number_of(found) == 3 * looked_at + (30_000 - looked_at)


def test_the_same_problem_counts_once() -> None:
    problems = Problems()
    for _ in range(3):
        problems.extend(Problem(Place("a.yaml", line), "wrong") for line in range(MOST_TOLD))
    assert number_of(problems.sorted()) == MOST_TOLD


def test_what_was_only_counted_stays_so_when_it_is_handed_on() -> None:
    first = Problems(Problem(Place("a.yaml", line), "wrong") for line in range(1500))
    second = Problems([*first.sorted(), Problem(Place("b.yaml", 1), "wrong")])
    assert number_of(second.sorted()) == 1501
    assert second.sorted()[-1].place == Place("a.yaml", MOST_TOLD)


def test_hints_end_after_so_many_comparisons() -> None:
    nearest = Nearest(["kim", "lee"], comparisons=5)
    hints = [nearest.hint("kin", "mend it") for _ in range(4)]
    assert hints == ["did you mean 'kim'?"] * 2 + ["mend it"] * 2


def test_ratings_that_are_listed_end_somewhere(reading: Read) -> None:
    works = ", ".join(f"work-{n}" for n in range(5000))
    (problem,) = told(reading(f"show: {{works: [{works}]}}\n{FACT}  spoiler: '?'\n"))
    assert problem.message.endswith("work-27, 4972 more")
    assert len(problem.message) < 500
