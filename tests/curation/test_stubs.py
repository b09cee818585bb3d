"""Open questions as knowledge files."""

from __future__ import annotations

from pathlib import Path

import yaml

from bot.curation.desk import Question
from bot.curation.stubs import stubs
from bot.knowledge.reader import read_folder

BUS = "What colour is the school bus: yellow?"


def question(text: str, *others: str) -> Question:
    return Question("aaaaaaaa", text, (text, *others), 4, 1_700_000_000)


def test_a_stub_is_what_a_curator_would_begin_with(tmp_path: Path) -> None:
    text = stubs(
        [question(BUS, "'is the bus' # red?", "- no"), question(BUS), question("학교 버스는 왜")],
        {"what-colour-is-the-school-bus-yellow-2"},
    )
    first, second, third = yaml.safe_load(text)["facts"]
    assert first == {
        "id": "what-colour-is-the-school-bus-yellow",
        "question": BUS,
        "aliases": ["'is the bus' # red?", "- no"],
        "answer": "",
        "sources": [],
    }
    assert second["id"] == "what-colour-is-the-school-bus-yellow-3"
    assert third["id"].startswith("fact-")
    assert "# asked 4 times, last on 2023-11-14\n" in text
    (tmp_path / "unanswered.yaml").write_text(text, encoding="utf-8")
    problems = read_folder(tmp_path).problems
    assert {problem.place.path.rpartition("/")[2] for problem in problems} == {"unanswered.yaml"}
    assert all("answer" in problem.message for problem in problems), problems


def test_a_long_question_has_an_id_that_fits() -> None:
    (fact,) = yaml.safe_load(stubs([question("pneumono" * 12 + " whatever else")], ()))["facts"]
    assert len(fact["id"]) <= 80
