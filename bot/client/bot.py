"""What handlers know of the client: the archive behind it, and how its buttons are named."""

from __future__ import annotations

from typing import TypeAlias

import discord
from discord import app_commands

from bot.archive import Archive
from bot.client.custom_ids import CustomIds
from bot.client.sync import Registrar
from bot.curator import Curator
from bot.settings import Settings
from bot.store.store import Store

__all__ = ["Bot", "Interaction"]


class Bot(discord.Client):
    """A Discord client with an archive; `bot.client.app` says how it starts and stops."""

    settings: Settings
    archive: Archive
    store: Store
    custom_ids: CustomIds
    tree: app_commands.CommandTree[Bot]
    registrar: Registrar
    curator: Curator | None
    """Changes what moderators write; None where there is no layer for it."""

    async def erase(self, user: discord.abc.User) -> None:
        """Keep and remember nothing more about somebody; raises Unavailable."""
        raise NotImplementedError


Interaction: TypeAlias = discord.Interaction[Bot]
"""Something that somebody did, for the bot to answer."""
