"""The fitting of the ranking: its slopes are right, and what it writes is what the bot computes."""

from __future__ import annotations

import numpy as np
import pytest

from bot.knowledge.schema import Knowledge
from bot.matching.matcher import Matcher
from bot.matching.ranker import as_ranker
from tests.benchmarks import fit
from tests.matching.small import read_small

QUESTIONS = {
    "how often did they film it": ("takes",),
    "who directed episode 3": ("directed-3",),
    "who directed episode 8": (),
    "park jihu birthday": ("birthday-ji-hu",),
    "colour of the school's roof": (),
}


@pytest.fixture(scope="module")
def small() -> Knowledge:
    return read_small()


@pytest.fixture(scope="module")
def examples(small: Knowledge) -> list[fit.Example]:
    matcher = Matcher.build(small)
    made = [
        fit.example(matcher, text, right, "answerable" if right else "near-miss")
        for text, right in QUESTIONS.items()
    ]
    return [one for one in made if one is not None]


def packed(examples: list[fit.Example]) -> fit.Packed:
    size = len(examples[0].comparison.features)
    return fit.pack(examples, np.zeros(size, np.float32), np.ones(size, np.float32))


def test_slopes_are_those_of_the_loss(examples: list[fit.Example]) -> None:
    batch = packed(examples)
    network = fit.Network(np.random.default_rng(1))
    _, slopes = network.step(batch)
    rng = np.random.default_rng(2)
    assert slopes.keys() == network.weights.keys()
    for name, slope in slopes.items():
        assert slope.shape == network.weights[name].shape
        way = rng.normal(size=slope.shape).astype(np.float32)
        before = network.weights[name]
        losses: list[float] = []
        for step in (0.01, -0.01):
            network.weights[name] = (before + step * way).astype(np.float32)
            losses.append(network.step(batch)[0])
        network.weights[name] = before
        measured = (losses[0] - losses[1]) / 0.02
        assert measured == pytest.approx(float((slope * way).sum()), rel=0.05, abs=2e-3), name


def test_training_lowers_the_loss(
    examples: list[fit.Example], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fit, "EPOCHS", 60)
    batch = packed(examples)
    trained = fit.train(batch, seed=1)
    assert trained.step(batch)[0] < 0.5 * fit.Network(np.random.default_rng(1)).step(batch)[0]


def test_the_bot_computes_what_was_fitted(
    examples: list[fit.Example], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Several networks side by side give the mean of their scores."""
    monkeypatch.setattr(fit, "EPOCHS", 5)
    monkeypatch.setattr(fit, "NETWORKS", 2)
    fitted = fit.fit(examples)
    mean, scale = (np.array(fitted[name], dtype=np.float32) for name in ("mean", "scale"))
    batch = fit.pack(examples, mean, scale)
    networks = [fit.train(batch, fit.SEED + number) for number in range(2)]
    for row, one in enumerate(examples):
        scores = np.mean([n.scores(batch)[row, : len(one.right)] for n in networks], axis=0)
        odds = np.exp(scores) / (1 + np.exp(scores).sum())
        assert as_ranker(fitted).probabilities(one.comparison) == pytest.approx(odds, abs=2e-3)
