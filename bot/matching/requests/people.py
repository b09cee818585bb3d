"""Questions that ask who somebody is: "who is X", "tell me about X", or X alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from bot.knowledge.schema import Person, PersonKind
from bot.matching.language.tokens import words
from bot.matching.names.mentions import Evidence, Mention
from bot.matching.names.names import Names
from bot.matching.requests.titles import Titles

__all__ = ["AboutPeople", "PeopleRequests"]


@dataclass(frozen=True, slots=True)
class AboutPeople:
    """Who is asked for."""

    people: tuple[str, ...]
    """Ids of everybody who may be meant, the likeliest first; more than one of a shared name."""
    is_role: bool
    """Whether they are called by what they do ("the director")."""
    is_part: bool
    """Whether it is asked who they are within the series, which of an actor asks for the part."""
    is_alone: bool = False
    """Whether a name or a role stands alone and nothing is asked."""
    is_sure: bool = True
    """Whether it is surely that name, and not a stranger's that comes near it."""


@dataclass(frozen=True, slots=True, eq=False)
class PeopleRequests:
    """Reads such questions with the names of one state of knowledge."""

    _names: Names
    _people: Mapping[str, Person]
    _titles: Titles

    def read(self, question: str) -> AboutPeople | None:
        """Who is asked for; None for a question of any other form, or for a stranger."""
        found = words(question)
        cut = self._titles.cut(found)
        who, is_within = _without_place(cut)
        is_part = is_within or len(cut) < len(found)
        asked = _asked_for(who)
        if asked is None:
            return self._alone(who)
        people = self._meant(asked)
        if not people:
            return None
        return AboutPeople(
            people,
            self._is_role(asked),
            is_part,
            is_sure=_is_sure(asked, self._names.mentions(asked)),
        )

    def _meant(self, who: Sequence[str]) -> tuple[str, ...]:
        """Whom the words mean; nobody where they ask who plays somebody."""
        if _PLAYING.isdisjoint(who):
            return self._names.look_up(" ".join(who))
        if not _ASKS_WHO_PLAYS.isdisjoint(who):
            return ()
        rest = " ".join(word for word in who if word not in _PLAYING)
        return tuple(i for i in self._names.look_up(rest) if not self._is_character(i))

    def _alone(self, who: Sequence[str]) -> AboutPeople | None:
        """A name or a role with nothing else; a surname may be any word, and asks for nobody."""
        named = who[1:] if who and who[0] in _ARTICLES else who
        if not named:
            return None
        for mention in self._names.mentions(named):
            is_whole = (mention.start, mention.end) == (0, len(named))
            if is_whole and mention.evidence is not Evidence.SURNAME:
                is_sure = _is_sure(named, (mention,))
                return AboutPeople(
                    mention.people, is_role=False, is_part=False, is_alone=True, is_sure=is_sure
                )
        for role in self._names.roles(named):
            if (role.start, role.end) == (0, len(named)):
                return AboutPeople(role.people, is_role=True, is_part=False, is_alone=True)
        return None

    def _is_role(self, who: Sequence[str]) -> bool:
        return not self._names.mentions(who) and bool(self._names.roles(who))

    def _is_character(self, person_id: str) -> bool:
        return self._people[person_id].kind is PersonKind.CHARACTER


_ARTICLES = frozenset({"a", "an", "the"})
_PLAYING = frozenset(
    "actor actress actors actresses star plays played play playing acting acts voice voices "
    "voiced dub dubbed dubs cast 배우 성우".split()
)
_ASKS_WHO_PLAYS = frozenset("of for that who behind plays played play playing as in".split())

_BEFORE = (
    r"(?:(?:hey|hi|so|ok|okay|wait|and|but|please|well|um|wdym|do you know|can you|could you|"
    r"remind me|anyone know|lol) )*"
)
_AFTER = r"(?: (?:again|exactly|actually|please|anyway|lol|though|supposed to be|by the way))*"
_WHO_IS = (
    r"who (?:is|are|was|were)(?: (?:that|this))?|"
    r"tell (?:me|us) (?:more |something |everything |all )?about|what do (?:you|we) know about|"
    r"information (?:on|about)|introduce(?: me)?(?: to)?|quien es|cuentame sobre|quem e|qui est|"
    r"wer ist|chi e|wie is|kim dir|siapa|sino si|ai la|kto to"
)
"""Also in other languages, without their marks, which no question keeps."""
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_BEFORE}(?:{_WHO_IS}) (?P<who>.+?){_AFTER}",
        rf"{_BEFORE}(?P<who>.+?) who (?:is|was) (?:he|she|that|this|it|they){_AFTER}",
        r"(?P<who>.+?) 누구\w*",
        r"(?P<who>.+?)(?:에 대해|소개) ?\w*",
    )
)
_PLACE = re.compile(
    r"(?P<rest>.+) (?:in|from|of|on) (?:the |this |it|that )*"
    r"(?:show|series|drama|kdrama|story|it)\b"
)


def _is_sure(found: Sequence[str], mentions: Sequence[Mention]) -> bool:
    """Whether no name is more than one slip from the letters that were typed."""
    return all(
        mention.evidence is not Evidence.TYPO
        or OSA.distance("".join(found[mention.start : mention.end]), mention.name) <= 1
        for mention in mentions
    )


def _asked_for(found: Sequence[str]) -> list[str] | None:
    """The words for whoever is asked for; None if the question has none of the forms."""
    text = " ".join(found)
    for form in _FORMS:
        if match := form.fullmatch(text):
            return match["who"].split()
    return None


def _without_place(found: Sequence[str]) -> tuple[list[str], bool]:
    """The words without "in the series" at their end, and whether that stood there."""
    match = _PLACE.fullmatch(" ".join(found))
    return (match["rest"].split(), True) if match else (list(found), False)
