"""Drawing questions: from facts that have a quiz entry, and from words whose speaker is asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.knowledge.schema import Fact, KeyMatch, Knowledge, Person, QuizEntry
from bot.matching.language.tokens import words
from bot.matching.names.names import Names
from bot.quiz.judging import normal, reading
from bot.quiz.options import OPTIONS, shuffled
from bot.quiz.people import all_names, may_appear, near_names, person_forms
from bot.quiz.questions import Question
from bot.quiz.speakers import Speakers
from bot.quotes import Rng
from bot.spoilers.horizon import Horizon
from bot.spoilers.rule import open_sources, unasked
from bot.spoilers.words import FATES

__all__ = ["ANYTHING", "Drawn", "Pool", "Wanted"]

QUOTED_IN = 6
"""One question in so many is who said something."""
MOST_TYPED_WORDS = 3
"""Words of an answer that people can be expected to type."""

_QUOTES = "quotes/"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a question has to be like."""

    topic: str | None = None
    difficulty: int | None = None
    is_typed: bool = False
    """Whether the answer is to be typed, and so has to be short."""


ANYTHING = Wanted()


@dataclass(frozen=True, slots=True)
class Drawn:
    """A question, and what may be asked again since all that there was has been asked."""

    question: Question
    again: tuple[str, ...] = ()
    """Ids that count as new from now on."""


class Pool:
    """All questions that one state of the knowledge has for one horizon."""

    def __init__(self, knowledge: Knowledge, names: Names, horizon: Horizon) -> None:
        """Look at what may be told unasked within `horizon`."""
        self._knowledge = knowledge
        self._names = names
        self._horizon = horizon
        self._allows: Callable[..., bool] = unasked(horizon)
        self._speakers = Speakers(knowledge, names, horizon)
        self._facts = [
            fact for fact in knowledge.facts.values() if fact.quiz and self._allows(fact)
        ]

    def topics(self) -> tuple[str, ...]:
        """Ids of topics that there are questions about, those of most questions first."""
        counted = Counter(fact.topic for fact in self._facts if fact.topic)
        return tuple(topic for topic, _ in counted.most_common())

    def ids(self, wanted: Wanted) -> tuple[str, ...]:
        """Ids of all questions of this kind: of facts, and `quotes/` before those of quotes."""
        facts = (fact.id for fact in self._facts if self._is_wanted(fact, wanted))
        return (*facts, *(f"{_QUOTES}{quote_id}" for quote_id in self._speakers.ids(wanted.topic)))

    def draw(
        self, wanted: Wanted, used: Collection[str], asked: Collection[str], rng: Rng
    ) -> Drawn | None:
        """Any question of this kind; None where there is none.

        None that was `used` as long as there is another; none that was `asked` in this game
        at all.
        """
        ids = [one for one in self.ids(wanted) if one not in asked]
        if wanted.difficulty is not None:
            ids = [one for one in ids if self._difficulty(one) == wanted.difficulty]
        fresh = [one for one in ids if one not in used]
        question = self._any(fresh, rng)
        if question is not None:
            return Drawn(question)
        question = self._any(ids, rng)
        return Drawn(question, tuple(ids)) if question else None

    def question(self, question_id: str, rng: Rng) -> Question | None:
        """The question of this id, with any of its wrong answers; None if it has too few."""
        if question_id.startswith(_QUOTES):
            return self._speakers.question(question_id.removeprefix(_QUOTES), rng)
        fact = self._knowledge.facts[question_id]
        return self._of_fact(fact, rng) if fact.quiz else None

    # -- choosing

    def _any(self, ids: Sequence[str], rng: Rng) -> Question | None:
        left = list(ids)
        while left:
            said = [one for one in left if one.startswith(_QUOTES)]
            rest = [one for one in left if not one.startswith(_QUOTES)]
            is_said = said and (not rest or rng.choice(range(QUOTED_IN)) == 0)
            one = rng.choice(said if is_said else rest)
            question = self.question(one, rng)
            if question is not None:
                return question
            left.remove(one)
        return None

    def _difficulty(self, question_id: str) -> int:
        if question_id.startswith(_QUOTES):
            return self._speakers.difficulty
        entry = self._knowledge.facts[question_id].quiz
        return entry.difficulty if entry else 0

    def _is_wanted(self, fact: Fact, wanted: Wanted) -> bool:
        if wanted.topic is not None and fact.topic != wanted.topic:
            return False
        return not wanted.is_typed or (fact.quiz is not None and _can_be_typed(fact.quiz))

    # -- building

    def _of_fact(self, fact: Fact, rng: Rng) -> Question | None:
        entry = fact.quiz
        if entry is None:
            return None
        person = self._person(entry, fact)
        accept = tuple(self._accepted(fact, entry, person))
        wrong = list(self._wrong(entry, accept, person))
        if len(wrong) < OPTIONS - 1:
            return None
        options, right = shuffled(entry.right, wrong, rng)
        fates = FATES | self._knowledge.fates
        return Question(
            fact.id,
            entry.ask or fact.question,
            options,
            right,
            entry.difficulty,
            accept,
            rivals=(*entry.wrong, *(near_names(accept, person, self._knowledge) if person else ())),
            is_name=person is not None,
            explanation=fact.answer,
            sources=open_sources(fact.sources, fates, self._horizon),
            as_of=fact.as_of.isoformat() if fact.as_of else "",
        )

    def _person(self, entry: QuizEntry, fact: Fact) -> Person | None:
        """Whose name the right answer is.

        None for anything else, where several have it, and where the question names them already:
        then not everything that they are called is the answer.
        """
        found = [
            self._knowledge.people[person_id]
            for person_id in self._names.look_up(entry.right)
            if normal(entry.right) in map(normal, all_names(self._knowledge.people[person_id]))
        ]
        if len(found) > 1:
            found = [person for person in found if person.id in fact.people]
        if len(found) != 1:
            return None
        mentions = self._names.mentions(words(entry.ask or fact.question), typos=False)
        asked = {person_id for mention in mentions for person_id in mention.people}
        return None if found[0].id in asked else found[0]

    def _accepted(self, fact: Fact, entry: QuizEntry, person: Person | None) -> Iterator[str]:
        """What is right where the answer is typed, each once."""
        asked = set(reading(entry.ask or fact.question))
        seen: set[str] = set()
        keys = fact.key if entry.ask is None and fact.key_match is KeyMatch.ANY else ()
        names = person_forms(person, self._names) if person is not None else ()
        others = (form for form in (*keys, *names) if not asked.issuperset(reading(form)))
        for form in (entry.right, *entry.accept, *others):
            if normal(form) not in seen:
                seen.add(normal(form))
                yield form

    def _wrong(
        self, entry: QuizEntry, accept: Iterable[str], person: Person | None
    ) -> Iterator[str]:
        """The wrong answers that are wrong for sure, each once, and that may be told here."""
        taken = {normal(entry.right), *map(normal, accept)}
        for option in entry.wrong:
            if normal(option) in taken or not self._may_name(option):
                continue
            if person is not None and person.id in self._names.look_up(option)[:1]:
                continue
            taken.add(normal(option))
            yield option

    def _may_name(self, option: str) -> bool:
        """Whether an answer names nobody who joins in a season that is not to be told of."""
        found = self._names.look_up(option)[:1]
        return all(may_appear(self._knowledge.people[one], self._horizon) for one in found)


def _can_be_typed(entry: QuizEntry) -> bool:
    """Whether somebody who knows the answer can be expected to type it as it is."""
    return not entry.choices_only and len(reading(entry.right)) <= MOST_TYPED_WORDS
