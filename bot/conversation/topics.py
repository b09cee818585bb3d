"""Whole topics: "tell me about the kiss", "everything about season 2"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from bot.matching.analyser import Analyser
from bot.matching.language.terms import Term
from bot.matching.language.tokens import words
from bot.matching.requests.titles import Titles
from bot.matching.vocabulary import is_content

__all__ = ["asked_about", "topic_named"]

_LEAST = 3
"""Facts from which a topic is worth an overview."""


def asked_about(text: str) -> str | None:
    """The subject of which a text asks for all there is; None for any other text."""
    match = _FORM.fullmatch(" ".join(words(text)))
    return match["what"] if match else None


def topic_named(
    phrase: str, topics: Iterable[str | None], analyser: Analyser, titles: Titles
) -> str | None:
    """The topic that a phrase names and nothing beside it: "the kiss" for `kiss-scene`.

    `topics` are those of all facts, one a fact; of several that fit, the one with fewer words.
    """
    found = [word for word in titles.cut(words(phrase)) if word not in _FILLER]
    analysed = analyser.analyse(" ".join(found))
    wanted = _telling(analyser, " ".join(found))
    if not wanted or analysed.mentions:
        return None
    counts = Counter(topic for topic in topics if topic)
    fitting = {
        topic: len(own)
        for topic, count in counts.items()
        if count >= _LEAST and wanted <= (own := _telling(analyser, topic.replace("-", " ")))
    }
    return min(fitting, key=lambda topic: (fitting[topic], topic), default=None)


def _telling(analyser: Analyser, text: str) -> frozenset[Term]:
    return frozenset(t.term for t in analyser.analyse(text).tokens if is_content(t.term))


_FILLER = frozenset("the a an whole entire all famous show series drama kdrama".split())
_MUCH = r"(?:more|something|everything|anything|all|all there is|what you know|a bit|a lot|stuff)"
_FORM = re.compile(
    r"(?:(?:hey|hi|ok|okay|so|please|can you|could you) )*"
    rf"(?:(?:tell|teach|inform|show|give) (?:me|us)(?: {_MUCH}| facts| info)?|"
    r"what do you know|what can you (?:tell me|say)|what (?:is|do) there(?: is)? to know|"
    r"i want to know(?: \w+)?|i would like to know(?: \w+)?|"
    r"everything|anything|all|facts|info|information|trivia|overview|summary|a summary|"
    r"an overview|more|the story|what is known|everything there is to know|all there is to know|"
    r"whatever you know) (?:about|on|of) (?P<what>.+?)(?: please)?"
)
