"""Choosing a quote: by person, by subject, without repeats."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Protocol, TypeVar

from bot.knowledge.schema import Knowledge, Person, Quote
from bot.matching.analyser import Analyser
from bot.matching.language.tokens import words
from bot.matching.names.mentions import Names
from bot.matching.vocabulary import is_content
from bot.spoilers.horizon import Horizon

__all__ = ["QuoteBook", "QuoteChoice", "Rng", "SeenQuotes"]


_T = TypeVar("_T")


class Rng(Protocol):
    """What draws: the module `random`, or an instance of its own for a repeatable chat."""

    def choice(self, seq: Sequence[_T]) -> _T:
        """Any item of `seq`."""
        ...


@dataclass(frozen=True, slots=True)
class QuoteChoice:
    """The outcome of a look-up.

    `people`: ids that the name may mean, best first, empty for a stranger; `quote`: the one
    chosen, None when there is none; `others`: ids of further people of that name who have quotes;
    `nearest`: ids of people whose names come close, when nobody was found; `off_subject`: nothing
    was said on the subject asked for, so the choice is from all of the person's quotes.
    """

    people: tuple[str, ...]
    quote: Quote | None
    others: tuple[str, ...] = ()
    nearest: tuple[str, ...] = ()
    off_subject: bool = False


class SeenQuotes:
    """Which quotes a place (a channel, a terminal) has seen; forgets a group once it is used up."""

    def __init__(self, max_places: int = 10_000) -> None:
        """Keep at most `max_places` places, dropping the one unused for longest."""
        self._seen: dict[int, dict[str, None]] = {}  # ids in the order in which they were shown
        self._max_places = max_places

    def fresh(self, place: int, quotes: Sequence[Quote]) -> list[Quote]:
        """The quotes that `place` has not seen; all of them when it has seen every one."""
        seen = self._seen.get(place, {})
        unseen = [quote for quote in quotes if quote.id not in seen]
        if unseen:
            return unseen
        last = next(reversed(seen), None)
        for quote in quotes:
            seen.pop(quote.id, None)
        return [quote for quote in quotes if quote.id != last] or list(quotes)

    def mark(self, place: int, quote: Quote) -> None:
        """Remember that `place` has been shown `quote`."""
        seen = self._seen.pop(place, {})
        seen[quote.id] = None
        self._seen[place] = seen
        while len(self._seen) > self._max_places:
            del self._seen[next(iter(self._seen))]


class QuoteBook:
    """All quotes by who said them; immutable once built."""

    def __init__(self, knowledge: Knowledge, names: Names, analyser: Analyser) -> None:
        """Gather the quotes; `analyser` tells what a subject and a quote are about."""
        self._knowledge = knowledge
        self._names = names
        self._by_speaker: dict[str, list[Quote]] = defaultdict(list)
        self._analyser = analyser
        self._subject = {
            quote.id: self._terms(_subject_text(quote)) for quote in knowledge.quotes.values()
        }
        for quote in knowledge.quotes.values():
            if quote.speaker is not None:
                self._by_speaker[quote.speaker].append(quote)
        self._spoken_names = [(person, _all_names(person)) for person in self._quoted_people()]

    def speakers(self) -> tuple[Person, ...]:
        """Everybody who is quoted, those with most quotes first."""
        ids = sorted(self._by_speaker, key=lambda i: (-len(self._by_speaker[i]), i))
        return tuple(self._knowledge.people[person_id] for person_id in ids)

    def has_quotes(self, person_id: str) -> bool:
        """Whether the person, or the actor or character that belongs to them, is quoted."""
        return any(member in self._by_speaker for member in self._names.family(person_id))

    def find(self, who: str) -> tuple[str, ...]:
        """Ids of the people that `who` may mean, those with quotes first; empty for a stranger."""
        people = self._names.look_up(who)
        return tuple(sorted(people, key=lambda person_id: not self.has_quotes(person_id)))

    def complete(self, typed: str, *, limit: int = 25) -> tuple[Person, ...]:
        """Quoted people with a name of which `typed` is the beginning of a word, for autocomplete.

        With nothing typed, those with most quotes.
        """
        begun = " ".join(words(typed))
        if not begun:
            return self.speakers()[:limit]
        named = (person for person, names in self._spoken_names if f" {begun}" in names)
        return tuple(islice(named, limit))

    def choose(
        self,
        who: str | None,
        about: str | None = None,
        *,
        seen: SeenQuotes | None = None,
        place: int = 0,
        person: str | None = None,
        max_spoiler: Horizon | None = None,
        rng: Rng = random,
    ) -> QuoteChoice:
        """Pick a quote of `who` (anybody when None) on `about`, one that `place` has not seen.

        A character's name finds the actor's quotes and the character's lines. `person` names
        somebody by id instead. Quotes that go beyond `max_spoiler` are left out.
        """
        people = (person,) if person else self.find(who) if who is not None else ()
        if who is not None and not people:
            return QuoteChoice((), None, nearest=self.nearest(who))
        pool = self._pool(people[0]) if people else list(self._knowledge.quotes.values())
        if max_spoiler is not None:
            pool = [quote for quote in pool if max_spoiler.allows(quote.spoiler)]
        narrowed = self._on_subject(pool, about) if about else pool
        off_subject = bool(about) and not narrowed
        quote = self._draw(narrowed or pool, seen, place, rng)
        others = tuple(person for person in people[1:] if self.has_quotes(person))
        return QuoteChoice(people, quote, others, off_subject=off_subject and quote is not None)

    def nearest(self, who: str, limit: int = 3) -> tuple[str, ...]:
        """Ids of quoted people whose names look most like `who`, at most `limit`."""
        return tuple(i for i in self._names.nearest(who) if i in self._by_speaker)[:limit]

    def _quoted_people(self) -> list[Person]:
        """Those who speak, then the characters and actors whose other half does."""
        speakers = self.speakers()
        others = (p for p in self._knowledge.people.values() if p not in speakers)
        return [*speakers, *(p for p in others if self.has_quotes(p.id))]

    def _terms(self, text: str) -> frozenset[str]:
        """What a text is about: its telling words and the people it names."""
        analysed = self._analyser.analyse(text)
        people = (person for mention in analysed.mentions for person in mention.people)
        telling = (term.text for term in analysed.terms if is_content(term.text))
        return frozenset((*telling, *people))

    def _pool(self, person_id: str) -> list[Quote]:
        family = self._names.family(person_id)
        return [quote for member in family for quote in self._by_speaker.get(member, ())]

    def _on_subject(self, pool: Sequence[Quote], about: str) -> list[Quote]:
        """The quotes that share most words with the subject, counting topics, text and context."""
        wanted = self._terms(about)
        overlap = {quote.id: len(wanted & self._subject[quote.id]) for quote in pool}
        most = max(overlap.values(), default=0)
        return [quote for quote in pool if most and overlap[quote.id] == most]

    def _draw(
        self,
        pool: Sequence[Quote],
        seen: SeenQuotes | None,
        place: int,
        rng: Rng,
    ) -> Quote | None:
        if not pool:
            return None
        fresh = seen.fresh(place, pool) if seen else pool
        quote = rng.choice(fresh)
        if seen:
            seen.mark(place, quote)
        return quote


def _all_names(person: Person) -> str:
    """Every name of a person, each in plain words with a space before it."""
    names = (person.name, *person.aliases, person.hangul or "")
    return "|".join(f" {' '.join(words(name))}" for name in names)


def _subject_text(quote: Quote) -> str:
    topics = " ".join(topic.replace("-", " ") for topic in quote.topics)
    return f"{topics} {quote.text} {quote.context or ''}"
