"""`python -m bot check`."""

from __future__ import annotations

import json
from pathlib import Path

from command_line import Hyosan

ONLY_A_WARNING = "facts:\n  - {id: a, question: How old is it?, answer: Very old.}\n"
TWO_ERRORS = "facts:\n  - {id: b, answer: No., spoiler: 14}\n"


def test_nothing_to_mend(hyosan: Hyosan, facts: Path) -> None:
    done = hyosan("check", "facts")
    assert (done.status, done.out) == (0, "")
    assert done.err == "2 facts, 2 quotes, 3 people, 2 phrasings: 0 errors, 0 warnings.\n"


def test_a_warning_is_a_problem_but_no_error(hyosan: Hyosan, facts: Path) -> None:
    (facts / "b.yaml").write_text(ONLY_A_WARNING, encoding="utf-8")
    done = hyosan("check", str(facts))
    assert done.status == 1
    assert done.lines == [
        "facts/b.yaml:2:5: warning: fact 'a': no source; add where it was published"
    ]
    assert done.err == "3 facts, 2 quotes, 3 people, 3 phrasings: 0 errors, 1 warning.\n"


def test_every_problem_in_one_run(hyosan: Hyosan, facts: Path) -> None:
    (facts / "b.yaml").write_text(TWO_ERRORS, encoding="utf-8")
    (facts / "c.yaml").write_bytes(b"\xff")
    done = hyosan("check", FACTS_DIR=str(facts))
    assert done.status == 1
    assert len(done.lines) == 3
    assert done.lines[0].startswith("facts/b.yaml:2:")
    assert done.lines[2].startswith("facts/c.yaml:")
    assert done.err == "3 errors, 0 warnings.\n"


def test_json(hyosan: Hyosan, facts: Path) -> None:
    (facts / "b.yaml").write_text(TWO_ERRORS + ONLY_A_WARNING[7:], encoding="utf-8")
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


def test_the_shipped_knowledge_has_no_error(hyosan: Hyosan) -> None:
    done = hyosan("check", "--json")
    assert [line for line in done.lines if json.loads(line)["severity"] == "error"] == []
