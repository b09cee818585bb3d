"""What a spoiler rating means, and what may be offered unasked."""

from __future__ import annotations

import pytest
from hypothesis import given

from bot.knowledge.ratings import UNRATED, Rating
from bot.knowledge.schema import Fact, Quote, QuoteKind, Source
from bot.spoilers.horizon import EVERYTHING, NOTHING, Horizon
from bot.spoilers.words import discreet, is_listed, spoiler_name
from tests.ratings import HORIZONS, RATINGS, rated, seen


def fact(spoiler: Rating) -> Fact:
    return Fact(id="a", question="Who?", answer="They.", spoiler=spoiler)


def quote(spoiler: Rating) -> Quote:
    source = Source(title="t", url="https://example.org")
    return Quote(id="q", kind=QuoteKind.VERBATIM, text="t", speaker_name="x", sources=(source,),
                 spoiler=spoiler)  # fmt: skip


@pytest.mark.parametrize(
    ("rating", "name"),
    [
        (rated("s1e7"), "season 1, episode 7"),
        (rated("s2"), "season 2"),
        (rated("webtoon"), "the webtoon"),
        (rated("webtoon", "s1e7", "s2e3"), "season 2, episode 3 and the webtoon"),
    ],
)
def test_a_rating_in_words(rating: Rating, name: str) -> None:
    assert spoiler_name(rating) == name


@given(RATINGS)
def test_unasked_only_what_gives_nothing_away(rating: Rating) -> None:
    assert is_listed(fact(rating)) == is_listed(quote(rating)) == (rating == UNRATED)


@given(RATINGS, HORIZONS)
def test_a_horizon_lets_through_what_lies_within(rating: Rating, horizon: Horizon) -> None:
    for entry in (fact(rating), quote(rating)):
        assert is_listed(entry, horizon) == horizon.allows(rating)


def test_works_are_apart_from_the_series() -> None:
    assert seen("s2", "webtoon").allows(rated("webtoon", "s1e7"))
    assert not seen("s2").allows(rated("webtoon"))
    assert not seen("s1e6", "webtoon").allows(rated("webtoon", "s1e7"))


@given(RATINGS)
def test_who_has_seen_all_may_see_all(rating: Rating) -> None:
    assert is_listed(fact(rating), EVERYTHING)
    assert NOTHING.allows(rating) == (not rating)


def test_sources_that_tell_a_fate_are_not_shown_in_the_open() -> None:
    plain = Source(title="Cast guide", url="https://example.org/cast")
    telling = Source(title="Do they die?", url="https://example.org/fates")
    assert discreet((telling, plain)) == (plain,)
    assert discreet((telling,)) == (telling,)
