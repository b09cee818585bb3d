"""Any name of a person, in any spelling, to that person.

Every name is folded twice: to its plain letters ("Su-Hyeok" -> `suhyeok`) and to a romanisation
skeleton in which the usual ways of spelling the same Korean syllable fall together (Su-hyeok,
Soo-hyuk, Suhyuk -> `sohyog`). A name in a text is looked up letter by letter, then by skeleton,
then within a typo or two (optimal string alignment distance, where a swap of neighbours is one).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from bot.knowledge.schema import Person, PersonKind
from bot.matching.language.english import STOP_WORDS
from bot.matching.language.spelling import Speller
from bot.matching.language.tokens import is_hangul, words

__all__ = ["Found", "Mention", "Names", "skeleton"]

MAX_NAME_WORDS = 5
"""Words of the longest name that is looked for in running text."""

MIN_WHOLE = 6
"""Letters from which a whole name is recognised by its sound."""

_FOLDS = (
    (r"park", "bag"),
    (r"gui|kwi|qui", "gwi"),
    (r"yeo|you|yoo|yu", "yo"),
    (r"yae|yea", "ye"),
    (r"weo", "wo"),
    (r"woo|wu", "o"),
    (r"eoh(?![aeiouy])|eo|eui|eu|oo|ou|uh(?![aeiouy])|u", "o"),
    (r"ae|ai|ay", "e"),
    (r"ee|yi|ie", "i"),
    (r"sh", "s"),
    (r"ch|z", "j"),
    (r"ck|c|k|q", "g"),
    (r"ph|p|v|f", "b"),
    (r"t", "d"),
    (r"rh|r", "l"),
    (r"x", "gs"),
    (r"(?<=[aeiou])h(?![aeiouwy])", ""),
    (r"(.)\1+", r"\1"),
)
_COMPILED = tuple((re.compile(pattern), value) for pattern, value in _FOLDS)


@lru_cache(maxsize=65_536)
def skeleton(letters: str) -> str:
    """Fold a romanised Korean name so that its usual spellings become one.

    Covers Revised Romanisation, McCune-Reischauer without marks, and the spellings that agencies
    and fans use; `letters` are lower-case without spaces.
    """
    for pattern, value in _COMPILED:
        letters = pattern.sub(value, letters)
    return letters


class Found(IntEnum):
    """How a name was recognised, the surest first."""

    LETTERS = 0
    SKELETON = 1
    TYPO = 2
    SURNAME = 3


@dataclass(frozen=True, slots=True)
class Mention:
    """Words `start` to `end` (exclusive) of a text name one of `people`, the likeliest first."""

    start: int
    end: int
    people: tuple[str, ...]
    found: Found
    name: str


class Names:
    """The names of all people; immutable once built."""

    def __init__(
        self,
        people: Mapping[str, Person],
        is_word: Callable[[str], bool] = STOP_WORDS.__contains__,
        ordinary: Callable[[str], Sequence[tuple[str, int]]] = lambda _: (),
    ) -> None:
        """Index `people`.

        `is_word` tells ordinary words, which are never taken for misspellings; `ordinary`
        gives those that a misspelling is near to, with their distance.
        """
        self._people = people
        self._is_word = is_word
        self._ordinary = ordinary
        self._by_letters: dict[str, dict[str, None]] = defaultdict(dict)
        self._by_skeleton: dict[str, dict[str, None]] = defaultdict(dict)
        self._surnames: dict[str, dict[str, None]] = defaultdict(dict)
        self._roles: dict[str, dict[str, None]] = defaultdict(dict)
        self._played_by: dict[str, list[str]] = defaultdict(list)
        for person in people.values():
            self._add(person)
        for person in people.values():
            if person.kind is not PersonKind.CHARACTER:
                self._add_alias_surnames(person)
        self._prefixes = {key[:n] for key in self._by_letters for n in range(1, len(key))}
        self._role_prefixes = {key[:n] for key in self._roles for n in range(1, len(key))}
        self._speller = Speller(key for key in self._by_letters if key.isascii() and len(key) > 3)
        self._never_begins = lru_cache(maxsize=65_536)(self._is_no_beginning)
        self._may_begin = lru_cache(maxsize=65_536)(self._begins_name)
        self._find_typo = lru_cache(maxsize=8192)(self._search_typo)

    # -- building

    def _add(self, person: Person) -> None:
        for name in (person.name, *person.aliases, *person.slips):
            self._add_name(name, person.id)
        if person.hangul:
            self._add_name(person.hangul, person.id)
            if len(person.hangul) == 3 and is_hangul(person.hangul):
                self._add_name(person.hangul[1:], person.id)
                self._surnames[person.hangul[0]][person.id] = None
        self._add_parts(person)
        for role in person.roles:
            self._roles["".join(_name_words(role))][person.id] = None
        if person.plays:
            self._played_by[person.plays].append(person.id)

    def _add_parts(self, person: Person) -> None:
        """Given name, surname and Western order, from a name written "Surname Given-name"."""
        surname, _, given = person.name.partition(" ")
        is_korean = "-" in given and " " not in given
        if is_korean:
            self._add_name(given, person.id)
            self._add_name(f"{given} {surname}", person.id)
        if is_korean or (given and person.kind is PersonKind.ACTOR):
            self._surnames["".join(words(surname))][person.id] = None
        elif given and person.kind in {PersonKind.VOICE, PersonKind.CREW}:
            self._surnames["".join(words(given))][person.id] = None
            self._add_name(surname, person.id)

    def _add_alias_surnames(self, person: Person) -> None:
        """The surname of a stage name's other form: Lomon is a Park by "Park Solomon"."""
        for alias in person.aliases:
            if is_hangul(alias) and len(alias) > 3 and alias[0] in self._surnames:
                self._surnames[alias[0]].setdefault(person.id)
            surname, _, given = alias.partition(" ")
            key = "".join(words(surname))
            if given and " " not in given and key in self._surnames:
                self._surnames[key].setdefault(person.id)

    def _add_name(self, name: str, person_id: str) -> None:
        found = _name_words(name)
        letters = "".join(found)
        if not letters:
            return
        self._by_letters[letters][person_id] = None
        if letters.isascii() and len(letters) > 3:
            self._by_skeleton[skeleton(letters)][person_id] = None

    # -- asking

    def family(self, person_id: str) -> tuple[str, ...]:
        """The person, with the character an actor plays or the actors of a character."""
        person = self._people.get(person_id)
        if person is None:
            return (person_id,)
        others = [person.plays] if person.plays else self._played_by.get(person_id, [])
        return (person_id, *others)

    def mentions(self, found: Sequence[str], *, typos: bool = True) -> list[Mention]:
        """The names in the words of a text, left to right, none overlapping, the longest first.

        Without `typos` (for text that was written with care) only known spellings count.
        """
        mentions: list[Mention] = []
        position = 0
        while position < len(found):
            following = found[position + 1] if position + 1 < len(found) else ""
            word = found[position]
            if self._never_begins(word) or not self._may_begin(word, following):
                position += 1
                continue
            mention = self._at(found, position, typos)
            if mention is not None:
                mentions.append(mention)
                position = mention.end
            else:
                position += 1
        return mentions

    def roles(self, found: Sequence[str]) -> list[Mention]:
        """The words that mean somebody by what they do ("the director")."""
        mentions: list[Mention] = []
        for start, word in enumerate(found):
            if word not in self._role_prefixes and word not in self._roles:
                continue
            letters = ""
            for end in range(start + 1, min(len(found), start + MAX_NAME_WORDS) + 1):
                letters += found[end - 1]
                if people := self._roles.get(letters):
                    mentions.append(Mention(start, end, tuple(people), Found.LETTERS, letters))
                if letters not in self._role_prefixes:
                    break
        return mentions

    def _is_no_beginning(self, word: str) -> bool:
        """Whether no name begins with `word`, whatever follows: true of most ordinary words."""
        return (
            len(word) > 3
            and word not in self._surnames
            and self._is_word(word)
            and not is_hangul(word)
            and word not in self._prefixes
            and not any(form in self._by_letters for form in _forms(word))
        )

    def _begins_name(self, word: str, following: str) -> bool:
        """Whether a name may begin with `word` before `following`; most words rule it out."""
        if not self._is_word(word) or word in self._surnames:
            return True
        if len(word) <= 3 and following and not self._is_word(following):
            return True  # a syllable that happens to be a word, as in "in soo"
        joined = word + following
        known = self._by_letters
        return (
            joined in self._prefixes
            or any(form in known for form in (*_forms(word), *_forms(joined)))
            or is_hangul(word)
        )

    def _at(self, found: Sequence[str], start: int, typos: bool) -> Mention | None:
        """The longest name that begins at `start`; a sure one before a guessed one."""
        mention = self._exact(found, start)
        if mention is not None:
            return mention
        first, second = found[start], found[start + 1] if start + 1 < len(found) else "the"
        is_plain = self._is_word(first) and first not in self._surnames
        if is_plain and (len(first) > 3 or self._is_word(second)):
            return None  # ordinary words begin no misspelt name, which spares most look-ups
        for end in range(min(len(found), start + 3), start, -1):
            part = found[start:end]
            if all(self._is_word(word) for word in part):
                continue
            has_exact = any(self._exact(found, inner) for inner in range(start + 1, end))
            if has_exact and first in STOP_WORDS:
                continue
            if mention := self._by_sound(part, start, end):
                return mention
            if typos and not has_exact and (mention := self._by_typo(part, start, end)):
                return mention
        if len(first) > 1 and first in self._surnames and not self._is_word(first):
            return Mention(start, start + 1, tuple(self._surnames[first]), Found.SURNAME, first)
        return None

    def _exact(self, found: Sequence[str], start: int) -> Mention | None:
        """The longest name that stands at `start` letter by letter.

        A shorter one wins where the next name would otherwise lose its beginning: "On-jo Nam-ra"
        are two people, though "On-jo Nam" is one of them in Western order.
        """
        names = self._exact_all(found, start)
        if not names:
            return self._hangul_prefix(found[start], start)
        longest = names[-1]
        for shorter in names[:-1]:
            following = self._exact_all(found, shorter.end) if shorter.end < len(found) else []
            if following and following[-1].end > longest.end:
                return shorter
        return longest

    def _exact_all(self, found: Sequence[str], start: int) -> list[Mention]:
        """Every name that stands at `start` letter by letter, the shortest first."""
        names: list[Mention] = []
        letters = ""
        for end in range(start + 1, min(len(found), start + MAX_NAME_WORDS) + 1):
            letters += found[end - 1]
            for form in _forms(letters):
                people = self._by_letters.get(form)
                if people:
                    names.append(Mention(start, end, tuple(people), Found.LETTERS, form))
                    break
            if letters not in self._prefixes:
                break
        return names

    def _hangul_prefix(self, letters: str, start: int) -> Mention | None:
        """A Korean name with a particle behind it, as in 조이현의 or 청산이는."""
        if is_hangul(letters):
            for length in range(len(letters) - 1, 1, -1):
                people = self._by_letters.get(letters[:length])
                if people and len(letters) - length <= 3:
                    return Mention(start, start + 1, tuple(people), Found.LETTERS, letters[:length])
        return None

    def _by_sound(self, part: Sequence[str], start: int, end: int) -> Mention | None:
        """A name in another romanisation."""
        letters = self._joined(part)
        for form in _forms(letters):
            people = self._by_skeleton.get(skeleton(form)) if len(form) > 3 else None
            if people:
                return Mention(start, end, tuple(people), Found.SKELETON, form)
        return None

    def _by_typo(self, part: Sequence[str], start: int, end: int) -> Mention | None:
        """A misspelt name, unless it is as near to an ordinary word."""
        if len(part) > 1 and any(word in STOP_WORDS for word in part):
            return None
        letters = self._joined(part)
        key = self._find_typo(letters) if letters else None
        if key is None or (len(part) > 1 and OSA.distance(letters, key) > 1):
            return None  # two typos in a full name are as often another person
        return Mention(start, end, tuple(self._by_letters[key]), Found.TYPO, key)

    def _joined(self, part: Sequence[str]) -> str:
        """The letters of `part`; empty where an ordinary word would be drawn into a name."""
        edges = [word for word in (part[0], part[-1]) if word not in self._surnames]
        if not edges or any(self._is_word(word) and len(word) > 3 for word in edges):
            return ""
        letters = "".join(part)
        return letters if letters.isascii() and len(letters) > 3 else ""

    def _search_typo(self, letters: str) -> str | None:
        """The one name within a typo or two of `letters`, if there is a single nearest."""
        near = [hit for form in _forms(letters) for hit in self._speller.nearest(form)]
        if not near:
            return None
        distance = min(d for _, d in near)
        if any(d <= distance for form in _forms(letters) for _, d in self._ordinary(form)):
            return None
        keys = [key for key, d in near if d == distance]
        people = {frozenset(self._by_letters[key]) for key in keys}
        families = {frozenset(f for p in group for f in self.family(p)) for group in people}
        return keys[0] if len(families) == 1 else None

    # -- looking somebody up

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
            for table in (self._by_letters, self._roles):
                if people := self._collect(table, letters):
                    return people
        if people := self._surnames.get(whole):
            return tuple(people)
        if people := self._whole_name(whole):
            return people
        mentions = [m for m in self.mentions(found) if m.found is not Found.SURNAME]
        roles = [] if mentions else self._longest_role(found)
        for mention in (*mentions, *roles):
            if not self._rest(found, mention):
                return self._by_kind(mention.people, found)
        return self._by_related(found, mentions)

    def _whole_name(self, letters: str) -> tuple[str, ...]:
        """Whose whole name sounds like `letters`, also where its syllables are ordinary words."""
        if len(letters) < MIN_WHOLE or not letters.isascii():
            return ()
        return tuple(self._by_skeleton.get(skeleton(letters), ()))

    def nearest(self, who: str, limit: int = 5) -> tuple[str, ...]:
        """Ids of the people whose names look most like `who`, best first, at most `limit`."""
        letters = "".join(words(who))
        if not letters:
            return ()
        hits = process.extract(
            letters, list(self._by_letters), scorer=JaroWinkler.similarity, limit=25
        )
        people = (p for key, score, _ in hits if score >= 0.7 for p in self._by_letters[key])
        return tuple(dict.fromkeys(people))[:limit]

    def _collect(self, table: Mapping[str, dict[str, None]], whole: str) -> tuple[str, ...]:
        for form in _forms(whole):
            if form in table:
                return tuple(table[form])
        return ()

    def _longest_role(self, found: Sequence[str]) -> list[Mention]:
        return sorted(self.roles(found), key=lambda mention: mention.start - mention.end)

    def _rest(self, found: Sequence[str], mention: Mention) -> list[str]:
        """Words outside the mention that are no part of the person's names or role."""
        known: set[str] = set(_HONORIFICS)
        for person_id in mention.people:
            for member in self.family(person_id):
                person = self._people.get(member)
                if person is not None:
                    known.update(_all_words(person))
        outside = (*found[: mention.start], *found[mention.end :])
        return [word for word in outside if word not in known and word not in _SOMEBODY]

    def _by_related(self, found: Sequence[str], mentions: Sequence[Mention]) -> tuple[str, ...]:
        """ "Nam-ra's actress", "the actor of Gwi-nam": the one, then the other."""
        if len(mentions) != 1:
            return ()
        outside = self._rest(found, mentions[0])
        if outside and all(word in _ACTING for word in outside):
            everyone = (m for person in mentions[0].people for m in self.family(person))
            return self._by_kind(tuple(dict.fromkeys(everyone)), found)
        return ()

    def _by_kind(self, people: tuple[str, ...], found: Sequence[str]) -> tuple[str, ...]:
        """`people`, with voices first where a voice is asked for, actors where an actor is."""
        if not _VOICE.isdisjoint(found):
            voices = (
                p.id for person in people for p in self._people.values() if p.voices == person
            )
            return tuple(dict.fromkeys((*voices, *people)))
        if _ACTING.isdisjoint(found):
            return people
        return tuple(sorted(people, key=lambda p: self._people[p].kind is not PersonKind.ACTOR))


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


def _name_words(name: str) -> list[str]:
    return words(name.lstrip("@").replace("_", " "))


@lru_cache(maxsize=4096)
def _text_words(text: str) -> tuple[str, ...]:
    return tuple(words(text))


def _all_words(person: Person) -> Iterable[str]:
    texts = (person.name, *person.aliases, *person.roles, person.role or "", person.hangul or "")
    for text in texts:
        yield from _text_words(text)


def _forms(letters: str) -> tuple[str, ...]:
    """The letters as they stand, and without a possessive or plural s."""
    if letters.endswith("s") and len(letters) > 4:
        return (letters, letters[:-1])
    return (letters,)
