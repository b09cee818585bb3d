"""The one door: asking, quoting, following a button, and typing."""

from __future__ import annotations

import gc
import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from bot.archive import Archive, Completion
from bot.knowledge.layers import Layer
from bot.knowledge.ratings import Moment
from bot.library import Library
from bot.matching.decision import Status
from bot.reader import Reader
from bot.replies.model import Action, AnotherFact, AnotherQuote, Does, Heading, Reply, ShowFact
from bot.spoilers.horizon import NOTHING, Horizon
from tests.knowledges import folder_of
from tests.replies.reading import open_text, veiled_text

T = TypeVar("T")
CopyOf = Callable[[str], Path]

STRANGER = Reader(1, is_private=False, locale=None, horizon=NOTHING)
VIEWER = replace(STRANGER, horizon=Horizon(Moment(1, 7)))


def archive_of(folder: Path) -> Archive:
    return Archive(Library([Layer.of(folder)]), random.Random(3))


@pytest.fixture
def archive() -> Archive:
    return archive_of(folder_of("lees"))


def edit(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(before) == 1
    path.write_text(text.replace(before, after), encoding="utf-8")


def everything(reply: Reply | None) -> str:
    assert reply is not None
    return f"{open_text(reply)}\n{veiled_text(reply)}"


# -- asking


def test_what_was_said_leaves_nothing_that_goes_round_in_a_circle(archive: Archive) -> None:
    """A reload keeps the garbage collector away from such, and with it the old knowledge."""
    gc.collect()
    gc.disable()
    try:
        archive.say("name of the high school", STRANGER)
        archive.ask("who wrote hamlet", STRANGER)
        gc.set_debug(gc.DEBUG_SAVEALL)
        gc.collect()
        left = {type(one).__module__.partition(".")[0] for one in gc.garbage}
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
        gc.enable()
    assert "bot" not in left


def test_an_answer_comes_as_a_decision_and_as_a_reply(archive: Archive) -> None:
    answer = archive.ask("name of the high school", STRANGER)
    assert answer.decision.status is Status.ANSWERED
    assert answer.decision.fact is not None
    assert answer.decision.fact.id == "school"
    assert "Hyosan High School." in open_text(answer.reply)


def test_an_honest_no(archive: Archive) -> None:
    answer = archive.ask(" who wrote hamlet ", STRANGER)
    assert answer.decision.status is Status.UNKNOWN
    assert "Nothing I have a source for answers “who wrote hamlet”." in open_text(answer.reply)


def test_blank_is_a_question_like_any_other(archive: Archive) -> None:
    for blank in ("", "  \n"):
        assert archive.ask(blank, STRANGER).decision.status is Status.UNKNOWN


def test_the_value_of_a_completion_is_its_fact(archive: Archive) -> None:
    answer = archive.ask(" fact:kiss ", STRANGER)
    assert answer.decision.status is Status.ANSWERED
    assert "Seventeen." in veiled_text(answer.reply)


def test_an_id_that_is_gone_or_bare_is_a_question(archive: Archive) -> None:
    assert "fact:gone-for-good" in open_text(archive.ask("fact:gone-for-good", STRANGER).reply)
    assert archive.ask("kiss", STRANGER).decision.status is not Status.ANSWERED


def test_the_horizon_of_the_reader_decides_what_is_veiled(archive: Archive) -> None:
    question = "How many takes did the kiss need?"
    assert "Seventeen." in veiled_text(archive.ask(question, STRANGER).reply)
    shown = archive.ask(question, VIEWER).reply
    assert "Seventeen." in open_text(shown)
    assert shown.veiled == ()


def test_any_fact_lies_within_the_horizon(archive: Archive) -> None:
    for _ in range(20):
        shown = archive.any_fact(STRANGER)
        assert "Hyosan High School." in open_text(shown)
        assert shown.veiled == ()
        assert shown.actions == (Action("Another one", AnotherFact(), "🔁"),)
    told = {archive.any_fact(VIEWER).open[0] for _ in range(40)}
    assert len(told) == 2


def test_no_fact_to_tell_unasked(tmp_path: Path) -> None:
    text = "facts:\n  - {id: a, question: Who dies?, answer: He., spoiler: s1e3}\n"
    (tmp_path / "all.yaml").write_text(text, encoding="utf-8")
    shown = archive_of(tmp_path).any_fact(STRANGER)
    assert "no facts" in open_text(shown)
    assert "dies" not in everything(shown)


# -- quoting


def test_a_quote_comes_with_who_may_be_meant(archive: Archive) -> None:
    quoted = archive.quote("lee", None, STRANGER)
    assert set(quoted.named.people) == {"ann-lee", "ben-lee"}
    assert quoted.quote is not None
    assert quoted.quote.text in everything(quoted.reply)


def test_unasked_nothing_rated_is_quoted(archive: Archive) -> None:
    for _ in range(20):
        assert archive.quote(None, None, STRANGER).reply.veiled == ()
    told = {archive.quote(None, None, VIEWER).reply for _ in range(20)}
    assert len({reply.open for reply in told}) == 2


def test_a_rated_quote_that_was_asked_for_is_veiled(archive: Archive) -> None:
    replies = [archive.quote("Lee Ann", None, STRANGER).reply for _ in range(2)]
    (rated,) = [reply for reply in replies if reply.veiled]
    assert "I kissed him." in veiled_text(rated)
    assert "kissed" not in open_text(rated)


def test_each_scope_gets_no_repeats_of_its_own(archive: Archive) -> None:
    for scope in (1, 2):
        reader = replace(STRANGER, scope=scope)
        drawn = [archive.quote("Lee Ann", None, reader).quote for _ in range(4)]
        assert drawn[0] != drawn[1]
        assert drawn[0] == drawn[2]


class First:
    """Draws the first of everything."""

    def choice(self, seq: Sequence[T]) -> T:
        return seq[0]


def test_what_one_scope_was_shown_is_new_to_another() -> None:
    archive = Archive(Library([Layer.of(folder_of("lees"))]), First())
    first, second = (replace(STRANGER, scope=scope) for scope in (1, 2))
    shown = archive.quote("Lee Ann", None, first).quote
    assert shown == archive.quote("Lee Ann", None, second).quote
    assert shown != archive.quote("Lee Ann", None, first).quote


def test_whoever_names_somebody_asks_for_what_is_rated_too(copy_of: CopyOf) -> None:
    folder = copy_of("lees")
    edit(folder / "all.yaml", "text: I like rain.,", "text: I like rain., spoiler: s1e7,")
    archive = archive_of(folder)
    assert archive.quote(None, None, STRANGER).quote is None
    for who, about in (("Lee Ann", None), ("Lee Ann", "rain"), (None, "rain")):
        shown = archive.quote(who, about, STRANGER)
        assert shown.quote is not None
        assert shown.reply.veiled
    shown = archive.follow(AnotherQuote("ann-lee"), STRANGER)
    assert shown is not None
    assert shown.veiled


def test_a_blank_name_is_nobodys(archive: Archive) -> None:
    quoted = archive.quote("", None, STRANGER)
    assert (quoted.named.people, quoted.quote) == ((), None)


# -- following


def test_what_buttons_bring(archive: Archive) -> None:
    assert archive.follow(ShowFact("kiss"), STRANGER) == archive.ask("fact:kiss", STRANGER).reply
    assert "Hyosan" in everything(archive.follow(AnotherFact(), STRANGER))
    for does in (AnotherQuote(None), AnotherQuote("ann-lee"), AnotherQuote("ann-lee", "rain")):
        assert "Lee Ann" in everything(archive.follow(does, STRANGER))


class Unheard(Does):
    """Something that the archive knows nothing of."""


@pytest.mark.parametrize("does", [ShowFact("gone"), AnotherQuote("gone"), Unheard()])
def test_what_is_no_longer_known_brings_nothing(archive: Archive, does: Does) -> None:
    assert archive.follow(does, STRANGER) is None


# -- typing


def test_questions_complete_within_the_horizon(archive: Archive) -> None:
    beyond = Completion("How many takes did the kiss need?", "fact:kiss")
    assert archive.complete_question("kiss", STRANGER) == (beyond,)
    assert beyond not in archive.complete_question("", STRANGER)
    kiss = Completion("How many takes did the kiss need?", "fact:kiss")
    assert archive.complete_question("how many takes", VIEWER)[0] == kiss
    assert len(archive.complete_question("", VIEWER, limit=1)) == 1


def test_people_complete_by_name(archive: Archive) -> None:
    assert archive.complete_person("an", STRANGER) == (Completion("Lee Ann", "Lee Ann"),)
    assert archive.complete_person("ben", STRANGER) == ()


# -- looking after it


def test_a_reload_is_in_force_at_once(copy_of: CopyOf) -> None:
    folder = copy_of("lees")
    archive = archive_of(folder)
    assert archive.count() == (2, 2)
    edit(folder / "all.yaml", "Seventeen.", "Eighteen.")
    assert archive.reload().changes
    assert "Eighteen." in everything(archive.ask("fact:kiss", STRANGER).reply)


def test_why_a_question_is_decided_so(archive: Archive) -> None:
    question = "name of the high school"
    assert archive.explain(question).decision == archive.ask(question, STRANGER).decision


def test_replies_name_the_show(archive: Archive) -> None:
    kiss = archive.ask("fact:kiss", STRANGER).reply
    assert archive.show.title
    assert kiss.open == (Heading("Spoiler for S1E7: How many takes did the kiss need?"),)
