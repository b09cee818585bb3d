"""The one rule: what is rated is told openly within the reader's horizon, and veiled beyond it.

Facts and quotes leave the archive sealed. Whoever builds a reply names the words for either case,
and the rule alone decides which of them are said: a builder never holds what it may not show.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.knowledge.ratings import Rating
from bot.knowledge.schema import Fact, Quote, QuoteKind, Source
from bot.spoilers.giveaways import Giveaways
from bot.spoilers.horizon import Horizon

__all__ = ["SealedFact", "SealedQuote", "Told", "by_rating", "may_echo", "open_sources", "unasked"]

EntryT = TypeVar("EntryT", Fact, Quote)
Block = TypeVar("Block")

Telling = Callable[[EntryT, tuple[Source, ...]], Iterable[Block]]
"""Puts an entry, with the sources that may be shown beside it, into blocks of a reply."""


@dataclass(frozen=True, slots=True)
class Told(Generic[Block]):
    """An entry as a reader may have it: in the open, or veiled; one of the two is empty."""

    open: tuple[Block, ...] = ()
    veiled: tuple[Block, ...] = ()


class _Sealed(Generic[EntryT]):
    """An entry that only the rule opens."""

    __slots__ = ("_entry", "_fates")

    def __init__(self, entry: EntryT, fates: frozenset[str]) -> None:
        """Seal `entry`; `fates` are the words by which a source gives a plot away."""
        self._entry = entry
        self._fates = fates

    @property
    def rating(self) -> Rating:
        """What the entry gives away."""
        return self._entry.spoiler

    def tell(
        self,
        horizon: Horizon,
        *,
        openly: Telling[EntryT, Block],
        veiled: Telling[EntryT, Block],
    ) -> Told[Block]:
        """What `openly` says of the entry, if `horizon` allows it; else what `veiled` says of it.

        In the open stand only sources whose title and address tell nobody's fate, unless the
        reader wants to know everything.
        """
        entry = self._entry
        if not horizon.allows(entry.spoiler):
            return Told(veiled=tuple(veiled(entry, entry.sources)))
        sources = open_sources(entry.sources, self._fates, horizon)
        return Told(open=tuple(openly(entry, sources)))


class SealedFact(_Sealed[Fact]):
    """A fact of which only its id and what it is called can be read."""

    __slots__ = ()

    @property
    def id(self) -> str:
        """What the fact is found by."""
        return self._entry.id

    @property
    def label(self) -> str:
        """What stands for the fact wherever it is offered: its curated label, or its question."""
        return self._entry.shown_as

    @property
    def heading(self) -> str:
        """What stands above the fact where it is veiled: its curated title, or its question."""
        return self._entry.headed


class SealedQuote(_Sealed[Quote]):
    """A quote of which only can be read who speaks, and whether in their own words."""

    __slots__ = ()

    @property
    def kind(self) -> QuoteKind:
        """Whether these are somebody's own words, words about these, or a character's."""
        return self._entry.kind

    @property
    def speaker(self) -> str | None:
        """The id of the person who said it; None for somebody who is nobody in `people`."""
        return self._entry.speaker

    @property
    def speaker_name(self) -> str | None:
        """The name of a speaker who is nobody in `people`."""
        return self._entry.speaker_name


def unasked(horizon: Horizon) -> Callable[[Fact | Quote], bool]:
    """Tells which entries may be offered to a reader who has not asked for them."""
    return lambda entry: horizon.allows(entry.spoiler)


def by_rating(facts: Iterable[Fact]) -> tuple[tuple[Fact, ...], ...]:
    """The facts in groups, of each of which either all may be told or none."""
    groups: dict[Rating, list[Fact]] = defaultdict(list)
    for fact in facts:
        groups[fact.spoiler].append(fact)
    return tuple(map(tuple, groups.values()))


def may_echo(
    asked: str, led_to: Iterable[Fact], giveaways: Giveaways, horizon: Horizon, *, is_private: bool
) -> bool:
    """Whether what somebody typed may be shown again where the answer stands.

    Always where they alone read it. Before others only if it says nobody's fate, and if all that
    it `led_to` may be told openly: else the question itself may be what tells the plot.
    """
    if is_private or horizon.is_open:
        return True
    return all(map(unasked(horizon), led_to)) and not giveaways.tells(asked)


def open_sources(
    sources: tuple[Source, ...], fates: frozenset[str], horizon: Horizon
) -> tuple[Source, ...]:
    """The sources that may stand in the open, of what is not rated itself, such as a person."""
    return sources if horizon.is_open else _discreet(sources, fates)


def _discreet(sources: Sequence[Source], fates: frozenset[str]) -> tuple[Source, ...]:
    """The sources whose title and address tell nobody's fate; all of them if every one does."""
    kept = tuple(s for s in sources if fates.isdisjoint(_words(f"{s.title} {s.url}")))
    return kept or tuple(sources)


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.lower())
