"""The projection of sentence vectors, on vectors made by hand."""

from __future__ import annotations

import numpy as np
import pytest

from bot.knowledge.schema import Knowledge
from bot.matching.meanings import sentences_of
from bot.matching.sentences import SIZE, digests
from bot.matching.sparse import Floats, unit
from bot.matching.titles import Titles
from bot.training import projection
from bot.training.projection import Vectors, fit_projection
from bot.training.questions import Answerable
from tests.matching.small import read_small


@pytest.fixture(scope="module")
def small() -> Knowledge:
    return read_small()


def made(known: Knowledge, labelled: tuple[Answerable, ...]) -> Vectors:
    """What a fact is about in the first 256 numbers, and much louder noise in the others."""
    rng = np.random.default_rng(1)
    titles = Titles.build(known.show)
    texts: list[str] = []
    rows: list[Floats] = []
    of_fact = {key: rng.normal(size=256) for key in known.facts}
    pairs = [(t, key) for key, fact in known.facts.items() for t in sentences_of(fact, titles)]
    for text, key in (*pairs, *((q.text, q.facts[0]) for q in labelled)):
        texts.append(text)
        noise = 3 * rng.normal(size=256)
        rows.append(np.concatenate([of_fact[key], noise]).astype(np.float32))
    keys: list[int] = digests(texts).tolist()
    return Vectors({key: row for row, key in enumerate(keys)}, unit(np.array(rows)))


def test_what_asks_for_the_same_comes_together(
    small: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(projection, "STEPS", 60)
    ids = [*small.facts]
    asked = tuple(Answerable(f"asked {n}", "real", (ids[n],)) for n in range(len(ids)))
    vectors = made(small, asked)
    fitted = fit_projection(small, asked[1::2], vectors)
    assert fitted.shape == (512, SIZE)
    questions = vectors([fact.question for fact in small.facts.values()])
    unseen = vectors([q.text for q in asked[::2]])

    def found(rows: Floats, others: Floats) -> int:
        best = (unit(rows) @ unit(others).T).argmax(axis=1)
        return int(np.sum(best == np.arange(0, len(ids), 2)))

    assert found(unseen @ fitted, questions @ fitted) > found(unseen, questions)


def test_the_same_texts_give_the_same_projection(
    small: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(projection, "STEPS", 5)
    vectors = made(small, ())
    assert np.array_equal(fit_projection(small, (), vectors), fit_projection(small, (), vectors))
