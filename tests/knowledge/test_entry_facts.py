"""What can be wrong with a fact."""

from __future__ import annotations

import pytest

from .conftest import Problems, table
from .entries import DATE, SLUG, fact

RATING = "is no rating of the show"
KNOWN = "known are episodes such as s1e7, seasons such as s2"


@pytest.mark.parametrize(
    ("content", "problem"),
    table({
        "topic": (fact("topic: Kiss Scene"), f"3:1: fact 'a': 'topic' {SLUG}"),
        "hyphens": (fact("topic: kiss--scene"), f"3:1: fact 'a': 'topic' {SLUG}"),
        "rating in numbers": (fact("spoiler: 7"),
                              f"3:1: fact 'a': '7' {RATING}; write s1e7"),
        "rating in words": (fact("spoiler: seven"), f"3:1: fact 'a': 'seven' {RATING}; {KNOWN}"),
        "episode zero": (fact("spoiler: s1e0"), f"3:1: fact 'a': 's1e0' {RATING}; {KNOWN}"),
        "work that is not there": (fact("spoiler: [s1e1, novel]"),
                                   f"3:17: fact 'a': 'novel' {RATING}; {KNOWN}"),
        "no rating": (fact("spoiler: []"), "3:1: fact 'a': 'spoiler' is empty; "
                      "write a rating such as s1e7, or remove it"),
        "mapping for a rating": (fact("spoiler: {a: b}"),
                                 "3:1: fact 'a': 'spoiler' is a rating; write one such as s1e7, "
                                 "or a list such as [s1e7, webtoon]"),
        "seconds for a date": (fact("as_of: 0"), f"3:1: fact 'a': 'as_of' {DATE}"),
        "time for a date": (fact("as_of: 2022-02-07T00:00:00"), f"3:1: fact 'a': 'as_of' {DATE}"),
        "no such day": (fact("as_of: 2022-02-31"), f"3:1: fact 'a': 'as_of' {DATE}"),
        "list of dates": (fact("as_of: [2022-02-07]"), f"3:1: fact 'a': 'as_of' {DATE}"),
        "unknown choice": (fact("key_match: some"),
                           "3:1: fact 'a': 'key_match' is not known; choose 'any' or 'all'"),
        "unknown person": (fact("people: [hamlet]"), "3:10: fact 'a': nobody has the id 'hamlet'; "
                           "add them to 'people' or mend the id"),
        "no source of a fact": ("facts:\n- {id: a, question: q, answer: b}",
                                "2:3: warning: fact 'a': no source; add where it was published"),
    }),
)  # fmt: skip
def test_a_fact_that_is_refused(content: str, problem: str, problems: Problems) -> None:
    assert problems(content) == [f"a.yaml:{problem}"]


@pytest.mark.parametrize(
    "content",
    [
        fact("spoiler: s1e1"),
        fact("spoiler: s2, as_of: 2022-02-07, title: t, topic: kiss-scene"),
        fact("key: [a, b], key_match: all"),
    ],
)
def test_a_fact_that_is_read(content: str, problems: Problems) -> None:
    assert problems(content) == []


def test_a_show_has_the_ratings_of_its_episodes_and_works(problems: Problems) -> None:
    show = (
        "show:\n  title: S\n  seasons: [{season: 1, episodes: [{number: 1}]}, {season: 2}]\n"
        "  works: [novel]\n"
    )
    for rating in ("s1e1", "s2", "novel", "[s1e1, novel]"):
        assert problems(show + fact(f"spoiler: {rating}")) == []
    for rating in ("s1", "s1e2", "s2e1", "s3", "webtoon"):
        [problem] = problems(show + fact(f"spoiler: {rating}"))
        known = "known are s1e1, s2, novel"
        assert problem == f"a.yaml:7:1: fact 'a': '{rating}' {RATING}; {known}"
