"""What the ranking learns from: questions beside their candidates, with the right ones marked.

Two kinds of examples teach it. Phrasings of the shipped facts are held out in five folds: in each,
a fifth of all phrasings is asked of an index without them, and a fifth of all facts is left out
whole, so that their phrasings must go unanswered. And the labelled questions are asked of the full
index. The same knowledge, in whatever order it stands in the files, gives the same examples.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.knowledge.reader import read_folder
from bot.knowledge.schema import Fact, Knowledge
from bot.matching.features import Comparison
from bot.matching.matcher import Matcher
from bot.training.questions import FITTING, Answerable, Questions, Unanswerable, read_questions
from bot.training.threads import one_thread

__all__ = [
    "FACTS",
    "FOLDS",
    "SEED",
    "Example",
    "Examples",
    "ask",
    "gather",
    "knowledge",
    "of_fold",
    "of_questions",
]

FACTS = Path(__file__).resolve().parents[2] / "facts"
"""The knowledge of this checkout, which the shipped weights are fitted on."""

SEED = 20220128

FOLDS = 5

THINNED = 0.3
"""Share of facts that keep only a few of their phrasings in a fold."""

TYPO_SHARE = 0.2
"""Share of held-out phrasings that are asked with a few typing slips."""

LEFT_OUT_SHARE = 0.25
"""Share of the phrasings of a fact left out that are asked beside those of the fold."""


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """A question beside its candidates, and which of them are right (perhaps none)."""

    kind: str
    """Of a labelled question its kind, or "answerable"; else "phrasing" or "left out"."""
    comparison: Comparison
    right: NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Examples:
    """All that there is to learn from."""

    held_out: tuple[Example, ...]
    labelled: tuple[Example, ...]


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
    with ProcessPoolExecutor(initializer=one_thread) as pool:
        folds = pool.map(partial(of_fold, knowledge()), range(FOLDS))
        labelled = pool.map(partial(of_questions, knowledge()), map(read_questions, FITTING))
        return Examples(_in_a_row(folds), _in_a_row(labelled))


def _in_a_row(parts: Iterable[list[Example]]) -> tuple[Example, ...]:
    return tuple(example for part in parts for example in part)


def ask(matcher: Matcher, question: str, right: tuple[str, ...], kind: str) -> Example | None:
    """Ask `question`; None when it has no candidates at all, which teaches nothing."""
    compared = matcher.compared(question)
    if compared is None:
        return None
    facts, comparison = compared
    return Example(kind, comparison, np.array([fact.id in right for fact in facts]))


def of_questions(known: Knowledge, questions: Questions) -> list[Example]:
    """Examples of labelled questions, asked of all that is known."""
    matcher = Matcher.build(known)
    asked: list[Answerable | Unanswerable] = [*questions.answerable, *questions.unanswerable]
    examples = [
        ask(matcher, q.text, q.facts, "answerable")
        if isinstance(q, Answerable)
        else ask(matcher, q.text, (), q.kind)
        for q in asked
    ]
    return [one for one in examples if one is not None]


def of_fold(known: Knowledge, fold: int) -> list[Example]:
    """Examples of the phrasings that are held out in `fold` (0 to `FOLDS` - 1)."""
    facts = list(known.facts.values())
    rng = random.Random(SEED)
    fold_of = {fact.id: _folds_of_phrasings(fact, rng) for fact in facts}
    gone = {fact.id for fact in facts if rng.randrange(FOLDS) == fold}
    kept = {
        fact.id: _thinned(_without(fact, fold_of[fact.id], fold), rng)
        for fact in facts
        if fact.id not in gone
    }
    matcher = Matcher.build(known.model_copy(update={"facts": kept}))
    examples: list[Example | None] = []
    for fact in facts:
        right = () if fact.id in gone else (fact.id,)
        for text, its_fold in zip(fact.phrasings, fold_of[fact.id], strict=True):
            if its_fold == fold or (fact.id in gone and rng.random() < LEFT_OUT_SHARE):
                asked = _with_slips(text, rng) if rng.random() < TYPO_SHARE else text
                examples.append(ask(matcher, asked, right, "phrasing" if right else "left out"))
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
    """`fact`, now and then with a few phrasings only, as a moderator's new ones have."""
    if rng.random() >= THINNED:
        return fact
    first, *rest = fact.phrasings
    return _phrased(fact, [first, *rng.sample(rest, min(len(rest), rng.randint(2, 11)))])


def _phrased(fact: Fact, phrasings: list[str]) -> Fact:
    """`fact` with these phrasings and no other."""
    return fact.model_copy(
        update={"question": phrasings[0], "aliases": tuple(phrasings[1:]), "further": ()}
    )


def _with_slips(text: str, rng: random.Random) -> str:
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
