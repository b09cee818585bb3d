"""The one rule: what is told openly, what is veiled, and what may be offered unasked."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.ratings import Moment, Rating
from bot.knowledge.schema import Fact, Knowledge, Part, Quote, QuoteKind, Source
from bot.spoilers.giveaways import Giveaways
from bot.spoilers.horizon import EVERYTHING, NOTHING, Horizon
from bot.spoilers.rule import SealedFact, SealedQuote, is_for, may_echo, unasked
from tests.ratings import rated, seen

FATES = frozenset({"die", "dies"})
PLAIN = Source(title="Cast guide", url="https://example.org/cast")
TELLING = Source(title="Do they die?", url="https://example.org/fates")

moments = st.none() | st.builds(Moment, st.integers(1, 3), st.integers(0, 12))
works = st.sets(st.sampled_from(["webtoon", "novel"]))
ratings = st.builds(Rating, moments, works.map(lambda names: tuple(sorted(names))))
horizons = st.builds(Horizon, moments, works.map(frozenset), st.booleans())


def fact(rating: Rating, *sources: Source) -> Fact:
    return Fact(id="a", question="Who?", answer="They.", spoiler=rating, sources=sources)


def in_parts(rating: str, *parts: str, asks_fate: bool = False) -> Fact:
    """A fact of these ratings, written as in `s1e3 webtoon`; each part says its own."""
    return fact(rated(*rating.split())).model_copy(
        update={
            "parts": tuple(Part(text=one, spoiler=rated(*one.split())) for one in parts),
            "asks_fate": asks_fate,
        }
    )


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


@pytest.mark.parametrize(
    ("title", "address"),
    [
        ("Does he die?", "a"),
        ("A Guide to Who DIES", "a"),
        ("A guide", "who-dies"),
        ("A guide", "WHO_DIES.html"),
        ("A guide", "a?q=die&p=1"),
    ],
)
def test_a_title_or_an_address_alone_tells_a_fate(title: str, address: str) -> None:
    telling = Source(title=title, url=f"https://example.org/{address}")
    for rating, horizon in ((Rating(), NOTHING), (Rating.of(["s1e3"]), Horizon(Moment(1, 3)))):
        told = SealedFact(fact(rating, telling, PLAIN), FATES).tell(
            horizon, openly=openly, veiled=veiled
        )
        assert told.open == ("open", "Cast guide")
    rated = SealedFact(fact(Rating.of(["s1e3"]), telling, PLAIN), FATES)
    told = rated.tell(NOTHING, openly=openly, veiled=veiled)
    assert told.veiled == ("veiled", title, "Cast guide")


def test_a_part_of_a_word_tells_no_fate() -> None:
    diet = Source(title="The Diet of an Indies Star", url="https://example.org/dieselgate")
    told = SealedFact(fact(Rating(), diet, PLAIN), FATES).tell(
        NOTHING, openly=openly, veiled=veiled
    )
    assert told.open == ("open", diet.title, "Cast guide")


def test_a_sealed_fact_shows_a_label_that_tells_no_more_than_its_question() -> None:
    plain = fact(Rating.of(["s1e3"]))
    titled = plain.model_copy(update={"title": "Somebody"})
    assert SealedFact(plain, FATES).label == "Who?"
    assert SealedFact(titled, FATES).label == "Somebody"


def test_a_sealed_fact_is_found_by_its_id_and_headed_by_its_title() -> None:
    plain = fact(Rating.of(["s1e3"]))
    titled = plain.model_copy(update={"title": "Somebody"})
    assert SealedFact(plain, FATES).id == "a"
    assert SealedFact(plain, FATES).heading == "Who?"
    assert SealedFact(titled, FATES).heading == "Somebody"


@pytest.mark.parametrize(
    ("rating", "asks_fate", "warning"),
    [
        ("s1e7", False, "s1e7"),
        ("s1e7", True, "s1"),
        ("s2e3 webtoon", True, "s2 webtoon"),
        ("webtoon", True, "webtoon"),
        ("", True, ""),
    ],
)
def test_of_a_fate_no_more_is_warned_of_than_the_season(
    rating: str, asks_fate: bool, warning: str
) -> None:
    sealed = SealedFact(in_parts(rating, asks_fate=asks_fate), FATES)
    assert sealed.warning == rated(*warning.split())


def test_of_a_quote_all_of_its_rating_is_warned_of_and_behind_the_veil() -> None:
    sealed = SealedQuote(quote(rated("s1e7")), FATES)
    assert sealed.warning == sealed.behind == rated("s1e7")


@pytest.mark.parametrize(
    ("rating", "part", "asks_fate", "behind"),
    [
        ("s1e3", "s1e7", False, "s1e3"),
        ("s1e3", "s1e7", True, "s1e7"),
        ("s1e3", "s2e1", True, "s1e3"),
        ("s1e3", "webtoon", True, "s1e3"),
        ("s1e3 webtoon", "novel", True, "s1e3 webtoon"),
        ("s1e3 webtoon", "s1e7 webtoon", True, "s1e7 webtoon"),
        ("webtoon", "s1e2", True, "webtoon"),
    ],
)
def test_behind_the_veil_of_a_fate_is_all_of_its_season(
    rating: str, part: str, asks_fate: bool, behind: str
) -> None:
    sealed = SealedFact(in_parts(rating, part, asks_fate=asks_fate), FATES)
    assert sealed.behind == rated(*behind.split())


@pytest.mark.parametrize(
    ("horizon", "asks_fate", "open_parts", "veiled_parts", "further"),
    [
        (NOTHING, False, None, ["s1e3"], ["s1e7", "s2"]),
        (NOTHING, True, None, ["s1e3", "s1e7"], []),
        (seen("s1e3"), False, ["s1e3"], None, ["s1e7", "s2"]),
        (seen("s1e3"), True, ["s1e3"], None, ["s1e7", "s2"]),
        (seen("s1e7"), False, ["s1e3", "s1e7"], None, ["s2"]),
        (EVERYTHING, True, ["s1e3", "s1e7", "s2"], None, []),
    ],
)
def test_each_part_of_an_answer_is_told_where_it_belongs(
    horizon: Horizon, asks_fate: bool, open_parts: list[str] | None,
    veiled_parts: list[str] | None, further: list[str],
) -> None:  # fmt: skip
    def texts(parts: Sequence[Part]) -> list[str]:
        return [part.text for part in parts]

    sealed = SealedFact(in_parts("s1e3", "s1e3", "s2", "s1e7", asks_fate=asks_fate), FATES)
    told = sealed.tell(
        horizon,
        openly=lambda entry, _: [sorted(texts(entry.parts))],
        veiled=lambda entry, _: [sorted(texts(entry.parts))],
        further=lambda parts: [texts(parts)],
    )
    assert told.open == (() if open_parts is None else (open_parts,))
    assert told.veiled == (() if veiled_parts is None else (veiled_parts,))
    assert [(one.rating, one.veiled) for one in told.further] == [
        (rated(one), ([one],)) for one in further
    ]
    without = sealed.tell(horizon, openly=lambda *_: [], veiled=lambda *_: [])
    assert without.further == ()


@pytest.mark.parametrize(
    ("own", "horizon", "is_theirs"),
    [
        (NOTHING, NOTHING, False),
        (seen("s1e2"), NOTHING, False),
        (seen("s1e3"), NOTHING, True),
        (seen("s1e3"), seen("s1e3"), False),
        (seen("s1e7"), seen("s1e3"), True),
        (seen("s1e3"), seen("s1e7"), False),
        (EVERYTHING, seen("s1e7"), False),
    ],
)
def test_more_is_for_those_who_are_further_than_the_place(
    own: Horizon, horizon: Horizon, is_theirs: bool
) -> None:
    assert is_for(in_parts("s1e3", "s1e7"), own, horizon) == is_theirs
    told_at_once = horizon.allows(rated("s1e3"))
    assert is_for(quote(rated("s1e3")), own, horizon) == (is_theirs and not told_at_once)


@pytest.mark.parametrize(
    ("asked", "rating", "horizon", "is_private", "is_shown"),
    [
        ("Who plays her?", "", NOTHING, False, True),
        ("Who plays her?", "s1e3", seen("s1e3"), False, True),
        ("Who plays her?", "s1e3", NOTHING, False, False),
        ("When does she die?", "", NOTHING, False, False),
        ("When does she die?", "s1e3", NOTHING, False, False),
        ("When does she die?", "s1e3", NOTHING, True, True),
        ("When does she die?", "s1e3", EVERYTHING, False, True),
    ],
)
def test_what_was_asked_is_shown_again_only_where_it_tells_nothing(
    asked: str, rating: str, horizon: Horizon, is_private: bool, is_shown: bool
) -> None:
    led_to = [in_parts(""), in_parts(rating)]
    giveaways = Giveaways(Knowledge(facts={}, quotes={}, people={}))
    assert may_echo(asked, led_to, giveaways, horizon, is_private=is_private) == is_shown
