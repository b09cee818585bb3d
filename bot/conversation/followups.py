"""Follow-ups: texts that lean on the last card, and what each of them means.

Only what cannot stand on its own is taken for one, by its form alone: a question with a name, or
with a noun of its own for its "he", is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.conversation.memory import Card, Thread
from bot.conversation.referents import Meant, Referents, kind_of, pronouns_of
from bot.matching.language.tokens import words
from bot.matching.names.mentions import Evidence, Mention
from bot.matching.names.names import Names
from bot.replies.model import Action

__all__ = [
    "Another",
    "FollowUp",
    "FollowUps",
    "Further",
    "Instead",
    "NoneOfThese",
    "OutOfRange",
    "Picked",
    "Sources",
    "Unclear",
    "Wanted",
    "is_question",
]


def is_question(text: str) -> bool:
    """Whether a text looks like a question, as far as its first word and its marks tell."""
    return "?" in text or not _ASKING.isdisjoint(words(text)[:1])


@dataclass(frozen=True, slots=True)
class Instead:
    """Another question is meant: the first of `questions` that is answered, else `otherwise`."""

    questions: tuple[str, ...]
    otherwise: str
    must_name: str = ""
    """What the answer has to be about, beside its question; empty for anything."""
    after: str = ""
    """What is asked before all of them, since it may stand on its own; empty for nothing."""


@dataclass(frozen=True, slots=True)
class Picked:
    """One of the things that the last card offers."""

    action: Action


@dataclass(frozen=True, slots=True)
class OutOfRange:
    """A number beyond what the last card offers."""

    count: int


@dataclass(frozen=True, slots=True)
class NoneOfThese:
    """Nothing of what the last card offers."""


@dataclass(frozen=True, slots=True)
class Another:
    """More of what the last card is."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Where what the last card tells comes from."""

    told: tuple[str, ...]


class Wanted(StrEnum):
    """What a question of one word asks for; the words that such questions begin with."""

    WHY = "why"
    WHEN = "when"
    WHERE = "where"
    WHO = "who"
    HOW = "how"


@dataclass(frozen=True, slots=True)
class Further:
    """Something more about what the last card tells: why, when, where, who or how."""

    wanted: Wanted
    card: Card


@dataclass(frozen=True, slots=True)
class Unclear:
    """It is not clear who is meant; these people may be."""

    people: tuple[str, ...]
    text: str
    """What was said of them, with its pronoun."""


FollowUp = (
    Instead | Picked | OutOfRange | NoneOfThese | Another | Sources | Further | Unclear
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class FollowUps:
    """Reads follow-ups with the names of one state of knowledge."""

    _names: Names
    _referents: Referents

    def read(self, text: str, thread: Thread) -> FollowUp | None:
        """What a text means after the cards of `thread`; None where it stands on its own."""
        found = words(text)
        said = " ".join(found)
        last = thread.last
        if not found:
            return None
        if short := self._short(said, thread):
            return short
        lead = _LEAD.match(said)
        rest = found[len(lead[0].split()) :] if lead else found
        if lead and lead["and"] and rest and rest[0] not in _ASKING:
            return self._and(rest, thread)
        if pronouns_of(rest):
            return self._pronoun(rest, thread)
        if last is not None and self._is_name(rest):
            return self._named(rest, last)
        return None

    def about(self, person_id: str, text: str) -> str:
        """A text whose pronouns stand for somebody, with their name put in."""
        found = words(text)
        return self._put(found, {kind_of(word): (person_id,) for word in pronouns_of(found)})

    # -- a few words that say nothing by themselves

    def _short(self, said: str, thread: Thread) -> FollowUp | None:
        if _ANOTHER.fullmatch(said):
            return Another()
        if _WHO_IS_THAT.fullmatch(said):
            return self._whom(thread)
        return _chosen(said, thread.last) or _about_last(said, thread.last)

    def _whom(self, thread: Thread) -> FollowUp:
        """ "Who is that?": somebody of whom the last card tells."""
        meant = self._referents.meant("they", thread)
        if meant.only is None:
            return Unclear(meant.people, "who is she")
        return Instead((), f"who is {self._name(meant.only)}")

    # -- "and X?", and a name alone

    def _and(self, rest: Sequence[str], thread: Thread) -> FollowUp | None:
        """ "And X?", "what about X": the last question, asked of X."""
        if set(rest) & _NOBODY or len(rest) > _MOST_OF_AND or not _ASKING.isdisjoint(rest):
            return self._pronoun(rest, thread) if pronouns_of(rest) else None
        meant = " ".join(rest)
        if pronouns := pronouns_of(rest):
            meant_by_it = self._referents.meant(pronouns[0], thread)
            if meant_by_it.only is None:
                return Unclear(meant_by_it.people, f"who is {pronouns[0]}")
            return Instead((), f"who is {self._name(meant_by_it.only)}")
        last = thread.last
        asked = words(last.question) if last else []
        if last and self._is_name(rest):
            return self._named(rest, last)
        place = [word for word in rest if word not in _ARTICLES]
        if not place or not asked:
            return Instead((), meant)
        return Instead(
            (*_with_number(asked, place), f"{' '.join(asked)} in the {' '.join(place)}"),
            meant,
            must_name=" ".join(place),
        )

    def _named(self, rest: Sequence[str], last: Card) -> FollowUp:
        """Somebody's name alone: what is offered of that name, or the last question of them."""
        named = self._mention(rest)
        meant = " ".join(rest)
        if named and not last.told:
            fitting = [a for a in last.actions if self._is_of(a.label, named)]
            if len(fitting) == 1:
                return Picked(fitting[0])
        asked = words(last.question)
        places = self._names.mentions(asked) or self._names.roles(asked)
        if len(places) != 1 or named is None:
            return Instead((), meant)
        place = places[0]
        instead = [*asked[: place.start], *_without_article(rest), *asked[place.end :]]
        return Instead((" ".join(instead),), meant)

    def _is_of(self, label: str, named: Mention) -> bool:
        return any(
            not set(one.people).isdisjoint(named.people)
            for one in self._names.mentions(words(label))[:1]
        )

    def _is_name(self, rest: Sequence[str]) -> bool:
        """Whether a text is no more than a name or a role that somebody has."""
        named = self._mention(rest)
        return named is not None and named.evidence is not Evidence.SURNAME

    def _mention(self, rest: Sequence[str]) -> Mention | None:
        """The one name or role that a text consists of, but for an article and "too"."""
        bare = [word for word in rest if word not in _BESIDE_NAMES]
        for one in (*self._names.mentions(bare), *self._names.roles(bare)):
            if (one.start, one.end) == (0, len(bare)):
                return one
        return None

    # -- pronouns

    def _pronoun(self, rest: Sequence[str], thread: Thread) -> FollowUp | None:
        """A question about somebody who was spoken of before."""
        pronouns = pronouns_of(rest)
        before = rest[: rest.index(pronouns[0])]
        if self._names.mentions(before) or self._names.roles(before) or _has_somebody(before):
            return None
        text = " ".join(rest)
        meant = {kind_of(word): self._referents.meant(word, thread) for word in pronouns}
        if set(meant) == {"they"}:
            return self._they(rest, meant["they"])
        if len(meant) == 1 and (one := next(iter(meant.values()))).only is None:
            return Unclear(one.people, text)
        if any(one.only is None for one in meant.values()):
            return Unclear((), text)
        put = self._put(rest, {kind: one.people for kind, one in meant.items()})
        return Instead((put,), put, after=text if _has_noun(before) else "")

    def _they(self, rest: Sequence[str], meant: Meant) -> FollowUp | None:
        """ "They" are mostly those who made the series, so it stands on its own if it can."""
        if not meant.is_whole or not 1 <= len(meant.people) <= _MOST_OF_THEM:
            return None
        text = " ".join(rest)
        return Instead((self._put(rest, {"they": meant.people}),), text, after=text)

    def _put(self, found: Sequence[str], people: Mapping[str | None, Sequence[str]]) -> str:
        """The words with names for the pronouns, by the kind of each."""
        names = {
            kind: " and ".join(self._name(self._fitting(found, i)) for i in ids)
            for kind, ids in people.items()
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
        person = self._referents.people[person_id]
        if person.plays and _ASKS_WHO_PLAYS.search(said):
            return person.plays
        if not person.plays and _ASKS_OF_ACTOR.search(said):
            actors = [i for i in self._names.family(person_id) if i != person_id]
            return actors[0] if actors else person_id
        return person_id

    def _name(self, person_id: str) -> str:
        return self._referents.people[person_id].name


def _chosen(said: str, last: Card | None) -> FollowUp | None:
    """One of what the last card offers, or none of it."""
    offers = last.actions if last else ()
    if match := _ORDINAL.fullmatch(said):
        if offers:
            return _picked(match["which"], offers)
        return None if said.isdigit() else Unclear((), said)
    if offers and last and not last.told:
        if _YES.fullmatch(said) and len(offers) == 1:
            return Picked(offers[0])
        if _NO.fullmatch(said):
            return NoneOfThese()
    return None


def _about_last(said: str, last: Card | None) -> FollowUp | None:
    """Where what was told comes from, or why, when and so on it was."""
    told = last.told if last else ()
    if _SOURCE.fullmatch(said):
        return Sources(told) if told else Unclear((), said)
    for wanted, form in _FURTHER.items():
        if form.fullmatch(said):
            return Further(wanted, last) if told and last else Unclear((), said)
    return None


def _picked(which: str, offers: Sequence[Action]) -> FollowUp:
    digits = "".join(character for character in which if character.isdigit())
    number = int(digits[:4]) if digits else _ORDINALS[which]
    place = len(offers) if number < 0 else number
    return Picked(offers[place - 1]) if 1 <= place <= len(offers) else OutOfRange(len(offers))


def _with_number(asked: Sequence[str], place: Sequence[str]) -> tuple[str, ...]:
    """The question with another number for its season, episode and the like, if it has one."""
    if len(place) != 2 or not any(map(_is_number, place)):
        return ()
    unit, number = place if _is_number(place[1]) else reversed(place)
    for start in range(len(asked) - 1):
        pair = asked[start : start + 2]
        if unit in pair and any(_is_number(word) for word in pair):
            return (" ".join([*asked[:start], unit, number, *asked[start + 2 :]]),)
    return (f"{' '.join(asked)} {unit} {number}",)


def _is_number(word: str) -> bool:
    return word.rstrip("stndrh").isdigit() or word in _ORDINALS or word in _NUMBERS


def _without_article(rest: Sequence[str]) -> list[str]:
    return [word for word in rest if word not in _BESIDE_NAMES - _ARTICLES]


def _has_somebody(before: Sequence[str]) -> bool:
    """Whether a noun for a person stands there, which the pronoun then means."""
    return not _PERSONS.isdisjoint(before)


def _has_noun(before: Sequence[str]) -> bool:
    """Whether any noun stands there with its article: the pronoun may mean that."""
    return not _DETERMINERS.isdisjoint(before)


def _in_place(pronoun: str, following: Sequence[str], name: str) -> str:
    """A name in the form in which the pronoun stood."""
    is_own = pronoun in {"his", "their", "theirs", "hers"}
    if pronoun == "her":
        is_own = bool(following) and following[0] not in _AFTER_OBJECT
    return f"{name}'s" if is_own else name


_MOST_OF_AND = 4
"""Words behind "what about" from which it is a question of its own."""
_MOST_OF_THEM = 3

_ARTICLES = frozenset({"a", "an", "the"})
_BESIDE_NAMES = _ARTICLES | {"too", "then", "though", "please", "also"}
_THEY = frozenset({"they", "them", "their", "theirs"})
_NOBODY = frozenset("you u me us we it this that these those your my yourself".split())
_DETERMINERS = frozenset("the a an some any each every which that this one of".split())
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
_ASKS_WHO_PLAYS = re.compile(
    r"\bwho (?:is |was |has |would )?(?:play|portray|voic|dub|act)\w*\b|\bplayed by\b|"
    r"\b(?:who|what) (?:\w+ )*(?:actor|actress)\b"
)
_ASKS_OF_ACTOR = re.compile(
    r"\b(?:did|does|do|is|was|will|has|have) (?:he|she|they) (?:\w+ )?(?:play|act|star|been in)|"
    r"\b(?:other|else) (?:shows|show|dramas|drama|movies|movie|films|film|series|works|roles)\b|"
    r"\b(?:instagram|agency|debut|real name|real life|filmography)\b"
)
_AFTER_OBJECT = frozenset(
    "in on at to from for with by of and or again then though too before after when if is was as "
    "during instead because while exactly really actually now".split()
)
"""Words before which "her" is whom something is done to, and not whose something is."""

_ASKING = frozenset(
    """
who whom whose what when where why how which is are was were do does did has have had will would
can could should
""".split()
)
_NUMBERS = frozenset("one two three four five six seven eight nine ten".split())
_ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1
    )
} | {"last": -1, "latter": -1, "former": 1} | {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten".split(), 1)
}  # fmt: skip

_LEAD = re.compile(
    r"(?:(?:ok|okay|oh|so|well|hmm|um|wait|then|but|also|please|now|cool|nice|lol|yes|no) )*"
    r"(?P<and>(?:and |or |plus )?(?:(?:what|how) about |what of |same (?:question )?for |"
    r"(?:now )?for )|(?:and|or) (?:also |then |for |in |of |with )?)?"
)
_ORDINAL = re.compile(
    r"(?:(?:the|number|no|option|choice|num|show me|give me|open|i mean|i meant|i want|maybe|"
    r"probably) )*#?"
    r"(?P<which>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|latter|"
    r"former|\d{1,9}(?:st|nd|rd|th)?|(?<=number )(?:one|two|three|four|five)|"
    r"(?<=option )(?:one|two|three|four|five)|one|two|three|four|five)"
    r"(?: (?:one|option|choice|please|of (?:them|these|those)|thanks))*"
)
_YES = re.compile(
    r"(?:(?:yes|yeah|yep|yup|ya|sure|ok|okay|please|right|exactly|correct|that|this|one|go on|"
    r"go ahead|do it|show me|show it|show|open it|tell me|that is it|of course)(?: |$))+"
)
_NO = re.compile(
    r"(?:(?:no|nope|nah|neither|none|none of (?:them|these|those|the above)|not (?:that|those|"
    r"these|it|them|this)|nothing of that|sorry)(?: |$))+"
)
_ANOTHER = re.compile(
    r"(?:(?:and|ok|okay|please|give me|tell me|show me|can i have|i want|one) )*"
    r"(?:another|another one|one more|some more|more|next|next one|the next one|again|"
    r"something else|a different one|different one|more of (?:that|this|these|those|them)|"
    r"tell me more|go on|more please|keep going|continue|anything else)(?: please| one)?"
)
_SOURCE = re.compile(
    r"(?:(?:and|but|wait|ok|um|so) )*"
    r"(?:source|sources|any source|any sources|(?:got|have|do you have|is there) (?:a|any) "
    r"(?:source|sources|proof|link|links)|(?:what|where|who) (?:is|are) (?:the|your) "
    r"(?:source|sources)(?: for (?:that|this|it))?|source (?:for|of) (?:that|this|it)|proof|"
    r"link|links|citation|citation needed|says who|who (?:said|says|reported|told you)"
    r"(?: that| this| so| it)?|(?:where|who) (?:is|did|does|was) (?:that|you|this|it) (?:get |got |"
    r"come |have |hear |read )?(?:that |this |it )?(?:from|reported)|"
    r"where did you (?:get|read|hear|find) (?:that|this|it)|"
    r"how do you know(?: that| this| it)?|according to (?:who|whom)|"
    r"are you sure(?: about (?:that|this|it))?|is (?:that|this|it) (?:really )?true|really|"
    r"for real|seriously)"
)
_WHO_IS_THAT = re.compile(r"(?:and |but |so |wait )*(?:who|whom) (?:is|was) (?:that|this|it)")
_FURTHER = {
    Wanted.WHY: re.compile(
        r"(?:but |and |so |ok |oh |wait )*(?:why|how come|why (?:is|was) (?:that|this|it)|"
        r"why that|why not|why so(?: \w+)?|why though|what for|for what reason|"
        r"why did (?:that|this|it) happen|what was the reason)"
    ),
    Wanted.WHEN: re.compile(
        r"(?:but |and |so |ok )*(?:when|when (?:is|was) (?:that|this|it)|since when|when exactly|"
        r"when did (?:that|this|it) happen|what (?:day|date|year))"
    ),
    Wanted.WHERE: re.compile(
        r"(?:but |and |so |ok )*(?:where|where (?:is|was) (?:that|this|it)|where exactly|"
        r"where did (?:that|this|it) happen)"
    ),
    Wanted.WHO: re.compile(r"(?:but |and |so |ok )*(?:who|who exactly|by whom|with whom|by who)"),
    Wanted.HOW: re.compile(
        r"(?:but |and |so |ok )*(?:how|how so|how exactly|how did (?:that|this|it) happen)"
    ),
}
