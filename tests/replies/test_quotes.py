"""Quotes as replies: who said it, in whose words, and what is veiled."""

from __future__ import annotations

import pytest

from bot.knowledge.ratings import Moment
from bot.knowledge.schema import QuoteKind, Source
from bot.library import Snapshot
from bot.quotes import Named
from bot.replies import marks
from bot.replies.model import (
    Action,
    AnotherFact,
    AnotherQuote,
    Heading,
    Kind,
    Note,
    Quotation,
    QuoteOf,
    Reply,
    ShowPerson,
    Sources,
    Text,
)
from bot.replies.quotes import ANYTHING, Wanted, no_quote, nobody, quoted
from bot.spoilers.horizon import EVERYTHING, NOTHING, Horizon
from bot.spoilers.rule import SealedQuote
from tests.knowledges import snapshot_of
from tests.replies.reading import context, open_text, veiled_text


@pytest.fixture(scope="module")
def small() -> Snapshot:
    return snapshot_of("speakers")


def told(
    snapshot: Snapshot,
    quote_id: str,
    *,
    about: str | None = None,
    is_off_subject: bool = False,
    horizon: Horizon = NOTHING,
) -> Reply:
    """A quote of its speaker, as that was asked for."""
    quote = snapshot.knowledge.quotes[quote_id]
    named = Named((quote.speaker,) if quote.speaker else ())
    return quoted(
        SealedQuote(quote, frozenset()),
        named,
        Wanted(about=about),
        context(horizon, snapshot.knowledge.people),
        is_off_subject=is_off_subject,
    )


def all_text(reply: Reply) -> str:
    """Everything there is to read."""
    return f"{open_text(reply)}\n{veiled_text(reply)}"


# -- who


def test_others_of_the_name_are_offered(shipped_snapshot: Snapshot) -> None:
    named = shipped_snapshot.quotes.find("park")
    (quote, *_) = shipped_snapshot.quotes.pool(named).quotes
    people = shipped_snapshot.knowledge.people
    reply = quoted(
        SealedQuote(quote, frozenset()),
        named,
        Wanted("park"),
        context(people=people),
        is_off_subject=False,
    )
    another, *others = reply.actions
    assert (another.label, another.does) == (
        "Another one",
        AnotherQuote(named.people[0], who="park"),
    )
    assert [action.does for action in others] == [QuoteOf(i, who="park") for i in named.others[:4]]
    assert [action.label for action in others] == [people[i].name for i in named.others[:4]]
    assert people[quote.speaker or ""].name in open_text(reply)


def test_others_are_asked_on_the_same_subject_and_at_most_four(small: Snapshot) -> None:
    """Behind the speaker, who was named first, in the order in which they were found."""
    others = ("ben-lee", "cat-lee", "dee", "eve", "zora")
    named = Named(("ann-lee", *others), others)
    quote = SealedQuote(small.knowledge.quotes["ann-own"], frozenset())
    people = context(people=small.knowledge.people)
    reply = quoted(quote, named, Wanted(about="rain"), people, is_off_subject=False)
    assert reply.actions == (
        Action("Another one", AnotherQuote("ann-lee", "rain"), marks.AGAIN),
        Action("Lee Ben", QuoteOf("ben-lee", "rain")),
        Action("Lee Cat", QuoteOf("cat-lee", "rain")),
        Action("Dee", QuoteOf("dee", "rain")),
        Action("Eve Fox", QuoteOf("eve", "rain")),
    )


def test_who_speaks_is_named_whoever_was_asked_for(small: Snapshot) -> None:
    """Zora was asked for, and Ann, who plays her, is quoted; the next one is Zora's again."""
    quote = SealedQuote(small.knowledge.quotes["ann-own"], frozenset())
    people = context(people=small.knowledge.people)
    reply = quoted(quote, Named(("zora",)), ANYTHING, people, is_off_subject=False)
    assert reply.open[1] == Text("— Lee Ann, who plays Zora", ("Lee Ann",))
    assert reply.actions[0].does == AnotherQuote("zora")


def test_who_was_never_quoted_is_the_first_who_was_named(small: Snapshot) -> None:
    reply = no_quote(Named(("cat-lee", "dee")), context(people=small.knowledge.people))
    assert reply.open == (Heading("I have no quote of Lee Cat yet"),)


def test_another_one_keeps_the_subject(small: Snapshot) -> None:
    does = told(small, "ann-own", about="rain").actions[0].does
    assert does == AnotherQuote("ann-lee", "rain")


def test_off_the_subject_is_said(small: Snapshot) -> None:
    theirs = told(small, "zora-line", about="volcano", is_off_subject=True)
    assert theirs.open[0] == Note("I have nothing of theirs about “volcano”, so here is another.")
    anybodys = told(small, "pupil-line", about="rain", is_off_subject=True)
    assert anybodys.open[0] == Note("I have nothing about “rain”, so here is another.")


def test_a_long_subject_is_cut_when_it_is_shown_again(small: Snapshot) -> None:
    reply = told(small, "zora-line", about="x" * 4000, is_off_subject=True)
    shown = f"I have nothing of theirs about “{'x' * 199}…”, so here is another."
    assert reply.open[0] == Note(shown)


def test_known_but_never_quoted(small: Snapshot) -> None:
    reply = no_quote(Named(("cat-lee",)), context(people=small.knowledge.people))
    assert reply.open == (Heading("I have no quote of Lee Cat yet"),)
    assert reply.actions == (Action("Who is Lee Cat?", ShowPerson("cat-lee"), marks.PERSON),)
    nothing = no_quote(Named(), context())
    assert nothing.open == (Heading("I have no quotes yet"),)
    assert [action.does for action in nothing.actions] == [AnotherFact()]


def test_nobody_by_that_name_offers_the_nearest(small: Snapshot) -> None:
    people = context(people=small.knowledge.people)
    reply = nobody(Named(nearest=("ann-lee",)), "anne", "rain", people)
    assert reply.open == (
        Heading("I know nobody by that name"),
        Text("You asked for “anne”."),
        Text("Did you mean one of these?"),
    )
    assert [action.does for action in reply.actions] == [QuoteOf("ann-lee", "rain")]


def test_nothing_near_says_what_to_try() -> None:
    reply = nobody(Named(), "x" * 4000, None, context())
    assert [action.does for action in reply.actions] == [AnotherQuote(None)]
    assert "director" in open_text(reply)
    assert len(open_text(reply)) < 500


# -- how it is told


def test_verbatim_stands_in_quotation_marks_with_all_about_it(small: Snapshot) -> None:
    assert told(small, "ann-own").open == (
        Quotation("“I like rain.”"),
        Text("— Lee Ann, who plays Zora", ("Lee Ann",)),
        Sources(
            (Source(title="An Ann title", url="https://example.org/a"),),
            ("Their own words", "On a set, 2022"),
        ),
    )
    assert told(small, "ann-own").kind is Kind.QUOTE
    assert told(small, "ann-own").veiled == ()


def test_translated_is_said(small: Snapshot) -> None:
    assert "translated" in open_text(told(small, "ann-korean"))
    assert "translated" not in open_text(told(small, "ann-own"))


def test_a_paraphrase_never_stands_in_quotation_marks(small: Snapshot) -> None:
    reply = told(small, "ann-para")
    assert "A paraphrase, not their words" in open_text(reply)
    assert "Retold, not quoted: Lee Ann" in open_text(reply)
    assert reply.kind is Kind.PARAPHRASE
    assert "“" not in open_text(reply)
    assert not any(isinstance(block, Quotation) for block in reply.open)


def test_no_shipped_paraphrase_does_either(shipped_snapshot: Snapshot) -> None:
    kinds = dict.fromkeys(QuoteKind, 0)
    for quote in shipped_snapshot.knowledge.quotes.values():
        reply = told(shipped_snapshot, quote.id)
        blocks = reply.open + reply.veiled
        words = [block.text for block in blocks if isinstance(block, Quotation)]
        text = all_text(reply)
        kinds[quote.kind] += 1
        if quote.kind is QuoteKind.PARAPHRASE:
            assert words == []
            assert Text(quote.text) in blocks
            assert "A paraphrase" in text
        else:
            assert words == [f"“{quote.text}”"]
            assert "A paraphrase" not in text
            assert "Retold" not in text
            assert (", translated" in text) == quote.translated
        assert ("A line in the series" in text) == (quote.kind is QuoteKind.DIALOGUE)
        assert ("passed on second-hand" in text) == quote.second_hand
    assert all(kinds.values())


def test_every_shipped_quote_tells_its_sources_and_its_context(shipped_snapshot: Snapshot) -> None:
    for quote in shipped_snapshot.knowledge.quotes.values():
        reply = told(shipped_snapshot, quote.id)
        blocks = reply.open + reply.veiled
        (last,) = (block for block in blocks if isinstance(block, Sources))
        assert last.sources == quote.sources
        assert not quote.context or quote.context in last.notes


def test_dialogue_names_the_character_and_the_series(small: Snapshot) -> None:
    reply = told(small, "zora-line")
    assert "— Zora, a character (Student)" in veiled_text(reply)
    assert "Ann" not in all_text(reply)
    assert "A line in the series, translated" in all_text(reply)


def test_second_hand_is_said(small: Snapshot) -> None:
    assert "second-hand" in open_text(told(small, "ben-own"))


def test_somebody_who_is_nobody_in_the_file_has_a_name(small: Snapshot) -> None:
    assert told(small, "pupil-line").open[1] == Text("— A pupil, a character", ("A pupil",))
    assert [action.label for action in told(small, "pupil-line").actions] == ["Another one"]


@pytest.mark.parametrize(
    ("quote", "part"),
    [("ann-own", ", who plays Zora"), ("ben-own", " (actor)"), ("dee-own", " (Director)"),
     ("zora-line", ", a character (Student)"), ("eve-own", " (English voice of Zora)")],
)  # fmt: skip
def test_the_speaker_is_introduced(small: Snapshot, quote: str, part: str) -> None:
    line = all_text(told(small, quote, horizon=EVERYTHING)).splitlines()[1]
    assert line.startswith("— ")
    assert line.endswith(part)


# -- what is veiled


def test_a_rated_quote_is_veiled_but_for_who_said_it(small: Snapshot) -> None:
    assert told(small, "zora-line").open == (Heading("Spoiler for S1E7: words of Zora"),)
    assert told(small, "zora-line").kind is Kind.VEILED
    assert told(small, "zora-line").veiled == (
        Quotation("“Run for the hills!”"),
        Text("— Zora, a character (Student)", ("Zora",)),
        Sources(
            (Source(title="Zora runs", url="https://example.org/d"),),
            ("A line in the series, translated", "To her class, episode 7"),
        ),
    )


def test_within_the_horizon_it_is_open(small: Snapshot) -> None:
    for horizon in (Horizon(Moment(1, 7)), EVERYTHING):
        reply = told(small, "zora-line", horizon=horizon)
        assert "hills" in open_text(reply)
        assert "Spoiler" not in open_text(reply)
        assert reply.veiled == ()
    assert told(small, "zora-line", horizon=Horizon(Moment(1, 6))).veiled


def test_every_shipped_rated_quote_is_veiled(shipped_snapshot: Snapshot) -> None:
    for quote in shipped_snapshot.knowledge.quotes.values():
        for is_off_subject in (False, True):
            reply = told(shipped_snapshot, quote.id, about="x", is_off_subject=is_off_subject)
            assert bool(reply.veiled) == bool(quote.spoiler)
            if quote.spoiler:
                assert quote.text not in open_text(reply)
                assert not quote.context or quote.context not in open_text(reply)
                assert "Spoiler for " in open_text(reply)
