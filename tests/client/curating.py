"""What the tests of the moderators' commands share: a bot with a layer to write to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bot.client.app import Hyosan
from bot.curation.history import Author
from bot.curation.keeping import FILE
from bot.knowledge.layers import Layer
from bot.library import Library
from tests.client.support import make_settings
from tests.discord_server import Member
from tests.discord_server.replies import Reply

ZEBRA = {
    "question": "Which pet did the crew keep on the set?",
    "answer": "A zebra called Mister Stripe.",
    "aliases": "what animal lived on the set\nthe pet of the crew",
    "key": "zebra",
    "sources": "https://example.com/zebra The zebra of the set",
}
EUNJI = Author(7, "eunji")


class Asked:
    """Questions that members are said to have asked."""

    def __init__(self, *questions: str) -> None:
        self.questions = questions

    async def recent(self) -> Sequence[str]:
        return self.questions


def own_layer(tmp_path: Path) -> Layer:
    """Where moderators write in a test."""
    return make_settings(tmp_path).moderators_layer


def open_own(tmp_path: Path, folder: Path) -> Library:
    """A library over a folder and what moderators write."""
    return Library([Layer("own", folder), own_layer(tmp_path)])


def own_file(tmp_path: Path) -> Path:
    """The file that the bot writes."""
    return own_layer(tmp_path).folder / FILE


async def add_fact(moderator: Member, **changed: str) -> Reply:
    """Fill in the form of a new fact; returns the card that shows what came of it."""
    opened = await moderator.slash("facts add")
    return await moderator.submit(opened.modal, {**ZEBRA, **changed})


async def write_fact(moderator: Member, **changed: str) -> Reply:
    """Add a fact, and confirm it."""
    card = await add_fact(moderator, **changed)
    return await moderator.click(card.button("Write it"))


async def settled(client: Hyosan) -> None:
    """Wait until all is rebuilt."""
    assert client.curator is not None
    await client.curator.settle()
