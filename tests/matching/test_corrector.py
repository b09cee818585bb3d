"""Misspelt words are corrected together: each by what stands beside it."""

from __future__ import annotations

import pytest

from bot.knowledge.schema import Fact
from bot.matching.language.foreign import is_foreign
from bot.matching.language.tokens import words
from bot.matching.matcher import Matcher
from tests.matching.encoders import TinyEncoder
from tests.matching.small import knowledge_of

FACTS = [
    Fact(
        id="next-season",
        question="When is the next season?",
        aliases=("when is the new season", "will there be another season"),
        answer="Nobody knows.",
    ),
    Fact(
        id="principal",
        question="Who plays the principal?",
        aliases=("who played the principal", "which actor is the principal"),
        answer="An actor.",
    ),
    Fact(id="spoon", question="Who carved the spoon?", answer="A sailor."),
]


def read_as(typed: str) -> str:
    """What the matcher takes `typed` for."""
    encoder = TinyEncoder()
    Matcher.build(knowledge_of(FACTS), encoder).explain(typed)
    return encoder.seen[-1]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("wehn is teh nxt seson", "when is the next season"),
        ("hwo plasy teh prinicpal", "who plays the principal"),
        ("whne is the enxt seaosn", "when is the next season"),
        ("wich actr is the principal", "which actor is the principal"),
        ("who carved the spoon", "who carved the spoon"),
        ("who starved in the storm", "who starved in the storm"),
    ],
)
def test_words_are_corrected_in_context(typed: str, meant: str) -> None:
    assert read_as(typed) == meant


@pytest.mark.parametrize(
    "text",
    ["¿Quién interpreta a la directora?", "wer spielt die schulleiterin", "quand sort la suite",
     "кто играет директора", "誰が校長を演じていますか", "kto gra dyrektora szkoły",
     "من يلعب دور المدير", "ใครเล่นเป็นครูใหญ่"],
)  # fmt: skip
def test_other_languages_are_told_and_left_alone(text: str) -> None:
    assert is_foreign(text, words(text))
    assert read_as(text) == text


@pytest.mark.parametrize(
    "text",
    ["who plays the principal", "wehn is teh nxt seson", "교장은 누가 연기해?", "ending", "ㅋㅋㅋ",
     "Why Did Nam Ra Not Turn Into a Full Zombie?", "co-director name", "the café's menu", ""],
)  # fmt: skip
def test_english_and_korean_are_not_taken_for_another_language(text: str) -> None:
    assert not is_foreign(text, words(text))
