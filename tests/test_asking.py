"""What a question brings: an answer with more beneath, a profile, a quote, or two answers."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from bot.archive import Archive
from bot.asking import Answer
from bot.knowledge.layers import Layer
from bot.knowledge.ratings import Moment
from bot.knowledge.schema import Knowledge, PersonKind
from bot.library import Library
from bot.matching.decision import Status
from bot.reader import Reader
from bot.replies.model import QuoteOf, ShowFact, ShowPerson
from bot.spoilers.horizon import NOTHING, Horizon
from tests.knowledges import folder_of
from tests.replies.reading import open_text, veiled_text

STRANGER = Reader(1, is_private=False, locale=None, horizon=NOTHING)
VIEWER = Reader(1, is_private=False, locale=None, horizon=Horizon(Moment(3)))


def archive_of(folder: Path) -> Archive:
    return Archive(Library([Layer.of(folder)]), random.Random(3))


@pytest.fixture(scope="module")
def series() -> Archive:
    return archive_of(folder_of("series"))


@pytest.fixture(scope="module")
def shipped_archive(shipped_library: Library) -> Archive:
    return Archive(shipped_library, random.Random(3))


def first(answer: Answer) -> str | None:
    return answer.told[0].id if answer.told else None


def shown(answer: Answer) -> str:
    return f"{open_text(answer.reply)}\n{veiled_text(answer.reply)}"


# -- beneath an answer

LINKED = """
facts:
  - id: second
    question: Will there be a second season?
    answer: Yes.
    related: [cast, end, day, team]
  - {id: cast, question: Who joins in the second season?, answer: Four.}
  - {id: end, question: Who dies in the second season?, label: An end, answer: He., spoiler: s2e4}
  - {id: day, question: When is the second season out?, answer: In May.}
  - {id: team, question: Who makes the second season?, answer: They.}
"""


def test_related_facts_stand_beneath_as_far_as_the_reader_is(tmp_path: Path) -> None:
    (tmp_path / "all.yaml").write_text(LINKED, encoding="utf-8")
    archive = archive_of(tmp_path)
    answer = archive.ask("Will there be a second season?", STRANGER)
    assert first(answer) == "second"
    assert answer.offered == ("cast", "day", "team")
    assert [action.does for action in answer.reply.actions] == [*map(ShowFact, answer.offered)]
    assert "An end" not in shown(answer)
    assert archive.ask("Will there be a second season?", VIEWER).offered == ("cast", "end", "day")


def test_a_single_candidate_is_offered_as_the_closest(tmp_path: Path) -> None:
    text = (
        "facts:\n  - {id: a, question: Which colour has the lamp of the tower?, answer: Green.}\n"
    )
    (tmp_path / "all.yaml").write_text(text, encoding="utf-8")
    answer = archive_of(tmp_path).ask("lamp", STRANGER)
    assert (answer.status, answer.offered) == (Status.SUGGESTED, ("a",))
    assert "Closest I have" in open_text(answer.reply)
    assert "Pick one" not in open_text(answer.reply)


def test_the_most_asked_question_is_answered(shipped_archive: Archive) -> None:
    for asked in ("Will there be a second season?", "is aouad coming back for another season"):
        answer = shipped_archive.ask(asked, STRANGER)
        assert answer.status is Status.ANSWERED, asked


# -- who somebody is


@pytest.mark.parametrize(
    "asked",
    ["who is Adaeze Lindqvane?", "tell me about Adaeze", "Ada Lindqvane", "Adaeze, who is she?",
     "who's Adaeze Lindqvane in The Keepers", "wer ist Adaeze"],
)  # fmt: skip
def test_an_actress_is_told_of_and_not_her_part(series: Archive, asked: str) -> None:
    answer = series.ask(asked, STRANGER)
    assert first(answer) in {"people/adaeze-lindqvane", "maren-actress"}
    assert "Adaeze Lindqvane" in open_text(answer.reply).splitlines()[0]
    assert "Maren Holt" in open_text(answer.reply)


@pytest.mark.parametrize("asked", ["who is Maren?", "Maren Holt", "the lighthouse keeper"])
def test_a_character_is_told_of_and_not_who_plays_her(series: Archive, asked: str) -> None:
    answer = series.ask(asked, STRANGER)
    assert first(answer) == "people/maren-holt"
    assert answer.told[0].text.startswith("Keeper of the light. Played by Adaeze Lindqvane.")


def test_a_role_is_somebody(series: Archive) -> None:
    answer = series.ask("tell me about the novelist", STRANGER)
    assert first(answer) == "people/hedda-thorsmoor"


@pytest.mark.parametrize("asked", ["who plays Maren?", "who is the actress of Maren?"])
def test_who_plays_somebody_stays_a_question(series: Archive, asked: str) -> None:
    assert first(series.ask(asked, STRANGER)) == "maren-actress"


@pytest.mark.parametrize("asked", ["who is jungkook", "tell me about the weather", "jungkook"])
def test_a_stranger_is_nobody_here(series: Archive, asked: str) -> None:
    assert not series.ask(asked, STRANGER).told


def test_a_profile_leads_to_facts_and_a_quote(series: Archive) -> None:
    answer = series.ask("who is Rurik Castellane", STRANGER)
    does = [action.does for action in answer.reply.actions]
    assert QuoteOf("rurik-castellane") in does
    assert ShowFact("birthday-rurik") in does
    assert [ShowFact(i) for i in answer.offered] == does[: len(answer.offered)]


def test_everybody_who_ships_has_a_profile(shipped_archive: Archive, shipped: Knowledge) -> None:
    people, facts = shipped.people, shipped.facts
    assert len(people) >= 90
    for person in people.values():
        for asked in (f"who is {person.name}", f"Tell me about {person.name}!", person.name):
            answer = shipped_archive.ask(asked, STRANGER)
            told = first(answer)
            assert told is not None, asked
            assert open_text(answer.reply).startswith(person.name), asked
            if not told.startswith("people/"):
                assert person.id in facts[told].people, asked
            else:
                assert told == f"people/{person.id}"
                assert not answer.reply.veiled


def test_a_curated_portrait_stands_in_the_profile(shipped_archive: Archive) -> None:
    for asked in ("who is nam-ra", "Choi Nam-ra", "tell me about namra"):
        answer = shipped_archive.ask(asked, STRANGER)
        assert first(answer) == "namra-who"
        assert answer.told[0].text in open_text(answer.reply)
        assert "Played by Cho Yi-hyun." in open_text(answer.reply)


def test_a_rated_portrait_is_veiled_beneath_an_open_profile(shipped_archive: Archive) -> None:
    answer = shipped_archive.ask("who is Eun-ji", STRANGER)
    assert first(answer) == "eunji-who"
    assert "Played by Oh Hye-soo." in open_text(answer.reply)
    assert answer.told[0].text not in open_text(answer.reply)
    assert answer.told[0].text in veiled_text(answer.reply)


def test_a_real_person_never_gets_a_characters_portrait(
    shipped_archive: Archive, shipped: Knowledge
) -> None:
    people = shipped.people
    for person in people.values():
        if person.kind is PersonKind.ACTOR and person.plays:
            answer = shipped_archive.ask(f"who is {person.name}", STRANGER)
            portrait = shipped_archive.ask(f"who is {people[person.plays].name}", STRANGER)
            assert first(answer) != first(portrait)


def test_of_a_shared_name_both_are_offered(shipped_archive: Archive) -> None:
    answer = shipped_archive.ask("who is min-jae", STRANGER)
    assert answer.status is Status.SUGGESTED
    assert answer.offered == ("people/jung-min-jae", "people/lee-min-jae")
    actor = shipped_archive.follow(ShowPerson("lee-min-jae"), STRANGER)
    assert actor is not None
    assert open_text(actor).startswith("Lee Min-jae")
    assert shipped_archive.follow(ShowPerson("gone"), STRANGER) is None


@pytest.mark.parametrize("asked", ["who is jungkook", "jungkook", "tell me about Jungkook"])
def test_a_stranger_is_not_told_of_as_somebody_of_a_similar_name(
    shipped_archive: Archive, asked: str
) -> None:
    answer = shipped_archive.ask(asked, STRANGER)
    assert not answer.told
    assert "Pick" not in open_text(answer.reply)


def test_a_slip_in_a_name_is_understood(shipped_archive: Archive) -> None:
    for asked in ("who is cho yihyum", "who is lee cheogn-san"):
        assert shipped_archive.ask(asked, STRANGER).told, asked


# -- what somebody said


@pytest.mark.parametrize(
    ("asked", "quote"),
    [
        ("What did Oriel say about the storm?", "quotes/oriel-tank"),
        ("did the director say anything about water?", "quotes/oriel-tank"),
        ("quote Rurik on ginger", "quotes/rurik-ginger"),
        ("Noor Vandemeer quotes", "quotes/noor-helicopter"),
        ("quotes of Quill", "quotes/quill-night"),
    ],
)
def test_words_that_are_asked_for(series: Archive, asked: str, quote: str) -> None:
    answer = series.ask(asked, STRANGER)
    assert first(answer) == quote
    assert answer.status is Status.ANSWERED


def test_words_come_with_their_kind_and_their_source(series: Archive) -> None:
    answer = series.ask("What did Noor say about her training?", STRANGER)
    assert "Their own words, translated" in open_text(answer.reply)
    assert "tidings.example.com/vandemeer" in open_text(answer.reply)
    assert answer.told[0].text == (
        "“They let me carry the bag. After a week they let me open it.” "
        "(Their own words, translated)"
    )


def test_rated_words_are_veiled(series: Archive) -> None:
    answer = series.ask("what did Rurik say about the lamp", STRANGER)
    assert first(answer) == "quotes/rurik-lamp"
    assert "table read" not in open_text(answer.reply)
    assert "table read" in veiled_text(answer.reply)


@pytest.mark.parametrize(
    "asked",
    ["What did Noor say about the helicopter insurance of the crew?", "what did Rurik say about "
     "money", "did Adaeze ever talk about the radio?"],
)  # fmt: skip
def test_nothing_beside_the_subject_is_quoted(series: Archive, asked: str) -> None:
    answer = series.ask(asked, STRANGER)
    assert not answer.told
    assert "I have no words of" in open_text(answer.reply)
    assert "“They" not in shown(answer)


def test_an_actor_is_not_quoted_with_the_lines_of_a_part(series: Archive) -> None:
    drawn = {first(series.ask("quotes by Rurik Castellane", STRANGER)) for _ in range(12)}
    assert drawn == {"quotes/rurik-ginger", "quotes/rurik-lamp"}


# -- two questions in one


def test_both_are_answered(series: Archive) -> None:
    answer = series.ask("Who plays Maren, and when was Adaeze Lindqvane born?", STRANGER)
    assert [told.id for told in answer.told] == ["maren-actress", "birthday-adaeze"]
    assert "plays Maren Holt" in open_text(answer.reply)
    assert "9 June 1994" in open_text(answer.reply)


def test_the_second_may_lean_on_the_only_person_of_the_first(series: Archive) -> None:
    answer = series.ask("Was Rurik Castellane seasick, and when is his birthday?", STRANGER)
    assert [told.id for told in answer.told] == ["rurik-seasick", "birthday-rurik"]
    answer = series.ask("Who plays Tavish? And was Rurik seasick?", STRANGER)
    assert [told.id for told in answer.told] == ["tavish-actor", "rurik-seasick"]


def test_it_is_said_which_was_answered(series: Archive) -> None:
    asked = "Is there a good recipe for ramen soup, and when was Adaeze Lindqvane born?"
    answer = series.ask(asked, STRANGER)
    assert [told.id for told in answer.told] == ["birthday-adaeze"]
    assert "when was Adaeze Lindqvane born?" in open_text(answer.reply)
    assert "other half" in open_text(answer.reply)


def test_two_names_are_one_question(series: Archive) -> None:
    answer = series.ask("who plays Maren and Tavish?", STRANGER)
    assert len(answer.told) < 2
