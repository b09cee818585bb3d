"""`/quote`: words of the cast, the crew and the characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot import answers
from bot.client import replies
from bot.client.permissions import everywhere

if TYPE_CHECKING:
    from bot.client.app import Hyosan

__all__ = ["quote"]


@everywhere
@app_commands.command()
@app_commands.describe(
    who="Any name of an actor, a character or a maker, or a role such as director.",
    about="A subject, such as kiss.",
    private="Show the quote to you alone.",
)
async def quote(
    interaction: discord.Interaction[Hyosan],
    who: str | None = None,
    about: str | None = None,
    private: bool = False,
) -> None:
    """Hear what the cast, the crew or the characters said."""
    client = interaction.client
    place = client.place(interaction, private=private)
    reply = answers.quote(client.library.current, who, about, seen=client.seen_quotes, place=place)
    await replies.send(interaction, reply, private=private)


@quote.autocomplete("who")
async def complete_who(
    interaction: discord.Interaction[Hyosan], typed: str
) -> list[app_commands.Choice[str]]:
    """People who are quoted, by name."""
    people = interaction.client.library.current.quotes.complete(typed, limit=replies.CHOICES)
    return replies.choices((person.name, person.name) for person in people)
