"""What stands beside the weights: when and of what they were made, and how good they were then."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

import bot.matching
from bot.training.examples import FACTS, SEED, Examples
from bot.training.metrics import Metrics
from bot.training.questions import FITTING

__all__ = ["RECORD", "WEIGHTS", "Record", "as_text", "read", "record", "write"]

WEIGHTS = Path(bot.matching.__file__).parent / "model" / "ranking.json"
RECORD = WEIGHTS.with_suffix(".meta.json")

_ROOT = FACTS.parent


@dataclass(frozen=True, slots=True)
class Record:
    """How weights were made."""

    made: str
    """The day, as in 2026-11-28."""
    seed: int
    weights: str
    """Digest of `ranking.json`."""
    inputs: Mapping[str, str]
    """Digest of each file they were fitted on, by its path in the repository."""
    examples: Mapping[str, int]
    """How many of each sort there were."""
    metrics: Metrics
    """Of the labelled questions, out of sample."""

    def changed(self, other: Record) -> list[str]:
        """The inputs that are not the same as those of `other`."""
        mine, its = self.inputs, other.inputs
        return sorted(path for path in mine.keys() | its.keys() if mine.get(path) != its.get(path))


def record(weights: str, examples: Examples, metrics: Metrics) -> Record:
    """The record of weights that were made just now."""
    files = sorted([*FACTS.rglob("*.yaml"), *FITTING])
    return Record(
        made=datetime.now(UTC).date().isoformat(),
        seed=SEED,
        weights=_digest(weights.encode()),
        inputs={path.relative_to(_ROOT).as_posix(): _digest(path.read_bytes()) for path in files},
        examples={
            "held out": len(examples.held_out),
            "labelled": len(examples.labelled),
            "thin": len(examples.thin),
            "words": len(examples.words),
        },
        metrics=metrics,
    )


def as_text(fitted: Mapping[str, object]) -> str:
    """The text of `ranking.json`."""
    return json.dumps(fitted) + "\n"


def write(weights: str, made: Record) -> None:
    """Put weights and their record in force."""
    WEIGHTS.write_text(weights, encoding="utf-8")
    RECORD.write_text(json.dumps(asdict(made), indent=2) + "\n", encoding="utf-8")


def read() -> Record:
    """The record of the weights that ship with the bot."""
    data = json.loads(RECORD.read_text(encoding="utf-8"))
    metrics = Metrics(**data.pop("metrics"))
    return Record(**data, metrics=metrics)


def _digest(content: bytes) -> str:
    """SHA-256, the same whichever line ends a checkout has."""
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()
