"""The one door: what Discord, the chat and the command line ask, and what they get."""

from __future__ import annotations

from dataclasses import dataclass

from bot.asking import Answer, Asking
from bot.knowledge.layers import Layer
from bot.knowledge.schema import Fact, Quote
from bot.knowledge.show import Show
from bot.library import Library, Reloaded, Snapshot
from bot.matching.explanation import Explanation
from bot.quotes import Named, Rng, SeenQuotes
from bot.reader import Reader
from bot.replies import facts as fact_replies
from bot.replies import quotes as quote_replies
from bot.replies.model import (
    AnotherFact,
    AnotherQuote,
    Context,
    Does,
    Reply,
    ShowFact,
    ShowPerson,
)
from bot.spoilers.rule import SealedFact, SealedQuote, unasked
from bot.spoilers.words import FATES

__all__ = ["Answer", "Archive", "Completion", "Quoted"]

_FACT_PREFIX = "fact:"
"""Before a fact's id where a completion has put it in place of a question."""

_COMPLETIONS = 25


@dataclass(frozen=True, slots=True)
class Quoted:
    """What came of a name: who may be meant, the quote drawn, and what is said of it."""

    named: Named
    quote: Quote | None
    reply: Reply


@dataclass(frozen=True, slots=True)
class Completion:
    """What somebody who is typing may mean: the text shown, and what is asked in its place."""

    text: str
    value: str


class Archive:
    """Answers from the knowledge in force; remembers which quotes were shown where."""

    def __init__(self, library: Library, rng: Rng) -> None:
        """Answer from `library`, whatever it holds at the time; `rng` draws facts and quotes."""
        self._library = library
        self._rng = rng
        self._seen = SeenQuotes()

    # -- asking

    def ask(self, question: str, reader: Reader) -> Answer:
        """The answer to a question, did-you-mean, or an honest no.

        In place of a question may stand the value of a completion.
        """
        return self._visit(reader).ask(question.strip())

    def any_fact(self, reader: Reader) -> Reply:
        """Any fact that the reader may be told unasked."""
        return self._visit(reader).any_fact()

    def quote(self, who: str | None, about: str | None, reader: Reader) -> Quoted:
        """A quote of whoever is called `who`, on a subject, new to the reader's scope.

        Without either, any quote that the reader may be told unasked.
        """
        return self._visit(reader).quote(who, about)

    def follow(self, does: Does, reader: Reader) -> Reply | None:
        """What a button brings; None when what it stands for is no longer known."""
        visit = self._visit(reader)
        match does:
            case ShowFact(fact_id):
                return visit.fact(fact_id)
            case ShowPerson(person_id):
                return visit.profile(person_id)
            case AnotherFact():
                return visit.any_fact()
            case AnotherQuote(None, about):
                return visit.quote(None, about).reply
            case AnotherQuote(str(person_id), about):
                return visit.quote_of(person_id, about)
            case _:
                return None

    # -- typing

    def complete_question(
        self, typed: str, reader: Reader, *, limit: int = _COMPLETIONS
    ) -> tuple[Completion, ...]:
        """Questions that go with what has been typed, best first; nothing that gives a plot away.

        The values are ids: a long question would not fit, and might be misunderstood.
        """
        matcher = self._library.current.matcher
        facts = matcher.complete(typed, limit=limit, allows=unasked(reader.horizon))
        return tuple(Completion(fact.question, f"{_FACT_PREFIX}{fact.id}") for fact in facts)

    def complete_person(
        self, typed: str, reader: Reader, *, limit: int = _COMPLETIONS
    ) -> tuple[Completion, ...]:
        """People who are quoted and whose name goes with what has been typed."""
        people = self._library.current.quotes.complete(typed, limit=limit)
        return tuple(Completion(person.name, person.name) for person in people)

    # -- looking after it

    @property
    def show(self) -> Show:
        """The series, and how the bot presents itself."""
        return self._library.current.knowledge.show

    def count(self) -> tuple[int, int]:
        """How many facts and how many quotes there are."""
        knowledge = self._library.current.knowledge
        return len(knowledge.facts), len(knowledge.quotes)

    def explain(self, question: str) -> Explanation:
        """Why a question is decided as it is, for curators."""
        return self._library.current.matcher.explain(question)

    def origin(self, fact_id: str) -> str:
        """The layer that a fact comes from, as it stands behind its id; empty if all are of one."""
        return self._library.current.knowledge.origin("facts", fact_id)

    @property
    def layers(self) -> tuple[Layer, ...]:
        """Where the knowledge files lie."""
        return self._library.layers

    def reload(self) -> Reloaded:
        """Put the knowledge files in force anew, all or nothing; blocks while it reads them."""
        return self._library.reload()

    def close(self) -> None:
        """Let a reload that is going on fail at once; what is in force can still be asked."""
        self._library.close()

    def warm(self) -> None:
        """Make the first questions as fast as later ones: for a process that stays."""
        self._library.current.matcher.warm()

    def _visit(self, reader: Reader) -> _Visit:
        return _Visit(self._library.current, reader, self._seen, self._rng)


class _Visit:
    """One question of one reader, answered from one snapshot from beginning to end."""

    def __init__(self, snapshot: Snapshot, reader: Reader, seen: SeenQuotes, rng: Rng) -> None:
        self._asking = Asking(snapshot, reader, seen, rng)
        self._facts = snapshot.facts
        self._quotes = snapshot.quotes
        self._knowledge = snapshot.knowledge
        self._fates = FATES | snapshot.knowledge.fates
        self._reader = reader
        self._seen = seen
        self._rng = rng
        self._context = Context(self._knowledge.show, self._knowledge.people, reader.horizon)

    def ask(self, asked: str) -> Answer:
        fact = self._chosen(asked)
        return self._asking.fact(fact) if fact else self._asking.ask(asked)

    def fact(self, fact_id: str) -> Reply | None:
        fact = self._knowledge.facts.get(fact_id)
        return self._asking.fact(fact).reply if fact else None

    def profile(self, person_id: str) -> Reply | None:
        return self._asking.profile(person_id)

    def any_fact(self) -> Reply:
        listed = self._facts.unasked(self._reader.horizon)
        if not listed:
            return fact_replies.nothing_to_tell()
        return fact_replies.random_fact(self._sealed(self._rng.choice(listed)), self._context)

    def quote(self, who: str | None, about: str | None) -> Quoted:
        if who is None:
            return self._drawn(Named(), about)
        named = self._quotes.find(who)
        if named.people:
            return self._drawn(named, about)
        return Quoted(named, None, quote_replies.nobody(named, who, about, self._context))

    def quote_of(self, person_id: str, about: str | None) -> Reply | None:
        if person_id not in self._knowledge.people:
            return None
        return self._drawn(Named((person_id,)), about).reply

    def _drawn(self, named: Named, about: str | None) -> Quoted:
        """A quote of whoever is named, of anybody if nobody is."""
        is_asked = bool(named.people or about)
        allows = None if is_asked else unasked(self._reader.horizon)
        pool = self._quotes.pool(named, about, allows=allows)
        quote = self._seen.draw(pool.quotes, self._reader.scope, self._rng)
        if quote is None:
            return Quoted(named, None, quote_replies.no_quote(named, self._context))
        sealed = SealedQuote(quote, self._fates)
        reply = quote_replies.quoted(
            sealed, named, about, self._context, is_off_subject=pool.is_off_subject
        )
        return Quoted(named, quote, reply)

    def _chosen(self, asked: str) -> Fact | None:
        """The fact whose id a completion put in place of a question, if it is still there."""
        if not asked.startswith(_FACT_PREFIX):
            return None
        return self._knowledge.facts.get(asked.removeprefix(_FACT_PREFIX))

    def _sealed(self, fact: Fact) -> SealedFact:
        return SealedFact(fact, self._fates)
