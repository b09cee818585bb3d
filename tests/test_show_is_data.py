"""The engine holds no word about the show whose knowledge comes with it: the show is data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

REPOSITORY = Path(__file__).resolve().parents[1]
BOT = REPOSITORY / "bot"
FACTS = REPOSITORY / "facts"

MEASURED = (BOT / "matching" / "model", BOT / "training")
"""What was measured of a language, or what training asks; only code counts there."""

WORDS = """
aouad | all of us are dead | hyosan high | hyosan city | yangdong | 효산 | 지우학 | 지금 우리 학교는
zombie | zombies | halfbie | halfbies | hambie | hambies | hambi | halfzombie | 좀비 | 절비
webtoon | 웹툰 | netflix | 넷플릭스 | squid game | 오징어 | train to busan | 부산행
"""
"""Words of this show, its genre and its makers. Not `hyosan`: that is the program's own name."""


def _entries(key: str) -> Iterator[dict[str, Any]]:
    for path in sorted(FACTS.glob("*.yaml")):
        content = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
        found = content.get(key, [])
        yield from found if isinstance(found, list) else [found]


def _shown_words() -> set[str]:
    """The show's names and its people's, in full: a first name alone may be an ordinary word."""
    words = {word.strip() for word in re.split(r"[|\n]", WORDS)} - {""}
    for show in _entries("show"):
        words.update((show["title"], *show.get("names", [])))
    for person in _entries("people"):
        words.add(person["name"])
        words.update([person["hangul"]] if "hangul" in person else [])
        words.update(alias for alias in person.get("aliases", []) if len(alias.split()) > 1)
    return {word.casefold() for word in words}


def _texts() -> Iterator[tuple[Path, str]]:
    for path in sorted(BOT.rglob("*")):
        is_measured = any(path.is_relative_to(folder) for folder in MEASURED)
        if path.suffix == ".py" or (path.is_file() and not is_measured):
            try:
                yield path.relative_to(REPOSITORY), path.read_text(encoding="utf-8")
            except UnicodeDecodeError:  # no text: compiled, or an array
                continue


@pytest.fixture(scope="module")
def pattern() -> re.Pattern[str]:
    """Any of the words, on its own or glued to a Korean ending."""
    words = sorted(_shown_words(), key=len, reverse=True)
    assert len(words) > 150
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?![a-z0-9])", re.IGNORECASE)


def test_the_engine_names_nothing_of_the_show(pattern: re.Pattern[str]) -> None:
    hits = [
        f"{path}:{number}: {found[0]}"
        for path, text in _texts()
        for number, line in enumerate(text.splitlines(), 1)
        for found in pattern.finditer(line)
    ]
    assert hits == [], "move these words to facts/"


@pytest.mark.parametrize("text", ["fans of 'All of Us Are Dead'", "Yoon Chan-young", "좀비가"])
def test_the_pattern_finds_names(text: str, pattern: re.Pattern[str]) -> None:
    assert pattern.search(text)


@pytest.mark.parametrize("text", ["hyosan:random", "class Hyosan(discord.Client)", "hyosan-bot"])
def test_the_name_of_the_program_is_its_own(text: str, pattern: re.Pattern[str]) -> None:
    assert not pattern.search(text)
