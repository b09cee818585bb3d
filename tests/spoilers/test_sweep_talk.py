"""All that can be said to the bot, by readers of every kind: nothing seen tells what lies beyond.

Where `test_sweep` shows each entry, this asks, guesses, follows up and types, as people do. What
is read without a click must hold neither the answer nor the question of a fact beyond the
reader's horizon, nor, where such a fact is named or offered, its key or a word that tells a fate.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest

from bot.archive import Archive, Completion
from bot.knowledge.ratings import Moment
from bot.knowledge.schema import Fact, Knowledge
from bot.library import Library
from bot.matching.language.tokens import words
from bot.reader import Place, Reader
from bot.replies import wording
from bot.replies.model import Action, AnotherQuote, Heading, Reply, Reveal, ShowFact, ShowPerson
from bot.spoilers.giveaways import Giveaways
from bot.spoilers.horizon import NOTHING, Horizon
from tests.replies.reading import open_text
from tests.spoilers.test_sweep import lies_within

HORIZONS = [
    Horizon(moment, works)
    for moment in (None, Moment(1, 1), Moment(1, 4), Moment(1, 7), Moment(1, 12), Moment(2))
    for works in (frozenset[str](), frozenset({"webtoon"}))
]
FOLLOW_UPS = ("why?", "when was that?", "source?", "who is that?", "another one", "the first one")
FATES = (
    "what happens to {}", "does {} die", "is {} dead", "does {} survive", "how does {} end",
)  # fmt: skip
WIDE = (
    "who dies", "who survives", "how does it end", "what happens in the end", "who is the villain",
    "what happens in episode 7", "what happens in season 2", "tell me everything about the kiss",
    "everything about the webtoon", "how does the virus start", "who becomes a hambie",
)  # fmt: skip

every_horizon = pytest.mark.parametrize("horizon", HORIZONS, ids=str)


class Reading:
    """What somebody of a horizon sees of the archive, and must not see."""

    def __init__(self, archive: Archive, knowledge: Knowledge, horizon: Horizon) -> None:
        facts = knowledge.facts.values()
        self.archive = archive
        self.knowledge = knowledge
        self.horizon = horizon
        self.beyond = {f.id: f for f in facts if not lies_within(f.spoiler, horizon)}
        told = [
            (text, lies_within(rating, horizon))
            for f in facts
            for text, rating in (
                (f.question, f.spoiler),
                (f.answer, f.spoiler),
                *((part.text, f.spoiler | part.spoiler) for part in f.parts),
            )
        ]
        within = " ".join(text for text, is_open in told if is_open)
        self.secrets = [text for text, is_open in told if not is_open and text not in within]
        self._giveaways = Giveaways(knowledge)
        self._persons = 0

    def somebody(self, *, private: bool = False) -> Reader:
        """A new reader, of whom nobody knows what they spoke of before."""
        self._persons += 1
        place = Place(1, self._persons)
        return Reader(1, private, None, self.horizon, place, own=self.horizon)

    def check(self, reply: Reply, *, asked: str = "") -> None:
        """Fail for a reply that shows too much; what was `asked` is the asker's own doing."""
        shown = open_text(self._without_profiles(reply))
        seen = [text for text in self.secrets if text in shown and text != asked]
        assert not seen, (asked, seen, shown)
        for fact, named in self._named(reply):
            self.check_name(fact, named)

    def check_rows(self, rows: Iterable[Completion]) -> None:
        """Fail for a row that shows other words than its fact may be offered by."""
        for row in rows:
            fact = self.knowledge.facts[row.value.removeprefix("fact:")]
            if fact.id in self.beyond:
                assert row.text == fact.shown_as
                self.check_name(fact, row.text)
            else:
                assert row.text == fact.question

    def check_name(self, fact: Fact, named: str) -> None:
        """Fail for words that stand for a fact beyond the horizon, and give it away."""
        assert fact.question != named, fact.id
        plain = self._giveaways.without_show(named)
        assert not self._giveaways.find(named, plain, with_states=True), (fact.id, named)
        question = set(words(fact.question))
        telling = [key for key in fact.key if not set(words(key)) <= question]
        said = " ".join(words(named))
        assert not any(re.search(rf"\b{re.escape(' '.join(words(k)))}\b", said) for k in telling), (
            fact.id, named,
        )  # fmt: skip

    def _without_profiles(self, reply: Reply) -> Reply:
        """The reply without the buttons to profiles: their words hold no more than a name."""
        others: list[Action] = []
        for action in reply.actions:
            if isinstance(action.does, ShowPerson):
                person = self.knowledge.people[action.does.person_id]
                assert action.label == wording.who_is(person.name)
            else:
                others.append(action)
        return replace(reply, actions=tuple(others))

    def _named(self, reply: Reply) -> Iterator[tuple[Fact, str]]:
        """Facts beyond the horizon that a reply offers, or tells veiled, and what they go by."""
        for action in reply.actions:
            if isinstance(action.does, ShowFact) and action.does.fact_id in self.beyond:
                yield self.beyond[action.does.fact_id], action.label
        by_heading = {fact.headed: fact for fact in self.beyond.values()}
        for card in reply.cards:
            for block in card.open:
                if card.veiled and isinstance(block, Heading) and block.text in by_heading:
                    yield by_heading[block.text], block.text


@pytest.fixture(scope="module")
def archive(shipped_library: Library) -> Archive:
    return Archive(shipped_library, random.Random(11))


@pytest.fixture
def reading(archive: Archive, shipped: Knowledge, horizon: Horizon) -> Reading:
    return Reading(archive, shipped, horizon)


def sample(entries: list[Fact], horizon: Horizon, step: int) -> list[Fact]:
    """Every so-manieth of the facts, others for each horizon, so that together all have a turn."""
    return entries[HORIZONS.index(horizon) % step :: step]


@every_horizon
def test_each_fact_by_its_id_and_what_it_is_called(reading: Reading) -> None:
    for fact in reading.knowledge.facts.values():
        reply = reading.archive.follow(ShowFact(fact.id), reading.somebody())
        assert reply is not None
        reading.check(reply)
    for fact in reading.beyond.values():
        reading.check_name(fact, fact.shown_as)
        reading.check_name(fact, fact.headed)


@every_horizon
def test_each_fact_by_asking_for_it_and_going_on(reading: Reading) -> None:
    facts = list(reading.knowledge.facts.values())
    for number, fact in enumerate(sample(facts, reading.horizon, 12)):
        somebody = reading.somebody(private=number % 2 == 0)
        asked = fact.phrasings[number % len(fact.phrasings)]
        reading.check(reading.archive.say(asked, somebody).reply, asked=asked)
        for follow_up in FOLLOW_UPS:
            reading.check(reading.archive.say(follow_up, somebody).reply, asked=asked)


@every_horizon
def test_guesses_at_fates_and_wide_questions(reading: Reading) -> None:
    people = list(reading.knowledge.people.values())
    offset = HORIZONS.index(reading.horizon)
    guesses = [
        FATES[(offset + number) % len(FATES)].format(person.name)
        for number, person in enumerate(people[offset % 3 :: 3])
    ]
    for asked in (*WIDE, *guesses):
        reading.check(reading.archive.say(asked, reading.somebody()).reply, asked=asked)


@every_horizon
def test_whole_topics(reading: Reading) -> None:
    topics = {fact.topic for fact in reading.knowledge.facts.values() if fact.topic}
    for topic in sorted(topics):
        asked = f"tell me everything about {topic.replace('-', ' ')}"
        reading.check(reading.archive.say(asked, reading.somebody()).reply, asked=asked)


@every_horizon
def test_profiles_and_quotes(reading: Reading) -> None:
    for person in reading.knowledge.people.values():
        for does in (ShowPerson(person.id), AnotherQuote(person.id)):
            reply = reading.archive.follow(does, reading.somebody())
            assert reply is not None
            reading.check(reply)


@every_horizon
def test_rows_while_somebody_types(reading: Reading) -> None:
    typed = {" ".join(words(fact.question)[:2]) for fact in reading.beyond.values()}
    for begun in sorted(typed)[HORIZONS.index(reading.horizon) % 2 :: 2]:
        reading.check_rows(reading.archive.complete_question(begun, reading.somebody()))


@every_horizon
def test_what_nobody_asked_for(reading: Reading) -> None:
    for _ in range(30):
        for reply in (
            reading.archive.any_fact(reading.somebody()),
            reading.archive.quote(None, None, reading.somebody()).reply,
        ):
            assert not reply.hides
            reading.check(reply)


@every_horizon
def test_who_is_asked_whether_they_are_sure_learns_nothing_before(reading: Reading) -> None:
    for fact in reading.beyond.values():
        reply = reading.archive.follow(Reveal((fact.id,)), reading.somebody(private=True))
        assert reply is not None
        assert not reply.hides
        reading.check(reply)
        assert fact.headed not in open_text(reply)


def test_the_sweep_would_notice(archive: Archive, shipped: Knowledge) -> None:
    """It fails for a reply of somebody who knows all, shown to somebody who knows nothing."""
    knows = Reader(1, is_private=True, locale=None, horizon=Horizon(is_open=True))
    reply = archive.follow(ShowFact("kiss-takes"), knows)
    assert reply is not None
    with pytest.raises(AssertionError):
        Reading(archive, shipped, NOTHING).check(reply)
