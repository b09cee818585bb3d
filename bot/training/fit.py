"""Fitting: Adam on the listwise log loss, several networks, folded into one.

Deterministic for the same examples: seeded, and each network computes in one thread.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import numpy as np
from numpy.typing import NDArray

from bot.matching.features import INPUTS
from bot.matching.ranker import Standard, Weights
from bot.training.adam import Adam, cosine
from bot.training.examples import SEED, Example
from bot.training.network import NAMES, Array, Batch, initial, loss_and_slopes, pack
from bot.training.threads import one_thread

__all__ = ["NETWORKS", "fit", "fold", "standardise", "train", "written"]

NETWORKS = 4
EPOCHS = 12
BATCH = 256
RATE = 8e-3
DECAY = 1e-2

_OWN = frozenset({"word_sense", "hidden_words"})
"""Matrices that look at what the network itself has made."""

_MIXED = frozenset({"score_fact", "score_bias"})
"""Weights that go from what all networks share to what they all add to."""

_SHARED = frozenset({"score_hidden", "score_words"})
"""Weights that go from what each has made to what they all add to."""


def fit(
    examples: Sequence[Example], *, networks: int = NETWORKS, epochs: int = EPOCHS
) -> dict[str, object]:
    """Standardise, train the networks, fold them: what `ranking.json` holds."""
    standard = standardise(examples)
    batch = pack(examples, standard)
    seeds = range(SEED, SEED + networks)
    with one_thread(), ThreadPoolExecutor() as pool:  # numpy frees the interpreter
        whole = fold(list(pool.map(partial(train, batch, epochs=epochs), seeds)))
    return written(standard, whole)


def written(standard: Standard, weights: Weights) -> dict[str, object]:
    """What `as_ranker` reads: the names of all that goes in, and the numbers."""
    numbers = {"mean": standard.mean, "scale": standard.scale}
    numbers |= {name: getattr(weights, name) for name in NAMES}
    return {"inputs": [*INPUTS], **{name: _short(values) for name, values in numbers.items()}}


def standardise(examples: Sequence[Example]) -> Standard:
    """Mean and spread of each feature over all candidates of all examples."""
    cells = np.concatenate([one.comparison.features.T for one in examples]).astype(np.float64)
    mean, scale = cells.mean(axis=0), 1 / (cells.std(axis=0) + 1e-3)
    return Standard(mean.astype(np.float32), scale.astype(np.float32))


def train(batch: Batch, seed: int, *, epochs: int = EPOCHS) -> Weights:
    """Fit one network with Adam, decoupled weight decay, cosine rate."""
    rng = np.random.default_rng(seed)
    weights = initial(rng)
    adam = {name: Adam(getattr(weights, name)) for name in NAMES}
    steps = epochs * -(-len(batch) // BATCH)
    for step, rows in enumerate(_shuffled(len(batch), epochs, rng), start=1):
        rate = RATE * cosine(step, steps)
        _, slopes = loss_and_slopes(weights, batch.rows(rows))
        moved: dict[str, Array] = {}
        for name in NAMES:
            slope, weight = getattr(slopes, name), getattr(weights, name)
            move = adam[name].move(slope, step)
            moved[name] = (weight - rate * (move + DECAY * weight)).astype(np.float32)
        weights = Weights(**moved)
    return weights


def _shuffled(count: int, epochs: int, rng: np.random.Generator) -> Iterator[NDArray[np.int64]]:
    for _ in range(epochs):
        order = rng.permutation(count)
        for start in range(0, count, BATCH):
            yield order[start : start + BATCH]


def fold(networks: Sequence[Weights]) -> Weights:
    """Several networks side by side as one wider one, whose scores are the mean of theirs."""
    folded: dict[str, Array] = {}
    for name in NAMES:
        each: list[Array] = [getattr(network, name) for network in networks]
        if name in _OWN:
            folded[name] = _apart(each)
        elif name in _MIXED:
            folded[name] = np.mean(each, axis=0)
        else:
            wide = np.concatenate(each, axis=-1)
            folded[name] = wide / np.float32(len(each)) if name in _SHARED else wide
    return Weights(**folded)


def _apart(blocks: Sequence[Array]) -> Array:
    """Each network's own matrix on the diagonal: none looks at what another has made."""
    rows, columns = blocks[0].shape
    whole = np.zeros((rows * len(blocks), columns * len(blocks)), dtype=np.float32)
    for n, block in enumerate(blocks):
        whole[rows * n : rows * (n + 1), columns * n : columns * (n + 1)] = block
    return whole


def _short(values: Array) -> list[object]:
    """Numbers of five digits, in lists as deep as the array."""
    return [_short(row) if row.ndim else float(f"{row:.5g}") for row in values]
