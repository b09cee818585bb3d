"""The projection of sentence vectors: what asks for the same is brought together.

The encoder's own 512 numbers tell the form, the tone and the language of a text as well as what it
is about. The directions in which phrasings of one fact differ are made short (within-class
covariance normalisation, Hatch, Kajarekar and Stolcke 2006); from there on a linear map learns by
the softmax over all facts to set a phrasing, and a labelled question in any language, nearest to
its fact's question, to question and answer in one, and to the middle of its phrasings. Facts that
it never saw gain nearly as much as those that it learnt from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from bot.knowledge.schema import Knowledge
from bot.matching.meanings import sentences_of
from bot.matching.sentences import (
    SIZE,
    WHOLE,
    Bytes,
    Encoder,
    digests,
    encode,
    packed,
    project,
)
from bot.matching.sparse import Floats, Ints
from bot.matching.titles import Titles
from bot.training.adam import Adam, cosine
from bot.training.questions import Answerable

__all__ = ["ProjectedEncoder", "Vectors", "fit_projection", "texts_of"]

SEED = 20220129
STEPS = 900
BATCH = 256
RATE = 4e-4
SHARPNESS = 12.0
"""By which cosines are multiplied before the softmax."""
LABELLED_SHARE = 0.25
"""Share of a batch that are labelled questions: few, but in all the languages."""
SMOOTHED = 0.2
"""Part of the covariance that is taken for equal in all directions."""

_LITTLE = np.float32(1e-6)


@dataclass(frozen=True, slots=True, eq=False)
class Vectors:
    """The encoder's own vectors of many texts, and of any other on demand."""

    _keys: dict[int, int]
    _rows: Floats

    @classmethod
    def of(cls, texts: Iterable[str]) -> Vectors:
        """Encode `texts`, a millisecond each."""
        chosen = sorted(set(texts))
        keys: list[int] = digests(chosen).tolist()
        return cls({key: row for row, key in enumerate(keys)}, encode(chosen))

    def __call__(self, texts: Sequence[str]) -> Floats:
        """The vectors of `texts`, one a row."""
        keys: list[int] = digests(texts).tolist()
        rows = np.array([self._keys.get(key, -1) for key in keys], dtype=np.int32)
        found = self._rows[rows] if len(self._rows) else np.zeros((len(texts), WHOLE), np.float32)
        missing = np.flatnonzero(rows < 0)
        if len(missing):
            found[missing] = encode([texts[int(place)] for place in missing])
        return found


@dataclass(frozen=True, slots=True, eq=False)
class ProjectedEncoder(Encoder):
    """The encoder with a projection of its own."""

    _vectors: Vectors
    _projection: Floats

    def one(self, text: str) -> Floats:
        """The vector of a question."""
        return project(encode([text]), self._projection)[0]

    def many(self, texts: Sequence[str]) -> Bytes:
        """The vectors of texts of the knowledge."""
        return packed(project(self._vectors(texts), self._projection))


@dataclass(frozen=True, slots=True, eq=False)
class _Corpus:
    """What is learnt from; facts go by their number."""

    phrasings: Floats
    of_phrasings: Ints
    """By phrasing, its fact; ascending."""
    questions: Floats
    wholes: Floats
    centres: Floats
    labelled: Floats
    of_labelled: Ints


def texts_of(known: Knowledge) -> Iterator[str]:
    """All texts of facts, as they are encoded."""
    titles = Titles.build(known.show)
    for fact in known.facts.values():
        yield from sentences_of(fact, titles)


def fit_projection(known: Knowledge, asked: Iterable[Answerable], vectors: Vectors) -> Floats:
    """A projection of 512 numbers to `SIZE`, by the facts of `known` and labelled questions."""
    corpus = _corpus(known, asked, vectors)
    projection = _normalised(corpus)
    projection /= np.sqrt((projection**2).sum() / SIZE)
    rng = np.random.default_rng(SEED)
    targets = (corpus.questions, corpus.wholes, corpus.centres)
    adam = Adam(projection)
    for step in range(1, STEPS + 1):
        slope = _slope(projection, *_batch(corpus, rng), targets[step % len(targets)])
        move = adam.move(slope, step)
        projection = (projection - RATE * cosine(step, STEPS) * move).astype(np.float32)
    return projection


def _corpus(known: Knowledge, asked: Iterable[Answerable], vectors: Vectors) -> _Corpus:
    titles = Titles.build(known.show)
    texts = [[*sentences_of(fact, titles)] for fact in known.facts.values()]
    phrasings = vectors([text for one in texts for text in one[:-1]])
    owners = np.repeat(np.arange(len(texts), dtype=np.int32), [len(one) - 1 for one in texts])
    numbers = {fact_id: number for number, fact_id in enumerate(known.facts)}
    labelled = [
        (titles.without(q.text, typos=True), numbers[q.facts[0]])
        for q in asked
        if q.facts[0] in numbers
    ]
    sums = np.zeros((len(texts), phrasings.shape[1]), dtype=np.float32)
    np.add.at(sums, owners, phrasings)
    return _Corpus(
        phrasings=phrasings,
        of_phrasings=owners,
        questions=vectors([one[0] for one in texts]),
        wholes=vectors([one[-1] for one in texts]),
        centres=sums / np.bincount(owners)[:, None].astype(np.float32),
        labelled=vectors([text for text, _ in labelled]),
        of_labelled=np.array([number for _, number in labelled], dtype=np.int32),
    )


def _normalised(corpus: _Corpus) -> Floats:
    """Whitened by how the texts of one fact differ, then the main axes of what is left."""
    texts = np.concatenate([corpus.phrasings, corpus.wholes])
    owners = np.concatenate([corpus.of_phrasings, np.arange(len(corpus.wholes))])
    counts = np.bincount(owners)[owners].astype(np.float32)
    apart = (texts - corpus.centres[owners]) / np.sqrt(counts)[:, None]
    within = (apart.T @ apart).astype(np.float64)
    size = len(within)
    within = (1 - SMOOTHED) * within + SMOOTHED * np.trace(within) / size * np.eye(size)
    values, axes = np.linalg.eigh(within)
    whitening = axes / np.sqrt(values) @ axes.T
    white = texts @ whitening
    _, main = np.linalg.eigh(white.T @ white)
    return (whitening @ main[:, ::-1][:, :SIZE]).astype(np.float32)


def _batch(corpus: _Corpus, rng: np.random.Generator) -> tuple[Floats, Ints]:
    """Texts and their facts: of each fact as many, however many phrasings it has."""
    labelled = int(BATCH * LABELLED_SHARE) if len(corpus.labelled) else 0
    facts = rng.integers(len(corpus.questions), size=BATCH - labelled)
    first = np.searchsorted(corpus.of_phrasings, facts)
    after = np.searchsorted(corpus.of_phrasings, facts, side="right")
    phrasings = first + (rng.random(len(facts)) * (after - first)).astype(np.int64)
    chosen = rng.integers(max(len(corpus.labelled), 1), size=labelled)
    return (
        np.concatenate([corpus.phrasings[phrasings], corpus.labelled[chosen]]),
        np.concatenate([facts, corpus.of_labelled[chosen]]).astype(np.int32),
    )


def _slope(projection: Floats, asked: Floats, facts: Ints, targets: Floats) -> Floats:
    """The slope of the log loss of the softmax over the cosines with all `targets`."""
    near, near_length = _unit(asked @ projection)
    goal, goal_length = _unit(targets @ projection)
    scores = SHARPNESS * near @ goal.T
    odds = np.exp(scores - scores.max(axis=1, keepdims=True))
    odds /= odds.sum(axis=1, keepdims=True)
    odds[np.arange(len(facts)), facts] -= 1
    odds *= SHARPNESS / len(facts)
    of_asked = asked.T @ _back(odds @ goal, near, near_length)
    of_targets = targets.T @ _back(odds.T @ near, goal, goal_length)
    return (of_asked + of_targets).astype(np.float32)


def _unit(rows: Floats) -> tuple[Floats, Floats]:
    """Rows of length 1, and how long they were."""
    lengths = np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), _LITTLE)
    return rows / lengths, lengths


def _back(slope: Floats, rows: Floats, lengths: Floats) -> Floats:
    """The slope before rows were made unit."""
    return (slope - rows * (slope * rows).sum(axis=1, keepdims=True)) / lengths
