"""The commands: a module for each capability, which it exports."""

from __future__ import annotations

from collections.abc import Iterator

from bot.client.capability import Capability
from bot.client.commands import doubt, facts, help, privacy, quiz, quote, spoilers, talk, trivia
from bot.knowledge.show import Show
from bot.settings import Settings

__all__ = ["capabilities"]


def capabilities(settings: Settings, show: Show) -> Iterator[Capability]:
    """Everything that the bot can do, in the order in which `/help` lists it."""
    yield trivia.capability(show)
    yield quote.capability()
    yield quiz.capability()
    yield talk.capability()
    yield doubt.capability()
    yield spoilers.capability()
    yield privacy.capability()
    yield help.capability()
    yield facts.capability(settings)
