"""Numbers in digits and in words."""

from __future__ import annotations

import pytest

from bot.matching.language.tokens import words
from bot.quiz.numbers import in_digits


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("seventeen", "17"),
        ("17", "17"),
        ("17th", "17"),
        ("twenty one", "21"),
        ("twenty-one", "21"),
        ("ninety nine", "99"),
        ("one hundred and twelve", "112"),
        ("a hundred", "a 100"),
        ("two thousand three hundred", "2300"),
        ("1,700", "1700"),
        ("1700", "1700"),
        ("560 million", "560000000"),
        ("560,000,000", "560000000"),
        ("five hundred sixty million", "560000000"),
        ("2.5 million", "2500000"),
        ("360.02", "360.02"),
        ("seventh", "7"),
        ("one two three", "1 2 3"),
        ("5 and 6", "5 and 6"),
        ("five and six", "5 and 6"),
        ("28 january 2022", "28 january 2022"),
        ("a hundred and a half", "a 100 and a half"),
        ("million dollars", "1000000 dollars"),
        ("twelve takes", "12 takes"),
        ("zero", "0"),
        ("007", "7"),
        ("nothing", "nothing"),
        ("99999999999999999999", "99999999999999999999"),
    ],
)
def test_a_number_is_read_however_it_is_written(text: str, read: str) -> None:
    assert " ".join(in_digits(words(text))) == read
