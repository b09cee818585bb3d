"""Finding words that give a plot away: those of any series, and those of the show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain

from bot.knowledge.schema import Knowledge
from bot.matching.language.tokens import words
from bot.spoilers.words import FATES, FATES_IN_KOREAN, STATES

__all__ = ["Giveaways"]

_Words = tuple[str, ...]


class Giveaways:
    """The words of one knowledge; what the show itself is called gives nothing away."""

    def __init__(self, knowledge: Knowledge) -> None:
        show = knowledge.show
        self._show = _any_of((show.title, *show.names))
        self._fates = _in_words(chain(FATES, knowledge.fates))
        self._states = _in_words(chain(STATES, knowledge.states))
        self._lengths = sorted({len(found) for found in self._fates | self._states}, reverse=True)
        foreign = (fate for fate in knowledge.fates if not fate.isascii())
        self._beginnings = re.compile("|".join(map(re.escape, (*FATES_IN_KOREAN, *foreign))))

    def without_show(self, text: str) -> list[str]:
        """The words of `text` without those of the show's names."""
        return words(self._show.sub(" ", text))

    def tells(self, text: str) -> bool:
        """Whether there is any giveaway in `text`, a name beside it or not."""
        return self.find(text, self.without_show(text), with_states=True) is not None

    def find(self, text: str, found: Sequence[str], *, with_states: bool) -> str | None:
        """The first giveaway in `text`, of which `found` are the words without the show's names.

        `with_states` counts those too that need a name beside.
        """
        found = tuple(found)
        telling = self._fates | self._states if with_states else self._fates
        for start in range(len(found)):
            for length in self._lengths:
                if found[start : start + length] in telling:
                    return " ".join(found[start : start + length])
        begun = self._beginnings.search(text)
        return begun[0] if begun else None


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    """Any of these names as whole words, the longest where several fit."""
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.I)


def _in_words(phrases: Iterable[str]) -> frozenset[_Words]:
    return frozenset(filter(None, (tuple(words(phrase)) for phrase in phrases)))
