"""`python -m bot chat`, through a pipe and at a terminal."""

from __future__ import annotations

import os
import select
import signal
import sys
import time
from pathlib import Path

import pytest
from command_line import Hyosan, clean_environment

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
    assert "None of my facts answers “�[31mhamlet�”." in done.lines
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


def at_a_terminal(facts: Path, keys: list[str], **settings: str) -> tuple[int, str]:
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
                os.write(screen, keys[-1].encode())
    except BaseException:
        os.kill(child, signal.SIGKILL)
        raise
    finally:
        os.close(screen)
        _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status), seen


def _type(screen: int, key: str) -> str:
    """Wait for the prompt, type, and return what was on the screen until then."""
    seen = ""
    while "> " not in seen:
        part = _read(screen, 10.0)
        assert part, f"no prompt after {seen!r}"
        seen += part
    os.write(screen, key.encode())
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


def test_no_place_for_history(facts: Path) -> None:
    (facts.parent / "file").write_text("", encoding="utf-8")
    status, _ = at_a_terminal(facts, ["/quit\n"], DATA_DIR=str(facts.parent / "file"))
    assert status == 0
