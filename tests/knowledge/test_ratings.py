"""Ratings in files: in the show's terms, and what is said of those it does not have."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.knowledge.reader import Reading

from .conftest import Problems

SOURCES = "sources: [{title: t, url: 'https://example.org/a'}]"
SHOW = """\
show:
  seasons:
    - {season: 1, episodes: [{number: 1}, {number: 2}, {number: 3}]}
    - season: 2
  works: [webtoon]
"""


def fact(spoiler: str) -> str:
    return f"facts:\n- {{id: a, question: q, answer: b, {SOURCES},\nspoiler: {spoiler}}}\n"


@pytest.mark.parametrize(
    ("written", "rating"),
    [
        ("s1e1", "s1e1"),
        (" 's1e3' ", "s1e3"),
        ("s2", "s2"),
        ("webtoon", "webtoon"),
        ("[s1e1]", "s1e1"),
        ("[webtoon, s1e3, s1e2]", "s1e3, webtoon"),
    ],
)
def test_a_rating_that_the_show_has(
    written: str, rating: str, reading: Callable[[str], Reading]
) -> None:
    read = reading(SHOW + fact(written))
    assert read.knowledge is not None, read.problems
    assert str(read.knowledge.facts["a"].spoiler) == rating


KNOWN = "known are s1e1 to s1e3, s2, webtoon"


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("3", "'3' is no rating of the show; write s1e3"),
        ("03", "'03' is no rating of the show; write s1e3"),
        ("13", f"'13' is no rating of the show; {KNOWN}"),
        ("0", "'0' is no rating of the show; "
              "remove it, for without a rating nothing is given away"),
        ("-1", f"'-1' is no rating of the show; {KNOWN}"),
        ("S1E3", "'S1E3' is no rating of the show; write s1e3"),
        ("s1e4", f"'s1e4' is no rating of the show; {KNOWN}"),
        ("s1", f"'s1' is no rating of the show; {KNOWN}"),
        ("s2e1", f"'s2e1' is no rating of the show; {KNOWN}"),
        ("webtoons", "'webtoons' is no rating of the show; did you mean 'webtoon'?"),
        ("7" * 5000, f"'{'7' * 80}…' is no rating of the show; {KNOWN}"),
        ("''", "'spoiler' is empty; write a rating such as s1e7, or remove it"),
        ("[]", "'spoiler' is empty; write a rating such as s1e7, or remove it"),
        ("{s1: e7}", "'spoiler' is a rating; write one such as s1e7, or a list such as "
                     "[s1e7, novel]"),
    ],
)  # fmt: skip
def test_a_rating_that_it_has_not(written: str, problem: str, problems: Problems) -> None:
    assert problems(SHOW + fact(written)) == [f"a.yaml:8:1: fact 'a': {problem}"]


def test_one_wrong_rating_of_a_list_is_pointed_at(problems: Problems) -> None:
    (problem,) = problems(SHOW + fact("[s1e1, s1e7]"))
    assert problem == f"a.yaml:8:17: fact 'a': 's1e7' is no rating of the show; {KNOWN}"


def test_quotes_are_rated_too(problems: Problems) -> None:
    quote = f"quotes:\n- {{id: q, kind: verbatim, text: t, speaker_name: A, {SOURCES}, spoiler: 2}}"
    (problem,) = problems(SHOW + quote)
    assert problem.endswith("quote 'q': '2' is no rating of the show; write s1e2")


def test_an_old_number_is_told_what_it_is_now(problems: Problems) -> None:
    (problem,) = problems(fact("7"))
    assert problem.endswith("'7' is no rating of the show; write s1e7")


def test_without_a_show_every_moment_is_a_rating_and_no_work(problems: Problems) -> None:
    assert problems(fact("[s1e1, s7e30]")) == []
    (problem,) = problems(fact("webtoon"))
    assert problem.endswith("known are episodes such as s1e7, seasons such as s2")


def test_the_show_may_stand_in_any_file(problems: Problems) -> None:
    assert problems({"a.yaml": fact("[s2, webtoon]"), "b.yaml": SHOW}) == []


@pytest.mark.parametrize("show", ["show: [", "\0", "show: {seasons: 7}", "shows: {}"])
def test_no_rating_is_called_wrong_while_the_show_is_unreadable(
    show: str, problems: Problems
) -> None:
    found = problems({"a.yaml": fact("webtoon"), "b.yaml": show})
    assert found
    assert not any("no rating" in line for line in found)


def test_new_episodes_are_an_edit_of_the_show_and_nothing_else(problems: Problems) -> None:
    files = {"a.yaml": fact("s2e3"), "news.yaml": fact("s2").replace("id: a", "id: b")}
    (problem,) = problems({**files, "show.yaml": SHOW})
    assert "'s2e3' is no rating of the show" in problem
    episodes = "[{number: 1, title: One, aired: 2026-01-01}, {number: 2}, {number: 3}]"
    out = SHOW.replace("- season: 2", f"- {{season: 2, episodes: {episodes}}}")
    assert problems({**files, "show.yaml": out}) == []
