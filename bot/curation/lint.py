"""What a curator should look at again: lints over layers that read without an error.

The lints find no errors: what keeps knowledge from being loaded is the reader's to say, so that
`check` and a reload never differ. What the matcher is asked about is advice, and so is what only
time makes doubtful; the rest are warnings. Either, where it is meant to be so, is explained in the
file by a comment `# ok: why`, on its own line or on one of its own just above, and is then no
longer shown. An error cannot be explained.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from urllib.parse import urlsplit

from bot.curation.korean_names import korean_names
from bot.curation.quiz_lint import QuizLint
from bot.knowledge.layers import Layer
from bot.knowledge.merging import Override
from bot.knowledge.places import Places
from bot.knowledge.problems import Place, Problem, Problems, Severity, number_of
from bot.knowledge.reader import read_layers
from bot.knowledge.schema import (
    EntryKind,
    Fact,
    KeyMatch,
    Knowledge,
    Person,
    PersonKind,
    Quote,
    QuoteKind,
)
from bot.matching.language.english import STOP_WORDS
from bot.matching.language.tokens import words
from bot.matching.matcher import Matcher
from bot.matching.names.mentions import Evidence
from bot.spoilers.giveaways import Giveaways

__all__ = ["ASKED", "Checked", "Told", "check_layers"]

Told = Callable[[str], None]
"""Is told what is being done, in a few words."""

ASKED = 500
"""Phrasings that are asked unless all shall be: half a second of computing."""

MIN_ALIASES = 4
"""Other ways of asking that a fact needs before most people's own way is near one of them."""

SURELY = 0.6
"""Probability from which a phrasing counts as answered by another fact. Its own fact holds it word
for word, so this is much."""

_ASKING = frozenset("who whom whose when where why how many much before after not no".split())
"""Stop words that tell two questions apart all the same: when and where somebody was born."""

_OFTEN = 20
"""Facts or phrasings from one word on how far it is to the next."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of checking layers: what is in them, what is to be mended, what is meant so."""

    knowledge: Knowledge | None
    problems: tuple[Problem, ...]
    explained: tuple[Problem, ...] = ()
    overrides: tuple[Override, ...] = ()
    asked: int = 0
    """Phrasings that the matcher was asked."""

    def number(self, severity: Severity) -> int:
        """How many problems of one severity there are, with those that are only counted."""
        return number_of(self.of(severity))

    def of(self, severity: Severity) -> tuple[Problem, ...]:
        """The problems of one severity."""
        return tuple(p for p in self.problems if p.severity is severity)


def check_layers(
    layers: Sequence[Layer],
    *,
    asked: int | None = ASKED,
    stale_before: dt.date | None = None,
    tell: Told = lambda _: None,
) -> Checked:
    """Read `layers` and look them over; the lints run only where the reader finds no error.

    Of the phrasings `asked` are asked at most, all with None: those of the last layer first, and
    of a layer each fact's first ones; one takes a millisecond, all else six for each fact. What is
    true as of a day before `stale_before` is to be looked at again, nothing with None. Never
    raises for what the files are like.
    """
    tell("reading")
    reading = read_layers(layers)
    knowledge = reading.knowledge
    if knowledge is None:
        return Checked(None, reading.problems, reading.explained, reading.overrides)
    tell("building the index")
    curator = _Curator(knowledge, reading.places, Matcher.build(knowledge))
    chosen = _chosen(knowledge, reading.places, layers)[:asked]
    stale = curator.stale(stale_before) if stale_before else ()
    found = chain(curator.warnings(tell), stale, _asked(curator, chosen, tell))
    left, meant = reading.explanations.split(found)
    problems, explained = Problems(reading.problems), Problems(reading.explained)
    problems.extend(left)
    explained.extend(meant)
    return Checked(knowledge, problems.sorted(), explained.sorted(), reading.overrides, len(chosen))


def _asked(curator: _Curator, chosen: Sequence[tuple[Fact, int]], tell: Told) -> Iterator[Problem]:
    """What comes of asking these phrasings, each by its fact and number."""
    for number, (fact, phrasing) in enumerate(chosen):
        if number % _OFTEN == 0:
            tell(f"asking phrasing {number} of {len(chosen)}")
        yield from curator.advice(fact, phrasing)


def _chosen(
    knowledge: Knowledge, places: Places, layers: Sequence[Layer]
) -> list[tuple[Fact, int]]:
    """Each phrasing by its fact and number: of the last layer first, each fact's first ones."""
    folders = [str(layer.folder) for layer in reversed(layers)]

    def rank(one: tuple[Fact, int]) -> tuple[int, int]:
        fact, number = one
        path = places.of_phrasing(fact.id, number).path
        age = next((n for n, folder in enumerate(folders) if path.startswith(folder)), len(folders))
        return age, number

    all_of_them = (
        (fact, number) for fact in knowledge.facts.values() for number in range(len(fact.phrasings))
    )
    return sorted(all_of_them, key=rank)


class _Curator:
    """Looks knowledge over, fact by fact; each lint yields problems with their exact place."""

    def __init__(self, knowledge: Knowledge, places: Places, matcher: Matcher) -> None:
        self._knowledge = knowledge
        self._places = places
        self._matcher = matcher
        self._names = self._matcher.names
        self._giveaways = Giveaways(knowledge)
        self._quiz = QuizLint(places, self._names, self._giveaways)

    def warnings(self, tell: Told) -> Iterator[Problem]:
        """What is doubtful of all facts and quotes."""
        tell("comparing phrasings")
        yield from self._collisions()
        for number, fact in enumerate(self._knowledge.facts.values()):
            if number % _OFTEN == 0:
                tell(f"looking over fact {number} of {len(self._knowledge.facts)}")
            yield from self._phrasings(fact)
            yield from self._keys(fact)
            yield from self._spoilers(fact)
            yield from self._strangers(fact)
            yield from self._people(fact)
            yield from self._picture("facts", fact)
            yield from self._quiz.warnings(fact)
        for person in self._knowledge.people.values():
            yield from self._picture("people", person)
        for quote in self._knowledge.quotes.values():
            yield from self._quote(quote)

    # -- what is asked

    def _collisions(self) -> Iterator[Problem]:
        """Phrasings of two facts that are the same, or the same but for order and stop words."""
        seen: dict[tuple[str, ...], tuple[Fact, Place]] = {}
        for fact in self._knowledge.facts.values():
            for number, phrase in enumerate(fact.phrasings):
                found, place = tuple(words(phrase)), self._phrase_place(fact, number)
                telling = _telling(found)
                same = seen.setdefault((*found, "."), (fact, place))
                like = seen.setdefault(telling, (fact, place))
                if same[0] is not fact:
                    message = f"asks word for word what '{same[0].id}' asks ({same[1]})"
                    yield _warning(fact, place, f"{message}; keep it in one of the two")
                elif like[0] is not fact and telling:
                    message = f"asks nearly what '{like[0].id}' asks ({like[1]})"
                    yield _warning(fact, place, f"{message}; say more, or remove one of the two")

    def _phrasings(self, fact: Fact) -> Iterator[Problem]:
        """Too few phrasings, or a question that does not find its fact."""
        others = len(fact.phrasings) - 1
        if others < MIN_ALIASES:
            message = f"only {others} of at least {MIN_ALIASES} aliases"
            yield _warning(fact, self._place(fact), f"{message}; add other ways to ask it")
        found = self._matcher.decide(fact.question).fact
        if found is None or found.id != fact.id:
            message = f"its own question finds {found.id if found else 'nothing'}; reword it"
            yield _warning(fact, self._place(fact, "question"), message)

    def advice(self, fact: Fact, number: int) -> Iterator[Problem]:
        """A phrasing that finds another fact.

        As it stands it finds its own, so it is asked with a word more, as people do.
        """
        phrase = fact.phrasings[number]
        decision = self._matcher.decide(f"hey {phrase}")
        other = decision.fact or next(iter(decision.suggestions), None)
        if other is not None and other.id != fact.id and decision.score >= SURELY:
            message = f"'{phrase}' is rather answered by '{other.id}'"
            place = self._phrase_place(fact, number)
            yield _advice(fact, place, f"{message}; say what is different here, or remove it")

    # -- what is answered

    def _keys(self, fact: Fact) -> Iterator[Problem]:
        """A key that the answer does not contain, or none to hold an answer against."""
        if not fact.key:
            message = "no key; add the shortest text that a right answer contains"
            yield _warning(fact, self._place(fact), message)
            return
        answer = fact.whole.casefold()
        missing = [n for n, key in enumerate(fact.key) if key.casefold() not in answer]
        if fact.key_match is KeyMatch.ALL:
            for number in missing:
                message = f"the answer lacks the key '{fact.key[number]}'; mend one of them"
                yield _warning(fact, self._place(fact, "key", number), message)
        elif len(missing) == len(fact.key):
            message = "the answer contains none of the keys; mend it or them"
            yield _warning(fact, self._place(fact, "key"), message)

    # -- what is given away

    def _spoilers(self, fact: Fact) -> Iterator[Problem]:
        """Words that give the plot away where everybody may read them."""
        for name, text in (("title", fact.title), ("label", fact.label)):
            if text and (word := self._giveaway(text, is_title=True)):
                hint = f"a {name} gives nothing away, so name who or what"
                message = f"the {name} says '{word}'; {hint}"
                yield _warning(fact, self._place(fact, name), message)
        if not fact.spoiler:
            for number, phrase in enumerate(fact.phrasings):
                if word := self._giveaway(phrase):
                    message = f"'{word}' in a fact without a spoiler; rate it, or reword this"
                    yield _warning(fact, self._phrase_place(fact, number), message)
        elif fact.shown_as == fact.question and (word := self._giveaway(fact.question)):
            message = f"the question says '{word}' and lists show it; add a label without it"
            yield _warning(fact, self._place(fact, "question"), message)

    def _giveaway(self, text: str, *, is_title: bool = False) -> str | None:
        """The first word of `text` that gives the plot away, if there is one."""
        found = self._giveaways.without_show(text)
        word = self._giveaways.find(text, found, with_states=True)
        if word is None or is_title or self._names_character(found):
            return word
        return self._giveaways.find(text, found, with_states=False)

    def _names_character(self, found: list[str]) -> bool:
        return any(
            self._knowledge.people[member].kind is PersonKind.CHARACTER
            for mention in self._names.mentions(found, typos=False)
            for person in mention.people
            for member in self._names.family(person)
        )

    # -- who it is about

    def _strangers(self, fact: Fact) -> Iterator[Problem]:
        """Names that look Korean and belong to nobody; each once a fact, where readers see it."""
        told = (
            (self._place(fact, "answer"), fact.answer),
            *(
                (self._place(fact, "parts", number, "text"), part.text)
                for number, part in enumerate(fact.parts)
            ),
        )
        asked = (
            (self._phrase_place(fact, number), phrase)
            for number, phrase in enumerate(fact.phrasings)
        )
        seen: set[str] = set()
        for place, text in (*told, *asked):
            for name in korean_names(text):
                if name not in seen and not self._is_known(name):
                    seen.add(name)
                    message = f"nobody is called {name}; mend the name, or add the person"
                    yield _warning(fact, place, message)

    def _is_known(self, name: str) -> bool:
        found = words(name)
        return any(
            mention.start == 0 and mention.end == len(found) and mention.evidence <= Evidence.SOUND
            for mention in self._names.mentions(found, typos=False)
        )

    def _people(self, fact: Fact) -> Iterator[Problem]:
        """People who are listed, though neither a phrasing nor the answer names them."""
        if not fact.people:
            return
        named: set[str] = set()
        for text in (*fact.phrasings, fact.answer, *(part.text for part in fact.parts)):
            if named.issuperset(fact.people):
                return
            found = words(text)
            for mention in (*self._names.mentions(found, typos=False), *self._names.roles(found)):
                named.update(m for person in mention.people for m in self._names.family(person))
        for number, person in enumerate(fact.people):
            if person not in named:
                message = f"nothing here names {person}; name them, or take them off the list"
                yield _warning(fact, self._place(fact, "people", number), message)

    # -- pictures

    def _picture(self, kind: EntryKind, entry: Fact | Person) -> Iterator[Problem]:
        """A picture without a description, or one that comes over no safe way."""
        if entry.image is None:
            return
        name = f"{'fact' if kind == 'facts' else 'person'} '{entry.id}'"
        place = self._places.of(kind, entry.id, "image")
        if entry.image.alt is None:
            message = f"{name}: the picture has no 'alt'; add in a few words what is to be seen"
            yield Problem(place, message, Severity.WARNING)
        if urlsplit(entry.image.url).scheme != "https":
            message = f"{name}: the picture is not sent safely; give an address with https://"
            yield Problem(place, message, Severity.WARNING)

    # -- quotes

    def _quote(self, quote: Quote) -> Iterator[Problem]:
        """Somebody's own words, with nothing but a site's front page to find them on."""
        if quote.kind is not QuoteKind.VERBATIM:
            return
        addresses = [urlsplit(source.url) for source in quote.sources]
        if not any(address.path.strip("/") or address.query for address in addresses):
            message = f"quote '{quote.id}': no source leads to the page where the words stand"
            place = self._places.of("quotes", quote.id, "sources")
            yield Problem(place, f"{message}; give its whole address", Severity.WARNING)

    # -- what time makes doubtful

    def stale(self, before: dt.date) -> Iterator[Problem]:
        """Facts and people of which something was true on a day before `before`."""
        for entry in chain(self._knowledge.facts.values(), self._knowledge.people.values()):
            day = str(entry.as_of or "")
            if day < before.isoformat()[: len(day)]:  # of a year or a month, its end
                message = f"true as of {day}; look whether it still is, and set as_of to today"
                if isinstance(entry, Fact):
                    yield _advice(entry, self._place(entry, "as_of"), message)
                else:
                    place = self._places.of("people", entry.id, "as_of")
                    yield Problem(place, f"person '{entry.id}': {message}", Severity.ADVICE)

    # -- places

    def _place(self, fact: Fact, *path: str | int) -> Place:
        return self._places.of("facts", fact.id, *path)

    def _phrase_place(self, fact: Fact, number: int) -> Place:
        return self._places.of_phrasing(fact.id, number)


def _telling(found: tuple[str, ...]) -> tuple[str, ...]:
    """What tells a question from others, whatever the order."""
    return tuple(sorted({word for word in found if word in _ASKING or word not in STOP_WORDS}))


def _warning(fact: Fact, place: Place, message: str) -> Problem:
    return Problem(place, f"fact '{fact.id}': {message}", Severity.WARNING)


def _advice(fact: Fact, place: Place, message: str) -> Problem:
    return Problem(place, f"fact '{fact.id}': {message}", Severity.ADVICE)
