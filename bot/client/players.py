"""What those who play are called."""

from __future__ import annotations

import discord

from bot.client.markdown import one_line

__all__ = ["called"]


def called(user: discord.User | discord.Member) -> str:
    """The name that somebody goes by where they play, legibly."""
    return one_line(user.display_name) or one_line(user.name) or str(user.id)
