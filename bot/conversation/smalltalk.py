"""Small talk: a few things that people say to a bot and that ask nothing of what it knows."""

from __future__ import annotations

import re
from enum import Enum, auto

from bot.knowledge.show import Show
from bot.matching.language.tokens import words
from bot.replies import wording

__all__ = ["BEGINNINGS", "SmallTalk", "line", "read"]


class SmallTalk(Enum):
    """What is meant."""

    GREETING = auto()
    THANKS = auto()
    PRAISE = auto()
    NOD = auto()
    FAREWELL = auto()
    WHO_ARE_YOU = auto()
    WHAT_CAN_YOU_DO = auto()
    ARE_YOU_AN_AI = auto()
    THAT_IS_WRONG = auto()


BEGINNINGS = frozenset({SmallTalk.GREETING, SmallTalk.WHO_ARE_YOU, SmallTalk.WHAT_CAN_YOU_DO})
"""What somebody says who has nothing to ask yet."""


def line(talk: SmallTalk, show: Show) -> str:
    """The one line that is said to it."""
    lines = {
        SmallTalk.GREETING: wording.hello(show),
        SmallTalk.THANKS: wording.YOU_ARE_WELCOME,
        SmallTalk.PRAISE: wording.GLAD,
        SmallTalk.NOD: wording.ASK_ON,
        SmallTalk.FAREWELL: wording.FAREWELL,
        SmallTalk.WHO_ARE_YOU: wording.who_i_am(show),
        SmallTalk.WHAT_CAN_YOU_DO: wording.what_i_can_do(show),
        SmallTalk.ARE_YOU_AN_AI: wording.NO_AI,
        SmallTalk.THAT_IS_WRONG: wording.HOW_TO_REPORT,
    }
    return lines[talk]


def read(text: str, name: str) -> SmallTalk | None:
    """What small talk a text is, said to somebody called `name`; None for everything else.

    All of the text has to be small talk: "hi, who directed it" is a question. Silence is a
    greeting.
    """
    found = words(text)
    if not found:
        return None if text.strip() else SmallTalk.GREETING
    said = _without(" ".join(words(name)), " ".join(found))
    for talk, form in _FORMS.items():
        if form.fullmatch(said):
            return talk
    return None


def _without(name: str, said: str) -> str:
    """What was said without the name before or behind it; a name alone calls somebody."""
    if said == name:
        return "hello"
    return said.removeprefix(f"{name} ").removesuffix(f" {name}")


_HELLO = (
    r"(?:hi|hii|hello|hey|heyy|heya|hiya|yo|sup|howdy|hallo|hola|annyeong|annyeonghaseyo|안녕|"
    r"안녕하세요|greetings|good (?:morning|evening|afternoon|day))"
)
_TO = r"(?: (?:there|bot|everyone|all|again|friend|buddy|you|guys|so much|a lot|very much|man))*"
_IS = r"(?:are you|is this|is that|are we talking to|am i talking to)"

_FORMS = {
    SmallTalk.GREETING: re.compile(
        rf"{_HELLO}(?: {_HELLO})*{_TO}(?: how are you(?: doing)?(?: today)?)?|"
        r"how are you(?: doing)?(?: today)?|how is it going|what is up|are you there|anyone here"
    ),
    SmallTalk.THANKS: re.compile(
        r"(?:ok |okay |cool |great |nice |wow |oh |perfect |ah )*"
        r"(?:thanks|thank you|thank|thx|ty|tysm|tyvm|thankyou|cheers|gracias|merci|danke|고마워|"
        rf"감사합니다|kamsahamnida|gomawo|much appreciated|appreciate it|i appreciate it){_TO}"
        r"(?: (?:for|that|this|the|your|help|answer|info|was|helpful|it|bye|goodbye))*"
    ),
    SmallTalk.PRAISE: re.compile(
        r"(?:(?:wow|you are|you are a|that is|this is|what a|such a|so|very|really|a|the|i love|"
        r"i like|love|my) )*(?:good|great|nice|best|smart|clever|amazing|awesome|cool|cute|lovely|"
        r"helpful|brilliant|perfect|love|well done|good job|great job|nice work|good work)"
        r"(?: (?:bot|one|you|this bot|job|work|answer|boy|girl|human))*|"
        r"i (?:love|like) (?:you|(?:this|the|that) bot|your answers?)"
    ),
    SmallTalk.NOD: re.compile(
        r"(?:(?:ok|okay|oh|ah|haha|hahaha|lol|lmao|omg|wow|hmm|interesting|i see|got it|alright|"
        r"cool|nice|great|good to know|fair enough|true|never mind|nevermind|nvm|yes|yeah|no|nope)"
        r"(?: |$))+"
    ),
    SmallTalk.FAREWELL: re.compile(
        rf"(?:bye|bye bye|goodbye|good night|goodnight|see you|see ya|cya|later|see you later|"
        rf"farewell|annyeong|got to go){_TO}"
    ),
    SmallTalk.WHO_ARE_YOU: re.compile(
        r"(?:so |and )?(?:who|what) (?:exactly )?are you(?: exactly)?|what is your name|"
        r"who is this(?: bot)?|introduce yourself|tell (?:me|us) about yourself|"
        r"what kind of bot are you|who made you|who built you|who created you"
    ),
    SmallTalk.WHAT_CAN_YOU_DO: re.compile(
        r"(?:so |and )?what (?:all )?(?:can|do) (?:you|u) do(?: here)?|what do you know|help|"
        r"help me|what can i ask(?: you)?(?: about)?|how do(?:es)? (?:you|this|this bot|it) work|"
        r"what are you (?:good )?for|how (?:do|can) i use (?:you|this|this bot)|commands|"
        r"what are your commands|what should i ask(?: you)?|what do you do|"
        r"can you help(?: me)?(?: please)?"
    ),
    SmallTalk.ARE_YOU_AN_AI: re.compile(
        rf"(?:so |but |wait )?{_IS} (?:really )?(?:an? )?(?:real )?(?:ai|a i|bot|robot|chatbot|"
        r"human|person|llm|chatgpt|chat gpt|gpt|machine|real|artificial intelligence|language "
        r"model|program|computer|alive|sentient)(?: or (?:an? )?\w+)?|"
        r"do you use (?:an? )?(?:ai|chatgpt|gpt|llm)|do you make (?:things|stuff|this|it) up|"
        r"is this ai generated|are these (?:answers )?ai generated|do you hallucinate|"
        r"where do (?:your answers|you get your answers) come from|"
        r"where do you get (?:your answers|this|your info|your information) from"
    ),
    SmallTalk.THAT_IS_WRONG: re.compile(
        r"(?:no |nope |hmm |um |but |sorry )*(?:(?:that|this|it|you|the answer|your answer) "
        r"(?:is|are|was|were) (?:so |just |totally |completely |actually )?(?:wrong|incorrect|"
        r"false|not (?:right|true|correct|it)|mistaken|outdated|a lie|lying)|wrong|wrong answer|"
        r"incorrect|bad bot|stupid bot|that is not what i (?:asked|meant)|you got (?:it|that) "
        r"wrong|not true|not correct|there is (?:a|an) (?:mistake|error)(?: in (?:that|this))?|"
        r"how (?:do|can) i report (?:a |an |this )?(?:mistake|error|it|this|that)?)"
    ),
}
"""Whole texts, in the words that `words` makes of them; the first that fits counts."""
