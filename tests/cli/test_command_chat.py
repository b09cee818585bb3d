"""`python -m bot chat`, through a pipe and at a terminal."""

from __future__ import annotations

import os
import re
import select
import signal
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from command_line import Hyosan, clean_environment

PATIENCE = 120.0
"""Seconds until a prompt has to be there, however busy the machine is."""

SCHOOL = "What is the name of the high school in the series?"
KISS = "How many takes did the kiss scene need?"


def test_through_a_pipe_it_is_plain_text(hyosan: Hyosan, facts: Path) -> None:
    typed = (
        f"{SCHOOL}\n\n/quote park ji-hu\n\x1b[31mhamlet\u202e\n{KISS}\nshow\n/quit\nnever read\n"
    )
    done = hyosan("chat", "--facts", "facts", stdin=typed.encode())
    assert (done.status, done.err) == (0, "")
    assert "\x1b" not in done.out
    assert "> " not in done.out
    assert "The students go to Hyosan High School." in done.lines
    assert "Source: Example News, https://example.org/school" in done.lines
    assert "“I am proud of all of us.”" in done.lines
    assert "Nothing I have a source for answers “�[31mhamlet�”." in done.lines
    assert done.lines.count("Hidden. Type show to read it.") == 1
    assert "The kiss was filmed seventeen times." in done.lines
    assert "never read" not in done.out
    assert not (facts.parent / "data").exists()


def test_the_end_of_input_and_bad_bytes(hyosan: Hyosan, facts: Path) -> None:
    done = hyosan("chat", "--facts", "facts", stdin=b"\xff\xfe\x00\n[red]hi[/nonsense]")
    assert (done.status, done.err) == (0, "")
    assert "[red]hi[/nonsense]" in done.out


def test_broken_knowledge_at_the_start(hyosan: Hyosan, facts: Path) -> None:
    (facts / "b.yaml").write_text("facts: 7\n", encoding="utf-8")
    done = hyosan("chat", "--facts", "facts")
    assert (done.status, done.out) == (1, "")
    assert done.err.startswith("facts/b.yaml:1:")


Typing = str | Callable[[int], None]
"""What to type, or what somebody does at the terminal with that file descriptor."""


def at_a_terminal(facts: Path, keys: Sequence[Typing], **settings: str) -> tuple[int, str]:
    """Type `keys`, each once the prompt is there, and return the exit code and the screen."""
    pty = pytest.importorskip("pty")
    environment = clean_environment() | {"TERM": "xterm-256color"} | settings
    child, screen = pty.fork()
    if child == 0:
        os.chdir(facts.parent)
        command = [sys.executable, "-m", "bot", "chat", "--facts", str(facts)]
        os.execvpe(command[0], command, environment)
    try:
        seen = "".join(_type(screen, key) for key in keys)
        # Python may miss a Ctrl-C that comes just before it waits for keys, so press once more.
        end = time.monotonic() + 15
        while (part := _read(screen, 1.0)) is not None:
            assert time.monotonic() < end, seen
            seen += part
            if not part:
                _press(screen, keys[-1])
    except BaseException:
        os.kill(child, signal.SIGKILL)
        raise
    finally:
        os.close(screen)
        _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status), seen


def _press(screen: int, key: Typing) -> None:
    if isinstance(key, str):
        os.write(screen, key.encode())
    else:
        key(screen)


def _type(screen: int, key: Typing) -> str:
    """Wait for the prompt, type, and return what was on the screen until then."""
    seen = ""
    while "> " not in seen:
        part = _read(screen, PATIENCE)
        assert part, f"no prompt after {seen!r}"
        seen += part
    _press(screen, key)
    return seen


def _read(screen: int, seconds: float) -> str | None:
    """What comes within that time, perhaps nothing; None once the chat has ended."""
    if not select.select([screen], [], [], seconds)[0]:
        return ""
    try:
        return os.read(screen, 4096).decode(errors="replace") or None
    except OSError:  # how Linux tells the end of a terminal
        return None


def test_at_a_terminal(facts: Path) -> None:
    settings = {"DATA_DIR": str(facts.parent / "data")}
    status, seen = at_a_terminal(facts, [f"{KISS}\n", "show\n", "\x04"], **settings)
    assert status == 0
    assert "Hidden. Type show" in seen
    assert "The kiss was filmed seventeen times." in seen
    assert "\x1b[1;36m" in seen
    assert KISS in (facts.parent / "data" / "chat-history").read_text(encoding="utf-8")
    # The arrow up brings the last line of the first chat back; without colours this time.
    status, seen = at_a_terminal(facts, ["\x1b[A\n", "\x03"], NO_COLOR="1", **settings)
    assert status == 130
    assert "Nothing is hidden here." in seen
    assert "Traceback" not in seen
    assert "36m" not in seen


def test_no_color_means_no_style_at_all(facts: Path) -> None:
    keys = [f"{KISS}\n", "show\n", "/quote park ji-hu\n", "\x04"]
    status, seen = at_a_terminal(facts, keys, NO_COLOR="1", DATA_DIR=str(facts.parent))
    assert status == 0
    assert "The kiss was filmed seventeen times." in seen
    assert re.findall(r"\x1b\[[0-9;]*m", seen) == []


def test_control_c_clears_a_line_that_is_half_typed(facts: Path) -> None:
    pytest.importorskip("readline")

    def give_up_half_a_line(screen: int) -> None:
        os.write(screen, b"who plays Na")
        seen = ""
        while "who plays Na" not in seen:
            part = _read(screen, 60.0)
            assert part, f"nothing was typed back after {seen!r}"
            seen += part
        os.write(screen, b"\x03")
        seen = ""
        while "> " not in seen:
            part = _read(screen, PATIENCE)
            assert part is not None, "the chat has ended"
            if not part:  # Python may miss a Ctrl-C that comes just before it waits for keys
                os.write(screen, b"\x03")
            seen += part
        os.write(screen, b"show\n")

    status, seen = at_a_terminal(
        facts, [give_up_half_a_line, "/quit\n"], DATA_DIR=str(facts.parent)
    )
    assert status == 0
    assert "Nothing is hidden here." in seen
    assert "Traceback" not in seen


def test_the_history_is_kept_in_a_folder_that_is_not_there_yet(facts: Path) -> None:
    data = facts.parent / "some" / "where"
    status, _ = at_a_terminal(facts, ["lomon\n", "/quit\n"], DATA_DIR=str(data))
    assert status == 0
    assert "lomon" in (data / "chat-history").read_text(encoding="utf-8")


def test_no_place_for_history(facts: Path) -> None:
    (facts.parent / "file").write_text("", encoding="utf-8")
    status, _ = at_a_terminal(facts, ["/quit\n"], DATA_DIR=str(facts.parent / "file"))
    assert status == 0
