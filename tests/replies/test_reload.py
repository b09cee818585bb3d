"""What a reload tells."""

from __future__ import annotations

import pytest

from bot.knowledge.problems import Place, Problem
from bot.library import Changes
from bot.replies.model import Heading, Text
from bot.replies.reload import reload_done, reload_failed
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
