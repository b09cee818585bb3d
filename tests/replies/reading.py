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
    """Everything that everybody reads, titles of veils and labels of buttons too."""
    shown = [_text(card.open) for card in reply.cards]
    titles = [veil.title for card in reply.cards for veil in card.further]
    labels = [action.label for action in reply.actions]
    return "\n".join([*shown, *titles, *labels]).strip("\n")


def veiled_text(reply: Reply) -> str:
    """Everything behind a veil."""
    veiled = [blocks for card in reply.cards for blocks in (card.veiled, *_beyond(card))]
    return "\n".join(map(_text, veiled)).strip("\n")


def _beyond(card: Reply) -> Iterable[tuple[Block, ...]]:
    return (veil.veiled for veil in card.further)


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
