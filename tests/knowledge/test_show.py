"""The show as data."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from bot.knowledge.reader import Reading
from bot.knowledge.show import Show

from .conftest import Problems, table

SHOW = """\
show:
  title: The Long Night
  names: [TLN, 긴 밤]
  others: [The Short Day]
  bot: {name: Owl, accent: "#102030", about: The archive of The Long Night}
  seasons:
    - {season: 2}
    - season: 1
      episodes: [{number: 1, title: Dusk, aired: 2022-01-28}, {number: 2}]
  works: [novel]
"""


def test_what_is_written_is_known(reading: Callable[[str], Reading]) -> None:
    knowledge = reading(SHOW).knowledge
    assert knowledge is not None
    show = knowledge.show
    assert (show.title, show.names) == ("The Long Night", ("TLN", "긴 밤"))
    assert show.others == ("The Short Day",)
    assert (show.bot.name, show.bot.accent) == ("Owl", "#102030")
    dusk = show.seasons[1].episodes[0]
    assert (dusk.number, dusk.title, dusk.aired) == (1, "Dusk", dt.date(2022, 1, 28))
    assert show.ratings() == ("s1e1", "s1e2", "s2", "novel")


def test_a_knowledge_without_a_show_has_a_neutral_one(reading: Callable[[str], Reading]) -> None:
    knowledge = reading("people: []").knowledge
    assert knowledge is not None
    assert knowledge.show == Show()
    assert knowledge.show.title == "the series"
    assert knowledge.show.knows("s4e20")
    assert not knowledge.show.knows("novel")


@pytest.mark.parametrize(
    ("content", "problem"),
    table({
        "list": ("show: []", "1:7: show: it is a mapping; write its keys, each with a colon"),
        "misspelt key": ("show: {tilte: T}",
                         "1:7: show: unknown key 'tilte'; did you mean 'title'?"),
        "misspelt key of the bot": ("show: {bot: {nme: T}}",
                                    "1:13: show: unknown key 'bot.nme'; did you mean 'name'?"),
        "misspelt key of an episode": (
            "show: {seasons: [{season: 1, episodes: [{number: 1, titel: T}]}]}",
            "1:53: show: unknown key 'seasons[1].episodes[1].titel'; did you mean 'title'?"),
        "colour taken for a comment": (
            "show:\n  bot:\n    accent: #3f7d5c",
            "3:12: show: 'bot.accent' is not well-formed; "
            'write six hexadecimal digits in quotation marks, such as "#3f7d5c"'),
        "season twice": ("show: {seasons: [{season: 1}, {season: 1}]}",
                         "1:17: show: 'seasons' has season 1 twice; keep one"),
        "episode twice": (
            "show: {seasons: [{season: 1, episodes: [{number: 2}, {number: 2}]}]}",
            "1:40: show: 'seasons[1].episodes' has episode 2 twice; keep one"),
        "no number": ("show: {seasons: [{season: 1, episodes: [{title: T}]}]}",
                      "1:41: show: 'seasons[1].episodes[1].number' is missing; add it"),
        "work like an episode": (
            "show: {works: [s1e7]}",
            "1:15: show: 'works' has s1e7, which is read as a part of the series; rename it"),
    }),
)  # fmt: skip
def test_a_show_that_is_refused(content: str, problem: str, problems: Problems) -> None:
    (found, *_) = problems(content)
    assert found.startswith(f"a.yaml:{problem.partition(':')[0]}:")
    assert found.endswith(problem.partition(": ")[2])


def test_a_show_stands_once_in_a_layer(problems: Problems) -> None:
    (problem,) = problems({"a.yaml": SHOW, "b.yaml": SHOW})
    assert problem == "b.yaml:1:1: 'show' stands here again (first at a.yaml:1:1); keep one"
