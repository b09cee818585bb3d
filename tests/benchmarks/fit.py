"""Fit the ranking: `python -m tests.benchmarks.fit` writes `bot/matching/model/ranking.json`.

Two kinds of examples teach the network. Phrasings of the shipped facts are held out in five
folds: in each, a fifth of all phrasings is asked of an index without them, and a fifth of all facts
is left out whole, so that their phrasings must go unanswered. And the labelled questions of
`tests/evaluation/fit.yaml` (with the fitting half of any set given by `--also`) are asked of the
full index. The loss is the listwise log loss over the candidates and "none of these"; Adam with
cosine decay. Deterministic for the same knowledge and seed; under a minute on two cores.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import bot.matching
from bot.knowledge.reader import read_folder
from bot.knowledge.schema import Fact, Knowledge
from bot.matching.embeddings import DIMENSIONS
from bot.matching.features import FEATURES, INPUTS, MATCH_FEATURES, TERM_FEATURES, Comparison
from bot.matching.matcher import Matcher
from bot.matching.ranker import RELATIVE, WORD
from bot.matching.retrieval import MAX_CANDIDATES
from tests.evaluation import FIT, Answerable, Questions, Unanswerable, read_questions

FOLDS = 5
SEED = 20220128
SENSES = 8
WORD_HIDDEN = 24
HIDDEN = 48
NETWORKS = 3
EPOCHS = 20
BATCH = 256
RATE = 8e-3
DECAY = 1e-2
MOST_WORDS = 14
"""Words of a question that are learnt from."""

THINNED = 0.3
"""Share of facts that keep only a few of their phrasings in a fold."""
TYPO_SHARE = 0.2
"""Share of held-out phrasings that are asked with a few typing slips."""

WEIGHTS = {
    "phrasing": 0.5, "left out": 0.2, "answerable": 6.0,
    "near-miss": 5.0, "on-topic": 5.0, "other-show": 5.0, "off-topic": 5.0,
}  # fmt: skip
"""What an example counts: labelled questions are few, and are what people really ask."""

OUTPUT = Path(bot.matching.__file__).parent / "model" / "ranking.json"

Array = NDArray[np.float32]

_NEVER = np.float32(-1e9)


@dataclass(frozen=True)
class Example:
    """A question beside its candidates, and which of them are right (perhaps none)."""

    kind: str
    comparison: Comparison
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
    compared = matcher.compared(question)
    if compared is None:
        return None
    facts, comparison = compared
    return Example(kind, comparison, np.array([fact.id in right for fact in facts]))


def from_questions(questions: Questions) -> list[Example]:
    """Examples of the labelled questions, asked of the full index."""
    matcher = Matcher.build(knowledge())
    asked: list[Answerable | Unanswerable] = [*questions.answerable, *questions.unanswerable]
    examples = [
        example(matcher, q.text, q.facts, "answerable")
        if isinstance(q, Answerable)
        else example(matcher, q.text, (), q.kind)
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
        fact.id: _thinned(
            _without(fact, [n for n, f in enumerate(fold_of[fact.id]) if f == fold]), rng
        )
        for fact in facts
        if fact.id not in gone
    }
    matcher = Matcher.build(knowledge().model_copy(update={"facts": kept}))
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


def _thinned(fact: Fact, rng: random.Random) -> Fact:
    """`fact`, now and then with a few phrasings only, as a moderator's new ones have."""
    if rng.random() >= THINNED:
        return fact
    few = rng.sample(fact.aliases, min(len(fact.aliases), rng.randint(2, 11)))
    return fact.model_copy(update={"aliases": tuple(few)})


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


@dataclass(frozen=True)
class Packed:
    """Examples as arrays, padded to the same number of candidates and of words."""

    facts: Array
    """By example and candidate: standardised features, then each beside the best candidate's."""
    finds: Array
    """By example, candidate and word: what the word finds, then each beside the best."""
    words: Array
    vectors: Array
    is_word: Array
    """By example and word: 1, or 0 for padding."""
    there: NDArray[np.bool_]
    right: NDArray[np.bool_]
    weight: Array

    def batch(self, rows: NDArray[np.int64]) -> Packed:
        """Some of the examples."""
        return Packed(*(getattr(self, field.name)[rows] for field in fields(self)))


def pack(examples: list[Example], mean: Array, scale: Array) -> Packed:
    """All examples as arrays; of a very long question the words that tell most."""
    count, size, kinds = len(examples), len(FEATURES), len(MATCH_FEATURES)
    packed = Packed(
        np.zeros((count, MAX_CANDIDATES, 2 * size), dtype=np.float32),
        np.zeros((count, MAX_CANDIDATES, MOST_WORDS, 2 * kinds), dtype=np.float32),
        np.zeros((count, MOST_WORDS, len(TERM_FEATURES)), dtype=np.float32),
        np.zeros((count, MOST_WORDS, DIMENSIONS), dtype=np.float32),
        np.zeros((count, MOST_WORDS), dtype=np.float32),
        np.zeros((count, MAX_CANDIDATES), dtype=bool),
        np.zeros((count, MAX_CANDIDATES), dtype=bool),
        np.array([WEIGHTS[one.kind] for one in examples], dtype=np.float32),
    )
    for row, one in enumerate(examples):
        facts, there = one.comparison, len(one.right)
        kept = np.sort(np.argsort(-facts.terms[:, 0], kind="stable")[:MOST_WORDS])
        standard = (facts.features.T - mean) * scale
        found = facts.matches[:, kept].transpose(2, 1, 0)
        packed.facts[row, :there, :size] = standard
        packed.facts[row, :there, size:] = (standard - standard.max(axis=0)) * RELATIVE
        packed.finds[row, :there, : len(kept), :kinds] = found
        packed.finds[row, :there, : len(kept), kinds:] = found - found.max(axis=0)
        packed.words[row, : len(kept)] = facts.terms[kept]
        packed.vectors[row, : len(kept)] = facts.vectors[kept]
        packed.is_word[row, : len(kept)] = 1
        packed.there[row, :there] = True
        packed.right[row, :there] = one.right
    return packed


class Network:
    """The network of `bot.matching.ranker`, with hand-written gradients.

    Matrices have a column for each number that comes out.
    """

    def __init__(self, rng: np.random.Generator) -> None:
        facts, finds, words = 2 * len(FEATURES), 2 * len(MATCH_FEATURES), len(TERM_FEATURES)

        def drawn(size: int, out: int) -> Array:
            return rng.normal(0, size**-0.5, (size, out)).astype(np.float32)

        self.weights: dict[str, Array] = {
            "sense": drawn(DIMENSIONS, SENSES),
            "sense_bias": np.zeros(SENSES, dtype=np.float32),
            "word_sense": drawn(finds + words + SENSES, WORD_HIDDEN)[:SENSES],
            "word_kind": drawn(finds + words + SENSES, WORD_HIDDEN)[:words],
            "word_found": drawn(finds + words + SENSES, WORD_HIDDEN)[:finds],
            "word_bias": np.zeros(WORD_HIDDEN, dtype=np.float32),
            "hidden_fact": drawn(facts + WORD_HIDDEN, HIDDEN)[:facts],
            "hidden_words": drawn(facts + WORD_HIDDEN, HIDDEN)[:WORD_HIDDEN],
            "hidden_bias": np.zeros(HIDDEN, dtype=np.float32),
            "score_hidden": drawn(HIDDEN, 1)[:, 0],
            "score_fact": np.zeros(facts, dtype=np.float32),
            "score_words": np.zeros(WORD_HIDDEN, dtype=np.float32),
            "score_bias": np.zeros(1, dtype=np.float32),
        }

    def _forward(self, batch: Packed) -> tuple[Array, Array, Array, Array, Array]:
        """What is made of the words and of the facts, and the scores."""
        w = self.weights
        sense = np.tanh(batch.vectors @ w["sense"] + w["sense_bias"])
        kinds = sense @ w["word_sense"] + batch.words @ w["word_kind"] + w["word_bias"]
        seen = np.tanh(batch.finds @ w["word_found"] + kinds[:, None])
        seen *= batch.is_word[:, None, :, None]
        words = seen.sum(axis=2) * WORD
        hidden = np.tanh(
            batch.facts @ w["hidden_fact"] + words @ w["hidden_words"] + w["hidden_bias"]
        )
        scores = hidden @ w["score_hidden"] + batch.facts @ w["score_fact"]
        scores += words @ w["score_words"] + w["score_bias"]
        return sense, seen, words, hidden, scores

    def scores(self, batch: Packed) -> Array:
        """By example and candidate."""
        return self._forward(batch)[-1]

    def step(self, batch: Packed) -> tuple[float, dict[str, Array]]:
        """The weighted log loss on `batch`, and its slope by each weight."""
        w = self.weights
        sense, seen, words, hidden, scores = self._forward(batch)
        loss, slope = _listwise(scores, batch)
        d_hidden = slope[..., None] * w["score_hidden"] * (1 - hidden**2)
        d_words = d_hidden @ w["hidden_words"].T + slope[..., None] * w["score_words"]
        d_seen = (d_words * WORD)[:, :, None] * (1 - seen**2)
        d_seen *= batch.is_word[:, None, :, None]
        d_kinds = d_seen.sum(axis=1)
        d_sense = d_kinds @ w["word_sense"].T * (1 - sense**2)
        return loss, {
            "sense": _flat(batch.vectors).T @ _flat(d_sense),
            "sense_bias": d_sense.sum(axis=(0, 1)),
            "word_sense": _flat(sense).T @ _flat(d_kinds),
            "word_kind": _flat(batch.words).T @ _flat(d_kinds),
            "word_found": _flat(batch.finds).T @ _flat(d_seen),
            "word_bias": d_kinds.sum(axis=(0, 1)),
            "hidden_fact": _flat(batch.facts).T @ _flat(d_hidden),
            "hidden_words": _flat(words).T @ _flat(d_hidden),
            "hidden_bias": d_hidden.sum(axis=(0, 1)),
            "score_hidden": slope.ravel() @ _flat(hidden),
            "score_fact": slope.ravel() @ _flat(batch.facts),
            "score_words": slope.ravel() @ _flat(words),
            "score_bias": slope.sum(keepdims=True).ravel(),
        }


def _listwise(scores: Array, batch: Packed) -> tuple[float, Array]:
    """The log loss over candidates and "none of these", and its slope by each score."""
    nothing = np.zeros_like(scores[:, :1])
    logits = np.concatenate([nothing, np.where(batch.there, scores, _NEVER)], axis=1)
    wanted = np.concatenate([~batch.right.any(axis=1, keepdims=True), batch.right], axis=1)
    odds = _softmax(logits)
    among = _softmax(np.where(wanted, logits, _NEVER))
    share = batch.weight / batch.weight.sum()
    loss = -float(share @ np.log((odds * wanted).sum(axis=1)))
    return loss, (odds - among)[:, 1:] * share[:, None]


def _flat(values: Array) -> Array:
    """All rows one below the other."""
    return values.reshape(-1, values.shape[-1])


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
        rate = RATE * 0.5 * (1 + np.cos(np.pi * step / steps))
        _, slopes = network.step(packed.batch(rows))
        for name, slope in slopes.items():
            mean[name] = (0.9 * mean[name] + 0.1 * slope).astype(np.float32)
            square[name] = (0.999 * square[name] + 0.001 * slope**2).astype(np.float32)
            move = (mean[name] / (1 - 0.9**step)) / (
                np.sqrt(square[name] / (1 - 0.999**step)) + 1e-8
            )
            weight = network.weights[name]
            network.weights[name] = (weight - rate * (move + DECAY * weight)).astype(np.float32)
    return network


def _batches(count: int, rng: np.random.Generator) -> Iterator[NDArray[np.int64]]:
    for _ in range(EPOCHS):
        order = rng.permutation(count)
        for start in range(0, count, BATCH):
            yield order[start : start + BATCH]


def fit(examples: list[Example]) -> dict[str, object]:
    """Standardise, train several networks, and put them side by side as one wider one."""
    cells = np.concatenate([one.comparison.features.T for one in examples])
    mean, scale = cells.mean(axis=0), 1 / (cells.std(axis=0) + 1e-3)
    packed = pack(examples, mean, scale)
    with ThreadPoolExecutor() as pool:  # numpy lets go of the interpreter while it computes
        networks = [n.weights for n in pool.map(lambda n: train(packed, SEED + n), range(NETWORKS))]

    def wide(name: str) -> Array:
        return np.concatenate([n[name] for n in networks], axis=-1).T

    def apart(name: str) -> Array:
        """Each network's own matrix on the diagonal: none looks at what another has made."""
        blocks = [n[name].T for n in networks]
        rows, columns = blocks[0].shape
        whole = np.zeros((rows * len(blocks), columns * len(blocks)), dtype=np.float32)
        for number, block in enumerate(blocks):
            whole[rows * number : rows * (number + 1), columns * number :][:, :columns] = block
        return whole

    def mixed(name: str) -> Array:
        return np.mean([n[name] for n in networks], axis=0)

    weights = {
        "mean": mean,
        "scale": scale,
        "sense": wide("sense"),
        "sense_bias": wide("sense_bias"),
        "word_sense": apart("word_sense"),
        "word_kind": wide("word_kind"),
        "word_found": wide("word_found"),
        "word_bias": wide("word_bias"),
        "hidden_fact": wide("hidden_fact"),
        "hidden_words": apart("hidden_words"),
        "hidden_bias": wide("hidden_bias"),
        "score_hidden": wide("score_hidden") / NETWORKS,
        "score_fact": mixed("score_fact"),
        "score_words": wide("score_words") / NETWORKS,
        "score_bias": mixed("score_bias"),
    }
    short = {name: _short(values) for name, values in weights.items()}
    return {"inputs": list(INPUTS), **short}


def _short(values: Array) -> list[object]:
    """Numbers of five digits, in lists as deep as the array."""
    return [_short(row) if row.ndim else float(f"{row:.5g}") for row in values]


def gather(description: str) -> tuple[list[Example], list[Example]]:
    """Examples of the held-out phrasings, and of the labelled questions the command line names."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--also", type=Path, action="append", default=[], help="a further set")
    sets = [read_questions(FIT)]
    sets += [half(read_questions(path), fit=True) for path in parser.parse_args().also]
    with ProcessPoolExecutor() as pool:
        folds = pool.map(from_fold, range(FOLDS))
        asked = pool.map(from_questions, sets)
        return [one for part in folds for one in part], [one for part in asked for one in part]


def main() -> None:
    """Gather the examples, fit, write the weights."""
    held_out, asked = gather(__doc__.splitlines()[0])
    OUTPUT.write_text(json.dumps(fit([*held_out, *asked])) + "\n", encoding="utf-8")
    count = len(held_out) + len(asked)
    print(f"fitted on {count} examples: {OUTPUT.relative_to(Path.cwd())}")


if __name__ == "__main__":
    main()
