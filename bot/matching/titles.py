"""The show's title in a text: it tells nothing among its own facts, so it is taken out.

"Will there be a season 2 of “The Title”?" is read as "Will there be a season 2?", which is a
phrasing like any other. Every name that the knowledge has for the show counts, in any case and
quotes and with a slip or two, and so do the prepositions before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.knowledge.show import Show
from bot.matching.language.english import STOP_WORDS
from bot.matching.language.tokens import MAX_CHARS

__all__ = ["NO_TITLES", "Titles"]

MIN_LETTERS = 12
"""Letters of a name from which two slips are forgiven."""

SLIPS = 2

_QUOTE = "[\"'“”‘’«»„‹›《》「」『』*_]*"
_BEFORE = r"(?:\b(?:of|in|on|from|for|about|the|series|show|drama|k-?drama)\s+)*"
_AFTER = rf"(?:['’]s\b|{_QUOTE})"
_PARTICLE = "(?:에서는|에서|의|은|는|이|가|을|를|도|에)?(?![가-힣])"
_WORD = re.compile(r"[^\W_]+")
_ENDS_BEFORE = re.compile(f"{_BEFORE}{_QUOTE}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, eq=False)
class Titles:
    """All names of one show."""

    _known: re.Pattern[str] | None
    _signs: tuple[str, ...]
    """Words of which a text with a name has one: a quick look spares most texts the long one."""
    _long: tuple[str, ...]
    """Names that are long enough for slips, as joined letters."""
    _lengths: tuple[int, ...]
    """How many words these have."""
    _sizes: frozenset[int]
    """How many letters these may have, with slips."""

    @classmethod
    def build(cls, show: Show) -> Titles:
        """The names of `show`; the word that stands in for a title is none."""
        has_title = "title" in show.model_fields_set
        return cls.of([*([show.title] if has_title else []), *show.names])

    @classmethod
    def of(cls, names: Iterable[str]) -> Titles:
        """These names."""
        parts = {tuple(_WORD.findall(name.casefold())) for name in names} - {()}
        longest = sorted(parts, key=lambda part: (-len("".join(part)), part))
        long = [part for part in longest if len(part) > 2 and len("".join(part)) >= MIN_LETTERS]
        return cls(
            _pattern(longest) if longest else None,
            tuple(sorted({max(part, key=len) for part in parts})),
            tuple("".join(part) for part in long),
            tuple(sorted({len(part) for part in long})),
            frozenset(
                len("".join(part)) + slips for part in long for slips in range(-SLIPS, SLIPS + 1)
            ),
        )

    def without(self, text: str, *, typos: bool = False) -> str:
        """`text` without the names of the show; with `typos` also without misspelt ones.

        "What is it about" remains of a question that tells nothing else, and of a name alone the
        name.
        """
        if self._known is None:
            return text
        text = text[:MAX_CHARS]
        folded = text.casefold()
        place = any(sign in folded for sign in self._signs) and self._known.search(text)
        span = place.span() if place else self._with_slips(text) if typos else None
        if span is None:
            return text
        before, after = text[: span[0]], text[span[1] :]
        left = self._known.sub(" ", f"{before} {after}")
        found = _WORD.findall(left.casefold())
        if any(word not in STOP_WORDS for word in found):
            return " ".join(left.split())
        return f"{before} it {after}" if found else text

    def _with_slips(self, text: str) -> tuple[int, int] | None:
        """Where a name with slips stands: as many words in a row, nearly the same letters."""
        found = [(m.start(), m.end(), m[0].casefold()) for m in _WORD.finditer(text)]
        ends = list(accumulate((len(word) for _, _, word in found), initial=0))
        for start, end in self._windows(len(found)):
            if ends[end] - ends[start] not in self._sizes:
                continue
            letters = "".join(word for _, _, word in found[start:end])
            if process.extractOne(letters, self._long, scorer=OSA.distance, score_cutoff=SLIPS):
                return len(_ENDS_BEFORE.sub("", text[: found[start][0]])), found[end - 1][1]
        return None

    def _windows(self, words: int) -> Iterator[tuple[int, int]]:
        for length in self._lengths:
            for start in range(words - length + 1):
                yield start, start + length


def _pattern(names: Iterable[tuple[str, ...]]) -> re.Pattern[str]:
    """Any of `names`, the words of each with a space or marks between them."""
    latin: list[str] = []
    others: list[str] = []
    for name in names:
        form = r"[\W_]{1,3}".join(map(re.escape, name))
        is_hangul = "가" <= name[-1][-1] <= "힣"
        is_latin = name[-1][-1] < "ɐ"
        (latin if is_latin else others).append(form + (_PARTICLE if is_hangul else ""))
    kinds = [rf"(?<!\w)(?:{'|'.join(latin)})(?!\w){_AFTER}"] if latin else []
    kinds += [f"(?:{'|'.join(others)}){_QUOTE}"] if others else []
    return re.compile(f"{_BEFORE}{_QUOTE}(?:{'|'.join(kinds)})", re.IGNORECASE)


NO_TITLES = Titles.of(())
"""Of a show without a name."""
