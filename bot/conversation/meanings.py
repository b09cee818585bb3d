"""What a follow-up may mean."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.conversation.memory import Card
from bot.replies.model import Action

__all__ = [
    "Another",
    "FollowUp",
    "Further",
    "Instead",
    "NoneOfThese",
    "OutOfRange",
    "Picked",
    "Sources",
    "Unclear",
    "Wanted",
]


@dataclass(frozen=True, slots=True)
class Instead:
    """Another question is meant: the first of `questions` that is answered, else `otherwise`."""

    questions: tuple[str, ...]
    otherwise: str
    must_name: str = ""
    """What the answer has to be about, beside its question; empty for anything."""
    of: tuple[str, ...] = ()
    """Ids of people of whom the answer has to be, all of them; empty for anybody."""
    is_guess: bool = False
    """Whether only an answer counts, since `otherwise` may be meant as well."""


@dataclass(frozen=True, slots=True)
class Picked:
    """One of the things that the last card offers."""

    action: Action


@dataclass(frozen=True, slots=True)
class OutOfRange:
    """A number beyond what the last card offers."""

    count: int


@dataclass(frozen=True, slots=True)
class NoneOfThese:
    """Nothing of what the last card offers."""


@dataclass(frozen=True, slots=True)
class Another:
    """More of what the last card is."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Where what the last card tells comes from."""

    told: tuple[str, ...]


class Wanted(StrEnum):
    """What a question of one word asks for: the word that such questions begin with."""

    WHY = "why"
    WHEN = "when"
    WHERE = "where"
    WHO = "who"
    HOW = "how"


@dataclass(frozen=True, slots=True)
class Further:
    """Something more about what the last card tells: why, when, where, who or how."""

    wanted: Wanted
    card: Card


@dataclass(frozen=True, slots=True)
class Unclear:
    """It is not clear who is meant; these people may be."""

    people: tuple[str, ...]
    text: str
    """What was said of them, with its pronoun."""


FollowUp = Instead | Picked | OutOfRange | NoneOfThese | Another | Sources | Further | Unclear
"""What a text means that cannot stand on its own."""
