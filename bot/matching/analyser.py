"""A text to what matching compares: the words that tell, the people named, the kind of question.

The same analysis is done on every phrasing when the index is built and on each question when it
comes, so both are always cut alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bot.matching.language.english import STOP_WORDS, UNITS
from bot.matching.language.korean import to_english
from bot.matching.language.tokens import MAX_CHARS, is_hangul, stem, tokenise, words
from bot.matching.names.mentions import Mention, Names

__all__ = ["KINDS", "Analysed", "Analyser", "Mend", "Term"]

Mend = Callable[[str], Sequence[str]]

_ASKING = {"who": "?who", "whom": "?who", "whose": "?who", "when": "?when", "where": "?where",
           "why": "?why", "how": "?how", "which": "?which", "what": "?what",
           "누가": "?who", "누구": "?who", "언제": "?when", "어디": "?where", "왜": "?why",
           "몇": "?count"}  # fmt: skip
_HOW = {"many": "?count", "much": "?count", "often": "?count", "long": "?long", "old": "?old",
        "tall": "?tall", "far": "?far", "big": "?count", "large": "?count"}  # fmt: skip


KINDS = {kind: n for n, kind in enumerate(sorted({*_ASKING.values(), *_HOW.values()}))}
"""Every kind of question, with its number."""

_INNER_CAPITAL = re.compile(r"(?<=[a-z,;:0-9] )[A-Z][a-z]+")
_OWN = frozenset("i me my mine myself we our us am".split())
_COUNTS = frozenset({"number", "count", "total"})
_VERBS = frozenset("is are was were do does did has have had would".split())


class Term(NamedTuple):
    """One unit of meaning: `text` is what the index knows it by, `word` how it was written."""

    text: str
    word: str


@dataclass(frozen=True, slots=True)
class Analysed:
    """What matching knows of a text."""

    words: tuple[str, ...]
    terms: tuple[Term, ...]
    mentions: tuple[Mention, ...]
    roles: tuple[Mention, ...]
    asks: frozenset[str]
    capital: frozenset[str]
    """Stems of words inside the text that begin with a capital: most are names of something."""
    own: int
    """How often the writer speaks of themselves: "my" and the like, which questions seldom do."""
    asked: frozenset[str]
    """Stems of what is counted or chosen: "how many takes", "which agency"."""


class Analyser:
    """Cuts texts with the names and synonyms of one state of knowledge; immutable once built."""

    def __init__(self, names: Names, synonyms: Iterable[Sequence[str]]) -> None:
        self._names = names
        self._groups: dict[tuple[str, ...], str] = {}
        for group in synonyms:
            keys = [tuple(tokenise(words(phrase))) for phrase in group]
            for key in keys:
                if key:
                    self._groups[key] = _group_term(keys[0])
        self._firsts = frozenset(key[0] for key in self._groups)
        self._longest = max((len(key) for key in self._groups), default=1)

    def analyse(self, text: str, mend: Mend | None = None) -> Analysed:
        """Analyse `text`; linear in its length, which the normaliser bounds.

        `mend` turns a misspelt word into the words it stands for (itself when it is none); names
        are recognised before it is asked.
        """
        found = words(text)
        mentions = self._names.mentions(found, typos=mend is not None)
        understood = self._understand(found, mentions, mend)
        if understood != found:
            found = understood
            mentions = self._names.mentions(found, typos=mend is not None)
        terms: list[Term] = []
        position = 0
        for mention in mentions:
            terms.extend(self._plain(found[position : mention.start]))
            position = mention.end
        terms.extend(self._plain(found[position:]))
        roles = self._names.roles(found)
        asks, asked = _asking(found)
        return Analysed(
            words=tuple(found),
            terms=tuple(terms),
            mentions=tuple(mentions),
            roles=tuple(roles),
            asks=asks,
            capital=_capital(text) if mend else frozenset(),
            own=sum(word in _OWN for word in found),
            asked=asked,
        )

    def _understand(
        self, found: list[str], mentions: Sequence[Mention], mend: Mend | None
    ) -> list[str]:
        """The words with Korean ones in English and misspelt ones mended; names as they are."""
        named = {place for m in mentions for place in range(m.start, m.end)}
        understood: list[str] = []
        for place, word in enumerate(found):
            if place in named:
                understood.append(word)
            elif is_hangul(word):
                understood = self._from_korean(understood, word)
            else:
                understood.extend(mend(word) if mend else (word,))
        return understood

    def _from_korean(self, before: list[str], word: str) -> list[str]:
        """`before` with a Korean word in English; "8화" counts as "episode 8", not "8 episodes"."""
        english = to_english(word)
        if before and before[-1].isdigit() and english and english[0] in UNITS:
            return [*before[:-1], english[0], before[-1]]
        if len(word) == 1 and not english and before:
            return before  # a particle behind a number or a Latin word
        return [*before, *(english or (word,))]

    def _plain(self, found: Sequence[str]) -> list[Term]:
        """Terms of words among which no name stands."""
        tokens = tokenise(list(found))
        spelt = _aligned(found, tokens)
        if self._firsts.isdisjoint(tokens):
            return list(map(Term, tokens, spelt))
        terms: list[Term] = []
        position = 0
        while position < len(tokens):
            length = self._group_at(tokens, position)
            if length:
                key = tuple(tokens[position : position + length])
                terms.append(Term(self._groups[key], spelt[position]))
                position += length
            else:
                terms.append(Term(tokens[position], spelt[position]))
                position += 1
        return terms

    def _group_at(self, tokens: Sequence[str], position: int) -> int:
        if tokens[position] not in self._firsts:
            return 0
        for length in range(min(self._longest, len(tokens) - position), 0, -1):
            if tuple(tokens[position : position + length]) in self._groups:
                return length
        return 0


def _group_term(key: tuple[str, ...]) -> str:
    """The term that stands for a whole group of synonyms."""
    return key[0] if len(key) == 1 else f"={'_'.join(key)}"


def _aligned(found: Sequence[str], tokens: Sequence[str]) -> Sequence[str]:
    """For each token the word it came from; a unit with its number came from two."""
    if len(found) == len(tokens):
        return found
    spelt: list[str] = []
    position = 0
    for token in tokens:
        spelt.append(found[position])
        position += 2 if "#" in token[1:] else 1
    return spelt


def _asking(found: Sequence[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The kinds of question asked (?who, ?count), and the stems of the nouns asked for.

    Such a noun stands within three words behind "how many", "which", "what" or "number".
    """
    asks: set[str] = set()
    asked: set[str] = set()
    for place, word in enumerate(found):
        if word not in _ASKING and word not in _COUNTS:
            continue
        following = found[place + 1] if place + 1 < len(found) else ""
        is_counted = word == "how" and following in _HOW
        kind = _HOW[following] if is_counted else _ASKING.get(word, "?count")
        asks.add(kind)
        if kind == "?count" or word in {"which", "what"}:
            noun = _noun(found[place + 1 + is_counted : place + 4 + is_counted])
            if noun:
                asked.add(stem(noun))
    return frozenset(asks), frozenset(asked)


def _capital(text: str) -> frozenset[str]:
    """Stems of the words that begin with a capital where a sentence does not demand it."""
    if text.isupper():
        return frozenset()
    return frozenset(stem(word.lower()) for word in _INNER_CAPITAL.findall(text[:MAX_CHARS]))


def _noun(following: Sequence[str]) -> str | None:
    """The first telling word, unless a verb comes before it ("what is ...")."""
    for word in following:
        if word in _VERBS:
            return None
        if word not in STOP_WORDS:
            return word
    return None
