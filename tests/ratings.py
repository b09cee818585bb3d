"""Ratings and horizons for tests, by what stands in a file."""

from __future__ import annotations

from hypothesis import strategies as st

from bot.knowledge.ratings import UNRATED, Moment, Rating
from bot.spoilers.horizon import Horizon

__all__ = ["HORIZONS", "RATINGS", "rated", "seen"]


def rated(*parts: str) -> Rating:
    """The rating that these parts make."""
    return Rating.of(parts)


def seen(moment: str, *works: str) -> Horizon:
    """The horizon of somebody who has seen up to there and read these works."""
    return Horizon(Moment.of(moment), frozenset(works))


_MOMENTS = (*(f"s1e{number}" for number in range(1, 13)), "s2")

RATINGS = st.sampled_from(
    (UNRATED, *map(rated, _MOMENTS), rated("webtoon"), rated("s1e7", "webtoon"))
)
HORIZONS = st.sampled_from((Horizon(), *map(seen, _MOMENTS), seen("s1e7", "webtoon")))
