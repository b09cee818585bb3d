"""`quote`: names to people and something they said."""

from __future__ import annotations

from argparse import Namespace

from bot.archive import Quoted
from bot.cli import layout, streams
from bot.cli.opening import open_archive
from bot.cli.readers import given_horizon, terminal_reader
from bot.knowledge.schema import Quote

__all__ = ["quote"]


def quote(arguments: Namespace) -> int:
    """Quote each person, as JSON or as text; nobody twice with the same words if it can be."""
    archive = open_archive(arguments)
    reader = terminal_reader(given_horizon(arguments, archive.show))
    for who in streams.inputs(" ".join(arguments.who)):
        found = archive.quote(who, None, reader)
        if arguments.json:
            streams.write_json(_as_json(who, found))
        else:
            streams.write(layout.plain(layout.once(found.reply, spoilers=arguments.spoilers)))
    return 0


def _as_json(who: str, found: Quoted) -> dict[str, object]:
    return {
        "who": who,
        "status": "found" if found.named.people else "unknown",
        "people": found.named.people,
        "quote": _quote_as_json(found.quote) if found.quote else None,
    }


def _quote_as_json(quote: Quote) -> dict[str, object]:
    return {
        "id": quote.id,
        "speaker": quote.speaker or quote.speaker_name,
        "kind": quote.kind.value,
        "text": quote.text,
        "context": quote.context,
        "spoiler": str(quote.spoiler) or None,
        "sources": [source.model_dump() for source in quote.sources],
    }
