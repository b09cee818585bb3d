"""Whole conversations on the shipped knowledge, through the archive."""

from __future__ import annotations

import itertools
import random
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.archive import Archive
from bot.library import Library
from bot.reader import Place, Reader
from bot.replies import wording
from bot.replies.model import AskAbout, Reply, ShowFact, Sources
from bot.spoilers.horizon import NOTHING
from tests.evaluation import REPORTS
from tests.replies.reading import open_text, veiled_text

HERE = Path(__file__).parent
WRITTEN: dict[str, Any] = yaml.safe_load((HERE / "dialogues.yaml").read_text(encoding="utf-8"))
LABELLED = [
    entry["q"]
    for path in REPORTS
    for group in ("answerable", "unanswerable")
    for entry in yaml.safe_load(path.read_text(encoding="utf-8"))[group]
]
MINA = Reader(1, is_private=False, locale=None, horizon=NOTHING, place=Place(1, 2))


@pytest.fixture
def library(shipped_library: Library) -> Library:
    return shipped_library


@pytest.fixture
def archive(library: Library) -> Archive:
    return Archive(library, random.Random(5))


def everything(reply: Reply) -> str:
    return f"{open_text(reply)}\n{veiled_text(reply)}"


class Expected:
    """What has to come of a line."""

    def __init__(self, library: Library) -> None:
        self._knowledge = library.current.knowledge

    def check(self, reply: Reply, expected: str) -> None:
        kind, _, rest = expected.partition(" ")
        ids = [one.strip() for one in rest.split(",") if one.strip()]
        does = [action.does for action in reply.actions]
        match kind:
            case "any":
                return
            case "says":
                assert rest in open_text(reply)
            case "offers":
                assert {ShowFact(fact_id) for fact_id in ids} <= set(does)
                answers = [self._knowledge.facts[i].answer in everything(reply) for i in ids]
                is_closest = "Closest I have:" in open_text(reply)  # one alone is shown as that
                assert all(answers) if is_closest else not any(answers)
            case "whom":
                assert [d.person_id for d in does if isinstance(d, AskAbout)] == ids
                said = wording.PICK_SOMEBODY if ids else wording.ASK_WITH_NAME
                assert open_text(reply).startswith(said)
            case "quote":
                self._check_quote(everything(reply), rest.removeprefix("of "))
            case "sources":
                self._check_sources(reply, rest.removeprefix("of "))
            case _ if kind.startswith("people/"):
                name = self._knowledge.people[kind.removeprefix("people/")].name
                assert open_text(reply).startswith(name)
            case _:
                assert self._knowledge.facts[kind].answer in everything(reply)

    def _check_quote(self, said: str, speaker: str) -> None:
        own = (q.text for q in self._knowledge.quotes.values() if q.speaker == speaker)
        assert any(text in said for text in own)

    def _check_sources(self, reply: Reply, fact_id: str) -> None:
        blocks = (*reply.open, *reply.veiled)
        shown = {s.url for block in blocks if isinstance(block, Sources) for s in block.sources}
        assert shown
        assert shown <= {source.url for source in self._knowledge.facts[fact_id].sources}


def _name(lines: list[dict[str, str]]) -> str:
    return " / ".join(text for line in lines for text in line)


@pytest.mark.parametrize("lines", WRITTEN["follow_ups"], ids=_name)
def test_follow_ups(library: Library, archive: Archive, lines: list[dict[str, str]]) -> None:
    expected = Expected(library)
    for line in lines:
        for text, comes in line.items():
            expected.check(archive.say(text, MINA).reply, comes)


@pytest.mark.parametrize("pair", WRITTEN["on_their_own"], ids=lambda pair: pair["say"])
def test_what_stands_on_its_own(library: Library, pair: dict[str, str]) -> None:
    alone, after = Archive(library, random.Random(5)), Archive(library, random.Random(5))
    after.say(pair["after"], MINA)
    assert after.say(pair["say"], MINA).reply == alone.say(pair["say"], MINA).reply


def test_there_are_as_many_as_were_asked_for() -> None:
    assert len(WRITTEN["follow_ups"]) >= 40
    assert len(WRITTEN["on_their_own"]) >= 30


def test_no_labelled_question_is_taken_for_a_follow_up(library: Library) -> None:
    alone, after = Archive(library, random.Random(5)), Archive(library, random.Random(5))
    cards = itertools.cycle(
        ("who plays Gwi-nam?", "is there a season 2?", "tell me about the kiss")
    )
    for card, question in zip(cards, LABELLED, strict=False):
        after.say(card, MINA)
        assert after.say(question, MINA).reply == alone.answer(question, MINA), question


@pytest.mark.parametrize("text", ["who is he", "how old is she", "and him?", "who is that?"])
def test_nobody_behind_a_veil_is_named(library: Library, text: str) -> None:
    """Whoever opens a fact unread may mean anybody in it, and is not helped to know whom."""
    archive = Archive(library, random.Random(5))
    for fact in library.current.knowledge.facts.values():
        if not MINA.horizon.allows(fact.spoiler):
            archive.follow(ShowFact(fact.id), MINA)
            said = archive.say(text, MINA).reply
            assert (said.actions, said.veiled) == ((), ())
            assert open_text(said) == wording.ASK_WITH_NAME, fact.id


@pytest.mark.parametrize("text", ["source?", "why?", "when?", "another one", "and in the webtoon?"])
def test_what_leads_on_from_what_is_veiled_gives_nothing_away(library: Library, text: str) -> None:
    archive = Archive(library, random.Random(5))
    for fact in library.current.knowledge.facts.values():
        if not MINA.horizon.allows(fact.spoiler):
            archive.follow(ShowFact(fact.id), MINA)
            said = open_text(archive.say(text, MINA).reply)
            assert fact.answer not in said
            assert fact.headed == fact.question or fact.question not in said
            is_asked = text == "source?"
            assert not is_asked or not any(source.url in said for source in fact.sources)


def test_overviews_of_every_topic_give_nothing_away(library: Library) -> None:
    facts = library.current.knowledge.facts
    for topic in sorted({fact.topic or "" for fact in facts.values()} - {""}):
        archive = Archive(library, random.Random(5))
        reply = archive.say(f"everything about {topic.replace('-', ' ')}", MINA).reply
        offered = [a for a in reply.actions if isinstance(a.does, ShowFact)]
        assert 1 <= len(offered) <= 5, topic
        for action in offered:
            assert isinstance(action.does, ShowFact)
            fact = facts[action.does.fact_id]
            is_open = MINA.horizon.allows(fact.spoiler)
            assert is_open or action.label in {fact.label, fact.title}
