"""Problems by themselves: what is repeated from a file, what is counted, and how one is told."""

from __future__ import annotations

import pytest

from bot.knowledge.problems import MOST_TOLD, Place, Problem, Problems, Severity, quoted

PLACE = Place("a.yaml", 3, 5)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("kim", "'kim'"),
        ("a\x1b\n", "'a\\x1b\\n'"),
        ("x" * 79 + "y", f"'{'x' * 79}y'"),
        ("x" * 79 + "yz", f"'{'x' * 79}y…'"),
        ("x" * 500, f"'{'x' * 80}…'"),
        ("\n" * 41, "'" + "\\n" * 40 + "…'"),
    ],
)
def test_what_is_repeated_is_as_long_as_an_id_at_most(text: str, shown: str) -> None:
    assert quoted(text) == shown


@pytest.mark.parametrize(
    ("problem", "line"),
    [
        (Problem(PLACE, "wrong"), "a.yaml:3:5: wrong"),
        (Problem(PLACE, "doubtful", Severity.WARNING), "a.yaml:3:5: warning: doubtful"),
        (Problem(PLACE, "better", Severity.ADVICE), "a.yaml:3:5: advice: better"),
        (Problem(Place("a.yaml"), "wrong"), "a.yaml:0:0: wrong"),
        (Problem(Place("a\n.yaml", 2), "wrong"), "a\\n.yaml:2:0: wrong"),
    ],
)
def test_a_problem_is_a_line_that_says_how_grave_it_is_unless_it_is_an_error(
    problem: Problem, line: str
) -> None:
    assert str(problem) == line


def test_what_stands_for_two_is_counted_as_two() -> None:
    handed_on = Problem(PLACE, "and 2 more from here on; mend those above first", stands_for=2)
    last = Problem(Place("b.yaml"), "wrong")
    assert Problems([handed_on, last]).sorted() == (last, handed_on)


@pytest.mark.parametrize(("told", "is_full"), [(MOST_TOLD - 1, False), (MOST_TOLD, True)])
def test_a_thousand_of_one_severity_are_enough(told: int, is_full: bool) -> None:
    problems = Problems(Problem(Place("a.yaml", line), "wrong") for line in range(told))
    assert problems.is_full() == is_full
    assert not problems.is_full(Severity.WARNING)


@pytest.mark.parametrize(
    ("severity", "number", "is_hopeless"),
    [
        (Severity.ERROR, 0, False),
        (Severity.ERROR, 19_999, False),
        (Severity.ERROR, 20_000, True),
        (Severity.ERROR, 30_000, True),
        (Severity.WARNING, 30_000, False),
    ],
)
def test_so_many_errors_are_hopeless(severity: Severity, number: int, is_hopeless: bool) -> None:
    problems = Problems()
    problems.count(PLACE, severity, number)
    assert problems.is_hopeless() == is_hopeless
