"""Snapshots built in a process of its own, so that the bot goes on answering.

Reading and building take seconds of computing, in which a thread would hold up every other. The
process gives way to others (a nice value), is killed when it takes too long or is no longer wanted,
and ends by itself when the bot does. What it has built comes over in pieces.
"""

from __future__ import annotations

import gc
import logging
import os
import pickle
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Generator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any, NoReturn

from bot.knowledge.layers import Layer
from bot.knowledge.problems import Place, Problem
from bot.library import LoadError, Snapshot, find_snapshot, load_snapshot
from bot.pieces import receive, send

__all__ = ["Builder", "main"]

log = logging.getLogger(__name__)

LIMIT = 600.0
"""Seconds after which a build is killed: 20,000 facts take one minute, on a busy machine two."""

NICE = 5
"""How far the process steps back behind others, from 0 to 19."""

STRETCH = 0.002
"""Seconds for which pieces are taken in before others get their turn."""

SHARE = 3
"""How many times as long that turn is."""

_PROGRAM = "import sys; sys.path[:] = sys.argv[1:]; from bot.builder import main; main()"

_TOO_LONG = "building took more than {} seconds and was given up; split or shorten the files"
_STOPPED = "the bot is being stopped, and no longer builds; reload when it is back"
_DIED = "building failed (the log tells more); free some memory and reload, or tell who runs me"


@dataclass(frozen=True, slots=True)
class _Refused:
    """What comes in place of a snapshot: the problems of the files."""

    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Failed:
    """What comes in place of a snapshot when building itself went wrong: the traceback."""

    report: str


class Builder:
    """Builds snapshots, one at a time, each in a process of its own."""

    def __init__(self, limit: float = LIMIT, data_dir: Path | None = None) -> None:
        """`limit` is for how many seconds a build may take.

        What takes long to compute is kept in `data_dir`, if that is given and a folder.
        """
        self._limit = limit
        self._data_dir = data_dir
        self._is_serving = False
        self._is_stopped = False
        self._process: subprocess.Popen[bytes] | None = None

    def load(self, layers: Sequence[Layer]) -> Snapshot:
        """Build a snapshot of `layers`; raises LoadError, also when it was stopped or failed.

        Blocks, but holds no other thread up for more than some milliseconds; except that the first
        time, when nobody is served yet, what was built before is taken in at once.
        """
        kept = self._kept(layers)
        self._is_serving = True
        return self._build(layers) if kept is None else kept

    def _kept(self, layers: Sequence[Layer]) -> Snapshot | None:
        if self._is_serving or self._data_dir is None:
            return None
        with _without_collection():
            return find_snapshot(layers, self._data_dir)

    def _build(self, layers: Sequence[Layer]) -> Snapshot:
        started = time.monotonic()
        with self._working(layers) as output:
            try:
                outcome, pieces = self._take(output)
            except (EOFError, pickle.UnpicklingError):  # the process has ended, or was made to
                if self._is_stopped:
                    raise _gave_up(layers, _STOPPED) from None
                if time.monotonic() - started >= self._limit:
                    raise _gave_up(layers, _TOO_LONG.format(round(self._limit))) from None
                log.error("The process that builds the knowledge has ended before it was done")
                raise _gave_up(layers, _DIED) from None
        if isinstance(outcome, _Refused):
            raise LoadError(outcome.problems)
        if isinstance(outcome, _Failed):
            log.error("The knowledge could not be built: %s", outcome.report)
            raise _gave_up(layers, _DIED)
        return replace(outcome, pieces=pieces)

    def stop(self) -> None:
        """Let the build that is going on fail at once, and those that come."""
        self._is_stopped = True
        process = self._process
        if process is not None:
            process.kill()

    @contextmanager
    def _working(self, layers: Sequence[Layer]) -> Generator[IO[bytes]]:
        """A process at work on `layers`, for as long as it may take; yields its output."""
        with _process() as process:
            timer = threading.Timer(self._limit, process.kill)
            timer.daemon = True
            self._process = process
            try:
                timer.start()
                if self._is_stopped:  # perhaps before there was a process to stop
                    process.kill()
                assert process.stdin is not None
                assert process.stdout is not None
                _ask_for(layers, self._data_dir, process.stdin)
                yield process.stdout
            finally:
                timer.cancel()
                process.kill()

    def _take(self, output: IO[bytes]) -> tuple[Any, tuple[object, ...]]:
        """What comes in the end, and the pieces it is made of; lets others go on in between."""
        stream = receive(output)
        pieces = [next(stream)]  # comes when all is built; until then there is nothing to do
        with _without_collection():
            since = time.perf_counter()
            for piece in stream:
                pieces.append(piece)
                if (busy := time.perf_counter() - since) > STRETCH:
                    if self._is_stopped:
                        raise EOFError
                    time.sleep(SHARE * min(busy, STRETCH))
                    since = time.perf_counter()
        return pieces.pop(), tuple(pieces)


@contextmanager
def _without_collection() -> Generator[None]:
    """Leave what is made meanwhile to itself: nothing of it has cycles, and to look through all of
    it for some would take longer than anybody should wait, now and ever after."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _process() -> subprocess.Popen[bytes]:
    """A fresh process that runs `main`; Ctrl-C in the terminal is not for it."""
    command = [sys.executable, "-c", _PROGRAM, *sys.path]
    if sys.platform == "win32":
        flags = subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.BELOW_NORMAL_PRIORITY_CLASS
        return subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, creationflags=flags
        )
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
    )


def _ask_for(layers: Sequence[Layer], data_dir: Path | None, file: IO[bytes]) -> None:
    """Say what is to be built; the file stays open for as long as somebody waits for it."""
    with suppress(BrokenPipeError):  # it has ended already, which its output tells
        os.write(file.fileno(), pickle.dumps((tuple(layers), data_dir)))


def _gave_up(layers: Sequence[Layer], why: str) -> LoadError:
    folder = layers[-1].folder if layers else Path()
    return LoadError((Problem(Place(str(folder)), f"facts folder: {why}"),))


# -- in the process itself


def main() -> NoReturn:
    """Read from standard input what to build, and write what came of it to standard output."""
    output = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever prints must not come in between
    gc.disable()  # nothing of it is ever dropped
    if sys.platform != "win32":
        os.nice(NICE)
    task: tuple[tuple[Layer, ...], Path | None] = pickle.load(sys.stdin.buffer)
    threading.Thread(target=_end_with_the_bot, daemon=True).start()
    send(_built(*task), output)
    os._exit(0)  # to take everything down bit by bit would take a while


def _built(layers: Sequence[Layer], data_dir: Path | None) -> Snapshot | _Refused | _Failed:
    try:
        return replace(load_snapshot(layers, data_dir), pieces=())  # its taker has others
    except LoadError as error:
        return _Refused(error.problems)
    except Exception:
        return _Failed(traceback.format_exc())


def _end_with_the_bot() -> NoReturn:
    """End as soon as the bot is gone, however it went: standard input then ends."""
    os.read(0, 1)
    os._exit(1)
