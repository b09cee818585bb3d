"""Make `projection.npy`, `digests.npy` and `sentences.npy`: `python -m bot.training sentences`.

The projection is made once, of the shipped texts at that time: with another one, all that is kept
of former texts would mean something else. The vectors are made anew after any change to the facts;
a text without one costs the bot a millisecond at each start.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

from bot.knowledge.schema import Knowledge
from bot.matching.meanings import sentences_of
from bot.matching.sentences import SIZE, digests, load_model, packed
from bot.matching.sparse import Floats
from bot.matching.titles import Titles
from bot.training.record import WEIGHTS

__all__ = ["make"]

_BATCH = 256
_PROJECTION, _DIGESTS, _SENTENCES = (
    WEIGHTS.with_name(name) for name in ("projection.npy", "digests.npy", "sentences.npy")
)


def make(known: Knowledge, *, afresh: bool = False) -> int:
    """Write the vectors of all texts of `known`, by ascending digest; returns how many they are.

    `afresh` makes the projection anew: the principal components of the texts about nothing but
    zero, so that dot products of projected vectors are near those of the whole ones.
    """
    texts = sorted(set(_texts(known)))
    whole = _encoded(texts)
    if afresh:
        _, axes = np.linalg.eigh((whole.T @ whole).astype(np.float64))
        _save(_PROJECTION, axes[:, ::-1][:, :SIZE].astype(np.float16))
    keys = digests(texts)
    order = np.argsort(keys, kind="stable")
    _save(_DIGESTS, keys[order])
    _save(_SENTENCES, packed(whole @ np.load(_PROJECTION).astype(np.float32))[order])
    return len(texts)


def _texts(known: Knowledge) -> Iterator[str]:
    titles = Titles.build(known.show)
    for fact in known.facts.values():
        yield from sentences_of(fact, titles)


def _encoded(texts: Iterable[str]) -> Floats:
    chosen = [*texts]
    model = load_model()
    return np.concatenate(
        [model.encode(chosen[n : n + _BATCH]) for n in range(0, len(chosen), _BATCH)]
    )


def _save(path: Path, values: np.ndarray) -> None:
    with path.open("wb") as file:
        np.save(file, values)
