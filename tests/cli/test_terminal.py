"""Terminals, pipes and files that do not take or give what a command expects of them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import clean_environment

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the shell of these tests is bash")

FULL = Path("/dev/full")
SCHOOL = "What is the name of the high school in the series?"
COMMANDS = {
    "ask": f"ask '{SCHOOL}'",
    "ask --json": f"ask --json '{SCHOOL}'",
    "ask --explain": f"ask --explain '{SCHOOL}'",
    "ask -": "ask - < lines",
    "quote": "quote park",
    "quote --json": "quote --json - < lines",
    "check": "check",
    "check --json": "check --json",
    "chat": "chat < lines",
    "--help": "--help",
    "--version": "--version",
    "ask --help": "ask --help",
}


def in_shell(facts: Path, script: str, **settings: str) -> tuple[int, str, str]:
    """The exit code, output and errors of a script in which $HYOSAN is the program."""
    lines = f"{SCHOOL}\n" * 3
    (facts.parent / "lines").write_text(lines, encoding="utf-8")
    environment = clean_environment() | {"FACTS_DIR": str(facts)} | settings
    done = subprocess.run(
        ["bash", "-c", script.replace("$HYOSAN", f"{sys.executable} -m bot")],
        capture_output=True,
        cwd=facts.parent,
        env=environment,
        check=False,
    )
    return done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode()


@pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full")
@pytest.mark.parametrize("name", COMMANDS)
def test_a_full_disk_is_one_line_and_its_code(facts: Path, name: str) -> None:
    status, _, err = in_shell(facts, f"$HYOSAN {COMMANDS[name]} > /dev/full")
    assert err == "The output cannot be written: No space left on device.\n"
    assert status == 74


@pytest.mark.parametrize("name", COMMANDS)
def test_a_reader_that_is_gone_is_no_line_and_its_code(facts: Path, name: str) -> None:
    # The reader ends before the command begins, so that not even the first line finds it.
    pipe = f"mkfifo p; true < p & exec 3> p; wait; $HYOSAN {COMMANDS[name]} >&3"
    assert in_shell(facts, pipe) == (141, "", "")


@pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full")
@pytest.mark.parametrize("name", ["ask", "check", "chat", "--version"])
def test_errors_that_cannot_be_written_change_nothing(facts: Path, name: str) -> None:
    status, out, _ = in_shell(facts, f"$HYOSAN {COMMANDS[name]} 2> /dev/full")
    assert status == 0
    assert out


@pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full")
def test_an_error_that_cannot_be_written_keeps_its_code(facts: Path) -> None:
    assert in_shell(facts, "$HYOSAN run 2> /dev/full")[0] == 2
    assert in_shell(facts, "$HYOSAN sing 2> /dev/full")[0] == 2
    assert in_shell(facts, "$HYOSAN ask x > /dev/full 2> /dev/full")[0] == 74


@pytest.mark.parametrize(
    ("name", "says"),
    [("ask -", ""), ("quote --json", ""), ("chat", ""), ("ask", "Hyosan High School")],
)
def test_closed_standard_input(facts: Path, name: str, says: str) -> None:
    command = COMMANDS[name].removesuffix(" < lines")
    status, out, err = in_shell(facts, f"$HYOSAN {command} <&-")
    assert (status, err) == (0, "")
    assert says in out


def test_closed_output_and_errors(facts: Path) -> None:
    assert in_shell(facts, f"$HYOSAN {COMMANDS['ask']} >&-") == (0, "", "")
    assert in_shell(facts, "$HYOSAN run 2>&-") == (2, "", "")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
@pytest.mark.parametrize("command", ["ask -", "ask --json -", "chat"])
def test_a_terminal_that_is_not_utf_8(facts: Path, encoding: str, command: str) -> None:
    script = f"printf '이 학교 이름\\n{SCHOOL}\\n/quote 박지후\\n' | $HYOSAN {command}"
    locale = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", "LC_ALL": "C"}
    status, out, err = in_shell(facts, script, **locale)
    assert (status, err) == (0, "")
    assert "The students go to Hyosan High School." in out
