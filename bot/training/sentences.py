"""Make `projection.npy`, `digests.npy` and `sentences.npy`: `python -m bot.training sentences`.

The projection is fitted once, on the shipped texts at that time: with another one, all that is kept
of former texts would mean something else. The vectors are made anew after any change to the facts;
a text without one costs the bot a millisecond at each start.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.knowledge.schema import Knowledge
from bot.matching.sentences import SIZE, Bytes, digests, packed, project
from bot.training.examples import labelled
from bot.training.projection import Vectors, fit_projection, texts_of
from bot.training.questions import Answerable
from bot.training.record import WEIGHTS
from bot.training.threads import one_thread

__all__ = ["make"]

_PROJECTION, _DIGESTS, _SENTENCES = (
    WEIGHTS.with_name(name) for name in ("projection.npy", "digests.npy", "sentences.npy")
)


def make(known: Knowledge, *, afresh: bool = False) -> int:
    """Write the vectors of all texts of `known`, by ascending digest; returns how many are new.

    `afresh` fits the projection anew, on `known` and the labelled questions.
    """
    texts = sorted(set(texts_of(known)))
    vectors = Vectors.of(texts if afresh else ())
    if afresh:
        asked = [q for q in labelled() if isinstance(q, Answerable)]
        with one_thread():
            projection = fit_projection(known, asked, vectors)
        _save(_PROJECTION, projection.astype(np.float16))
        rows, new = np.zeros((len(texts), SIZE), np.int8), [*range(len(texts))]
    else:
        rows, new = _former(texts)
    if new:
        whole = vectors([texts[number] for number in new])
        rows[new] = packed(project(whole, np.load(_PROJECTION).astype(np.float32)))
    keys = digests(texts)
    order = np.argsort(keys, kind="stable")
    _save(_DIGESTS, keys[order])
    _save(_SENTENCES, rows[order])
    return len(new)


def _former(texts: Sequence[str]) -> tuple[Bytes, list[int]]:
    """The rows that are there already, and the numbers of the texts that have none."""
    known = dict(zip(np.load(_DIGESTS).tolist(), np.load(_SENTENCES), strict=True))
    nothing = np.zeros(SIZE, np.int8)
    keys: list[int] = digests(texts).tolist()
    rows = np.array([known.get(key, nothing) for key in keys], dtype=np.int8)
    return rows, [number for number, key in enumerate(keys) if key not in known]


def _save(path: Path, values: NDArray[Any]) -> None:
    with path.open("wb") as file:
        np.save(file, values)
