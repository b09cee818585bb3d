"""Labels: every fact has a short one, curated or made, and none tells a plot."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.knowledge.layers import Layer
from bot.knowledge.schema import Fact, PersonKind
from bot.library import load_snapshot
from bot.spoilers.giveaways import Giveaways

LATER = re.compile(r"episode (?!1\b)\d|last episode|end of season|over the season")
FACTS = Path(__file__).resolve().parents[2] / "facts"
SHOW = """\
show: {title: All of Us Are Dead, topics: {story: {name: The story}}}
fates: [halfbie]
states: [infected]
"""


def made(tmp_path: Path, **fields: str) -> Fact:
    """The only fact of a community's own file."""
    given = {"id": "own", "question": "Who sings?", "answer": "She."} | fields
    lines = "".join(f"\n    {key}: {value}" for key, value in given.items())
    (tmp_path / "own.yaml").write_text(f"{SHOW}facts:\n  -{lines[4:]}\n", encoding="utf-8")
    return load_snapshot([Layer.of(tmp_path)]).knowledge.facts["own"]


def test_a_short_question_is_its_own_label(tmp_path: Path) -> None:
    assert made(tmp_path).shown_as == "Who sings?"


def test_a_long_question_is_cut_at_a_word_for_a_phone(tmp_path: Path) -> None:
    long = "When is the watch night of our server, and where do we meet?"
    assert made(tmp_path, question=f'"{long}"').shown_as == "When is the watch night of our server…"
    assert made(tmp_path, question=f'"{"x" * 90}"').shown_as == "x" * 37 + "…"


def test_a_curated_label_or_title_comes_first(tmp_path: Path) -> None:
    assert made(tmp_path, label="The song", title="Some song").shown_as == "The song"
    fact = made(tmp_path, title="A song that is sung in the library of the school")
    assert fact.shown_as == "A song that is sung in the library of…"
    assert fact.headed == "A song that is sung in the library of the school"


@pytest.mark.parametrize(
    "question",
    ["Who dies in the library?", "Is the singer infected?", "Who is a halfbie?", "누가 죽어?"],
)
def test_of_a_rated_question_that_tells_a_fate_only_the_topic_is_shown(
    tmp_path: Path, question: str
) -> None:
    fact = made(tmp_path, question=question, spoiler="s1e7", topic="story")
    assert (fact.shown_as, fact.headed) == ("The story", "The story")
    nameless = made(tmp_path, question=question, spoiler="s1e7")
    assert nameless.shown_as == "All of Us Are Dead"
    titled = made(tmp_path, question=question, spoiler="s1e7", title="The singer")
    assert titled.shown_as == "The singer"


def test_the_name_of_the_show_gives_nothing_away(tmp_path: Path) -> None:
    asked = "Who sings in All of Us Are Dead?"
    assert made(tmp_path, question=asked, spoiler="s1e7").shown_as == asked


def test_every_shipped_fact_has_a_label_that_fits_and_tells_nothing() -> None:
    snapshot = load_snapshot([Layer.of(FACTS)])
    giveaways = Giveaways(snapshot.knowledge)
    for fact in snapshot.knowledge.facts.values():
        assert fact.label, fact.id
        assert fact.made_label is None
        assert len(fact.shown_as) <= 38
        assert not (fact.spoiler and giveaways.tells(fact.shown_as)), fact.id


def test_no_label_tells_who_is_still_there_in_a_later_episode() -> None:
    knowledge = load_snapshot([Layer.of(FACTS)]).knowledge
    characters = {
        name
        for person in knowledge.people.values()
        if person.kind is PersonKind.CHARACTER
        for name in (person.name, person.name.split()[-1], *person.aliases)
    }
    named = re.compile(rf"\b(?:{'|'.join(map(re.escape, characters))})\b")
    for fact in knowledge.facts.values():
        if fact.spoiler:
            for text in (fact.shown_as, fact.headed):
                assert not (named.search(text) and LATER.search(text)), (fact.id, text)
