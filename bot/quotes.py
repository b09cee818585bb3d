"""Choosing a quote: by person, by subject, without repeats."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Generic, Protocol, TypeVar

from bot.knowledge.schema import Fact, Knowledge, Person, Quote
from bot.matching.analyser import Analyser
from bot.matching.language.tokens import words
from bot.matching.names.names import Names
from bot.matching.vocabulary import is_content

__all__ = ["Named", "Pool", "QuoteBook", "Rng", "Seen"]


_T = TypeVar("_T")
EntryT = TypeVar("EntryT", Fact, Quote)


class Rng(Protocol):
    """What draws: the module `random`, or an instance of its own for a repeatable chat."""

    def choice(self, seq: Sequence[_T]) -> _T:
        """Any item of `seq`."""
        ...


@dataclass(frozen=True, slots=True)
class Named:
    """Whom a name may mean; empty where nobody was asked for."""

    people: tuple[str, ...] = ()
    """Ids of everybody of that name, best first; those with quotes before those without."""
    others: tuple[str, ...] = ()
    """Of these, all but the first who have quotes."""
    nearest: tuple[str, ...] = ()
    """Ids of quoted people whose names come close, where nobody has the name."""


@dataclass(frozen=True, slots=True)
class Pool:
    """What can be quoted."""

    quotes: tuple[Quote, ...]
    is_off_subject: bool = False
    """Whether nothing was said on the subject asked for, so that these are about anything."""


class Seen(Generic[EntryT]):
    """Which facts or quotes a scope (a channel, a person, a terminal) has seen.

    Forgets a group of them once all of it has been shown.
    """

    def __init__(self, max_scopes: int = 10_000) -> None:
        """Keep at most `max_scopes` scopes, dropping the one unused for longest."""
        self._seen: dict[int, dict[str, None]] = {}  # ids in the order in which they were shown
        self._max_scopes = max_scopes

    def draw(
        self,
        entries: Sequence[EntryT],
        scope: int,
        rng: Rng,
        weight: Callable[[EntryT], int] = lambda entry: 1,
    ) -> EntryT | None:
        """Any of the entries that is new to `scope`, which remembers it; None of no entries.

        One of twice the `weight` is twice as likely, and one of none comes only where all have
        none.
        """
        if not entries:
            return None
        fresh = self.fresh(scope, entries)
        entry = rng.choice([one for one in fresh for _ in range(weight(one))] or fresh)
        self.mark(scope, entry)
        return entry

    def fresh(self, scope: int, entries: Sequence[EntryT]) -> list[EntryT]:
        """The entries that `scope` has not seen; all of them when it has seen every one."""
        seen = self._seen.get(scope, {})
        unseen = [entry for entry in entries if entry.id not in seen]
        if unseen:
            return unseen
        last = next(reversed(seen), None)
        for entry in entries:
            seen.pop(entry.id, None)
        return [entry for entry in entries if entry.id != last] or list(entries)

    def forget(self, scope: int) -> None:
        """Forget what a scope has been shown."""
        self._seen.pop(scope, None)

    def mark(self, scope: int, entry: EntryT) -> None:
        """Remember that `scope` has been shown `entry`."""
        seen = self._seen.pop(scope, {})
        seen[entry.id] = None
        self._seen[scope] = seen
        while len(self._seen) > self._max_scopes:
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

    def find(self, who: str) -> Named:
        """Whom `who` may mean, any name or role."""
        found = self._names.look_up(who)
        people = tuple(sorted(found, key=lambda person_id: not self.has_quotes(person_id)))
        if not people:
            return Named(nearest=self._nearest(who))
        return Named(people, tuple(filter(self.has_quotes, people[1:])))

    def pool(
        self,
        named: Named,
        about: str | None = None,
        topic: str | None = None,
        *,
        allows: Callable[[Quote], bool] | None = None,
    ) -> Pool:
        """What can be quoted of the first who is named (of anybody if nobody is) on `about`.

        A character's name finds the actor's quotes and the character's lines. Of a `topic` only
        what is listed under it counts, as long as there is something. Quotes that `allows` turns
        down are left out.
        """
        quotes = self._of(named.people[0]) if named.people else self._knowledge.quotes.values()
        allowed = tuple(quotes if allows is None else filter(allows, quotes))
        if topic:
            listed = tuple(quote for quote in allowed if topic in quote.topics)
            if not listed:
                return Pool(allowed, is_off_subject=True)
            allowed = listed
        if not about:
            return Pool(allowed)
        narrowed = self._on_subject(allowed, about)
        return Pool(narrowed) if narrowed else Pool(allowed, is_off_subject=True)

    def said(self, person_id: str, about: str | None) -> tuple[Quote, ...]:
        """What this very person said on a subject: the quotes that hold most of it, half at least.

        Unlike `pool`, never a character's lines for an actor, and nothing beside the subject.
        """
        own = self._by_speaker.get(person_id, [])
        if about is None:
            return tuple(own)
        wanted = self._terms(about) - {person_id}
        overlap = {quote.id: len(wanted & self._subject[quote.id]) for quote in own}
        least = max(*overlap.values(), (len(wanted) + 1) // 2, 1) if overlap else 1
        return tuple(quote for quote in own if overlap[quote.id] >= least)

    def complete(self, typed: str, *, limit: int = 25) -> tuple[Person, ...]:
        """Quoted people with a name of which `typed` is the beginning of a word, for autocomplete.

        With nothing typed, those with most quotes.
        """
        begun = " ".join(words(typed))
        if not begun:
            return self.speakers()[:limit]
        named = (person for person, names in self._spoken_names if f" {begun}" in names)
        return tuple(islice(named, limit))

    def names_somebody(self, text: str) -> bool:
        """Whether `text` alone is the name, or a part of the name, of somebody who is quoted."""
        name = " ".join(words(text))
        return any(f" {name} " in names.replace("|", " ") for _, names in self._spoken_names)

    def _nearest(self, who: str, limit: int = 3) -> tuple[str, ...]:
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
        telling = (str(token.term) for token in analysed.tokens if is_content(token.term))
        return frozenset((*telling, *people))

    def _of(self, person_id: str) -> list[Quote]:
        family = self._names.family(person_id)
        return [quote for member in family for quote in self._by_speaker.get(member, ())]

    def _on_subject(self, quotes: Sequence[Quote], about: str) -> tuple[Quote, ...]:
        """The quotes that share most words with the subject, counting topics, text and context."""
        wanted = self._terms(about)
        overlap = {quote.id: len(wanted & self._subject[quote.id]) for quote in quotes}
        most = max(overlap.values(), default=0)
        return tuple(quote for quote in quotes if most and overlap[quote.id] == most)


def _all_names(person: Person) -> str:
    """Every name of a person, each in plain words with a space before and behind it."""
    names = (person.name, *person.aliases, person.hangul or "")
    return "|".join(f" {' '.join(words(name))} " for name in names)


def _subject_text(quote: Quote) -> str:
    topics = " ".join(topic.replace("-", " ") for topic in quote.topics)
    return f"{topics} {quote.text} {quote.context or ''}"
