"""Snapshots from another process: the same as if built here, or the reason why there is none."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from bot.builder import Builder
from bot.knowledge.layers import Layer
from bot.library import Changes, Library, LoadError, load_snapshot
from tests.knowledges import folder_of
from tests.program import REPOSITORY, clean_environment

PAIR = (Layer.of(folder_of("pair")),)
SERIES = (Layer.of(folder_of("series")),)


class Unpickled:
    """Calls a function with an argument in the process that it is sent to."""

    def __init__(self, function: Callable[[Any], object], argument: object) -> None:
        self._call = (function, (argument,))

    def __reduce__(self) -> Any:
        return self._call


def layers_that(function: Callable[[Any], object], argument: object) -> tuple[Layer, ...]:
    folder: Any = Unpickled(function, argument)
    return (*PAIR, Layer("broken", folder))


def reason(builder: Builder, layers: tuple[Layer, ...]) -> str:
    """Why there is no snapshot."""
    with pytest.raises(LoadError) as caught:
        builder.load(layers)
    (problem,) = caught.value.problems
    return problem.message


def test_a_snapshot_is_the_same_as_one_built_here() -> None:
    here, there = load_snapshot(SERIES), Builder().load(SERIES)
    assert there.knowledge == here.knowledge
    assert there.warnings == here.warnings
    for fact in here.knowledge.facts.values():
        for phrasing in (*fact.phrasings, f"hey {fact.question}"):
            assert there.matcher.decide(phrasing) == here.matcher.decide(phrasing)
    assert there.quotes.find("the director") == here.quotes.find("the director")


def test_files_with_errors_are_refused_with_all_of_them(tmp_path: Path) -> None:
    (tmp_path / "facts.yaml").write_text("facts:\n  - {id: a}\n  - b\n", encoding="utf-8")
    layers = (Layer.of(tmp_path),)
    with pytest.raises(LoadError) as here:
        load_snapshot(layers)
    with pytest.raises(LoadError) as there:
        Builder().load(layers)
    assert there.value.problems == here.value.problems
    assert len(there.value.problems) == 3


def test_a_library_reloads_with_it(copy_of: Callable[[str], Path]) -> None:
    folder = copy_of("pair")
    library = Library([Layer.of(folder)], Builder())
    facts = folder / "facts.yaml"
    for before, after in (("Hyosan.", "Hyosan High."), ("High.", "High School.")):
        text = facts.read_text(encoding="utf-8")
        facts.write_text(text.replace(before, after), encoding="utf-8")
        assert library.reload().changes == Changes((), ("facts/school",), ())
    found = library.current.matcher.decide("What is the name of the high school?").fact
    assert found is not None
    assert found.answer == "Hyosan High School."


def test_one_that_takes_too_long_is_given_up() -> None:
    message = reason(Builder(limit=0.5), layers_that(time.sleep, 3600))
    assert "building took more than" in message


def test_one_that_is_stopped_is_given_up_at_once() -> None:
    builder = Builder()
    with ThreadPoolExecutor() as pool:
        failed = pool.submit(reason, builder, layers_that(time.sleep, 3600))
        builder.stop()
        assert "the bot is being stopped" in failed.result()
    assert "the bot is being stopped" in reason(builder, PAIR)


def test_one_whose_process_dies_is_told(caplog: pytest.LogCaptureFixture) -> None:
    assert "building failed" in reason(Builder(), layers_that(os._exit, 1))
    (record,) = caplog.records
    assert "ended before it was done" in record.getMessage()


def test_one_that_fails_is_told_and_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.ERROR)
    nothing: Any = None
    assert "building failed" in reason(Builder(), (*PAIR, Layer("broken", nothing)))
    assert "Traceback" in caplog.text


def test_what_it_prints_is_no_part_of_it(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(LoadError):
        Builder().load(layers_that(print, "hello"))
    assert capfd.readouterr() == ("", "hello\n")


class EndlessFolder(type(Path())):
    """A folder that tells through a pipe that it is looked at, and then never ends."""

    def iterdir(self) -> Any:
        with self.joinpath("told").open("wb"):
            pass
        time.sleep(3600)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such pipes")
def test_its_process_ends_with_the_bot_however_that_ends(tmp_path: Path) -> None:
    """What both can write to ends only when both are gone."""
    os.mkfifo(tmp_path / "told")
    script = (
        "import sys; from bot.builder import Builder; from bot.knowledge.layers import Layer\n"
        "from tests.test_builder import EndlessFolder\n"
        "Builder().load([Layer.of(EndlessFolder(sys.argv[1]))])"
    )
    command = [sys.executable, "-c", script, str(tmp_path)]
    with subprocess.Popen(
        command, cwd=REPOSITORY, env=clean_environment(), stderr=subprocess.PIPE
    ) as process:
        (tmp_path / "told").read_bytes()
        process.kill()
        assert process.stderr is not None
        assert process.stderr.read() == b""
