"""Two questions in one, parted where each asks by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.matching.language.english import UNITS
from bot.matching.language.tokens import words
from bot.matching.names.names import Names
from bot.matching.requests.titles import Titles

__all__ = ["halves"]

_LEAST = 3
"""Words of a half from which it can ask by itself."""

_ASKING = frozenset(
    """
who whom whose what when where why how which is are was were do does did has have had will
would can could should
quien que cuando donde como cual wer was wann wo warum wie qui quand ou pourquoi comment
""".split()
)
"""Words that begin a question."""

_JOINT = re.compile(
    r"\?+\s+(?:(?:and|also|und|y|et)\s+)?(?=\S)|,?\s+(?:and|und|y|et)\s+(?:also\s+)?", re.IGNORECASE
)
_THEY = frozenset({"he", "she", "him", "his", "her", "they", "them", "their"})
_PLAYING = frozenset("who is the actor actress of plays played playing voices voiced".split())
"""Words of a question for whoever plays somebody, besides the name."""
_LEANING = frozenset({"hers", "theirs", "this", "that", "there", "then", "it", "its"})
"""Words that lean on what was said before in other ways."""


def halves(question: str, names: Names, titles: Titles) -> tuple[str, str] | None:
    """The two questions in one text; None where there is one, or one that leans on the other.

    "She" and the like in the second stand for the only person in the first, "it" for the series or
    for its season or episode, where the first half speaks of nothing else.
    """
    for joint in _JOINT.finditer(question):
        first, second = question[: joint.start()].strip(), question[joint.end() :].strip()
        if _asks(first) and _asks(second) and _JOINT.search(second.rstrip("? ")) is None:
            second = _on_its_own(first, second, names, titles)
            return (first, second) if second else None
    return None


def _asks(half: str) -> bool:
    """Whether a half begins as a question does and is long enough to be one."""
    found = words(half)
    return len(found) >= _LEAST and found[0] in _ASKING


def _on_its_own(first: str, second: str, names: Names, titles: Titles) -> str | None:
    """The second half with the name it leans on; None where it leans on anything else."""
    found, before = words(second), words(first)
    leaning = {word for word in found if word in _THEY or word in _LEANING}
    if not leaning:
        return second
    if leaning == {"it"}:
        meant = titles.named(before)[:1] or _numbered(before)
        if not meant and ("it" in before or _asks_for_part(before, names)):
            return second  # the series, as in a question of its own
    elif len(leaning) == 1 and leaning <= _THEY:
        people = names.mentions(before) or names.roles(before)
        meant = [tuple(before[one.start : one.end]) for one in people]
    else:
        return None
    if len(meant) != 1:
        return None
    return " ".join(" ".join(meant[0]) if word in leaning else word for word in found)


def _numbered(found: Sequence[str]) -> list[tuple[str, ...]]:
    """The season or episode that is named by its number, if it is one."""
    pairs = [pair for pair in pairwise(found) if pair[0] in UNITS and pair[1].isdigit()]
    return [*pairs] if len(pairs) == 1 else []


def _asks_for_part(found: Sequence[str], names: Names) -> bool:
    """Whether nothing is asked but who plays somebody."""
    mentions = names.mentions(found)
    named = {place for one in mentions for place in range(one.start, one.end)}
    rest = {word for place, word in enumerate(found) if place not in named}
    return bool(named) and rest <= _PLAYING
