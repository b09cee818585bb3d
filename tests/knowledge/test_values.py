"""Values come out as they stand in the file, whatever YAML makes of them elsewhere."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Callable

import pytest

from bot.knowledge.reader import Reading
from bot.knowledge.schema import Fact

Read = Callable[[str], Reading]


def _fact(reading: Reading) -> Fact:
    assert reading.knowledge is not None, reading.problems
    return reading.knowledge.facts["a"]


@pytest.mark.parametrize(
    "written",
    ["no", "yes", "on", "true", "null", "~", "12:30", "007", "1_000", "0x1F", "1e3", "-0", ".5",
     ".inf", "2022-02-07", "2022-02-07 10:00:00", "=", "17", "박솔로몬", "C#", "a:b", "it's"],
)  # fmt: skip
def test_text_stays_as_written(written: str, reading: Read) -> None:
    text = f"facts:\n- id: a\n  question: {written}\n  answer: {written}\n  key: [{written}]\n"
    fact = _fact(reading(text))
    assert (fact.question, fact.answer, fact.key) == (written, written, (written,))


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ('"no"', "no"),
        ("'it''s: so'", "it's: so"),
        ('"a\\tb\\u00e9"', "a\tbé"),
        ("|\n    one\n    two\n", "one\ntwo"),
        (">\n    one\n    two\n", "one two"),
        ("one\n    two", "one two"),
        ("  spaced  # and a comment", "spaced"),
        ("'  spaced '", "spaced"),
    ],
)
def test_quotation_marks_and_blocks_are_understood(written: str, text: str, reading: Read) -> None:
    fact = _fact(reading(f"facts:\n- id: a\n  question: q\n  answer: {written}\n"))
    assert fact.answer == text


@pytest.mark.parametrize("written", ["조이현", "Zoë", "é à"])
def test_a_name_saved_on_a_mac_is_the_name(written: str, reading: Read) -> None:
    """Its files may hold a letter and its accent, or the parts of a Hangul syllable, apart."""
    apart = unicodedata.normalize("NFD", written)
    assert apart != written
    fact = _fact(reading(f"facts:\n- id: a\n  question: {apart}?\n  answer: '{apart}'\n"))
    assert (fact.question, fact.answer) == (f"{written}?", written)
    knowledge = reading(f"lexicon:\n  {apart}: half").knowledge
    assert knowledge is not None
    assert list(knowledge.lexicon) == [written]


def test_numbers_dates_and_choices_become_what_they_are(reading: Read) -> None:
    entry = "id: a, question: q, answer: b, spoiler: s1e7, as_of: 2022-02-07, key_match: all"
    fact = _fact(reading(f"facts:\n- {{{entry}}}"))
    assert (str(fact.spoiler), fact.as_of, fact.key_match) == ("s1e7", dt.date(2022, 2, 7), "all")


def test_line_ends_of_other_systems_do_not_show(reading: Read) -> None:
    for end in ("\n", "\r\n", "\r"):
        lines = ("facts:", "- id: a", "  question: q", "  answer: |", "    one", "    two", "")
        assert _fact(reading(end.join(lines))).answer == "one\ntwo"


def test_order_is_that_of_the_file(reading: Read) -> None:
    ids = ["c", "a", "b"]
    people = "".join(f"- {{id: {i}, name: {i}, kind: crew}}\n" for i in ids)
    knowledge = reading(f"people:\n{people}synonyms: [[z, y], [b, a]]").knowledge
    assert knowledge is not None
    assert list(knowledge.people) == ids
    assert knowledge.synonyms == (("z", "y"), ("b", "a"))


def test_places_lead_to_an_entry_and_its_fields(reading: Read) -> None:
    places = reading("facts:\n- id: a\n  question: q\n  answer: b\n  key: [c, d]\n").places
    found = [places.of("facts", "a"), places.of("facts", "a", "key", 1)]
    found += [places.of("facts", "a", "key", 7), places.of("facts", "a", "spoiler")]
    assert [(p.line, p.column) for p in found] == [(2, 3), (5, 12), (5, 3), (2, 3)]
