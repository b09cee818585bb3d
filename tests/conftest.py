"""What every test can have: the shipped knowledge, built once a run, and copies of small ones."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from bot.knowledge.layers import Layer
from bot.knowledge.schema import Knowledge
from bot.library import Library, Snapshot, load_snapshot
from bot.matching.matcher import Matcher
from tests.knowledges import SHIPPED, folder_of

CopyOf = Callable[[str], Path]


@pytest.fixture(scope="session")
def shipped_snapshot() -> Snapshot:
    """All that is built of the knowledge that ships with the bot."""
    return load_snapshot([Layer.of(SHIPPED)])


class Built:
    """A loader of what was built before."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    def load(self, layers: Sequence[Layer]) -> Snapshot:
        return self._snapshot

    def stop(self) -> None:
        """Nothing waits for it."""


@pytest.fixture(scope="session")
def shipped_library(shipped_snapshot: Snapshot) -> Library:
    """A library that holds it."""
    return Library([Layer.of(SHIPPED)], Built(shipped_snapshot))


@pytest.fixture(scope="session")
def shipped(shipped_snapshot: Snapshot) -> Knowledge:
    """The knowledge that ships with the bot."""
    return shipped_snapshot.knowledge


@pytest.fixture(scope="session")
def shipped_matcher(shipped_snapshot: Snapshot) -> Matcher:
    """The matcher over it, for every test that asks and changes nothing."""
    return shipped_snapshot.matcher


@pytest.fixture
def copy_of(tmp_path: Path) -> CopyOf:
    """Copies a knowledge of `tests/knowledges` to a folder `facts` that a test may change."""

    def copy(name: str) -> Path:
        return shutil.copytree(folder_of(name), tmp_path / "facts")

    return copy
