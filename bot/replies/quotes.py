"""A quote with who said it, how it is known and who reported it; or that there is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.knowledge.schema import Person, Quote, QuoteKind, Source
from bot.quotes import Named
from bot.replies import wording
from bot.replies.model import (
    Action,
    AnotherQuote,
    Block,
    Context,
    Heading,
    Note,
    Quotation,
    Reply,
    Sources,
    Text,
)
from bot.spoilers.rule import SealedQuote

__all__ = ["no_quote", "nobody", "none_about", "quoted"]

_MOST_OTHERS = 4
"""Further people of the same name that a reply offers."""


def quoted(
    quote: SealedQuote, named: Named, about: str | None, context: Context, *, is_off_subject: bool
) -> Reply:
    """A quote of whoever was `named`, on the subject asked `about` or, failing that, beside it."""
    front: list[Block] = [Heading(_speaker(quote, context))]
    if is_off_subject:
        front.append(Note(wording.off_subject(about or "", of_somebody=bool(named.people))))
    told = quote.tell(context.horizon, openly=_said, veiled=_said)
    if told.veiled:
        front.append(Note(wording.spoiler_for(quote.rating, context.show)))
    target = named.people[0] if named.people else None
    another = Action(wording.ANOTHER, AnotherQuote(target, about))
    others = _offers(named.others[:_MOST_OTHERS], about, context)
    return Reply((*front, *told.open), told.veiled, (another, *others))


def no_quote(named: Named, context: Context) -> Reply:
    """Somebody was never quoted; or nobody was named, and there are no quotes at all."""
    if not named.people:
        return Reply((Heading(wording.NO_QUOTES),))
    return Reply((Heading(wording.no_quote_of(context.people[named.people[0]].name)),))


def none_about(person: Person, about: str | None, *, is_quoted: bool) -> Reply:
    """Somebody was not quoted on a subject; of other things they may have spoken."""
    heading = wording.none_about(person.name, about) if about else wording.no_quote_of(person.name)
    other = Action(wording.a_quote_of(person.name), AnotherQuote(person.id))
    return Reply((Heading(heading),), actions=(other,) if is_quoted else ())


def nobody(named: Named, who: str, about: str | None, context: Context) -> Reply:
    """Nobody is called `who`; somebody may come near."""
    near = _offers(named.nearest, about, context)
    return Reply(
        (
            Heading(wording.NOBODY_BY_THAT_NAME),
            Text(wording.asked_for(who)),
            Text(wording.DID_YOU_MEAN_SOMEBODY if near else wording.TRY_A_NAME),
        ),
        actions=near,
    )


def _said(quote: Quote, sources: tuple[Source, ...]) -> Iterator[Block]:
    """Verbatim words and dialogue in quotation marks; a paraphrase never."""
    if quote.kind is QuoteKind.PARAPHRASE:
        yield Text(quote.text)
    else:
        yield Quotation(wording.exact_words(quote.text))
    how_known = wording.how_known(
        quote.kind, is_translated=quote.translated, is_second_hand=quote.second_hand
    )
    yield Note(how_known)
    if quote.context:
        yield Note(quote.context)
    if sources:
        yield Sources(sources)


def _speaker(quote: SealedQuote, context: Context) -> str:
    if quote.speaker is None:
        return quote.speaker_name or ""
    person = context.people[quote.speaker]
    other = person.plays or person.voices
    part = wording.part_of(person, context.people[other] if other else None)
    return wording.speaker(person.name, part)


def _offers(people: Iterable[str], about: str | None, context: Context) -> tuple[Action, ...]:
    """Each person's name, for a quote of theirs."""
    return tuple(Action(context.people[i].name, AnotherQuote(i, about)) for i in people)
