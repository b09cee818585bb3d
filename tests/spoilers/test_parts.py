"""Answers in parts: openly as far as the reader is, and the rest veiled, episode by episode."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.archive import Archive
from bot.knowledge.layers import Layer
from bot.knowledge.ratings import Rating
from bot.knowledge.schema import Fact, Part, Source
from bot.library import Library
from bot.reader import Place, Reader
from bot.replies import wording
from bot.replies.model import AnotherFact, Kind, Reply, Reveal, ShowFact, ShowPerson
from bot.spoilers.horizon import EVERYTHING, NOTHING, Horizon
from bot.spoilers.rule import SealedFact
from tests.knowledges import folder_of
from tests.ratings import HORIZONS, RATINGS, seen
from tests.replies.reading import open_text, veiled_text

LEAVES = "Who leaves the house, and when?"


@pytest.fixture(scope="module")
def archive() -> Archive:
    return Archive(Library([Layer.of(folder_of("parts"))]), random.Random(3))


@pytest.fixture(scope="module")
def shipped_archive(shipped_library: Library) -> Archive:
    return Archive(shipped_library, random.Random(3))


def reader(horizon: Horizon, own: Horizon | None = None, *, private: bool = False) -> Reader:
    return Reader(1, private, None, horizon, place=Place(1, 1), own=own)


def asked(archive: Archive, question: str, horizon: Horizon, own: Horizon | None = None) -> Reply:
    return archive.say(question, reader(horizon, own)).reply


def shown(archive: Archive, fact_id: str, horizon: Horizon) -> Reply:
    reply = archive.follow(ShowFact(fact_id), reader(horizon))
    assert reply is not None
    return reply


def titles(reply: Reply) -> list[str]:
    return [veil.title for veil in reply.further]


# -- the rule


def openly(fact: Fact, sources: tuple[Source, ...]) -> list[str]:
    return [fact.answer, *(part.text for part in fact.parts), *(one.title for one in sources)]


def veiled(fact: Fact, sources: tuple[Source, ...]) -> list[str]:
    return openly(fact, sources)


def further(parts: Sequence[Part]) -> list[str]:
    return [text for part in parts for text in (part.text, *(one.title for one in part.sources))]


@given(RATINGS, st.lists(RATINGS, max_size=4), HORIZONS | st.just(EVERYTHING), st.booleans())
def test_no_part_is_told_before_its_time_and_none_twice(
    rating: Rating, later: list[Rating], horizon: Horizon, asks_fate: bool
) -> None:
    parts = tuple(
        Part(
            text=f"part {number}",
            spoiler=one,
            sources=(Source(title=f"source {number}", url="https://example.org/a"),),
        )
        for number, one in enumerate(later)
    )
    fact = Fact(
        id="a", question="Who?", answer="base", spoiler=rating, parts=parts, asks_fate=asks_fate
    )
    told = SealedFact(fact, frozenset()).tell(
        horizon, openly=openly, veiled=veiled, further=further
    )
    beyond = [text for one in told.further for text in one.veiled]
    for number, one in enumerate(later):
        is_open = horizon.allows(rating) and horizon.allows(one)
        for text in (f"part {number}", f"source {number}"):
            assert (text in told.open) == is_open
            assert (told.veiled + told.open + tuple(beyond)).count(text) <= 1
            if not asks_fate:
                assert is_open or text in (*told.veiled, *beyond)
    assert ("base" in told.open) == horizon.allows(rating) == (not told.veiled)
    for one in told.further:
        assert one.veiled
        assert not horizon.allows(one.rating)
    assert len({one.rating for one in told.further}) == len(told.further)


# -- as it is said


def test_the_answer_up_to_the_reader_is_open_and_each_further_episode_has_a_veil(
    archive: Archive,
) -> None:
    reply = asked(archive, LEAVES, seen("s1e4"))
    assert reply.kind is Kind.ANSWER
    assert open_text(reply).splitlines()[:4] == [
        LEAVES,
        "Episode 1: the gardener.",
        "Episode 3: the cook.",
        "Also in episode 3: the grey cat.",
    ]
    assert titles(reply) == [
        "Spoiler for S1E1 and the novel",
        "Spoiler for S1E5",
        "Spoiler for S1E9 and the novel",
    ]
    assert "https://example.org/three" in open_text(reply)
    assert "https://example.org/five" not in open_text(reply)
    assert veiled_text(reply).splitlines() == [
        "In the novel: the painter.",
        "Episode 5: the butler.", "The butler https://example.org/five",
        "Episode 9: the twins.",
    ]  # fmt: skip


def test_before_its_beginning_all_of_it_is_veiled_by_episode(archive: Archive) -> None:
    reply = asked(archive, LEAVES, NOTHING)
    assert reply.kind is Kind.VEILED
    assert open_text(reply).splitlines() == [
        "Spoiler for S1E1: Those who leave",
        "Spoiler for S1E1 and the novel",
        "Spoiler for S1E3",
        "Spoiler for S1E5",
        "Spoiler for S1E9 and the novel",
        wording.SURPRISE_ME,
    ]
    assert veiled_text(reply).startswith(f"{LEAVES}\nEpisode 1: the gardener.")


def test_whoever_is_through_with_it_reads_it_as_one(archive: Archive) -> None:
    for horizon in (seen("s1e9", "novel"), EVERYTHING):
        reply = asked(archive, LEAVES, horizon)
        assert (reply.veiled, reply.further, reply.hides) == ((), (), False)
        assert "Episode 9: the twins." in open_text(reply)


def test_what_is_behind_further_veils_hides_too(archive: Archive) -> None:
    assert asked(archive, LEAVES, seen("s1e4")).hides


def test_nobody_is_named_beneath_by_what_is_only_veiled(archive: Archive) -> None:
    """Of whom a fact tells altogether is not offered before all of it is told."""
    partly = {type(one.does) for one in asked(archive, LEAVES, seen("s1e4")).actions}
    assert ShowPerson not in partly
    whole = {type(one.does) for one in asked(archive, LEAVES, seen("s1e9", "novel")).actions}
    assert ShowPerson in whole


def test_a_surprise_is_never_one_that_hides_something(archive: Archive) -> None:
    for horizon in (NOTHING, seen("s1e4"), seen("s1e9", "novel")):
        for _ in range(30):
            reply = archive.follow(AnotherFact(), reader(horizon))
            assert reply is not None
            assert not reply.hides


# -- to one alone


def reveals(reply: Reply) -> list[Reveal]:
    return [action.does for action in reply.actions if isinstance(action.does, Reveal)]


def test_whoever_is_further_than_the_channel_is_shown_more_alone(archive: Archive) -> None:
    assert reveals(asked(archive, LEAVES, seen("s1e4"), seen("s1e4"))) == []
    assert reveals(asked(archive, LEAVES, seen("s1e9", "novel"), seen("s1e4"))) == []
    (reveal,) = reveals(asked(archive, LEAVES, seen("s1e1"), seen("s1e5")))
    alone = archive.follow(reveal, reader(seen("s1e5"), seen("s1e5"), private=True))
    assert alone is not None
    assert "the butler" in open_text(alone)
    assert "the twins" not in open_text(alone)
    assert "the twins" in veiled_text(alone)


def test_who_is_sure_is_told_the_beginning_and_nothing_beyond_it(archive: Archive) -> None:
    (reveal,) = reveals(asked(archive, LEAVES, NOTHING, seen("s1e5")))
    stranger = reader(NOTHING, private=True)
    question = archive.follow(reveal, stranger)
    assert question is not None
    assert not question.hides
    laid_open = archive.follow(question.actions[0].does, stranger)
    assert laid_open is not None
    assert "the gardener" in open_text(laid_open)
    assert "the cook" not in open_text(laid_open)
    assert "the cook" in veiled_text(laid_open)


# -- what ships

DEAD = {
    1: "the school nurse", 2: "I-sak", 3: "Gyeong-su", 4: "Hee-su", 7: "Myeong-hwan",
    9: "Na-yeon", 10: "Joon-seong", 11: "So-ju", 12: "Wu-jin",
}  # fmt: skip
OVERVIEWS = (
    "who-dies", "first-death", "love-stories", "all-kisses", "zombie-rules", "virus-how-it-works",
    "outbreak-spread", "main-villain", "two-groups", "rescue-attempts", "military-overview",
    "students-route", "timeline-season-1", "episode-guide", "friendships", "bullying-story",
    "soju-journey", "plot-cheongsan-dead", "plot-survivors", "ending-explained",
)  # fmt: skip


@pytest.mark.parametrize("episode", [1, 4, 7, 12])
def test_who_dies_lists_the_dead_up_to_the_reader_and_veils_the_rest(
    shipped_archive: Archive, episode: int
) -> None:
    reply = asked(shipped_archive, "who dies", seen(f"s1e{episode}"))
    for number, name in DEAD.items():
        assert (name in open_text(reply)) == (number <= episode)
        assert (name in veiled_text(reply)) == (number > episode)
    assert titles(reply) == [f"Spoiler for S1E{number}" for number in DEAD if number > episode]


def test_the_overviews_tell_more_to_those_who_know_more(
    shipped_archive: Archive, shipped_library: Library
) -> None:
    facts = shipped_library.current.knowledge.facts
    ends = (NOTHING, *(seen(f"s1e{number}") for number in range(1, 13)), seen("s2"))
    for fact_id in OVERVIEWS:
        fact = facts[fact_id]
        opened = {shown(shipped_archive, fact_id, end).open for end in ends}
        assert fact.parts, fact_id
        assert len(opened) == len(fact.parts) + (2 if fact.spoiler else 1), fact_id


def test_every_part_that_ships_stands_at_its_place(
    shipped_archive: Archive, shipped_library: Library
) -> None:
    """Parts come in the order of the series, and each tells more than the one before."""
    knowledge = shipped_library.current.knowledge
    with_parts = [fact for fact in knowledge.facts.values() if fact.parts]
    assert len(with_parts) >= 12
    for fact in with_parts:
        reached = [fact.spoiler, *(fact.spoiler | part.spoiler for part in fact.parts)]
        moments = [
            (one.moment.season, one.moment.episode) if one.moment else (0, 0) for one in reached
        ]
        assert moments == sorted(moments), fact.id
        assert len(set(moments)) == len(moments), fact.id
