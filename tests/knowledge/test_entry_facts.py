"""What can be wrong with a fact."""

from __future__ import annotations

import pytest

from .conftest import Problems, table
from .entries import DATE, SLUG, fact


@pytest.mark.parametrize(
    ("content", "problem"),
    table({
        "topic": (fact("topic: Kiss Scene"), f"3:1: fact 'a': 'topic' {SLUG}"),
        "hyphens": (fact("topic: kiss--scene"), f"3:1: fact 'a': 'topic' {SLUG}"),
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
