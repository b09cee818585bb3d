"""What a curator should look at again in the entries of the quiz.

The bot leaves out by itself what it sees to be no wrong answer; a game with the rest is a poorer
one.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge.places import Places
from bot.knowledge.problems import Place, Problem, Severity
from bot.knowledge.schema import Fact, KeyMatch, QuizEntry
from bot.matching.names.names import Names
from bot.quiz.judging import normal, reading
from bot.quiz.options import OPTIONS
from bot.spoilers.giveaways import Giveaways

__all__ = ["QuizLint"]

FEWEST = OPTIONS - 1
"""Wrong answers without which there is no question."""

ROOM = 10
"""Characters by which an answer may be longer than all others, or shorter, in any case."""
TWICE = 2
"""How many times as long as all others an answer may be, or how many times as short."""


class QuizLint:
    """Looks over the quiz entries of one state of the knowledge."""

    def __init__(self, places: Places, names: Names, giveaways: Giveaways) -> None:
        self._places = places
        self._names = names
        self._giveaways = giveaways

    def warnings(self, fact: Fact) -> Iterator[Problem]:
        """What is doubtful about the entry of a fact; nothing where it has none."""
        entry = fact.quiz
        if entry is None:
            return
        if len(entry.wrong) < FEWEST:
            yield self._warning(
                fact,
                f"only {len(entry.wrong)} of at least {FEWEST} wrong answers; add others",
                "wrong",
            )
        for number, option in enumerate(entry.wrong):
            yield from self._option(fact, entry, number, option)
        yield from self._asks(fact, entry)
        yield from self._stands_out(fact, entry)
        yield from self._tells(fact, entry)

    def _option(self, fact: Fact, entry: QuizEntry, number: int, option: str) -> Iterator[Problem]:
        """A wrong answer that is a right one, or that stands there twice."""
        earlier = [normal(one) for one in entry.wrong[:number]]
        message = None
        if normal(option) in map(normal, (entry.right, *entry.accept)):
            message = f"the wrong answer '{option}' is the right one; remove it"
        elif normal(option) in earlier:
            message = f"the wrong answer '{option}' stands here twice; keep one"
        elif self._is_same_person(option, entry.right):
            message = f"the wrong answer '{option}' is another name of '{entry.right}'; remove it"
        elif fact.key_match is KeyMatch.ANY and normal(option) in map(normal, fact.key):
            message = (
                f"the wrong answer '{option}' is a key of the fact; remove it, or mend the key"
            )
        if message:
            yield self._warning(fact, message, "wrong", number)

    def _is_same_person(self, option: str, right: str) -> bool:
        one, other = self._names.look_up(option)[:1], self._names.look_up(right)[:1]
        return bool(one) and one == other

    def _asks(self, fact: Fact, entry: QuizEntry) -> Iterator[Problem]:
        """A question that holds its answer."""
        asked, right = reading(entry.ask or fact.question), reading(entry.right)
        starts = range(len(asked) - len(right) + 1)
        if right and any(asked[start : start + len(right)] == right for start in starts):
            message = f"the question holds the answer '{entry.right}'; reword it"
            yield self._warning(fact, message, *(["ask"] if entry.ask else []))

    def _stands_out(self, fact: Fact, entry: QuizEntry) -> Iterator[Problem]:
        """A right answer that is told by its length."""
        right = len(entry.right)
        longest, shortest = max(map(len, entry.wrong)), min(map(len, entry.wrong))
        is_long = right > longest + ROOM and right > longest * TWICE
        is_short = right < shortest - ROOM and right * TWICE < shortest
        if is_long or is_short:
            how = "longer" if is_long else "shorter"
            message = f"the right answer is much {how} than all wrong ones; write them alike"
            yield self._warning(fact, message, "right")

    def _tells(self, fact: Fact, entry: QuizEntry) -> Iterator[Problem]:
        """Words that give the plot away, where the fact is not rated."""
        if fact.spoiler:
            return
        for path, text in (
            (("ask",), entry.ask or ""),
            (("right",), entry.right),
            *((("wrong", number), text) for number, text in enumerate(entry.wrong)),
        ):
            found = self._giveaways.without_show(text)
            word = self._giveaways.find(text, found, with_states=False)
            if word:
                message = (
                    f"'{word}' in the quiz of a fact without a spoiler; rate it, or reword this"
                )
                yield self._warning(fact, message, *path)

    def _warning(self, fact: Fact, message: str, *path: str | int) -> Problem:
        place: Place = self._places.of_quiz(fact.id, *path)
        return Problem(place, f"quiz of '{fact.id}': {message}", Severity.WARNING)
