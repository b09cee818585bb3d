"""What a button does, written into its custom id, so that it outlives the process that sent it."""

from __future__ import annotations

import textwrap

from bot.reply import AnotherFact, AnotherQuote, Does, ShowFact

__all__ = ["PREFIX", "read_custom_id", "write_custom_id"]

PREFIX = "hyosan:"
_ANYBODY = "*"


def write_custom_id(does: Does, limit: int) -> str:
    """The custom id of a button that does this, in at most `limit` characters.

    Ids of people and facts always stand whole; of the subject of a quote, the words that fit.
    """
    match does:
        case ShowFact(fact_id):
            return f"{PREFIX}fact:{fact_id}"
        case AnotherFact():
            return f"{PREFIX}random"
        case AnotherQuote(person_id, about):
            head = f"{PREFIX}quote:{person_id or _ANYBODY}:"
            return head + textwrap.shorten(about or "", limit - len(head), placeholder="")


def read_custom_id(custom_id: str) -> Does | None:
    """What a button does; None for one that an older or newer edition of the bot sent."""
    match custom_id.removeprefix(PREFIX).split(":", 2):
        case ["fact", fact_id]:
            return ShowFact(fact_id)
        case ["random"]:
            return AnotherFact()
        case ["quote", person_id, about]:
            return AnotherQuote(None if person_id == _ANYBODY else person_id, about or None)
        case _:
            return None
