"""The last cards of each conversation: ten minutes, in memory alone, and nobody else's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.reader import Place
from bot.replies.model import Action

__all__ = ["KEPT_SECONDS", "Card", "Memory", "Thread"]

KEPT_SECONDS = 600.0
"""How long a card can be followed up."""

_MOST_CARDS = 5
_MOST_PEOPLE = 5


@dataclass(frozen=True, slots=True)
class Card:
    """What was asked, and what came of it, as far as somebody can lean on it."""

    question: str
    """What was asked, with all that it leant on put in."""
    told: tuple[str, ...] = ()
    """What was told: a fact's id; `people/` or `quotes/` before that of a person or a quote."""
    people: tuple[str, ...] = ()
    """Ids of the people whom it speaks of openly, the one it is most about first."""
    hidden: tuple[str, ...] = ()
    """Ids of those whom it may speak of behind a veil: never shown, but perhaps meant."""
    actions: tuple[Action, ...] = ()
    """What could be done next, in the order in which it was shown."""
    is_private: bool = False
    """Whether nobody else saw it."""
    asked: str = ""
    """As `question`, but empty where nobody asked anything: for what was chosen, or drawn."""
    dismissed: str = ""
    """What was asked, where nothing of what came of it was meant."""


@dataclass(frozen=True, slots=True)
class Thread:
    """The cards of one conversation that can still be followed up, the newest first."""

    cards: tuple[Card, ...] = ()

    @property
    def last(self) -> Card | None:
        """The newest card."""
        return self.cards[0] if self.cards else None

    def with_people(self) -> Iterator[Card]:
        """The cards that speak of somebody, until the last five people are reached."""
        seen: dict[str, None] = {}
        for card in self.cards:
            if len(seen) >= _MOST_PEOPLE:
                return
            if card.people or card.hidden:
                seen.update(dict.fromkeys(card.people))
                yield card


class Memory:
    """What each conversation was about; forgets what is ten minutes old, or unused for longest."""

    def __init__(self, most: int = 10_000) -> None:
        """Keep at most so many conversations."""
        self._kept: dict[Place, tuple[tuple[float, Card], ...]] = {}
        self._most = most

    def __len__(self) -> int:
        """How many conversations it keeps."""
        return len(self._kept)

    def recall(self, place: Place, now: float, *, is_private: bool) -> Thread:
        """The conversation so far; `now` is in seconds, on a clock that nobody sets.

        Where others read along, nothing of a private card, nor of what came before it: whoever
        leans on anything means the card that they saw last.
        """
        cards: list[Card] = []
        for noted, card in self._kept.get(place, ()):
            if now - noted > KEPT_SECONDS or (card.is_private and not is_private):
                break
            cards.append(card)
        return Thread(tuple(cards))

    def forget(self, person: int) -> None:
        """Forget all conversations of somebody."""
        for place in [place for place in self._kept if place.person == person]:
            del self._kept[place]

    def note(self, place: Place, card: Card, now: float, *, after: Thread | None = None) -> None:
        """Remember a card; one that takes the place of another comes `after` what was before it."""
        kept = self._kept.pop(place, ())
        if after is not None:
            kept = tuple(one for one in kept if one[1] in after.cards)
        self._kept[place] = ((now, card), *kept)[:_MOST_CARDS]
        while len(self._kept) > self._most:
            del self._kept[next(iter(self._kept))]
