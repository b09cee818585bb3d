"""`ask`: questions to answers, one or thousands."""

from __future__ import annotations

from argparse import Namespace
from time import perf_counter

from bot.archive import Archive
from bot.cli import layout, streams
from bot.cli.explain import explained
from bot.cli.opening import open_archive
from bot.cli.readers import terminal_reader
from bot.reader import Reader

__all__ = ["ask"]


def ask(arguments: Namespace) -> int:
    """Answer each question, as JSON or as text, or tell why it is answered so."""
    archive = open_archive(arguments)
    reader = terminal_reader()
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
    decision = archive.ask(question, reader).decision
    elapsed = perf_counter() - start
    fact = decision.fact
    return {
        "question": question,
        "status": decision.status.value,
        "fact": fact.id if fact else None,
        "answer": fact.answer if fact else None,
        "score": round(decision.score, 4),
        "suggestions": [suggestion.id for suggestion in decision.suggestions],
        "spoiler": (str(fact.spoiler) or None) if fact else None,
        "elapsed_ms": round(elapsed * 1000, 3),
    }
