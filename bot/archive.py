"""The one door: what Discord, the chat and the command line ask, and what they get."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.asking import Answer, Asking
from bot.curation.unanswered import LoggedUnanswered, Unanswered
from bot.knowledge.layers import Layer
from bot.knowledge.schema import Fact, Quote
from bot.knowledge.show import Show
from bot.library import Library, Reloaded, Snapshot
from bot.matching.explanation import Explanation
from bot.quotes import Named, Rng, Seen
from bot.reader import Reader
from bot.replies import facts as fact_replies
from bot.replies import quotes as quote_replies
from bot.replies.model import (
    AnotherFact,
    AnotherQuote,
    Context,
    Does,
    NoneOfThese,
    QuoteOf,
    Reply,
    ShowFact,
    ShowPerson,
)
from bot.replies.quotes import ANYTHING, Wanted
from bot.spoilers.rule import SealedQuote, unasked
from bot.spoilers.words import FATES
from bot.topics import Topics

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
    """Answers from the knowledge in force; remembers which facts and quotes surprised where."""

    def __init__(self, library: Library, rng: Rng, *, unanswered: Unanswered | None = None) -> None:
        """Answer from `library`, whatever it holds at the time; `rng` draws facts and quotes.

        `unanswered` takes note of what could not be answered; without it the log does.
        """
        self._library = library
        self._rng = rng
        self._unanswered = unanswered or LoggedUnanswered()
        self._seen = Seen[Quote]()
        self._surprises = Seen[Fact]()

    # -- asking

    def ask(self, question: str, reader: Reader) -> Answer:
        """The answer to a question, did-you-mean, or an honest no.

        In place of a question may stand the value of a completion.
        """
        return self._visit(reader).ask(question.strip())

    def any_fact(self, reader: Reader, topic: str | None = None) -> Reply:
        """Any fact that the reader may be told unasked, of a topic if one is given.

        What is no topic is a question.
        """
        return self._visit(reader).any_fact(topic)

    def quote(
        self, who: str | None, about: str | None, reader: Reader, topic: str | None = None
    ) -> Quoted:
        """A quote of whoever is called `who`, on a subject or topic, new to the reader's scope.

        Without any of these, any quote that the reader may be told unasked. What is no topic is a
        subject.
        """
        return self._visit(reader).quote(who, about, topic)

    def follow(self, does: Does, reader: Reader) -> Reply | None:
        """What a button brings; None when what it stands for is no longer known."""
        visit = self._visit(reader)
        if isinstance(does, NoneOfThese):
            self._unanswered.dismissed(does.asked)
        match does:
            case ShowFact(fact_id):
                return visit.fact(fact_id)
            case ShowPerson(person_id):
                return visit.profile(person_id)
            case NoneOfThese(asked):
                return visit.dismissed(asked)
            case AnotherFact(topic):
                return visit.any_fact(topic)
            case AnotherQuote(None, about, _, topic):
                return visit.quote(None, about, topic).reply
            case AnotherQuote(str(person_id), about, who, topic):
                return visit.quote_of(person_id, Wanted(who, about, topic))
            case QuoteOf(person_id, about, who, topic):
                return visit.quote_of(person_id, Wanted(who, about, topic))
            case _:
                return None

    # -- typing

    def complete_question(
        self, typed: str, reader: Reader, *, limit: int = _COMPLETIONS
    ) -> tuple[Completion, ...]:
        """Questions that go with what has been typed, best first; nothing that gives a plot away.

        What lies beyond the reader's horizon goes by its label, once something was typed. What
        asks for somebody's fate brings nothing: who is offered would be told by that alone. The
        values are ids: a long question would not fit, and might be misunderstood.
        """
        snapshot = self._library.current
        openly = unasked(reader.horizon)
        if not reader.horizon.is_open and snapshot.giveaways.tells(typed):
            return ()
        facts = snapshot.matcher.complete(
            typed, limit=limit, allows=_anything if typed.strip() else openly, openly=openly
        )
        return tuple(
            Completion(fact.question if openly(fact) else fact.shown_as, f"{_FACT_PREFIX}{fact.id}")
            for fact in facts
        )

    def complete_person(
        self, typed: str, reader: Reader, *, limit: int = _COMPLETIONS
    ) -> tuple[Completion, ...]:
        """People who are quoted and whose name goes with what has been typed."""
        people = self._library.current.quotes.complete(typed, limit=limit)
        return tuple(Completion(person.name, person.name) for person in people)

    def complete_fact_topic(
        self, typed: str, reader: Reader, *, limit: int = _COMPLETIONS
    ) -> tuple[Completion, ...]:
        """Topics of facts that the reader may be told unasked."""
        topics = self._visit(reader).topics
        return self._as_completions(topics.complete(typed, topics.of_facts())[:limit])

    def complete_quote_topic(
        self, typed: str, reader: Reader, *, limit: int = _COMPLETIONS
    ) -> tuple[Completion, ...]:
        """Topics of quotes that the reader may be told unasked."""
        topics = self._visit(reader).topics
        return self._as_completions(topics.complete(typed, topics.of_quotes())[:limit])

    def _as_completions(self, topics: Iterable[str]) -> tuple[Completion, ...]:
        return tuple(Completion(self.show.topic_name(topic), topic) for topic in topics)

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
        return _Visit(self._library.current, reader, self._seen, self._surprises, self._rng)


class _Visit:
    """One question of one reader, answered from one snapshot from beginning to end."""

    def __init__(
        self,
        snapshot: Snapshot,
        reader: Reader,
        seen: Seen[Quote],
        surprises: Seen[Fact],
        rng: Rng,
    ) -> None:
        self._asking = Asking(snapshot, reader, seen, rng)
        self._quotes = snapshot.quotes
        self._knowledge = snapshot.knowledge
        self._fates = FATES | snapshot.knowledge.fates
        self._reader = reader
        self._seen = seen
        self._surprises = surprises
        self._rng = rng
        self._allows = unasked(reader.horizon)
        self._context = Context(self._knowledge.show, self._knowledge.people, reader.horizon)

    def ask(self, asked: str) -> Answer:
        fact = self._chosen(asked)
        return self._asking.fact(fact) if fact else self._asking.ask(asked)

    def fact(self, fact_id: str) -> Reply | None:
        fact = self._knowledge.facts.get(fact_id)
        return self._asking.fact(fact).reply if fact else None

    def profile(self, person_id: str) -> Reply | None:
        return self._asking.profile(person_id)

    @property
    def topics(self) -> Topics:
        return Topics(self._knowledge, self._quotes, self._allows)

    def any_fact(self, topic: str | None) -> Reply:
        chosen = None
        if topic is not None:
            topics = self.topics
            chosen = topics.find(topic, topics.of_facts())
            if chosen is None:
                return self._asking.ask(topic).reply
        facts = [
            fact
            for fact in filter(self._allows, self._knowledge.facts.values())
            if chosen is None or fact.topic == chosen
        ]
        fact = self._surprises.draw(facts, self._reader.scope, self._rng, self._weight_of_fact)
        return self._asking.random(fact, chosen) if fact else fact_replies.nothing_to_tell()

    def dismissed(self, asked: str) -> Reply:
        return self._asking.dismissed(asked)

    def quote(self, who: str | None, about: str | None, topic: str | None) -> Quoted:
        if topic is not None:
            topics = self.topics
            chosen = topics.find(topic, topics.of_quotes())
            about = about or (None if chosen else topic)
            topic = chosen
        if who is None:
            return self._drawn(Named(), Wanted(about=about, topic=topic))
        named = self._quotes.find(who)
        if named.people:
            shared = who if named.others else None
            return self._drawn(named, Wanted(shared, about, topic))
        return Quoted(named, None, quote_replies.nobody(named, who, about, self._context))

    def quote_of(self, person_id: str, wanted: Wanted) -> Reply | None:
        """A quote of somebody, and the others who have the name that was asked for."""
        if person_id not in self._knowledge.people:
            return None
        found = self._quotes.find(wanted.who).people if wanted.who else ()
        others = (i for i in found if i != person_id and self._quotes.has_quotes(i))
        return self._drawn(Named((person_id,), tuple(others)), wanted).reply

    def _drawn(self, named: Named, wanted: Wanted) -> Quoted:
        """A quote of whoever is named, of anybody if nobody is."""
        is_asked = bool(named.people or wanted.about)
        allows = None if is_asked else self._allows
        pool = self._quotes.pool(named, wanted.about, wanted.topic, allows=allows)
        weight = self._weight_of_quote if wanted == ANYTHING and not is_asked else _evenly
        quote = self._seen.draw(pool.quotes, self._reader.scope, self._rng, weight)
        if quote is None:
            return Quoted(named, None, quote_replies.no_quote(named, self._context))
        sealed = SealedQuote(quote, self._fates)
        reply = quote_replies.quoted(
            sealed, named, wanted, self._context, is_off_subject=pool.is_off_subject
        )
        return Quoted(named, quote, reply)

    def _weight_of_fact(self, fact: Fact) -> int:
        if fact.weight is not None:
            return fact.weight
        return self._knowledge.show.weight([fact.topic] if fact.topic else [])

    def _weight_of_quote(self, quote: Quote) -> int:
        return self._knowledge.show.weight(quote.topics)

    def _chosen(self, asked: str) -> Fact | None:
        """The fact whose id a completion put in place of a question, if it is still there."""
        if not asked.startswith(_FACT_PREFIX):
            return None
        return self._knowledge.facts.get(asked.removeprefix(_FACT_PREFIX))


def _anything(_: Fact) -> bool:
    return True


def _evenly(_: Quote) -> int:
    return 1
