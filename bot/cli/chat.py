"""`chat`: the conversation in a terminal, with line editing, history and colour; or in a pipe."""

from __future__ import annotations

import contextlib
import sys
from argparse import Namespace
from collections.abc import Generator, Iterator
from pathlib import Path
from random import Random
from types import ModuleType

from rich.console import Console
from rich.text import Text

from bot.archive import Archive
from bot.cli import streams
from bot.cli.layout import Line, Style
from bot.cli.opening import open_library, open_settings
from bot.cli.readers import given_horizon
from bot.cli.session import Chat
from bot.library import InProcess
from bot.replies import wording

try:
    import readline
except ImportError:  # Windows, and Pythons built without it
    readline: ModuleType | None = None

__all__ = ["chat"]

_STYLES = {
    Style.HEADING: "bold cyan",
    Style.PLAIN: "",
    Style.QUOTATION: "italic",
    Style.SMALL: "dim",
    Style.SOURCE: "dim",
}
_HISTORY_LINES = 1000


class _Console(Console):
    """A terminal, or a pipe whose closing is told like everybody else's."""

    def on_broken_pipe(self) -> None:
        """Raise the BrokenPipeError again, in whose handler this is called."""
        raise


def chat(arguments: Namespace) -> int:
    """Answer what is typed until it ends."""
    settings = open_settings(arguments)
    library = open_library(settings.facts_dir, InProcess(settings.data_dir))
    archive = Archive(library, Random())
    talk = Chat(archive, given_horizon(arguments, archive.show))
    console = _console()
    greeting = Line(wording.greeting(archive.show))
    for line in _typed(console, greeting, settings.data_dir / "chat-history"):
        _paint(console, talk.respond(line))
        if talk.is_over:
            break
    return 0


def _console() -> Console:
    """The terminal; with NO_COLOR, of which rich still makes bold and italic, without any style."""
    console = _Console(highlight=False, markup=False, emoji=False)
    if not console.no_color:
        return console
    return _Console(highlight=False, markup=False, emoji=False, color_system=None)


def _typed(console: Console, greeting: Line, history: Path) -> Iterator[str]:
    """The lines of a person at a terminal, or of a pipe, which gets no prompt."""
    if not (sys.stdin and sys.stdin.isatty() and console.is_terminal):
        yield from streams.inputs(streams.STANDARD_INPUT)
        return
    _paint(console, (greeting,))
    with _remembered(history):
        while True:
            try:
                yield input("> ")
            except EOFError:
                console.print()
                return
            except KeyboardInterrupt:
                console.print()
                if not _is_half_typed():
                    raise


def _is_half_typed() -> bool:
    """Whether something stood on the line that was given up, as far as can be known."""
    return readline is not None and readline.get_line_buffer() != ""


@contextlib.contextmanager
def _remembered(history: Path) -> Generator[None]:
    """Line editing with the history of earlier chats, where that can be read and kept."""
    if readline is None:
        yield
        return
    with contextlib.suppress(OSError):
        readline.read_history_file(history)
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            history.parent.mkdir(parents=True, exist_ok=True)
            readline.set_history_length(_HISTORY_LINES)
            readline.write_history_file(history)


def _paint(console: Console, lines: tuple[Line, ...]) -> None:
    with streams.output():
        for line in lines:
            # Addresses are left to the terminal to wrap, so that they stay whole when copied.
            whole = line.style is Style.SOURCE or not console.is_terminal
            console.print(Text(line.text, style=_STYLES[line.style]), soft_wrap=whole)
        if lines:
            console.print()
