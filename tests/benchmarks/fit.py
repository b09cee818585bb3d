"""Fit the ranking: `python -m tests.benchmarks.fit` writes `bot/matching/data/ranking.json`.

Two kinds of examples teach the network. Phrasings of the shipped facts are held out in five
folds: in each, a fifth of all phrasings is asked of an index without them, and a fifth of all facts
is left out whole, so that their phrasings must go unanswered. And the labelled questions of
`tests/evaluation/fit.yaml` (with the fitting half of any set given by `--also`) are asked of the
full index. The loss is the listwise log loss over the candidates and "none of these"; Adam with
cosine decay. Deterministic for the same knowledge and seed; half a minute on two cores.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import bot.matching
from bot.knowledge.reader import read_folder
from bot.knowledge.schema import Fact, Knowledge
from bot.matching.answering import Matcher
from bot.matching.comparing import FEATURES
from bot.matching.index import MAX_CANDIDATES
from tests.evaluation import FIT, Answerable, Questions, Unanswerable, read_questions

FOLDS = 5
SEED = 20220128
HIDDEN = 48
NETWORKS = 5
EPOCHS = 40
BATCH = 256
RATE = 5e-3
DECAY = 1e-3
TYPO_SHARE = 0.2
"""Share of held-out phrasings that are asked with a few typing slips."""

WEIGHTS = {"phrasing": 0.5, "left out": 0.2, "answerable": 6.0, "unanswerable": 5.0}
"""What an example counts: labelled questions are few, and are what people really ask."""

OUTPUT = Path(bot.matching.__file__).parent / "data" / "ranking.json"

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Example:
    """Candidates of one question, as features, and which of them are right (perhaps none)."""

    kind: str
    features: NDArray[np.float32]
    right: NDArray[np.bool_]


def half(questions: Questions, *, fit: bool) -> Questions:
    """The fitting or the reporting half of a set that is not split by file."""
    rng = random.Random(SEED)
    answerable, unanswerable = list(questions.answerable), list(questions.unanswerable)
    rng.shuffle(answerable)
    rng.shuffle(unanswerable)
    a, u = len(answerable) // 2, len(unanswerable) // 2
    if fit:
        return Questions(tuple(answerable[:a]), tuple(unanswerable[:u]), questions.people)
    return Questions(tuple(answerable[a:]), tuple(unanswerable[u:]), questions.people)


@cache
def knowledge() -> Knowledge:
    """The shipped knowledge."""
    reading = read_folder(Path("facts"))
    if reading.knowledge is None:
        raise SystemExit("\n".join(map(str, reading.errors)))
    return reading.knowledge


def example(matcher: Matcher, question: str, right: tuple[str, ...], kind: str) -> Example | None:
    """Ask `question`; None when it has no candidates at all, which teaches nothing."""
    candidates = matcher.explain(question).candidates
    if not candidates:
        return None
    features = np.array([list(row.values()) for _, _, row in candidates], dtype=np.float32)
    return Example(kind, features, np.array([fact.id in right for fact, _, _ in candidates]))


def from_questions(questions: Questions) -> list[Example]:
    """Examples of the labelled questions, asked of the full index."""
    matcher = Matcher(knowledge())
    asked: list[Answerable | Unanswerable] = [*questions.answerable, *questions.unanswerable]
    examples = [
        example(matcher, q.text, q.facts, "answerable")
        if isinstance(q, Answerable)
        else example(matcher, q.text, (), "unanswerable")
        for q in asked
    ]
    return [one for one in examples if one is not None]


def from_fold(fold: int) -> list[Example]:
    """Examples of the phrasings that are held out in `fold`."""
    facts = list(knowledge().facts.values())
    rng = random.Random(SEED)
    fold_of = {fact.id: _fold_of_phrasings(fact, rng) for fact in facts}
    gone = {fact.id for fact in facts if rng.randrange(FOLDS) == fold}
    kept = {
        fact.id: _without(fact, [n for n, f in enumerate(fold_of[fact.id]) if f == fold])
        for fact in facts
        if fact.id not in gone
    }
    matcher = Matcher(knowledge().model_copy(update={"facts": kept}))
    examples: list[Example | None] = []
    for fact in facts:
        right = () if fact.id in gone else (fact.id,)
        for number, text in enumerate(fact.phrasings):
            if fold_of[fact.id][number] == fold or (fact.id in gone and rng.random() < 0.25):
                asked = _with_slips(text, rng) if rng.random() < TYPO_SHARE else text
                kind = "phrasing" if right else "left out"
                examples.append(example(matcher, asked, right, kind))
    return [one for one in examples if one is not None]


def _fold_of_phrasings(fact: Fact, rng: random.Random) -> list[int]:
    folds = [n % FOLDS for n in range(len(fact.phrasings))]
    rng.shuffle(folds)
    return folds


def _without(fact: Fact, numbers: list[int]) -> Fact:
    left = [text for n, text in enumerate(fact.phrasings) if n not in numbers] or [fact.question]
    return fact.model_copy(update={"question": left[0], "aliases": tuple(left[1:])})


def _with_slips(text: str, rng: random.Random) -> str:
    """`text` with one to three letters dropped, swapped, doubled or replaced, in longer words."""
    found = text.split()
    for _ in range(rng.choice((1, 2, 2, 3))):
        place = rng.randrange(len(found))
        word = found[place]
        if len(word) > 3:
            at = rng.randrange(1, len(word) - 1)
            found[place] = rng.choice(
                (
                    word[:at] + word[at + 1 :],
                    word[:at] + word[at + 1] + word[at] + word[at + 2 :],
                    word[:at] + word[at] + word[at:],
                    word[:at] + rng.choice("abcdefghiklmnoprstuvwy") + word[at + 1 :],
                )
            )
    return " ".join(found)


@dataclass
class Packed:
    """Examples as arrays: features, candidates that are there, right ones, what each counts."""

    features: Array
    there: NDArray[np.bool_]
    right: NDArray[np.bool_]
    weight: Array


def pack(examples: list[Example]) -> Packed:
    """Pad all examples to the same number of candidates."""
    count = len(examples)
    packed = Packed(
        np.zeros((count, MAX_CANDIDATES, len(FEATURES))),
        np.zeros((count, MAX_CANDIDATES), dtype=bool),
        np.zeros((count, MAX_CANDIDATES), dtype=bool),
        np.array([WEIGHTS[one.kind] for one in examples]),
    )
    for row, one in enumerate(examples):
        size = len(one.features)
        packed.features[row, :size] = one.features
        packed.there[row, :size] = True
        packed.right[row, :size] = one.right
    return packed


class Network:
    """One hidden layer and a direct linear part, with hand-written gradients."""

    def __init__(self, rng: np.random.Generator) -> None:
        size = len(FEATURES)
        self.weights: dict[str, Array] = {
            "hidden": rng.normal(0, size**-0.5, (size, HIDDEN)),
            "bias": np.zeros(HIDDEN),
            "out": rng.normal(0, HIDDEN**-0.5, HIDDEN),
            "direct": np.zeros(size + 1),
        }

    def step(self, batch: Packed) -> dict[str, Array]:
        """Gradients of the weighted log loss on standardised `batch`."""
        w = self.weights
        active = np.tanh(batch.features @ w["hidden"] + w["bias"])
        scores = active @ w["out"] + batch.features @ w["direct"][:-1] + w["direct"][-1]
        logits = np.concatenate(
            [np.zeros((len(scores), 1)), np.where(batch.there, scores, -1e9)], axis=1
        )
        wanted = np.concatenate([~batch.right.any(axis=1, keepdims=True), batch.right], axis=1)
        odds = _softmax(logits)
        among = _softmax(np.where(wanted, logits, -1e9))
        slope = (odds - among)[:, 1:] * (batch.weight / batch.weight.sum())[:, None]
        through = slope[..., None] * w["out"] * (1 - active**2)
        return {
            "hidden": np.einsum("bcf,bch->fh", batch.features, through),
            "bias": through.sum(axis=(0, 1)),
            "out": np.einsum("bc,bch->h", slope, active),
            "direct": np.append(np.einsum("bc,bcf->f", slope, batch.features), slope.sum()),
        }


def _softmax(logits: Array) -> Array:
    odds = np.exp(logits - logits.max(axis=1, keepdims=True))
    return odds / odds.sum(axis=1, keepdims=True)


def train(packed: Packed, seed: int) -> Network:
    """Fit one network with Adam (Kingma and Ba 2015), decoupled weight decay, cosine rate."""
    rng = np.random.default_rng(seed)
    network = Network(rng)
    mean = {name: np.zeros_like(value) for name, value in network.weights.items()}
    square = {name: np.zeros_like(value) for name, value in network.weights.items()}
    steps = EPOCHS * -(-len(packed.weight) // BATCH)
    for step, rows in enumerate(_batches(len(packed.weight), rng), start=1):
        batch = Packed(
            packed.features[rows], packed.there[rows], packed.right[rows], packed.weight[rows]
        )
        rate = RATE * 0.5 * (1 + np.cos(np.pi * step / steps))
        for name, slope in network.step(batch).items():
            mean[name] = 0.9 * mean[name] + 0.1 * slope
            square[name] = 0.999 * square[name] + 0.001 * slope**2
            move = (mean[name] / (1 - 0.9**step)) / (
                np.sqrt(square[name] / (1 - 0.999**step)) + 1e-8
            )
            network.weights[name] -= rate * (move + DECAY * network.weights[name])
    return network


def _batches(count: int, rng: np.random.Generator) -> Iterator[NDArray[np.int64]]:
    for _ in range(EPOCHS):
        order = rng.permutation(count)
        for start in range(0, count, BATCH):
            yield order[start : start + BATCH]


def fit(examples: list[Example]) -> dict[str, object]:
    """Standardise, train several networks, and put them side by side as one wider one."""
    packed = pack(examples)
    cells = packed.features[packed.there]
    mean, scale = cells.mean(axis=0), 1 / (cells.std(axis=0) + 1e-3)
    packed.features = (packed.features - mean) * scale * packed.there[..., None]
    networks = [train(packed, SEED + number).weights for number in range(NETWORKS)]
    return {
        "features": list(FEATURES),
        "mean": _short(mean),
        "scale": _short(scale),
        "hidden": [_short(row) for row in np.concatenate([n["hidden"] for n in networks], axis=1)],
        "bias": _short(np.concatenate([n["bias"] for n in networks])),
        "out": _short(np.concatenate([n["out"] for n in networks]) / NETWORKS),
        "direct": _short(np.mean([n["direct"] for n in networks], axis=0)),
    }


def _short(values: Array) -> list[float]:
    return [float(f"{value:.5g}") for value in values]


def main() -> None:
    """Gather the examples, fit, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--also", type=Path, action="append", default=[], help="a further set")
    sets = [read_questions(FIT)]
    sets += [half(read_questions(path), fit=True) for path in parser.parse_args().also]
    with ProcessPoolExecutor() as pool:
        folds = pool.map(from_fold, range(FOLDS))
        asked = pool.map(from_questions, sets)
        examples = [one for part in (*folds, *asked) for one in part]
    OUTPUT.write_text(json.dumps(fit(examples)) + "\n", encoding="utf-8")
    print(f"fitted on {len(examples)} examples: {OUTPUT.relative_to(Path.cwd())}")


if __name__ == "__main__":
    main()
