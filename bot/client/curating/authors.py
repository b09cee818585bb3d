"""Who changes something, as the history keeps it."""

from __future__ import annotations

from bot.client.bot import Interaction
from bot.curation.history import Author

__all__ = ["author_of"]


def author_of(interaction: Interaction) -> Author:
    """The moderator behind an interaction."""
    return Author(interaction.user.id, interaction.user.name)
