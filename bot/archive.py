"""The one door: what Discord, the chat and the command line ask, and what they get."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from bot.asking import Answer, Asking, Told
from bot.conversation.followups import is_question
from bot.conversation.learning import in_full, meant
from bot.conversation.memory import Card, Memory, Thread
from bot.curation.unanswered import LoggedUnanswered, Unanswered
from bot.knowledge.layers import Layer
from bot.knowledge.schema import Fact, Quote
from bot.knowledge.show import Show
from bot.library import Library, Reloaded, Snapshot
from bot.matching.decision import Decision, Status
from bot.matching.explanation import Explanation
from bot.quizmaster import QuizMaster
from bot.quotes import Named, Rng, Seen
from bot.reader import Reader
from bot.replies import facts as fact_replies
from bot.replies import quotes as quote_replies
from bot.replies import talk as talk_replies
from bot.replies.doubt import NotWhatIAsked, doubtable
from bot.replies.model import (
    AnotherFact,
    AnotherQuote,
    AskAbout,
    Context,
    Does,
    NoneOfThese,
    QuoteOf,
    Reply,
    Reveal,
    Share,
    ShowFact,
    ShowPerson,
)
from bot.replies.quotes import ANYTHING, Wanted
from bot.spoilers.rule import SealedFact, SealedQuote, unasked
from bot.spoilers.words import FATES
from bot.talking import Said, Talking
from bot.topics import Topics

__all__ = ["Answer", "Archive", "Completion", "Quoted", "Talked"]

Clock = Callable[[], float]
"""Seconds on a clock that nobody sets, such as `time.monotonic`."""


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
class Talked:
    """What came of a text in a conversation."""

    reply: Reply
    after: Thread
    """What had been said before, for a text that takes the place of this one."""
    is_comment: bool = False
    """Whether it was perhaps not meant for the bot, so that better nothing is said."""


@dataclass(frozen=True, slots=True)
class Completion:
    """What somebody who is typing may mean: the text shown, and what is asked in its place."""

    text: str
    value: str


class Archive:
    """Answers from the knowledge in force; remembers what was shown where, and what was said."""

    def __init__(
        self,
        library: Library,
        rng: Rng,
        monotonic: Clock = time.monotonic,
        *,
        unanswered: Unanswered | None = None,
    ) -> None:
        """Answer from `library`, whatever it holds at the time.

        `rng` draws facts and quotes; `monotonic` tells how old what was said is, in seconds;
        `unanswered` takes note of what could not be answered, without it the log does.
        """
        self._library = library
        self._rng = rng
        self._monotonic = monotonic
        self._kept = _Kept(unanswered or LoggedUnanswered())
        self._memory = Memory()
        self.quiz = QuizMaster(library, rng)
        self._is_doubtable = False

    # -- asking

    def ask(self, question: str, reader: Reader) -> Answer:
        """The answer to a question, did-you-mean, or an honest no.

        In place of a question may stand the value of a completion.
        """
        return self._visit(reader).ask(question.strip())

    def say(
        self, text: str, reader: Reader, *, after: Thread | None = None, is_called: bool = True
    ) -> Talked:
        """What to say to a text in the reader's conversation: also a follow-up, or small talk.

        What takes the place of something said before comes `after` what was before that. Where
        nobody `is_called`, what means nothing to the bot may be no more than a comment.
        """
        thread = self._recall(reader) if after is None else after
        visit = self._visit(reader)
        chosen = visit.ask_chosen(text.strip())
        said = chosen or visit.talking.say(text.strip(), thread)
        if not is_called and said.status is Status.UNKNOWN and not is_question(text):
            return Talked(said.reply, thread, is_comment=True)
        return Talked(self._keep(said, reader, thread, after=after), thread)

    def answer(self, text: str, reader: Reader) -> Reply:
        """What to say to a text of which it does not matter what was said before."""
        said = self._visit(reader).talking.say(text.strip(), Thread())
        return self._keep(said, reader, Thread())

    def any_fact(self, reader: Reader, topic: str | None = None) -> Reply:
        """Any fact that the reader may be told unasked, of a topic if one is given.

        What is no topic is a question.
        """
        return self._keep(self._visit(reader).any_fact(topic), reader, Thread())

    def quote(
        self, who: str | None, about: str | None, reader: Reader, topic: str | None = None
    ) -> Quoted:
        """A quote of whoever is called `who`, on a subject or topic, new to the reader's scope.

        Without any of these, any quote that the reader may be told unasked. What is no topic is a
        subject.
        """
        visit = self._visit(reader)
        found = visit.quote(who, about, topic)
        return replace(found, reply=self._keep(visit.quoted(found, who), reader, Thread()))

    def follow(self, does: Does, reader: Reader) -> Reply | None:
        """What a button brings; None when what it stands for is no longer known."""
        thread = self._recall(reader)
        if isinstance(does, NoneOfThese):
            does = NoneOfThese(in_full(does.asked, thread))
        elif isinstance(does, NotWhatIAsked):
            does = replace(does, asked=in_full(does.asked, thread, does.told))
        said = self._visit(reader).follow(does)
        return self._keep(said, reader, thread) if said else None

    def note_by(self, unanswered: Unanswered) -> None:
        """Let another take note of what comes of questions, and let members say what was wrong."""
        self._kept = replace(self._kept, unanswered=unanswered)
        self._is_doubtable = True

    def forget(self, person: int, scopes: Iterable[int]) -> None:
        """Remember nothing of somebody: what they asked, and the quotes shown in `scopes`."""
        self._memory.forget(person)
        for scope in scopes:
            self._kept.quotes.forget(scope)
            self._kept.facts.forget(scope)

    def _recall(self, reader: Reader) -> Thread:
        if reader.place is None:
            return Thread()
        now = self._monotonic()
        return self._memory.recall(reader.place, now, is_private=reader.is_private)

    def _keep(
        self, said: Said, reader: Reader, thread: Thread, *, after: Thread | None = None
    ) -> Reply:
        """The reply to something, which is remembered for the reader's conversation, a `thread`."""
        card = said.card
        if card is None:
            return said.reply
        asked = self._note(card, said.status, reader, thread)
        if reader.place is not None:
            kept = replace(card, is_private=reader.is_private)
            self._memory.note(reader.place, kept, self._monotonic(), after=after)
        reply = said.reply
        if card.told and self._is_doubtable:
            reply = doubtable(reply, card.told, asked)
        if card.told and reader.can_share:
            reply = talk_replies.shareable(reply, card.told)
        return reply

    def _note(self, card: Card, status: Status, reader: Reader, thread: Thread) -> str:
        """Take note of what came of a question; returns what was asked, empty for nothing."""
        person = reader.place.person if reader.place else None
        unanswered = self._kept.unanswered
        if card.asked:
            unanswered.came_of(card.asked, status, card.told, person)
        shown = meant(card, thread)
        if shown is not None:
            unanswered.meant(shown.asked, shown.fact_id, person)
        return card.asked or (shown.asked if shown else "")

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

    @property
    def snapshot(self) -> Snapshot:
        """The knowledge in force, with everything built from it."""
        return self._library.current

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

    @property
    def library(self) -> Library:
        """The knowledge in force, for those who change it."""
        return self._library

    def preview(self, snapshot: Snapshot, entry_id: str, reader: Reader) -> Reply | None:
        """What a reader would see of an entry, by its id as in `Told`, if `snapshot` were in force.

        Nothing is remembered of it; None when there is no such entry.
        """
        visit = _Visit(snapshot, reader, _Kept(self._kept.unanswered), self._rng)
        said = visit.follow(Share((entry_id,)))
        return said.reply if said else None

    def reload(self) -> Reloaded:
        """Put the knowledge files in force anew, all or nothing; blocks while it reads them."""
        return self._library.reload()

    def close(self) -> None:
        """Let a reload that is going on fail at once; what is in force can still be asked."""
        self._library.close()

    def warm(self) -> None:
        """Make the first questions as fast as later ones: for a process that stays."""
        self._library.current.matcher.warm()

    def warm_languages(self) -> None:
        """Do so for questions in other languages, which takes a second or two."""
        self._library.current.matcher.warm_languages()

    def _visit(self, reader: Reader) -> _Visit:
        return _Visit(self._library.current, reader, self._kept, self._rng)


@dataclass(frozen=True, slots=True)
class _Kept:
    """What outlasts a visit."""

    unanswered: Unanswered
    quotes: Seen[Quote] = field(default_factory=Seen[Quote])
    facts: Seen[Fact] = field(default_factory=Seen[Fact])
    """Those that came as a surprise."""


class _Visit:
    """One question of one reader, answered from one snapshot from beginning to end."""

    def __init__(
        self,
        snapshot: Snapshot,
        reader: Reader,
        kept: _Kept,
        rng: Rng,
    ) -> None:
        self._asking = Asking(snapshot, reader, kept.quotes, rng)
        self._snapshot = snapshot
        self._quotes = snapshot.quotes
        self._knowledge = snapshot.knowledge
        self._fates = FATES | snapshot.knowledge.fates
        self._reader = reader
        self._kept = kept
        self._rng = rng
        self._allows = unasked(reader.horizon)
        self._context = Context(self._knowledge.show, self._knowledge.people, reader.horizon)

    @property
    def talking(self) -> Talking:
        """Who talks with the reader; made anew each time, so that the two do not hold each other.

        What does would outlive a reload, which keeps the garbage collector away from all there is,
        and the old snapshot with it.
        """
        return Talking(self._snapshot, self._reader, self._asking, self.follow)

    def ask(self, asked: str) -> Answer:
        fact = self._chosen(asked)
        return self._asking.fact(fact) if fact else self._asking.ask(asked)

    def ask_chosen(self, asked: str) -> Said | None:
        fact = self._chosen(asked)
        return self.talking.noted(self._asking.fact(fact), "") if fact else None

    def follow(self, does: Does) -> Said | None:
        match does:
            case ShowFact(fact_id):
                return self._shown(fact_id)
            case ShowPerson(person_id):
                return self._shown(f"people/{person_id}")
            case AskAbout():
                return self.talking.about(does)
            case Share() | Reveal():
                return self._opened(does)
            case NoneOfThese() | NotWhatIAsked():
                return self._dismissed(does)
            case AnotherFact(topic):
                return self.any_fact(topic)
            case AnotherQuote() | QuoteOf():
                return self._quote_of(does)
            case _:
                return None

    @property
    def topics(self) -> Topics:
        return Topics(self._knowledge, self._quotes, self._allows)

    def any_fact(self, topic: str | None) -> Said:
        chosen = None
        if topic is not None:
            topics = self.topics
            chosen = topics.find(topic, topics.of_facts())
            if chosen is None:
                return self.talking.noted(self._asking.ask(topic), topic)
        facts = [
            fact
            for fact in self._snapshot.facts.unasked(self._reader.horizon)
            if chosen is None or fact.topic == chosen
        ]
        fact = self._kept.facts.draw(facts, self._reader.scope, self._rng, self._weight_of_fact)
        if fact is None:
            return Said(fact_replies.nothing_to_tell())
        answer = replace(self._asking.fact(fact), reply=self._asking.random(fact, chosen))
        return self.talking.noted(answer, "")

    def _dismissed(self, does: NoneOfThese | NotWhatIAsked) -> Said:
        """Nothing that was offered or told is what somebody meant, of which a note is made."""
        asked, place = does.asked, self._reader.place
        told = (does.told,) if isinstance(does, NotWhatIAsked) else ()
        if asked:
            self._kept.unanswered.dismissed(asked, told, place.person if place else None)
        reply = self._asking.dismissed(asked)
        said = self.talking.noted(Answer(Decision(Status.UNKNOWN), reply), asked)
        return _with_card(said, asked="", dismissed=asked)

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

    def quoted(self, found: Quoted, who: str | None) -> Said:
        """A quote that was drawn, with whose it is."""
        if found.quote is None:
            return Said(found.reply, Card(who or "", actions=found.reply.actions))
        told = Told(f"quotes/{found.quote.id}", found.quote.text, found.quote)
        return self.talking.noted(Answer(Decision(Status.ANSWERED), found.reply, (told,)), "")

    def _quote_of(self, does: AnotherQuote | QuoteOf) -> Said | None:
        """A quote of somebody, and the others who have the name that was asked for."""
        person_id = does.person_id
        if person_id is None:
            return self.quoted(self.quote(None, does.about, does.topic), None)
        if person_id not in self._knowledge.people:
            return None
        wanted = Wanted(does.who, does.about, does.topic)
        found = self._quotes.find(wanted.who).people if wanted.who else ()
        others = (i for i in found if i != person_id and self._quotes.has_quotes(i))
        return self.quoted(self._drawn(Named((person_id,), tuple(others)), wanted), person_id)

    def _drawn(self, named: Named, wanted: Wanted) -> Quoted:
        """A quote of whoever is named, of anybody if nobody is."""
        is_asked = bool(named.people or wanted.about)
        allows = None if is_asked else self._allows
        pool = self._quotes.pool(named, wanted.about, wanted.topic, allows=allows)
        weight = self._weight_of_quote if wanted == ANYTHING and not is_asked else _evenly
        quote = self._kept.quotes.draw(pool.quotes, self._reader.scope, self._rng, weight)
        if quote is None:
            return Quoted(named, None, quote_replies.no_quote(named, self._context))
        return self._told(quote, named, wanted, is_off_subject=pool.is_off_subject)

    def _told(
        self, quote: Quote, named: Named, wanted: Wanted, *, is_off_subject: bool = False
    ) -> Quoted:
        sealed = SealedQuote(quote, self._fates)
        reply = quote_replies.quoted(
            sealed, named, wanted, self._context, is_off_subject=is_off_subject
        )
        return Quoted(named, quote, reply)

    def _weight_of_fact(self, fact: Fact) -> int:
        if fact.weight is not None:
            return fact.weight
        return self._knowledge.show.weight([fact.topic] if fact.topic else [])

    def _weight_of_quote(self, quote: Quote) -> int:
        return self._knowledge.show.weight(quote.topics)

    def _shared(self, told: Sequence[str]) -> Said | None:
        """All of what was told to somebody alone, as everybody may have it."""
        shown = [self._shown(entry_id) for entry_id in told]
        said = [one for one in shown if one is not None]
        if not said or len(said) < len(told):
            return None
        first, *others = said
        return replace(first, reply=fact_replies.all_of(first.reply, (o.reply for o in others)))

    def _opened(self, does: Share | Reveal) -> Said | None:
        return self._revealed(does) if isinstance(does, Reveal) else self._shared(does.told)

    def _revealed(self, does: Reveal) -> Said | None:
        """What is veiled for others, to somebody who is that far or sure; else whether they are."""
        sealed = [self._sealed_by(entry_id) for entry_id in does.told]
        entries = [entry for entry in sealed if entry is not None]
        if not entries or len(entries) < len(sealed):
            return None
        if all(self._reader.horizon.allows(entry.rating) for entry in entries):
            return self._shared(does.told)
        if does.is_sure:
            return Said(self._laid_open(entries))
        return Said(talk_replies.really(entries, does, self._reader.own, self._context))

    def _laid_open(self, entries: Iterable[SealedFact | SealedQuote]) -> Reply:
        """What somebody is sure to want, nothing that goes beyond, and nothing that leads on."""
        first, *others = [self._laid_bare(entry) for entry in entries]
        return replace(fact_replies.all_of(first, others), actions=())

    def _laid_bare(self, entry: SealedFact | SealedQuote) -> Reply:
        far_enough = self._reader.horizon.reaching(entry.behind)
        context = replace(self._context, horizon=far_enough)
        if isinstance(entry, SealedFact):
            return fact_replies.answer(entry, context)
        return quote_replies.quoted(entry, Named(), ANYTHING, context, is_off_subject=False)

    def _sealed_by(self, entry_id: str) -> SealedFact | SealedQuote | None:
        """The fact or quote that goes by an id, as in `Told`; None if it is no longer known."""
        kind, _, rest = entry_id.rpartition("/")
        if kind == "quotes":
            quote = self._knowledge.quotes.get(rest)
            return SealedQuote(quote, self._fates) if quote else None
        fact = self._knowledge.facts.get(entry_id)
        return SealedFact(fact, self._fates) if fact else None

    def _shown(self, entry_id: str) -> Said | None:
        """What goes by an id, as in `Told`; None if it is no longer known."""
        kind, _, rest = entry_id.rpartition("/")
        if kind == "people":
            answer = self._asking.person(rest)
            name = self._knowledge.people[rest].name if answer else ""
            if answer is None:
                return None
            return _with_card(self.talking.noted(answer, f"who is {name}"), asked="")
        if kind == "quotes":
            quote = self._knowledge.quotes.get(rest)
            named = Named((quote.speaker,) if quote and quote.speaker else ())
            return self.quoted(self._told(quote, named, ANYTHING), None) if quote else None
        fact = self._knowledge.facts.get(entry_id)
        return self.talking.noted(self._asking.fact(fact), "") if fact else None

    def _chosen(self, asked: str) -> Fact | None:
        """The fact whose id a completion put in place of a question, if it is still there."""
        if not asked.startswith(_FACT_PREFIX):
            return None
        return self._knowledge.facts.get(asked.removeprefix(_FACT_PREFIX))


def _with_card(said: Said, **changed: str) -> Said:
    """What is said, with something else about its card."""
    return replace(said, card=replace(said.card, **changed)) if said.card else said


def _anything(_: Fact) -> bool:
    return True


def _evenly(_: Quote) -> int:
    return 1
