"""Replies as texts, and what they are built against."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.knowledge.schema import Person
from bot.knowledge.show import Show
from bot.replies.model import Block, Context, Jump, Picture, Reply, Rule, Sources, Usage
from bot.spoilers.horizon import NOTHING, Horizon

NO_PEOPLE: Mapping[str, Person] = {}


def context(horizon: Horizon = NOTHING, people: Mapping[str, Person] = NO_PEOPLE) -> Context:
    """A reader of that horizon, and a series of which nothing is said."""
    return Context(Show(), people, horizon)


def open_text(reply: Reply) -> str:
    """Everything that everybody reads, labels of buttons too."""
    shown = [_text(card.open) for card in reply.cards]
    return "\n".join([*shown, *(action.label for action in reply.actions)]).strip("\n")


def veiled_text(reply: Reply) -> str:
    """Everything behind the veil."""
    return "\n".join(_text(card.veiled) for card in reply.cards).strip("\n")


def _text(blocks: Iterable[Block]) -> str:
    return "\n".join(map(_one, blocks))


def _one(block: Block) -> str:
    if isinstance(block, Sources):
        listed = (f"{source.title} {source.url}" for source in block.sources)
        return "\n".join((*block.notes, *listed))
    if isinstance(block, Picture):
        return f"{block.image.url} {block.image.licence} {block.image.alt}"
    if isinstance(block, Usage):
        return " ".join((block.command, block.about, *block.examples))
    if isinstance(block, Jump):
        return f"{block.label} {block.url}"
    return "" if isinstance(block, Rule) else block.text
