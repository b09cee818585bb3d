"""The network of `bot.matching.ranker` while it learns: batches, the loss, and its slopes.

It computes with the ranker's own `forward`; here is only the way back, by hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from bot.matching.embeddings import DIMENSIONS
from bot.matching.features import FEATURES, MATCH_FEATURES, TERM_FEATURES
from bot.matching.ranker import WORD, Inputs, Standard, Weights, forward
from bot.matching.retrieval import Channel
from bot.training.examples import Example

__all__ = ["NAMES", "Batch", "initial", "loss_and_slopes", "pack"]

SENSES = 8
WORD_HIDDEN = 24
HIDDEN = 48

MOST_TERMS = 12
"""Terms of a question that are learnt from."""

MOST_CANDIDATES = 14
"""Candidates that are learnt from: the right ones, and those that most channels place high. The
others are far behind, and would only take time."""

WEIGHT_OF = {
    "phrasing": 0.5, "left out": 0.2, "answerable": 6.0,
    "near-miss": 5.0, "on-topic": 5.0, "other-show": 5.0, "off-topic": 8.0,
    "talk": 5.0,
}  # fmt: skip
"""What an example counts: labelled questions are few, and are what people really ask."""

NAMES = tuple(field.name for field in fields(Weights))

Array = NDArray[np.float32]

_NEVER = np.float32(-1e9)


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Examples as arrays, padded to the same number of candidates and of terms."""

    inputs: Inputs
    there: NDArray[np.bool_]
    """By example and candidate: whether it is one, or padding."""
    right: NDArray[np.bool_]
    weight: Array

    def __len__(self) -> int:
        return len(self.weight)

    def rows(self, rows: NDArray[np.int64]) -> Batch:
        """Some of the examples."""
        parts = (getattr(self.inputs, field.name)[rows] for field in fields(Inputs))
        return Batch(Inputs(*parts), self.there[rows], self.right[rows], self.weight[rows])


def pack(examples: Sequence[Example], standard: Standard) -> Batch:
    """All examples as arrays; of a very long question the terms that tell most."""
    count, size, kinds = len(examples), len(FEATURES), len(MATCH_FEATURES)
    inputs = Inputs(
        np.zeros((count, MOST_CANDIDATES, 2 * size), dtype=np.float32),
        np.zeros((count, MOST_CANDIDATES, MOST_TERMS, 2 * kinds), dtype=np.float32),
        np.zeros((count, MOST_TERMS, len(TERM_FEATURES)), dtype=np.float32),
        np.zeros((count, MOST_TERMS, DIMENSIONS), dtype=np.float32),
        np.zeros((count, MOST_TERMS), dtype=np.float32),
    )
    there = np.zeros((count, MOST_CANDIDATES), dtype=bool)
    right = np.zeros((count, MOST_CANDIDATES), dtype=bool)
    for row, example in enumerate(examples):
        one, chosen = standard.inputs(example.comparison), _chosen(example)
        found = len(chosen)
        kept = np.sort(np.argsort(-one.terms[:, 0], kind="stable")[:MOST_TERMS])
        inputs.facts[row, :found] = one.facts[chosen]
        inputs.matches[row, :found, : len(kept)] = one.matches[np.ix_(chosen, kept)]
        inputs.terms[row, : len(kept)] = one.terms[kept]
        inputs.vectors[row, : len(kept)] = one.vectors[kept]
        inputs.is_term[row, : len(kept)] = 1
        there[row, :found] = True
        right[row, :found] = example.right[chosen]
    weight = np.array([WEIGHT_OF[one.kind] * one.weight for one in examples], dtype=np.float32)
    return Batch(inputs, there, right, weight)


def _chosen(example: Example) -> NDArray[np.int64]:
    """Places of the candidates that are learnt from, ascending."""
    ranks = [example.comparison.feature(f"{channel.name.lower()}_rank") for channel in Channel]
    worth = np.sum(ranks, axis=0) + 100 * example.right
    return np.sort(np.argsort(-worth, kind="stable")[:MOST_CANDIDATES])


def initial(rng: np.random.Generator) -> Weights:
    """Weights to begin with: small where much comes together, and no direct way to the score."""
    facts, matches, terms = 2 * len(FEATURES), 2 * len(MATCH_FEATURES), len(TERM_FEATURES)

    def drawn(rows: int, columns: int, summed: int) -> Array:
        return rng.normal(0, summed**-0.5, (rows, columns)).astype(np.float32)

    def zeros(size: int) -> Array:
        return np.zeros(size, dtype=np.float32)

    return Weights(
        sense=drawn(DIMENSIONS, SENSES, DIMENSIONS),
        sense_bias=zeros(SENSES),
        word_sense=drawn(SENSES, WORD_HIDDEN, matches + terms + SENSES),
        word_kind=drawn(terms, WORD_HIDDEN, matches + terms + SENSES),
        word_found=drawn(matches, WORD_HIDDEN, matches + terms + SENSES),
        word_bias=zeros(WORD_HIDDEN),
        hidden_fact=drawn(facts, HIDDEN, facts + WORD_HIDDEN),
        hidden_words=drawn(WORD_HIDDEN, HIDDEN, facts + WORD_HIDDEN),
        hidden_bias=zeros(HIDDEN),
        score_hidden=drawn(1, HIDDEN, HIDDEN)[0],
        score_fact=zeros(facts),
        score_words=zeros(WORD_HIDDEN),
        score_bias=zeros(1),
    )


def loss_and_slopes(weights: Weights, batch: Batch) -> tuple[float, Weights]:
    """The weighted log loss on `batch`, and its slope by each weight."""
    w, x = weights, batch.inputs
    made = forward(w, x)
    loss, slope = _listwise(made.scores, batch)
    d_hidden = slope[..., None] * w.score_hidden * (1 - made.hidden**2)
    d_words = d_hidden @ w.hidden_words.T + slope[..., None] * w.score_words
    d_seen = np.multiply(d_words, WORD)[:, :, None] * (1 - made.seen**2)
    d_seen *= x.is_term[:, None, :, None]
    d_kinds = d_seen.sum(axis=1)
    d_sense = d_kinds @ w.word_sense.T * (1 - made.sense**2)
    return loss, Weights(
        sense=_flat(x.vectors).T @ _flat(d_sense),
        sense_bias=d_sense.sum(axis=(0, 1)),
        word_sense=_flat(made.sense).T @ _flat(d_kinds),
        word_kind=_flat(x.terms).T @ _flat(d_kinds),
        word_found=_flat(x.matches).T @ _flat(d_seen),
        word_bias=d_kinds.sum(axis=(0, 1)),
        hidden_fact=_flat(x.facts).T @ _flat(d_hidden),
        hidden_words=_flat(made.words).T @ _flat(d_hidden),
        hidden_bias=d_hidden.sum(axis=(0, 1)),
        score_hidden=slope.ravel() @ _flat(made.hidden),
        score_fact=slope.ravel() @ _flat(x.facts),
        score_words=slope.ravel() @ _flat(made.words),
        score_bias=slope.sum(keepdims=True).ravel(),
    )


def _listwise(scores: Array, batch: Batch) -> tuple[float, Array]:
    """The log loss over candidates and "none of these", and its slope by each score."""
    nothing = np.zeros_like(scores[:, :1])
    logits = np.concatenate([nothing, np.where(batch.there, scores, _NEVER)], axis=1)
    wanted = np.concatenate([~batch.right.any(axis=1, keepdims=True), batch.right], axis=1)
    odds = _softmax(logits)
    among = _softmax(np.where(wanted, logits, _NEVER))
    share = batch.weight / batch.weight.sum()
    loss = -float(share @ np.log((odds * wanted).sum(axis=1)))
    return loss, (odds - among)[:, 1:] * share[:, None]


def _softmax(logits: Array) -> Array:
    odds = np.exp(logits - logits.max(axis=1, keepdims=True))
    return odds / odds.sum(axis=1, keepdims=True)


def _flat(values: Array) -> Array:
    """All rows one below the other."""
    return values.reshape(-1, values.shape[-1])
