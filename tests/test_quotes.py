"""Choosing a quote: by person, by subject, without repeats."""

from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.knowledge.layers import Layer
from bot.knowledge.schema import Quote, QuoteKind, Source
from bot.library import Snapshot, load_snapshot
from bot.quotes import Named, QuoteBook, Seen
from tests.knowledges import snapshot_of


@pytest.fixture(scope="module")
def small() -> Snapshot:
    return snapshot_of("speakers")


def pool(book: QuoteBook, who: str | None, about: str | None = None) -> set[str]:
    """Ids of the quotes that may come."""
    named = book.find(who) if who is not None else Named()
    return {quote.id for quote in book.pool(named, about).quotes}


# -- who


def test_park_is_ambiguous_on_purpose(shipped_snapshot: Snapshot) -> None:
    named = shipped_snapshot.quotes.find("park")
    assert {"park-ji-hu", "lomon"} <= set(named.people)
    assert named.people[0] not in named.others
    assert all(
        shipped_snapshot.quotes.has_quotes(person) for person in (named.people[0], *named.others)
    )
    assert named.nearest == ()


def test_those_with_quotes_come_first_and_each_in_the_order_of_the_files(small: Snapshot) -> None:
    """Lee Abe and Lee Cat, who are not quoted, stand before and between those who are."""
    named = small.quotes.find("lee")
    assert named.people == ("ann-lee", "ben-lee", "abe-lee", "cat-lee")
    assert named.others == ("ben-lee",)


@pytest.mark.parametrize("who", ["zora", "Zora's", "ann", "Lee Ann", "zora's actress"])
def test_character_and_actor_share_their_quotes(small: Snapshot, who: str) -> None:
    assert pool(small.quotes, who) == {"ann-own", "ann-para", "ann-korean", "zora-line"}


@pytest.mark.parametrize(
    ("who", "speakers"),
    [
        ("Nam-ra", {"choi-nam-ra", "cho-yi-hyun"}),
        ("조이현", {"choi-nam-ra", "cho-yi-hyun"}),
        ("cheongsan", {"lee-cheong-san", "yoon-chan-young"}),
        ("Lomon", {"lomon"}),
        ("soo hyuk", {"lomon"}),
        ("Park Solomon", {"lomon"}),
        ("director", {"lee-jae-kyoo"}),
        ("the writer", {"chun-sung-il"}),
        ("prez", {"choi-nam-ra", "cho-yi-hyun"}),
        ("webtoon author", {"joo-dong-geun"}),
        ("lomno", {"lomon"}),
        ("cho yi hyn", {"choi-nam-ra", "cho-yi-hyun"}),
    ],
)
def test_any_name_finds_its_quotes(
    shipped_snapshot: Snapshot, who: str, speakers: set[str]
) -> None:
    ids = pool(shipped_snapshot.quotes, who)
    assert {shipped_snapshot.knowledge.quotes[one].speaker for one in ids} == speakers


def test_nobody_named_means_anybody(small: Snapshot) -> None:
    assert pool(small.quotes, None) == set(small.knowledge.quotes)


def test_a_person_by_id_needs_no_name(small: Snapshot) -> None:
    (quote,) = small.quotes.pool(Named(("ben-lee",))).quotes
    assert quote.id == "ben-own"


def test_known_but_never_quoted(small: Snapshot) -> None:
    named = small.quotes.find("lee cat")
    assert named.people == ("cat-lee",)
    assert small.quotes.pool(named).quotes == ()


@pytest.mark.parametrize("who", ["jihyo", "Jo Yi-young"])
def test_nobody_by_that_name_suggests_the_nearest(shipped_snapshot: Snapshot, who: str) -> None:
    named = shipped_snapshot.quotes.find(who)
    assert named.people == named.others == ()
    assert 0 < len(named.nearest) <= 3


def test_only_quoted_people_are_the_nearest(small: Snapshot) -> None:
    near = small.matcher.names.nearest("lee abbe x")
    assert near == ("abe-lee", "ben-lee", "ann-lee", "cat-lee")
    assert small.quotes.find("lee abbe x") == Named(nearest=("ben-lee", "ann-lee"))


def test_nothing_near(small: Snapshot) -> None:
    assert small.quotes.find("qqqqqq") == Named()


@settings(max_examples=100, deadline=None)
@given(who=st.text(max_size=80), about=st.none() | st.text(max_size=80))
def test_any_text_finds_somebody_or_nobody(small: Snapshot, who: str, about: str | None) -> None:
    named = small.quotes.find(who)
    assert set(named.people) <= set(small.knowledge.people)
    found = small.quotes.pool(named, about)
    assert {quote.id for quote in found.quotes} <= set(small.knowledge.quotes)


# -- about


@pytest.mark.parametrize(
    ("about", "quote"),
    [
        ("rain", "ann-own"),
        ("SNOW!", "ann-para"),
        ("snow days", "ann-para"),
        ("winds", "ann-korean"),
        ("running hills", "zora-line"),
    ],
)
def test_about_narrows(small: Snapshot, about: str, quote: str) -> None:
    found = small.quotes.pool(small.quotes.find("ann"), about)
    assert [one.id for one in found.quotes] == [quote]
    assert not found.is_off_subject


def test_about_narrows_what_ships(shipped_snapshot: Snapshot) -> None:
    for one in pool(shipped_snapshot.quotes, "lomon", "kiss"):
        quote = shipped_snapshot.knowledge.quotes[one]
        assert "kiss" in f"{' '.join(quote.topics)} {quote.text} {quote.context}".lower()


def test_a_subject_goes_by_any_name(small: Snapshot) -> None:
    """Ann speaks of Ben by one name, and is asked about him by another."""
    quote = small.knowledge.quotes["ann-own"].model_copy(update={"text": "Ben likes rain."})
    knowledge = small.knowledge.model_copy(
        update={"quotes": {**small.knowledge.quotes, "ann-own": quote}}
    )
    book = QuoteBook(knowledge, small.matcher.names, small.matcher.analyser)
    assert pool(book, "ann", "Lee Ben") == {"ann-own"}


def test_each_of_several_topics_counts(small: Snapshot) -> None:
    quote = small.knowledge.quotes["ann-para"].model_copy(update={"topics": ("tea", "red-fox")})
    knowledge = small.knowledge.model_copy(
        update={"quotes": {**small.knowledge.quotes, "ann-para": quote}}
    )
    book = QuoteBook(knowledge, small.matcher.names, small.matcher.analyser)
    for about in ("tea", "red", "foxes"):
        assert pool(book, "ann", about) == {"ann-para"}


def test_about_works_for_anybody(small: Snapshot) -> None:
    assert pool(small.quotes, None, "singing") == {"ben-own"}


@pytest.mark.parametrize("about", ["volcano", "?", "🧟", "1999"])
def test_off_the_subject_is_all_there_is(small: Snapshot, about: str) -> None:
    found = small.quotes.pool(small.quotes.find("ann"), about)
    assert found.is_off_subject
    assert {quote.id for quote in found.quotes} == pool(small.quotes, "ann")


@pytest.mark.parametrize("about", ["the volcano", "what is it for", "for the money"])
def test_small_words_are_no_subject(small: Snapshot, about: str) -> None:
    assert small.quotes.pool(small.quotes.find("ann"), about).is_off_subject


@pytest.mark.parametrize("about", ["smooch", "키스"])
def test_about_knows_the_fandoms_words(shipped_snapshot: Snapshot, about: str) -> None:
    assert not shipped_snapshot.quotes.pool(
        shipped_snapshot.quotes.find("lomon"), about
    ).is_off_subject


def test_what_is_not_allowed_is_left_out(small: Snapshot) -> None:
    named = small.quotes.find("ann")
    found = small.quotes.pool(named, "running hills", allows=lambda quote: not quote.spoiler)
    assert found.is_off_subject
    assert {quote.id for quote in found.quotes} == {"ann-own", "ann-para", "ann-korean"}
    assert small.quotes.pool(small.quotes.find("eve"), allows=lambda _: False).quotes == ()


@pytest.mark.parametrize(
    ("topic", "about", "ids", "is_off_subject"),
    [
        ("rain", None, {"ann-own"}, False),
        ("rain", "rain", {"ann-own"}, False),
        ("rain", "snow", {"ann-own"}, True),
        ("shoes", None, {"ann-own", "ann-para", "ann-korean", "zora-line"}, True),
    ],
)
def test_of_a_topic_only_what_is_listed_under_it(
    small: Snapshot, topic: str, about: str | None, ids: set[str], is_off_subject: bool
) -> None:
    found = small.quotes.pool(small.quotes.find("ann"), about, topic)
    assert {quote.id for quote in found.quotes} == ids
    assert found.is_off_subject == is_off_subject


# -- what somebody said themselves


@pytest.mark.parametrize(
    ("person", "about", "ids"),
    [
        ("ann-lee", None, ["ann-own", "ann-para", "ann-korean"]),
        ("ann-lee", "rain", ["ann-own"]),
        ("ann-lee", "rain and snow", ["ann-own", "ann-para"]),
        ("ann-lee", "long snow days and rain", ["ann-para"]),
        ("ann-lee", "long snow and the volcano", ["ann-para"]),
        ("ann-lee", "long snow, castles and towers", ["ann-para"]),
        ("ann-lee", "long snow, castles, towers and bridges", []),
        ("ann-lee", "rain, castles and towers", []),
        ("ann-lee", "running hills", []),
        ("ann-lee", "what is it for", []),
        ("zora", "running hills", ["zora-line"]),
        ("zora", "rain", []),
        ("cat-lee", None, []),
        ("cat-lee", "rain", []),
    ],
)
def test_somebodys_own_words_hold_half_of_the_subject_and_are_nobody_elses(
    small: Snapshot, person: str, about: str | None, ids: list[str]
) -> None:
    assert [quote.id for quote in small.quotes.said(person, about)] == ids


@pytest.mark.parametrize(
    ("text", "is_name"),
    [
        ("Ann", True),
        ("lee", True),
        ("Lee Ann!", True),
        ("Zora", True),
        ("fox", True),
        ("Lee Cat", False),
        ("an", False),
        ("Ann Ben", False),
        ("rain", False),
    ],
)
def test_a_name_is_that_of_somebody_who_is_quoted(
    small: Snapshot, text: str, is_name: bool
) -> None:
    assert small.quotes.names_somebody(text) == is_name


# -- no repeats


def anns(small: Snapshot) -> tuple[Quote, ...]:
    """Everything that can be quoted of Ann."""
    return small.quotes.pool(small.quotes.find("ann")).quotes


def test_no_repeats_until_all_are_used_up(small: Snapshot) -> None:
    for seed in range(20):
        seen, rng = Seen[Quote](), random.Random(seed)
        shown = [seen.draw(anns(small), 5, rng) for _ in range(12)]
        ids = [quote.id for quote in shown if quote]
        for start in (0, 4, 8):
            assert len(set(ids[start : start + 4])) == 4
        assert all(one != following for one, following in pairwise(ids))


def test_scopes_remember_for_themselves(small: Snapshot) -> None:
    seen, rng = Seen[Quote](), random.Random(1)
    for scope in (1, 2):
        shown = [seen.draw(anns(small), scope, rng) for _ in range(4)]
        assert {quote.id for quote in shown if quote} == pool(small.quotes, "ann")


def test_using_up_one_person_forgets_nobody_else(small: Snapshot) -> None:
    quotes = small.knowledge.quotes
    seen = Seen[Quote]()
    ann, ben = [quotes["ann-own"], quotes["ann-para"]], [quotes["ben-own"], quotes["dee-own"]]
    for quote in (ben[0], *ann):
        seen.mark(1, quote)
    assert seen.fresh(1, ann) == [quotes["ann-own"]]  # all seen: begin again, not with the last
    assert seen.fresh(1, ben) == [quotes["dee-own"]]


def test_an_only_quote_may_repeat(small: Snapshot) -> None:
    seen, only = Seen[Quote](), small.knowledge.quotes["ben-own"]
    assert [seen.draw([only], 1, random.Random(1)) for _ in range(3)] == [only] * 3


def test_of_no_weight_comes_only_where_all_have_none(small: Snapshot) -> None:
    one, other = small.knowledge.quotes["ben-own"], small.knowledge.quotes["dee-own"]
    for seed in range(10):
        seen, rng = Seen[Quote](), random.Random(seed)
        drawn = [seen.draw([one, other], 1, rng, lambda quote: int(quote is other)) for _ in "12"]
        assert drawn == [other, one]
    rng, weights = random.Random(3), {"ben-own": 1, "dee-own": 9}
    often = [Seen[Quote]().draw([one, other], 1, rng, lambda quote: weights[quote.id])
             for _ in range(200)]  # fmt: skip
    assert 160 < often.count(other) < 200


def test_of_no_quotes_none_is_drawn() -> None:
    assert Seen[Quote]().draw([], 1, random.Random(1)) is None


def test_a_fresh_scope_has_seen_nothing(small: Snapshot) -> None:
    quotes = list(small.knowledge.quotes.values())
    assert Seen[Quote]().fresh(9, quotes) == quotes
    assert Seen[Quote]().fresh(9, []) == []


def test_scopes_are_bounded_and_the_longest_unused_goes(small: Snapshot) -> None:
    quotes = list(small.knowledge.quotes.values())[:3]
    seen = Seen[Quote](max_scopes=2)
    for scope in (1, 2):
        seen.mark(scope, quotes[0])
    seen.mark(1, quotes[1])
    seen.mark(3, quotes[0])
    assert seen.fresh(2, quotes) == quotes
    assert seen.fresh(1, quotes) == [quotes[2]]
    assert seen.fresh(3, quotes) == quotes[1:]


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 4)), max_size=60))
def test_what_is_fresh_was_not_just_shown(moves: list[tuple[int, int]]) -> None:
    quotes = [
        Quote(id=f"q{n}", kind=QuoteKind.VERBATIM, text="t", speaker_name="x",
              sources=(Source(title="t", url="https://example.org"),))
        for n in range(5)
    ]  # fmt: skip
    seen = Seen[Quote](max_scopes=3)
    for scope, number in moves:
        fresh = seen.fresh(scope, quotes)
        assert fresh
        seen.mark(scope, fresh[number % len(fresh)])
        assert fresh[number % len(fresh)] not in seen.fresh(scope, quotes)


# -- who is quoted


def test_speakers_are_those_with_most_quotes_first(small: Snapshot) -> None:
    assert small.quotes.speakers()[0].id == "ann-lee"
    assert {person.id for person in small.quotes.speakers()} == {
        "ann-lee", "zora", "ben-lee", "dee", "eve",
    }  # fmt: skip


def test_of_two_the_one_with_more_quotes_is_the_first_whatever_their_ids(small: Snapshot) -> None:
    line = small.knowledge.quotes["zora-line"]
    more = {f"zora-{n}": line.model_copy(update={"id": f"zora-{n}"}) for n in range(3)}
    knowledge = small.knowledge.model_copy(update={"quotes": {**small.knowledge.quotes, **more}})
    book = QuoteBook(knowledge, small.matcher.names, small.matcher.analyser)
    ids = [person.id for person in book.speakers()]
    assert ids == ["zora", "ann-lee", "ben-lee", "dee", "eve"]


@pytest.mark.parametrize(
    ("typed", "first"), [("an", "ann-lee"), ("LEE", "ann-lee"), ("zo", "zora"), ("de", "dee")]
)
def test_autocomplete_by_the_beginning_of_a_name(small: Snapshot, typed: str, first: str) -> None:
    assert small.quotes.complete(typed)[0].id == first


def test_autocomplete_offers_quoted_people_only(small: Snapshot) -> None:
    assert [person.id for person in small.quotes.complete("cat")] == []
    assert small.quotes.complete("") == small.quotes.speakers()
    assert len(small.quotes.complete("", limit=2)) == 2
    assert small.quotes.complete("zzz") == ()


def test_no_quotes_at_all(tmp_path: Path) -> None:
    text = "facts:\n  - {id: a, question: Why?, answer: So.}\n"
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    snapshot = load_snapshot([Layer.of(tmp_path)])
    assert snapshot.quotes.pool(Named()).quotes == ()
    assert snapshot.quotes.speakers() == ()
