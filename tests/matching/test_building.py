"""A matcher is built once, the same from the same knowledge: in any order, process and thread."""

from __future__ import annotations

import multiprocessing
import pickle
import random
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import FrozenInstanceError, replace
from typing import Any

import pytest
import snowballstemmer
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.knowledge.schema import Fact, Knowledge
from bot.matching.features import FEATURES, INPUTS, MATCH_FEATURES, TERM_FEATURES, Feature
from bot.matching.language.lexicon import Lexicon
from bot.matching.language.tokens import stem
from bot.matching.matcher import Matcher
from bot.training.questions import read_questions
from tests.evaluation import REPORT
from tests.matching.handed_over import built
from tests.matching.small import knowledge_of, read_small

SMALL = read_small()
MATCHER = Matcher.build(SMALL)
ASKED = [
    *(phrasing for fact in SMALL.facts.values() for phrasing in fact.phrasings),
    "how meny takes did teh kiss ned",
    "4화",
    "park ji-hu",
    "kiss",
    "where was the canteen scene filmed",
    "who wrote hamlet",
]


@pytest.fixture(scope="module")
def questions() -> list[str]:
    labelled = read_questions(REPORT)
    return [one.text for one in (*labelled.answerable, *labelled.unanswerable)]


def shuffled(knowledge: Knowledge, seed: int) -> Knowledge:
    facts = list(knowledge.facts.values())
    random.Random(seed).shuffle(facts)
    return knowledge.model_copy(update={"facts": {fact.id: fact for fact in facts}})


# -- order


def test_the_order_of_the_facts_does_not_matter(
    shipped: Knowledge, shipped_matcher: Matcher, questions: list[str]
) -> None:
    """Decisions and scores to the last digit: no word was judged before all were known."""
    other = Matcher.build(shuffled(shipped, seed=7))
    for question in questions:
        assert other.decide(question) == shipped_matcher.decide(question), question


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 10_000))
def test_any_order_gives_the_same_probabilities(seed: int) -> None:
    other = Matcher.build(shuffled(SMALL, seed))
    for question in ASKED:
        assert other.explain(question) == MATCHER.explain(question), question


def test_a_tie_goes_to_the_lesser_id() -> None:
    facts = [Fact(id=one, question="Who sings?", answer="Nobody.") for one in ("b", "c", "a")]
    for question in ("who sings", "WHO SINGS??", "hey who sings"):
        decision = Matcher.build(knowledge_of(facts)).decide(question)
        told = decision.fact or decision.suggestions[0]
        assert told.id == "a", question


# -- processes


@pytest.mark.parametrize("warm", [False, True])
def test_a_matcher_built_in_another_process_decides_the_same(warm: bool) -> None:
    """Exact phrasings included, though another process hashes strings another way."""
    spawning = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=spawning) as pool:
        handed_over: Matcher = pickle.loads(pool.submit(built, SMALL, warm=warm).result())
    for question in ASKED:
        here, there = MATCHER.decide(question), handed_over.decide(question)
        assert there == here, question
    for fact in SMALL.facts.values():
        assert handed_over.decide(fact.question).score == 1.0
    assert handed_over.complete("", allows=lambda _: True)
    assert handed_over.names.look_up("namra") == ("choi-nam-ra",)


def test_a_pickled_matcher_does_not_carry_the_word_vectors() -> None:
    assert len(pickle.dumps(Matcher.build(SMALL))) < 1_000_000


def test_a_built_matcher_is_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        MATCHER.names = replace(MATCHER.names)  # type: ignore[misc]


# -- threads


def test_words_are_stemmed_the_same_in_many_threads_at_once() -> None:
    """Snowball's stemmer keeps its word in itself: shared, it mixes up two threads' words."""
    stems = snowballstemmer.stemmer("english")
    syllables = "ber con dis ing ly ment nation re sist ti ver".split()
    rng = random.Random(3)
    typed = ["".join(rng.choices(syllables, k=4)) + "ings" for _ in range(4000)]
    expected = [stems.stemWord(word) for word in typed]
    stem.cache_clear()
    with ThreadPoolExecutor(8) as pool:
        parts = list(pool.map(lambda _: [stem.__wrapped__(word) for word in typed], range(8)))
    assert all(part == expected for part in parts)


def test_many_threads_decide_the_same_at_once() -> None:
    expected = [MATCHER.decide(question) for question in ASKED]
    fresh = Matcher.build(SMALL)
    with ThreadPoolExecutor(8) as pool:
        asked = list(pool.map(lambda _: [fresh.decide(q) for q in ASKED], range(8)))
    assert all(decisions == expected for decisions in asked)


# -- features


def test_every_feature_is_declared_once() -> None:
    assert len(INPUTS) == len(FEATURES) + len(MATCH_FEATURES) + len(TERM_FEATURES)
    assert len(set(INPUTS)) == len(INPUTS)
    assert all(one.meaning for one in (*FEATURES, *MATCH_FEATURES, *TERM_FEATURES))


def within(feature: Feature[Any], least: float, most: float) -> bool:
    low, high = feature.range
    return low - 1e-3 <= least <= most <= high + 1e-3


def test_every_feature_keeps_its_range(shipped_matcher: Matcher, questions: list[str]) -> None:
    for question in questions[::3]:
        compared = shipped_matcher.compared(question)
        if compared is None:
            continue
        _, table = compared
        for feature in FEATURES:
            values = table.feature(feature.name)
            assert within(feature, values.min(), values.max()), (question, feature.name)
        for feature in MATCH_FEATURES:
            values = table.match(feature.name)
            assert within(feature, values.min(), values.max()), (question, feature.name)
        for column, feature in enumerate(TERM_FEATURES):
            values = table.terms[:, column]
            assert within(feature, values.min(), values.max()), (question, feature.name)


# -- the lexicon of the knowledge


LEXICON = {"물고기": ("fish",), "낚시": ("fishing", "rod"), "catches": ("haul",)}


@pytest.mark.parametrize(
    ("word", "english"),
    [
        ("물고기", ("fish",)),
        ("물고기들은", ("fish",)),
        ("낚시", ("fishing", "rod")),
        ("catches", ("haul",)),
        ("catchesx", ()),
        ("생일", ("birthday",)),
        ("없는말", ()),
    ],
)
def test_the_lexicon_adds_to_general_korean(word: str, english: tuple[str, ...]) -> None:
    assert Lexicon.build(LEXICON).english(word) == english


def test_a_longer_entry_of_the_lexicon_goes_before_general_korean() -> None:
    assert Lexicon.build({"생일선물": ("gift",)}).english("생일선물은") == ("gift",)


def test_a_question_in_words_of_the_lexicon_finds_its_fact() -> None:
    facts = [
        Fact(id="rod", question="Who owns the fishing rod?", answer="The captain."),
        Fact(id="haul", question="How large was the haul of the boat?", answer="Nine tonnes."),
    ]
    knowledge = knowledge_of(facts).model_copy(update={"lexicon": LEXICON})
    matcher = Matcher.build(knowledge)
    for question, fact in (("낚시는 누구", "rod"), ("how large were the catches", "haul")):
        decision = matcher.decide(question)
        assert (decision.fact or decision.suggestions[0]).id == fact
