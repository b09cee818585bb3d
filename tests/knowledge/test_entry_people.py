"""What can be wrong with a person, and with naming one."""

from __future__ import annotations

import pytest

from .conftest import Problems, table
from .entries import LIST, PEOPLE, SOURCE, fact


@pytest.mark.parametrize(
    ("content", "problem"),
    table({
        "season": ("people:\n- {id: a, name: A, kind: crew, season: 0}",
                   "2:32: person 'a': 'season' is out of range; it is too large or too small"),
        "birth": ("people:\n- {id: a, name: A, kind: crew, born: spring 1999}",
                  "2:32: person 'a': 'born' is not well-formed; "
                  "write 2022, 2022-02 or 2022-02-07"),
        "one work": ("people:\n- {id: a, name: A, kind: crew, works: Kingdom}",
                     f"2:32: person 'a': 'works' {LIST}"),
        "unknown part of an actor": (f"{PEOPLE}- {{id: lee, name: Lee, kind: actor, plays: zed}}",
                                     "4:37: person 'lee': nobody has the id 'zed'; "
                                     "add them to 'people' or mend the id"),
        "plays an actor": (f"{PEOPLE}- {{id: lee, name: Lee, kind: actor, plays: kim}}",
                           "4:37: person 'lee': 'plays' names kim, who is no character; "
                           "give the character's id"),
        "voices an actor": (f"{PEOPLE}- {{id: lee, name: Lee, kind: voice, voices: kim}}",
                            "4:37: person 'lee': 'voices' names kim, who is no character; "
                            "give the character's id"),
    }),
)  # fmt: skip
def test_a_person_who_is_refused(content: str, problem: str, problems: Problems) -> None:
    assert problems(content) == [f"a.yaml:{problem}"]


def test_a_person_who_is_read(problems: Problems) -> None:
    content = f"{PEOPLE}- {{id: lee, name: Lee, kind: actor, plays: nam-ra, season: 2}}"
    assert problems(content) == []


def test_somebody_unknown_is_told_of_once(problems: Problems) -> None:
    facts = "".join(
        f"- {{id: f{n}, question: q {n}, answer: b, people: [zed], sources: [{SOURCE}]}}\n"
        for n in range(20)
    )
    (problem,) = problems({"a.yaml": f"facts:\n{facts}", "b.yaml": PEOPLE})
    assert problem.startswith(
        "a.yaml:2:47: fact 'f0': nobody has the id 'zed' (and by fact 'f1' (at "
    )
    assert problem.endswith(
        "a.yaml:4:47), fact 'f3' (at a.yaml:5:47) and 16 more); add them to 'people' or mend the id"
    )


@pytest.mark.parametrize("alias", ["Lomon", "LO-MON", "로몬"])
def test_an_alias_that_is_another_persons_name_is_told(alias: str, problems: Problems) -> None:
    people = (
        "people:\n- {id: lomon, name: Lomon, hangul: 로몬, kind: actor}\n"
        f"- {{id: park-ji-hu, name: Park Ji-hu, kind: actor, aliases: [Jihu, {alias}]}}\n"
    )
    assert problems(people) == [
        f"a.yaml:3:67: warning: person 'park-ji-hu': '{alias}' is the name of 'lomon' "
        "(at a.yaml:2:3); take it off here"
    ]


def test_an_alias_may_be_shared_and_a_name_repeated(problems: Problems) -> None:
    people = (
        "people:\n- {id: jung, name: Jung Min-jae, kind: character, aliases: [Min-jae]}\n"
        '- {id: lee, name: Lee Min-jae, kind: actor, aliases: [Min-jae, Lee Minjae, "!"]}\n'
    )
    assert problems(people) == []


def test_people_may_stand_in_any_file(problems: Problems) -> None:
    assert problems({"a.yaml": fact("people: [kim]"), "b.yaml": PEOPLE}) == []


@pytest.mark.parametrize(
    "people",
    [
        PEOPLE + "- {id: zed",
        "\0",
        "",
        "- id: zed",
        "poeple:\n- {id: zed, name: Zed, kind: crew}",
        "people: {id: zed}",
        "people: [zed]",
        "people: [{name: Zed, kind: crew}]",
        "people: [{id: Zed, name: Zed, kind: crew}]",
        "people: [{id: zed, nam: Zed, kind: crew}]",
    ],
)
def test_people_in_a_broken_file_are_not_called_unknown(people: str, problems: Problems) -> None:
    found = problems({"a.yaml": fact("people: [zed]"), "b.yaml": people})
    assert found
    assert not any("nobody" in line for line in found)
