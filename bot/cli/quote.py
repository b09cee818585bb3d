"""`quote`: names to people and something they said."""

from __future__ import annotations

from argparse import Namespace

from bot import reply
from bot.cli import layout, streams
from bot.cli.opening import open_layers, open_snapshot
from bot.knowledge.schema import Quote
from bot.quotes import QuoteChoice, SeenQuotes

__all__ = ["quote"]


def quote(arguments: Namespace) -> int:
    """Quote each person, as JSON or as text; nobody twice with the same words if it can be."""
    snapshot = open_snapshot(open_layers(arguments))
    seen = SeenQuotes()
    for who in streams.inputs(" ".join(arguments.who)):
        choice = snapshot.quotes.choose(who, seen=seen)
        if arguments.json:
            streams.write_json(_as_json(who, choice))
        else:
            said = reply.quoted(choice, snapshot, who, None)
            print(layout.plain(layout.once(said, spoilers=arguments.spoilers)), flush=True)
    return 0


def _as_json(who: str, choice: QuoteChoice) -> dict[str, object]:
    return {
        "who": who,
        "status": "found" if choice.people else "unknown",
        "people": choice.people,
        "quote": _quote_as_json(choice.quote) if choice.quote else None,
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
