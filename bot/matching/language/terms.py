"""Terms: what the index knows a word, a number or a person by."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from bot.matching.language.english import UNITS

__all__ = ["Term", "TermKind"]

_UNITS = frozenset(UNITS.values())


class TermKind(IntEnum):
    """What a term stands for. A plain number, so that a term is hashed and pickled fast."""

    WORD = 0
    """A word by its stem."""
    PHRASE = 1
    """A group of synonyms that goes by several words."""
    NUMBER = 2
    NUMBERED = 3
    """A thing with its number, such as "season 2"."""
    PERSON = 4
    """An actor with the character they play, by the lesser of both ids."""
    ASK = 5
    """A kind of question: who, when, how many."""


class Term(NamedTuple):
    """One unit of meaning in a text."""

    kind: TermKind
    text: str

    def __str__(self) -> str:
        return f"{self.text}?" if self.kind is TermKind.ASK else self.text

    @property
    def is_number(self) -> bool:
        """Whether it is a number, alone or of a thing."""
        return self.kind is TermKind.NUMBER or self.kind is TermKind.NUMBERED

    @property
    def noun(self) -> str:
        """What is numbered, of a thing with its number."""
        return self.text.rpartition(" ")[0]

    @property
    def stem(self) -> str:
        """The stem by which a dictionary knows it; empty if it has none.

        A phrase goes by its first word, a synonym such as "number one" by its noun; a season with
        its number is nothing like another, so no dictionary helps.
        """
        if self.kind is TermKind.WORD:
            return self.text
        if self.kind is TermKind.PHRASE:
            return self.text.partition(" ")[0]
        is_named = self.kind is TermKind.NUMBERED and self.noun not in _UNITS
        return self.noun if is_named else ""
