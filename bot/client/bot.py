"""What handlers know of the client: the archive behind it, and how its buttons are named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

import discord
from discord import app_commands

from bot.archive import Archive
from bot.client.custom_ids import CustomIds
from bot.client.sync import Registrar
from bot.settings import Settings
from bot.store.store import Store

__all__ = ["Bot", "Difference", "Door", "Interaction"]


class Bot(discord.Client):
    """A Discord client with an archive; `bot.client.app` says how it starts and stops."""

    settings: Settings
    archive: Archive
    store: Store
    custom_ids: CustomIds
    tree: app_commands.CommandTree[Bot]
    registrar: Registrar
    door: Door | None = None
    """What writes the community's knowledge; None where nothing does."""

    async def erase(self, user: discord.abc.User) -> None:
        """Keep and remember nothing more about somebody; raises Unavailable."""
        raise NotImplementedError


Interaction: TypeAlias = discord.Interaction[Bot]
"""Something that somebody did, for the bot to answer."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A question that would be answered otherwise; facts by id, None for no answer."""

    question: str
    before: str | None
    after: str | None


class Door(Protocol):
    """Adds phrasings, and opens the form of a new fact."""

    async def add(self, interaction: Interaction, found: Sequence[tuple[str, str]]) -> list[str]:
        """Add phrasings, each a fact's id and a text, all or none; returns what stood against it.

        Once nothing does, they are in force.
        """
        ...

    async def differences(self, fact_id: str, text: str) -> list[Difference]:
        """What would be answered otherwise, if that text were a phrasing of the fact."""
        ...

    async def write_answer(
        self, interaction: Interaction, question: str, phrasings: Sequence[str]
    ) -> None:
        """Answer an interaction with the form of a new fact, filled in."""
        ...
