"""How far somebody is, what may be said openly where, and what is kept about somebody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.knowledge.show import Show
from bot.replies import wording
from bot.replies.model import Action, Block, Does, Heading, Menu, Note, Option, Reply, Text
from bot.spoilers.choices import NOTHING_YET
from bot.spoilers.horizon import NOTHING, Horizon

__all__ = [
    "EraseMe",
    "PickWatched",
    "PickWorks",
    "Unset",
    "erased",
    "first_offer",
    "how_far",
    "kept",
    "typed",
    "what_may_be_said",
]

_MOST_IN_A_MENU = 20
"""Choices from which on a menu of many seasons is cut in two."""


@dataclass(frozen=True, slots=True)
class PickWatched(Does):
    """Set up to where the series is known."""

    scope: int | None
    """The id of the place for which it is set; None for the person who chooses."""
    part: int = 0
    """Which of several menus it is, from 0 on."""


@dataclass(frozen=True, slots=True)
class PickWorks(Does):
    """Set which works beside the series are known."""

    scope: int | None


@dataclass(frozen=True, slots=True)
class Unset(Does):
    """Set nothing any more."""

    scope: int | None


@dataclass(frozen=True, slots=True)
class EraseMe(Does):
    """Erase all that is kept about the person who clicks."""


def how_far(horizon: Horizon | None, show: Show) -> Reply:
    """How far somebody is, and the way to change it."""
    said = wording.you_are_at(horizon, show) if horizon else wording.NOT_SAID_HOW_FAR
    forget = (Action(wording.FORGET_HOW_FAR, Unset(None)),) if horizon else ()
    return Reply(
        (Heading(wording.HOW_FAR_YOU_ARE), Text(said), Note(wording.ONLY_YOU)),
        actions=forget,
        menus=tuple(_menus(horizon, None, show)),
    )


def what_may_be_said(
    name: str, scope: int, horizon: Horizon | None, beneath: Horizon, show: Show
) -> Reply:
    """What may be said openly in a place of that name, and the way to change it.

    `beneath` is what counts where nothing is set for the place itself.
    """
    blocks: list[Block] = [Heading(wording.WHAT_MAY_BE_SAID), Text(wording.set_for(name))]
    if horizon is not None:
        blocks += [Text(wording.far(horizon, show)), Note(wording.BEYOND_IS_VEILED)]
    elif beneath == NOTHING:
        blocks += [Text(wording.NOTHING_SET)]
    else:
        blocks += [Text(wording.NOTHING_SET_HERE), Text(wording.inherited(beneath, show))]
    unset = (Action(wording.UNSET_HERE, Unset(scope)),) if horizon is not None else ()
    return Reply(tuple(blocks), actions=unset, menus=tuple(_menus(horizon, scope, show)))


def first_offer(scope: int, show: Show) -> Reply:
    """What the bot says when it has come to a server."""
    return Reply((Text(wording.FIRST_OFFER),), menus=tuple(_menus(None, scope, show)))


def typed(horizon: Horizon | None, right: str, show: Show) -> Reply:
    """How far somebody at a terminal is, and what they can type to change it."""
    said = wording.you_are_at(horizon, show) if horizon else wording.NOTHING_SET
    return Reply((Text(said), Note(wording.how_to_say_how_far(right))))


def kept(horizon: Horizon | None, show: Show, more: Sequence[str] = ()) -> Reply:
    """All that is kept about somebody, with `more` of what others keep, and the way to erase it."""
    far = wording.kept_far(horizon, show) if horizon else wording.NOTHING_KEPT
    return Reply(
        (
            Heading(wording.WHAT_I_KEEP),
            Text(far),
            *map(Text, more),
            Text(wording.KEPT_BRIEFLY),
        ),
        actions=(Action(wording.ERASE_ALL, EraseMe()),),
    )


def erased() -> Reply:
    """Nothing is kept any more."""
    return Reply((Text(wording.ERASED),))


def _menus(horizon: Horizon | None, scope: int | None, show: Show) -> Iterator[Menu]:
    """Menus of everything up to which somebody can have watched, and of works."""
    now = horizon.moment if horizon else None
    options = [Option(wording.NOTHING_YET, NOTHING_YET, horizon is not None and now is None)]
    options += (
        Option(wording.watched(moment, show), str(moment), moment == now)
        for moment in show.moments()
    )
    for part, start in enumerate(range(0, len(options), _MOST_IN_A_MENU)):
        label = wording.PICK_FURTHER if part else wording.PICK_WATCHED
        piece = tuple(options[start : start + _MOST_IN_A_MENU])
        yield Menu(label, PickWatched(scope, part), piece)
    if show.works:
        works = horizon.works if horizon else frozenset[str]()
        read = tuple(Option(wording.read(work), work, work in works) for work in show.works)
        yield Menu(wording.PICK_WORKS, PickWorks(scope), read, is_optional=True)
