"""Languages that are put into English word by word."""

from __future__ import annotations

from collections import Counter

import pytest

from bot.matching.language.glossary import LANGUAGES, folded, forms, in_english
from bot.matching.language.tokens import words
from bot.matching.matcher import Matcher

ENGLISH = {
    "có phần 2 không ạ": "is there season 2",
    "co phan 2 khong": "is there season 2",
    "diễn viên nào chết": "which actor die",
    "bao nhiêu tập vậy": "how many episodes",
    "kailan lalabas yung season 2": "when come out season 2",
    "sino sino ang namatay": "who died",
    "ano nangyari sa teacher": "what happened teacher",
    "berapa episode sih": "how many episodes",
    "siapa saja yang mati": "who dies",
    "endingnya gimana": "how ends",
    "¿quién muere al final?": "who dies at the end",
    "quem morre no final da série": "who dies at the end",
    "wie viele Folgen gibt es": "how many episodes there",
    "combien d épisodes": "how many episodes",
    "ile jest odcinków": "how many episodes",
    "kaç bölüm": "how many episodes",
    "chi muore nella serie": "who dies",
    "hoeveel afleveringen zijn er": "how many episodes",
    "сколько серий": "how many episodes",
    "كم عدد الحلقات": "how many episodes",
    "全何話": "how many episodes",
    "第2季什么时候出": "season 2 release date released",
    "ใครตายคนแรก": "who dies first",
    "stirbst": "dies",
    "Welcher Song läuft am Ende?": "which song run at the end",
    "season 2 什么时候出": "season 2 when release",
    "ep 3 谁死了": "episode 3 who dies",
    "ai không chết": "who not die",
    "ใครไม่รอด": "who not survive",
    "3. sezon olur mu": "season 3",
    "kim öldü": "who dies",
}


@pytest.mark.parametrize("text", ENGLISH)
def test_what_is_known_of_it_is_told_in_english(text: str) -> None:
    gloss = in_english(text, words(text), (), {})
    assert gloss is not None
    assert " ".join(gloss.words) == ENGLISH[text]


@pytest.mark.parametrize(
    "text", ["", "Jag vet inte varför hon springer", "ποιος πεθαίνει", "17 42"]
)
def test_a_language_that_is_not_known_stays_as_it_is(text: str) -> None:
    assert in_english(text, words(text), (), {}) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_is_read_as_it_is_written(language: str) -> None:
    table = list(forms(language))
    assert len(table) > 1000
    assert all(words(form) for form, _ in table)
    for _, english in table:
        assert english.split() == words(english), english
    plain = [" ".join(folded(words(form))) for form, _ in table]
    assert [form for form, times in Counter(plain).items() if times > 1] == []
    if language in ("ar", "ja", "ru", "th", "vi", "zh"):
        return  # these are in letters of their own
    assert [form for form, _ in table] == plain


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_asks_who_what_when_and_how_many(language: str) -> None:
    told = {english.strip() for _, english in forms(language)}
    assert told >= {"who", "what", "when", "where", "why", "how many", "season", "episode"}
    assert told & {"dies", "die"}


@pytest.mark.parametrize("text", ["من کی می‌میرم", "хто помирає в кінці і чому"])
def test_a_language_in_like_letters_is_no_other(text: str) -> None:
    assert in_english(text, words(text), (), {}) is None


def test_a_name_stays_although_it_is_a_word_of_the_language() -> None:
    text = "năm năm có chết không"
    gloss = in_english(text, words(text), {0, 1}, {})
    assert gloss is not None
    assert gloss.words == ("nam", "nam", "die")


def test_what_the_knowledge_adds_goes_before_shorter_words() -> None:
    own = {("xac", "song"): ("robot",)}
    text = "xác sống có chết không"
    gloss = in_english(text, words(text), (), own)
    assert gloss is not None
    assert gloss.words == ("robot", "die")


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
