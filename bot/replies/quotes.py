"""A quote: the words, then who said them, then how it is known; or that there is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.knowledge.schema import Person, Quote, QuoteKind, Source
from bot.quotes import Named
from bot.replies import marks, wording
from bot.replies.model import (
    Action,
    AnotherFact,
    AnotherQuote,
    Block,
    Context,
    Heading,
    Kind,
    Note,
    Quotation,
    QuoteOf,
    Reply,
    ShowPerson,
    Sources,
    Text,
)
from bot.spoilers.rule import SealedQuote

__all__ = ["ANYTHING", "Wanted", "no_quote", "nobody", "none_about", "quoted"]

_MOST_OTHERS = 4
"""Further people of the same name that a reply offers."""

_KINDS = {
    QuoteKind.VERBATIM: Kind.QUOTE,
    QuoteKind.PARAPHRASE: Kind.PARAPHRASE,
    QuoteKind.DIALOGUE: Kind.DIALOGUE,
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a quote was asked by, so that the next one is of the same."""

    who: str | None = None
    """A name that several have."""
    about: str | None = None
    """A subject, in any words."""
    topic: str | None = None
    """The id of a topic."""


ANYTHING = Wanted()


def quoted(
    quote: SealedQuote,
    named: Named,
    wanted: Wanted,
    context: Context,
    *,
    is_off_subject: bool,
) -> Reply:
    """A quote of whoever was `named`, on the subject `wanted` or, failing that, beside it."""
    front: list[Block] = []
    if is_off_subject:
        subject = wanted.about or (context.show.topic_name(wanted.topic) if wanted.topic else "")
        front.append(Note(wording.off_subject(subject, of_somebody=bool(named.people))))
    said = _Said(quote, context)
    told = quote.tell(context.horizon, openly=said, veiled=said)
    kind = _KINDS[quote.kind]
    if told.veiled:
        brief = context.show.brief(quote.rating)
        front.append(Heading(wording.veiled(brief, wording.words_of(_name(quote, context)))))
        kind = Kind.VEILED
    others = _offers(named.others[:_MOST_OTHERS], wanted, context) or _profile(quote, context)
    actions = (_another(named, wanted), *others)
    return Reply((*front, *told.open), told.veiled, actions, kind=kind)


def no_quote(named: Named, context: Context) -> Reply:
    """Somebody was never quoted; or nobody was named, and there are no quotes at all."""
    if not named.people:
        surprise = Action(wording.SURPRISE_ME, AnotherFact(), marks.SURPRISE)
        return Reply((Heading(wording.NO_QUOTES),), actions=(surprise,), kind=Kind.UNKNOWN)
    person = context.people[named.people[0]]
    profile = Action(wording.who_is(person.name), ShowPerson(person.id), marks.PERSON)
    heading = Heading(wording.no_quote_of(person.name))
    return Reply((heading,), actions=(profile,), kind=Kind.UNKNOWN)


def none_about(person: Person, about: str | None, *, is_quoted: bool) -> Reply:
    """Somebody was not quoted on a subject; of other things they may have spoken."""
    heading = wording.none_about(person.name, about) if about else wording.no_quote_of(person.name)
    other = Action(wording.a_quote_of(person.name), QuoteOf(person.id), marks.QUOTE)
    profile = Action(wording.who_is(person.name), ShowPerson(person.id), marks.PERSON)
    actions = (other,) if is_quoted else (profile,)
    return Reply((Heading(heading),), actions=actions, kind=Kind.UNKNOWN)


def nobody(named: Named, who: str, about: str | None, context: Context) -> Reply:
    """Nobody is called `who`; somebody may come near."""
    near = _offers(named.nearest, Wanted(about=about), context)
    anything = Action(wording.A_QUOTE, AnotherQuote(None), marks.QUOTE)
    return Reply(
        (
            Heading(wording.NOBODY_BY_THAT_NAME),
            Text(wording.asked_for(who)),
            Text(wording.DID_YOU_MEAN_SOMEBODY if near else wording.TRY_A_NAME),
        ),
        actions=near or (anything,),
        kind=Kind.CHOICE if near else Kind.UNKNOWN,
    )


class _Said:
    """A quote in blocks, by whom it is in the series."""

    def __init__(self, quote: SealedQuote, context: Context) -> None:
        self._name = _name(quote, context)
        self._person = context.people[quote.speaker] if quote.speaker else None
        other = self._person and (self._person.plays or self._person.voices)
        self._other = context.people[other] if other else None

    def __call__(self, quote: Quote, sources: tuple[Source, ...]) -> Iterator[Block]:
        """The words, in quotation marks unless they are a paraphrase; who; how it is known."""
        if quote.kind is QuoteKind.PARAPHRASE:
            yield Text(quote.text)
        else:
            yield Quotation(wording.exact_words(quote.text))
        who = wording.said_by(quote.kind, self._name, self._person, self._other)
        yield Text(who, (self._name,))
        how_known = wording.how_known(
            quote.kind, is_translated=quote.translated, is_second_hand=quote.second_hand
        )
        yield Sources(sources, (how_known, *_occasion(quote)))


def _occasion(quote: Quote) -> Iterator[str]:
    """On what occasion it was said, and when, or else when it was published."""
    if quote.context:
        yield quote.context
    dates = (source.date for source in quote.sources if source.date)
    date = next(dates, None)
    if date and date[:4] not in (quote.context or ""):
        yield wording.published(date)


def _name(quote: SealedQuote, context: Context) -> str:
    if quote.speaker is None:
        return quote.speaker_name or ""
    return context.people[quote.speaker].name


def _profile(quote: SealedQuote, context: Context) -> tuple[Action, ...]:
    """The way to who said it, if that is somebody in `people`."""
    if quote.speaker is None:
        return ()
    label = wording.who_is(context.people[quote.speaker].name)
    return (Action(label, ShowPerson(quote.speaker), marks.PERSON),)


def _another(named: Named, wanted: Wanted) -> Action:
    target = named.people[0] if named.people else None
    does = AnotherQuote(target, wanted.about, wanted.who, wanted.topic)
    return Action(wording.ANOTHER, does, marks.AGAIN)


def _offers(people: Iterable[str], wanted: Wanted, context: Context) -> tuple[Action, ...]:
    """Each person's name, for a quote of theirs."""
    return tuple(
        Action(context.people[i].name, QuoteOf(i, wanted.about, wanted.who, wanted.topic))
        for i in people
    )
