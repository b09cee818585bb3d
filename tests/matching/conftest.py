from __future__ import annotations

from pathlib import Path

import pytest

from bot.knowledge.reader import read_folder
from bot.knowledge.schema import Knowledge
from bot.matching.matcher import Matcher

FACTS = Path(__file__).resolve().parents[2] / "facts"


@pytest.fixture(scope="session")
def shipped() -> Knowledge:
    """The knowledge that ships with the bot."""
    knowledge = read_folder(FACTS).knowledge
    assert knowledge is not None
    return knowledge


@pytest.fixture(scope="session")
def shipped_matcher(shipped: Knowledge) -> Matcher:
    """One matcher over all of it, for every test that asks and changes nothing."""
    return Matcher.build(shipped)
