"""Nodes: the place of what a path leads to, or of the nearest thing above it."""

from __future__ import annotations

import pytest

from bot.knowledge.nodes import parse
from bot.knowledge.problems import Place, Problems

TEXT = b"facts:\n- id: one\n  people: [kim, lee]\n"


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((), (1, 1)),
        (("facts",), (1, 1)),
        (("facts", 0), (2, 3)),
        (("facts", 0, "people"), (3, 3)),
        (("facts", 0, "people", 1), (3, 17)),
        (("facts", 0, "people", 2), (3, 3)),
        (("facts", 0, "people", "kim"), (3, 3)),
        (("facts", 1, "people"), (1, 1)),
        (("facts", 0, "id", 0), (2, 3)),
        (("facts", 0, "quiz", "people"), (2, 3)),
    ],
)
def test_a_path_leads_as_far_as_there_is_something(
    path: tuple[str | int, ...], place: tuple[int, int]
) -> None:
    node = parse(TEXT, "a.yaml", Problems())
    assert node is not None
    assert node.find(path) == Place("a.yaml", *place)
