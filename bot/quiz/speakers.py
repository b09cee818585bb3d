"""Who said it? Questions made of exact words: of real people, or of characters, never of both."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge.schema import Knowledge, Person, PersonKind, Quote, QuoteKind
from bot.matching.language.tokens import words
from bot.matching.names.names import Names
from bot.quiz.judging import normal
from bot.quiz.options import OPTIONS, shuffled
from bot.quiz.people import all_names, may_appear, near_names, person_forms
from bot.quiz.questions import Question, Words
from bot.quotes import Rng
from bot.spoilers.horizon import Horizon
from bot.spoilers.rule import open_sources, unasked
from bot.spoilers.words import FATES

__all__ = ["Speakers"]

LONGEST = 280
"""Characters of words that are asked about."""

DIFFICULTY = 2

_MAKERS = frozenset({PersonKind.CREW, PersonKind.AUTHOR})


class Speakers:
    """The quotes of one state of the knowledge that can be asked about within one horizon."""

    difficulty = DIFFICULTY
    """How hard it is to know who said something."""

    def __init__(self, knowledge: Knowledge, names: Names, horizon: Horizon) -> None:
        """Look at what may be told unasked within `horizon`."""
        self._knowledge = knowledge
        self._names = names
        self._horizon = horizon
        allows = unasked(horizon)
        self._quotes = {
            quote.id: quote
            for quote in knowledge.quotes.values()
            if allows(quote) and _is_askable(quote)
        }

    def ids(self, topic: str | None) -> Iterator[str]:
        """Ids of the quotes, of a topic or of all."""
        return (
            quote.id
            for quote in self._quotes.values()
            if topic is None or topic in quote.topics
        )  # fmt: skip

    def question(self, quote_id: str, rng: Rng) -> Question | None:
        """Who said it; None where the words tell, or where too few others could have."""
        quote = self._quotes[quote_id]
        speaker = self._knowledge.people[quote.speaker or ""]
        named = self._named(quote)
        if not named.isdisjoint(self._names.family(speaker.id)):
            return None
        others = self._others(quote, speaker, named)
        if len(others) < OPTIONS - 1:
            return None
        options, right = shuffled(speaker.name, others, rng)
        forms = tuple(dict.fromkeys(person_forms(speaker, self._names)))
        fates = FATES | self._knowledge.fates
        return Question(
            f"quotes/{quote.id}",
            "",
            options,
            right,
            DIFFICULTY,
            forms,
            rivals=(*others, *near_names(forms, speaker, self._knowledge)),
            is_name=True,
            sources=open_sources(quote.sources, fates, self._horizon),
            words=Words(quote.text, quote.kind, quote.translated, quote.context),
        )

    def _named(self, quote: Quote) -> set[str]:
        """Who is named in the words, with whoever plays them."""
        mentions = self._names.mentions(words(quote.text), typos=False)
        people = (person for mention in mentions for person in mention.people)
        return {member for person in people for member in self._names.family(person)}

    def _others(self, quote: Quote, speaker: Person, named: set[str]) -> list[str]:
        """Names of people of the same kind who are quoted too, and said nothing of the kind."""
        said = normal(quote.text)
        same = {
            other.speaker
            for other in self._knowledge.quotes.values()
            if normal(other.text) == said
        }  # fmt: skip
        excluded = {*named, *self._names.family(speaker.id), *same}
        known = {normal(name) for name in all_names(speaker)}
        names: dict[str, str] = {}
        for other in self._knowledge.quotes.values():
            person = self._knowledge.people.get(other.speaker or "")
            if person is None or person.id in excluded or normal(person.name) in known:
                continue
            if _kind(person) == _kind(speaker) and may_appear(person, self._horizon):
                names.setdefault(normal(person.name), person.name)
        return list(names.values())


def _is_askable(quote: Quote) -> bool:
    """Exact words of somebody known, short enough to stand on a card."""
    is_exact = quote.kind is not QuoteKind.PARAPHRASE and not quote.second_hand
    return is_exact and quote.speaker is not None and len(quote.text) <= LONGEST


def _kind(person: Person) -> PersonKind:
    """What somebody is, makers of every sort as one."""
    return PersonKind.CREW if person.kind in _MAKERS else person.kind
