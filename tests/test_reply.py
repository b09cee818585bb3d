"""Replies as plain data: what is open, what is veiled, what can be done next."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import answers, reply
from bot.knowledge.layers import Layer
from bot.knowledge.problems import Place, Problem
from bot.knowledge.ratings import UNRATED, Rating
from bot.knowledge.reader import read_files
from bot.knowledge.schema import Fact, Knowledge, Source
from bot.library import Changes, Snapshot, compare, load_snapshot
from bot.matching.matcher import Decision, Status
from bot.quotes import SeenQuotes
from bot.reply import Action, AnotherFact, AnotherQuote, Line, Reply, ShowFact
from tests.ratings import RATINGS, rated

SOURCE = Source(title="Who wins", url="https://example.org/who-wins")
PLAIN = Fact(id="school", question="Which school is it?", answer="Hyosan.", sources=(SOURCE,))
SPOILED = Fact(id="kiss", question="Who kisses whom?", answer="She kisses him.",
               spoiler=rated("s1e7"), sources=(SOURCE,))  # fmt: skip
TITLED = Fact(id="end", question="Why does he die at the end?", answer="He saves her.",
              title="How his story goes on", spoiler=rated("s1e12"), sources=(SOURCE,),
              as_of=dt.date(2022, 1, 8))  # fmt: skip
DATED = Fact(id="ahead", question="When is season 2 out?", answer="In 2026.",
             as_of=dt.date(2025, 7, 23))  # fmt: skip

FILE = """
facts:
  - {id: school, question: What is the name of the high school?, answer: Hyosan High School.}
  - {id: kiss, question: How many takes did the kiss need?, answer: Seventeen., spoiler: s1e7}
people:
  - {id: ann-lee, name: Ann Lee, kind: actor}
quotes:
  - {id: ann-own, speaker: ann-lee, kind: verbatim, text: I like rain.,
     sources: [{title: t, url: "https://example.org/a"}]}
"""


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    folder = tmp_path_factory.mktemp("facts")
    (folder / "all.yaml").write_text(FILE, encoding="utf-8")
    return load_snapshot([Layer.of(folder)])


def text(lines: tuple[Line, ...]) -> str:
    return "\n".join(line.text for line in lines)


# -- a fact


def test_a_fact_without_spoiler_is_all_open() -> None:
    shown = reply.answer(PLAIN)
    assert shown.open_lines == shown.lines
    assert shown.veiled_lines == ()
    assert shown.lines == (Line("Which school is it?", "heading"), Line("Hyosan."))
    assert shown.sources == (SOURCE,)
    assert (shown.spoiler, shown.actions) == (UNRATED, ())


def test_a_spoilered_answer_is_veiled_behind_its_episode() -> None:
    shown = reply.answer(SPOILED)
    assert shown.spoiler == rated("s1e7")
    assert text(shown.open_lines) == "Who kisses whom?\nSpoiler for season 1, episode 7:"
    assert text(shown.veiled_lines) == "She kisses him."


def test_a_title_stands_for_a_question_that_tells_too_much() -> None:
    shown = reply.answer(TITLED)
    assert text(shown.open_lines) == "How his story goes on\nSpoiler for season 1, episode 12:"
    assert text(shown.veiled_lines).splitlines() == [
        "Why does he die at the end?", "He saves her.", "As of 8 January 2022.",
    ]  # fmt: skip


def test_a_title_without_spoiler_leaves_the_question() -> None:
    fact = PLAIN.model_copy(update={"title": "The school"})
    assert reply.answer(fact).lines[0] == Line("Which school is it?", "heading")


def test_season_two_is_named() -> None:
    shown = reply.answer(SPOILED.model_copy(update={"spoiler": rated("s2")}))
    assert "Spoiler for season 2:" in text(shown.open_lines)


def test_when_it_was_true_is_said() -> None:
    assert reply.answer(DATED).lines[-1] == Line("As of 23 July 2025.", "small")
    assert "As of" not in text(reply.answer(PLAIN).lines)


def test_a_random_fact_brings_another() -> None:
    assert reply.answer(PLAIN, is_random=True).actions == (Action("Another one", AnotherFact()),)


@given(
    RATINGS,
    st.none() | st.just("A label"),
    st.none() | st.dates(dt.date(1990, 1, 1), dt.date(2030, 1, 1)),
)
def test_nothing_of_a_spoilered_fact_is_open_but_its_label(
    spoiler: Rating, title: str | None, as_of: dt.date | None
) -> None:
    fact = SPOILED.model_copy(update={"spoiler": spoiler, "title": title, "as_of": as_of})
    shown = reply.answer(fact)
    assert shown.open_lines + shown.veiled_lines == shown.lines
    assert shown.spoiler == spoiler
    assert (fact.answer in text(shown.open_lines)) == (not spoiler)
    assert (fact.question in text(shown.open_lines)) == (not spoiler or title is None)
    assert fact.question in text(shown.lines)


# -- did you mean


def test_suggestions_go_by_labels_that_tell_nothing() -> None:
    shown = reply.suggestions([PLAIN, TITLED, SPOILED])
    assert shown.actions == (
        Action("Which school is it?", ShowFact("school")),
        Action("How his story goes on", ShowFact("end")),
        Action("Who kisses whom?", ShowFact("kiss")),
    )
    assert not shown.spoiler
    assert "die" not in text(shown.lines)


def test_decisions_become_replies() -> None:
    told = answers.found("q", Decision(Status.ANSWERED, PLAIN, score=1.0))
    assert told == reply.answer(PLAIN)
    offered = answers.found("q", Decision(Status.SUGGESTED, None, (PLAIN,), 0.3))
    assert offered == reply.suggestions([PLAIN])
    assert answers.found("why?", Decision(Status.UNKNOWN)) == reply.nothing_known("why?")


def test_not_knowing_is_said_with_what_was_asked() -> None:
    shown = reply.nothing_known("who wrote hamlet")
    assert "don't know" in shown.lines[0].text
    assert "“who wrote hamlet”" in text(shown.lines)
    assert (shown.actions, shown.sources, shown.spoiler) == ((), (), UNRATED)


@given(st.text(max_size=5000))
def test_what_was_typed_is_cut_when_shown_again(typed: str) -> None:
    shown = text(reply.nothing_known(typed).lines)
    assert len(shown) < 400
    assert typed[:199] in shown
    assert (typed in shown) == (len(typed) <= 200)


# -- a reply itself


@given(st.integers(0, 5), RATINGS, st.integers(0, 7))
def test_open_and_veiled_make_the_whole(count: int, spoiler: Rating, veiled_from: int) -> None:
    shown = Reply(tuple(Line(str(n)) for n in range(count)), spoiler, veiled_from)
    assert shown.open_lines + shown.veiled_lines == shown.lines
    assert bool(spoiler) or shown.veiled_lines == ()


# -- what /trivia says


def test_trivia_answers(snapshot: Snapshot) -> None:
    assert "Hyosan" in text(answers.trivia(snapshot, "name of the high school").lines)
    assert "don't know" in text(answers.trivia(snapshot, "who wrote hamlet").lines)


def test_trivia_by_an_id_from_autocomplete(snapshot: Snapshot) -> None:
    assert answers.trivia(snapshot, "fact:kiss") == reply.answer(snapshot.knowledge.facts["kiss"])
    assert answers.trivia(snapshot, " fact:school ").lines[-1].text == "Hyosan High School."


def test_an_id_that_is_gone_is_searched_for(snapshot: Snapshot) -> None:
    assert "fact:gone-for-good" in text(answers.trivia(snapshot, "fact:gone-for-good").lines)


def test_a_bare_id_is_a_question(snapshot: Snapshot) -> None:
    shown = answers.trivia(snapshot, "kiss")
    assert "Seventeen" not in text(shown.open_lines)


@pytest.mark.parametrize("question", [None, "", "  \n"])
def test_trivia_unasked_gives_nothing_away(snapshot: Snapshot, question: str | None) -> None:
    for seed in range(20):
        shown = answers.trivia(snapshot, question, random.Random(seed))
        assert not shown.spoiler
        assert "Hyosan High School." in text(shown.lines)
        assert shown.actions == (Action("Another one", AnotherFact()),)


def test_no_fact_to_tell_unasked(tmp_path: Path) -> None:
    content = "facts:\n  - {id: a, question: Who dies?, answer: He., spoiler: s1e3}\n"
    (tmp_path / "a.yaml").write_text(content, encoding="utf-8")
    shown = answers.random_fact(load_snapshot([Layer.of(tmp_path)]))
    assert "no facts" in text(shown.lines)
    assert "dies" not in text(shown.lines)


def test_what_buttons_bring(snapshot: Snapshot) -> None:
    seen = SeenQuotes()

    def follow(does: reply.Does) -> Reply | None:
        return answers.follow(snapshot, does, seen=seen, place=1)

    assert follow(ShowFact("kiss")) == reply.answer(snapshot.knowledge.facts["kiss"])
    assert follow(ShowFact("gone")) is None
    assert follow(AnotherQuote("gone")) is None
    for does in (AnotherFact(), AnotherQuote(None), AnotherQuote("ann-lee"),
                 AnotherQuote("ann-lee", "rain")):  # fmt: skip
        shown = follow(does)
        assert shown is not None
        assert shown.lines


# -- a reload


def problems(count: int) -> tuple[Problem, ...]:
    return tuple(Problem(Place("facts/a.yaml", n, 3), f"wrong {n}; mend it") for n in range(count))


def test_a_reload_tells_numbers_and_names() -> None:
    changes = Changes(("facts/a", "facts/b"), ("quotes/c",), ())
    shown = text(reply.reload_done(changes, ()).lines)
    assert "Added 2: facts/a, facts/b" in shown
    assert "Changed 1: quotes/c" in shown
    assert "Removed" not in shown
    assert "warning" not in shown


def test_a_long_list_is_cut_and_counted() -> None:
    changes = Changes((), (), tuple(f"facts/f{n}" for n in range(23)))
    shown = text(reply.reload_done(changes, ()).lines)
    assert "Removed 23: facts/f0" in shown
    assert "facts/f9 and 13 more" in shown
    assert "facts/f10" not in shown


def test_a_reload_that_changes_nothing_says_so() -> None:
    shown = text(reply.reload_done(Changes((), (), ()), problems(3)).lines)
    assert "nothing has changed" in shown
    assert "3 warnings" in shown


def test_one_warning_is_singular() -> None:
    assert "1 warnings" not in text(reply.reload_done(Changes((), (), ()), problems(1)).lines)


@pytest.mark.parametrize(("count", "head"), [(1, "1 problem"), (2, "2 problems"),
                                             (25, "25 problems")])  # fmt: skip
def test_a_refused_reload_shows_the_first_ten_with_their_places(count: int, head: str) -> None:
    shown = reply.reload_failed(problems(count))
    assert shown.lines[0].text == f"Nothing was changed: {head}"
    assert "stays in force" in shown.lines[1].text
    listed = [line.text for line in shown.lines if "facts/a.yaml:" in line.text]
    assert len(listed) == min(count, 10)
    assert listed[0].startswith("facts/a.yaml:0:3: wrong 0")


def read(content: str) -> Knowledge:
    knowledge = read_files([("a.yaml", content.encode())]).knowledge
    assert knowledge is not None
    return knowledge


def test_what_a_reload_changed() -> None:
    fact = "  - {{id: {}, question: {}?, answer: {}}}\n".format
    before = read("facts:\n" + fact("a", "A", "x") + fact("b", "B", "x"))
    after = read("facts:\n" + fact("a", "A", "y") + fact("c", "C", "x"))
    changes = compare(before, after)
    assert changes == Changes(("facts/c",), ("facts/a",), ("facts/b",))
    assert not compare(before, before)


@pytest.mark.parametrize("groups", ["synonyms: [[a, b]]", "contrasts: [[[a], [b]]]"])
def test_changed_words_are_a_change(groups: str) -> None:
    fact = "facts:\n  - {id: a, question: A?, answer: x}\n"
    assert compare(read(fact), read(f"{fact}{groups}\n"))
