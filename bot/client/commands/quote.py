"""`/quote`: words of the cast, the crew and the characters."""

from __future__ import annotations

import textwrap

from discord import app_commands

from bot.client import replies
from bot.client.actions import ActionKind
from bot.client.bot import Interaction
from bot.client.capability import Capability, slash_command
from bot.client.custom_ids import Codec
from bot.client.readers import reader_of
from bot.replies import wording
from bot.replies.model import AnotherQuote

__all__ = ["capability"]

_ANYBODY = "*"


async def complete_who(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """People who are quoted, by name."""
    return replies.choices(
        interaction.client.archive.complete_person(typed, reader_of(interaction))
    )


@app_commands.describe(
    who=wording.ABOUT_QUOTE_WHO,
    about=wording.ABOUT_QUOTE_ABOUT,
    private=wording.ABOUT_QUOTE_PRIVATE,
)
@app_commands.autocomplete(who=complete_who)
async def quote(
    interaction: Interaction,
    who: str | None = None,
    about: str | None = None,
    private: bool = False,
) -> None:
    """Tell something that was said."""
    archive, reader = interaction.client.archive, reader_of(interaction, private=private)
    found = archive.quote((who or "").strip() or None, (about or "").strip() or None, reader)
    await replies.send(interaction, found.reply, private=private)


def write_quote(does: AnotherQuote, room: int) -> str:
    """The id of the person, which always stands whole, and the words of the subject that fit."""
    head = f"{does.person_id or _ANYBODY}:"
    return head + textwrap.shorten(does.about or "", room - len(head), placeholder="")


def read_quote(text: str) -> AnotherQuote | None:
    """What `write_quote` wrote."""
    person_id, colon, about = text.partition(":")
    if not colon:
        return None
    return AnotherQuote(None if person_id == _ANYBODY else person_id, about or None)


ANOTHER_QUOTE = ActionKind(Codec(AnotherQuote, "quote", write=write_quote, read=read_quote))


def capability() -> Capability:
    """The command and its buttons."""
    command = slash_command("quote", wording.ABOUT_QUOTE, quote)
    return Capability(everywhere=(command,), actions=(ANOTHER_QUOTE,))
