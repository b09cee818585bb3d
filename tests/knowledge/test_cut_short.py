"""Text that YAML reads otherwise than it was meant: warned of, with its place."""

from __future__ import annotations

import pytest

from .conftest import Problems, table
from .entries import SOURCE

CUT = (
    "what stands behind ' #' is a comment and not read; "
    "put the text in quotation marks, or two spaces before '# '"
)
CURLY = 'curly quotation marks are a part of the text; write straight ones (") around it, or none'


def goes_on(line: int) -> str:
    return f"this text goes on to line {line}; write it on one line, or in quotation marks"


def fact(answer: str, aliases: str = "[b, c]") -> str:
    return (
        f"facts:\n- id: a\n  question: q\n  answer: {answer}\n  aliases: {aliases}\n"
        f"  sources: [{SOURCE}]\n"
    )


@pytest.mark.parametrize(
    ("content", "place", "message"),
    table({
        "number sign": (fact("He joked that #1 was his."), "4:11", CUT),
        "number sign after spaces": (fact("He joked that  #1 was his."), "4:11", CUT),
        "comment too near": (fact("He joked # that it was his."), "4:11", CUT),
        "in a list": (fact("A.", "\n  - take #2 of it\n  - b"), "6:5", CUT),
        "glued to the line above": (fact("A.", "\n  - one\n   - two"), "6:5", goes_on(7)),
        "text over two lines": (fact("One\n    and two."), "4:11", goes_on(5)),
        "in brackets": (fact("A.", "[one,\n   two\n   three]"), "6:4", goes_on(7)),
        "curly quotes": (fact("“Twelve.”"), "4:11", CURLY),
        "single curly quotes": (fact("‘Twelve.’"), "4:11", CURLY),
        "curly quotes about a comma": (fact("A.", "[“one, two”]"), "5:13", CURLY),
    }),
)  # fmt: skip
def test_text_that_may_be_cut(content: str, place: str, message: str, problems: Problems) -> None:
    assert problems(content) == [f"a.yaml:{place}: warning: {message}"]


@pytest.mark.parametrize(
    "answer",
    [
        "A.  # a comment",
        "A.\t# a comment",
        "A. # ok: a passer-by",
        "'He joked that #1 was his.'",
        "C# and a#b",
        "'One\n    and two.'",
        "|\n    one\n    two #3",
        "“Twelve” is what he said",
        "He said “twelve.”",
        "'“Twelve.”'",
        "‘90s fashion",
    ],
)
def test_text_that_is_read_as_it_stands(answer: str, problems: Problems) -> None:
    assert problems(fact(answer)) == []


def test_curly_quotes_about_a_colon_are_hinted_at(problems: Problems) -> None:
    error, warning = problems(fact("“She said: no”"))
    assert error == (
        "a.yaml:4:20: not valid YAML: mapping values are not allowed in this context; "
        'put text in straight quotation marks ("); curly ones are a part of it'
    )
    assert warning == f"a.yaml:4:11: warning: {CURLY}"


def test_an_explained_warning_is_none_here_too(problems: Problems) -> None:
    """So that a reload and `check` count the same."""
    explained = fact("One\n    and two.").replace("  answer", "  # ok: why not\n  answer")
    assert problems(explained) == []
