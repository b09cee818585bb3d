"""Layers: a later folder adds to an earlier one, replaces in it, and takes away from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.knowledge.layers import Layer, seen_from
from bot.knowledge.merging import Reading
from bot.knowledge.places import Places
from bot.knowledge.problems import Place, Problem, Severity
from bot.knowledge.reader import read_layers
from bot.knowledge.schema import Knowledge

from .conftest import write

SOURCES = "sources: [{title: t, url: 'https://example.org/a'}]"


def fact(fact_id: str, answer: str = "b", more: str = "") -> str:
    return f"- {{id: {fact_id}, question: q {fact_id}, answer: {answer}, {SOURCES}{more}}}\n"


SHIPPED = (
    "people:\n- {id: kim, name: Kim, kind: crew}\n- {id: lee, name: Lee, kind: crew}\n"
    f"facts:\n{fact('one')}{fact('two', more=', people: [kim]')}"
    "phrasings: {one: [ask one], two: [ask two]}\n"
    "synonyms: [[take, try]]\nlexicon: {절비: hambie}\nfates: [turned]\n"
    "show: {title: T, names: [TT], seasons: [{season: 1, episodes: [{number: 1}]}]}\n"
)


def layers(tmp_path: Path, **contents: str | None) -> list[Layer]:
    """Layers by their names; None for a folder without a file."""
    made: list[Layer] = []
    for name, content in contents.items():
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        if content is not None:
            write(folder, {"a.yaml": content})
        made.append(Layer(name, folder, is_optional=name == "community"))
    return made


def read(tmp_path: Path, own: str | None) -> Reading:
    return read_layers(layers(tmp_path, shipped=SHIPPED, community=own))


def known(tmp_path: Path, own: str | None) -> Knowledge:
    reading = read(tmp_path, own)
    assert reading.knowledge is not None, reading.problems
    assert reading.problems == ()
    return reading.knowledge


def told(tmp_path: Path, own: str) -> list[str]:
    return [str(p).replace(f"{tmp_path}/", "") for p in read(tmp_path, own).problems]


def test_a_later_layer_adds(tmp_path: Path) -> None:
    own = f"facts:\n{fact('three')}phrasings: {{one: [own way]}}\nsynonyms: [[a, b]]\nfates: [bit]"
    knowledge = known(tmp_path, own)
    assert list(knowledge.facts) == ["one", "two", "three"]
    assert knowledge.facts["one"].phrasings == ("q one", "ask one", "own way")
    assert knowledge.synonyms == (("take", "try"), ("a", "b"))
    assert knowledge.fates == {"turned", "bit"}
    assert knowledge.origin("facts", "one") == " (shipped)"
    assert knowledge.origin("facts", "three") == " (community)"


def test_a_later_layer_replaces_a_whole_entry_and_its_phrasings_stay(tmp_path: Path) -> None:
    reading = read(tmp_path, f"facts:\n{fact('two', 'New.')}")
    assert reading.knowledge is not None
    two = reading.knowledge.facts["two"]
    assert (two.answer, two.people, two.further) == ("New.", (), ("ask two",))
    assert reading.knowledge.origin("facts", "two") == " (community)"
    place = reading.places.of("facts", "two")
    assert place == Place(str(tmp_path / "community" / "a.yaml"), 2, 3)
    assert [str(override) for override in reading.overrides] == [
        f"{place}: community replaces facts/two"
    ]


def test_a_later_layer_takes_away(tmp_path: Path) -> None:
    reading = read(tmp_path, "removed: [two, lee]")
    assert reading.knowledge is not None, reading.problems
    assert list(reading.knowledge.facts) == ["one"]
    assert list(reading.knowledge.people) == ["kim"]
    assert [str(override).partition(" ")[2] for override in reading.overrides] == [
        "community takes away facts/two",
        "community takes away people/lee",
    ]


def test_an_id_may_be_that_of_a_fact_and_of_somebody(tmp_path: Path) -> None:
    """What becomes of one of them is nothing to the other, nor to what belongs to it."""
    quiz = "quiz: {kim: {right: a, wrong: [b], difficulty: 1}}\nphrasings: {kim: [ask kim]}\n"
    own = "people:\n- {id: kim, name: Kim Min, kind: crew}"
    made = layers(tmp_path, shipped=SHIPPED, more=f"facts:\n{fact('kim')}{quiz}", community=own)
    knowledge = read_layers(made).knowledge
    assert knowledge is not None
    assert knowledge.people["kim"].name == "Kim Min"
    assert knowledge.facts["kim"].quiz is not None
    assert knowledge.facts["kim"].further == ("ask kim",)


@pytest.mark.parametrize(
    ("own", "problem"),
    [
        (f"facts:\n{fact('three', more=', related: [kim]')}", "fact 'three': no fact has the id "
                                                             "'kim'; "),
        (f"facts:\n{fact('three', more=', people: [one]')}", "fact 'three': nobody has the id "
                                                            "'one'; "),
        ("phrasings: {kin: [x]}", "phrasings: no fact has the id 'kin'; mend the id"),
        ("phrasings: {tow: [x]}", "phrasings: no fact has the id 'tow'; did you mean 'two'?"),
    ],
)  # fmt: skip
def test_nobody_is_taken_for_a_fact_and_no_fact_for_somebody(
    tmp_path: Path, own: str, problem: str
) -> None:
    (found,) = told(tmp_path, own)
    assert problem in found


def test_errors_are_the_problems_that_are_neither_doubt_nor_advice() -> None:
    problems = tuple(Problem(Place("a.yaml"), "x", severity) for severity in Severity)
    assert Reading(None, problems, Places({}, {}, {})).errors == problems[:1]


def test_what_is_taken_away_may_begin_anew(tmp_path: Path) -> None:
    knowledge = known(tmp_path, f"removed: [one]\nfacts:\n{fact('one', 'New.')}")
    assert knowledge.facts["one"].phrasings == ("q one",)


def test_a_later_show_replaces_what_it_gives(tmp_path: Path) -> None:
    show = known(tmp_path, "show: {bot: {name: Owl}, works: [novel]}").show
    assert (show.title, show.names, show.bot.name) == ("T", ("TT",), "Owl")
    assert show.ratings() == ("s1e1", "novel")


def test_a_later_lexicon_replaces_word_by_word(tmp_path: Path) -> None:
    lexicon = known(tmp_path, "lexicon: {절비: half zombie, 감독: director}").lexicon
    assert lexicon == {"절비": ("half", "zombie"), "감독": ("director",)}


def test_within_one_layer_an_id_stands_once(tmp_path: Path) -> None:
    assert told(tmp_path, f"facts:\n{fact('one')}{fact('one')}") == [
        "community/a.yaml:3:8: fact id 'one' is taken (at community/a.yaml:2:3); choose another"
    ]


@pytest.mark.parametrize(
    ("own", "problem"),
    [
        ("removed: [tow]", "community/a.yaml:1:11: removed: no earlier layer has the id 'tow'; "
                           "did you mean 'two'?"),
        (f"facts:\n{fact('n')}removed: [n]", "community/a.yaml:3:11: removed: no earlier "
                                                  "layer has the id 'n'; take it off"),
        ("removed: [one]\nphrasings: {one: [x]}", "community/a.yaml:2:13: phrasings: no fact has "
                                                  "the id 'one'; "),
        ("removed: [kim]", "community/a.yaml:1:11: person 'kim' is removed here and still named "
                           "by fact 'two' (at shipped/a.yaml:6:103); mend these too"),
        ("facts: [", "community/a.yaml:2:1: not valid YAML: "),
    ],
)  # fmt: skip
def test_what_is_wrong_names_its_layer(tmp_path: Path, own: str, problem: str) -> None:
    (found,) = told(tmp_path, own)
    assert found.startswith(problem)


def test_somebody_taken_away_is_one_problem_however_many_name_them(tmp_path: Path) -> None:
    many = "".join(fact(f"f{n}", more=", people: [lee]") for n in range(20))
    made = layers(tmp_path, shipped=f"{SHIPPED}quotes: []\n", more=f"facts:\n{many}",
                  community="removed: [lee]")  # fmt: skip
    (problem,) = read_layers(made).problems
    assert problem.place == Place(str(tmp_path / "community" / "a.yaml"), 1, 11)
    assert "still named by fact 'f0' (at " in problem.message
    assert problem.message.endswith(" and 17 more; mend these too")


def test_an_entry_that_is_replaced_is_not_checked_against_the_others(tmp_path: Path) -> None:
    assert known(tmp_path, f"removed: [kim]\nfacts:\n{fact('two')}").people.keys() == {"lee"}


def test_a_later_layer_may_be_empty_or_not_there_yet(tmp_path: Path) -> None:
    assert list(known(tmp_path, None).facts) == ["one", "two"]
    (tmp_path / "community").rmdir()
    made = layers(tmp_path, shipped=SHIPPED)
    community = Layer("community", tmp_path / "community", is_optional=True)
    assert read_layers([*made, community]).problems == ()
    (problem,) = read_layers([community]).problems
    assert "facts folder: No such file or directory" in problem.message
    (problem,) = read_layers([*made, Layer.of(tmp_path / "misspelt")]).problems
    assert "facts folder: No such file or directory" in problem.message


def test_one_layer_alone_is_not_named(tmp_path: Path) -> None:
    reading = read_layers(layers(tmp_path, shipped=SHIPPED))
    assert reading.knowledge is not None
    assert reading.knowledge.origin("facts", "one") == ""


def test_places_as_seen_from_their_layers(tmp_path: Path) -> None:
    two = layers(tmp_path, shipped=SHIPPED, community="facts: []")
    first, second = (str(layer.folder / "a.yaml") for layer in two)
    problem = Problem(Place(second, 3, 5), f"fact id 'one' is taken (at {first}:2:3)")
    assert str(seen_from(two, problem)) == (
        "community: a.yaml:3:5: fact id 'one' is taken (at shipped: a.yaml:2:3)"
    )
    assert str(seen_from(two[1:], problem)).startswith("a.yaml:3:5: ")
    folder = Problem(Place(str(two[1].folder)), "no *.yaml file in this folder; add one")
    assert str(seen_from(two, folder)).startswith("community:0:0: no ")
