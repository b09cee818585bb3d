"""Judging a typed answer: generous on spelling, strict on substance.

What was typed has to be the right answer as a whole, in any order of its words: with slips of the
pen by its length, numbers in digits or words, and nothing beside it but what the question says
itself. What is as near to a wrong answer, or to somebody else's name, as to the right one is wrong;
so is a list of guesses.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

from bot.matching.language.tokens import words
from bot.matching.names.romanisation import skeleton
from bot.quiz.numbers import in_digits, is_number
from bot.quiz.questions import Question

__all__ = ["is_right", "normal", "reading", "slips_in"]

MOST_WORDS = 16
"""Words from which on a text is no answer but a list of guesses."""

LETTERS_A_SLIP = 4
"""Letters of an answer for each slip of the pen that it may have."""
MOST_SLIPS = 3
SLIPS_IN_SPACES = 1
"""Slips that an answer may have beside spaces that it should not have, or lacks."""
MOST_ECHOED = 3
"""Words of the question that may be an answer."""
SHORTEST_SOUND = 6
"""Letters from which a name is known by its sound, however it is romanised."""

_ARTICLES = frozenset({"a", "an", "the"})
_PREPOSITION = re.compile(r"(?:on|in|at|by|to|from|with|for) ", re.IGNORECASE)
"""Before an answer, not before a hyphen: "on the roof", but not "On-jo"."""
_FILLER = _ARTICLES | frozenset(
    """
    it is was were are be they he she his her their its him them i think guess believe say maybe
    probably perhaps definitely obviously answer called named name of in on at by to from for with
    um uh er hmm oh well so please right must
    """.split()
)


def is_right(typed: str, question: Question) -> bool:
    """Whether what somebody typed counts as the right answer."""
    said = reading(typed)
    if not said or len(said) > MOST_WORDS:
        return False
    judged = _Judged(said, question)
    if judged.is_echo:
        return False
    nearest = judged.nearest((question.answer, *question.accept), is_name=question.is_name)
    if nearest is None:
        return judged.is_with_more
    rival = judged.nearest(question.rivals, is_name=False)
    return rival is None or nearest < rival


def normal(text: str) -> str:
    """What is the same in two texts that mean the same answer."""
    return " ".join(reading(text))


@lru_cache(maxsize=8192)
def reading(text: str) -> tuple[str, ...]:
    """The words of an answer, without articles, and numbers in digits.

    What ends a name, such as Ju-a, is no article.
    """
    found = in_digits(words(text))
    return tuple(word for word in found[:-1] if word not in _ARTICLES) + tuple(found[-1:])


def slips_in(letters: str) -> int:
    """How many slips of the pen an answer of these letters may have."""
    return min(len(letters) // LETTERS_A_SLIP, MOST_SLIPS)


class _Judged:
    """What was typed, as the answer to one question."""

    def __init__(self, said: Sequence[str], question: Question) -> None:
        forms = (question.answer, *question.accept)
        self._said = said
        self._given = frozenset(reading(question.ask))
        self._forms = tuple(reading(form) for form in forms if reading(form))
        self._rivals = tuple(reading(rival) for rival in question.rivals)

    @property
    def is_echo(self) -> bool:
        """Whether it is no more than the question, or a part of it."""
        return len(self._said) > MOST_ECHOED and self._given.issuperset(self._said)

    @property
    def is_with_more(self) -> bool:
        """Whether it is the right answer, and nothing beside it but other words for the same."""
        allowed = {word for form in self._forms for word in form if not is_number(word)}
        for form in self._forms:
            more = Counter(self._said)
            more.subtract(form)
            rest = +more
            is_whole = min(more.values()) >= 0
            if is_whole and rest.keys() <= allowed and not self._names_rival(rest):
                return True
        return False

    def _names_rival(self, rest: Counter[str]) -> bool:
        return any(rival and Counter(rival) <= rest for rival in self._rivals)

    def nearest(self, forms: Iterable[str], *, is_name: bool) -> int | None:
        """Slips of the pen between what was typed and the nearest of `forms`; None: too many."""
        found = (self._slips(form, is_name=is_name) for form in forms)
        return min((slips for slips in found if slips is not None), default=None)

    def _slips(self, form: str, *, is_name: bool) -> int | None:
        core = reading(form)
        if not core:
            return None
        cores = {core, self._without_given(core)}
        if _PREPOSITION.match(form) and len(core) > 1:
            cores.add(core[1:])
        found = [
            _distance(said, one, is_name=is_name)
            for one in cores
            for said in self._said_for(one)
        ]  # fmt: skip
        return min((slips for slips in found if slips is not None), default=None)

    def _said_for(self, core: Sequence[str]) -> set[tuple[str, ...]]:
        """What was typed, and the same without what surrounds an answer."""
        kept = tuple(word for word in self._said if word in core or word not in _FILLER)
        bare = tuple(word for word in kept if word in core or word not in self._given)
        return {tuple(self._said), kept, bare} - {()}

    def _without_given(self, core: tuple[str, ...]) -> tuple[str, ...]:
        """The answer without words that the question says already; whole if nothing is left."""
        return tuple(word for word in core if word not in self._given) or core


def _distance(said: Sequence[str], core: Sequence[str], *, is_name: bool) -> int | None:
    """Slips between two readings; None for too many, or for another number."""
    if sorted(filter(is_number, said)) != sorted(filter(is_number, core)):
        return None
    typed, right = _letters(said), _letters(core)
    if typed == right or _letters(sorted(said)) == _letters(sorted(core)):
        return 0
    if not (typed.isascii() and right.isascii()):
        return None
    if is_name and len(right) >= SHORTEST_SOUND and skeleton(typed) == skeleton(right):
        return 0
    if len(said) == len(core):
        aligned = (_by_word(said, core), _by_word(sorted(said), sorted(core)))
        return min((slips for slips in aligned if slips is not None), default=None)
    slips = OSA.distance(typed, right)
    return slips if slips <= min(slips_in(right), SLIPS_IN_SPACES) else None


def _by_word(said: Sequence[str], core: Sequence[str]) -> int | None:
    """Slips between the words of two readings; None where one of them has too many."""
    total = 0
    for typed, right in zip(said, core, strict=True):
        slips = OSA.distance(typed, right)
        if slips > slips_in(right):
            return None
        total += slips
    return total if total <= MOST_SLIPS else None


def _letters(found: Iterable[str]) -> str:
    return "".join(word for word in found if not is_number(word))
