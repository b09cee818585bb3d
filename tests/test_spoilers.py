"""What a spoiler rating means, and what may be offered unasked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.schema import LAST_SPOILER, Fact, Quote, QuoteKind, Source
from bot.spoilers.words import NOTHING_SEEN, discreet, is_listed, spoiler_name

ratings = st.integers(0, LAST_SPOILER)


def fact(spoiler: int) -> Fact:
    return Fact(id="a", question="Who?", answer="They.", spoiler=spoiler)


def quote(spoiler: int) -> Quote:
    source = Source(title="t", url="https://example.org")
    return Quote(id="q", kind=QuoteKind.VERBATIM, text="t", speaker_name="x", sources=(source,),
                 spoiler=spoiler)  # fmt: skip


@pytest.mark.parametrize("episode", range(1, 13))
def test_episodes_go_by_season_and_number(episode: int) -> None:
    assert spoiler_name(episode) == f"season 1, episode {episode}"


def test_the_last_rating_is_season_two() -> None:
    assert LAST_SPOILER == 13
    assert spoiler_name(LAST_SPOILER) == "season 2"


def test_every_rating_has_a_name_of_its_own() -> None:
    assert len({spoiler_name(rating) for rating in range(1, LAST_SPOILER + 1)}) == LAST_SPOILER


def test_unasked_only_what_gives_nothing_away() -> None:
    assert NOTHING_SEEN == 0
    assert is_listed(fact(0))
    assert is_listed(quote(0))
    assert not any(is_listed(fact(rating)) for rating in range(1, LAST_SPOILER + 1))
    assert not any(is_listed(quote(rating)) for rating in range(1, LAST_SPOILER + 1))


@given(ratings, ratings)
def test_a_horizon_lets_through_what_lies_within(rating: int, horizon: int) -> None:
    for entry in (fact(rating), quote(rating)):
        assert is_listed(entry, horizon) == (rating <= horizon)


@given(ratings)
def test_who_has_seen_all_may_see_all(rating: int) -> None:
    assert is_listed(fact(rating), LAST_SPOILER)


def test_sources_that_tell_a_fate_are_not_shown_in_the_open() -> None:
    plain = Source(title="Cast guide", url="https://example.org/cast")
    telling = Source(title="Do they die?", url="https://example.org/fates")
    assert discreet((telling, plain)) == (plain,)
    assert discreet((telling,)) == (telling,)
