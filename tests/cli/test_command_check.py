"""`python -m bot check`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import Hyosan

from tests.program import REPOSITORY

ONLY_A_WARNING = """\
facts:
  - {id: a, question: How old is it?, answer: Very old., key: [old], aliases: [age, b, c, d]}
"""
NOTHING_TO_MEND = ONLY_A_WARNING.replace(
    "[old]", '[old], sources: [{title: T, url: "https://a.b/c"}]'
)
ADVICE = """\
facts:
  - id: chairs
    question: How many chairs stand in the music room?
    aliases:
      - number of chairs
      - count the seats
      - chairs how many
      - which hue has the bicycle of the principal
    answer: There are twelve chairs.
    key: [twelve]
    sources: [{title: T, url: "https://a.b/c"}]
  - id: bicycle
    question: What colour is the bicycle of the principal?
    aliases: [bicycle paint, headmaster bike colour, which hue has his bike, red or blue bike]
    answer: The bicycle is green.
    key: [green]
    sources: [{title: T, url: "https://a.b/c"}]
"""
TWO_ERRORS = "facts:\n  - {id: b, answer: No., key: 7}\n"


def test_nothing_to_mend(hyosan: Hyosan, facts: Path) -> None:
    (facts / "all.yaml").write_text(NOTHING_TO_MEND, encoding="utf-8")
    done = hyosan("check", "facts")
    assert (done.status, done.out) == (0, "")
    assert done.err == "1 fact, 0 quotes, 0 people, 5 phrasings: 0 errors, 0 warnings, 0 advice.\n"


@pytest.mark.parametrize(("strict", "status"), [((), 0), (("--strict",), 1)])
def test_a_warning_is_no_error_unless_strict(
    hyosan: Hyosan, facts: Path, strict: tuple[str, ...], status: int
) -> None:
    (facts / "all.yaml").write_text(ONLY_A_WARNING, encoding="utf-8")
    done = hyosan("check", *strict, str(facts))
    assert done.status == status
    assert done.lines == [
        "facts/all.yaml:2:5: warning: fact 'a': no source; add where it was published"
    ]
    assert done.err == "1 fact, 0 quotes, 0 people, 5 phrasings: 0 errors, 1 warning, 0 advice.\n"


def test_an_explained_warning_is_none(hyosan: Hyosan, facts: Path) -> None:
    explained = ONLY_A_WARNING.replace("facts:\n", "facts:\n  # ok: everybody knows\n")
    (facts / "all.yaml").write_text(explained, encoding="utf-8")
    done = hyosan("check", "facts")
    assert (done.status, done.out) == (0, "")
    assert done.err.endswith(": 0 errors, 0 warnings, 0 advice, 1 explained.\n")


def test_advice_is_never_an_error(hyosan: Hyosan, facts: Path) -> None:
    (facts / "all.yaml").write_text(ADVICE, encoding="utf-8")
    done = hyosan("check", "--strict", "facts")
    assert done.status == 0
    (line,) = done.lines
    assert line.startswith("facts/all.yaml:8:9: advice: fact 'chairs': 'which hue has the bicycle")
    assert done.err.endswith(": 0 errors, 0 warnings, 1 advice.\n")
    (problem,) = map(json.loads, hyosan("check", "--json", "facts").lines)
    assert problem["severity"] == "advice"


def test_it_says_how_far_it_is_on_a_terminal_alone(facts: Path) -> None:
    pty = pytest.importorskip("pty", reason="there are no such terminals")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "bot", "check", str(facts)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs, cwd=REPOSITORY) as done:
        assert done.stdout is not None
        out = done.stdout.read().decode()
    os.close(theirs)
    shown = os.read(ours, 65536).decode()
    os.close(ours)
    assert "asking phrasing 0 of" in shown
    assert shown.endswith("advice.\r\n")
    assert "\r" not in out


def test_a_pipe_is_not_told_how_far_it_is(hyosan: Hyosan, facts: Path) -> None:
    done = hyosan("check", "facts")
    assert "\r" not in done.err
    assert done.err.count("\n") == 1


def test_the_rest_is_asked_when_it_is_thorough(hyosan: Hyosan, facts: Path) -> None:
    folder = facts / "phrasings"
    folder.mkdir()
    (facts / "all.yaml").write_text(ADVICE, encoding="utf-8")
    further = "".join(f"    - chair number {n} of the room\n" for n in range(600))
    (folder / "all.yaml").write_text(f"phrasings:\n  chairs:\n{further}", encoding="utf-8")
    quick, thorough = hyosan("check", "facts"), hyosan("check", "--thorough", "facts")
    assert quick.err.endswith("Asked 500 phrasings for advice; --thorough asks all.\n")
    assert "--thorough" not in thorough.err
    assert len(thorough.lines) >= len(quick.lines) == 1


def test_the_lints_of_the_curator_are_told(hyosan: Hyosan, facts: Path) -> None:
    done = hyosan("check", "facts")
    assert done.status == 0
    assert "facts/all.yaml:6:5: warning: fact 'school-name': no key; add" in done.out


def test_every_problem_in_one_run(hyosan: Hyosan, facts: Path) -> None:
    (facts / "b.yaml").write_text(TWO_ERRORS, encoding="utf-8")
    (facts / "c.yaml").write_bytes(b"\xff")
    done = hyosan("check", FACTS_DIR=str(facts))
    assert done.status == 1
    assert len(done.lines) == 3
    assert done.lines[0].startswith("facts/b.yaml:2:")
    assert done.lines[2].startswith("facts/c.yaml:")
    assert done.err == "3 errors, 0 warnings, 0 advice.\n"


def test_json(hyosan: Hyosan, facts: Path) -> None:
    more = ONLY_A_WARNING.removeprefix("facts:\n")
    (facts / "b.yaml").write_text(TWO_ERRORS + more, encoding="utf-8")
    done = hyosan("check", "--json", "facts")
    assert done.status == 1
    problems = [json.loads(line) for line in done.lines]
    assert {tuple(problem) for problem in problems} == {
        ("path", "line", "column", "severity", "message")
    }
    assert {problem["path"] for problem in problems} == {"facts/b.yaml"}
    assert {problem["severity"] for problem in problems} == {"error", "warning"}
    assert [problem["line"] for problem in problems if problem["severity"] == "warning"] == [3]


def test_a_file_name_cannot_break_the_line(hyosan: Hyosan, facts: Path) -> None:
    (facts / "x\n\x1b[31m.yaml").write_text("", encoding="utf-8")
    done = hyosan("check", "facts")
    assert len(done.lines) == 1
    assert "\x1b" not in done.out


def test_no_such_folder(hyosan: Hyosan) -> None:
    done = hyosan("check", "nowhere")
    assert done.status == 1
    assert done.lines[0].startswith("nowhere:0:0: facts folder: No such file or directory")


@pytest.mark.parametrize("argument", ["--facts=~/facts", "--facts=~nobody-of-this-name"])
def test_a_folder_at_home_that_the_shell_left_as_it_is(
    hyosan: Hyosan, facts: Path, argument: str
) -> None:
    done = hyosan("ask", argument, "anything", HOME=str(facts.parent))
    there = argument.endswith("/facts")
    assert done.status == (0 if there else 1)
    assert ("~nobody-of-this-name:0:0: facts folder: No such file" in done.err) != there
