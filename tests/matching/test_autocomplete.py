"""Autocomplete over all that ships: what is offered shows what was typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.knowledge.layers import Layer
from bot.knowledge.schema import Fact
from bot.library import load_snapshot
from bot.matching.matcher import Matcher

FACTS = Path(__file__).resolve().parents[2] / "facts"


@pytest.fixture(scope="module")
def shipped() -> Matcher:
    return load_snapshot([Layer.of(FACTS)]).matcher


def anything(_: Fact) -> bool:
    return True


def is_open(fact: Fact) -> bool:
    return not fact.spoiler


def shown(matcher: Matcher, typed: str) -> list[str]:
    """What somebody who has seen nothing is offered."""
    facts = matcher.complete(typed, allows=anything, openly=is_open)
    return [fact.question if is_open(fact) else fact.shown_as for fact in facts]


@pytest.mark.parametrize("typed", ["kiss", "who pl", "su-hyeok", "suhyeok", "web"])
def test_every_row_shows_what_was_typed(shipped: Matcher, typed: str) -> None:
    rows = shown(shipped, typed)
    assert rows
    words = typed.replace("-", "").split()
    for row in rows:
        assert all(word in row.casefold().replace("-", "") for word in words), row


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("takes", "Takes of the kiss scene"),
        ("how many takes", "Takes of the kiss scene"),
        ("kiss scene tak", "Takes of the kiss scene"),
        ("who plays on-jo", "Who plays Nam On-jo?"),
        ("Who plays Nam On", "Who plays Nam On-jo?"),
    ],
)
def test_what_shows_it_best_comes_first(shipped: Matcher, typed: str, first: str) -> None:
    assert shown(shipped, typed)[0] == first


@pytest.mark.parametrize("typed", ["cheongsan d", "cheong-san d", "Cheong San d"])
def test_an_unfinished_word_is_part_of_what_is_shown(shipped: Matcher, typed: str) -> None:
    first, *_ = shown(shipped, typed)
    assert "Cheong-san" in first
    assert " d" in first.casefold()


@pytest.mark.parametrize(
    ("typed", "word"),
    [("남라", "Nam-ra"), ("키스", "kiss"), ("オンジョ", "On-jo"), ("libary", "library")],
)
def test_other_languages_and_slips_find(shipped: Matcher, typed: str, word: str) -> None:
    assert any(word in row for row in shown(shipped, typed))


@pytest.mark.parametrize("typed", ["zzzqq", "how tall", "🧟"])
def test_what_fits_nothing_brings_nothing_of_the_plot(shipped: Matcher, typed: str) -> None:
    offered = shipped.complete(typed, allows=anything, openly=is_open)
    assert all(map(is_open, offered))


def test_few_that_fit_are_few(shipped: Matcher) -> None:
    assert 0 < len(shown(shipped, "takes")) <= 5


def test_what_is_rated_goes_by_its_label_and_comes_unasked_never(shipped: Matcher) -> None:
    rated = shipped.complete("kiss", allows=anything, openly=is_open)
    assert any(fact.spoiler for fact in rated)
    assert all(map(is_open, shipped.complete("", allows=anything, openly=is_open)))
    assert all(map(is_open, shipped.complete("kiss", allows=is_open)))
