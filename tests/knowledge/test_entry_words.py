"""What can be wrong with synonyms and contrasts."""

from __future__ import annotations

import pytest

from .conftest import Problems, table
from .entries import EMPTY, LIST


@pytest.mark.parametrize(
    ("content", "problem"),
    table({
        "one synonym": ("synonyms:\n- [a]",
                        "2:3: synonym group: it needs at least 2 items; add more"),
        "word as synonyms": ("synonyms:\n- a", f"2:3: synonym group: it {LIST}"),
        "empty synonym": ("synonyms:\n- [a, '']", f"2:7: synonym group: item [2] {EMPTY}"),
        "one contrast": ("contrasts:\n- [[a]]",
                         "2:3: contrast: it needs at least 2 items; add more"),
        "word as contrast": ("contrasts:\n- [[a], b]", f"2:9: contrast: item [2] {LIST}"),
        "empty contrast": ("contrasts:\n- [[a], []]",
                           "2:9: contrast: item [2] is empty; add an item"),
        "empty word in a contrast": ("contrasts:\n- [[a], [b, '']]",
                                     f"2:13: contrast: item [2][2] {EMPTY}"),
    }),
)  # fmt: skip
def test_words_that_are_refused(content: str, problem: str, problems: Problems) -> None:
    assert problems(content) == [f"a.yaml:{problem}"]


def test_words_that_are_read(problems: Problems) -> None:
    assert problems("synonyms:\n- [take, try]\ncontrasts:\n- [[boy], [girl, woman]]") == []
