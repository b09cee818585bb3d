from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from command_line import Hyosan, Outcome, clean_environment


@pytest.fixture
def facts(copy_of: Callable[[str], Path]) -> Path:
    """A facts folder that holds just enough."""
    return copy_of("terminal")


@pytest.fixture
def hyosan(tmp_path: Path) -> Hyosan:
    """Run `python -m bot` with these arguments in an empty folder."""

    def run(*arguments: str | bytes, stdin: bytes = b"", **settings: str) -> Outcome:
        done = subprocess.run(
            [sys.executable, "-m", "bot", *arguments],
            input=stdin,
            capture_output=True,
            cwd=tmp_path,
            env=clean_environment() | settings,
            check=False,
        )
        return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture
def untouched_logging() -> Iterator[None]:
    """Put logging back afterwards as it was."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
