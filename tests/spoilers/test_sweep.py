"""All that ships, told to readers of every kind: nothing rated is open beyond the horizon."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.archive import Archive
from bot.knowledge.ratings import Moment, Rating
from bot.knowledge.schema import Fact, Knowledge
from bot.library import Library
from bot.reader import Reader
from bot.replies.model import AnotherFact, AnotherQuote, QuoteOf, Reply, ShowFact, ShowPerson
from bot.spoilers.horizon import EVERYTHING, NOTHING, Horizon
from tests.replies.reading import open_text, veiled_text

WEBTOON = frozenset({"webtoon"})
STRANGER = Reader(1, is_private=False, locale=None, horizon=NOTHING)
NO_WORKS: frozenset[str] = frozenset()
ENDS = (None, Moment(1, 1), Moment(1, 4), Moment(1, 7), Moment(1, 12), Moment(2))
HORIZONS = [*(Horizon(end, works) for end in ENDS for works in (NO_WORKS, WEBTOON)), EVERYTHING]


@pytest.fixture(scope="module")
def archive(shipped_library: Library) -> Archive:
    return Archive(shipped_library, random.Random(5))


def lies_within(rating: Rating, horizon: Horizon) -> bool:
    """The rule once more, in other words than the bot's."""
    if horizon is EVERYTHING:
        return True
    seen = (horizon.moment.season, horizon.moment.episode) if horizon.moment else (0, 0)
    told = (rating.moment.season, rating.moment.episode) if rating.moment else (0, 0)
    return told <= seen and set(rating.works) <= set(horizon.works)


def readers() -> Iterator[Reader]:
    for horizon in HORIZONS:
        yield Reader(1, is_private=False, locale=None, horizon=horizon)


def test_every_fact(archive: Archive, shipped_library: Library) -> None:
    for reader in readers():
        for fact in shipped_library.current.knowledge.facts.values():
            reply = archive.follow(ShowFact(fact.id), reader)
            assert reply is not None
            is_open = lies_within(fact.spoiler, reader.horizon)
            assert (fact.answer in open_text(reply)) == is_open
            assert (fact.answer in veiled_text(reply)) != is_open
            check_parts(fact, reader, reply)
            if not is_open:
                assert fact.title is None or fact.question not in open_text(reply)
                assert not any(source.url in open_text(reply) for source in fact.sources)


def check_parts(fact: Fact, reader: Reader, reply: Reply) -> None:
    """Each part of an answer is open or veiled, as its own rating has it.

    Of a fate that is veiled itself, a later season is not spoken of at all.
    """
    for part in fact.parts:
        rating = fact.spoiler | part.spoiler
        is_open = lies_within(rating, reader.horizon)
        assert (part.text in open_text(reply)) == is_open, fact.id
        is_told = is_open or part.text in veiled_text(reply)
        is_shut = fact.asks_fate and not lies_within(fact.spoiler, reader.horizon)
        assert is_told or (is_shut and rating.moment is not None and rating.moment.season > 1)
        if not is_open:
            assert not any(source.url in open_text(reply) for source in part.sources), fact.id


def test_quotes_of_everybody(archive: Archive, shipped_library: Library) -> None:
    knowledge = shipped_library.current.knowledge
    for reader in readers():
        for person in shipped_library.current.quotes.speakers():
            reply = archive.follow(AnotherQuote(person.id), reader)
            assert reply is not None
            said = [
                quote
                for quote in knowledge.quotes.values()
                if quote.text in f"{open_text(reply)}\n{veiled_text(reply)}"
            ]
            assert said
            for quote in said:
                is_open = lies_within(quote.spoiler, reader.horizon)
                assert (quote.text in open_text(reply)) == is_open
                assert is_open or (quote.context or quote.text) not in open_text(reply)


def test_all_that_nobody_asked_for(archive: Archive, shipped_library: Library) -> None:
    knowledge = shipped_library.current.knowledge
    for reader in readers():
        for _ in range(100):
            assert not archive.any_fact(reader).hides
            drawn = archive.quote(None, None, reader)
            assert drawn.quote is not None
            assert lies_within(drawn.quote.spoiler, reader.horizon)
            assert drawn.reply.veiled == ()
        for typed in ("", "who", "who dies", "how does it end", "kiss", "season 2", "webtoon"):
            for row in archive.complete_question(typed, reader):
                fact = knowledge.facts[row.value.removeprefix("fact:")]
                is_open = lies_within(fact.spoiler, reader.horizon)
                assert row.text == (fact.question if is_open else fact.label)
                assert is_open or typed


def test_profiles_of_everybody(archive: Archive, shipped_library: Library) -> None:
    knowledge = shipped_library.current.knowledge
    for reader in readers():
        rated = [f for f in knowledge.facts.values() if not lies_within(f.spoiler, reader.horizon)]
        for person in knowledge.people.values():
            reply = archive.follow(ShowPerson(person.id), reader)
            assert reply is not None
            shown = open_text(reply)
            assert not [fact.id for fact in rated if fact.answer in shown]
            assert not [text for text in parts_beyond(knowledge, reader) if text in shown]
            offered = {action.does for action in reply.actions}
            assert not [fact.id for fact in rated if ShowFact(fact.id) in offered]


def parts_beyond(knowledge: Knowledge, reader: Reader) -> Iterator[str]:
    """Parts of answers that a reader may not be told."""
    for fact in knowledge.facts.values():
        for part in fact.parts:
            if not lies_within(fact.spoiler | part.spoiler, reader.horizon):
                yield part.text


def test_what_stands_beneath_every_fact(archive: Archive, shipped_library: Library) -> None:
    knowledge = shipped_library.current.knowledge
    for reader in readers():
        for fact in knowledge.facts.values():
            reply = archive.follow(ShowFact(fact.id), reader)
            assert reply is not None
            assert len(reply.actions) <= 3
            for action in reply.actions:
                if isinstance(action.does, ShowFact):
                    rating = knowledge.facts[action.does.fact_id].spoiler
                    assert lies_within(rating, reader.horizon)
                elif (
                    action.does != AnotherFact()
                ):  # whoever is named beneath is named by the fact, all of which is open then
                    assert isinstance(action.does, ShowPerson | QuoteOf)
                    assert action.does.person_id in fact.people
                    assert lies_within(fact.reach, reader.horizon)


def test_who_asks_for_a_fate_is_offered_nobody_while_typing(archive: Archive) -> None:
    for typed in ("who dies", "is cheong-san bitten", "cheongsan death", "누가 죽어", "halfbies"):
        assert archive.complete_question(typed, STRANGER) == ()


def test_what_was_asked_is_said_again_only_where_it_tells_nothing(archive: Archive) -> None:
    alone = replace(STRANGER, is_private=True)
    for asked in ("what happens to the english teacher", "who dies first on mars"):
        assert f"“{asked}”" not in open_text(archive.ask(asked, STRANGER).reply)
        assert f"“{asked}”" in open_text(archive.ask(asked, alone).reply)
    assert "“who wrote hamlet”" in open_text(archive.ask("who wrote hamlet", STRANGER).reply)
