"""From a question to what is said: a fact, a profile, a quote, two answers, or an honest no."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.knowledge.schema import Fact, Person, PersonKind, Quote, QuoteKind
from bot.library import Snapshot
from bot.matching.decision import Decision, Status
from bot.matching.language.tokens import words
from bot.matching.requests.joints import halves
from bot.matching.requests.people import AboutPeople
from bot.quotes import Named, Rng, Seen
from bot.reader import Reader
from bot.replies import facts as fact_replies
from bot.replies import people as people_replies
from bot.replies import quotes as quote_replies
from bot.replies import wording
from bot.replies.model import Context, Note, Reply, Text
from bot.spoilers.rule import (
    SealedFact,
    SealedQuote,
    may_echo,
    open_sources,
    unasked,
    wholly,
)
from bot.spoilers.words import FATES

__all__ = ["Answer", "Asking", "Told"]

_MOST_BENEATH = 3
"""Facts and people that are offered beneath an answer."""

_MOST_KNOWN = 2
"""People of whom something is offered where nothing answers, and facts of one of them alone."""

_MOST_PEOPLE = 10
"""People of one name that are offered."""


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that a reply tells, for programs."""

    id: str
    """A fact's id; `people/` or `quotes/` before that of a person or a quote."""
    text: str
    """What is said of it."""
    entry: Fact | Person | Quote


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a question: the decision, what is told and offered, and how it is said."""

    decision: Decision
    """What matching made of the whole question."""
    reply: Reply
    told: tuple[Told, ...] = ()
    """What is told; a second one where two things were asked."""
    offered: tuple[str, ...] = ()
    """Ids, as in `Told`, of what is offered: beneath what is told, or in its place."""
    score: float = 0.0
    """Probability (0..1) that what is told first answers the question."""

    @property
    def status(self) -> Status:
        """Whether something was told, offered, or neither."""
        if self.told:
            return Status.ANSWERED
        return Status.SUGGESTED if self.offered else Status.UNKNOWN


class Asking:
    """Answers the questions of one reader from one snapshot."""

    def __init__(self, snapshot: Snapshot, reader: Reader, seen: Seen[Quote], rng: Rng) -> None:
        self._matcher = snapshot.matcher
        self._requests = snapshot.requests
        self._facts = snapshot.facts
        self._quotes = snapshot.quotes
        self._knowledge = snapshot.knowledge
        self._giveaways = snapshot.giveaways
        self._fates = FATES | snapshot.knowledge.fates
        self._reader = reader
        self._seen = seen
        self._rng = rng
        self._context = Context(self._knowledge.show, self._knowledge.people, reader.horizon)

    def ask(self, asked: str) -> Answer:
        """The answer to a question, or to both where two are asked."""
        decision = self._matcher.decide(asked)
        if _is_exact(decision):
            return self._profile_asked(asked, decision) or self._decided(asked, decision)
        return self._both(asked, decision) or self._one(asked, decision)

    def fact(self, fact: Fact) -> Answer:
        """A fact that was chosen by its id."""
        return self._decided("", Decision(Status.ANSWERED, fact, score=1.0))

    def person(self, person_id: str) -> Answer | None:
        """Who somebody is; None for an id that is no longer known."""
        person = self._knowledge.people.get(person_id)
        return self._profile(person, self._who(person, None)) if person else None

    # -- what is asked

    def _one(self, asked: str, decision: Decision) -> Answer:
        return (
            self._profile_asked(asked, decision)
            or self._quote_asked(asked, decision)
            or self._decided(asked, decision)
        )

    def _both(self, asked: str, decision: Decision) -> Answer | None:
        """The answers to two questions in one; None where it is better taken as one."""
        parts = halves(asked, self._requests.names, self._requests.titles)
        if parts is None:
            return None
        answers = [self._one(part, self._matcher.decide(part)) for part in parts]
        first, second = answers
        answered = [one for one in answers if one.told]
        known = {told.id for one in answered for told in one.told}
        whole = decision.fact
        if not answered or (whole is not None and whole.id not in known):
            return None
        if len(known) == 1:
            place = 0 if first.told else 1
            one = answers[place]
            is_half = len(answered) == 1
            reply = fact_replies.half(one.reply, parts[place]) if is_half else one.reply
            return Answer(decision, reply, one.told, one.offered, one.score)
        return Answer(
            decision,
            fact_replies.both(first.reply, second.reply),
            (*first.told, *second.told),
            tuple(dict.fromkeys((*first.offered, *second.offered))),
            min(first.score, second.score),
        )

    def _decided(self, asked: str, decision: Decision) -> Answer:
        """What matching decided, with what leads on from it."""
        fact = decision.fact
        if fact is not None:
            leads, beneath = self._beneath(fact, decision.suggestions)
            echo = asked if asked and self._may_echo(asked, (fact,)) else None
            reply = fact_replies.answer(
                self._sealed(fact), self._context, map(self._sealed, beneath), leads, echo
            )
            told = Told(fact.id, fact.whole, fact)
            return Answer(decision, reply, (told,), _ids(beneath), decision.score)
        near = decision.suggestions
        if near:
            is_echoed = self._may_echo(asked, near)
            sealed = tuple(map(self._sealed, near))
            reply = fact_replies.suggestions(sealed, self._context, asked, is_echoed=is_echoed)
        else:
            echo = asked if self._may_echo(asked, ()) else None
            reply = fact_replies.nothing_known(echo, tuple(self._known(asked)))
        return Answer(decision, reply, (), _ids(near), decision.score)

    def random(self, fact: Fact, topic: str | None) -> Reply:
        """A fact that was drawn, with what leads on from it."""
        leads, beneath = self._beneath(fact, (), room=_MOST_BENEATH - 1)
        also = map(self._sealed, beneath)
        return fact_replies.random_fact(self._sealed(fact), self._context, also, leads, topic)

    def dismissed(self, asked: str) -> Reply:
        """What to say to somebody who meant nothing of what was offered."""
        return fact_replies.dismissed(tuple(self._known(asked)))

    def _may_echo(self, asked: str, led_to: Iterable[Fact]) -> bool:
        reader = self._reader
        return may_echo(
            asked, led_to, self._giveaways, reader.horizon, is_private=reader.is_private
        )

    def _beneath(
        self, fact: Fact, agreeing: Iterable[Fact], *, room: int = _MOST_BENEATH
    ) -> tuple[fact_replies.Leads, tuple[Fact, ...]]:
        """What may be offered unasked beneath a fact, `room` in all.

        One of each kind, as far as there are any: facts that agree or else are related, the
        profile of somebody whom it is about, and a quote. More of the facts take what is left.
        Beneath somebody's fate that is veiled stands nothing: what leads on from it would tell it.
        """
        related = (self._knowledge.facts[i] for i in fact.related if i in self._knowledge.facts)
        allows = unasked(self._reader.horizon)
        if fact.asks_fate and not allows(fact):
            return fact_replies.NOBODY, ()
        facts = {one.id: one for one in (*agreeing, *related) if one is not fact and allows(one)}
        is_all_told = wholly(self._reader.horizon)(fact)
        people = self._leads_to(fact) if is_all_told else fact_replies.NOBODY
        wanted = min(len(facts), 1)
        if room - wanted < 2 and people.profile:
            people = fact_replies.Leads(profile=people.profile)
        taken = (people.profile is not None) + (people.quoted is not None)
        return people, tuple(facts.values())[: room - taken]

    def _leads_to(self, fact: Fact) -> fact_replies.Leads:
        """The first of those whom a fact is about, and the first of them who is quoted."""
        people = [self._knowledge.people[i] for i in fact.people if i in self._knowledge.people]
        untold = (one for one in people if not self._asks_who(fact.question, one))
        real_first = sorted(people, key=lambda one: one.kind is PersonKind.CHARACTER)
        quoted = (one for one in real_first if self._quotes.said(one.id, None))
        return fact_replies.Leads(next(untold, None), next(quoted, None))

    def _known(self, asked: str) -> Iterator[fact_replies.Known]:
        """What may be offered unasked of the people whom a question names."""
        named: dict[str, Person] = {}
        for mention in self._requests.names.mentions(words(asked), typos=False):
            if len(mention.people) <= _MOST_KNOWN:
                named |= {i: self._knowledge.people[i] for i in mention.people}
        people = list(named.values())[:_MOST_KNOWN]
        for person in people:
            leads = tuple(self._leads(person, self._who(person, None)))
            facts = leads[: _MOST_KNOWN if len(people) == 1 else 1]
            is_quoted = bool(self._quotes.said(person.id, None))
            yield fact_replies.Known(person, tuple(map(self._sealed, facts)), is_quoted)

    # -- people

    def _profile_asked(self, asked: str, decision: Decision) -> Answer | None:
        """Who somebody is, if that is asked; a role that matching answers is left to it."""
        request = self._requests.people.read(asked)
        if request is None:
            return None
        near = (decision.fact, *(decision.suggestions if request.is_role else ()))
        told_of = [
            (person_id, fact)
            for fact in near
            for person_id in request.people
            if fact is not None and self._tells_who(fact, person_id, request)
        ]
        people = [person_id for person_id, _ in told_of[:1]] or list(request.people)
        is_answered = _is_exact(decision) or (request.is_role and not request.is_alone)
        if decision.fact is not None and not told_of and is_answered:
            return None
        if len(people) > 1 or not (request.is_sure or told_of):
            return self._which(people[:_MOST_PEOPLE], decision)
        person = self._knowledge.people[people[0]]
        fact = told_of[0][1] if told_of else self._who(person, request)
        return self._profile(person, fact, decision)

    def _which(self, people: Iterable[str], decision: Decision) -> Answer:
        several = [self._knowledge.people[person_id] for person_id in people]
        reply = people_replies.which(several, self._context)
        return Answer(decision, reply, (), tuple(f"people/{person.id}" for person in several))

    def _profile(
        self, person: Person, who: Fact | None, decision: Decision | None = None
    ) -> Answer:
        is_quoted = bool(self._quotes.said(person.id, None))
        leads = tuple(self._leads(person, who))[: _MOST_BENEATH - is_quoted]
        around = people_replies.Around(
            self._sealed(who) if who else None,
            open_sources(person.sources, self._fates, self._reader.horizon),
            tuple(map(self._sealed, leads)),
            is_quoted=is_quoted,
        )
        reply = people_replies.profile(person, around, self._context)
        told = Told(who.id, who.whole, who) if who else self._as_told(person, reply)
        return Answer(decision or Decision(Status.UNKNOWN), reply, (told,), _ids(leads), 1.0)

    def _as_told(self, person: Person, reply: Reply) -> Told:
        text = " ".join(block.text for block in reply.open if isinstance(block, Text | Note))
        return Told(f"people/{person.id}", text, person)

    def _who(self, person: Person, request: AboutPeople | None) -> Fact | None:
        """The curated fact that tells who somebody is; of an actor, perhaps whom they play."""
        about = self._facts.about(person.id)
        for fact in about:
            if self._asks_who(fact.question, person):
                return fact
        if person.kind is PersonKind.CHARACTER:
            for fact in about:
                if any(self._asks_who(text, person) for text in fact.phrasings):
                    return fact
        if request is not None and request.is_part and person.plays:
            asks_for = f"who plays {self._knowledge.people[person.plays].name}"
            decision = self._matcher.decide(asks_for)
            if decision.fact is not None and person.id in decision.fact.people:
                return decision.fact
        return None

    def _tells_who(self, fact: Fact, person_id: str, request: AboutPeople) -> bool:
        """Whether a fact is about somebody, and is asked by asking who they are.

        Of a real person whose name was given, only by the question that stands above it: among the
        other ways to ask whom they play may be their name alone.
        """
        if person_id not in fact.people:
            return False
        is_real = self._knowledge.people[person_id].kind is not PersonKind.CHARACTER
        is_strict = is_real and not request.is_role
        texts = (fact.question,) if is_strict else fact.phrasings
        asked = map(self._requests.people.read, texts)
        return any(read is not None and person_id in read.people for read in asked)

    def _asks_who(self, text: str, person: Person) -> bool:
        """Whether a text asks who somebody is, by their whole name."""
        read = self._requests.people.read(text)
        is_named = _letters(person.name) in _letters(text)
        return read is not None and read.people == (person.id,) and is_named

    def _leads(self, person: Person, who: Fact | None) -> Iterator[Fact]:
        """Facts about somebody that may be offered unasked, those about them alone first."""
        allows = unasked(self._reader.horizon)
        about = self._facts.about(person.id)
        others = [fact for fact in about if fact is not who and allows(fact)]
        yield from sorted(others, key=lambda fact: len(fact.people))[:_MOST_BENEATH]

    # -- quotes

    def _quote_asked(self, asked: str, decision: Decision) -> Answer | None:
        """Words of somebody, if these are asked for; or that there are none."""
        request = self._requests.quotes.read(asked)
        if request is None:
            return None
        for person_id in request.people:
            quotes = self._quotes.said(person_id, request.about)
            quote = self._seen.draw(quotes, self._reader.scope, self._rng)
            if quote is not None:
                return self._quoted(quote, person_id, request.about, decision)
        fact = decision.fact
        if fact is not None and not set(fact.people).isdisjoint(request.people):
            return None
        person = self._knowledge.people[request.people[0]]
        is_quoted = bool(self._quotes.said(person.id, None))
        none = quote_replies.none_about(person, request.about, is_quoted=is_quoted)
        near = (*([fact] if fact else []), *decision.suggestions)
        reply = fact_replies.beneath(none, map(self._sealed, near))
        return Answer(decision, reply, (), _ids(near), decision.score)

    def _quoted(
        self, quote: Quote, person_id: str, about: str | None, decision: Decision
    ) -> Answer:
        near = self._near(decision)
        quoted = quote_replies.quoted(
            SealedQuote(quote, self._fates),
            Named((person_id,)),
            quote_replies.Wanted(about=about),
            self._context,
            is_off_subject=False,
        )
        reply = fact_replies.beneath(quoted, map(self._sealed, near))
        told = Told(f"quotes/{quote.id}", _in_words(quote), quote)
        return Answer(decision, reply, (told,), _ids(near), 1.0)

    def _near(self, decision: Decision) -> tuple[Fact, ...]:
        """What matching would have answered or offered, as far as it may be offered unasked."""
        facts = (*([decision.fact] if decision.fact else []), *decision.suggestions)
        return tuple(filter(unasked(self._reader.horizon), facts))[:_MOST_BENEATH]

    def _sealed(self, fact: Fact) -> SealedFact:
        return SealedFact(fact, self._fates)


def _is_exact(decision: Decision) -> bool:
    """Whether a question was put in the very words of a phrasing."""
    return decision.status is Status.ANSWERED and decision.score >= 1.0


def _ids(facts: Iterable[Fact]) -> tuple[str, ...]:
    return tuple(fact.id for fact in facts)


def _in_words(quote: Quote) -> str:
    """A quote on one line: its words, in quotation marks if exact, and whose words these are."""
    is_exact = quote.kind is not QuoteKind.PARAPHRASE
    how_known = wording.how_known(
        quote.kind, is_translated=quote.translated, is_second_hand=quote.second_hand
    )
    return f"{wording.exact_words(quote.text) if is_exact else quote.text} ({how_known})"


def _letters(text: str) -> str:
    return "".join(words(text))
