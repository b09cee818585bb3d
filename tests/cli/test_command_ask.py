"""`python -m bot ask`."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from command_line import Hyosan, clean_environment

from bot.cli.failure import BAD_USE
from tests.knowledges import folder_of

SCHOOL = "What is the name of the high school in the series?"
KISS = "How many takes did the kiss scene need?"


def test_a_line_of_json_for_each_question(hyosan: Hyosan, facts: Path) -> None:
    questions = [SCHOOL, "", KISS, "who wrote hamlet", "  ", "이 학교 이름", "a\rb\u2028c\x1b[2J"]
    stdin = "\r\n".join(questions[:2]) + "\n" + "\n".join(questions[2:])
    done = hyosan("ask", "--json", "--facts", "facts", "-", stdin=stdin.encode())
    assert (done.status, done.err) == (0, "")
    answers = [json.loads(line) for line in done.out.splitlines()]
    assert [answer["question"] for answer in answers] == questions
    keys = ["question", "status", "fact", "answer", "score", "suggestions", "spoiler", "parts",
            "also", "elapsed_ms"]  # fmt: skip
    for answer in answers:
        assert list(answer) == keys
        assert 0 <= answer["score"] <= 1
        assert isinstance(answer["elapsed_ms"], float)
    school, blank, kiss, hamlet, spaces, *_ = answers
    assert (school["status"], school["fact"], school["spoiler"]) == (
        "answered",
        "school-name",
        None,
    )
    assert school["answer"] == "The students go to Hyosan High School."
    assert (kiss["fact"], kiss["spoiler"]) == ("kiss-takes", "s1e7")
    for unknown in (blank, hamlet, spaces):
        assert unknown["status"] == "unknown"
        assert unknown["fact"] is unknown["answer"] is None
        assert (unknown["suggestions"], unknown["spoiler"], unknown["also"]) == ([], None, [])


def test_two_questions_in_one_are_one_object(hyosan: Hyosan, facts: Path) -> None:
    done = hyosan("ask", "--json", "--facts", "facts", f"{SCHOOL} And {KISS}")
    answer = json.loads(done.out)
    assert (answer["status"], answer["fact"], answer["spoiler"]) == (
        "answered",
        "school-name",
        None,
    )
    assert [(also["fact"], also["spoiler"]) for also in answer["also"]] == [("kiss-takes", "s1e7")]
    assert answer["also"][0]["answer"] == "The kiss was filmed seventeen times."


def test_people_and_quotes_go_by_their_ids(hyosan: Hyosan, facts: Path) -> None:
    questions = "who is park ji-hu\nquotes of park ji-hu\nwhat did park ji-hu say about money"
    done = hyosan("ask", "--json", "--facts", "facts", "-", stdin=questions.encode())
    who, words, none = map(json.loads, done.lines)
    assert (who["status"], who["fact"]) == ("answered", "people/park-ji-hu")
    assert who["answer"].startswith("Plays Nam On-jo.")
    assert (words["status"], words["fact"][:7]) == ("answered", "quotes/")
    assert words["answer"] == "“I am proud of all of us.” (Their own words)"
    assert (none["status"], none["fact"]) == ("unknown", None)


def test_suggestions_are_ids(hyosan: Hyosan, facts: Path) -> None:
    questions = ["name of school", "school", "the kiss scene", "kiss", "scene takes", "high school"]
    done = hyosan("ask", "--json", "--facts", "facts", "-", stdin="\n".join(questions).encode())
    for answer in map(json.loads, done.lines):
        assert set(answer["suggestions"]) <= {"school-name", "kiss-takes"}
        assert bool(answer["suggestions"]) == (answer["status"] == "suggested")


def test_thousands_of_lines_stay_paired(hyosan: Hyosan, facts: Path) -> None:
    questions = [f"question number {number} \U0001f9df" for number in range(2000)]
    done = hyosan("ask", "--json", "-", "--facts", "facts", stdin="\n".join(questions).encode())
    assert [json.loads(line)["question"] for line in done.lines] == questions


def test_bytes_that_are_no_text(hyosan: Hyosan, facts: Path) -> None:
    stdin = b"\xef\xbb\xbffirst\n\xff\xfe\x00\n" + b"x" * 100_000 + b"\n\xed\xa0\x80"
    done = hyosan("ask", "--json", "--facts", "facts", "-", stdin=stdin)
    asked = [json.loads(line)["question"] for line in done.lines]
    assert (done.status, done.err) == (0, "")
    assert asked[:2] == ["first", "\ufffd\ufffd\0"]
    assert len(asked) == 4


def test_each_answer_comes_before_the_next_question(facts: Path) -> None:
    command = [sys.executable, "-m", "bot", "ask", "--json", "--facts", str(facts), "-"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=clean_environment()
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        # An answer that is held back would be waited for without end: then its output ends.
        patience = threading.Timer(60, process.kill)
        patience.start()
        for question in (SCHOOL, KISS):
            process.stdin.write(f"{question}\n".encode())
            process.stdin.flush()
            assert question in process.stdout.readline().decode()
        patience.cancel()
        process.stdin.close()
        assert process.wait() == 0


def test_plain_text(hyosan: Hyosan, facts: Path) -> None:
    done = hyosan("ask", *SCHOOL.split(), FACTS_DIR=str(facts))
    assert (done.status, done.err) == (0, "")
    assert done.lines == [
        SCHOOL,
        "The students go to Hyosan High School.",
        "As of 28 January 2022",
        "Source: Example News, https://example.org/school",
        "",
    ]


def test_plain_text_hides_a_spoiler(hyosan: Hyosan, facts: Path) -> None:
    hidden = hyosan("ask", "--facts", "facts", KISS)
    assert hidden.lines == [
        f"“{KISS}”",
        "Spoiler for S1E7: The number of takes of an episode 7 scene",
        "Hidden. Add --spoilers to read it.",
        "",
    ]
    shown = hyosan("ask", "--facts", "facts", "--spoilers", KISS)
    assert "The kiss was filmed seventeen times." in shown.lines
    assert "Source: A telling title, https://example.org/kiss" in shown.lines


def test_plain_text_for_each_line(hyosan: Hyosan, facts: Path) -> None:
    done = hyosan(
        "ask", "--facts", "facts", "-", stdin=f"\x1b[31mhamlet\u202e\n{SCHOOL}\n".encode()
    )
    assert done.status == 0
    assert "Nothing I have a source for answers “�[31mhamlet�”." in done.lines
    assert "The students go to Hyosan High School." in done.lines


def test_an_argument_that_is_no_text(hyosan: Hyosan, facts: Path) -> None:
    done = hyosan("ask", "--facts", "facts", b"\xff?")
    assert (done.status, done.err) == (0, "")
    answer = hyosan("ask", "--json", "--facts", "facts", b"\xff?", LC_ALL="C", PYTHONUTF8="0")
    assert json.loads(answer.out)["question"] == "\ufffd?"


def test_a_reader_that_leaves(facts: Path) -> None:
    for options in ("--json", "--spoilers"):
        command = f"yes | {sys.executable} -m bot ask {options} --facts {facts} - | head -n 1"
        script = f"{command}; echo ${{PIPESTATUS[1]}}"
        done = subprocess.run(
            ["bash", "-c", script], capture_output=True, text=True, check=True,
            env=clean_environment(),
        )  # fmt: skip
        assert done.stderr == ""
        assert done.stdout.splitlines()[-1] == "141"


def hear_control_c() -> None:
    """Take Ctrl-C as in a terminal: what runs in the background of a script is deaf to it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_control_c_ends_quietly(facts: Path) -> None:
    command = [sys.executable, "-m", "bot", "ask", "--json", "--facts", str(facts), "-"]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=clean_environment(),
        preexec_fn=hear_control_c,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(b"hello\n")
        process.stdin.flush()
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.stderr.read() == b""
        assert process.wait() == 130


@pytest.mark.parametrize("name", ["ask", "quote"])
def test_broken_knowledge_is_told_by_place(hyosan: Hyosan, facts: Path, name: str) -> None:
    (facts / "broken.yaml").write_text("facts:\n  - id: no question\n", encoding="utf-8")
    done = hyosan(name, "--json", "--facts", str(facts), "anything")
    assert (done.status, done.out) == (1, "")
    assert "facts/broken.yaml:2:5: fact 'no question': 'question' is missing; add it" in done.err
    assert "Traceback" not in done.err


def test_explain_tells_what_decided(hyosan: Hyosan, facts: Path) -> None:
    done = hyosan("ask", "--explain", "--facts", "facts", KISS)
    assert (done.status, done.err) == (0, "")
    for heading in ("Decision: answered", "Names:", "Words,", "Facts, most probable first:"):
        assert heading in done.out


def test_how_far_somebody_is_decides_what_is_hidden(hyosan: Hyosan, facts: Path) -> None:
    for horizon, is_open in (("s1e6", False), ("s1e7", True), ("none", False), ("all", True)):
        done = hyosan("ask", "--horizon", horizon, "--facts", facts, KISS)
        assert ("The kiss was filmed seventeen times." in done.lines) == is_open
        assert ("Hidden. Add --spoilers to read it." in done.lines) != is_open
    quoted = hyosan("quote", "--horizon", "s1e7", "--facts", facts, "lomon")
    assert "He was shy during the kiss." in quoted.lines


def test_a_wrong_horizon_says_what_is_right(hyosan: Hyosan, facts: Path) -> None:
    for command in ("ask", "quote", "chat"):
        rest = [] if command == "chat" else ["x"]
        done = hyosan(command, "--horizon", "episode 4", "--facts", facts, *rest)
        assert done.status == BAD_USE
        assert "--horizon is wrong. Right is: none, s1e1" in done.err


LEAVES = "Who leaves the house, and when?"
HOUSE = str(folder_of("parts"))


def test_of_an_answer_in_parts_json_tells_each_and_what_is_open(hyosan: Hyosan) -> None:
    done = hyosan("ask", "--json", "--horizon", "s1e4", "--facts", HOUSE, LEAVES)
    answer = json.loads(done.out)
    assert answer["answer"].startswith("Episode 1: the gardener. Episode 3: the cook. Also")
    assert answer["answer"].endswith("Episode 9: the twins.")
    assert answer["spoiler"] == "s1e9, novel"
    assert [(part["spoiler"], part["open"]) for part in answer["parts"]] == [
        ("s1e1", True),
        ("s1e3", True),
        ("s1e3", True),
        ("s1e5", False),
        ("s1e1, novel", False),
        ("s1e9, novel", False),
    ]
    assert " ".join(part["answer"] for part in answer["parts"]) == answer["answer"]
    plain = json.loads(hyosan("ask", "--json", "--facts", HOUSE, "door colour").out)
    assert (plain["answer"], plain["parts"]) == ("Green.", [])


def test_of_an_answer_in_parts_text_hides_what_lies_beyond(hyosan: Hyosan) -> None:
    told = hyosan("ask", "--horizon", "s1e4", "--facts", HOUSE, LEAVES).lines
    assert "Episode 3: the cook." in told
    assert "Spoiler for S1E5" in told
    assert told.count("Hidden. Add --spoilers to read it.") == 1
    assert not any("butler" in line or "five" in line for line in told)
    all_of_it = hyosan("ask", "--spoilers", "--facts", HOUSE, LEAVES).lines
    assert all_of_it.index("Episode 5: the butler.") < all_of_it.index("Episode 9: the twins.")
