"""One normaliser for all text: what a member types, what a curator writes.

Pipeline: clean (Unicode NFKC, no marks, no invisible characters, no markup) -> words (Latin,
Hangul and digit runs; contractions and chat shorthand opened) -> tokens (terms, each with the word
it came from; numbers joined to the noun they count, such as "season 2"). Pure functions of the
text, in any thread; cost linear in its length, which is cut at `MAX_CHARS`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from bot.matching.language.english import (
    CHAT,
    CONTRACTIONS,
    IRREGULAR,
    NUMBER_WORDS,
    ORDINALS,
    TENS,
    UNITS,
    VERB_TAILS,
    WH_HOSTS,
)
from bot.matching.language.stems import snowball
from bot.matching.language.terms import Term, TermKind

__all__ = ["MAX_CHARS", "MAX_WORDS", "Token", "clean", "is_hangul", "stem", "term_of", "tokenise",
           "words"]  # fmt: skip


class Token(NamedTuple):
    """A term in a text, and the word it came from; of a thing with its number, the first."""

    term: Term
    word: str


MAX_CHARS = 1000
"""Characters of a question that are looked at; a longer text is no question."""

MAX_WORDS = 48
"""Words of a question that are looked at, so that a paste costs no more than a few questions."""

_MARKUP = re.compile(
    r"<a?:\w+:\d+>|</[\w -]+:\d+>|<[@#][!&]?\d+>|<t:\d+(?::\w)?>|https?://\S+|[*_~`|>]{2,}|[*`~|]",
    re.IGNORECASE,
)
_PERHAPS_MARKUP = re.compile(r"[<>*_~`|/]")
"""What stands in any markup: a quick look spares most texts the long one."""

_WORD = re.compile(
    r"[가-힣]+|#?\d+(?:[.,:/]\d+)+|\d+-\d+|\d+(?:st|nd|rd|th)\b|[a-z]+\d+|\d+"
    r"|(?:(?![가-힣])[^\W\d_])+(?:'(?:(?![가-힣])[^\W\d_])+)*"
)
_ASCII_WORD = re.compile(
    r"[a-z]+(?:\d+|(?:'[a-z]+)*)|#?\d+(?:[.,:/]\d+)+|\d+-\d+|\d+(?:st|nd|rd|th)\b|\d+"
)
"""The same for a text without other letters, in half the time."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_HANGUL_POSSESSIVE = re.compile(r"(?<=[가-힣])'s\b")
_UNIT_NUMBER = re.compile(r"(s|season|e|ep|eps|episode|week|day|chapter|part)(\d{1,3})")
_JOSA = tuple(
    """
에서는 이라는 이에요 인가요 인지 까지 부터 에서 에게 한테 으로 이랑 처럼 보다 예요 이야 은요 이는
은 는 이 가 을 를 의 에 로 와 과 도 만 요 랑 야 님
""".split()
)
_APOSTROPHES = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u02bc": "'",
        "`": "'",
        "\u00b4": "'",
        "\u201b": "'",
        "\u2032": "'",
        "\u02b9": "'",
    }
)


def clean(text: str) -> str:
    """Fold case, width, accents and apostrophes; drop markup and invisible characters."""
    text = text[:MAX_CHARS]
    if text.isascii() and not _PERHAPS_MARKUP.search(text):
        return text.lower()
    text = _MARKUP.sub(" ", text.translate(_APOSTROPHES))
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKC", text).translate(_APOSTROPHES).casefold()
    text = _HANGUL_POSSESSIVE.sub("", _CONTROL.sub(" ", text))
    decomposed = unicodedata.normalize("NFD", text)
    kept = "".join(c for c in decomposed if unicodedata.category(c) not in {"Mn", "Cf", "Cc", "Cs"})
    return unicodedata.normalize("NFC", kept)


def words(text: str) -> list[str]:
    """The words of `text`, cleaned, with contractions and chat shorthand opened (at most 48)."""
    return list(_words(text[:MAX_CHARS]))


@lru_cache(maxsize=1024)  # the parts of the bot that an answer takes ask for the same ones
def _words(text: str) -> Sequence[str]:
    found: list[str] = []
    text = clean(text)
    raw: list[str] = (_ASCII_WORD if text.isascii() else _WORD).findall(text)
    for opened in map(_open, raw):
        if found and found[-1] in TENS and 0 < ORDINALS.get(opened[0], 0) < 10:
            opened = (f"{TENS[found.pop()] + ORDINALS[opened[0]]}th",)
        found.extend(opened)
        if len(found) >= MAX_WORDS:
            return found[:MAX_WORDS]
    return found


@lru_cache(maxsize=65_536)
def _open(word: str) -> tuple[str, ...]:
    """One raw word to the words it stands for."""
    if "'" in word:
        head, _, tail = word.partition("'")
        joined = word.replace("'", "")
        if joined in CONTRACTIONS:
            return CONTRACTIONS[joined]
        if tail in VERB_TAILS:
            is_verb = head in WH_HOSTS or tail != "s"
            return (head, VERB_TAILS[tail]) if is_verb else _open(head)
        return (joined,)
    if word in CONTRACTIONS:
        return CONTRACTIONS[word]
    if word in CHAT:
        return CHAT[word]
    if (unit := _UNIT_NUMBER.fullmatch(word)) is not None:
        noun = {"s": "season", "e": "episode", "ep": "episode", "eps": "episode"}
        return (noun.get(unit[1], unit[1]), unit[2])
    if word.isascii() and len(word) > 3:
        return (re.sub(r"([a-z])\1{2,}", r"\1\1", word),)  # "sooooo" and "heyyyy"
    return (word,)


def is_hangul(word: str) -> bool:
    """Whether `word` is written in Korean syllables."""
    return "가" <= word[:1] <= "힣"


@lru_cache(maxsize=262_144)
def term_of(word: str) -> Term:
    """What one cleaned word is known by: a number by its digits, any other word by its stem."""
    if word in NUMBER_WORDS:
        return Term(TermKind.NUMBER, str(NUMBER_WORDS[word]))
    if word in ORDINALS:
        return Term(TermKind.NUMBER, str(ORDINALS[word]))
    if word[0].isdigit() or word[0] == "#":
        return Term(TermKind.NUMBER, re.sub(r"(st|nd|rd|th)$|[,#]", "", word))
    return Term(TermKind.WORD, stem(word))


@lru_cache(maxsize=262_144)
def stem(word: str) -> str:
    """The stem of one cleaned word: Snowball's English (Porter2), or Korean less its particle."""
    if is_hangul(word):
        return _strip_particle(word)
    return snowball(IRREGULAR.get(word, word), "english") if word.isascii() else word


def _strip_particle(word: str) -> str:
    for particle in _JOSA:
        if len(word) - len(particle) >= 2 and word.endswith(particle):
            return word[: -len(particle)]
    return word


def tokenise(found: Sequence[str]) -> list[Token]:
    """Words to terms, each with its word; a unit and its number are one ("second season")."""
    if UNITS.keys().isdisjoint(found):
        return list(map(_token_of, found))
    tokens: list[Token] = []
    position = 0
    while position < len(found):
        word = found[position]
        following = found[position + 1] if position + 1 < len(found) else ""
        joined = _join_unit(word, following)
        tokens.append(Token(joined, word) if joined else _token_of(word))
        position += 2 if joined else 1
    return tokens


@lru_cache(maxsize=65_536)
def _token_of(word: str) -> Token:
    """The token of one word that is not joined to another."""
    return Token(term_of(word), word)


def _join_unit(word: str, following: str) -> Term | None:
    if word in UNITS and following and (number := _number(following)) is not None:
        return Term(TermKind.NUMBERED, f"{UNITS[word]} {number}")
    if following in UNITS and (number := _ordinal(word)) is not None:
        return Term(TermKind.NUMBERED, f"{UNITS[following]} {number}")
    return None


def _number(word: str) -> int | None:
    if word.isdigit() and len(word) <= 3:
        return int(word)
    return NUMBER_WORDS.get(word)


def _ordinal(word: str) -> int | None:
    match = re.fullmatch(r"(\d{1,3})(?:st|nd|rd|th)", word)
    return int(match[1]) if match else ORDINALS.get(word)
