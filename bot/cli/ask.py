"""`ask`: questions to answers, one or thousands."""

from __future__ import annotations

from argparse import Namespace
from time import perf_counter

from bot import answers
from bot.cli import layout, streams
from bot.cli.explain import explained
from bot.cli.opening import open_layers, open_snapshot
from bot.matching.matcher import Matcher

__all__ = ["ask"]


def ask(arguments: Namespace) -> int:
    """Answer each question, as JSON or as text, or tell why it is answered so."""
    snapshot = open_snapshot(open_layers(arguments))
    matcher = snapshot.matcher
    if arguments.question == [streams.STANDARD_INPUT]:
        matcher.warm()
    for question in streams.inputs(" ".join(arguments.question)):
        if arguments.explain:
            print(explained(matcher.explain(question), snapshot.knowledge), flush=True)
        elif arguments.json:
            streams.write_json(_as_json(question, matcher))
        else:
            said = answers.found(question, matcher.decide(question))
            print(layout.plain(layout.once(said, spoilers=arguments.spoilers)), flush=True)
    return 0


def _as_json(question: str, matcher: Matcher) -> dict[str, object]:
    start = perf_counter()
    decision = matcher.decide(question)
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
