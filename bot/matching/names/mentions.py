"""The names of people in running text, in any spelling.

Every name is folded twice: to its plain letters ("Min-Hyeok" -> `minhyeok`) and to a romanisation
skeleton in which the usual ways of spelling the same Korean syllable fall together (Min-hyeok,
Min-hyuk, Minhyuck -> `minhyog`). A name in a text is looked up letter by letter, then by skeleton,
then within a typo or two (optimal string alignment distance, where a swap of neighbours is one).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import partial

from rapidfuzz.distance import OSA

from bot.matching.language.english import STOP_WORDS
from bot.matching.language.tokens import is_hangul
from bot.matching.memo import Memo
from bot.matching.names.directory import Directory, forms
from bot.matching.names.ordinary import OrdinaryWords
from bot.matching.names.romanisation import skeleton

__all__ = ["Evidence", "Mention", "MentionFinder"]

MAX_NAME_WORDS = 5
"""Words of the longest name that is looked for in running text."""


LONG_NAME = 9
"""Letters of a name from which two slips are forgiven: in a shorter one they make another's."""


class Evidence(IntEnum):
    """How a name was recognised, the surest first."""

    LETTERS = 0
    SOUND = 1
    TYPO = 2
    SURNAME = 3


@dataclass(frozen=True, slots=True)
class Mention:
    """Words `start` to `end` (exclusive) of a text name one of `people`, the likeliest first."""

    start: int
    end: int
    people: tuple[str, ...]
    evidence: Evidence
    name: str


@dataclass(frozen=True, slots=True, eq=False)
class MentionFinder:
    """Finds names; ordinary words are never taken for misspellings."""

    _directory: Directory
    _ordinary: OrdinaryWords
    _no_beginnings: Memo[str, bool] = field(default_factory=partial(Memo[str, bool], 65_536))
    _begins: Memo[tuple[str, str], bool] = field(
        default_factory=partial(Memo[tuple[str, str], bool], 65_536)
    )
    _typos: Memo[str, str | None] = field(default_factory=partial(Memo[str, str | None], 8192))
    _found: Memo[tuple[tuple[str, ...], bool], Sequence[Mention]] = field(
        default_factory=partial(Memo[tuple[tuple[str, ...], bool], Sequence[Mention]], 2048)
    )

    def mentions(self, found: Sequence[str], *, typos: bool = True) -> list[Mention]:
        """The names in the words of a text, left to right, none overlapping, the longest first.

        Without `typos` (for text that was written with care) only known spellings count.
        """
        return list(self._found.get((tuple(found), typos), self._find))

    def _find(self, asked: tuple[tuple[str, ...], bool]) -> Sequence[Mention]:
        found, typos = asked
        mentions: list[Mention] = []
        position = 0
        while position < len(found):
            mention = self._at(found, position, typos) if self._may_begin(found, position) else None
            if mention is not None:
                mentions.append(mention)
                position = mention.end
            else:
                position += 1
        return mentions

    def is_ordinary(self, word: str) -> bool:
        """Whether `word` is no name, or none alone."""
        return self._ordinary.knows(word)

    def roles(self, found: Sequence[str]) -> list[Mention]:
        """The words that mean somebody by what they do ("the director")."""
        mentions: list[Mention] = []
        for start, word in enumerate(found):
            if word not in self._directory.role_beginnings and word not in self._directory.roles:
                continue
            letters = ""
            for end in range(start + 1, min(len(found), start + MAX_NAME_WORDS) + 1):
                letters += found[end - 1]
                if people := self._directory.roles.get(letters):
                    mentions.append(Mention(start, end, people, Evidence.LETTERS, letters))
                if letters not in self._directory.role_beginnings:
                    break
        return mentions

    def _may_begin(self, found: Sequence[str], position: int) -> bool:
        """Whether a name may begin at `position`; most words rule it out."""
        word = found[position]
        if self._no_beginnings.get(word, self._is_no_beginning):
            return False
        following = found[position + 1] if position + 1 < len(found) else ""
        return self._begins.get((word, following), self._begins_name)

    def _is_no_beginning(self, word: str) -> bool:
        """Whether no name begins with `word`, whatever follows: true of most ordinary words."""
        return (
            len(word) > 3
            and word not in self._directory.surnames
            and self._ordinary.knows(word)
            and not is_hangul(word)
            and word not in self._directory.beginnings
            and not any(form in self._directory.by_letters for form in forms(word))
        )

    def _begins_name(self, pair: tuple[str, str]) -> bool:
        """Whether a name may begin with the one word before the other."""
        word, following = pair
        if not self._ordinary.knows(word) or word in self._directory.surnames:
            return True
        if len(word) <= 3 and following and not self._ordinary.knows(following):
            return True  # a syllable that happens to be a word, as in "in soo"
        joined = word + following
        known = self._directory.by_letters
        return (
            joined in self._directory.beginnings
            or any(form in known for form in (*forms(word), *forms(joined)))
            or is_hangul(word)
        )

    def _at(self, found: Sequence[str], start: int, typos: bool) -> Mention | None:
        """The longest name that begins at `start`; a sure one before a guessed one."""
        mention = self._exact(found, start)
        if mention is not None:
            return mention
        first, second = found[start], found[start + 1] if start + 1 < len(found) else "the"
        is_plain = self._ordinary.knows(first) and first not in self._directory.surnames
        if is_plain and (len(first) > 3 or self._ordinary.knows(second)):
            return None  # ordinary words begin no misspelt name, which spares most look-ups
        is_stop = first in STOP_WORDS
        for end in range(min(len(found), start + 3), start, -1):
            part = found[start:end]
            if all(map(self._ordinary.knows, part)):
                continue
            has_exact = (is_stop or typos) and any(
                self._exact(found, inner) for inner in range(start + 1, end)
            )
            if has_exact and is_stop:
                continue
            if mention := self._by_sound(part, start, end):
                return mention
            if typos and not has_exact and (mention := self._by_typo(part, start, end)):
                return mention
        if len(first) > 1 and first in self._directory.surnames and not self._ordinary.knows(first):
            return Mention(
                start, start + 1, self._directory.surnames[first], Evidence.SURNAME, first
            )
        return None

    def _exact(self, found: Sequence[str], start: int) -> Mention | None:
        """The longest name that stands at `start` letter by letter.

        A shorter one wins where the next name would otherwise lose its beginning: "Ha-na Min-ji"
        are two people, though "Ha-na Min" may be one of them in Western order.
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
        for end, word in enumerate(found[start : start + MAX_NAME_WORDS], start + 1):
            letters += word
            for form in forms(letters):
                people = self._directory.by_letters.get(form)
                if people:
                    names.append(Mention(start, end, people, Evidence.LETTERS, form))
                    break
            if letters not in self._directory.beginnings:
                break
        return names

    def _hangul_prefix(self, letters: str, start: int) -> Mention | None:
        """A Korean name with a particle behind it, as in 김하나의 or 하나는."""
        if is_hangul(letters):
            for length in range(len(letters) - 1, 1, -1):
                people = self._directory.by_letters.get(letters[:length])
                if people and len(letters) - length <= 3:
                    return Mention(start, start + 1, people, Evidence.LETTERS, letters[:length])
        return None

    def _by_sound(self, part: Sequence[str], start: int, end: int) -> Mention | None:
        """A name in another romanisation."""
        letters = self._joined(part)
        for form in forms(letters):
            people = self._directory.by_skeleton.get(skeleton(form)) if len(form) > 3 else None
            if people:
                return Mention(start, end, people, Evidence.SOUND, form)
        return None

    def _by_typo(self, part: Sequence[str], start: int, end: int) -> Mention | None:
        """A misspelt name, unless it is as near to an ordinary word."""
        if len(part) > 1 and any(word in STOP_WORDS for word in part):
            return None
        letters = self._joined(part)
        key = self._typos.get(letters, self._search_typo) if letters else None
        if key is None or (len(part) > 1 and OSA.distance(letters, key) > 1):
            return None  # two typos in a full name are as often another person
        return Mention(start, end, self._directory.by_letters[key], Evidence.TYPO, key)

    def _joined(self, part: Sequence[str]) -> str:
        """The letters of `part`; empty where an ordinary word would be drawn into a name."""
        edges = [word for word in (part[0], part[-1]) if word not in self._directory.surnames]
        if not edges or any(self._ordinary.knows(word) and len(word) > 3 for word in edges):
            return ""
        letters = "".join(part)
        return letters if letters.isascii() and len(letters) > 3 else ""

    def _search_typo(self, letters: str) -> str | None:
        """The one name within a typo or two of `letters`, if there is a single nearest."""
        near = [hit for form in forms(letters) for hit in self._directory.speller.nearest(form)]
        if not near:
            return None
        distance = min(d for _, d in near)
        if distance > 1 and len(letters) < LONG_NAME:
            return None
        if any(d <= distance for form in forms(letters) for _, d in self._ordinary.nearest(form)):
            return None
        keys = [key for key, d in near if d == distance]
        people = {frozenset(self._directory.by_letters[key]) for key in keys}
        families = {
            frozenset(f for p in group for f in self._directory.family(p)) for group in people
        }
        return keys[0] if len(families) == 1 else None
