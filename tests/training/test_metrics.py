"""What is counted, on outcomes made by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.training.metrics import Metrics, Outcome, answered_right, measure, silent, wrong
from bot.training.validate import thresholds

OUTCOMES = [
    Outcome("answerable", best=0.9, is_right=True, any=0.95, is_among=True),
    Outcome("answerable", best=0.6, is_right=True, any=0.8, is_among=True),
    Outcome("answerable", best=0.8, is_right=False, any=0.9, is_among=True),
    Outcome("answerable", best=0.1, is_right=False, any=0.15, is_among=True),
    Outcome("near-miss", best=0.75, is_right=False, any=0.8, is_among=False),
    Outcome("near-miss", best=0.3, is_right=False, any=0.5, is_among=False),
    *(
        Outcome(kind, best=0.01, is_right=False, any=0.02, is_among=False)
        for kind in ("on-topic", "off-topic", "other-show")
    ),
]


def test_metrics_at_the_thresholds_of_the_bot() -> None:
    found = measure(OUTCOMES)
    assert found.right_first == 50.0
    assert found.answered_right == 25.0
    assert found.answered_wrong == pytest.approx(100 * (300 / 4 + 65 / 2) / 430, abs=0.05)
    assert found.near_miss_silent == 50.0
    assert found.right_or_offered == 75.0


def test_a_lower_threshold_answers_more() -> None:
    assert answered_right(OUTCOMES, 0.5) == 0.5
    assert wrong(OUTCOMES, 0.05) > wrong(OUTCOMES, 0.7)
    assert silent(OUTCOMES, 0.2) == 0


def test_metrics_are_as_far_apart_as_the_furthest_of_them() -> None:
    one = Metrics(94.0, 81.0, 1.8, 93.0, 97.0)
    assert one.furthest(replace(one, answered_wrong=1.4, right_first=93.0)) == 1.0


def test_the_thresholds_are_shown_in_columns() -> None:
    lines = list(thresholds(OUTCOMES))
    assert lines[0].split("   ") == [
        "answer from", "answered right", "wrong, of all", "near-miss silent",
    ]  # fmt: skip
    assert lines[5].split() == ["0.70", "25.0", "25.0", "50.0"]
    assert len({len(line) for line in lines[:8]}) == 1
