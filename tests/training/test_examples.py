"""What the ranking learns from."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pytest

from bot.knowledge.schema import Knowledge
from bot.matching.sentences import Encoder
from bot.training import examples
from bot.training.examples import (
    FOLDS,
    HALVES,
    Example,
    Labelled,
    of_fold,
    of_questions,
    of_questions_by_words,
)
from bot.training.questions import Answerable, Unanswerable
from tests.matching.encoders import TinyEncoder
from tests.matching.small import read_small


def tiny(known: Knowledge, asked: Iterable[Labelled]) -> Encoder:
    return TinyEncoder()


@pytest.fixture(scope="module")
def small() -> Knowledge:
    return read_small()


@pytest.fixture(scope="module")
def held_out(small: Knowledge) -> list[Example]:
    with pytest.MonkeyPatch.context() as patched:  # few would be drawn of so small a knowledge
        patched.setattr(examples, "LEFT_OUT_SHARE", 0.5)
        return [one for fold in range(FOLDS) for one in of_fold(small, (), tiny, fold)[0]]


def test_a_phrasing_is_held_out_once_or_asked_without_its_fact(
    small: Knowledge, held_out: list[Example]
) -> None:
    phrasings = sum(len(fact.phrasings) for fact in small.facts.values())
    kinds = [one.kind for one in held_out]
    assert set(kinds) == {"phrasing", "left out"}
    assert kinds.count("phrasing") <= phrasings


def test_a_fact_that_is_left_out_is_no_answer(held_out: list[Example]) -> None:
    assert not any(one.right.any() for one in held_out if one.kind == "left out")
    assert all(one.right.sum() <= 1 for one in held_out)
    assert any(one.right.any() for one in held_out)


def test_the_same_knowledge_gives_the_same_examples(small: Knowledge) -> None:
    (first, _), (second, _) = (of_fold(small, (), tiny, 0) for _ in range(2))
    for one, other in zip(first, second, strict=True):
        assert one.kind == other.kind
        assert np.array_equal(one.right, other.right)
        assert np.array_equal(one.comparison.features, other.comparison.features)


ASKED = (
    Answerable("how often did they film it", "casual", ("takes", "school")),
    Unanswerable("who directed episode 8", "near-miss"),
    Unanswerable("...", "off-topic"),
)


def test_labelled_questions_are_asked_of_all_that_is_known(small: Knowledge) -> None:
    halves = [of_questions(small, ASKED, tiny, half) for half in range(HALVES)]
    answerable, near_miss = (one for half in halves for one in half)  # dots have no candidates
    assert (answerable.kind, near_miss.kind) == ("answerable", "near-miss")
    assert answerable.right.any()
    assert not near_miss.right.any()


def test_labelled_questions_are_asked_where_their_facts_are_thin_or_gone(small: Knowledge) -> None:
    folds = [of_fold(small, ASKED, tiny, fold)[1] for fold in range(FOLDS)]
    kinds = {one.kind for thin in folds for one in thin}
    assert {"answerable", "near-miss"} <= kinds <= {"answerable", "near-miss", "left out"}
    assert sum(one.kind == "near-miss" for thin in folds for one in thin) == 1
    assert all(one.weight < 1 for thin in folds for one in thin)


def test_some_are_asked_without_the_encoder(small: Knowledge) -> None:
    asked = [Unanswerable(f"who directed episode {number}", "near-miss") for number in range(99)]
    found = of_questions_by_words(small, asked)
    assert 0 < len(found) < 50
    assert all(not one.comparison.feature("meaning_best").any() for one in found)
