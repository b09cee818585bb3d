"""Whom somebody means who was asked for a name, in full."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from bot.knowledge.schema import Person, PersonKind
from bot.matching.language.tokens import words
from bot.matching.names.directory import Directory, Table, forms
from bot.matching.names.mentions import Evidence, Mention, MentionFinder
from bot.matching.names.romanisation import skeleton

__all__ = ["LookUp"]

MIN_WHOLE = 6
"""Letters from which a whole name is recognised by its sound."""


@dataclass(frozen=True, slots=True, eq=False)
class LookUp:
    """Finds people by whatever somebody calls them."""

    _directory: Directory
    _finder: MentionFinder

    def look_up(self, who: str) -> tuple[str, ...]:
        """Ids of the people that `who` may mean, best first; empty for a stranger's name.

        Understands a name in any spelling, a surname, a nickname or a role, in full: what is left
        over must be filler ("the", "actor of") or an honorific.
        """
        typed = words(who)
        found = [word for word in typed if word not in _FILLER]
        if not found:
            return ()
        whole = "".join(found)
        for letters in ("".join(typed), whole):
            for table in (self._directory.by_letters, self._directory.roles):
                if people := self._collect(table, letters):
                    return people
        if people := self._directory.surnames.get(whole):
            return people
        if people := self._whole_name(whole) or self._misspelt("".join(typed)):
            return people
        mentions = [m for m in self._finder.mentions(found) if m.evidence is not Evidence.SURNAME]
        roles = [] if mentions else self._longest_role(found)
        for mention in (*mentions, *roles):
            if not self._rest(found, mention):
                return self._by_kind(mention.people, found)
        return self._by_related(found, mentions)

    def _whole_name(self, letters: str) -> tuple[str, ...]:
        """Whose whole name sounds like `letters`, also where its syllables are ordinary words."""
        if len(letters) < MIN_WHOLE or not letters.isascii():
            return ()
        return self._directory.by_skeleton.get(skeleton(letters), ())

    def _misspelt(self, letters: str) -> tuple[str, ...]:
        """Whose whole name is a slip away, if that is one person; an ordinary word is nobody's."""
        if self._finder.is_ordinary(letters):
            return ()
        keys = [key for key, slips in self._directory.speller.nearest(letters) if slips == 1]
        people = [self._directory.by_letters[key] for key in keys]
        families = {frozenset(self._directory.family(group[0])) for group in people}
        return people[0] if len(families) == 1 else ()

    def nearest(self, who: str, limit: int = 5) -> tuple[str, ...]:
        """Ids of the people whose names look most like `who`, best first, at most `limit`."""
        letters = "".join(words(who))
        if not letters:
            return ()
        hits = process.extract(
            letters, list(self._directory.by_letters), scorer=JaroWinkler.similarity, limit=25
        )
        people = (
            p for key, score, _ in hits if score >= 0.7 for p in self._directory.by_letters[key]
        )
        return tuple(dict.fromkeys(people))[:limit]

    def _collect(self, table: Table, whole: str) -> tuple[str, ...]:
        for form in forms(whole):
            if form in table:
                return table[form]
        return ()

    def _longest_role(self, found: Sequence[str]) -> list[Mention]:
        return sorted(self._finder.roles(found), key=lambda mention: mention.start - mention.end)

    def _rest(self, found: Sequence[str], mention: Mention) -> list[str]:
        """Words outside the mention that are no part of the person's names or role."""
        known: set[str] = set(_HONORIFICS)
        for person_id in mention.people:
            for member in self._directory.family(person_id):
                person = self._directory.people.get(member)
                if person is not None:
                    known.update(_all_words(person))
        outside = (*found[: mention.start], *found[mention.end :])
        return [
            word
            for word in outside
            if word not in known and word not in _SOMEBODY and not _is_slip(word, known)
        ]

    def _by_related(self, found: Sequence[str], mentions: Sequence[Mention]) -> tuple[str, ...]:
        """A name with "actress" or "the actor of": the one, then the other."""
        if len(mentions) != 1:
            return ()
        outside = self._rest(found, mentions[0])
        if outside and all(word in _ACTING for word in outside):
            everyone = (m for person in mentions[0].people for m in self._directory.family(person))
            return self._by_kind(tuple(dict.fromkeys(everyone)), found)
        return ()

    def _by_kind(self, people: tuple[str, ...], found: Sequence[str]) -> tuple[str, ...]:
        """`people`, with voices first where a voice is asked for, actors where an actor is."""
        if not _VOICE.isdisjoint(found):
            voices = (
                p.id
                for person in people
                for p in self._directory.people.values()
                if p.voices == person
            )
            return tuple(dict.fromkeys((*voices, *people)))
        if _ACTING.isdisjoint(found):
            return people
        return tuple(
            sorted(people, key=lambda p: self._directory.people[p].kind is not PersonKind.ACTOR)
        )


_FILLER = frozenset(
    """
the a an of mr mrs ms miss sir by from said says quote quotes
""".split()
)
_HONORIFICS = frozenset(
    """
감독 감독님 작가 작가님 배우 배우님 선생님 쌤 오빠 언니 누나 형 은 는 이 가 을 를 의 도
oppa unnie noona hyung ssi nim sunbae ssaem
""".split()
)
_SOMEBODY = frozenset("guy lady man woman girl boy dude person kid one".split())
_VOICE = frozenset("voice voices voiced dub dubbed dubbing".split())
_ACTING = frozenset("actor actress actors player plays who played star cast guy girl voice".split())


def _is_slip(word: str, known: Iterable[str]) -> bool:
    """Whether a word is a slip away from a known one."""
    return len(word) > 3 and any(
        len(other) > 3 and OSA.distance(word, other, score_cutoff=1) <= 1 for other in known
    )


@lru_cache(maxsize=4096)
def _text_words(text: str) -> tuple[str, ...]:
    return tuple(words(text))


def _all_words(person: Person) -> Iterable[str]:
    texts = (person.name, *person.aliases, *person.roles, person.role or "", person.hangul or "")
    for text in texts:
        yield from _text_words(text)
