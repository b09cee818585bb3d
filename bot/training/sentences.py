"""Make `projection.npy`, `digests.npy` and `sentences.npy`: `python -m bot.training sentences`.

The projection is made once, of the shipped texts at that time: with another one, all that is kept
of former texts would mean something else. The vectors are made anew after any change to the facts;
a text without one costs the bot a millisecond at each start.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.knowledge.schema import Knowledge
from bot.matching.meanings import sentences_of
from bot.matching.sentences import SIZE, Bytes, digests, load_model, packed
from bot.matching.sparse import Floats
from bot.matching.titles import Titles
from bot.training.record import WEIGHTS

__all__ = ["make"]

_BATCH = 256
_PROJECTION, _DIGESTS, _SENTENCES = (
    WEIGHTS.with_name(name) for name in ("projection.npy", "digests.npy", "sentences.npy")
)


def make(known: Knowledge, *, afresh: bool = False) -> int:
    """Write the vectors of all texts of `known`, by ascending digest; returns how many are new.

    `afresh` makes the projection anew: its principal components of the texts about nothing but
    zero, so that dot products of projected vectors are near those of the whole ones.
    """
    texts = sorted(set(_texts(known)))
    if afresh:
        _save(_PROJECTION, _components(_encoded(texts)))
        rows, new = np.zeros((len(texts), SIZE), np.int8), [*range(len(texts))]
    else:
        rows, new = _former(texts)
    if new:
        whole = _encoded(texts[number] for number in new)
        rows[new] = packed(whole @ np.load(_PROJECTION).astype(np.float32))
    keys = digests(texts)
    order = np.argsort(keys, kind="stable")
    _save(_DIGESTS, keys[order])
    _save(_SENTENCES, rows[order])
    return len(new)


def _components(whole: Floats) -> NDArray[np.float16]:
    _, axes = np.linalg.eigh((whole.T @ whole).astype(np.float64))
    return axes[:, ::-1][:, :SIZE].astype(np.float16)


def _former(texts: Sequence[str]) -> tuple[Bytes, list[int]]:
    """The rows that are there already, and the numbers of the texts that have none."""
    known = dict(zip(np.load(_DIGESTS).tolist(), np.load(_SENTENCES), strict=True))
    nothing = np.zeros(SIZE, np.int8)
    keys: list[int] = digests(texts).tolist()
    rows = np.array([known.get(key, nothing) for key in keys], dtype=np.int8)
    return rows, [number for number, key in enumerate(keys) if key not in known]


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


def _save(path: Path, values: NDArray[Any]) -> None:
    with path.open("wb") as file:
        np.save(file, values)
