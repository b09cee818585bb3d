"""Choosing a quote, and how it is told: each paragraph of what was promised of /quote."""

from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import answers
from bot.knowledge.layers import Layer
from bot.knowledge.schema import Quote, QuoteKind, Source
from bot.library import Snapshot, load_snapshot
from bot.quotes import QuoteBook, QuoteChoice, SeenQuotes
from bot.reply import AnotherQuote, Reply, quoted
from bot.spoilers.horizon import NOTHING
from tests.ratings import rated, seen

FACTS = Path(__file__).resolve().parents[1] / "facts"

SMALL = """
people:
  - {id: ann-lee, name: Lee Ann, kind: actor, aliases: [Ann], plays: zora, role: Plays Zora}
  - {id: zora, name: Zora, kind: character, role: Student}
  - {id: ben-lee, name: Lee Ben, kind: actor, aliases: [Ben]}
  - {id: cat-lee, name: Lee Cat, kind: actor}
  - {id: dee, name: Dee, kind: crew, role: Director, roles: [director]}
  - {id: eve, name: Eve Fox, kind: voice, voices: zora}
quotes:
  - {id: ann-own, speaker: ann-lee, kind: verbatim, text: I like rain., topics: [rain],
     context: "On a set, 2022", sources: [{title: An Ann title, url: "https://example.org/a"}]}
  - {id: ann-para, speaker: ann-lee, kind: paraphrase, text: She disliked the long snow days.,
     topics: [snow], sources: [{title: t, url: "https://example.org/b"}]}
  - {id: ann-korean, speaker: ann-lee, kind: verbatim, text: It was wind., translated: true,
     topics: [wind], sources: [{title: t, url: "https://example.org/c"}]}
  - {id: zora-line, speaker: zora, kind: dialogue, text: Run for the hills!, translated: true,
     topics: [escape], spoiler: s1e7, context: "To her class, episode 7",
     sources: [{title: Zora runs, url: "https://example.org/d"}]}
  - {id: ben-own, speaker: ben-lee, kind: verbatim, text: I sing., second_hand: true,
     sources: [{title: t, url: "https://example.org/e"}]}
  - {id: dee-own, speaker: dee, kind: verbatim, text: We made it in a year.,
     sources: [{title: t, url: "https://example.org/f"}]}
  - {id: eve-own, speaker: eve, kind: verbatim, text: I spoke softly., spoiler: s2,
     sources: [{title: t, url: "https://example.org/g"}]}
  - {id: pupil-line, speaker_name: A pupil, kind: dialogue, text: Who is there?,
     sources: [{title: t, url: "https://example.org/h"}]}
"""


@pytest.fixture(scope="module")
def shipped() -> Snapshot:
    return load_snapshot([Layer.of(FACTS)])


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    folder = tmp_path_factory.mktemp("facts")
    (folder / "all.yaml").write_text(SMALL, encoding="utf-8")
    return load_snapshot([Layer.of(folder)])


def drawn(book: QuoteBook, who: str | None, about: str | None = None, times: int = 60) -> set[str]:
    """Ids of the quotes that come in many draws without a memory."""
    rng = random.Random(1)
    chosen = (book.choose(who, about, rng=rng).quote for _ in range(times))
    return {quote.id for quote in chosen if quote}


def told(snapshot: Snapshot, quote_id: str, **choice: bool) -> Reply:
    quote = snapshot.knowledge.quotes[quote_id]
    people = (quote.speaker,) if quote.speaker else ()
    return quoted(QuoteChoice(people, quote, **choice), snapshot, None, None)


def text_of(reply: Reply) -> str:
    return "\n".join(line.text for line in reply.lines)


def open_text(reply: Reply) -> str:
    return "\n".join(line.text for line in reply.open_lines)


# -- who


def test_park_is_ambiguous_on_purpose(shipped: Snapshot) -> None:
    choice = shipped.quotes.choose("park")
    assert choice.quote is not None
    first = choice.people[0]
    assert choice.quote.speaker in shipped.matcher.names.family(first)
    assert {"park-ji-hu", "lomon"} <= {first, *choice.others}
    assert first not in choice.others
    assert all(shipped.quotes.has_quotes(other) for other in choice.others)
    reply = quoted(choice, shipped, "park", None)
    offered = {action.does.person_id for action in reply.actions[1:]
               if isinstance(action.does, AnotherQuote)}  # fmt: skip
    assert set(choice.others) == offered
    names = {action.label for action in reply.actions}
    assert names >= {shipped.knowledge.people[other].name for other in choice.others}
    assert shipped.knowledge.people[choice.quote.speaker or ""].name in reply.lines[0].text


def test_everybody_of_a_surname_is_offered(small: Snapshot) -> None:
    choice = small.quotes.choose("lee")
    assert choice.people[:2] == ("ann-lee", "ben-lee")
    assert choice.others == ("ben-lee",)  # Lee Cat is not quoted


def test_those_with_quotes_come_first(small: Snapshot) -> None:
    found = small.quotes.find("lee")
    quoted_ones = [small.quotes.has_quotes(person) for person in found]
    assert quoted_ones == sorted(quoted_ones, reverse=True)
    assert set(found) == {"ann-lee", "ben-lee", "cat-lee"}


@pytest.mark.parametrize("who", ["zora", "Zora's", "ann", "Lee Ann", "zora's actress"])
def test_character_and_actor_share_their_quotes(small: Snapshot, who: str) -> None:
    assert drawn(small.quotes, who) == {"ann-own", "ann-para", "ann-korean", "zora-line"}


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
def test_any_name_finds_its_quotes(shipped: Snapshot, who: str, speakers: set[str]) -> None:
    ids = drawn(shipped.quotes, who, times=400)
    assert {shipped.knowledge.quotes[one].speaker for one in ids} == speakers


def test_nobody_named_means_anybody(small: Snapshot) -> None:
    assert drawn(small.quotes, None, times=300) == set(small.knowledge.quotes)


def test_a_person_by_id_needs_no_name(small: Snapshot) -> None:
    choice = small.quotes.choose(None, person="ben-lee")
    assert choice.people == ("ben-lee",)
    assert choice.quote is not None
    assert choice.quote.id == "ben-own"


def test_known_but_never_quoted(small: Snapshot) -> None:
    choice = small.quotes.choose("lee cat")
    assert (choice.people, choice.quote) == (("cat-lee",), None)
    assert "no quote of Lee Cat" in text_of(quoted(choice, small, "lee cat", None))


@pytest.mark.parametrize("who", ["jihyo", "Jo Yi-young"])
def test_nobody_by_that_name_suggests_the_nearest(shipped: Snapshot, who: str) -> None:
    choice = shipped.quotes.choose(who)
    assert choice.people == ()
    assert choice.quote is None
    assert 0 < len(choice.nearest) <= 3
    reply = quoted(choice, shipped, who, None)
    assert "nobody by that name" in text_of(reply)
    assert who in text_of(reply)
    assert [action.does for action in reply.actions] == [AnotherQuote(n) for n in choice.nearest]


def test_nothing_near_says_what_to_try(small: Snapshot) -> None:
    reply = quoted(small.quotes.choose("qqqqqq"), small, "qqqqqq", None)
    assert reply.actions == ()
    assert "director" in text_of(reply)


def test_a_long_name_is_cut_when_shown_again(small: Snapshot) -> None:
    reply = quoted(QuoteChoice((), None), small, "x" * 4000, None)
    assert len(text_of(reply)) < 500


@settings(max_examples=100, deadline=None)
@given(who=st.none() | st.text(max_size=80), about=st.none() | st.text(max_size=80))
def test_any_text_finds_somebody_or_says_so(
    small: Snapshot, who: str | None, about: str | None
) -> None:
    seen = SeenQuotes()
    reply = answers.quote(small, who, about, seen=seen, place=1)
    assert reply.open_lines
    assert all(line.text for line in reply.lines)


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
    assert drawn(small.quotes, "ann", about) == {quote}
    assert not small.quotes.choose("ann", about).off_subject


def test_about_narrows_what_ships(shipped: Snapshot) -> None:
    for one in drawn(shipped.quotes, "lomon", "kiss"):
        quote = shipped.knowledge.quotes[one]
        assert "kiss" in f"{' '.join(quote.topics)} {quote.text} {quote.context}".lower()


def test_about_works_for_anybody(small: Snapshot) -> None:
    assert drawn(small.quotes, None, "singing") == {"ben-own"}


@pytest.mark.parametrize("about", ["volcano", "?", "🧟", "1999"])
def test_off_the_subject_is_said(small: Snapshot, about: str) -> None:
    choice = small.quotes.choose("ann", about)
    assert choice.off_subject
    assert choice.quote is not None
    assert f"“{about}”" in open_text(quoted(choice, small, "ann", about))


@pytest.mark.parametrize("about", ["the volcano", "what is it for", "for the money"])
def test_small_words_are_no_subject(small: Snapshot, about: str) -> None:
    assert small.quotes.choose("ann", about).off_subject


@pytest.mark.parametrize("about", ["smooch", "키스"])
def test_about_knows_the_fandoms_words(shipped: Snapshot, about: str) -> None:
    assert not shipped.quotes.choose("lomon", about).off_subject


def test_off_the_subject_with_nothing_to_say(small: Snapshot) -> None:
    choice = small.quotes.choose("lee cat", "rain")
    assert not choice.off_subject
    assert choice.quote is None


def test_another_one_keeps_the_subject(small: Snapshot) -> None:
    reply = quoted(small.quotes.choose("ann", "rain"), small, "ann", "rain")
    assert reply.actions[0].label == "Another one"
    assert reply.actions[0].does == AnotherQuote("ann-lee", "rain")


# -- no repeats


def test_no_repeats_until_all_are_used_up(small: Snapshot) -> None:
    for seed in range(20):
        seen, rng = SeenQuotes(), random.Random(seed)
        shown = [small.quotes.choose("ann", seen=seen, place=5, rng=rng).quote for _ in range(12)]
        ids = [quote.id for quote in shown if quote]
        for start in (0, 4, 8):
            assert len(set(ids[start : start + 4])) == 4
        assert all(one != following for one, following in pairwise(ids))


def test_places_remember_for_themselves(small: Snapshot) -> None:
    seen = SeenQuotes()
    shown = {
        place: {
            quote.id
            for _ in range(4)
            if (quote := small.quotes.choose("ann", seen=seen, place=place).quote)
        }
        for place in (1, 2)
    }
    assert shown[1] == shown[2]
    assert len(shown[1]) == 4


def test_using_up_one_person_forgets_nobody_else(small: Snapshot) -> None:
    quotes = small.knowledge.quotes
    seen = SeenQuotes()
    ann, ben = [quotes["ann-own"], quotes["ann-para"]], [quotes["ben-own"], quotes["dee-own"]]
    for quote in (ben[0], *ann):
        seen.mark(1, quote)
    assert seen.fresh(1, ann) == [quotes["ann-own"]]  # all seen: begin again, not with the last
    assert seen.fresh(1, ben) == [quotes["dee-own"]]


def test_an_only_quote_may_repeat(small: Snapshot) -> None:
    seen = SeenQuotes()
    shown = [small.quotes.choose("ben", seen=seen, place=1).quote for _ in range(3)]
    assert [quote and quote.id for quote in shown] == ["ben-own"] * 3


def test_a_fresh_place_has_seen_nothing(small: Snapshot) -> None:
    quotes = list(small.knowledge.quotes.values())
    assert SeenQuotes().fresh(9, quotes) == quotes
    assert SeenQuotes().fresh(9, []) == []


def test_places_are_bounded_and_the_longest_unused_goes(small: Snapshot) -> None:
    quotes = list(small.knowledge.quotes.values())[:3]
    seen = SeenQuotes(max_places=2)
    for place in (1, 2):
        seen.mark(place, quotes[0])
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
    seen = SeenQuotes(max_places=3)
    for place, number in moves:
        fresh = seen.fresh(place, quotes)
        assert fresh
        seen.mark(place, fresh[number % len(fresh)])
        assert fresh[number % len(fresh)] not in seen.fresh(place, quotes)


# -- how it is told


def test_verbatim_stands_in_quotation_marks_with_all_about_it(small: Snapshot) -> None:
    reply = told(small, "ann-own")
    assert [(line.text, line.style) for line in reply.lines] == [
        ("Lee Ann — plays Zora", "heading"),
        ("“I like rain.”", "quote"),
        ("Their own words.", "small"),
        ("On a set, 2022", "small"),
    ]
    assert [source.title for source in reply.sources] == ["An Ann title"]
    assert not reply.spoiler
    assert reply.veiled_lines == ()


def test_translated_is_said(small: Snapshot) -> None:
    assert "translated" in text_of(told(small, "ann-korean"))
    assert "translated" not in text_of(told(small, "ann-own"))


def test_a_paraphrase_never_stands_in_quotation_marks(small: Snapshot) -> None:
    reply = told(small, "ann-para")
    assert "paraphrase" in text_of(reply)
    assert "“" not in text_of(reply)
    assert all(line.style != "quote" for line in reply.lines)


def test_no_shipped_paraphrase_does_either(shipped: Snapshot) -> None:
    kinds = dict.fromkeys(QuoteKind, 0)
    for quote in shipped.knowledge.quotes.values():
        reply = told(shipped, quote.id)
        styled = [line.text for line in reply.lines if line.style == "quote"]
        kinds[quote.kind] += 1
        if quote.kind is QuoteKind.PARAPHRASE:
            assert styled == []
            assert quote.text in [line.text for line in reply.lines]
            assert "A paraphrase" in text_of(reply)
        else:
            assert styled == [f"“{quote.text}”"]
            assert "paraphrase:" not in text_of(reply)
        assert ("line in the series" in text_of(reply)) == (quote.kind is QuoteKind.DIALOGUE)
        assert ("second-hand" in text_of(reply)) == quote.second_hand
        if quote.kind is not QuoteKind.PARAPHRASE:
            assert (", translated." in text_of(reply)) == quote.translated
        assert reply.sources == quote.sources
        assert reply.sources
        assert (quote.context or quote.text) in text_of(reply)
    assert all(kinds.values())


def test_dialogue_names_the_character_and_the_series(small: Snapshot) -> None:
    reply = told(small, "zora-line")
    assert reply.lines[0].text.startswith("Zora")
    assert "Ann" not in text_of(reply)
    assert "The character's line in the series, translated." in text_of(reply)


def test_second_hand_is_said(small: Snapshot) -> None:
    assert "second-hand" in text_of(told(small, "ben-own"))


def test_somebody_who_is_nobody_in_the_file_has_a_name(small: Snapshot) -> None:
    assert told(small, "pupil-line").lines[0].text == "A pupil"


@pytest.mark.parametrize(
    ("quote", "part"),
    [("ann-own", "plays Zora"), ("ben-own", "actor"), ("dee-own", "Director"),
     ("zora-line", "Student"), ("eve-own", "English voice of Zora")],
)  # fmt: skip
def test_the_speaker_is_introduced(small: Snapshot, quote: str, part: str) -> None:
    assert told(small, quote).lines[0].text.endswith(f"— {part}")


def test_a_spoilered_quote_is_veiled(small: Snapshot) -> None:
    reply = told(small, "zora-line")
    assert reply.spoiler == rated("s1e7")
    assert "season 1, episode 7" in open_text(reply)
    assert "hills" not in open_text(reply)
    assert "To her class" not in open_text(reply)
    assert any("hills" in line.text for line in reply.veiled_lines)
    assert reply.open_lines + reply.veiled_lines == reply.lines


def test_every_shipped_spoiler_is_veiled(shipped: Snapshot) -> None:
    for quote in shipped.knowledge.quotes.values():
        for off_subject in (False, True):
            reply = told(shipped, quote.id, off_subject=off_subject)
            assert reply.spoiler == quote.spoiler
            if quote.spoiler:
                assert quote.text not in open_text(reply)
                assert not quote.context or quote.context not in open_text(reply)
                assert "Spoiler for season" in open_text(reply)


def test_the_horizon_leaves_spoilers_out(small: Snapshot) -> None:
    rng = random.Random(2)
    for horizon in (NOTHING, seen("s1e6"), seen("s1e7"), seen("s2")):
        for who in (None, "ann", "eve"):
            for _ in range(20):
                quote = small.quotes.choose(who, max_spoiler=horizon, rng=rng).quote
                assert quote is None or horizon.allows(quote.spoiler)
    assert small.quotes.choose("eve", max_spoiler=NOTHING).quote is None


def test_unasked_nothing_is_given_away(small: Snapshot) -> None:
    for seed in range(60):
        rng = random.Random(seed)
        for who, about in ((None, None), ("", " "), ("  ", None)):
            reply = answers.quote(small, who, about, seen=SeenQuotes(), place=1, rng=rng)
            assert not reply.spoiler


# -- who is quoted


def test_speakers_are_those_with_most_quotes_first(small: Snapshot) -> None:
    assert small.quotes.speakers()[0].id == "ann-lee"
    assert {person.id for person in small.quotes.speakers()} == {
        "ann-lee", "zora", "ben-lee", "dee", "eve",
    }  # fmt: skip


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
    choice = snapshot.quotes.choose(None)
    assert choice.quote is None
    assert "no quotes yet" in text_of(quoted(choice, snapshot, None, None))
    assert snapshot.quotes.speakers() == ()
