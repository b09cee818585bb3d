"""What the ranking learns from: questions beside their candidates, with the right ones marked.

Phrasings of the shipped facts are held out in five folds: in each, a part of a fifth of them is
asked of an index without that fifth, in which some or all facts keep but a handful of phrasings or
their question alone, as a moderator's new ones have, and a fifth of all facts is left out whole, so
that their phrasings must go unanswered. The labelled questions are asked of the full index, of
those where their facts are thin, and now and then of one without the sentence encoder. Nothing is
asked where the projection of sentences was fitted on it. The same knowledge, in whatever order it
stands in the files, gives the same examples.
"""

from __future__ import annotations

import random
from collections.abc import Collection, Container, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from bot.knowledge.reader import read_folder
from bot.knowledge.schema import Fact, Knowledge
from bot.matching.features import Comparison
from bot.matching.matcher import Matcher
from bot.matching.sentences import Encoder
from bot.matching.titles import Titles
from bot.training.projection import ProjectedEncoder, Vectors, fit_projection, texts_of
from bot.training.questions import FITTING, Answerable, Unanswerable, read_questions
from bot.training.threads import one_thread

Labelled = Answerable | Unanswerable

__all__ = [
    "FACTS",
    "FOLDS",
    "SEED",
    "Encoders",
    "Example",
    "Examples",
    "ask",
    "gather",
    "knowledge",
    "labelled",
    "of_fold",
    "of_questions",
    "of_questions_by_words",
    "with_slips",
]

FACTS = Path(__file__).resolve().parents[2] / "facts"
"""The knowledge of this checkout, which the shipped weights are fitted on."""

SEED = 20220128

FOLDS = 5

HALVES = 2
"""Parts of the labelled questions, each asked with an encoder that is fitted on the other."""

THINNED = (0.25, 0.4, 0.7, 1.0, 1.0)
"""By fold, the share of facts that keep only a few of their phrasings: a new fact must be found
among well-known ones, and in a community's own knowledge all are new."""

KEPT = (0, 0, 0, 0, 1, 2, 2, 3, 4, 4, 4, 6, 8, 12)
"""How many phrasings these may keep beside their question, each as often as it stands here."""

ASKED_SHARE = {True: 0.45, False: 0.12}
"""Share of the phrasings held out that are asked, of thin facts and of others: the rest takes long
and tells little new."""

WORDS_SHARE = 0.1
"""Share of the labelled questions that are asked without the sentence encoder too."""

THIN_WEIGHT = 0.5
"""What such a question counts there, next to the full index."""

TYPO_SHARE = 0.2
"""Share of held-out phrasings that are asked with a few typing slips."""

LEFT_OUT_SHARE = 0.08
"""Share of the phrasings of a fact left out that are asked beside those of the fold."""


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """A question beside its candidates, and which of them are right (perhaps none)."""

    kind: str
    """Of a labelled question its kind, or "answerable"; else "phrasing" or "left out"."""
    asked: str
    comparison: Comparison
    right: NDArray[np.bool_]
    weight: float = 1.0
    """What it counts among those of its kind."""


@dataclass(frozen=True, slots=True, eq=False)
class Examples:
    """All that there is to learn from."""

    held_out: tuple[Example, ...]
    labelled: tuple[Example, ...]
    """Of the full index."""
    thin: tuple[Example, ...]
    """The same questions, of an index in which most facts have few phrasings."""
    words: tuple[Example, ...]
    """Some of them, without the sentence encoder."""

    @property
    def all(self) -> tuple[Example, ...]:
        """Every example."""
        return (*self.held_out, *self.labelled, *self.thin, *self.words)


@cache
def knowledge() -> Knowledge:
    """The shipped knowledge, its facts in the order of their ids.

    Raises SystemExit, with all errors, where the files cannot be read.
    """
    reading = read_folder(FACTS)
    if reading.knowledge is None:
        raise SystemExit("\n".join(map(str, reading.errors)))
    facts = dict(sorted(reading.knowledge.facts.items()))
    return reading.knowledge.model_copy(update={"facts": facts})


def gather() -> Examples:
    """Examples of the held-out phrasings and of the labelled questions."""
    asked = labelled()
    encoders = Encoders.of(knowledge(), asked)
    with ProcessPoolExecutor(initializer=one_thread) as pool:
        folds = pool.map(partial(of_fold, knowledge(), asked, encoders), range(FOLDS))
        halves = pool.map(partial(of_questions, knowledge(), asked, encoders), range(HALVES))
        words = pool.submit(of_questions_by_words, knowledge(), asked)
        parts = [*folds]
        return Examples(
            held_out=tuple(example for held_out, _ in parts for example in held_out),
            labelled=tuple(example for half in halves for example in half),
            thin=tuple(example for _, thin in parts for example in thin),
            words=tuple(words.result()),
        )


def labelled() -> list[Labelled]:
    """All labelled questions that may be fitted on."""
    sets = map(read_questions, FITTING)
    return [q for questions in sets for q in (*questions.answerable, *questions.unanswerable)]


class MakesEncoders(Protocol):
    """Makes the encoders with which examples are gathered."""

    def __call__(self, known: Knowledge, asked: Iterable[Labelled]) -> Encoder:
        """One that is fitted on these and nothing else."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Encoders:
    """Fits an encoder's projection for each part of the examples."""

    _vectors: Vectors

    @classmethod
    def of(cls, known: Knowledge, asked: Iterable[Labelled]) -> Encoders:
        """Encode all texts once for all fits."""
        titles = Titles.build(known.show)
        questions = (titles.without(q.text, typos=True) for q in asked)
        return cls(Vectors.of((*texts_of(known), *questions)))

    def __call__(self, known: Knowledge, asked: Iterable[Labelled]) -> ProjectedEncoder:
        """An encoder with a projection that is fitted on these."""
        answerable = [q for q in asked if isinstance(q, Answerable)]
        projection = fit_projection(known, answerable, self._vectors)
        return ProjectedEncoder(self._vectors, projection)


def ask(
    matcher: Matcher, question: str, right: Collection[str], kind: str, weight: float = 1.0
) -> Example | None:
    """Ask `question`; None when it has no candidates at all, which teaches nothing."""
    compared = matcher.compared(question)
    if compared is None:
        return None
    facts, comparison = compared
    marked = np.array([fact.id in right for fact in facts])
    return Example(kind, question, comparison, marked, weight)


def of_questions(
    known: Knowledge, asked: Sequence[Labelled], encoders: MakesEncoders, half: int
) -> list[Example]:
    """Examples of every other labelled question, asked of all that is known.

    The encoder is fitted on the others (`half` is 0 or 1).
    """
    encoder = encoders(known, [q for n, q in enumerate(asked) if n % HALVES != half])
    matcher = Matcher.build(known, encoder)
    return _there(
        _ask_labelled(matcher, q, known.facts.keys())
        for n, q in enumerate(asked)
        if n % HALVES == half
    )


def of_questions_by_words(known: Knowledge, asked: Sequence[Labelled]) -> list[Example]:
    """Examples of a share of the labelled questions, drawn at random, without an encoder."""
    rng = random.Random(SEED)
    matcher = Matcher.build(known, None)
    return _there(
        _ask_labelled(matcher, q, known.facts.keys()) for q in asked if rng.random() < WORDS_SHARE
    )


def _ask_labelled(
    matcher: Matcher, q: Labelled, there: Container[str], weight: float = 1.0
) -> Example | None:
    """Ask a labelled question; one whose facts are all left out has no right answer."""
    if isinstance(q, Unanswerable):
        return ask(matcher, q.text, (), q.kind, weight)
    right = [fact for fact in q.facts if fact in there]
    return ask(matcher, q.text, right, "answerable" if right else "left out", weight)


def of_fold(
    known: Knowledge, asked: Sequence[Labelled], encoders: MakesEncoders, fold: int
) -> tuple[list[Example], list[Example]]:
    """Examples of `fold` (0 to `FOLDS` - 1): of the phrasings held out, and of labelled questions.

    Both are asked of the fold's thin index; the encoder is fitted on that and on other questions.
    """
    facts = list(known.facts.values())
    rng = random.Random(SEED)
    fold_of = {fact.id: _folds_of_phrasings(fact, rng) for fact in facts}
    gone = {fact.id for fact in facts if rng.randrange(FOLDS) == fold}
    rng = random.Random(SEED + 1 + fold)
    thin = {fact.id for fact in facts if rng.random() < THINNED[fold]}
    kept = {
        fact.id: _thinned(whole, rng) if fact.id in thin else whole
        for fact in facts
        if fact.id not in gone
        for whole in [_without(fact, fold_of[fact.id], fold)]
    }
    thinned = known.model_copy(update={"facts": kept})
    unseen = {fold, (fold + 1) % FOLDS}
    encoder = encoders(thinned, [q for n, q in enumerate(asked) if n % FOLDS not in unseen])
    matcher = Matcher.build(thinned, encoder)
    examples: list[Example | None] = []
    for fact in facts:
        right = () if fact.id in gone else (fact.id,)
        for text, its_fold in zip(fact.phrasings, fold_of[fact.id], strict=True):
            share = ASKED_SHARE[fact.id in thin] if its_fold == fold else 0
            if rng.random() < (share if right else LEFT_OUT_SHARE):
                typed = with_slips(text, rng) if rng.random() < TYPO_SHARE else text
                examples.append(ask(matcher, typed, right, "phrasing" if right else "left out"))
    harder = [
        _ask_labelled(matcher, q, kept.keys(), THIN_WEIGHT)
        for number, q in enumerate(asked)
        if (
            number % FOLDS == fold
            if isinstance(q, Unanswerable)
            else number % FOLDS in unseen
            and (thin.intersection(q.facts) or gone.issuperset(q.facts))
        )
    ]
    return _there(examples), _there(harder)


def _there(examples: Iterable[Example | None]) -> list[Example]:
    return [one for one in examples if one is not None]


def _folds_of_phrasings(fact: Fact, rng: random.Random) -> list[int]:
    folds = [n % FOLDS for n in range(len(fact.phrasings))]
    rng.shuffle(folds)
    return folds


def _without(fact: Fact, folds: list[int], fold: int) -> Fact:
    """`fact` without its phrasings in `fold`; with its question alone, if that leaves none."""
    pairs = zip(fact.phrasings, folds, strict=True)
    return _phrased(fact, [text for text, its_fold in pairs if its_fold != fold] or [fact.question])


def _thinned(fact: Fact, rng: random.Random) -> Fact:
    """`fact` with a few phrasings only, as a moderator's new ones have."""
    first, *rest = fact.phrasings
    return _phrased(fact, [first, *rng.sample(rest, min(len(rest), rng.choice(KEPT)))])


def _phrased(fact: Fact, phrasings: list[str]) -> Fact:
    """`fact` with these phrasings and no other."""
    return fact.model_copy(
        update={"question": phrasings[0], "aliases": tuple(phrasings[1:]), "further": ()}
    )


def with_slips(text: str, rng: random.Random) -> str:
    """`text` with one to three letters dropped, swapped, doubled or replaced, in longer words."""
    found = text.split()
    for _ in range(rng.choice((1, 2, 2, 3))):
        place = rng.randrange(len(found))
        word = found[place]
        if len(word) > 3:
            at = rng.randrange(1, len(word) - 1)
            found[place] = rng.choice(
                (
                    word[:at] + word[at + 1 :],
                    word[:at] + word[at + 1] + word[at] + word[at + 2 :],
                    word[:at] + word[at] + word[at:],
                    word[:at] + rng.choice("abcdefghiklmnoprstuvwy") + word[at + 1 :],
                )
            )
    return " ".join(found)
