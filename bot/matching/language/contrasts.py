"""Words that must never pass for one another, however alike they are in meaning.

"What is it called in Thailand" is near to "in Indonesia" for every measure of similarity, and a
wrong answer all the same. Each group below holds alternatives of one kind; within an alternative
the words mean the same. A question that holds one alternative is not answered by a fact that holds
another. General English only: what this show needs besides stands in the knowledge files
(`contrasts`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bot.matching.language.terms import Term
from bot.matching.language.tokens import tokenise, words

__all__ = ["GENERAL", "Contrasts", "Place"]

_COUNTRIES = """
korea korean koreans 한국 | japan japanese 일본 | china chinese mandarin 중국 | taiwan taiwanese |
hong kong | thailand thai | indonesia indonesian | vietnam vietnamese |
philippines filipino tagalog | india indian hindi | malaysia malaysian | singapore |
america american usa | english | britain british uk england | canada canadian | mexico mexican |
brazil brazilian | argentina | spain spanish | portugal portuguese | france french |
germany german | italy italian | russia russian | turkey turkish | arabic | poland polish |
australia australian | uzbekistan uzbek | netherlands dutch | sweden swedish
"""
_MONTHS = """
january jan | february feb | march | april | may | june | july | august | september sept |
october | november | december
"""
_FAMILY = """
mother mothers mum mom 엄마 | father fathers dad 아빠 | sister sisters 누나 언니 |
brother brothers 형 오빠 남동생 | son sons | daughter daughters | grandmother grandma |
grandfather grandpa | uncle | aunt | wife | husband | parents parent | twin | cousin | boyfriend |
girlfriend
"""
_TRAITS = """
birthday born birth birthdate 생일 | height tall 키 | weight |
agency label management company 소속사 | mbti | zodiac horoscope | blood | religion |
salary paid earn wage | budget cost | hobby hobbies | net worth | tattoo |
university college uni 대학교 대학 | school | debut 데뷔 데뷔작 | military enlist enlistment |
nickname 별명 | instagram followers | tiktok | twitter | allergic allergy | pet dog cat | shoe |
favourite favorite
"""
_WORK = """
director directed directs directing 감독 연출 |
writer wrote screenwriter scriptwriter script 작가 극본 | author | producer produced produces |
composer composed soundtrack ost music score 음악 | editor edited |
actor actress plays played portrays portrayed acts 배우 |
choreographer choreography choreographed | cinematographer camera cameraman | makeup prosthetics |
costume costumes | stunt stunts
"""
_EXTREMES = """
first earliest | last final latest | best | worst | most | least fewest | shortest | longest |
youngest | oldest eldest | highest | lowest
"""
_MEDIA = """
dub dubbed dubbing voices voiced 더빙 | subtitle subtitles subbed 자막
"""
_POLES = (
    "before | after",
    "win won winner winning | lose lost | nominated nominee nominees nomination",
    "start started begin began beginning first | end ended ending finish finished wrap wrapped",
    "old | young",
    "boy boys | girl girls",
    "left | right",
    "like likes | dislike hate hates",
    "open opening | closing",
    "real | fake",
)


def _parse(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(part.split()) for part in text.replace("\n", " ").split("|"))


GENERAL: tuple[tuple[tuple[str, ...], ...], ...] = tuple(
    _parse(text)
    for text in (_COUNTRIES, _MONTHS, _FAMILY, _TRAITS, _WORK, _EXTREMES, _MEDIA, *_POLES)
)
"""Groups of alternatives; each alternative is a tuple of single words."""


class Place(NamedTuple):
    """One alternative of one group, by their numbers."""

    group: int
    alternative: int


_NO_PLACES: frozenset[Place] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Contrasts:
    """Looks terms up in groups of alternatives."""

    _places: dict[Term, frozenset[Place]]
    _twins: dict[Place, tuple[Term, ...]]

    @classmethod
    def build(
        cls, groups: Iterable[Iterable[Sequence[str]]], cut: Callable[[str], Sequence[str]] = words
    ) -> Contrasts:
        """Index `groups`; each alternative in a group is a sequence of words or short phrases.

        `cut` parts a phrase into words, as questions are parted.
        """
        places: dict[Term, set[Place]] = defaultdict(set)
        twins: dict[Place, list[Term]] = defaultdict(list)
        for number, group in enumerate(groups):
            for place, alternative in enumerate(group):
                for phrase in alternative:
                    for token in tokenise(cut(phrase)):
                        places[token.term].add(Place(number, place))
                        twins[Place(number, place)].append(token.term)
        return cls(
            {term: frozenset(found) for term, found in places.items()},
            {place: tuple(terms) for place, terms in twins.items()},
        )

    def places(self, term: Term) -> frozenset[Place]:
        """Every place where `term` stands."""
        return self._places.get(term, _NO_PLACES)

    def twins(self, term: Term) -> list[Term]:
        """Terms that stand in the same alternative as `term`."""
        return [twin for place in sorted(self.places(term)) for twin in self._twins[place]]

    def exclude(self, term: Term, other: Term) -> bool:
        """Whether the two are different alternatives of one group."""
        mine = self._places.get(term)
        theirs = self._places.get(other) if mine else None
        if not mine or not theirs or not mine.isdisjoint(theirs):
            return False
        groups = {place.group for place in mine}
        return any(place.group in groups for place in theirs)
