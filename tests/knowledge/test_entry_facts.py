"""What can be wrong with a fact."""

from __future__ import annotations

import pytest

from .conftest import Problems, table
from .entries import DATE, FACT, SLUG, SOURCE, fact


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
        "long label": (fact(f"label: {'a' * 39}"),
                       "3:1: fact 'a': 'label' is longer than 38 characters; shorten it"),
        "related to nothing": (fact("related: [b]"),
                               "3:11: fact 'a': no fact has the id 'b'; "
                               "add it to 'facts' or mend the id"),
        "nearly related": (f"{FACT}}}\n- {{id: kiss-takes, question: q, answer: b, "
                           f"sources: [{SOURCE}],\nrelated: [a, kiss-take]}}",
                           "4:14: fact 'kiss-takes': no fact has the id 'kiss-take'; "
                           "did you mean 'kiss-takes'?"),
        "related to itself": (fact("related: [a]"),
                              "3:11: fact 'a': is related to itself; remove this"),
        "related to no id": (fact("related: [A b]"), f"3:11: fact 'a': 'related[1]' {SLUG}"),
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
        f"{FACT}, label: Takes, related: [b]}}\n"
        f"- {{id: b, question: r, answer: c, sources: [{SOURCE}], related: [a]}}",
    ],
)
def test_a_fact_that_is_read(content: str, problems: Problems) -> None:
    assert problems(content) == []
