"""Texts in languages whose words are not known, told from English, Korean and slips of both."""

from __future__ import annotations

import pytest

from bot.matching.language.foreign import is_foreign
from bot.matching.language.tokens import words
from bot.matching.matcher import Matcher

FOREIGN = [
    "¿Quién es el director?", "quem morre no final", "Qui survit à la fin ?", "öldü mü",
    "Wann kommt Staffel 2", "chi muore nella serie", "wie speelt de leraar", "siapa yang mati",
    "kto umiera na koniec", "2. sezon ne zaman", "diễn viên nào chết", "sino ang namatay",
    "一共几集", "最終回の意味は", "كم عدد الحلقات", "сколько серий", "ใครตายบ้าง",
    "c'est qui l'actrice",
]  # fmt: skip

KNOWN = [
    "who is the director", "hwo playd teh principle", "IS IT OVER", "몇 부작이야", "season 2 when",
    "Min-ji and Kim Ha-na", "is Gi-tae in it", "the café scene, who is in it", "lol ok", "17",
    "누가 죽어 lol", "",
]  # fmt: skip


@pytest.mark.parametrize("text", FOREIGN)
def test_another_language_is_told(text: str) -> None:
    assert is_foreign(text, words(text))


@pytest.mark.parametrize("text", KNOWN)
def test_english_korean_and_slips_are_not_taken_for_one(text: str) -> None:
    assert not is_foreign(text, words(text))


@pytest.mark.parametrize("text", ["一共几集", "全部で何話ですか", "มีกี่ตอน"])
def test_a_language_without_blanks_asks_as_well(shipped_matcher: Matcher, text: str) -> None:
    decision = shipped_matcher.decide(text)
    told = (decision.fact, *decision.suggestions)
    assert "episode-count" in {fact.id for fact in told if fact is not None}


@pytest.mark.parametrize("text", ["nam-ra'yı kim oynuyor", "qui joue l'actrice d'On-jo"])
def test_a_name_is_found_before_an_ending_and_behind_an_article(
    shipped_matcher: Matcher, text: str
) -> None:
    assert shipped_matcher.analyser.analyse(
        text, lambda found: [(word,) for word in found]
    ).mentions
