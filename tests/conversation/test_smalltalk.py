"""Small talk: what counts as such, and what is said to it."""

from __future__ import annotations

import pytest

from bot.conversation.smalltalk import SmallTalk, line, read
from bot.knowledge.show import Show

SAID = {
    SmallTalk.GREETING: ["hi", "Hello!", "hey hyosan", "Hyosan", "yo", "good morning", "",
                         "hiii, how are you?", "안녕하세요"],
    SmallTalk.THANKS: ["thanks", "Thank you so much!", "ty", "ok thanks", "thx hyosan",
                       "thanks for the help", "thanks bye", "고마워"],
    SmallTalk.PRAISE: ["good bot", "nice", "you are awesome", "i love this bot", "great job",
                       "best bot"],
    SmallTalk.NOD: ["ok", "lol", "haha ok", "ok cool", "oh wow", "I see", "never mind"],
    SmallTalk.FAREWELL: ["bye", "good night", "see you later"],
    SmallTalk.WHO_ARE_YOU: ["who are you?", "what are you", "what's your name", "who made you"],
    SmallTalk.WHAT_CAN_YOU_DO: ["what can you do?", "help", "how does this work",
                                "what should I ask", "what do you know"],
    SmallTalk.ARE_YOU_AN_AI: ["are you an AI?", "are you a bot", "r u human", "is this chatgpt",
                              "do you make things up?", "are you a real person",
                              "where do your answers come from"],
    SmallTalk.THAT_IS_WRONG: ["that's wrong", "that is not true", "no, that's incorrect", "wrong",
                              "bad bot", "you are wrong", "how do I report a mistake?"],
}  # fmt: skip
"""What people say, by what is meant."""

NOT_SMALL = [
    "hi, who directed it?", "thanks, and who plays her", "who is the best character",
    "what can zombies do", "who are the survivors", "is the bot in the series a robot",
    "what is wrong with the principal", "are the zombies alive", "good episodes", "who made it",
    "what do you know about season 2", "is it based on a true story", "hello kitty", "?!",
    "the good place", "what are you hiding, principal",
]  # fmt: skip


@pytest.mark.parametrize(
    ("talk", "text"), [(talk, text) for talk, texts in SAID.items() for text in texts]
)
def test_it_is_understood(talk: SmallTalk, text: str) -> None:
    assert read(text, "Hyosan") is talk


@pytest.mark.parametrize("text", NOT_SMALL)
def test_a_question_is_none(text: str) -> None:
    assert read(text, "Hyosan") is None


@pytest.mark.parametrize("talk", SmallTalk)
def test_each_gets_one_short_line(talk: SmallTalk) -> None:
    said = line(talk, Show(title="The Long Ferry"))
    assert "\n" not in said
    assert len(said) <= 140
    assert "!" not in said


def test_it_is_honest_about_where_answers_come_from() -> None:
    said = line(SmallTalk.ARE_YOU_AN_AI, Show())
    assert "program" in said
    assert "nothing I say is made up" in said
