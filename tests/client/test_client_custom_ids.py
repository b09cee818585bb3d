"""What a component does, written into its custom id and read from it."""

from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.client.custom_ids import Codec
from bot.replies.doubt import NotWhatIAsked, SendReport, SomethingWrong
from bot.replies.model import AnotherFact, AnotherQuote, Does, NoneOfThese, QuoteOf, ShowFact
from bot.replies.moderation import Accept, AcceptAll, Refuse, RefuseAll
from bot.replies.reports import Resolve, ShowReported
from tests.client.support import custom_ids

slugs = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True).map(lambda s: s[:80].rstrip("-"))
CUSTOM_IDS = custom_ids()


def survived(does: Does) -> Does | None:
    """What is read of what was written."""
    written = CUSTOM_IDS.write(does)
    assert len(written) <= 100
    assert len(written.splitlines()) == 1
    return CUSTOM_IDS.read(written)


@given(slugs)
def test_a_fact_fits_and_survives(fact_id: str) -> None:
    assert survived(ShowFact(fact_id)) == ShowFact(fact_id)


@given(st.one_of(st.none(), slugs), st.text())
def test_a_quote_fits_and_the_person_survives(person_id: str | None, about: str) -> None:
    does = survived(AnotherQuote(person_id, about))
    assert isinstance(does, AnotherQuote)
    assert does.person_id == person_id
    assert does.about is None or " ".join(about.split()).startswith(does.about)


def test_short_subjects_survive_whole() -> None:
    does = AnotherQuote("park-solomon", "kiss: the 키스 scene")
    assert survived(does) == does
    assert survived(AnotherFact()) == AnotherFact()


words = st.text(st.characters(codec="utf-8", categories=["L", "N"]), min_size=1, max_size=30)


@given(st.none() | slugs, words, st.none() | slugs, st.none() | words)
def test_a_name_survives_whole_or_not_at_all(
    person_id: str | None, who: str, topic: str | None, about: str | None
) -> None:
    does = survived(AnotherQuote(person_id, about, who, topic))
    assert isinstance(does, AnotherQuote)
    assert does.person_id == person_id
    assert does.who in (who, None)
    assert does.topic in (topic, None)


def test_a_name_and_a_topic_stand_beside_the_subject() -> None:
    does = AnotherQuote("park-ji-hu", "a scene: 키스", "lee", "kiss-scene")
    assert survived(does) == does
    assert survived(QuoteOf("park-ji-hu", None, "lee")) == QuoteOf("park-ji-hu", None, "lee")
    assert survived(AnotherFact("kiss-scene")) == AnotherFact("kiss-scene")


@given(st.text())
def test_what_was_asked_survives_as_far_as_it_fits(asked: str) -> None:
    does = survived(NoneOfThese(asked))
    assert isinstance(does, NoneOfThese)
    assert " ".join(asked.split()).startswith(does.asked)


@given(slugs, st.sampled_from(["", "people/", "quotes/"]), st.text())
def test_what_was_not_asked_fits_and_what_was_told_survives(
    told: str, kind: str, asked: str
) -> None:
    does = survived(NotWhatIAsked(f"{kind}{told}", asked))
    assert isinstance(does, NotWhatIAsked)
    assert does.told == f"{kind}{told}"
    assert " ".join(asked.split()).startswith(does.asked)


@given(st.lists(slugs, min_size=1, max_size=4))
def test_of_what_is_wrong_the_first_survives(told: list[str]) -> None:
    for kind in (SomethingWrong, SendReport, ShowReported):
        does = survived(kind(tuple(told)))
        assert isinstance(does, kind)
        assert does.told[0] == told[0]


@given(slugs)
def test_a_proposal_fits_and_survives(fact_id: str) -> None:
    for does in (Accept("abcdefgh", fact_id), Refuse("abcdefgh", fact_id)):
        assert survived(does) == does
    for does in (AcceptAll(12, "0011aabb"), RefuseAll(3, "0011aabb"), Resolve("ab12", True)):
        assert survived(does) == does


def test_ids_stay_as_messages_have_them() -> None:
    assert CUSTOM_IDS.write(NotWhatIAsked("kiss-takes", "who was it")) == (
        "hyosan:not:kiss-takes:/who was it"
    )
    assert CUSTOM_IDS.write(SomethingWrong(("kiss-takes",))) == "hyosan:wrong:kiss-takes"
    assert CUSTOM_IDS.write(QuoteOf("lomon", "kiss")) == "hyosan:said:lomon:kiss"
    assert CUSTOM_IDS.write(AnotherQuote("lomon", "kiss", "park", "fun")) == (
        "hyosan:quote:lomon/fun/park:kiss"
    )
    assert CUSTOM_IDS.write(AnotherFact("fun")) == "hyosan:random:fun"
    assert CUSTOM_IDS.write(NoneOfThese("who was it")) == "hyosan:none:/who was it"
    assert CUSTOM_IDS.write(ShowFact("kiss-takes")) == "hyosan:fact:kiss-takes"
    assert CUSTOM_IDS.write(AnotherFact()) == "hyosan:random"
    assert CUSTOM_IDS.write(AnotherQuote("lomon", "kiss")) == "hyosan:quote:lomon:kiss"
    assert CUSTOM_IDS.write(AnotherQuote(None)) == "hyosan:quote:*:"


@pytest.mark.parametrize("custom_id", ["", "hyosan", "hyosan:", "hyosan:poll:1", "x:fact:a"])
def test_what_nobody_wrote_means_nothing(custom_id: str) -> None:
    assert CUSTOM_IDS.read(custom_id) is None


@dataclass(frozen=True, slots=True)
class Poll(Does):
    """A kind of action that the tests add."""


@pytest.mark.parametrize(("does", "name"), [(ShowFact, "poll"), (Poll, "fact")])
def test_a_type_and_a_name_are_taken_once(does: type[Any], name: str) -> None:
    with pytest.raises(ValueError, match="already"):
        custom_ids().add(Codec(does, name, write=lambda *_: "", read=lambda _: None))
