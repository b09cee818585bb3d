"""The conversation of the chat, without a terminal."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from bot.archive import Archive
from bot.cli.session import Chat
from bot.knowledge.layers import Layer
from bot.library import Library
from tests.knowledges import folder_of

SCHOOL = "What is the name of the high school in the series?"
KISS = "How many takes did the kiss scene need?"
HATS = folder_of("hats") / "facts.yaml"


@pytest.fixture
def chat(facts: Path) -> Chat:
    """A conversation about the small facts folder, whose chance is always the same."""
    return Chat(Archive(Library([Layer.of(facts)]), random.Random(7)))


def said(chat: Chat, typed: str) -> list[str]:
    """The lines that answer what was typed."""
    return [line.text for line in chat.respond(typed)]


@pytest.mark.parametrize("typed", [SCHOOL, f"/trivia {SCHOOL}", f"  /TRIVIA   {SCHOOL.upper()} "])
def test_a_question_with_and_without_its_command(chat: Chat, typed: str) -> None:
    assert "The students go to Hyosan High School." in said(chat, typed)


def test_an_unknown_question_gets_an_honest_no(chat: Chat) -> None:
    assert said(chat, "who wrote hamlet")[:2] == [
        "I don't know that yet",
        "Nothing I have a source for answers “who wrote hamlet”.",
    ]


def test_nothing_typed_nothing_said(chat: Chat) -> None:
    assert said(chat, "  \t ") == []


def test_a_spoiler_is_hidden_until_it_is_asked_for(chat: Chat) -> None:
    hidden = said(chat, KISS)
    assert "Hidden. Type show to read it." in hidden
    assert not any("seventeen" in line or "example.org" in line for line in hidden)
    shown = said(chat, "Show")
    assert "The kiss was filmed seventeen times." in shown
    assert "Source: A telling title, https://example.org/kiss" in shown
    assert said(chat, "show") == ["Nothing is hidden here."]


LEAVES = "Who leaves the house, and when?"


@pytest.fixture
def house() -> Chat:
    """A conversation about answers in parts."""
    return Chat(Archive(Library([Layer.of(folder_of("parts"))]), random.Random(7)))


def test_of_an_answer_in_parts_each_show_lifts_the_next_veil(house: Chat) -> None:
    """Whoever lifts the veil of episode 5 has not asked for that of episode 9."""
    said(house, "/spoilers me s1e4, novel")
    hidden = said(house, LEAVES)
    assert "Also in episode 3: the grey cat." in hidden
    assert "In the novel: the painter." in hidden
    assert hidden.count("Hidden. Type show to read it.") == 1
    titles = ["Spoiler for S1E5", "Spoiler for S1E9 and the novel"]
    assert [line for line in hidden if line.startswith("Spoiler")] == titles
    first = said(house, "show")
    assert "Episode 5: the butler." in first
    assert "Episode 9: the twins." not in first
    second = said(house, "show")
    assert "Episode 5: the butler." in second
    assert "Episode 9: the twins." in second
    assert "Hidden. Type show to read it." not in second
    assert said(house, "show") == ["Nothing is hidden here."]


def test_an_answer_in_parts_that_is_hidden_altogether_begins_at_its_beginning(house: Chat) -> None:
    hidden = said(house, LEAVES)
    assert hidden.count("Hidden. Type show to read it.") == 1
    shown = said(house, "show")
    assert "Episode 1: the gardener." in shown
    assert "Episode 3: the cook." not in shown
    for _ in range(4):
        shown = said(house, "show")
    assert "Episode 9: the twins." in shown
    assert said(house, "show") == ["Nothing is hidden here."]


def test_a_random_fact_gives_nothing_away_and_brings_another(chat: Chat) -> None:
    for typed in ("/trivia", "more", "1", "/trivia  ", "more"):
        lines = said(chat, typed)
        assert lines[0] == SCHOOL
        assert lines[-1] == "1. Another one"


def test_quotes(chat: Chat) -> None:
    lines = said(chat, "/quote park")
    assert lines[:2] == ["“I am proud of all of us.”", "— Park Ji-hu, who plays Nam On-jo"]
    assert lines[-2:] == ["1. Another one", "2. Park Solomon"]
    solomon = "Spoiler for S1E7: words of Park Solomon"
    lines = said(chat, "2")
    assert lines[0] == solomon
    assert lines[-2:] == ["1. Another one", "2. Park Ji-hu"]
    assert said(chat, "more")[0] == solomon
    assert said(chat, "/quote")[1].startswith("— Park Ji-hu")
    assert said(chat, "/quote about kiss")[0] == solomon
    assert said(chat, "/quote Park Ji-hu ABOUT kiss")[0].startswith("I have nothing of theirs")
    assert said(chat, "/quote Shakespeare")[0] == "I know nobody by that name"


def test_choosing_by_number(chat: Chat, facts: Path) -> None:
    shutil.copy(HATS, facts / "more.yaml")
    assert said(chat, "/facts reload")[0] == "Reloaded"
    lines = said(chat, "orchestra")
    assert lines[:2] == ["“orchestra”", "Did you mean one of these?"]
    choices = [line for line in lines if line[0].isdecimal()]
    assert len(choices) >= 3
    assert choices[-1] == f"{len(choices)}. None of these"
    for number, choice in enumerate(choices[:-1], 1):
        assert choice.startswith(f"{number}. ")
        said(chat, "orchestra")
        label = choice.removeprefix(f"{number}. ").removesuffix("…")
        assert said(chat, str(number))[0].startswith(label)
    said(chat, "which colour does the orchestra have")
    assert said(chat, str(len(choices)))[0] == "Then I don't know that yet"
    said(chat, "which colour does the orchestra have")
    beyond = f"Choose a number from 1 to {len(choices)}, or ask something else."
    for typed in ("0", "99", "9" * 5000):
        assert said(chat, typed) == [beyond]
    assert said(chat, "more") == ["There is no more of this. Try /trivia or /quote."]


def test_a_number_with_nothing_to_choose_is_a_question(chat: Chat) -> None:
    assert said(chat, "17")[0] in {"I don't know that yet", "Did you mean", "“17”"}


def test_reload(chat: Chat, facts: Path) -> None:
    assert said(chat, "/facts")[0].startswith("Type /facts reload")
    assert said(chat, "/facts reload") == ["Reloaded; nothing has changed"]
    good = (facts / "all.yaml").read_text(encoding="utf-8")
    (facts / "all.yaml").write_text("facts: 7\n", encoding="utf-8")
    lines = said(chat, "/facts reload")
    assert lines[0] == "Nothing was changed: 1 problem"
    assert ":1:" in lines[2]
    assert "The students go to Hyosan High School." in said(chat, SCHOOL)
    renamed = good.replace("Hyosan High", "Hyosan Senior High")
    (facts / "all.yaml").write_text(renamed, encoding="utf-8")
    assert said(chat, "/facts reload") == ["Reloaded", "Changed 1: facts/school-name"]
    assert "The students go to Hyosan Senior High School." in said(chat, SCHOOL)


def test_a_reload_drops_the_choices(chat: Chat, facts: Path) -> None:
    said(chat, "/quote park")
    shutil.copy(HATS, facts / "all.yaml")
    assert said(chat, "/facts reload")[0] == "Reloaded"
    assert said(chat, "2")[0] == "I don't know that yet"
    assert said(chat, "/quote park")[0] == "I know nobody by that name"
    assert said(chat, "/quote")[0] == "I have no quotes yet"


def test_commands(chat: Chat) -> None:
    for typed in ("/help", "help", "/HELP me"):
        lines = said(chat, typed)
        assert lines[0].startswith("Hyosan ")
        assert any(line.startswith("/facts reload") for line in lines)
    assert said(chat, "/quiet") == ["I have no command /quiet. Did you mean /quit?"]
    assert said(chat, "/dance")[0].startswith("I have no command /dance. Type /help")
    assert said(chat, "/")[0].startswith("I have no command /.")
    assert not chat.is_over


@pytest.mark.parametrize("typed", ["/quit", "quit", "/exit", "EXIT"])
def test_leaving(chat: Chat, typed: str) -> None:
    assert said(chat, typed) == ["Until next time."]
    assert chat.is_over


@pytest.mark.parametrize(
    "typed",
    ["\0", "\x1b[2J", "\u202eabc", "/\x1b]0;x\x07", "/quote \x9b31m", "\ud800", "²", "🧟" * 4000],
)
def test_nothing_typed_can_steer_the_terminal(chat: Chat, typed: str) -> None:
    for line in said(chat, typed):
        assert not set(line) & set("\0\x1b\x07\x9b\u202e\ud800")


def test_an_empty_knowledge(facts: Path) -> None:
    (facts / "all.yaml").write_text("facts: []\n", encoding="utf-8")
    chat = Chat(Archive(Library([Layer.of(facts)]), random.Random(7)))
    assert said(chat, "/trivia")[0].startswith("I have no facts")
    assert said(chat, "/quote")[0] == "I have no quotes yet"
    assert said(chat, "anything")[0] == "I don't know that yet"


def test_who_somebody_is_and_words_of_theirs_by_number(chat: Chat) -> None:
    lines = said(chat, "who is park ji-hu")
    assert lines[:2] == ["Park Ji-hu (박지후)", "Plays Nam On-jo."]
    assert lines[-2:] == ["1. Quote Park Ji-hu", "2. Who is Nam On-jo?"]
    assert "“I am proud of all of us.”" in said(chat, "1")


def test_follow_ups_and_small_talk(chat: Chat) -> None:
    assert said(chat, "hi") == ["Hello. Ask me anything about the series.", "1. Surprise me"]
    assert said(chat, "1")[0] == SCHOOL
    assert "Plays Nam On-jo." in said(chat, "who is park ji-hu")
    assert said(chat, "thanks") == ["You are welcome. Ask on whenever you like."]
    assert "Plays Nam On-jo." in said(chat, "who is she?")
    said(chat, SCHOOL)
    assert said(chat, "source?")[0] == "Where that comes from"


def test_numbers_keep_working_until_there_are_others(chat: Chat) -> None:
    said(chat, "/quote park")
    assert said(chat, "good bot") == [
        "That is kind of you. The credit goes to everybody who wrote it down."
    ]
    assert said(chat, "/help")[0].startswith("Hyosan ")
    assert said(chat, "2")[0] == "Spoiler for S1E7: words of Park Solomon"


def test_two_questions_on_one_line(chat: Chat) -> None:
    lines = said(chat, f"{SCHOOL} And {KISS}")
    assert "The students go to Hyosan High School." in lines
    assert lines.count("Hidden. Type show to read it.") == 1
    assert "The kiss was filmed seventeen times." in said(chat, "show")


def test_somebody_who_is_that_far_reads_it_openly(chat: Chat) -> None:
    assert said(chat, "/spoilers me")[0] == (
        "Nothing is set, so everything that gives the plot away is veiled."
    )
    assert "Type /spoilers me and none, s1e1" in said(chat, "/spoilers me s1e6 and more")[0]
    assert said(chat, "/spoilers me s1e6")[0] == (
        "You told me how far you are: season 1, episode 6."
    )
    assert said(chat, KISS)[-2:] == ["Hidden. Type show to read it.", "1. Surprise me"]
    said(chat, "/spoilers me s1e7")
    assert "The kiss was filmed seventeen times." in said(chat, KISS)
    said(chat, "/Spoilers ME none")
    assert said(chat, KISS)[-2:] == ["Hidden. Type show to read it.", "1. Surprise me"]
    assert "Type /spoilers me and" in said(chat, "/spoilers")[0]
