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

__all__ = ["Line", "Style", "numbered", "once", "plain", "veils"]


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
    yield from _body(reply, wording.HIDDEN_IN_OUTPUT, lifted=veils(reply) if spoilers else 0)
    for action in reply.actions:
        if isinstance(action.does, ShowFact | ShowPerson | QuoteOf):
            yield Line(printable(f"- {action.label}"))


def numbered(reply: Reply, *, lifted: int = 0) -> Iterator[Line]:
    """The lines of a reply in the chat, with a number before everything that can be chosen.

    So many of its veils are `lifted`.
    """
    yield from _body(reply, wording.HIDDEN_IN_CHAT, lifted=lifted)
    for number, action in enumerate(reply.actions, 1):
        yield Line(printable(f"{number}. {action.label}"))


def plain(lines: Iterable[Line]) -> str:
    """The lines as a text that ends in a line feed."""
    return "".join(f"{line.text}\n" for line in lines)


def veils(reply: Reply) -> int:
    """How many veils can be lifted, one after the other: those of all its cards, and each beyond.

    What is behind the first of several cards' veils is of one question, and is lifted with them.
    """
    is_veiled = any(card.veiled for card in reply.cards)
    return is_veiled + sum(len(card.further) for card in reply.cards)


def _body(reply: Reply, hidden: str, *, lifted: int) -> Iterator[Line]:
    """The lines of all cards; what is `hidden` is said beneath the first veil that is down."""
    is_veiled = any(card.veiled for card in reply.cards)
    left = lifted - is_veiled
    hints = iter((hidden,))
    for card in reply.cards:
        for block in card.open:
            yield from _lines(block)
        if card.veiled and lifted:
            for block in card.veiled:
                yield from _lines(block)
        elif card.veiled:
            yield Line(hidden, Style.SMALL)
            hints = iter(())
        for veil in card.further:
            yield Line(printable(veil.title), Style.SMALL)
            if left > 0:
                for block in veil.veiled:
                    yield from _lines(block)
            else:
                yield from (Line(hint, Style.SMALL) for hint in hints)
            left -= 1


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
