"""Which questions ask the same: over pairs of our own, with the shipped knowledge's names."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.curation.folding import SAME_FROM, Senses, alike, nearest
from bot.library import Snapshot

PAIRS = yaml.safe_load((Path(__file__).parent / "pairs.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def senses(shipped_snapshot: Snapshot) -> Senses:
    return Senses(shipped_snapshot.knowledge, shipped_snapshot.matcher)


@pytest.mark.parametrize(("later", "least", "most"), [("", 21, 2), ("_later", 12, 0)])
def test_most_paraphrases_fold_and_hardly_anything_else(
    senses: Senses, later: str, least: int, most: int
) -> None:
    """What is wrongly folded is never seen; what is not folded costs a click."""

    def folded(pairs: list[list[str]]) -> int:
        return sum(alike(senses.of(one), senses.of(other)) >= SAME_FROM for one, other in pairs)

    assert folded(PAIRS[f"same{later}"]) >= least
    assert folded(PAIRS[f"different{later}"]) <= most


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("how old is Lomon", "how old is Cho Yi-hyun"),
        ("who dies in episode 3", "who dies in episode 4"),
        ("who wrote it", "when was it written"),
        ("who is the oldest of the cast", "who is the youngest of the cast"),
    ],
)
def test_names_numbers_kinds_and_opposites_keep_apart(senses: Senses, one: str, other: str) -> None:
    assert alike(senses.of(one), senses.of(other)) == -1.0


def test_an_actor_by_any_name_is_the_same(senses: Senses) -> None:
    texts = ("does Park Solomon have a dog", "does lomon have a dog", "does Su-hyeok have a dog")
    first, *others = map(senses.of, texts)
    assert all(first.people == other.people for other in others)


def test_the_nearest_of_none_is_none(senses: Senses) -> None:
    one = senses.of("anything")
    assert nearest(one, []) is None
    assert nearest(one, [senses.of("who wrote hamlet"), one]) == (1, pytest.approx(1.0, abs=1e-3))
