"""Buttons that answer in place, also after a restart: all they need stands in their custom ids."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import discord
from discord import ui

from bot import answers
from bot.client import replies
from bot.client.custom_ids import PREFIX, read_custom_id
from bot.client.errors import answer_error
from bot.reply import Line, Reply

if TYPE_CHECKING:
    from bot.client.app import Hyosan

__all__ = ["ActionButton"]

GONE = Reply((Line("I no longer know what this button stands for. Please ask anew."),))


class ActionButton(ui.DynamicItem[ui.Button[Any]], template=f"{re.escape(PREFIX)}.+"):
    """Any button under a reply. discord.py makes one for each click, from the custom id alone."""

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> ActionButton:
        """Wrap the button that was clicked."""
        assert isinstance(item, ui.Button)
        return cls(item)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Put the answer in place of the message, or say privately why not."""
        try:
            if interaction.client.tree.admit(interaction):
                await self._answer(interaction)
        except Exception as error:  # discord.py would only log it, and leave the click unanswered
            await answer_error(interaction, error)

    async def _answer(self, interaction: discord.Interaction[Hyosan]) -> None:
        client = interaction.client
        does = read_custom_id(self.custom_id)
        reply = does and answers.follow(
            client.library.current, does, seen=client.seen_quotes, place=client.place(interaction)
        )
        if reply is None:
            await replies.send(interaction, GONE, private=True)
        else:
            await replies.edit(interaction, reply)
