"""Replies as plain data: what is said, apart from how Discord or a terminal shows it.

Both edges render the same `Reply`. Texts here are unescaped; an edge escapes what its medium would
take for markup.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.knowledge.problems import Problem
from bot.knowledge.ratings import UNRATED, Rating
from bot.knowledge.schema import Fact, Person, Quote, QuoteKind, Source
from bot.library import Changes, Snapshot
from bot.quotes import QuoteChoice
from bot.spoilers.words import discreet, spoiler_name

__all__ = [
    "Action",
    "AnotherFact",
    "AnotherQuote",
    "Does",
    "Line",
    "Reply",
    "ShowFact",
    "answer",
    "nothing_known",
    "quoted",
    "reload_done",
    "reload_failed",
    "suggestions",
]


@dataclass(frozen=True, slots=True)
class ShowFact:
    """Show the fact of this id in place of the reply."""

    fact_id: str


@dataclass(frozen=True, slots=True)
class AnotherFact:
    """Show another random fact in place of the reply."""


@dataclass(frozen=True, slots=True)
class AnotherQuote:
    """Show another quote of this person (anybody when None), on the same subject."""

    person_id: str | None
    about: str | None = None


Does = ShowFact | AnotherFact | AnotherQuote
"""What an action brings."""


@dataclass(frozen=True, slots=True)
class Action:
    """Something that the reader can do next."""

    label: str
    does: Does


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph. `style` is "heading", "plain", "quote" or "small"."""

    text: str
    style: str = "plain"


@dataclass(frozen=True, slots=True)
class Reply:
    """What to show: open lines, then what is veiled (everything that `spoiler` gives away).

    `spoiler` is the rating of what is in `lines` from `veiled_from` on; `sources` are veiled
    with it, since titles and addresses of articles tell the plot too.
    """

    lines: tuple[Line, ...]
    spoiler: Rating = UNRATED
    veiled_from: int = 0
    sources: tuple[Source, ...] = ()
    actions: tuple[Action, ...] = ()

    @property
    def open_lines(self) -> tuple[Line, ...]:
        """What everybody may read."""
        return self.lines[: self.veiled_from] if self.spoiler else self.lines

    @property
    def veiled_lines(self) -> tuple[Line, ...]:
        """What only those who lift the veil read."""
        return self.lines[self.veiled_from :] if self.spoiler else ()


ANOTHER = "Another one"


def answer(fact: Fact, *, is_random: bool = False) -> Reply:
    """A fact: its question, its answer, when it was true, who reported it."""
    lines: list[Line] = []
    if fact.spoiler:
        lines.append(Line(fact.shown_as, "heading"))
        lines.append(Line(f"Spoiler for {spoiler_name(fact.spoiler)}:", "small"))
        if fact.shown_as != fact.question:
            lines.append(Line(fact.question))
    else:
        lines.append(Line(fact.question, "heading"))
    veiled_from = 2
    lines.append(Line(fact.answer))
    if fact.as_of:
        lines.append(Line(f"As of {fact.as_of.day} {fact.as_of:%B %Y}.", "small"))
    actions = (Action(ANOTHER, AnotherFact()),) if is_random else ()
    return Reply(tuple(lines), fact.spoiler, veiled_from, _shown(fact), actions)


def _shown(entry: Fact | Quote) -> tuple[Source, ...]:
    """The sources to show: in the open, those that give nothing away by their title or address."""
    return entry.sources if entry.spoiler else discreet(entry.sources)


def _cut(typed: str, limit: int = 200) -> str:
    """What somebody typed, short enough to be shown again."""
    return typed if len(typed) <= limit else typed[: limit - 1] + "…"


def suggestions(facts: Iterable[Fact]) -> Reply:
    """Did-you-mean, with an action for each fact."""
    actions = tuple(Action(fact.shown_as, ShowFact(fact.id)) for fact in facts)
    text = "I am not sure which of these you mean. Pick one, or ask in other words."
    return Reply((Line("Did you mean", "heading"), Line(text)), actions=actions)


def nothing_known(question: str) -> Reply:
    """The honest answer to a question that no fact answers."""
    asked = _cut(question)
    return Reply(
        (
            Line("I don't know that yet", "heading"),
            Line(f"None of my facts answers “{asked}”."),
            Line("Try other words, or ask a moderator to add it.", "small"),
        )
    )


def quoted(choice: QuoteChoice, snapshot: Snapshot, who: str | None, about: str | None) -> Reply:
    """A quote with who said it, how it is known, and who reported it; or that nobody was found."""
    if choice.quote is None:
        return _no_quote(choice, snapshot, who, about)
    quote = choice.quote
    lines = [Line(_speaker(quote, snapshot), "heading")]
    if choice.off_subject:
        subject = _cut(about or "")
        whose = "of theirs " if choice.people else ""
        lines.append(Line(f"I have nothing {whose}about “{subject}”, so here is another.", "small"))
    if quote.spoiler:
        lines.append(Line(f"Spoiler for {spoiler_name(quote.spoiler)}:", "small"))
    veiled_from = len(lines)
    lines.extend(_words(quote))
    lines.append(Line(_how_known(quote), "small"))
    if quote.context:
        lines.append(Line(quote.context, "small"))
    target = choice.people[0] if choice.people else None
    actions = [Action(ANOTHER, AnotherQuote(target, about))]
    actions += (
        Action(snapshot.knowledge.people[other].name, AnotherQuote(other, about))
        for other in choice.others[:4]
    )
    return Reply(tuple(lines), quote.spoiler, veiled_from, _shown(quote), tuple(actions))


def _no_quote(choice: QuoteChoice, snapshot: Snapshot, who: str | None, about: str | None) -> Reply:
    people = snapshot.knowledge.people
    if choice.people:
        name = people[choice.people[0]].name
        return Reply((Line(f"I have no quote of {name} yet", "heading"),))
    if who is None:
        return Reply((Line("I have no quotes yet", "heading"),))
    near = tuple(Action(people[i].name, AnotherQuote(i, about)) for i in choice.nearest)
    hint = "Did you mean one of these?" if near else "Try a cast member, a character or “director”."
    lines = (
        Line("I know nobody by that name", "heading"),
        Line(f"You asked for “{_cut(who)}”."),
        Line(hint),
    )
    return Reply(lines, actions=near)


def _speaker(quote: Quote, snapshot: Snapshot) -> str:
    if quote.speaker is None:
        return quote.speaker_name or ""
    person = snapshot.knowledge.people[quote.speaker]
    return f"{person.name} — {_part(person, snapshot)}"


def _part(person: Person, snapshot: Snapshot) -> str:
    """What the person is to the series, in a few words."""
    if person.plays:
        return f"plays {snapshot.knowledge.people[person.plays].name}"
    if person.voices:
        return f"English voice of {snapshot.knowledge.people[person.voices].name}"
    return person.role or person.kind.value


def _words(quote: Quote) -> list[Line]:
    """Verbatim words and dialogue in quotation marks; a paraphrase never."""
    if quote.kind is QuoteKind.PARAPHRASE:
        return [Line(quote.text)]
    return [Line(f"“{quote.text}”", "quote")]


def _how_known(quote: Quote) -> str:
    translated = ", translated" if quote.translated else ""
    match quote.kind:
        case QuoteKind.VERBATIM:
            how = f"Their own words{translated}."
        case QuoteKind.PARAPHRASE:
            how = "A paraphrase: what they said, not their words."
        case QuoteKind.DIALOGUE:
            how = f"The character's line in the series{translated}."
    return f"{how} Passed on second-hand." if quote.second_hand else how


def reload_done(changes: Changes, warnings: tuple[Problem, ...]) -> Reply:
    """What a reload changed, in numbers and names."""
    if not changes:
        lines = [Line("Reloaded; nothing has changed", "heading")]
    else:
        lines = [Line("Reloaded", "heading")]
        for word, ids in (
            ("Added", changes.added), ("Changed", changes.changed), ("Removed", changes.removed),
        ):  # fmt: skip
            if ids:
                lines.append(Line(f"{word} {len(ids)}: {_names(ids)}"))
    if warnings:
        lines.append(
            Line(f"{_counted(len(warnings), 'warning')}; see `python -m bot check`.", "small")
        )
    return Reply(tuple(lines))


def reload_failed(problems: tuple[Problem, ...], shown: int = 10) -> Reply:
    """The first problems of a refused reload; the knowledge in force stays as it was."""
    head = f"Nothing was changed: {_counted(len(problems), 'problem')}"
    lines = [Line(head, "heading"), Line("The knowledge from before stays in force.")]
    lines += (Line(str(problem)) for problem in problems[:shown])
    return Reply(tuple(lines))


def _names(ids: tuple[str, ...], shown: int = 10) -> str:
    rest = f" and {len(ids) - shown} more" if len(ids) > shown else ""
    return ", ".join(ids[:shown]) + rest


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
