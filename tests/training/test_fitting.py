"""The fitting of the ranking: its slopes are right, and what it writes is what the bot computes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from bot.knowledge.schema import Knowledge
from bot.matching.matcher import Matcher
from bot.matching.ranker import Standard, Weights, as_ranker, forward
from bot.training.examples import Example, ask
from bot.training.fit import NETWORKS, fit, fold, standardise, train, written
from bot.training.network import NAMES, initial, loss_and_slopes, pack
from bot.training.record import as_text
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
def examples(small: Knowledge) -> list[Example]:
    matcher = Matcher.build(small)
    made = [
        ask(matcher, text, right, "answerable" if right else "near-miss")
        for text, right in QUESTIONS.items()
    ]
    return [one for one in made if one is not None]


@pytest.fixture(scope="module")
def plain(examples: list[Example]) -> Standard:
    """Features as they are."""
    size = len(examples[0].comparison.features)
    return Standard(np.zeros(size, np.float32), np.ones(size, np.float32))


def test_slopes_are_those_of_the_loss(examples: list[Example], plain: Standard) -> None:
    batch = pack(examples, plain)
    weights = initial(np.random.default_rng(1))
    _, slopes = loss_and_slopes(weights, batch)
    rng = np.random.default_rng(2)
    for name in NAMES:
        slope, before = getattr(slopes, name), getattr(weights, name)
        assert slope.shape == before.shape
        way = rng.normal(size=slope.shape).astype(np.float32)
        losses = [
            loss_and_slopes(_with(weights, name, before + step * way), batch)[0]
            for step in (np.float32(0.01), np.float32(-0.01))
        ]
        measured = (losses[0] - losses[1]) / 0.02
        assert measured == pytest.approx(float((slope * way).sum()), rel=0.05, abs=2e-3), name


def _with(weights: Weights, name: str, value: object) -> Weights:
    return replace(weights, **{name: value})


def test_training_lowers_the_loss(examples: list[Example], plain: Standard) -> None:
    batch = pack(examples, plain)
    before, _ = loss_and_slopes(initial(np.random.default_rng(1)), batch)
    after, _ = loss_and_slopes(train(batch, 1, epochs=60), batch)
    assert after < 0.5 * before


def test_padding_changes_no_score(examples: list[Example], plain: Standard) -> None:
    weights = initial(np.random.default_rng(3))
    together = forward(weights, pack(examples, plain).inputs).scores
    for row, one in enumerate(examples):
        alone = forward(weights, plain.inputs(one.comparison)).scores
        assert together[row, : len(alone)] == pytest.approx(alone, abs=1e-5)


def test_networks_side_by_side_give_the_mean_of_their_scores(
    examples: list[Example], plain: Standard
) -> None:
    networks = [initial(np.random.default_rng(seed)) for seed in range(NETWORKS)]
    batch = pack(examples, plain)
    mean = np.mean([forward(network, batch.inputs).scores for network in networks], axis=0)
    assert forward(fold(networks), batch.inputs).scores == pytest.approx(mean, abs=1e-5)


def test_the_bot_computes_what_was_fitted(examples: list[Example]) -> None:
    """Five digits of each weight are written, and are enough."""
    standard = standardise(examples)
    batch = pack(examples, standard)
    whole = fold([train(batch, seed, epochs=5) for seed in range(2)])
    scores = forward(whole, batch.inputs).scores
    ranker = as_ranker(written(standard, whole))
    for row, one in enumerate(examples):
        of_candidates = np.exp(scores[row, : len(one.right)])
        odds = of_candidates / (1 + of_candidates.sum())
        assert ranker.probabilities(one.comparison) == pytest.approx(odds, abs=2e-3)


def test_the_same_examples_give_the_same_weights(examples: list[Example]) -> None:
    assert as_text(fit(examples)) == as_text(fit(examples))
