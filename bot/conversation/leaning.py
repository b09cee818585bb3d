"""Questions that lean on somebody spoken of before: "how old is he", "do they survive"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.conversation.meanings import FollowUp, Instead, Unclear
from bot.conversation.memory import Thread
from bot.conversation.referents import Meant, Referents, kind_of
from bot.matching.language.english import STOP_WORDS
from bot.matching.language.tokens import words
from bot.matching.names.names import Names

__all__ = ["Leaning"]


@dataclass(frozen=True, slots=True, eq=False)
class Leaning:
    """Puts names for pronouns, with the people of one state of knowledge."""

    names: Names
    referents: Referents

    def read(self, text: str, found: Sequence[str], thread: Thread) -> FollowUp | None:
        """What the words `found` of a text mean; None where no pronoun leans on what was before.

        A long text, or one with a noun of its own, says itself whom its pronouns mean.
        """
        pronouns = tuple(self._pronouns(text, found))
        if not pronouns or len(found) > _LONGEST:
            return None
        kinds = {kind: self.referents.meant(found[place], thread) for place, kind in pronouns}
        first = next((place for place, kind in pronouns if kind != "they"), pronouns[0][0])
        before = found[:first]
        if self._has_somebody(before):
            return None
        is_bare = all(word in _BARE for word in before)
        if set(kinds) == {"they"}:
            return self._they(text, found, kinds["they"]) if is_bare and before else None
        if all(meant.only for meant in kinds.values()):
            put = self._put(found, {kind: meant.people for kind, meant in kinds.items()})
            return Instead((put,), put if is_bare else text, is_guess=not is_bare)
        if not is_bare:
            return None
        people = next(iter(kinds.values())).people if len(kinds) == 1 else ()
        return Unclear(people, " ".join(found))

    def alone(self, word: str, thread: Thread) -> FollowUp:
        """What a pronoun alone means, as in "and her?"."""
        meant = self.referents.meant(word, thread)
        if meant.only is None:
            return Unclear(meant.people, f"who is {word}")
        return Instead((), f"who is {self.name(meant.only)}")

    def about(self, person_id: str, text: str) -> str:
        """A text whose pronouns stand for somebody, with their name put in."""
        found = words(text)
        return self._put(found, {kind_of(word): (person_id,) for word in found})

    def name(self, person_id: str) -> str:
        """What somebody is called."""
        return self.referents.people[person_id].name

    def _pronouns(self, text: str, found: Sequence[str]) -> Iterator[tuple[int, str]]:
        """The places of pronouns and the kind of each, but for those that are part of a name."""
        kinds = [(place, kind) for place, word in enumerate(found) if (kind := kind_of(word))]
        if not kinds:
            return
        named = {n for one in self.names.mentions(found) for n in range(one.start, one.end)}
        for place, kind in kinds:
            if place in named or re.search(rf"-{found[place]}\b", text, re.IGNORECASE):
                continue
            yield place, kind

    def _has_somebody(self, before: Sequence[str]) -> bool:
        """Whether somebody is named before a pronoun, whom it then means."""
        is_named = self.names.mentions(before) or self.names.roles(before)
        return bool(is_named) or not _PERSONS.isdisjoint(before)

    def _they(self, text: str, found: Sequence[str], meant: Meant) -> FollowUp | None:
        """ "They" are mostly those who made the series, and only perhaps those spoken of."""
        if not meant.is_whole or not 1 <= len(meant.people) <= _MOST_OF_THEM:
            return None
        put = self._put(found, {"they": meant.people})
        return Instead((put,), text, of=meant.people, is_guess=True)

    def _put(self, found: Sequence[str], people: Mapping[str | None, Sequence[str]]) -> str:
        """The words with names for the pronouns, by the kind of each."""
        names = {
            kind: " and ".join(self.name(self._fitting(found, i)) for i in ids)
            for kind, ids in people.items()
            if kind is not None
        }
        return " ".join(
            _in_place(word, found[place + 1 : place + 2], names[kind])
            if (kind := kind_of(word)) in names
            else word
            for place, word in enumerate(found)
        )

    def _fitting(self, found: Sequence[str], person_id: str) -> str:
        """The actor or the character, whichever of the two a question is about."""
        said = " ".join(found)
        person = self.referents.people[person_id]
        if person.plays and _ASKS_WHO_PLAYS.search(said):
            return person.plays
        if not person.plays and _ASKS_OF_ACTOR.search(said):
            actors = [i for i in self.names.family(person_id) if i != person_id]
            return actors[0] if actors else person_id
        return person_id


def _in_place(pronoun: str, following: Sequence[str], name: str) -> str:
    """A name in the form in which the pronoun stood."""
    is_own = pronoun in _OWN
    if pronoun == "her":
        is_own = bool(following) and following[0] not in _AFTER_OBJECT
    return f"{name}'s" if is_own else name


_LONGEST = 9
"""Words from which a text is taken to say itself whom it means."""
_MOST_OF_THEM = 3

_OWN = frozenset({"his", "hers", "their", "theirs"})
_BARE = STOP_WORDS | frozenset(
    """
who whom whose what when where why how which whats else other old tall many much long often far
kind sort name play plays played tell say said says happen happens happened know think thinks
like likes love loves hate hates kill kills killed bite bites bit save saves saved meet meets met
dub dubs dubbed voice voices voiced portray portrays portrayed let about wait ok okay again really
ever still even first
""".split()
)
"""Words before a pronoun that can be nobody whom it means."""
_PERSONS = frozenset(
    """
somebody someone anybody anyone everybody everyone nobody person people guy man woman boy girl kid
child baby teacher student actor actress director writer author nurse doctor mother mom mum father
dad parent parents brother sister son daughter friend bully classmate soldier officer detective
cop policeman captain leader principal president driver cook archer lady dude character fan fans
member members crew cast team makers producers staff producer survivors
""".split()
)
"""Nouns for which a pronoun behind them stands."""
_AFTER_OBJECT = frozenset(
    "in on at to from for with by of and or again then though too before after when if is was as "
    "during instead because while exactly really actually now".split()
)
"""Words before which "her" is whom something is done to, and not whose something is."""
_ASKS_WHO_PLAYS = re.compile(
    r"\bwho (?:is |was |has |would )?(?:play|portray|voic|dub|act)\w*\b|\bplayed by\b|"
    r"\b(?:who|what) (?:\w+ )*(?:actor|actress)\b"
)
_ASKS_OF_ACTOR = re.compile(
    r"\b(?:did|does|do|is|was|will|has|have) (?:he|she|they) (?:\w+ )?(?:play|act|star|been in)|"
    r"\b(?:other|else) (?:shows|show|dramas|drama|movies|movie|films|film|series|works|roles)\b|"
    r"\bwhat else (?:was|is|has) (?:he|she|they)\b|"
    r"\b(?:instagram|agency|debut|real name|real life|filmography)\b"
)
