"""Topics and surprises: what is offered, what is meant, and what comes more often."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest

from bot.archive import Archive, Completion
from bot.knowledge.layers import Layer
from bot.library import Library
from bot.quotes import Seen
from bot.reader import Reader
from bot.replies.model import Note
from bot.spoilers.horizon import EVERYTHING, NOTHING

FACTS = Path(__file__).resolve().parents[1] / "facts"
STRANGER = Reader(1, is_private=False, locale=None, horizon=NOTHING)
ALL_SEEN = Reader(2, is_private=False, locale=None, horizon=EVERYTHING)

FILE = """
show:
  title: The Lighthouse
  topics:
    making: {name: Making of, weight: 9}
    figures: {name: Facts and figures, weight: 0}
    end: {name: How it ends}
facts:
  - {id: lamp, question: Who built the lamp?, answer: A smith., topic: making}
  - {id: cost, question: What did it cost?, answer: Much., topic: figures}
  - {id: keeper, question: Who is the keeper?, answer: Maren., topic: story}
  - {id: fog, question: What is the fog?, answer: Smoke., topic: making, weight: 0}
  - {id: last, question: Who lights it last?, answer: Ilse., topic: end, spoiler: s1e6}
"""


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    (tmp_path / "all.yaml").write_text(FILE, encoding="utf-8")
    return Archive(Library([Layer.of(tmp_path)]), random.Random(1))


@pytest.fixture(scope="module")
def shipped() -> Archive:
    return Archive(Library([Layer.of(FACTS)]), random.Random(1))


def asked(archive: Archive, reader: Reader, topic: str | None = None) -> str:
    """The question of a surprise."""
    first, *_ = archive.any_fact(reader, topic).open
    assert isinstance(first, Note)
    return first.text


def test_topics_complete_by_name_as_far_as_the_reader_is(archive: Archive) -> None:
    making = Completion("Making of", "making")
    figures = Completion("Facts and figures", "figures")
    assert archive.complete_fact_topic("", STRANGER) == (making, figures)
    assert archive.complete_fact_topic("fig", STRANGER) == (figures,)
    assert archive.complete_fact_topic("ends", STRANGER) == ()
    assert archive.complete_fact_topic("ends", ALL_SEEN) == (Completion("How it ends", "end"),)


def test_a_topic_is_meant_by_its_id_or_its_name(archive: Archive) -> None:
    for topic in ("figures", "Facts and Figures"):
        assert asked(archive, STRANGER, topic) == "What did it cost?"


def test_what_is_no_topic_or_tells_too_much_is_a_question(archive: Archive) -> None:
    assert asked(archive, STRANGER, "who is the keeper?") == "Who is the keeper?"
    for _ in range(9):
        assert "Ilse" not in str(archive.any_fact(STRANGER, "end").open)


def test_surprises_come_by_weight_and_not_twice(archive: Archive) -> None:
    drawn = [asked(archive, Reader(scope, False, None, NOTHING)) for scope in range(10, 210)]
    counted = Counter(drawn)
    assert set(counted) == {"Who built the lamp?", "Who is the keeper?"}
    assert counted["Who built the lamp?"] > 140
    in_a_row = [asked(archive, STRANGER) for _ in range(4)]
    assert len(set(in_a_row)) == 4  # then also what comes only if nothing else is left


def test_of_none_with_any_weight_each_may_come() -> None:
    rng, drawn = random.Random(1), set[str]()
    archive_facts = Library([Layer.of(FACTS)]).current.knowledge.facts
    facts = list(archive_facts.values())[:3]
    for scope in range(40):
        fact = Seen().draw(facts, scope, rng, lambda _: 0)
        assert fact is not None
        drawn.add(fact.id)
    assert drawn == {fact.id for fact in facts}


def test_shipped_topics_have_names_and_tell_nothing(shipped: Archive) -> None:
    offered = [
        *shipped.complete_fact_topic("", STRANGER),
        *shipped.complete_quote_topic("", STRANGER),
    ]
    assert len(offered) > 20
    names = {row.text for row in offered}
    assert {"Making of", "Funny moments"} <= names
    assert not names & {"Halfbies", "Cheong san", "Gwi nam", "Na yeon", "The kiss scene"}


def test_a_shipped_surprise_is_seldom_a_figure(shipped: Archive) -> None:
    knowledge = Library([Layer.of(FACTS)]).current.knowledge
    by_question = {fact.question: fact for fact in knowledge.facts.values()}
    drawn = [
        by_question[asked(shipped, Reader(scope, False, None, NOTHING))]
        for scope in range(1000, 1300)
    ]
    assert not any(fact.id.endswith(("-agency", "-instagram", "-birth")) for fact in drawn)
    topics = Counter(fact.topic for fact in drawn)
    assert topics["production"] > 3 * topics["reception"]


def test_every_example_of_the_help_is_real(shipped: Archive) -> None:
    examples = shipped.show.bot.examples
    assert len(examples.questions) == len(examples.quotes) == 3
    for question in examples.questions:
        assert shipped.ask(question, STRANGER).told
    for typed in examples.quotes:
        who, _, about = typed.partition(" about ")
        found = shipped.quote(who, about or None, STRANGER)
        assert found.quote is not None
        assert "nothing" not in str(found.reply.open)
