"""Choosing an entry: what is offered while a moderator types, and what their choice stands for."""

from __future__ import annotations

from collections.abc import Iterator

from discord import app_commands

from bot.archive import Completion
from bot.client import replies
from bot.client.bot import Interaction
from bot.client.curating.showing import curator_of
from bot.client.readers import reader_of
from bot.curation.documents import ENTRY_SECTIONS
from bot.knowledge.schema import EntryKind
from bot.replies import curation_wording as wording

__all__ = ["complete_entry", "entry_of"]

_FACTS = 15
_OTHERS = 5
_FACT = "fact:"


async def complete_entry(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """Facts, people and quotes that go with what has been typed, as far as this person may know."""
    reader = reader_of(interaction, private=True)
    facts = interaction.client.archive.complete_question(typed, reader, limit=_FACTS)
    return replies.choices([*facts, *_others(interaction, typed)])


def entry_of(interaction: Interaction, chosen: str) -> tuple[EntryKind, str] | None:
    """The kind and id of what was chosen, or typed as an id; None for what there is not."""
    value = chosen.strip()
    if value.startswith(_FACT):
        value = f"facts/{value.removeprefix(_FACT)}"
    section, _, entry_id = value.rpartition("/")
    for kind in ENTRY_SECTIONS:
        is_meant = section in {"", kind}
        if is_meant and curator_of(interaction).entry(kind, entry_id) is not None:
            return kind, entry_id
    return None


def _others(interaction: Interaction, typed: str) -> Iterator[Completion]:
    """People by their names, and quotes by their ids: their words may give something away."""
    knowledge = curator_of(interaction).snapshot.knowledge
    begun = typed.strip().casefold()
    people = [p for p in knowledge.people.values() if begun and begun in p.name.casefold()]
    for person in people[:_OTHERS]:
        yield Completion(wording.person(person.name), f"people/{person.id}")
    slug = begun.replace(" ", "-")
    for quote_id in [one for one in knowledge.quotes if begun and slug in one][:_OTHERS]:
        yield Completion(wording.quote(quote_id), f"quotes/{quote_id}")
