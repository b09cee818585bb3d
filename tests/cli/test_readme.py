"""What the README shows works as it stands there."""

from __future__ import annotations

import json
import re
import textwrap
from pathlib import Path

import pytest
from command_line import Hyosan

from bot.cli.failure import BAD_KNOWLEDGE, BAD_USE, NO_OUTPUT
from bot.knowledge.schema import Knowledge

REPOSITORY = Path(__file__).resolve().parents[2]
README = (REPOSITORY / "README.md").read_text(encoding="utf-8")
CURATORS = (REPOSITORY / "facts" / "README.md").read_text(encoding="utf-8")


def test_two_commands_of_one_line_each() -> None:
    blocks = re.findall(r"^```sh\n(.*?)^```", README, flags=re.MULTILINE | re.DOTALL)
    chat, tests = blocks
    for block in blocks:
        assert block.count("\n") == 1
        assert block.startswith("python3 -m venv .venv && ")
    assert chat.endswith(" -m bot chat\n")
    assert tests.endswith(" -m pytest -q -n auto --maxprocesses 4\n")


def test_the_fact_to_copy_is_right(hyosan: Hyosan, facts: Path) -> None:
    (block,) = re.findall(r"^ +```yaml\n(.*?)^ +```", README, flags=re.MULTILINE | re.DOTALL)
    text = textwrap.dedent(block)
    (facts / "all.yaml").write_text(text, encoding="utf-8")
    counts = "1 fact, 0 quotes, 0 people, 5 phrasings: 0 errors, 0 warnings, 0 advice."
    assert hyosan("check", "--strict", "facts").err.strip() == counts


def test_the_fact_to_copy_is_answered_beside_the_shipped_ones(
    hyosan: Hyosan, tmp_path: Path
) -> None:
    (block,) = re.findall(r"^ +```yaml\n(.*?)^ +```", README, flags=re.MULTILINE | re.DOTALL)
    (tmp_path / "data" / "facts").mkdir(parents=True)
    (tmp_path / "data" / "facts" / "own.yaml").write_text(textwrap.dedent(block), encoding="utf-8")
    asked = "when is watch night?\nwho plays Nam On-jo?\n"
    own, shipped = map(json.loads, hyosan("ask", "--json", "-", stdin=asked.encode()).lines)
    assert own["fact"] == "watch-night"
    assert shipped["status"] == "answered"


def test_nothing_is_left_to_mend_in_what_ships_and_what_is_there_to_copy_beside_it(
    hyosan: Hyosan, tmp_path: Path
) -> None:
    """Advice may be left of what ships: another fit of the matcher's weights gives other advice."""
    own = tmp_path / "data" / "facts"
    own.mkdir(parents=True)
    (first,) = re.findall(r"^ +```yaml\n(.*?)^ +```", README, flags=re.MULTILINE | re.DOTALL)
    (own / "own.yaml").write_text(textwrap.dedent(first), encoding="utf-8")
    second, phrasings, quiz, _ = re.findall(
        r"^```yaml\n(.*?)^```", CURATORS, flags=re.MULTILINE | re.DOTALL
    )
    (own / "more.yaml").write_text(f"facts:\n{second}{phrasings}{quiz}", encoding="utf-8")
    done = hyosan("check", "--strict", STALE_AFTER_DAYS="36500")  # what is shown has dates
    assert [line for line in done.lines if "data" in line or "advice" not in line] == []
    assert done.status == 0


def test_the_answer_that_is_shown_is_the_one_in_the_facts(shipped: Knowledge) -> None:
    fact = shipped.facts["kiss-takes"]
    for text in (fact.headed, fact.question, fact.answer):
        assert text in README


def test_the_clone_comes_first_and_windows_gets_a_command_at_a_time() -> None:
    clone = README.index("git clone <repository> hyosan\ncd hyosan\n")
    assert clone < README.index("python3 -m venv")
    (block,) = re.findall(r"^```powershell\n(.*?)^```", README, flags=re.MULTILINE | re.DOTALL)
    assert "&&" not in block
    assert block.splitlines()[-1].endswith(" -m bot chat")


def test_every_exit_code_is_told() -> None:
    (codes,) = re.findall(r"^Exit codes: (.*)$", README, flags=re.MULTILINE)
    for code in (0, BAD_KNOWLEDGE, BAD_USE, NO_OUTPUT, 130, 141):
        assert re.search(rf"\b{code}\b", codes)


@pytest.mark.parametrize("name", ["run", "chat", "ask", "quote", "check"])
def test_the_options_of_every_command_are_shown(hyosan: Hyosan, name: str) -> None:
    (row,) = re.findall(rf"^\| `({name}\b[^`]*)` \|", README, flags=re.MULTILINE)
    options = set(re.findall(r"--[a-z]+", hyosan(name, "--help").out)) - {"--help"}
    assert set(re.findall(r"--[a-z]+", row)) == options
