"""A question of the quiz as it is asked: complete in itself, so that a reload changes nothing."""

from __future__ import annotations

from dataclasses import dataclass

from bot.knowledge.schema import QuoteKind, Source

__all__ = ["Question", "Words"]


@dataclass(frozen=True, slots=True)
class Words:
    """Something that was said, where the question is by whom."""

    text: str
    kind: QuoteKind
    """Never a paraphrase."""
    is_translated: bool
    context: str | None
    """On what occasion; told with the answer, since it may name the speaker."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question, with all that is needed to ask it, to judge answers and to tell the right one.

    Nothing in it lies beyond the horizon that it was drawn for.
    """

    id: str
    """Of the fact; `quotes/` before that of a quote."""
    ask: str
    """Empty where `words` are what is asked about."""
    options: tuple[str, ...]
    """Four, in the order in which they are shown."""
    right: int
    """Which of them is right, from 0 on."""
    difficulty: int
    """From 1 to 3."""
    accept: tuple[str, ...] = ()
    """What is right too where the answer is typed."""
    rivals: tuple[str, ...] = ()
    """What is not right and may look so: the wrong answers, and near names of other people."""
    is_name: bool = False
    """Whether the answer is the name of somebody, which has many spellings."""
    explanation: str = ""
    """What is told in the end, beside the right answer."""
    sources: tuple[Source, ...] = ()
    as_of: str = ""
    """The day on which the answer was true, for what may change; else empty."""
    words: Words | None = None

    @property
    def answer(self) -> str:
        """The right answer, as it is shown."""
        return self.options[self.right]
