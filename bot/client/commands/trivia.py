"""`/trivia`: a question answered, or any fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot import answers
from bot.client import replies
from bot.client.permissions import everywhere
from bot.spoilers.horizon import NOTHING

if TYPE_CHECKING:
    from bot.client.app import Hyosan

__all__ = ["trivia"]


@everywhere
@app_commands.command()
@app_commands.describe(
    question="What would you like to know? Leave it out for any fact.",
    private="Show the answer to you alone.",
)
async def trivia(
    interaction: discord.Interaction[Hyosan], question: str | None = None, private: bool = False
) -> None:
    """Ask anything about All of Us Are Dead, or get any fact."""
    reply = answers.trivia(interaction.client.library.current, question)
    await replies.send(interaction, reply, private=private)


@trivia.autocomplete("question")
async def complete_question(
    interaction: discord.Interaction[Hyosan], typed: str
) -> list[app_commands.Choice[str]]:
    """Questions that match what has been typed, by id: a long question would not fit."""
    matcher = interaction.client.library.current.matcher
    facts = matcher.complete(typed, limit=replies.CHOICES, max_spoiler=NOTHING)
    return replies.choices((fact.question, f"{answers.FACT_PREFIX}{fact.id}") for fact in facts)
