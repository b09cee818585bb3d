"""Two questions in one text, and what "it" means in the second."""

from __future__ import annotations

import pytest

from bot.library import Snapshot
from bot.matching.requests.joints import halves


@pytest.mark.parametrize(
    ("asked", "second"),
    [
        ("who plays On-jo and who directed it", "who directed it"),
        ("who directed it and where was it filmed?", "where was it filmed?"),
        ("when is season 2 coming and who is in it", "who is in season 2"),
        ("how many takes did the kiss need and when was it filmed", None),
        ("who is Nam-ra and who is On-jo and what is it", None),
    ],
)
def test_it_is_the_series_or_what_is_numbered(
    shipped_snapshot: Snapshot, asked: str, second: str | None
) -> None:
    parts = halves(asked, shipped_snapshot.requests.names, shipped_snapshot.requests.titles)
    assert (parts[1] if parts else None) == second
