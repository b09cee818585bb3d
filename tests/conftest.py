"""What every test can have: the shipped knowledge, built once a run, and copies of small ones."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.knowledge.layers import Layer
from bot.knowledge.schema import Knowledge
from bot.library import Snapshot, load_snapshot
from bot.matching.matcher import Matcher
from tests.knowledges import SHIPPED, folder_of

CopyOf = Callable[[str], Path]


@pytest.fixture(scope="session")
def shipped_snapshot() -> Snapshot:
    """All that is built of the knowledge that ships with the bot."""
    return load_snapshot([Layer.of(SHIPPED)])


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
