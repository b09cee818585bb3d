"""Replies as plain data: what is said, apart from how Discord or a terminal shows it.

Both edges render the same `Reply`. Texts here are unescaped; an edge escapes what its medium would
take for markup.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from bot.knowledge.schema import Image, Person, Source
from bot.knowledge.show import Show
from bot.spoilers.horizon import Horizon

__all__ = [
    "Action",
    "AnotherFact",
    "AnotherQuote",
    "AskAbout",
    "Block",
    "Context",
    "Countdown",
    "Does",
    "Heading",
    "Jump",
    "Kind",
    "Menu",
    "NoneOfThese",
    "Note",
    "Option",
    "Picture",
    "Quotation",
    "QuoteOf",
    "Reply",
    "Reveal",
    "Rule",
    "Share",
    "ShowFact",
    "ShowPerson",
    "Sources",
    "Text",
    "Usage",
    "Veil",
]


class Kind(Enum):
    """What kind of reply it is; an edge may show it by a colour and a mark beside the words."""

    PLAIN = auto()
    ANSWER = auto()
    VEILED = auto()
    QUOTE = auto()
    PARAPHRASE = auto()
    DIALOGUE = auto()
    CHOICE = auto()
    UNKNOWN = auto()
    DONE = auto()
    REFUSED = auto()
    QUIZ = auto()


@dataclass(frozen=True, slots=True)
class Heading:
    """What a reply is about, on one line."""

    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    text: str
    strong: tuple[str, ...] = ()
    """Words in it that matter most; each counts where it first stands, as a word of its own."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Exact words of somebody, quotation marks included; never a paraphrase."""

    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """Something beside the matter, on one line and small."""

    text: str


@dataclass(frozen=True, slots=True)
class Sources:
    """Who reported it, and what is to be said beside, all on one line and small."""

    sources: tuple[Source, ...]
    notes: tuple[str, ...] = ()
    """Such as when it was true, or on what occasion it was said."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture beside the words, and whose it is."""

    image: Image


@dataclass(frozen=True, slots=True)
class Usage:
    """A command that can be typed, what it does, and what it may be given."""

    command: str
    about: str
    examples: tuple[str, ...] = ()
    id: int | None = None
    """What it goes by where it can be clicked; None elsewhere."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A line between two parts."""


@dataclass(frozen=True, slots=True)
class Countdown:
    """What happens when, on one line; where a reader's clock is at hand, how long it is until."""

    text: str
    at: float
    """Seconds since the Unix epoch."""


@dataclass(frozen=True, slots=True)
class Jump:
    """A way to somewhere else in the same application, on one line."""

    label: str
    url: str


Block = Heading | Text | Quotation | Note | Sources | Picture | Usage | Rule | Countdown | Jump
"""A part of a reply."""


@dataclass(frozen=True, slots=True)
class Veil:
    """More, behind a veil of its own."""

    title: str
    """What everybody reads before it."""
    veiled: tuple[Block, ...]
    """What only those who lift it read."""


class Does:
    """What an action brings. Each capability has kinds of its own, which are frozen values."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class ShowFact(Does):
    """Show the fact of this id in place of the reply."""

    fact_id: str


@dataclass(frozen=True, slots=True)
class ShowPerson(Does):
    """Tell who the person of this id is, in place of the reply."""

    person_id: str


@dataclass(frozen=True, slots=True)
class AnotherFact(Does):
    """Show another random fact, of this topic if there is one."""

    topic: str | None = None


@dataclass(frozen=True, slots=True)
class AnotherQuote(Does):
    """Show another quote of this person (anybody when None), on the same subject."""

    person_id: str | None
    about: str | None = None
    who: str | None = None
    """The name that was asked for, where others have it too and go on being offered."""
    topic: str | None = None


@dataclass(frozen=True, slots=True)
class QuoteOf(Does):
    """Show a quote of this person in place of the reply."""

    person_id: str
    about: str | None = None
    who: str | None = None
    """As in `AnotherQuote`."""
    topic: str | None = None


@dataclass(frozen=True, slots=True)
class NoneOfThese(Does):
    """Take note that nothing of what was offered for a question is what was meant."""

    asked: str


@dataclass(frozen=True, slots=True)
class AskAbout(Does):
    """Ask what was said of "he" or "she" about the person of this id; who they are if empty."""

    person_id: str
    text: str


@dataclass(frozen=True, slots=True)
class Share(Does):
    """Show everybody in the channel what was told to one alone."""

    told: tuple[str, ...]
    """Ids of what was told: a fact's; `people/` or `quotes/` before those of others."""


@dataclass(frozen=True, slots=True)
class Reveal(Does):
    """Show to whoever clicks alone what is veiled, if they are that far, or are sure."""

    told: tuple[str, ...]
    """Ids of what is veiled, as in `Share`."""
    is_sure: bool = False
    """Whether they want to know it although they are not that far."""


@dataclass(frozen=True, slots=True)
class Action:
    """Something that the reader can do next."""

    label: str
    does: Does
    mark: str = ""
    """A sign before the label that says the same; one of `bot.replies.marks`."""


@dataclass(frozen=True, slots=True)
class Option:
    """One of several that can be chosen."""

    label: str
    value: str
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class Menu:
    """Something to choose from; labels are open."""

    label: str
    """What is chosen here, where nothing is chosen yet."""
    does: Does
    """What a choice brings; it is told the values that were chosen."""
    options: tuple[Option, ...]
    is_optional: bool = False
    """Whether any number of options may be chosen, and none; else exactly one."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What to show.

    What is rated gets into either part through `bot.spoilers.rule` alone.
    """

    open: tuple[Block, ...]
    """What everybody reads."""
    veiled: tuple[Block, ...] = ()
    """What only those who lift the veil read."""
    actions: tuple[Action, ...] = ()
    """What can be done next; labels are open."""
    kind: Kind = Kind.PLAIN
    below: Reply | None = None
    """Another card in the same message, beneath this one; what can be done stands here."""
    menus: tuple[Menu, ...] = ()
    """What can be chosen; stands above what can be done."""
    further: tuple[Veil, ...] = ()
    """What this card tells besides to those who are further, each behind a veil of its own."""
    aside: tuple[Action, ...] = ()
    """What can be said about the reply itself; small, beneath all else, and no way to go on."""

    @property
    def cards(self) -> tuple[Reply, ...]:
        """This card, and those beneath it."""
        return (self, *(self.below.cards if self.below else ()))

    @property
    def hides(self) -> bool:
        """Whether any of its cards has something behind a veil."""
        return any(card.veiled or card.further for card in self.cards)


@dataclass(frozen=True, slots=True)
class Context:
    """What every reply is built against, whatever it tells."""

    show: Show
    """The series, and how the bot presents itself."""
    people: Mapping[str, Person]
    """Everybody who is known, by id."""
    horizon: Horizon
    """What the reader may be told openly."""
