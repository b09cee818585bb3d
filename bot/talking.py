"""From what somebody says in a conversation to what is said back, and what is kept of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.asking import Answer, Asking, Told
from bot.conversation import meanings, smalltalk
from bot.conversation.followups import FollowUps
from bot.conversation.meanings import FollowUp, Further, Instead, Unclear
from bot.conversation.memory import Card, Thread
from bot.conversation.referents import Referents
from bot.conversation.topics import asked_about, topic_named
from bot.knowledge.schema import Fact, Person, Quote
from bot.library import Snapshot
from bot.matching.decision import MAX_SUGGESTIONS, Status
from bot.matching.language.tokens import words
from bot.reader import Reader
from bot.replies import facts as fact_replies
from bot.replies import talk as talk_replies
from bot.replies.model import (
    Action,
    AnotherFact,
    AnotherQuote,
    AskAbout,
    Context,
    Does,
    NoneOfThese,
    QuoteOf,
    Reply,
    ShowFact,
)
from bot.spoilers.rule import SealedFact, SealedQuote, is_for, unasked, wholly
from bot.spoilers.words import FATES

__all__ = ["Said", "Talking"]

_MOST_IN_OVERVIEW = 5

_ASKING_FOR_SOMEBODY = frozenset({"who", "whom", "whose", "which"})


@dataclass(frozen=True, slots=True)
class Said:
    """What is said, and what can be leant on afterwards."""

    reply: Reply
    card: Card | None = None
    """None for what is no subject, such as small talk."""
    status: Status = Status.ANSWERED
    """Whether something was told, offered, or neither."""


class Talking:
    """Understands the texts of one reader, in their conversation, from one snapshot."""

    def __init__(
        self,
        snapshot: Snapshot,
        reader: Reader,
        asking: Asking,
        follow: Callable[[Does], Said | None],
    ) -> None:
        """`follow` does what a button does."""
        self._asking = asking
        self._follow = follow
        self._knowledge = snapshot.knowledge
        self._matcher = snapshot.matcher
        self._requests = snapshot.requests
        self._names = snapshot.requests.names
        self._fates = FATES | snapshot.knowledge.fates
        self._context = Context(snapshot.knowledge.show, snapshot.knowledge.people, reader.horizon)
        self._own = reader.own
        self._allows = unasked(reader.horizon)
        self._allows_all_of = wholly(reader.horizon)
        self._referents = Referents(snapshot.knowledge.people, snapshot.knowledge.facts)
        self._follow_ups = FollowUps(self._names, self._referents)

    def say(self, text: str, thread: Thread) -> Said:
        """What to say to a text after the cards of `thread`."""
        meant = self._follow_ups.read(text, thread, self._subject)
        if meant is not None:
            return self._followed_up(meant, text, thread)
        show = self._knowledge.show
        talk = smalltalk.read(text, show.bot.name)
        if talk is not None:
            line = smalltalk.line(talk, show)
            is_nod = talk is smalltalk.SmallTalk.NOD
            return Said(
                talk_replies.line(line, begins=talk in smalltalk.BEGINNINGS),
                status=Status.UNKNOWN if is_nod else Status.ANSWERED,
            )
        return self.ask(text)

    def ask(self, text: str) -> Said:
        """What to say to a question that stands on its own, or to one for a whole topic."""
        return self._overview(text) or self.noted(self._asking.ask(text), text)

    def about(self, does: AskAbout) -> Said | None:
        """What to say to a text of which it was unclear whom it means, now that it is known."""
        if does.person_id not in self._knowledge.people:
            return None
        text = does.text or "who is she"
        return self.ask(self._follow_ups.about(does.person_id, text))

    def noted(self, answer: Answer, asked: str) -> Said:
        """An answer, with what it is about: as far as everybody reads it."""
        entries = [told.entry for told in answer.told]
        people = dict.fromkeys(self._named(asked, entries))
        hidden: dict[str, None] = {}
        for entry in entries:
            about = tuple(self._about(entry, asked))
            if isinstance(entry, Fact) and not self._allows_all_of(entry):
                hidden |= dict.fromkeys(about)
            else:
                people |= dict.fromkeys(about)
        roles = set(map(self._referents.role_of, people))
        card = Card(
            asked or self._question(entries),
            tuple(told.id for told in answer.told),
            tuple(people),
            tuple(i for i in hidden if self._referents.role_of(i) not in roles),
            answer.reply.actions,
            asked=asked,
        )
        return Said(self._revealable(answer.reply, answer.told), card, answer.status)

    def _revealable(self, reply: Reply, told: Iterable[Told]) -> Reply:
        """What is veiled only because others read it can be shown to the reader alone.

        So can somebody's fate, however far they are: that there is no more to be shown would tell
        that it comes later.
        """
        if self._own is None:
            return reply
        veiled: list[str] = []
        for one in told:
            entry = one.entry
            if isinstance(entry, Person):
                continue
            is_fate = isinstance(entry, Fact) and entry.asks_fate and not self._allows(entry)
            if is_fate or is_for(entry, self._own, self._context.horizon):
                veiled.append(one.id)
            elif not self._allows(entry):
                return reply
        return talk_replies.revealable(reply, tuple(veiled)) if veiled else reply

    # -- what a card is about

    def _named(self, asked: str, entries: Iterable[Fact | Person | Quote]) -> Iterator[str]:
        """The people whom a text names; of a shared name the one whom `entries` are about."""
        about = {person_id for entry in entries for person_id in self._about(entry, "who")}
        found = words(asked)
        for mention in (*self._names.mentions(found), *self._names.roles(found)):
            fitting = [i for i in mention.people if i in about] or list(mention.people)
            if len({self._referents.role_of(i) for i in fitting}) == 1:
                yield fitting[0]

    def _about(self, entry: Fact | Person | Quote, asked: str) -> Iterator[str]:
        """Everybody whom an entry speaks of, and whom "he" or "she" may mean afterwards."""
        if isinstance(entry, Person):
            yield entry.id
        elif isinstance(entry, Quote):
            yield from (entry.speaker,) if entry.speaker else ()
        else:
            yield from entry.people
            # Who asks for somebody may go on with that person.
            if not _ASKING_FOR_SOMEBODY.isdisjoint(words(asked or entry.question)):
                mentions = self._names.mentions(words(entry.answer), typos=False)
                yield from (one.people[0] for one in mentions if len(one.people) == 1)

    def _subject(self, card: Card) -> str:
        """The topic of what was told, such as "season 2", where the question names it."""
        facts = self._knowledge.facts
        fact = next((facts[told] for told in card.told if told in facts), None)
        if fact is None or fact.topic is None:
            return ""
        name = fact.topic.replace("-", " ")
        named = self._terms(name)
        if named.isdisjoint(self._terms(card.asked or self._question((fact,)))):
            return ""
        return name if any(word.isdigit() for word in words(name)) else f"the {name}"

    def _question(self, entries: Iterable[Fact | Person | Quote]) -> str:
        """The question of what was chosen without asking it; empty where that is veiled."""
        fact = next((entry for entry in entries if isinstance(entry, Fact)), None)
        is_open = fact is not None and (self._allows(fact) or fact.headed == fact.question)
        return fact.question if fact is not None and is_open else ""

    # -- follow-ups

    def _followed_up(self, meant: FollowUp, text: str, thread: Thread) -> Said:
        last = thread.last
        actions = last.actions if last else ()
        match meant:
            case Instead():
                return self._instead(meant, thread)
            case Unclear(people, leaning):
                return self._unclear(people, leaning, text)
            case meanings.Picked(action):
                return self._follow(action.does) or self.ask(text)
            case meanings.OutOfRange(count):
                return Said(talk_replies.no_such_offer(count, actions))
            case meanings.NoneOfThese():
                return self._none_of(actions)
            case meanings.Another():
                return self._another(thread)
            case meanings.Sources(told):
                return Said(talk_replies.sources_of(self._sealed_all(told), self._context))
            case Further():
                return self._further(meant)

    def _instead(self, meant: Instead, thread: Thread) -> Said:
        """The first question that is answered, else one for which there is something to offer."""
        before = thread.last.told if thread.last and not meant.is_guess else ()
        offered = None
        for question in meant.questions:
            said = self.ask(question)
            if not self._speaks_of(said, meant.must_name, before) or not self._is_of(said, meant):
                continue
            if said.status is Status.ANSWERED:
                return said
            if said.status is Status.SUGGESTED and not meant.is_guess:
                offered = offered or said
        if offered is not None:
            return offered
        said = self.ask(meant.otherwise)
        if said.card and meant.questions and not meant.is_guess:
            # What was understood can be followed up, although nobody knows it.
            return replace(said, card=replace(said.card, question=meant.questions[0]))
        return said

    def _speaks_of(self, said: Said, subject: str, before: tuple[str, ...]) -> bool:
        """Whether what is told or offered is about a subject, and is not what was told before."""
        if not subject:
            return True
        if said.card is None or (before and said.card.told == before):
            return False
        wanted = self._terms(subject)
        return any(
            wanted <= self._terms(f"{fact.question} {(fact.topic or '').replace('-', ' ')}")
            for fact in self._facts_of(said.card)
        )

    def _is_of(self, said: Said, meant: Instead) -> bool:
        """Whether what is told is about all the people whom it has to be about."""
        wanted = set(map(self._referents.role_of, meant.of))
        facts = self._facts_of(said.card) if said.card and wanted else ()
        return not wanted or any(
            wanted <= set(map(self._referents.role_of, fact.people)) for fact in facts
        )

    def _facts_of(self, card: Card) -> Iterator[Fact]:
        """The facts that a card tells, or offers where it tells nothing."""
        offered = (one.does.fact_id for one in card.actions if isinstance(one.does, ShowFact))
        for fact_id in card.told or offered:
            if fact_id in self._knowledge.facts:
                yield self._knowledge.facts[fact_id]

    def _terms(self, text: str) -> frozenset[object]:
        return frozenset(token.term for token in self._matcher.analyser.analyse(text).tokens)

    def _unclear(self, people: Iterable[str], leaning: str, text: str) -> Said:
        """Who is meant is asked; unless nobody was spoken of, and the very words are a question."""
        known = [self._knowledge.people[person_id] for person_id in people]
        if not known:
            answer = self._asking.ask(text)
            if answer.told and answer.score >= 1.0:
                return self.noted(answer, text)
            return Said(talk_replies.nothing_to_lean_on(), status=Status.UNKNOWN)
        reply = talk_replies.unclear(known, leaning)
        people = tuple(person.id for person in known)
        return Said(reply, Card("", people=people, actions=reply.actions), Status.SUGGESTED)

    def _another(self, thread: Thread) -> Said:
        """Another of the same kind; or what leads on and was not told yet; or any fact."""
        last = thread.last
        seen = {told for card in thread.cards for told in card.told}
        for action in last.actions if last else ():
            if isinstance(action.does, AnotherFact | AnotherQuote):
                return self._follow(action.does) or self._any_fact()
        for fact in self._leading_on(last) if last else ():
            if fact.id not in seen and self._allows(fact):
                return self.noted(self._asking.fact(fact), "")
        return self._any_fact()

    def _none_of(self, actions: Iterable[Action]) -> Said:
        """As the button that says so, where there is one."""
        offered = (one.does for one in actions if isinstance(one.does, NoneOfThese))
        does = next(offered, None)
        said = self._follow(does) if does else None
        return said or Said(talk_replies.none_of_these())

    def _any_fact(self) -> Said:
        return self._follow(AnotherFact()) or Said(fact_replies.nothing_to_tell())

    def _further(self, meant: Further) -> Said:
        """What is known of why, when and so on: what leads on from the last card, or comes near."""
        card = meant.card
        for fact in self._leading_on(card):
            if fact.id not in card.told and meant.wanted in words(fact.question)[:3]:
                return self.noted(self._asking.fact(fact), "")
        near = self._near(meant)[:MAX_SUGGESTIONS]
        if not near:
            return Said(talk_replies.no_more_about(_leading(card.actions)))
        sealed = tuple(SealedFact(fact, self._fates) for fact in near)
        asked = f"{meant.wanted} {card.question}"
        reply = fact_replies.suggestions(sealed, self._context, asked, is_echoed=False)
        return Said(reply, Card("", actions=reply.actions), Status.SUGGESTED)

    def _near(self, meant: Further) -> Sequence[Fact]:
        """Facts of the same topic that ask why, when and so on, and come near the last question."""
        card = meant.card
        topics = {fact.topic for i in card.told if (fact := self._knowledge.facts.get(i))}
        explained = self._matcher.explain(f"{meant.wanted} {card.question}")
        told = explained.decision.fact
        offered = [*([told] if told else []), *explained.decision.suggestions]
        considered = [one.fact for one in explained.candidates]
        for facts in (offered, considered):
            near = [
                fact
                for fact in facts
                if meant.wanted in words(fact.question)[:3]
                and fact.topic in topics
                and fact.id not in card.told
            ]
            if near:
                return near
        return []

    def _leading_on(self, card: Card) -> Iterator[Fact]:
        facts = self._knowledge.facts
        for told in card.told:
            related = facts[told].related if told in facts else ()
            yield from (facts[fact_id] for fact_id in related if fact_id in facts)
        for action in card.actions:
            if isinstance(action.does, ShowFact) and action.does.fact_id in facts:
                yield facts[action.does.fact_id]

    def _sealed_all(self, told: Iterable[str]) -> Iterator[SealedFact | SealedQuote]:
        for entry_id in told:
            if entry_id in self._knowledge.facts:
                yield SealedFact(self._knowledge.facts[entry_id], self._fates)
            elif (quote_id := entry_id.removeprefix("quotes/")) in self._knowledge.quotes:
                yield SealedQuote(self._knowledge.quotes[quote_id], self._fates)

    # -- topics

    def _overview(self, text: str) -> Said | None:
        """A whole topic, if that is asked for: what sums it up, and where to go on."""
        phrase = asked_about(text)
        if phrase is None:
            return None
        facts = self._knowledge.facts
        topic = topic_named(
            phrase,
            (fact.topic for fact in facts.values()),
            self._matcher.analyser,
            self._requests.titles,
        )
        if topic is None:
            return None
        own = [fact for fact in facts.values() if fact.topic == topic]
        lead = self._lead(text, topic)
        related = [facts[i] for i in (lead.related if lead else ()) if i in facts]
        others = [fact for fact in (*related, *own) if fact is not lead and self._has_label(fact)]
        others.sort(key=lambda fact: not self._allows(fact))
        offered = list(dict.fromkeys(fact.id for fact in others))[:_MOST_IN_OVERVIEW]
        reply = fact_replies.overview(
            topic.replace("-", " "),
            len(own),
            SealedFact(lead, self._fates) if lead else None,
            (SealedFact(facts[fact_id], self._fates) for fact_id in offered),
            self._context,
        )
        if lead is None and not offered:
            return None
        told = self._asking.fact(lead).told if lead else ()
        is_told = Status.ANSWERED if lead else Status.SUGGESTED
        noted = self.noted(Answer(self._matcher.decide(text), reply, told), text)
        return replace(noted, status=is_told)

    def _has_label(self, fact: Fact) -> bool:
        """Whether something stands for a fact that may be read without having asked for it."""
        return self._allows(fact) or bool(fact.label or fact.title)

    def _lead(self, text: str, topic: str) -> Fact | None:
        """The fact that sums a topic up: what answers, or is asked for all there is itself."""
        decision = self._matcher.decide(text)
        if decision.fact is not None:
            return decision.fact if decision.fact.topic == topic else None
        for fact in decision.suggestions:
            if fact.topic == topic and any(map(asked_about, fact.phrasings)):
                return fact
        return None


def _leading(actions: Iterable[Action]) -> tuple[Action, ...]:
    """Of what can be done next, what tells more of the same."""
    return tuple(one for one in actions if isinstance(one.does, ShowFact | AnotherQuote | QuoteOf))
