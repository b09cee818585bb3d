"""numpy's products run in one thread, wherever the program starts."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from bot.blas import VARIABLES
from tests.knowledges import folder_of
from tests.program import clean_environment

POOLS = "import threadpoolctl as t; print(*{pool['num_threads'] for pool in t.threadpool_info()})"


def threads(script: str, **given: str) -> str:
    """The numbers of threads that numpy's libraries have after `script`, in a fresh process."""
    kept = {key: value for key, value in clean_environment().items() if key not in VARIABLES}
    done = subprocess.run(
        [sys.executable, "-c", f"{script}; {POOLS}"],
        capture_output=True,
        text=True,
        check=True,
        env=kept | given,
    )
    return done.stdout.strip()


@pytest.mark.parametrize(
    "module",
    ["bot.__main__, bot.matching.matcher", "bot.training.fit", "bot.library", "bot.client.app"],
)
def test_numpy_computes_in_one_thread(module: str) -> None:
    assert threads(f"import {module}") == "1"


def test_the_installed_command_does_too() -> None:
    hyosan = shutil.which("hyosan", path=os.path.dirname(sys.executable))
    if hyosan is None:
        pytest.skip("run from a source tree that was never installed")
    script = "import runpy, sys; sys.argv = ['hyosan', 'ask', 'kiss']; __name__ = '__main__'"
    run = f"runpy.run_path({hyosan!r}, run_name='hyosan')"
    asked = threads(
        f"{script}; {run}; import bot.matching.matcher", FACTS_DIR=str(folder_of("pair"))
    )
    assert asked == "1"


@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="more threads than cores are not given")
def test_whoever_sets_another_number_gets_it() -> None:
    given = dict.fromkeys(VARIABLES, "2")
    assert threads("import bot.matching.matcher", **given) == "2"
