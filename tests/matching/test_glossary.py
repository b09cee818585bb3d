"""Languages that are put into English word by word."""

from __future__ import annotations

import pytest

from bot.matching.language.glossary import in_english
from bot.matching.language.tokens import words
from bot.matching.matcher import Matcher

ENGLISH = {
    "có phần 2 không ạ": "is there season 2",
    "co phan 2 khong": "is there season 2",
    "diễn viên nào chết": "actor which die",
    "bao nhiêu tập vậy": "how many episodes",
    "kailan lalabas yung season 2": "when come out season 2",
    "sino sino ang namatay": "who died",
    "ano nangyari sa teacher": "what happened teacher",
    "berapa episode sih": "how many episode",
    "siapa saja yang mati": "who dies",
    "endingnya gimana": "ending how",
}

OTHERS = [
    "¿quién muere al final?", "quem morre no final da série", "wie viele Folgen gibt es",
    "combien d'épisodes", "ile jest odcinków", "kaç bölüm", "chi muore nella serie", "",
]  # fmt: skip


@pytest.mark.parametrize("text", ENGLISH)
def test_what_is_known_of_it_is_told_in_english(text: str) -> None:
    assert " ".join(in_english(text, words(text), ()) or ()) == ENGLISH[text]


@pytest.mark.parametrize("text", OTHERS)
def test_a_language_that_is_not_known_stays_as_it_is(text: str) -> None:
    assert in_english(text, words(text), ()) is None


def test_a_name_stays_although_it_is_a_word_of_the_language() -> None:
    text = "năm năm có chết không"
    assert in_english(text, words(text), {0, 1}) == ["nam", "nam", "die"]


@pytest.mark.parametrize(
    ("text", "fact_id"),
    [
        ("Ngôi trường xác sống có bao nhiêu tập?", "episode-count"),
        ("Ngôi trường xác sống có phần 2 không", "s2-confirmed"),
        ("ilang episodes ang all of us are dead", "episode-count"),
        ("berapa episode all of us are dead", "episode-count"),
        ("ai đóng vai Nam-ra", "actor-nam-ra"),
        ("sino gumanap na Nam-ra", "actor-nam-ra"),
    ],
)
def test_such_a_question_is_answered(shipped_matcher: Matcher, text: str, fact_id: str) -> None:
    decision = shipped_matcher.decide(text)
    assert decision.fact is not None
    assert fact_id in {decision.fact.id, *(fact.id for fact in decision.suggestions)}
