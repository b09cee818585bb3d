"""What the bot is, and what it can do."""

from __future__ import annotations

from collections.abc import Iterable

from bot.knowledge.show import Show
from bot.replies import wording
from bot.replies.model import Heading, Note, Reply, Text

__all__ = ["chat_help", "commands_help"]


def commands_help(
    show: Show, facts: int, quotes: int, commands: Iterable[tuple[str, str]]
) -> Reply:
    """The bot on Discord: how much it knows, its `commands` by name and purpose, its policy."""
    return Reply(
        (
            Heading(show.bot.name),
            Text(wording.introduction(show, facts, quotes)),
            *(Text(wording.command(name, about)) for name, about in commands),
            Text(wording.HOW_TO_TALK),
            Text(wording.POLICY),
            Note(wording.version(show)),
        )
    )


def chat_help(show: Show) -> Reply:
    """The chat in a terminal, in two columns."""
    commands = wording.chat_commands(show)
    width = max(len(typed) for typed, _ in commands)
    lines = (Text(f"{typed:<{width}}  {does}") for typed, does in commands)
    return Reply((Heading(wording.version(show)), *lines))
