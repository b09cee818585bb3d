"""The one rule: what is told openly, what is veiled, and what may be offered unasked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.ratings import Moment, Rating
from bot.knowledge.schema import Fact, Quote, QuoteKind, Source
from bot.spoilers.horizon import EVERYTHING, NOTHING, Horizon
from bot.spoilers.rule import SealedFact, SealedQuote, unasked

FATES = frozenset({"die", "dies"})
PLAIN = Source(title="Cast guide", url="https://example.org/cast")
TELLING = Source(title="Do they die?", url="https://example.org/fates")

moments = st.none() | st.builds(Moment, st.integers(1, 3), st.integers(0, 12))
works = st.sets(st.sampled_from(["webtoon", "novel"]))
ratings = st.builds(Rating, moments, works.map(lambda names: tuple(sorted(names))))
horizons = st.builds(Horizon, moments, works.map(frozenset), st.booleans())


def fact(rating: Rating, *sources: Source) -> Fact:
    return Fact(id="a", question="Who?", answer="They.", spoiler=rating, sources=sources)


def quote(rating: Rating) -> Quote:
    return Quote(
        id="q", kind=QuoteKind.VERBATIM, text="t", speaker_name="x", sources=(PLAIN,),
        spoiler=rating,
    )  # fmt: skip


def openly(entry: Fact | Quote, sources: tuple[Source, ...]) -> tuple[str, ...]:
    return ("open", *(source.title for source in sources))


def veiled(entry: Fact | Quote, sources: tuple[Source, ...]) -> tuple[str, ...]:
    return ("veiled", *(source.title for source in sources))


@given(ratings, horizons)
def test_what_lies_within_the_horizon_is_open_and_all_else_is_veiled(
    rating: Rating, horizon: Horizon
) -> None:
    for sealed in (SealedFact(fact(rating, PLAIN), FATES), SealedQuote(quote(rating), FATES)):
        told = sealed.tell(horizon, openly=openly, veiled=veiled)
        if horizon.allows(rating):
            assert (told.open, told.veiled) == (("open", "Cast guide"), ())
        else:
            assert (told.open, told.veiled) == ((), ("veiled", "Cast guide"))


@given(ratings, horizons)
def test_what_is_not_to_be_said_is_not_even_built(rating: Rating, horizon: Horizon) -> None:
    built: list[str] = []

    def note(case: str) -> list[str]:
        built.append(case)
        return [case]

    sealed = SealedFact(fact(rating), FATES)
    sealed.tell(horizon, openly=lambda *_: note("open"), veiled=lambda *_: note("veiled"))
    assert built == ["open" if horizon.allows(rating) else "veiled"]


@given(ratings, horizons)
def test_unasked_only_what_lies_within_the_horizon(rating: Rating, horizon: Horizon) -> None:
    for entry in (fact(rating), quote(rating)):
        assert unasked(horizon)(entry) == horizon.allows(rating)


@given(ratings)
def test_nothing_seen_allows_nothing_rated_and_everything_all(rating: Rating) -> None:
    assert NOTHING.allows(rating) == (not rating)
    assert EVERYTHING.allows(rating)


@pytest.mark.parametrize(
    ("horizon", "rating", "allowed"),
    [
        (Horizon(Moment(1, 7)), "s1e7", True),
        (Horizon(Moment(1, 7)), "s1e8", False),
        (Horizon(Moment(1, 12)), "s2", False),
        (Horizon(Moment(2)), "s1e12", True),
        (Horizon(Moment(2)), "s2e1", False),
        (Horizon(Moment(2, 3)), "webtoon", False),
        (Horizon(works=frozenset({"webtoon"})), "webtoon", True),
        (Horizon(works=frozenset({"webtoon"})), "s1e1", False),
    ],
)
def test_horizons(horizon: Horizon, rating: str, allowed: bool) -> None:
    assert horizon.allows(Rating.of([rating])) == allowed


def test_sources_that_tell_a_fate_are_not_shown_in_the_open() -> None:
    def shown(horizon: Horizon, rating: str, *sources: Source) -> tuple[str, ...]:
        sealed = SealedFact(fact(Rating.of([rating]) if rating else Rating(), *sources), FATES)
        told = sealed.tell(horizon, openly=openly, veiled=veiled)
        return (*told.open, *told.veiled)

    seen = Horizon(Moment(1, 3))
    assert shown(NOTHING, "", TELLING, PLAIN) == ("open", "Cast guide")
    assert shown(seen, "s1e3", TELLING, PLAIN) == ("open", "Cast guide")
    assert shown(NOTHING, "s1e3", TELLING, PLAIN) == ("veiled", "Do they die?", "Cast guide")
    assert shown(EVERYTHING, "s1e3", TELLING, PLAIN) == ("open", "Do they die?", "Cast guide")
    assert shown(NOTHING, "", TELLING) == ("open", "Do they die?")


def test_a_sealed_fact_shows_a_label_that_tells_no_more_than_its_question() -> None:
    plain = fact(Rating.of(["s1e3"]))
    titled = plain.model_copy(update={"title": "Somebody"})
    assert SealedFact(plain, FATES).label == "Who?"
    assert SealedFact(titled, FATES).label == "Somebody"
