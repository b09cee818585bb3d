"""The quiz of one at a terminal."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from bot.archive import Archive
from bot.cli.session import Chat
from bot.knowledge.layers import Layer
from bot.library import Library
from bot.replies import quiz_wording as wording
from tests.quiz.animals import ANIMALS, knowledge


class Alone:
    """Somebody who plays, and a clock that stands still."""

    def __init__(self, folder: Path) -> None:
        self.now = 0.0
        archive = Archive(Library([Layer.of(folder)]), random.Random(3))
        self.chat = Chat(archive, clock=lambda: self.now)
        self.lines: list[str] = []

    def type(self, text: str) -> list[str]:
        self.lines = [line.text for line in self.chat.respond(text)]
        return self.lines

    @property
    def right(self) -> str:
        """The answer to the question that stands there."""
        asked = next(line for line in reversed(self.lines) if line.startswith("Animal number "))
        return ANIMALS[int(asked.removeprefix("Animal number ").removesuffix("?"))]

    def choice(self, *, right: bool = True) -> str:
        """What to type for the right answer, or for another."""
        return next(
            line.partition(".")[0]
            for line in self.lines
            if line[:1].isdigit() and line.endswith(f". {self.right}") == right
        )


@pytest.fixture
def alone(tmp_path: Path) -> Alone:
    for name, text in knowledge(8, 4).items():
        (tmp_path / name).write_text(text)
    return Alone(tmp_path)


def test_a_game_is_played_by_numbers_to_its_end(alone: Alone) -> None:
    alone.type("/quiz 5")
    assert alone.lines[0] == "Question 1 of 5"
    assert wording.HOW_TO_ANSWER in alone.lines
    seen = {alone.right}
    for number in range(2, 6):
        alone.now += 1
        alone.type(alone.choice(right=number % 2 == 0))
        assert alone.lines[0].startswith("That is right: +" if number % 2 == 0 else "That is not")
        assert f"Question {number} of 5" in alone.lines
        assert alone.right not in seen
        seen.add(alone.right)
    alone.type(alone.choice())
    assert alone.lines[-1].endswith("3 of 5 right")
    assert alone.type("1") != []
    assert wording.GAME_OVER in alone.lines


def test_an_answer_is_typed_in_words(alone: Alone) -> None:
    alone.type("/quiz typed animals")
    right = alone.right
    assert wording.HOW_TO_TYPE in alone.lines
    alone.type(f"it is the {right}")
    assert alone.lines[0].startswith("That is right: +")
    assert f"It is the {right}." in alone.lines
    right = alone.right
    alone.type("a unicorn")
    assert alone.lines[:2] == ["That is not it.", f"Right: {right}"]
    assert any("https://example.org/" in line for line in alone.lines)
    alone.type("/quiz stop")
    assert alone.lines[-1].endswith("1 of 2 right")
    assert alone.type("/quiz stop") == [wording.NONE_RUNS]


def test_nothing_is_asked_beyond_how_far_somebody_is(alone: Alone) -> None:
    alone.type("/quiz 30 typed")
    while wording.FINAL not in alone.lines:
        assert alone.right in ANIMALS[:8]
        alone.type(alone.right)
    assert "8 of 8 right" in alone.lines[-1]


def test_in_the_middle_one_may_ask_something_else_and_come_back(alone: Alone) -> None:
    alone.type("/quiz")
    asked = alone.lines
    assert "It is the otter." in alone.type("Which animal has number 0?")
    assert alone.type("/quiz") == asked
    alone.type(alone.choice())
    assert alone.lines[0].startswith("That is right: +")


def test_a_topic_that_there_is_not_is_told(alone: Alone) -> None:
    assert alone.type("/quiz cooking") == [wording.NO_SUCH_TOPIC]
