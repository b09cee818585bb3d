"""What ships in `bot/matching/model`: it belongs together, and its licences come with it."""

from __future__ import annotations

import hashlib
import json
import tomllib
from datetime import date
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from bot.matching.embeddings import NEAR, load_vectors
from bot.matching.features import INPUTS
from bot.matching.ranker import as_ranker, load_ranker
from bot.training.examples import SEED
from bot.training.questions import FITTING, read_questions
from bot.training.record import WEIGHTS, read
from tests.evaluation import REPORTS

ROOT = Path(__file__).resolve().parents[2]
MODEL = files("bot.matching") / "model"


def test_the_weights_are_for_the_features_of_today() -> None:
    """Where this fails, features have changed: run `python -m bot.training`."""
    assert json.loads(WEIGHTS.read_text(encoding="utf-8"))["inputs"] == [*INPUTS]
    assert load_ranker()


def test_weights_for_other_features_are_refused() -> None:
    fitted = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    fitted["inputs"][0], fitted["inputs"][1] = fitted["inputs"][1], fitted["inputs"][0]
    with pytest.raises(RuntimeError, match=r"run python -m bot\.training"):
        as_ranker(fitted)


def test_the_related_stems_are_those_of_the_vectors() -> None:
    """Where this fails, the vectors have changed, or NEAR: run `python -m bot.training vectors`."""
    vectors = load_vectors()
    stems = list(vectors)
    everything = vectors.matrix(stems)
    for stem in stems[::100]:
        cosines = everything @ everything[stems.index(stem)]
        ranks, found = vectors.related(stem)
        clear = np.flatnonzero(cosines > NEAR + 1e-5)
        perhaps = np.flatnonzero(cosines > NEAR - 1e-5)
        assert set(clear) <= set(ranks.tolist()) <= set(perhaps)
        np.testing.assert_allclose(found, cosines[ranks], atol=1e-5)


def test_the_record_is_of_these_weights() -> None:
    made = read()
    assert made.weights == hashlib.sha256(WEIGHTS.read_bytes()).hexdigest()
    assert made.seed == SEED
    assert date.fromisoformat(made.made)
    assert min(made.examples.values()) > 300
    assert sum(made.examples.values()) > 10_000
    assert made.metrics.answered_right > 65
    assert made.metrics.answered_wrong < 3


def test_the_record_tells_all_that_was_fitted_on() -> None:
    inputs = read().inputs
    assert {path.relative_to(ROOT).as_posix() for path in FITTING} <= inputs.keys()
    assert any(path.startswith("facts/") for path in inputs)


def test_nothing_is_reported_that_was_fitted_on() -> None:
    def texts(paths: tuple[Path, ...]) -> set[str]:
        sets = map(read_questions, paths)
        asked = [q.text for each in sets for q in (*each.answerable, *each.unanswerable)]
        return {text.casefold().strip(" ?!.") or text for text in asked}

    assert FITTING
    assert REPORTS
    assert texts(FITTING).isdisjoint(texts(REPORTS))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Apache-2.0.txt", "Apache License\n                           Version 2.0"),
        ("SCOWL.txt", "Copyright 2000-2011 by Kevin Atkinson"),
    ],
)
def test_the_licences_of_the_model_stand_beside_it(name: str, words: str) -> None:
    assert words in (MODEL / "LICENSES" / name).read_text(encoding="utf-8")


def test_the_licences_travel_in_the_wheel() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"] == ["bot"]
    patterns = project["project"]["license-files"]
    named = {path.name for pattern in patterns for path in ROOT.glob(pattern)}
    assert named == {"LICENSE", "Apache-2.0.txt", "OFL.txt", "SCOWL.txt"}
