"""What can be wrong with a quote."""

from __future__ import annotations

import pytest

from .conftest import Problems, table
from .entries import PEOPLE, SPEAKER, quote


@pytest.mark.parametrize(
    ("content", "problem"),
    table({
        "neither true nor false": (quote("kind: verbatim, speaker: kim, translated: perhaps"),
                                   "6:31: quote 'a': 'translated' is either true or false; "
                                   "write one of them"),
        "no source of a quote": ("quotes:\n- {id: a, text: t, kind: verbatim, speaker_name: A, "
                                 "sources: []}", "2:53: quote 'a': 'sources' is empty; "
                                 "add an item"),
        "no speaker": (quote("kind: verbatim"), f"5:3: quote 'a': {SPEAKER}"),
        "two speakers": (quote("kind: verbatim, speaker: kim, speaker_name: Kim"),
                         "6:31: quote 'a': 'speaker_name' stands beside 'speaker'; "
                         "keep one of them"),
        "dialogue by an actor": (quote("kind: dialogue, speaker: kim"),
                                 "6:17: quote 'a': a character speaks dialogue, a real person is "
                                 "quoted verbatim or in paraphrase; kim is actor, "
                                 "so mend kind or speaker"),
        "verbatim by a character": (quote("kind: verbatim, speaker: nam-ra"),
                                    "6:17: quote 'a': a character speaks dialogue, a real person "
                                    "is quoted verbatim or in paraphrase; nam-ra is character, "
                                    "so mend kind or speaker"),
        "unknown speaker": (quote("kind: verbatim, speaker: namra"),
                            "6:17: quote 'a': nobody has the id 'namra'; "
                            "did you mean 'nam-ra'?"),
    }),
)  # fmt: skip
def test_a_quote_that_is_refused(content: str, problem: str, problems: Problems) -> None:
    assert problems(content) == [f"a.yaml:{problem}"]


@pytest.mark.parametrize(
    "content",
    [
        quote("kind: paraphrase, speaker: kim"),
        quote("kind: dialogue, speaker: nam-ra"),
        quote("kind: dialogue, speaker_name: A student"),
    ],
)
def test_a_quote_that_is_read(content: str, problems: Problems) -> None:
    assert problems(content) == []


def test_a_wrong_item_does_not_make_its_list_too_short(problems: Problems) -> None:
    [problem] = problems(
        "quotes:\n- {id: a, kind: verbatim, text: t, speaker_name: A, sources: [{title: t}]}"
    )
    assert problem.endswith("'sources[1].url' is missing; add it")


def test_all_problems_of_an_entry_are_told_at_once(problems: Problems) -> None:
    entry = "quotes:\n- {id: a, kind: said, translated: 2, speaker: zed, speaker_name: Z}"
    assert [line.split(": ", 2)[2] for line in problems(PEOPLE + entry)] == [
        "'sources' is missing; add it",
        "'text' is missing; add it",
        "'kind' is not known; choose 'verbatim', 'paraphrase' or 'dialogue'",
        "'translated' is either true or false; write one of them",
        "nobody has the id 'zed'; add them to 'people' or mend the id",
        "'speaker_name' stands beside 'speaker'; keep one of them",
    ]
