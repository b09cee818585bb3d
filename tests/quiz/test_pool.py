"""Which questions come, and with which answers: over many seeds, none that is unfair."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pytest

from bot.knowledge.ratings import Moment
from bot.knowledge.schema import Knowledge, PersonKind, QuoteKind
from bot.library import Library, Snapshot
from bot.quiz.judging import normal
from bot.quiz.options import OPTIONS
from bot.quiz.people import all_names
from bot.quiz.pool import ANYTHING, Pool, Wanted
from bot.quiz.questions import Question
from bot.quizmaster import QuizMaster
from bot.spoilers.giveaways import Giveaways
from bot.spoilers.horizon import EVERYTHING, NOTHING, Horizon
from tests.ratings import seen

HORIZONS = [NOTHING, seen("s1e4"), seen("s1e12"), seen("s2"), seen("s2", "webtoon"), EVERYTHING]
SEEDS = 12


def pool_of(snapshot: Snapshot, horizon: Horizon) -> Pool:
    return Pool(snapshot.knowledge, snapshot.matcher.names, horizon)


def all_questions(snapshot: Snapshot, horizon: Horizon, seed: int) -> Iterator[Question]:
    pool, rng = pool_of(snapshot, horizon), random.Random(seed)
    for question_id in pool.ids(ANYTHING):
        asked = pool.question(question_id, rng)
        if asked is not None:
            yield asked


@pytest.fixture(scope="module")
def drawn(shipped_snapshot: Snapshot) -> list[Question]:
    """Every question there is, with other wrong answers for each seed."""
    return [
        asked
        for seed in range(SEEDS)
        for asked in all_questions(shipped_snapshot, EVERYTHING, seed)
    ]


def test_there_are_enough_over_all_topics_and_difficulties(shipped: Knowledge) -> None:
    entries = {fact.id: fact.quiz for fact in shipped.facts.values() if fact.quiz}
    assert len(entries) >= 200
    levels = Counter(entry.difficulty for entry in entries.values())
    assert min(levels[1], levels[2], levels[3]) >= 40
    topics = Counter(shipped.facts[fact_id].topic for fact_id in entries)
    everywhere = Counter(fact.topic for fact in shipped.facts.values())
    for topic, number in everywhere.items():
        assert number < 15 or topics[topic] >= 3, topic


def test_every_entry_makes_a_question(drawn: list[Question], shipped: Knowledge) -> None:
    asked = {one.id for one in drawn}
    assert {fact.id for fact in shipped.facts.values() if fact.quiz} <= asked


def test_there_are_four_answers_and_no_two_are_alike(drawn: list[Question]) -> None:
    for one in drawn:
        assert len(one.options) == OPTIONS, one
        assert len(set(map(normal, one.options))) == OPTIONS, one


def test_no_wrong_answer_is_right_under_any_name(
    drawn: list[Question], shipped: Knowledge, shipped_snapshot: Snapshot
) -> None:
    names = shipped_snapshot.matcher.names
    for one in drawn:
        right = {normal(form) for form in (one.answer, *one.accept)}
        whose = names.look_up(one.answer)[:1]
        for place, option in enumerate(one.options):
            if place == one.right:
                continue
            assert normal(option) not in right, (one.id, option)
            if one.is_name:
                assert names.look_up(option)[:1] != whose, (one.id, option)


def test_no_key_of_the_fact_is_among_the_wrong_answers(
    drawn: list[Question], shipped: Knowledge
) -> None:
    for one in drawn:
        keys = shipped.facts[one.id].key if one.id in shipped.facts else ()
        for place, option in enumerate(one.options):
            if place != one.right:
                assert normal(option) not in map(normal, keys), (one.id, option)


@pytest.mark.parametrize("horizon", HORIZONS, ids=str)
def test_nothing_lies_beyond_the_horizon(
    shipped_snapshot: Snapshot, shipped: Knowledge, horizon: Horizon
) -> None:
    allowed = 0
    for one in all_questions(shipped_snapshot, horizon, 1):
        kind, _, entry_id = one.id.rpartition("/")
        entry = shipped.quotes[entry_id] if kind else shipped.facts[entry_id]
        assert horizon.allows(entry.spoiler), one.id
        allowed += 1
        for option in one.options:
            for person_id in shipped_snapshot.matcher.names.look_up(option)[:1]:
                season = shipped.people[person_id].season
                is_news = season is not None and not horizon.is_open
                assert not is_news or (
                    horizon.moment is not None and horizon.moment >= Moment(season or 1)
                ), (one.id, option)
    assert allowed >= 200


def test_what_is_not_rated_tells_nobodys_fate(
    shipped_snapshot: Snapshot, shipped: Knowledge
) -> None:
    giveaways = Giveaways(shipped)
    explained = {"tagline-ko", "yoo-film-forgotten"}  # a slogan, and the title of a film
    for one in all_questions(shipped_snapshot, NOTHING, 1):
        if one.id in shipped.facts and one.id not in explained:
            for text in (one.ask, *one.options):
                found = giveaways.find(text, giveaways.without_show(text), with_states=False)
                assert found is None, (one.id, text)


def test_the_place_of_the_right_answer_tells_nothing(drawn: list[Question]) -> None:
    """Chi-squared over all draws, for places and for the step from one question to the next."""
    places = [one.right for one in drawn]
    steps = [(b - a) % OPTIONS for a, b in pairwise(places)]
    for counted in (Counter(places), Counter(steps)):
        expected = sum(counted.values()) / OPTIONS
        chi = sum((counted[place] - expected) ** 2 / expected for place in range(OPTIONS))
        assert chi < 16.27  # one in a thousand, and the seeds are fixed
    by_id: dict[str, set[int]] = {}
    for one in drawn:
        by_id.setdefault(one.id, set()).add(one.right)
    assert sum(len(found) == 1 for found in by_id.values()) == 0


def test_the_order_of_the_entry_does_not_tell_the_right_one(drawn: list[Question]) -> None:
    """Neither by length: nobody does well who always takes the longest, or the shortest."""
    longest = shortest = 0
    for one in drawn:
        lengths = [len(option) for option in one.options]
        longest += lengths[one.right] == max(lengths) and lengths.count(max(lengths)) == 1
        shortest += lengths[one.right] == min(lengths) and lengths.count(min(lengths)) == 1
    assert longest < len(drawn) * 0.4
    assert shortest < len(drawn) * 0.4


def test_words_are_exact_sourced_and_told_apart(drawn: list[Question], shipped: Knowledge) -> None:
    quoted = [one for one in drawn if one.words]
    assert len({one.id for one in quoted}) > 100
    for one in quoted:
        assert one.words is not None
        quote = shipped.quotes[one.id.removeprefix("quotes/")]
        speaker = shipped.people[quote.speaker or ""]
        assert one.words.text == quote.text
        assert one.words.kind is not QuoteKind.PARAPHRASE
        assert one.sources
        assert one.answer == speaker.name
        people = {name: person for person in shipped.people.values() for name in (person.name,)}
        kinds = {people[option].kind is PersonKind.CHARACTER for option in one.options}
        assert kinds == {one.words.kind is QuoteKind.DIALOGUE}
        for name in all_names(speaker):
            assert f" {name} " not in f" {quote.text} "


def test_what_is_wanted_comes(shipped_snapshot: Snapshot, shipped: Knowledge) -> None:
    pool, rng = pool_of(shipped_snapshot, EVERYTHING), random.Random(3)
    for level in (1, 2, 3):
        for _ in range(20):
            found = pool.draw(Wanted(difficulty=level), (), (), rng)
            assert found is not None
            assert found.question.difficulty == level
    for topic in pool.topics():
        found = pool.draw(Wanted(topic=topic), (), (), rng)
        assert found is not None
        if not found.question.words:
            assert shipped.facts[found.question.id].topic == topic


def test_nothing_comes_again_until_all_has_come(shipped_library: Library) -> None:
    """As a server sees it: over a whole topic, and once more from the beginning."""
    master = QuizMaster(shipped_library, random.Random(4))
    wanted = Wanted(topic="kiss-scene", difficulty=1)
    used: set[str] = set()
    seen_ids: list[str] = []
    while True:
        found = master.draw(EVERYTHING, wanted, used)
        assert found is not None
        if found.again:
            break
        assert found.question.id not in used
        used.add(found.question.id)
        seen_ids.append(found.question.id)
    assert len(seen_ids) == len(set(seen_ids)) > 3
    assert set(found.again) == used
    assert master.draw(EVERYTHING, wanted, used, used) is None  # never twice in one game


def test_a_topic_is_found_by_its_name(shipped_library: Library) -> None:
    master = QuizMaster(shipped_library, random.Random(4))
    show = shipped_library.current.knowledge.show
    for topic in master.topics(EVERYTHING):
        assert master.find_topic(EVERYTHING, show.topic_name(topic)) == topic
        assert topic in master.topics(EVERYTHING, show.topic_name(topic)[:4])
    assert master.find_topic(EVERYTHING, "cooking") is None
