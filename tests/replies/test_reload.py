"""What a reload tells."""

from __future__ import annotations

import pytest

from bot.knowledge.problems import Place, Problem
from bot.library import Changes, Loss
from bot.replies.model import Heading, Text
from bot.replies.reload import problems_in_full, reload_done, reload_failed
from tests.replies.reading import open_text

NO_CHANGES = Changes((), (), ())


def problems(count: int) -> tuple[Problem, ...]:
    return tuple(Problem(Place("facts/a.yaml", n, 3), f"wrong {n}; mend it") for n in range(count))


def test_a_reload_tells_numbers_and_names() -> None:
    shown = open_text(reload_done(Changes(("facts/a", "facts/b"), ("quotes/c",), ()), 0))
    assert "Added 2: facts/a, facts/b" in shown
    assert "Changed 1: quotes/c" in shown
    assert "Removed" not in shown
    assert "warning" not in shown


def test_a_long_list_is_cut_and_counted() -> None:
    shown = open_text(reload_done(Changes((), (), tuple(f"facts/f{n}" for n in range(23))), 0))
    assert "Removed 23: facts/f0" in shown
    assert "facts/f9 and 13 more" in shown
    assert "facts/f10" not in shown


def test_what_lost_phrasings_or_sources_is_named() -> None:
    losses = (Loss("facts/kiss-takes", 3, 0), Loss("quotes/a", 0, 1), Loss("facts/b", 1, 2))
    shown = open_text(reload_done(Changes((), ("facts/kiss-takes",), (), losses), 0)).splitlines()
    assert "facts/kiss-takes: 3 phrasings fewer" in shown
    assert "quotes/a: 1 source fewer" in shown
    assert "facts/b: 1 phrasing and 2 sources fewer" in shown
    many = tuple(Loss(f"facts/f{n}", 1, 0) for n in range(7))
    shown = open_text(reload_done(Changes((), ("facts/f0",), (), many), 0))
    assert "facts/f4: 1 phrasing fewer" in shown
    assert "facts/f5" not in shown
    assert "and 2 entries more with fewer phrasings or sources" in shown


@pytest.mark.parametrize(("count", "more"), [(9, 0), (10, 0), (11, 1)])
def test_as_many_as_fit_are_no_list_with_more(count: int, more: int) -> None:
    shown = open_text(reload_done(Changes(tuple(f"facts/f{n}" for n in range(count)), (), ()), 0))
    assert f"facts/f{min(count, 10) - 1}" in shown
    assert ("more" in shown) == bool(more)
    assert (f"and {more} more" in shown) == bool(more)


def test_problems_that_are_only_counted_count() -> None:
    rest = Problem(Place("facts/a.yaml", 9), "and 500 more", stands_for=500)
    shown = reload_failed((*problems(2), rest))
    assert shown.open[0] == Heading("Nothing was changed: 502 problems")


def test_the_file_of_problems_holds_all_of_them_or_says_how_many_more() -> None:
    few = problems_in_full(problems(25)).decode().splitlines()
    assert few == [str(problem) for problem in problems(25)]
    long = tuple(Problem(Place("한" * 2000, n), "x" * 2000) for n in range(1000))
    data = problems_in_full((*long, Problem(Place("z"), "rest", stands_for=500)))
    assert len(data) < 1024 * 1024 + 100
    *lines, last = data.decode().splitlines()
    assert last == f"and {1500 - len(lines)} more problems; mend those above first"
    assert lines == [str(problem) for problem in long[: len(lines)]]


def test_a_reload_that_changes_nothing_says_so() -> None:
    shown = open_text(reload_done(NO_CHANGES, 3))
    assert "nothing has changed" in shown
    assert "3 warnings" in shown


def test_one_warning_is_singular() -> None:
    assert "1 warning;" in open_text(reload_done(NO_CHANGES, 1))


@pytest.mark.parametrize(("count", "head"), [(1, "1 problem"), (2, "2 problems"),
                                             (25, "25 problems")])  # fmt: skip
def test_a_refused_reload_shows_the_first_ten_with_their_places(count: int, head: str) -> None:
    shown = reload_failed(problems(count))
    assert shown.open[0] == Heading(f"Nothing was changed: {head}")
    assert shown.open[1] == Text("The knowledge from before stays in force.")
    listed = [line for line in open_text(shown).splitlines() if "facts/a.yaml:" in line]
    assert len(listed) == min(count, 10)
    assert listed[0].startswith("facts/a.yaml:0:3: wrong 0")
