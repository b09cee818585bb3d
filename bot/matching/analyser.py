"""A text to what matching compares: the words that tell, the people named, the kind of question.

The same analysis is done on every phrasing when the index is built and on each question when it
comes, so both are always cut alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from bot.matching.language.english import STOP_WORDS, UNITS
from bot.matching.language.foreign import is_foreign, is_mostly_strange
from bot.matching.language.glossary import Gloss, in_english, is_marked, is_strange
from bot.matching.language.lexicon import Lexicon
from bot.matching.language.terms import Term, TermKind
from bot.matching.language.tokens import MAX_CHARS, Token, is_hangul, term_of, tokenise, words
from bot.matching.names.mentions import Mention
from bot.matching.names.names import Names
from bot.matching.titles import NO_TITLES, Titles

__all__ = ["Analysed", "Analyser", "Ask", "Correct"]

Correct = Callable[[Sequence[str]], Sequence[Sequence[str]]]
"""The words of a text to those that each was meant for: itself, where it is no misspelling."""


class Ask(IntEnum):
    """The kinds of question."""

    COUNT = 0
    FAR = 1
    HOW = 2
    LONG = 3
    OLD = 4
    TALL = 5
    WHAT = 6
    WHEN = 7
    WHERE = 8
    WHICH = 9
    WHO = 10
    WHY = 11

    @property
    def term(self) -> Term:
        """The term by which the index knows it."""
        return _ASK_TERMS[self]


_ASK_TERMS = {ask: Term(TermKind.ASK, ask.name.lower()) for ask in Ask}
_ASKING = {"who": Ask.WHO, "whom": Ask.WHO, "whose": Ask.WHO, "when": Ask.WHEN,
           "where": Ask.WHERE, "why": Ask.WHY, "how": Ask.HOW, "which": Ask.WHICH,
           "what": Ask.WHAT, "누가": Ask.WHO, "누구": Ask.WHO, "언제": Ask.WHEN,
           "어디": Ask.WHERE, "왜": Ask.WHY, "몇": Ask.COUNT}  # fmt: skip
_HOW = {"many": Ask.COUNT, "much": Ask.COUNT, "often": Ask.COUNT, "long": Ask.LONG,
        "old": Ask.OLD, "tall": Ask.TALL, "far": Ask.FAR, "big": Ask.COUNT,
        "large": Ask.COUNT}  # fmt: skip

_INNER_CAPITAL = re.compile(r"(?<=[a-z,;:0-9] )[A-Z][a-z]+")
_LONG_WORD = re.compile(r"[A-Za-z]{4,}")
_OWN = frozenset("i me my mine myself we our us am".split())
_CLITIC = re.compile(r"(?<=\w)['’ʼ](?=\w)")
"""What parts a name from an ending or an article in other languages: "Ann'in", "l'Ann"."""
_NEGATIONS = frozenset("not no never nobody none cannot without".split())
_COUNTS = frozenset({"number", "count", "total"})
_VERBS = frozenset("is are was were do does did has have had would".split())


@dataclass(frozen=True, slots=True)
class Analysed:
    """What matching knows of a text."""

    text: str
    """The text itself, without the name of the show."""
    typed: tuple[str, ...]
    """Its words as they were typed, with that name."""
    words: tuple[str, ...]
    """Its words as they are understood: in English as far as is known, misspelt ones corrected."""
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    roles: tuple[Mention, ...]
    asks: tuple[Ask, ...]
    capital: frozenset[Term]
    """Terms of words inside the text that begin with a capital: most are names of something."""
    own: int
    """How often the writer speaks of themselves: "my" and the like, which questions seldom do."""
    asked: frozenset[Term]
    """What is counted or chosen: "how many takes", "which agency"."""
    is_negated: bool
    """Whether it asks for what is not so: "who does not survive"."""
    is_acting: bool | None
    """Whether something telling follows the first name ("does Nam-ra bite somebody"), or stands
    before it alone ("who bites Nam-ra"); None without a name."""
    is_foreign: bool
    """Whether it is in a language other than English and Korean."""

    @property
    def named(self) -> tuple[Mention, ...]:
        """All words that mean somebody, by name or by what they do."""
        return self.mentions + self.roles


@dataclass(frozen=True, slots=True, eq=False)
class Analyser:
    """Cuts texts with the names, the lexicon and the synonyms of one state of knowledge."""

    _names: Names
    _lexicon: Lexicon
    titles: Titles
    _synonyms: Mapping[tuple[Term, ...], Term]
    _beginnings: frozenset[Term]
    """Terms with which a synonym begins."""
    _longest: int

    @classmethod
    def build(
        cls,
        names: Names,
        lexicon: Lexicon,
        synonyms: Iterable[Sequence[str]] = (),
        titles: Titles = NO_TITLES,
    ) -> Analyser:
        """Index `synonyms`: groups of words or phrases, all taken for the first of their group."""
        found: dict[tuple[Term, ...], Term] = {}
        for group in synonyms:
            keys = [tuple(t.term for t in tokenise(lexicon.cut(phrase))) for phrase in group]
            found |= {key: _group_term(keys[0]) for key in keys if key}
        beginnings = frozenset(key[0] for key in found)
        return cls(names, lexicon, titles, found, beginnings, max(map(len, found), default=1))

    def analyse(self, text: str, correct: Correct | None = None) -> Analysed:
        """Analyse `text`; linear in its length, which the normaliser bounds.

        `correct` is for text that was typed in haste; names are recognised before it is asked. A
        text in another language than those that are known is not corrected.
        """
        found = words(text)
        as_typed = tuple(found)
        untitled = self.titles.without(text, typos=correct is not None)
        if untitled != text:
            text, found = untitled, words(untitled)
        is_other = correct is not None and is_foreign(text, found)
        latin = self._names.latin(text)
        if latin != text:
            text, found = latin, words(latin)
        if is_other:
            found = words(_CLITIC.sub(" ", text))
        has_slips = correct is not None and not is_other
        mentions = self._names.mentions(found, typos=has_slips)
        gloss = self._gloss(text, found, mentions, is_other) if correct is not None else None
        if gloss is not None:
            is_other, found = gloss.is_encoded, list(gloss.words)
            mentions = self._names.mentions(found, typos=has_slips)
        is_typed = has_slips and gloss is None
        understood = self._understand(found, mentions, correct if is_typed else None)
        if understood != found:
            found = understood
            mentions = self._names.mentions(found, typos=has_slips)
        tokens: list[Token] = []
        position = 0
        for mention in mentions:
            tokens.extend(self._tokens(found[position : mention.start]))
            position = mention.end
        tokens.extend(self._tokens(found[position:]))
        asks, asked = _asking(found)
        return Analysed(
            text=text,
            typed=as_typed,
            words=tuple(found),
            tokens=tuple(tokens),
            mentions=tuple(mentions),
            roles=tuple(self._names.roles(found)),
            asks=asks,
            capital=_capital(text) if correct else frozenset(),
            own=sum(word in _OWN for word in found),
            asked=asked,
            is_negated=not _NEGATIONS.isdisjoint(found),
            is_acting=_is_acting(found, mentions),
            is_foreign=is_other,
        )

    def _gloss(
        self, text: str, found: Sequence[str], mentions: Sequence[Mention], is_other: bool
    ) -> Gloss | None:
        """The words of a text of another language in English.

        One that is not told to be `is_other` by itself has to have many words that English lacks.
        """
        if not is_other and not is_marked(text):
            has_clitics = _CLITIC.search(text) is not None
            if has_clitics:
                found = words(_CLITIC.sub(" ", text))
            if not any(map(self._is_strange, found)):
                return None  # as of nearly all questions: their names need not be found again
            mentions = self._names.mentions(found) if has_clitics else mentions
            named = _places(mentions)
            asked = [word for place, word in enumerate(found) if place not in named]
            strange = list(filter(self._is_strange, asked))
            if not is_mostly_strange(found, strange, len(asked)):
                return None
        return in_english(text, found, _places(mentions), self._lexicon.phrases)

    def _is_strange(self, word: str) -> bool:
        """Whether another language has a word, and neither English nor the knowledge."""
        return is_strange(word) and not self._names.is_ordinary(word)

    def _understand(
        self, found: list[str], mentions: Sequence[Mention], correct: Correct | None
    ) -> list[str]:
        """The words in English as far as is known, misspelt ones corrected; names as they are."""
        named = _places(mentions)
        meant = self._corrected(found, named, correct) if correct else [(word,) for word in found]
        understood: list[str] = []
        for place, word in enumerate(found):
            if place in named:
                understood.append(word)
            elif is_hangul(word):
                understood = self._from_korean(understood, word)
            else:
                for one in meant[place]:
                    understood.extend(self._lexicon.english(one) or (one,))
        return understood

    def _corrected(
        self, found: Sequence[str], named: Container[int], correct: Correct
    ) -> Sequence[Sequence[str]]:
        """What the words were meant for; those of the lexicon stand for themselves."""
        meant: list[Sequence[str]] = [(word,) for word in found]
        places = [
            place
            for place, word in enumerate(found)
            if place not in named and not is_hangul(word) and not self._lexicon.english(word)
        ]
        for place, corrected in zip(places, correct([found[p] for p in places]), strict=True):
            meant[place] = corrected
        return meant

    def _from_korean(self, before: list[str], word: str) -> list[str]:
        """`before` with a Korean word in English; "8화" counts as "episode 8", not "8 episodes"."""
        english = self._lexicon.english(word)
        if before and before[-1].isdigit() and english and english[0] in UNITS:
            return [*before[:-1], english[0], before[-1]]
        if len(word) == 1 and not english and before:
            return before  # a particle behind a number or a Latin word
        return [*before, *(english or (word,))]

    def _tokens(self, found: Sequence[str]) -> list[Token]:
        """Tokens of words among which no name stands; synonyms by what their group goes by."""
        tokens = tokenise(found)
        if all(token.term not in self._beginnings for token in tokens):
            return tokens
        grouped: list[Token] = []
        position = 0
        while position < len(tokens):
            length = self._synonym_at(tokens, position)
            if length:
                key = tuple(token.term for token in tokens[position : position + length])
                grouped.append(Token(self._synonyms[key], tokens[position].word))
            else:
                grouped.append(tokens[position])
            position += length or 1
        return grouped

    def _synonym_at(self, tokens: Sequence[Token], position: int) -> int:
        """How many tokens from `position` on make a synonym, the longest; 0 if none do."""
        if tokens[position].term not in self._beginnings:
            return 0
        for length in range(min(self._longest, len(tokens) - position), 0, -1):
            if tuple(t.term for t in tokens[position : position + length]) in self._synonyms:
                return length
        return 0


def _group_term(key: Sequence[Term]) -> Term:
    """The term that stands for a whole group of synonyms; one with a number is held to that."""
    if len(key) == 1:
        return key[0]
    number = next((term.text for term in key if term.is_number), None)
    if number is not None:
        noun = "-".join(term.text for term in key if not term.is_number)
        return Term(TermKind.NUMBERED, f"{noun} {number}")
    return Term(TermKind.PHRASE, " ".join(term.text for term in key))


def _places(mentions: Iterable[Mention]) -> set[int]:
    """Where names stand."""
    return {place for one in mentions for place in range(one.start, one.end)}


def _asking(found: Sequence[str]) -> tuple[tuple[Ask, ...], frozenset[Term]]:
    """The kinds of question asked, and the nouns asked for.

    Such a noun stands within three words behind "how many", "which", "what" or "number".
    """
    asks: dict[Ask, None] = {}
    asked: set[Term] = set()
    for place, word in enumerate(found):
        if word not in _ASKING and word not in _COUNTS:
            continue
        following = found[place + 1] if place + 1 < len(found) else ""
        is_counted = word == "how" and following in _HOW
        kind = _HOW[following] if is_counted else _ASKING.get(word, Ask.COUNT)
        asks[kind] = None
        if kind is Ask.COUNT or word in {"which", "what"}:
            noun = _noun(found[place + 1 + is_counted : place + 4 + is_counted])
            if noun:
                asked.add(term_of(noun))
    return tuple(asks), frozenset(asked)


def _is_acting(found: Sequence[str], mentions: Sequence[Mention]) -> bool | None:
    if not mentions:
        return None
    named = {place for mention in mentions for place in range(mention.start, mention.end)}
    return any(
        word not in STOP_WORDS
        for place, word in enumerate(found)
        if place >= mentions[0].end and place not in named
    )


def _capital(text: str) -> frozenset[Term]:
    """Terms of the words that begin with a capital where nothing demands it.

    A sentence and a heading, where most words have one, do.
    """
    long = _LONG_WORD.findall(text[:MAX_CHARS])
    if 2 * sum(word[0].isupper() for word in long) > len(long) > 1:
        return frozenset()
    return frozenset(term_of(word.lower()) for word in _INNER_CAPITAL.findall(text[:MAX_CHARS]))


def _noun(following: Sequence[str]) -> str | None:
    """The first telling word, unless a verb comes before it ("what is ...")."""
    for word in following:
        if word in _VERBS:
            return None
        if word not in STOP_WORDS:
            return word
    return None
