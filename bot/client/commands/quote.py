"""`/quote`: words of the cast, the crew and the characters."""

from __future__ import annotations

import textwrap
from typing import NamedTuple

from discord import app_commands

from bot.client import replies
from bot.client.actions import ActionKind, follow_anew
from bot.client.bot import Interaction
from bot.client.capability import Capability, slash_command
from bot.client.custom_ids import Codec
from bot.client.readers import reader_of
from bot.replies import wording
from bot.replies.model import AnotherQuote, QuoteOf

__all__ = ["capability"]

_ANYBODY = "*"
_WITHIN = "/"
"""Stands in no id, so that ids of earlier editions are read as they were written."""


async def complete_who(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """People who are quoted, by name."""
    return replies.choices(
        interaction.client.archive.complete_person(typed, reader_of(interaction))
    )


async def complete_topic(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """Topics that there are quotes about."""
    return replies.choices(
        interaction.client.archive.complete_quote_topic(typed, reader_of(interaction))
    )


@app_commands.describe(
    who=wording.ABOUT_QUOTE_WHO,
    about=wording.ABOUT_QUOTE_ABOUT,
    topic=wording.ABOUT_QUOTE_TOPIC,
    private=wording.ABOUT_QUOTE_PRIVATE,
)
@app_commands.autocomplete(who=complete_who, topic=complete_topic)
async def quote(
    interaction: Interaction,
    who: str | None = None,
    about: str | None = None,
    topic: str | None = None,
    private: bool = False,
) -> None:
    """Tell something that was said."""
    archive, reader = interaction.client.archive, reader_of(interaction, private=private)
    wanted = ((text or "").strip() or None for text in (who, about, topic))
    name, subject, chosen = wanted
    found = archive.quote(name, subject, reader, chosen)
    await replies.send(interaction, found.reply, private=private)


class _Written(NamedTuple):
    """The parts of a custom id: `person/topic/who:about`, or `person:about`."""

    person: str
    about: str | None
    who: str | None
    topic: str | None


def write_quote(does: AnotherQuote | QuoteOf, room: int) -> str:
    """The ids, which stand whole, then the name and the words of the subject as far as they fit.

    A name that does not fit whole is left out: a part of it may be somebody else's.
    """
    head = does.person_id or _ANYBODY
    if does.topic or does.who:
        longer = _WITHIN.join((head, does.topic or "", _in_words(does.who)))
        without_name = _WITHIN.join((head, does.topic or "", ""))
        head = next((one for one in (longer, without_name) if len(one) < room), head)
    left = room - len(head) - 1
    about = textwrap.shorten(does.about or "", left, placeholder="") if left else ""
    return f"{head}:{about}"


def read_quote(text: str) -> AnotherQuote | None:
    """What `write_quote` wrote, of an edition that knew no topics or names too."""
    parts = _parts(text)
    if parts is None:
        return None
    person_id = None if parts.person == _ANYBODY else parts.person
    return AnotherQuote(person_id, parts.about, parts.who, parts.topic)


def read_quote_of(text: str) -> QuoteOf | None:
    """What `write_quote` wrote of a quote of somebody."""
    parts = _parts(text)
    return QuoteOf(*parts) if parts else None


def _parts(text: str) -> _Written | None:
    head, colon, about = text.partition(":")
    person, topic, who, *more = (*head.split(_WITHIN), "", "")
    if not colon or any(more):
        return None
    return _Written(person, about or None, who or None, topic or None)


def _in_words(who: str | None) -> str:
    """A name without what has a meaning in a custom id."""
    return " ".join((who or "").replace(_WITHIN, " ").replace(":", " ").split())


ANOTHER_QUOTE = ActionKind(
    Codec(AnotherQuote, "quote", write=write_quote, read=read_quote), follow_anew
)
QUOTE_OF = ActionKind(Codec(QuoteOf, "said", write=write_quote, read=read_quote_of))


def capability() -> Capability:
    """The command and its buttons."""
    command = slash_command("quote", wording.ABOUT_QUOTE, quote)
    return Capability(everywhere=(command,), actions=(ANOTHER_QUOTE, QUOTE_OF))
