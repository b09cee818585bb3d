"""A reply as lines of text, without colour; the chat adds that by each line's style."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.cli.text import printable
from bot.knowledge.schema import Source
from bot.reply import ANOTHER, Line, Reply

__all__ = ["numbered", "once", "plain"]


def once(reply: Reply, *, spoilers: bool) -> Iterator[Line]:
    """The lines of a reply to a single command, after which nothing can be chosen."""
    yield from _body(reply, "Hidden. Add --spoilers to read it.", unveiled=spoilers)
    for action in reply.actions:
        if action.label != ANOTHER:
            yield _line(f"- {action.label}", "choice")


def numbered(reply: Reply, *, unveiled: bool) -> Iterator[Line]:
    """The lines of a reply in the chat, with a number before everything that can be chosen."""
    yield from _body(reply, "Hidden. Type show to read it.", unveiled=unveiled)
    for number, action in enumerate(reply.actions, 1):
        yield _line(f"{number}. {action.label}", "choice")


def plain(lines: Iterable[Line]) -> str:
    """The lines as a text that ends in a line feed."""
    return "".join(f"{line.text}\n" for line in lines)


def _body(reply: Reply, hidden: str, *, unveiled: bool) -> Iterator[Line]:
    for line in reply.open_lines:
        yield _line(line.text, line.style)
    if reply.spoiler and not unveiled:
        yield Line(hidden, "small")
        return
    for line in reply.veiled_lines:
        yield _line(line.text, line.style)
    for source in reply.sources:
        yield _line(_source(source), "source")


def _line(text: str, style: str) -> Line:
    return Line(printable(text), style)


def _source(source: Source) -> str:
    return f"Source: {source.publisher or source.title}, {source.url}"
