"""What a conversation shows of what its questions meant."""

from __future__ import annotations

from dataclasses import dataclass

from bot.conversation.memory import Card, Thread
from bot.replies.model import NoneOfThese, ShowFact

__all__ = ["Meant", "in_full", "meant"]


@dataclass(frozen=True, slots=True)
class Meant:
    """A question, and the fact that somebody meant by it."""

    asked: str
    fact_id: str


def meant(card: Card, thread: Thread) -> Meant | None:
    """What somebody meant by what they asked before, now that they are told what `card` tells.

    They chose it from "did you mean"; or asked for it right after they said that nothing was what
    they meant. Of anything else it is not known.
    """
    told = next(iter(card.told), "")
    if not told or "/" in told:
        return None
    last = thread.last
    if last is not None and last.dismissed and card.asked:
        return Meant(last.dismissed, told)
    for before in thread.cards[:1] if card.asked else thread.cards:
        asked = _asked_in_vain(before)
        if asked and any(one.does == ShowFact(told) for one in before.actions):
            return Meant(asked, told)
    return None


def in_full(asked: str, thread: Thread, told: str = "") -> str:
    """What was asked, whole: a button holds its beginning, and at times only what was `told`."""
    for card in thread.cards:
        for whole in filter(None, (card.asked, _asked_in_vain(card))):
            is_it = asked or told in card.told
            if is_it and " ".join(whole.split()).startswith(asked):
                return whole
    return asked


def _asked_in_vain(card: Card) -> str:
    """The question in place of whose answer something was offered; empty for any other card."""
    return next((one.does.asked for one in card.actions if isinstance(one.does, NoneOfThese)), "")
