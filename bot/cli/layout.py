"""A reply as lines of text, without colour; the chat adds that by each line's style."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from bot.replies import wording
from bot.replies.model import (
    Block,
    Countdown,
    Heading,
    Jump,
    Note,
    Picture,
    Quotation,
    QuoteOf,
    Reply,
    Rule,
    ShowFact,
    ShowPerson,
    Sources,
    Text,
    Usage,
)
from bot.text import printable

__all__ = ["Line", "Style", "numbered", "once", "plain"]


class Style(Enum):
    """How a line is to look."""

    HEADING = auto()
    PLAIN = auto()
    QUOTATION = auto()
    SMALL = auto()
    SOURCE = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph that a terminal can show."""

    text: str
    style: Style = Style.PLAIN


def once(reply: Reply, *, spoilers: bool) -> Iterator[Line]:
    """The lines of a reply to a single command, after which nothing can be chosen."""
    yield from _body(reply, wording.HIDDEN_IN_OUTPUT, unveiled=spoilers)
    for action in reply.actions:
        if isinstance(action.does, ShowFact | ShowPerson | QuoteOf):
            yield Line(printable(f"- {action.label}"))


def numbered(reply: Reply, *, unveiled: bool) -> Iterator[Line]:
    """The lines of a reply in the chat, with a number before everything that can be chosen."""
    yield from _body(reply, wording.HIDDEN_IN_CHAT, unveiled=unveiled)
    for number, action in enumerate(reply.actions, 1):
        yield Line(printable(f"{number}. {action.label}"))


def plain(lines: Iterable[Line]) -> str:
    """The lines as a text that ends in a line feed."""
    return "".join(f"{line.text}\n" for line in lines)


def _body(reply: Reply, hidden: str, *, unveiled: bool) -> Iterator[Line]:
    for card in reply.cards:
        yield from _card(card, hidden, unveiled=unveiled)


def _card(reply: Reply, hidden: str, *, unveiled: bool) -> Iterator[Line]:
    for block in reply.open:
        yield from _lines(block)
    if reply.veiled and not unveiled:
        yield Line(hidden, Style.SMALL)
        return
    for block in reply.veiled:
        yield from _lines(block)


def _lines(block: Block) -> Iterator[Line]:
    match block:
        case Heading(text):
            yield Line(printable(text), Style.HEADING)
        case Text(text):
            yield Line(printable(text))
        case Quotation(text):
            yield Line(printable(text), Style.QUOTATION)
        case Note(text):
            yield Line(printable(text), Style.SMALL)
        case Usage(command, about):
            yield Line(printable(wording.command(command, about)))
        case Sources() | Picture():
            yield from _origins(block)
        case Countdown(text):
            yield Line(printable(text), Style.SMALL)
        case Jump(label, url):
            yield Line(printable(wording.in_a_line((label, url))), Style.SOURCE)
        case Rule():
            yield Line("")


def _origins(block: Sources | Picture) -> Iterator[Line]:
    """Where something is from, with the whole address."""
    if isinstance(block, Picture):
        picture = (wording.picture(block.image.licence), block.image.url)
        yield Line(printable(wording.in_a_line(picture)), Style.SOURCE)
        return
    if block.notes:
        yield Line(printable(wording.in_a_line(block.notes)), Style.SMALL)
    for source in block.sources:
        name = source.publisher or source.title
        yield Line(printable(wording.source(name, source.url)), Style.SOURCE)
