"""What the bot is, and what it can do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.knowledge.show import Show
from bot.replies import marks, wording
from bot.replies.model import (
    Action,
    AnotherFact,
    AnotherQuote,
    Heading,
    Note,
    Reply,
    Rule,
    Text,
    Usage,
)

__all__ = ["chat_help", "commands_help"]


def commands_help(show: Show, facts: int, quotes: int, commands: Iterable[Usage]) -> Reply:
    """The bot on Discord: how much it knows, its `commands`, its policy, and what to try."""
    examples = {"trivia": show.bot.examples.questions, "quote": show.bot.examples.quotes}
    return Reply(
        (
            Heading(show.bot.name),
            Text(wording.introduction(show, facts, quotes)),
            Rule(),
            *(replace(one, examples=examples.get(one.command, ())) for one in commands),
            Rule(),
            Text(wording.HOW_TO_TALK),
            Text(wording.POLICY, (wording.PRIVATE,)),
            Note(wording.version(show)),
        ),
        actions=(
            Action(wording.SURPRISE_ME, AnotherFact(), marks.SURPRISE),
            Action(wording.A_QUOTE, AnotherQuote(None), marks.QUOTE),
        ),
    )


def chat_help(show: Show) -> Reply:
    """The chat in a terminal, in two columns."""
    commands = wording.chat_commands(show)
    width = max(len(typed) for typed, _ in commands)
    lines = (Text(f"{typed:<{width}}  {does}") for typed, does in commands)
    return Reply((Heading(wording.version(show)), *lines))
