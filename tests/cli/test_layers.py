"""Layers on the command line: where they come from, and that each is named."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from command_line import Hyosan

from tests.knowledges import folder_of

LAYERS = os.pathsep.join(("facts", "data/facts"))


@pytest.fixture
def own(tmp_path: Path, facts: Path) -> Path:
    """The file of a community that mends one fact and takes another away."""
    return shutil.copytree(folder_of("mended"), tmp_path / "data" / "facts") / "own.yaml"


@pytest.mark.usefixtures("own")
def test_a_later_layer_answers(hyosan: Hyosan) -> None:
    done = hyosan("ask", "How many takes did the kiss scene need?", FACTS_DIR=LAYERS)
    assert "eighteen" in done.out
    done = hyosan("ask", "What is the name of the high school in the series?", FACTS_DIR=LAYERS)
    assert "Hyosan High School" not in done.out


@pytest.mark.usefixtures("own")
def test_a_folder_that_is_named_is_the_only_one(hyosan: Hyosan) -> None:
    asked = "How many takes did the kiss scene need?"
    done = hyosan("ask", "--facts", "facts", "--spoilers", asked, FACTS_DIR=LAYERS)
    assert "seventeen" in done.out
    assert "takes away" not in hyosan("check", "facts", FACTS_DIR=LAYERS).err


@pytest.mark.usefixtures("own")
def test_an_explanation_names_the_layer_of_a_fact(hyosan: Hyosan) -> None:
    done = hyosan("ask", "--explain", "kiss scene takes", FACTS_DIR=LAYERS)
    assert "kiss-takes (community): " in done.out


def test_what_moderators_wrote_in_discord_lies_over_all_others(
    hyosan: Hyosan, own: Path, tmp_path: Path
) -> None:
    asked = "How many takes did the kiss scene need?"
    written = tmp_path / "data" / "moderators"
    written.mkdir()
    text = own.read_text(encoding="utf-8").replace("eighteen", "nineteen").replace("18", "19")
    (written / "moderators.yaml").write_text(text, encoding="utf-8")
    for layers in (LAYERS, "facts"):
        done = hyosan("ask", "--spoilers", asked, FACTS_DIR=layers)
        assert "nineteen" in done.out
    done = hyosan("ask", "--explain", "kiss scene takes", FACTS_DIR=LAYERS)
    assert "kiss-takes (moderators): " in done.out
    assert "nineteen" not in hyosan("ask", "--facts", "facts", "--spoilers", asked).out


def test_check_lists_what_a_layer_replaces_and_takes_away(hyosan: Hyosan, own: Path) -> None:
    done = hyosan("check", FACTS_DIR=LAYERS)
    place = own.relative_to(own.parents[2])
    assert f"{place}:2:5: community replaces facts/kiss-takes\n" in done.err
    assert f"{place}:8:11: community takes away facts/school-name\n" in done.err
    own.write_text("removed: [nobody-has-this]\n", encoding="utf-8")
    done = hyosan("check", FACTS_DIR=LAYERS)
    assert (done.status, done.lines[0].partition(" ")[0]) == (1, f"{place}:1:11:")


@pytest.mark.usefixtures("facts")
def test_the_folder_of_the_community_is_made_at_the_start(hyosan: Hyosan, tmp_path: Path) -> None:
    done = hyosan("ask", "who?", FACTS_DIR=LAYERS)
    assert done.status == 0
    assert not (tmp_path / "data").exists()
    assert hyosan("chat", stdin=b"/quit\n", FACTS_DIR=LAYERS).status == 0
    assert list((tmp_path / "data" / "facts").iterdir()) == []


@pytest.mark.usefixtures("facts")
def test_a_file_in_the_way_of_the_community_is_told(hyosan: Hyosan, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file", encoding="utf-8")
    done = hyosan("chat", stdin=b"/quit\n", FACTS_DIR=LAYERS)
    assert done.status == 1
    assert done.err.startswith("data/facts:0:0: facts folder: Not a directory; ")
