"""Other languages than English and Korean, put into English word by word.

A table for each, in `glossaries/`, knows the words with which people ask about a series; whatever
else there is stays as it is. What comes out is no sentence, but it is matched as one that was typed
in English. How a table is written stands at its top.

Chinese, Japanese and Thai put no blanks between words: there the longest form that is known is cut
out, again and again. In the other languages a word also counts by its stem.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from bot.matching.language.stems import stem
from bot.matching.language.tokens import MAX_WORDS, words

__all__ = [
    "LANGUAGES",
    "Gloss",
    "Phrases",
    "folded",
    "forms",
    "in_english",
    "is_marked",
    "is_strange",
    "load_tables",
]

LANGUAGES = tuple("ar de es fil fr id it ja nl pl pt ru th tr vi zh".split())
"""Those that there are tables of."""

ENOUGH = 0.5
"""The share of a text's words, names and numbers apart, that a language must know."""
ENOUGH_MARKED = 0.3
"""The same where its letters or words leave no doubt which language it is."""

Phrases = Mapping[tuple[str, ...], tuple[str, ...]]
"""Phrases, each as its words, with the English of each."""

_NOT_ENCODED = frozenset({"fil", "id", "vi"})
_LATIN = tuple("fil id de es fr it nl pl pt tr".split())
"""Languages that only their words tell apart; their tables are written as words are compared."""
_UNSPACED = frozenset({"ja", "th", "zh"})
_SCRIPTS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (re.compile("[\u3041-\u3096]|[\u30a1-\u30fa]{2}"), ("ja",)),
    (re.compile("[\u3400-\u9fff]"), ("zh", "ja")),
    (re.compile("[\u0e01-\u0e5b]"), ("th",)),
    (re.compile("[\u0620-\u06ff]"), ("ar",)),
    (re.compile("[\u0400-\u04ff]"), ("ru",)),
    (re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]"), ("vi",)),
)
"""Letters that leave no doubt of the language, or little; the first that a text has count."""
_OF_OTHERS = re.compile("[پچژگکیіїєґІЇЄҐ]")
"""Letters of Persian, Urdu and Ukrainian, which no table knows."""
_VIETNAMESE_WORDS = frozenset(
    "khong chet phim tap bao nhieu dien vien nguoi truong xem phan ngoi song vay dao".split()
)
"""Words that are Vietnamese without their marks too, and nothing in Portuguese or Filipino."""
_STEM = 3
"""Letters that the stem of a word has at least, to stand for it."""
_LIKELIEST = 2
"""Languages that are looked at closely, of those whose letters tell nothing."""

_LATIN_RUN = re.compile("[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Gloss:
    """A text in English, as far as it is known."""

    language: str
    """The code of the language that it was in."""
    words: tuple[str, ...]
    share: float
    """How much of it is known (0..1), names and numbers apart."""

    @property
    def is_encoded(self) -> bool:
        """Whether the sentence encoder knows the language as well."""
        return self.language not in _NOT_ENCODED


@dataclass(frozen=True, slots=True)
class _Spaced:
    """The phrases of a language."""

    language: str
    english: Phrases
    longest: int

    def gloss(self, found: Sequence[str], named: Container[int], own: Phrases) -> Gloss:
        """The words in English as far as they are known."""
        told: list[str] = []
        plain = folded(found)
        stems = _stems(plain, self.language)
        known = asked = place = 0
        while place < len(found):
            end, english = self._longest_at(plain, stems, place, named, own)
            is_known = end > place
            told += english if is_known else [found[place]]
            end = max(end, place + 1)
            counted = sum(n not in named and not found[n].isdigit() for n in range(place, end))
            asked += counted
            known += counted if is_known else 0
            place = end
        return Gloss(self.language, tuple(told), known / asked if asked else 0.0)

    def _longest_at(
        self, plain: tuple[str, ...], stems: tuple[str, ...], place: int,
        named: Container[int], own: Phrases,
    ) -> tuple[int, tuple[str, ...]]:  # fmt: skip
        """Where the longest phrase from `place` on ends that names nobody, and its English."""
        by_stems = _by_stems(self.language)
        for end in range(min(place + self.longest, len(plain)), place, -1):
            part = plain[place:end]
            english = own.get(part, self.english.get(part, by_stems.get(stems[place:end])))
            if english is not None and not any(one in named for one in range(place, end)):
                return end, english
        return place, ()


@dataclass(frozen=True, slots=True)
class _Unspaced:
    """The words of a language that puts no blanks between them."""

    language: str
    english: Mapping[str, tuple[str, ...]]
    longest: int

    def gloss(self, found: Sequence[str], named: Container[int], own: Phrases) -> Gloss:
        """The words in English as far as they are known."""
        told: list[str] = []
        known = asked = 0
        for is_named, run in _runs(found, named):
            if is_named:
                told.append(run)
                continue
            for part, english in self._parts(run, own):
                is_latin = _LATIN_RUN.fullmatch(part) is not None
                told += [part] if english is None else english
                asked += 0 if is_latin else len(part)
                known += 0 if is_latin or english is None else len(part)
        return Gloss(self.language, tuple(told), known / asked if asked else 0.0)

    def _parts(self, run: str, own: Phrases) -> Iterator[tuple[str, tuple[str, ...] | None]]:
        """What a run of letters is made of, with the English of what is known."""
        place = begin = 0
        while place < len(run):
            end, english = self._longest_at(run, place, own)
            latin = None if english is not None else _LATIN_RUN.match(run, place)
            end = latin.end() if latin else end
            if end == place:
                place += 1
                continue
            if begin < place:
                yield run[begin:place], None
            yield run[place:end], english
            place = begin = end
        if begin < place:
            yield run[begin:place], None

    def _longest_at(self, run: str, place: int, own: Phrases) -> tuple[int, tuple[str, ...] | None]:
        """Where the longest form from `place` on ends, and its English."""
        for end in range(min(place + self.longest, len(run)), place, -1):
            part = run[place:end]
            english = own.get((part,), self.english.get(part))
            if english is not None:
                return end, english
        return place, None


def _runs(found: Sequence[str], named: Container[int]) -> Iterator[tuple[bool, str]]:
    """Names and English, word by word, and what stands between them: digits part nothing."""
    run = ""
    for place, word in enumerate(found):
        if place not in named and (word.isdigit() or not word.isascii()):
            run += word
            continue
        if run:
            yield False, run
        yield True, word
        run = ""
    if run:
        yield False, run


def folded(found: Sequence[str]) -> tuple[str, ...]:
    """Words as they are typed without any mark: to Unicode the đ of Vietnamese has none."""
    return tuple(word.replace("đ", "d") for word in found)


def in_english(
    text: str, found: Sequence[str], named: Container[int], own: Phrases
) -> Gloss | None:
    """A text of another language in English; None if no language is known that has enough of it.

    `found` are its words, `named` the places of names, which stay, and `own` the phrases that the
    knowledge adds, as `folded` has their words.
    """
    marked = _marked(text)
    languages = marked or _likeliest(found)
    glosses = [_table(language).gloss(found, named, own) for language in languages]
    best = max(glosses, key=lambda gloss: gloss.share, default=None)
    if best is None or not best.share:
        return None
    is_sure = bool(marked) or best.language == "vi"
    enough = ENOUGH_MARKED if is_sure else ENOUGH
    return replace(best, words=best.words[:MAX_WORDS]) if best.share >= enough else None


def is_marked(text: str) -> bool:
    """Whether a text has letters of another language that there is a table of."""
    return not text.isascii() and bool(_marked(text))


def _marked(text: str) -> tuple[str, ...]:
    """The languages whose letters a text has; of Latin letters none but Vietnamese."""
    if _OF_OTHERS.search(text):
        return ()
    return next((languages for letter, languages in _SCRIPTS if letter.search(text)), ())


def is_strange(word: str) -> bool:
    """Whether some language without letters of its own has the word."""
    return word in _latin_words()


def _likeliest(found: Sequence[str]) -> Sequence[str]:
    """Those of the languages without letters of their own that know most of the words."""
    known = {language: sum(map(_words(language).__contains__, found)) for language in _LATIN}
    likeliest = sorted(_LATIN, key=known.__getitem__, reverse=True)[:_LIKELIEST]
    return likeliest if _VIETNAMESE_WORDS.isdisjoint(found) else ("vi", *likeliest)


# -- the tables


def load_tables() -> None:
    """Read what is otherwise read when the first text needs it; of any thread."""
    for language in LANGUAGES:
        if language not in _UNSPACED:
            _by_stems(language)
        else:
            _table(language)


def forms(language: str) -> Iterator[tuple[str, str]]:
    """The forms of a table in its order, each with its English."""
    table = files(__package__ or "") / "glossaries" / f"{language}.txt"
    for line in table.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            english, _, typed = line.partition("=")
            for form in typed.split("|"):
                yield form.strip(), english


@cache
def _table(language: str) -> _Spaced | _Unspaced:
    if language in _UNSPACED:
        runs: dict[str, tuple[str, ...]] = {}
        for form, english in forms(language):
            runs.setdefault("".join(words(form)), tuple(english.split()))
        return _Unspaced(language, runs, max(map(len, runs)))
    split: Callable[[str], Sequence[str]] = str.split if language in _LATIN else words
    phrases: dict[tuple[str, ...], tuple[str, ...]] = {}
    for form, english in forms(language):
        phrases.setdefault(folded(split(form)), tuple(english.split()))
    return _Spaced(language, phrases, max(map(len, phrases)))


@cache
def _by_stems(language: str) -> Phrases:
    """What a table tells by the stems of its words, where these leave no doubt.

    Little words have next to no stem, and what forms of the same stem disagree on is left out.
    """
    stems: dict[tuple[str, ...], tuple[str, ...]] = {}
    doubtful: set[tuple[str, ...]] = set()
    for form, english in _table(language).english.items():
        phrase = _stems(tuple(form), language)
        if not english or (len(phrase) == 1 and min(len(form[0]) - 1, len(phrase[0])) < _STEM):
            continue
        if stems.setdefault(phrase, english) != english:
            doubtful.add(phrase)
    return {phrase: english for phrase, english in stems.items() if phrase not in doubtful}


def _stems(phrase: tuple[str, ...], language: str) -> tuple[str, ...]:
    return tuple(stem(word, language) for word in phrase)


@cache
def _words(language: str) -> frozenset[str]:
    """The forms of a table that are one word."""
    return frozenset(form[0] for form in _table(language).english if len(form) == 1)


@cache
def _latin_words() -> frozenset[str]:
    return frozenset[str]().union(*map(_words, _LATIN))
