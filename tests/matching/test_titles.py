"""The show's title tells nothing in a question: the same without it comes out the same."""

from __future__ import annotations

import pytest

from bot.knowledge.show import Show
from bot.matching.matcher import Matcher
from bot.matching.titles import Titles
from tests.matching.small import read_small

TITLES = Titles.of(["The Long Night", "TLN", "Night, Long", "긴 밤", "長い夜"])


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Will there be a season 2 of “The Long Night”?", "Will there be a season 2 ?"),
        ("TLN season 2 release date", "season 2 release date"),
        ("THE LONG NIGHT's ending", "ending"),
        ("how many episodes are there in the series the long night", "how many episodes are there"),
        ("what is TLN about", "what is it about"),
        ("긴 밤에서 누가 죽어", "누가 죽어"),
        ("長い夜の続編はいつ", "の続編はいつ"),
        ("what is a long-nighter", "what is a long-nighter"),
        ("TLN", "TLN"),
        ("the night was long", "the night was long"),
    ],
)
def test_every_name_of_the_show_is_taken_out(text: str, left: str) -> None:
    assert " ".join(TITLES.without(text).split()) == left


def test_a_misspelt_name_is_taken_out_of_what_was_typed_alone() -> None:
    typed = "who plays the captain in teh logn night"
    titles = Titles.of(["The Very Long Night"])
    assert titles.without("captain of the vrey long nigth", typos=True).strip() == "captain"
    assert titles.without("captain of the vrey long nigth") == "captain of the vrey long nigth"
    assert titles.without(typed, typos=True) == typed


def test_a_show_without_a_title_has_nothing_taken_out() -> None:
    assert Titles.build(Show()).without("when did the series end") == "when did the series end"


@pytest.mark.parametrize(
    "question",
    ["How often did they film the kiss in Hyosan Nights?", "hyosan nights kiss how often filmed",
     "HYOSAN NIGHTS: HOW OFTEN DID THEY FILM THE KISS"],
)  # fmt: skip
def test_the_title_changes_no_decision(question: str) -> None:
    small = read_small()
    show = Show(title="Hyosan Nights")
    matcher = Matcher.build(small.model_copy(update={"show": show}))
    bare = question.lower().replace("hyosan nights", "").strip(" :?").removesuffix(" in")
    with_title, without = matcher.decide(question), matcher.decide(bare)
    assert (with_title.status, with_title.fact) == (without.status, without.fact)
