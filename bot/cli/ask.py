"""`ask`: questions to answers, one or thousands."""

from __future__ import annotations

from argparse import Namespace
from time import perf_counter

from bot.archive import Archive
from bot.asking import Told
from bot.cli import layout, streams
from bot.cli.explain import explained
from bot.cli.opening import open_archive
from bot.cli.readers import given_horizon, terminal_reader
from bot.knowledge.schema import Fact, Person, Quote
from bot.reader import Reader

__all__ = ["ask"]


def ask(arguments: Namespace) -> int:
    """Answer each question, as JSON or as text, or tell why it is answered so."""
    archive = open_archive(arguments)
    reader = terminal_reader(given_horizon(arguments, archive.show))
    if arguments.question == [streams.STANDARD_INPUT]:
        archive.warm()
    for question in streams.inputs(" ".join(arguments.question)):
        if arguments.explain:
            streams.write(explained(archive.explain(question), archive.origin))
        elif arguments.json:
            streams.write_json(_as_json(question, archive, reader))
        else:
            said = archive.ask(question, reader).reply
            streams.write(layout.plain(layout.once(said, spoilers=arguments.spoilers)))
    return 0


def _as_json(question: str, archive: Archive, reader: Reader) -> dict[str, object]:
    start = perf_counter()
    answer = archive.ask(question, reader)
    elapsed = perf_counter() - start
    first = answer.told[0] if answer.told else None
    return {
        "question": question,
        "status": answer.status.value,
        "fact": first.id if first else None,
        "answer": first.text if first else None,
        "score": round(answer.score, 4),
        "suggestions": list(answer.offered),
        "spoiler": _rating(first) if first else None,
        "parts": _parts(first, reader) if first else [],
        "also": [
            {
                "fact": told.id,
                "answer": told.text,
                "spoiler": _rating(told),
                "parts": _parts(told, reader),
            }
            for told in answer.told[1:]
        ],
        "elapsed_ms": round(elapsed * 1000, 3),
    }


def _rating(told: Told) -> str | None:
    """What all of it gives away; a profile gives nothing away."""
    match told.entry:
        case Fact() as fact:
            return str(fact.reach) or None
        case Quote() as quote:
            return str(quote.spoiler) or None
        case Person():
            return None


def _parts(told: Told, reader: Reader) -> list[dict[str, object]]:
    """What an answer says at first and besides, and whether the reader may be told it openly.

    None of an answer that is one.
    """
    fact = told.entry
    if not isinstance(fact, Fact) or not fact.parts:
        return []
    first = (fact.answer, fact.spoiler)
    more = ((part.text, fact.spoiler | part.spoiler) for part in fact.parts)
    return [
        {"answer": text, "spoiler": str(rating) or None, "open": reader.horizon.allows(rating)}
        for text, rating in (first, *more)
    ]
