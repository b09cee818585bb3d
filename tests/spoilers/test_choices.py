"""What a horizon can be chosen from, how it is written, and how it is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.ratings import Moment, Rating
from bot.knowledge.show import Show
from bot.replies import wording
from bot.spoilers.choices import parse, right, written
from bot.spoilers.horizon import EVERYTHING, NOTHING, Horizon
from tests.knowledges import snapshot_of
from tests.ratings import HORIZONS, RATINGS, seen

TWO_SEASONS = snapshot_of("series").knowledge.show
ONE_SEASON = Show.model_validate(
    {"seasons": [{"season": 1, "episodes": [{"number": 1}, {"number": 2}]}, {"season": 2}]}
)


@given(HORIZONS, HORIZONS, RATINGS)
def test_within_both_lies_what_both_allow(one: Horizon, other: Horizon, rating: Rating) -> None:
    for a, b in ((one, other), (one, EVERYTHING), (EVERYTHING, other), (one, NOTHING)):
        assert a.within(b) == b.within(a)
        assert a.within(b).allows(rating) == (a.allows(rating) and b.allows(rating))


@pytest.mark.parametrize(
    ("text", "horizon"),
    [
        ("none", NOTHING),
        (" NONE ", NOTHING),
        ("s1e4", seen("s1e4")),
        ("S2E3", seen("s2e3")),
        ("s2", seen("s2")),
        ("s3", seen("s3")),
        ("s1-done", seen("s1e6")),
        ("s2-done", seen("s2e4")),
        ("s1e4, novel", seen("s1e4", "novel")),
        ("novel s1e4", seen("s1e4", "novel")),
        ("novel", Horizon(works=frozenset({"novel"}))),
        ("none, novel", Horizon(works=frozenset({"novel"}))),
        ("all", EVERYTHING),
    ],
)
def test_what_can_be_written(text: str, horizon: Horizon) -> None:
    assert parse(text, TWO_SEASONS) == horizon


@pytest.mark.parametrize(
    "text",
    ["", ",", "s1", "s1e7", "s4", "s3-done", "s9-done", "s1e1 s1e2", "all s1e1", "webtoon", "4"],
)
def test_anything_else_says_what_is_right(text: str) -> None:
    with pytest.raises(ValueError, match="none, s1e1 to s3, s1-done"):
        parse(text, TWO_SEASONS)


@given(st.sampled_from(TWO_SEASONS.moments()) | st.none(), st.booleans())
def test_what_is_written_is_read_again(moment: Moment | None, has_read: bool) -> None:
    horizon = Horizon(moment, frozenset({"novel"} if has_read else ()))
    assert parse(written(horizon), TWO_SEASONS) == horizon
    assert parse(written(EVERYTHING), TWO_SEASONS) == EVERYTHING


def test_a_show_of_which_nothing_is_said_has_every_moment() -> None:
    assert parse("s7e9", Show()) == seen("s7e9")
    assert right(Show()).startswith("none, s1e1, s1-done")


def test_moments_are_told_in_words_that_give_no_title_away() -> None:
    told = [wording.watched(moment, ONE_SEASON) for moment in (None, *ONE_SEASON.moments())]
    assert told == [
        "Nothing yet",
        "Season 1, episode 1",
        "Season 1, episode 2 (all of it)",
        "All before season 2, and the news of it",
    ]
    titles = [episode.title or "" for season in TWO_SEASONS.seasons for episode in season.episodes]
    words = " ".join(wording.watched(moment, TWO_SEASONS) for moment in TWO_SEASONS.moments())
    assert not any(title in words for title in titles)
    assert wording.far(seen("s1e4", "novel"), TWO_SEASONS) == "Season 1, episode 4, and the novel."
    assert wording.far(EVERYTHING, TWO_SEASONS) == "Everything."
