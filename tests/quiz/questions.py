"""Questions for tests that need no knowledge."""

from __future__ import annotations

from bot.quiz.questions import Question


def question(
    right: str,
    *wrong: str,
    ask: str = "What is it?",
    accept: tuple[str, ...] = (),
    rivals: tuple[str, ...] = (),
    is_name: bool = False,
    id: str = "thing",
) -> Question:
    """A question with the right answer first."""
    others = wrong or ("first wrong", "second wrong", "third wrong")
    return Question(
        id, ask, (right, *others), 0, 1, accept, rivals=(*others, *rivals), is_name=is_name
    )
