"""Names in other scripts stand for the people whom the knowledge gives them to."""

from __future__ import annotations

import pytest

from bot.knowledge.schema import Person, PersonKind
from bot.matching.names.names import Names

PEOPLE = {
    "yoon-gwi-nam": Person(
        id="yoon-gwi-nam",
        name="Yoon Gwi-nam",
        kind=PersonKind.CHARACTER,
        aliases=("Gwinam", "Гви Нам", "グィナム", "ユン・グィナム", "贵南", "غوي نام", "กวีนัม"),
    ),
}
NAMES = Names.build(PEOPLE)


@pytest.mark.parametrize(
    "text",
    [
        "Гви-нам умирает?",
        "что стало с Гви Намом",
        "グィナムは死ぬの？",
        "ユングィナム",
        "贵南死了吗",
        "كيف مات غوي نام",
        "กวีนัมตายไหม",
    ],
)
def test_a_name_in_another_script_is_put_in_latin_letters(text: str) -> None:
    assert "Yoon Gwi-nam" in NAMES.latin(text)


@pytest.mark.parametrize("text", ["Гвинея далеко", "who is gwinam", "귀남은 누구야", "南", ""])
def test_other_words_stay_as_they_are(text: str) -> None:
    assert NAMES.latin(text) == text


def test_people_are_looked_up_in_any_script() -> None:
    assert NAMES.look_up("ユン・グィナム") == ("yoon-gwi-nam",)
    assert NAMES.look_up("Гви Нам") == ("yoon-gwi-nam",)
    assert NAMES.look_up("Путин") == ()
