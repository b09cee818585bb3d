"""Standard input, line by line, and what is written to standard output and error."""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
from collections.abc import Generator, Iterable, Iterator

from bot.cli.failure import NO_OUTPUT, Failure

__all__ = [
    "STANDARD_INPUT",
    "complain",
    "flush",
    "inputs",
    "output",
    "progress",
    "set_up",
    "settle",
    "write",
    "write_json",
]

_PROGRESS = 60
"""As wide as the longest line of progress."""

STANDARD_INPUT = "-"
"""The argument that stands for one input per line on standard input."""


def set_up() -> None:
    """Let no byte that is read and no character that is written raise an error."""
    stdin = sys.stdin
    if isinstance(stdin, io.TextIOWrapper):  # it is None where the shell has closed it
        # A lone carriage return stays in its line, so that input and output are paired.
        stdin.reconfigure(encoding="utf-8-sig", errors="replace", newline="\n")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


@contextlib.contextmanager
def output() -> Generator[None]:
    """Writing to standard output. What is written arrives here, or a Failure tells why not.

    Raises BrokenPipeError where the reader went away.
    """
    try:
        yield
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise Failure(f"The output cannot be written: {error.strerror}.", NO_OUTPUT) from None


def flush() -> None:
    """Write out what is still held back; raises as `output` does."""
    with output():
        pass


def settle() -> None:
    """Drop what no stream takes any more, before Python tries once more and complains."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            try:
                stream.flush()
            except OSError:
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def inputs(given: str) -> Iterable[str]:
    """What was given; or each line of standard input, without its end, as it comes in."""
    if given == STANDARD_INPUT:
        return _lines()
    return (os.fsencode(given).decode("utf-8", "replace"),)  # whatever the locale made of it


def write(text: str) -> None:
    """Write `text` and a line feed, at once."""
    with output():
        print(text)


def write_json(value: object) -> None:
    """Write `value` as one line of plain ASCII, at once."""
    write(json.dumps(value))


def complain(text: str) -> None:
    """Write a line for the person at the terminal, apart from the output, where that works."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            print(text, file=sys.stderr, flush=True)


def progress(text: str) -> None:
    """Show the person at a terminal what is being done, in place of what was shown before.

    Nothing is written where no terminal shows it; empty text leaves a clean line.
    """
    if sys.stderr is not None and sys.stderr.isatty():
        print(f"\r{text:<{_PROGRESS}}\r{text}", end="", file=sys.stderr, flush=True)


def _lines() -> Iterator[str]:
    stream: Iterable[str] = sys.stdin or ()  # None where the shell has closed it
    for line in stream:
        yield line.removesuffix("\n").removesuffix("\r")
