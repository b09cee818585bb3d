"""Which questions ask the same in other words, in whatever language: as matching measures it.

Two texts are the same where sentences mean nearly the same, and nothing that decides stands against
it: they name the same people and numbers, ask for the same kind of thing, and hold no words that
must not pass for one another. The thresholds are chosen over 60 pairs of our own
(`tests/curation/pairs.yaml`) so that hardly any two different questions fall together: a paraphrase
that stands apart costs a moderator a click, and what was wrongly folded is not seen at all. Of
these 22 of 30 paraphrases fold, in seven languages, and 2 of 30 near misses; of 32 pairs written
after a first choice 12 of 16, and none of 16, but one threshold was raised on their account.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bot.knowledge.schema import Knowledge
from bot.matching.analyser import Analyser, Ask
from bot.matching.language.contrasts import GENERAL, Contrasts, Place
from bot.matching.language.lexicon import Lexicon
from bot.matching.language.terms import Term
from bot.matching.matcher import Matcher
from bot.matching.query import person_term
from bot.matching.sentences import Encoder, load_encoder
from bot.matching.sparse import Floats
from bot.matching.vocabulary import is_content

__all__ = ["SAME_FROM", "Sense", "Senses", "alike", "nearest"]

SAME_FROM = 0.72
"""Nearness in meaning (cosine) from which two texts that nothing keeps apart are the same."""

SWAPPED_FROM = 0.95
"""The same where one word stands in place of another and all else is alike: "can she play the
guitar" is near to "the piano" for every measure of a sentence."""

_TELLING_ASKS = frozenset({Ask.WHO, Ask.WHEN, Ask.WHERE, Ask.WHY, Ask.COUNT, Ask.OLD, Ask.TALL})
"""Kinds of question of which one never stands for another; "what" and "how" stand for any."""


@dataclass(frozen=True, slots=True, eq=False)
class Sense:
    """What a text means, as far as it counts here."""

    vector: Floats
    """What it means as a sentence."""
    people: frozenset[str]
    """Whom it names; an actor and the character they play are one."""
    numbers: frozenset[str]
    asks: frozenset[Ask]
    """Its telling kinds of question."""
    places: frozenset[Place]
    """Where its words stand among those that must not pass for one another."""
    words: frozenset[Term]
    """What it tells, where that is known: in English."""


class Senses:
    """Finds out what texts mean, with the names and words of one state of knowledge."""

    def __init__(
        self, knowledge: Knowledge, matcher: Matcher, encoder: Encoder | None = None
    ) -> None:
        self._made_of = _words_of(knowledge)
        self._analyser: Analyser = matcher.analyser
        self._names = matcher.names
        self._encoder = encoder or load_encoder()
        lexicon = Lexicon.build(knowledge.lexicon)
        self._contrasts = Contrasts.build((*GENERAL, *knowledge.contrasts), lexicon.cut)

    def are_of(self, knowledge: Knowledge) -> bool:
        """Whether they are those of `knowledge` too: most changes bring no new names or words."""
        return self._made_of == _words_of(knowledge)

    def of(self, text: str) -> Sense:
        """What `text` means; takes a millisecond, a second where the encoder is not loaded yet."""
        analysed = self._analyser.analyse(text, _as_typed)
        terms = [token.term for token in analysed.tokens]
        people = (person_term(mention, self._names.family) for mention in analysed.named)
        if analysed.is_foreign:
            meant = analysed.text
        else:
            parts: list[str] = []
            position = 0
            for mention in analysed.mentions:
                parts += analysed.words[position : mention.start]
                parts.append(self._names.name(mention.people[0]))
                position = mention.end
            meant = " ".join((*parts, *analysed.words[position:]))
        return Sense(
            self._encoder.one(meant),
            frozenset(term.text for term in people),
            frozenset(term.text.rpartition(" ")[2] for term in terms if term.is_number),
            _TELLING_ASKS.intersection(analysed.asks),
            frozenset(place for term in terms for place in self._contrasts.places(term)),
            frozenset(filter(is_content, terms)) if text.isascii() else frozenset(),
        )


def alike(one: Sense, other: Sense) -> float:
    """How near two texts are in meaning (-1..1); -1 where something keeps them apart.

    They are the same from `SAME_FROM` on.
    """
    if one.people != other.people or one.numbers != other.numbers:
        return -1.0
    if one.asks and other.asks and one.asks.isdisjoint(other.asks):
        return -1.0
    if _exclude(one.places, other.places):
        return -1.0
    near = float(one.vector @ other.vector)
    return -1.0 if near < SWAPPED_FROM and _is_swapped(one.words, other.words) else near


def nearest(one: Sense, others: Sequence[Sense]) -> tuple[int, float] | None:
    """Which of `others` is nearest, and how near; None where there are none."""
    if not others:
        return None
    likeness = np.array([alike(one, other) for other in others])
    best = int(np.argmax(likeness))
    return best, float(likeness[best])


def _words_of(knowledge: Knowledge) -> tuple[object, ...]:
    """What texts are read by."""
    show = knowledge.show
    parts = (knowledge.people, knowledge.lexicon, knowledge.contrasts, knowledge.synonyms)
    return (*parts, show.title, show.names)


def _is_swapped(some: frozenset[Term], others: frozenset[Term]) -> bool:
    """Whether one telling word stands in place of another."""
    return len(some - others) == 1 and len(others - some) == 1


def _exclude(some: frozenset[Place], others: frozenset[Place]) -> bool:
    """Whether both stand in one group of words, and nowhere at the same place of it."""
    groups = {place.group for place in some} & {place.group for place in others}
    return any(
        {place for place in some if place.group == group}.isdisjoint(others) for group in groups
    )


def _as_typed(found: Sequence[str]) -> Sequence[Sequence[str]]:
    """Words without any correction: what is folded is often about what no fact has words for."""
    return [(word,) for word in found]
