"""The one rule: what is rated is told openly within the reader's horizon, and veiled beyond it.

Facts and quotes leave the archive sealed. Whoever builds a reply names the words for either case,
and the rule alone decides which of them are said: a builder never holds what it may not show.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from bot.knowledge.ratings import Moment, Rating
from bot.knowledge.schema import Fact, Part, Quote, QuoteKind, Source
from bot.spoilers.giveaways import Giveaways
from bot.spoilers.horizon import Horizon

__all__ = [
    "Beyond",
    "SealedFact",
    "SealedQuote",
    "Told",
    "by_rating",
    "is_for",
    "may_echo",
    "open_sources",
    "unasked",
    "wholly",
]

EntryT = TypeVar("EntryT", Fact, Quote)
Block = TypeVar("Block")

Telling = Callable[[EntryT, tuple[Source, ...]], Iterable[Block]]
"""Puts an entry, with the sources that may be shown beside it, into blocks of a reply."""


@dataclass(frozen=True, slots=True)
class Beyond(Generic[Block]):
    """More of an entry, for those who are further: behind a veil of its own."""

    rating: Rating
    """What this gives away."""
    veiled: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Told(Generic[Block]):
    """An entry as a reader may have it: in the open, or veiled; one of the two is empty."""

    open: tuple[Block, ...] = ()
    veiled: tuple[Block, ...] = ()
    further: tuple[Beyond[Block], ...] = ()
    """What is told besides to those who are further, the earliest first."""


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

    @property
    def warning(self) -> Rating:
        """What may be said of the rating before the veil is lifted."""
        return self.rating

    @property
    def behind(self) -> Rating:
        """What is given away once the veil is lifted."""
        return self.rating

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
        return self._told(self._entry, self._entry.sources, horizon, openly, veiled)

    def _told(
        self,
        entry: EntryT,
        sources: tuple[Source, ...],
        horizon: Horizon,
        openly: Telling[EntryT, Block],
        veiled: Telling[EntryT, Block],
    ) -> Told[Block]:
        if not horizon.allows(entry.spoiler):
            return Told(veiled=tuple(veiled(entry, sources)))
        shown = open_sources(sources, self._fates, horizon)
        return Told(open=tuple(openly(entry, shown)))


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

    @property
    def warning(self) -> Rating:
        """Of somebody's fate no more than the season: the episode would tell that it has come."""
        rating = self.rating
        if not self._entry.asks_fate or rating.moment is None:
            return rating
        return replace(rating, moment=Moment(rating.moment.season))

    @property
    def behind(self) -> Rating:
        """What is given away once the veil is lifted: of somebody's fate all that a season has."""
        ratings = (self.rating | part.spoiler for part in self._entry.parts)
        return Rating.together((self.rating, *filter(self._shares_veil, ratings)))

    def _shares_veil(self, rating: Rating) -> bool:
        """Whether what is rated so stands behind the veil of the fact itself."""
        mine = self.rating
        if rating == mine:
            return True
        seasons = {one.moment.season if one.moment else 0 for one in (rating, mine)}
        return self._entry.asks_fate and rating.works == mine.works and len(seasons) == 1

    def tell(
        self,
        horizon: Horizon,
        *,
        openly: Telling[Fact, Block],
        veiled: Telling[Fact, Block],
        further: Callable[[Sequence[Part]], Iterable[Block]] | None = None,
    ) -> Told[Block]:
        """As above; and what `further` says of the parts of the answer beyond the horizon.

        The fact that is handed out holds those parts alone that belong where it is told. Where
        somebody's fate is veiled, it is not shown that a later season has more.
        """
        fact = self._entry
        is_open = horizon.allows(fact.spoiler)
        first: list[Part] = []
        beyond: dict[Rating, list[Part]] = defaultdict(list)
        for part in fact.parts:
            rating = fact.spoiler | part.spoiler
            is_first = horizon.allows(rating) if is_open else self._shares_veil(rating)
            (first if is_first else beyond[rating]).append(part)
        shown = fact.model_copy(update={"parts": tuple(first)})
        sources = dict.fromkeys((*fact.sources, *(s for part in first for s in part.sources)))
        told = self._told(shown, tuple(sources), horizon, openly, veiled)
        if further is None or (fact.asks_fate and not is_open):
            return told
        rest = (
            Beyond(rating, tuple(further(beyond[rating]))) for rating in sorted(beyond, key=_place)
        )
        return replace(told, further=tuple(rest))


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


def wholly(horizon: Horizon) -> Callable[[Fact | Quote], bool]:
    """Tells which entries may be told to their last part."""
    return lambda entry: horizon.allows(_reach(entry))


def is_for(entry: Fact | Quote, own: Horizon, horizon: Horizon) -> bool:
    """Whether somebody whose `own` horizon it is may be told more of it than `horizon` allows."""
    ratings = [entry.spoiler]
    if isinstance(entry, Fact):
        ratings += (entry.spoiler | part.spoiler for part in entry.parts)
    return any(own.allows(rating) and not horizon.allows(rating) for rating in ratings)


def by_rating(facts: Iterable[Fact]) -> tuple[tuple[Fact, ...], ...]:
    """The facts in groups, of each of which either all may be told to the last part, or none."""
    groups: dict[Rating, list[Fact]] = defaultdict(list)
    for fact in facts:
        groups[fact.reach].append(fact)
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
    return all(map(wholly(horizon), led_to)) and not giveaways.tells(asked)


def open_sources(
    sources: tuple[Source, ...], fates: frozenset[str], horizon: Horizon
) -> tuple[Source, ...]:
    """The sources that may stand in the open, of what is not rated itself, such as a person."""
    return sources if horizon.is_open else _discreet(sources, fates)


def _discreet(sources: Sequence[Source], fates: frozenset[str]) -> tuple[Source, ...]:
    """The sources whose title and address tell nobody's fate; all of them if every one does."""
    kept = tuple(s for s in sources if fates.isdisjoint(_words(f"{s.title} {s.url}")))
    return kept or tuple(sources)


def _reach(entry: Fact | Quote) -> Rating:
    return entry.reach if isinstance(entry, Fact) else entry.spoiler


def _place(rating: Rating) -> tuple[int, int, tuple[str, ...]]:
    """Where a rating stands in the order of the series."""
    moment = rating.moment
    return (moment.season, moment.episode, rating.works) if moment else (0, 0, rating.works)


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.lower())
