"""Horizons: how far a reader is once something is told, and how far two of them both are."""

from __future__ import annotations

import pytest

from bot.knowledge.ratings import Moment, Rating
from bot.spoilers.horizon import EVERYTHING, NOTHING, Horizon

E3, E7, S2 = Moment(1, 3), Moment(1, 7), Moment(2)


def seen(moment: Moment | None, *works: str) -> Horizon:
    return Horizon(moment, frozenset(works))


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        (EVERYTHING, EVERYTHING, EVERYTHING),
        (EVERYTHING, NOTHING, NOTHING),
        (EVERYTHING, seen(E3, "novel"), seen(E3, "novel")),
        (NOTHING, NOTHING, NOTHING),
        (seen(E7), NOTHING, NOTHING),
        (seen(E7), seen(E3), seen(E3)),
        (seen(E7), seen(S2), seen(E7)),
        (seen(E7), seen(E7), seen(E7)),
        (seen(E7, "novel"), seen(None, "novel"), seen(None, "novel")),
        (seen(None, "novel"), seen(None, "webtoon"), NOTHING),
        (seen(None, "novel"), seen(None, "novel", "webtoon"), seen(None, "novel")),
        (seen(S2, "album", "novel"), seen(E3, "novel", "webtoon"), seen(E3, "novel")),
    ],
)
def test_within_two_lies_what_both_allow(one: Horizon, other: Horizon, both: Horizon) -> None:
    assert one.within(other) == both
    assert other.within(one) == both


@pytest.mark.parametrize(
    ("start", "rating", "then"),
    [
        (NOTHING, "", NOTHING),
        (NOTHING, "s1e3", seen(E3)),
        (NOTHING, "novel", seen(None, "novel")),
        (seen(E3), "s1e7", seen(E7)),
        (seen(E7), "s1e3", seen(E7)),
        (seen(E7), "s2", seen(S2)),
        (seen(E7), "", seen(E7)),
        (seen(E7), "novel", seen(E7, "novel")),
        (seen(E3, "novel"), "s1e7 webtoon", seen(E7, "novel", "webtoon")),
        (EVERYTHING, "s1e3", Horizon(E3, is_open=True)),
    ],
)
def test_whoever_was_told_has_reached_that_and_no_more(
    start: Horizon, rating: str, then: Horizon
) -> None:
    assert start.reaching(Rating.of(rating.split())) == then
