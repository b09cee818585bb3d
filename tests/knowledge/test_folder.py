"""Which files of a folder are read, and what if they cannot be."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot.knowledge.reader import read_folder

from .conftest import Problems, write

GOOD = "people: [{id: kim, name: Kim, kind: crew}]\n"


def test_all_yaml_files_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    write(tmp_path, {f"{n}.yaml": GOOD.replace("kim", n) for n in ("b", "c", "a")})
    knowledge = read_folder(tmp_path).knowledge
    assert knowledge is not None
    assert list(knowledge.people) == ["a", "b", "c"]


def test_other_files_and_folders_are_left_alone(tmp_path: Path, problems: Problems) -> None:
    (tmp_path / "folder.yaml").mkdir()
    others = (".hidden.yaml", ".yaml", "a.yaml~", "#a.yaml#", "schema.json", "README.md")
    assert problems({"a.yaml": GOOD} | dict.fromkeys(others, "\0")) == []


def test_a_capital_ending_counts(tmp_path: Path) -> None:
    write(tmp_path, {"A.YAML": GOOD})
    knowledge = read_folder(tmp_path).knowledge
    assert knowledge is not None
    assert list(knowledge.people) == ["kim"]


def test_a_yml_file_is_not_read_and_that_is_said(problems: Problems) -> None:
    found = problems({"a.yaml": GOOD, "b.yml": GOOD, "c.YML": GOOD})
    hint = "warning: file is not read; rename it to end in .yaml"
    assert found == [f"b.yml:0:0: {hint}", f"c.YML:0:0: {hint}"]


def test_nothing_but_a_yml_file_is_no_knowledge(tmp_path: Path) -> None:
    write(tmp_path, {"a.yml": GOOD})
    reading = read_folder(tmp_path)
    assert reading.knowledge is None
    assert [str(p) for p in reading.errors] == [
        f"{tmp_path}:0:0: no *.yaml file in this folder; add one"
    ]


def test_a_folder_without_files(tmp_path: Path) -> None:
    problems = read_folder(tmp_path).problems
    assert [str(p) for p in problems] == [f"{tmp_path}:0:0: no *.yaml file in this folder; add one"]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    missing = tmp_path / "facts"
    assert [str(p) for p in read_folder(missing).problems] == [
        f"{missing}:0:0: facts folder: No such file or directory; "
        "create it or set FACTS_DIR to the right one"
    ]


def test_a_file_instead_of_a_folder(tmp_path: Path) -> None:
    file = tmp_path / "facts"
    file.touch()
    assert "facts folder: Not a directory; " in str(read_folder(file).problems[0])


def test_a_pipe_is_not_waited_for(tmp_path: Path, problems: Problems) -> None:
    os.mkfifo(tmp_path / "b.yaml")
    assert problems(GOOD) == ["b.yaml:0:0: not a regular file; mend or remove the file"]


@pytest.mark.parametrize("target", ["nowhere", "b.yaml", "/dev/zero", "x" * 300])
def test_a_link_that_leads_to_no_file(target: str, tmp_path: Path, problems: Problems) -> None:
    (tmp_path / "b.yaml").symlink_to(target)
    [problem] = problems(GOOD)
    assert problem.startswith("b.yaml:0:0: ")
    assert problem.endswith("; mend or remove the file")


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs Linux's /proc")
def test_a_file_that_cannot_be_read(tmp_path: Path, problems: Problems) -> None:
    (tmp_path / "b.yaml").symlink_to("/proc/self/mem")  # also root gets an error here
    assert problems(GOOD) == ["b.yaml:0:0: Input/output error; mend or remove the file"]


def test_a_file_name_cannot_break_the_line(problems: Problems) -> None:
    [problem] = problems({"a\n\x1b[31m.yaml": ""})
    assert problem.startswith("a\\n\\x1b[31m.yaml:1:1: file is empty; ")


def test_one_unreadable_file_does_not_hide_the_others(tmp_path: Path, problems: Problems) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    found = problems({"b.yaml": "", "c.yaml": "fact: []", "d.yml": ""})
    assert [line.split(":")[0] for line in found] == ["a.yaml", "b.yaml", "c.yaml", "d.yml"]
