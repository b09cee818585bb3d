"""What to say: from the knowledge in force to a Reply, for Discord and the terminal alike."""

from __future__ import annotations

import random

from bot import reply
from bot.library import Snapshot
from bot.matching.decision import Decision, Status
from bot.quotes import Rng, SeenQuotes
from bot.reply import AnotherFact, AnotherQuote, Does, Line, Reply, ShowFact
from bot.spoilers.horizon import NOTHING
from bot.spoilers.words import is_listed

__all__ = ["FACT_PREFIX", "follow", "found", "quote", "random_fact", "trivia"]

FACT_PREFIX = "fact:"
"""Before a fact's id where autocomplete has put it in place of a question."""


def trivia(snapshot: Snapshot, question: str | None, rng: Rng = random) -> Reply:
    """The answer to a question, did-you-mean, or an honest no; without a question, any fact."""
    asked = (question or "").strip()
    if not asked:
        return random_fact(snapshot, rng)
    chosen = snapshot.knowledge.facts.get(asked.removeprefix(FACT_PREFIX))
    if chosen is not None and asked.startswith(FACT_PREFIX):
        return reply.answer(chosen)
    return found(asked, snapshot.matcher.decide(asked))


def found(asked: str, decision: Decision) -> Reply:
    """What was decided on a question."""
    if decision.status is Status.ANSWERED and decision.fact is not None:
        return reply.answer(decision.fact)
    if decision.status is Status.SUGGESTED:
        return reply.suggestions(decision.suggestions)
    return reply.nothing_known(asked)


def random_fact(snapshot: Snapshot, rng: Rng = random) -> Reply:
    """Any fact that gives nothing away."""
    listed = [fact for fact in snapshot.knowledge.facts.values() if is_listed(fact)]
    if not listed:
        return Reply((Line("I have no facts to tell unasked yet. Try a question."),))
    return reply.answer(rng.choice(listed), is_random=True)


def quote(
    snapshot: Snapshot,
    who: str | None,
    about: str | None,
    *,
    seen: SeenQuotes,
    place: int,
    person: str | None = None,
    rng: Rng = random,
) -> Reply:
    """A quote of whoever is called `who` (or has the id `person`), new to this place.

    One that nobody has asked for in any way gives nothing away.
    """
    who = (who or "").strip() or None
    about = (about or "").strip() or None
    is_asked = bool(who or about or person)
    choice = snapshot.quotes.choose(
        who,
        about,
        person=person,
        seen=seen,
        place=place,
        max_spoiler=None if is_asked else NOTHING,
        rng=rng,
    )
    return reply.quoted(choice, snapshot, who, about)


def follow(
    snapshot: Snapshot, does: Does, *, seen: SeenQuotes, place: int, rng: Rng = random
) -> Reply | None:
    """What a button brings; None when what it stands for is no longer known."""
    match does:
        case ShowFact(fact_id):
            fact = snapshot.knowledge.facts.get(fact_id)
            return reply.answer(fact) if fact else None
        case AnotherFact():
            return random_fact(snapshot, rng)
        case AnotherQuote(person_id, about):
            if person_id is not None and person_id not in snapshot.knowledge.people:
                return None
            return quote(snapshot, None, about, seen=seen, place=place, person=person_id, rng=rng)
