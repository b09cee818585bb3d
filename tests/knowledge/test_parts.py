"""Parts of an answer in files: what they hold, what can be wrong with them, and layers of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.knowledge.layers import Layer
from bot.knowledge.reader import Reading, read_layers
from bot.knowledge.schema import Fact

from .conftest import Problems, table, write
from .entries import EMPTY, LIST, SOURCE, fact
from .test_schema import complaints

SHOW = """\
show:
  seasons: [{season: 1, episodes: [{number: 1}, {number: 2}, {number: 3}]}, {season: 2}]
  works: [novel]
"""
PART = "text: More., spoiler: s1e2"


def parts(written: str, *, rated: str = "s1e1") -> str:
    """A show, and a fact with these parts on line 7 of the file."""
    return SHOW + fact(f"spoiler: {rated}, parts:\n{written}")


def the_fact(reading: Reading) -> Fact:
    assert reading.knowledge is not None, reading.problems
    return reading.knowledge.facts["a"]


def test_an_answer_tells_more_to_those_who_are_further(
    reading: Callable[[str], Reading], problems: Problems
) -> None:
    written = parts(f"[{{{PART}}}, {{text: The end., spoiler: [s2, novel], sources: [{SOURCE}]}}]")
    found = the_fact(reading(written))
    assert [(part.text, str(part.spoiler)) for part in found.parts] == [
        ("More.", "s1e2"),
        ("The end.", "s2, novel"),
    ]
    assert [len(part.sources) for part in found.parts] == [0, 1]
    assert found.whole == "b More. The end."
    assert (str(found.spoiler), str(found.reach)) == ("s1e1", "s2, novel")
    assert problems(written) == []


def test_without_parts_the_answer_is_all_there_is(reading: Callable[[str], Reading]) -> None:
    found = the_fact(reading(SHOW + fact("spoiler: s1e2")))
    assert (found.whole, found.reach) == (found.answer, found.spoiler)


@pytest.mark.parametrize(
    ("written", "problem"),
    table({
        "no list": ("{text: More., spoiler: s1e2}", f"6:16: fact 'a': 'parts' {LIST}"),
        "no mapping": ("[More.]", "7:2: fact 'a': 'parts[1]' is a mapping; "
                       "write its keys, each with a colon"),
        "no text": ("[{spoiler: s1e2}]", "7:2: fact 'a': 'parts[1].text' is missing; add it"),
        "no rating": (f"[{{{PART}}}, {{text: c}}]",
                      "7:32: fact 'a': 'parts[2].spoiler' is missing; add it"),
        "empty text": ("[{text: '', spoiler: s1e2}]", f"7:3: fact 'a': 'parts[1].text' {EMPTY}"),
        "unknown key": (f"[{{{PART}, sorces: []}}]",
                        "7:31: fact 'a': unknown key 'parts[1].sorces'; did you mean 'sources'?"),
        "unknown rating": ("[{text: c, spoiler: s1e4}]",
                           "7:12: fact 'a': 's1e4' is no rating of the show; "
                           "known are s1e1 to s1e3, s2, novel"),
        "old rating": ("[{text: c, spoiler: [novel, 3]}]",
                       "7:29: fact 'a': '3' is no rating of the show; write s1e3"),
        "nothing more": ("[{text: c, spoiler: s1e1}]",
                         "7:12: warning: fact 'a': this part gives no more away than the fact "
                         "itself; rate it later, or put it into the answer"),
        "bad source": (f"[{{{PART}, sources: [{{title: t}}]}}]",
                       "7:41: fact 'a': 'parts[1].sources[1].url' is missing; add it"),
    }),
)  # fmt: skip
def test_a_part_that_is_refused_is_told_of_with_its_place(
    written: str, problem: str, problems: Problems
) -> None:
    assert problems(parts(written)) == [f"a.yaml:{problem}"]


def test_a_part_of_an_unrated_fact_is_more_as_soon_as_it_is_rated(problems: Problems) -> None:
    assert problems(SHOW + fact("parts: [{text: c, spoiler: s1e1}]")) == []


def test_a_later_layer_replaces_the_parts_with_their_fact(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    def told(own: str) -> Fact:
        layers: list[Layer] = []
        for name, content in (("shipped", parts(f"[{{{PART}}}]")), ("community", own)):
            folder = tmp_path_factory.mktemp(name)
            write(folder, {"a.yaml": content})
            layers.append(Layer(name, folder))
        return the_fact(read_layers(layers))

    assert told("fates: [bit]").whole == "b More."
    assert told(fact("spoiler: s1e1")).whole == "b"
    other = told(fact("spoiler: s1e2, parts: [{text: Otherwise., spoiler: s2}]"))
    assert (other.whole, str(other.reach)) == ("b Otherwise.", "s2")


@pytest.mark.parametrize(
    ("part", "complaint"),
    [
        ("{text: More., spoiler: s1e8}", None),
        ("{text: More., spoiler: [s1e8, webtoon]}", None),
        ("{text: More.}", "$.facts[0].parts[0] required: 'spoiler'"),
        ("{spoiler: s1e8}", "$.facts[0].parts[0] required: 'text'"),
        ("{text: More., spoiler: s3}", "$.facts[0].parts[0].spoiler oneOf: "),
        ("{text: More., spoiler: s1e8, answer: b}", "$.facts[0].parts[0] additionalProperties: "),
    ],
)
def test_an_editor_checks_parts_too(part: str, complaint: str | None) -> None:
    text = f"facts:\n- {{id: a, question: How many?, answer: One., parts: [{part}]}}\n"
    found = complaints(text)
    assert len(found) == (complaint is not None), found
    assert complaint is None or found[0].startswith(complaint)
