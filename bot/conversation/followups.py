"""Follow-ups: texts that lean on the last card, and what each of them means.

Only what cannot stand on its own is taken for one, by its form alone: a question with a name, or
with a noun of its own for its "he", is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from bot.conversation.leaning import Leaning
from bot.conversation.meanings import FollowUp, Instead, Picked, Unclear
from bot.conversation.memory import Card, Thread
from bot.conversation.referents import Referents, kind_of
from bot.conversation.short import ORDINALS, asks_who_that_is, read_short
from bot.knowledge.schema import PersonKind
from bot.matching.language.tokens import words
from bot.matching.names.mentions import Evidence, Mention
from bot.matching.names.names import Names

__all__ = ["FollowUps", "is_question"]


def is_question(text: str) -> bool:
    """Whether a text looks like a question, as far as its first word and its marks tell."""
    return "?" in text or not _ASKING.isdisjoint(words(text)[:1])


class FollowUps:
    """Reads follow-ups with the names of one state of knowledge."""

    def __init__(self, names: Names, referents: Referents) -> None:
        self._names = names
        self._people = referents.people
        self._leaning = Leaning(names, referents)

    def read(self, text: str, thread: Thread, subject_of: Callable[[Card], str]) -> FollowUp | None:
        """What a text means after the cards of `thread`; None where it stands on its own.

        `subject_of` a card is what "it" means afterwards; empty where that is the series.
        """
        found = words(text)
        said = " ".join(found)
        if not found:
            return None
        if asks_who_that_is(said):
            return self._whom(thread)
        if short := read_short(said, thread.last):
            return short
        lead = _LEAD.match(said)
        rest = found[len(lead[0].split()) :] if lead else found
        if lead and lead["and"] and rest and self._is_phrase(rest):
            return self._and(rest, thread)
        if leaning := self._leaning.read(text, rest, thread):
            return leaning
        return self._of_last(text, rest, thread.last, subject_of) if thread.last else None

    def about(self, person_id: str, text: str) -> str:
        """A text whose pronouns stand for somebody, with their name put in."""
        return self._leaning.about(person_id, text)

    def _whom(self, thread: Thread) -> FollowUp:
        """ "Who is that?": somebody of whom the last card tells."""
        meant = self._leaning.referents.meant("they", thread)
        if meant.only is None:
            return Unclear(meant.people, "who is she")
        return Instead((), f"who is {self._leaning.name(meant.only)}")

    def _of_last(
        self, text: str, rest: Sequence[str], last: Card, subject_of: Callable[[Card], str]
    ) -> FollowUp | None:
        """A question about "it", or a name alone, after a card."""
        is_about_it = len(rest) <= _LONGEST_ABOUT_IT and not _IT.isdisjoint(rest)
        if is_about_it and (subject := subject_of(last)):
            put = " ".join(subject if word in _IT else word for word in rest)
            return Instead((put,), text, must_name=subject, is_guess=True)
        named = self._name(rest)
        if named is None or not self._names.mentions(rest):
            return None  # what somebody is or does may be anything else as well
        return self._offered(named, last) or self._asked_of(named, rest, last, text)

    # -- "and X?"

    def _is_phrase(self, rest: Sequence[str]) -> bool:
        """Whether what stands behind "and" or "what about" is no question of its own."""
        return len(rest) <= _MOST_OF_AND and _ASKING.isdisjoint(rest) and _OURS.isdisjoint(rest)

    def _and(self, rest: Sequence[str], thread: Thread) -> FollowUp | None:
        """ "And X?", "what about X": the last question, asked of X."""
        meant, last = " ".join(rest), thread.last
        if any(map(kind_of, rest)):
            is_alone = len(rest) == 1
            leaning = self._leaning
            return leaning.alone(rest[0], thread) if is_alone else leaning.read(meant, rest, thread)
        asked = words(last.question) if last else []
        named = self._name(rest)
        if last and named:
            return self._offered(named, last) or self._asked_of(named, rest, last)
        place = [word for word in rest if word not in _ARTICLES]
        if not place or not asked:
            return Instead((), meant)
        return Instead(tuple(_elsewhere(asked, place)), meant, must_name=" ".join(place))

    # -- names

    def _offered(self, named: Mention, last: Card) -> FollowUp | None:
        """What the last card offers of that name, where it offers a choice."""
        fitting = [a for a in last.actions if not last.told and self._is_of(a.label, named)]
        return Picked(fitting[0]) if len(fitting) == 1 else None

    def _asked_of(
        self, named: Mention, rest: Sequence[str], last: Card, alone: str = ""
    ) -> FollowUp | None:
        """The last question, asked of somebody else; with only a name, of the same kind.

        `alone` is the whole text where there is no more than the name, which can stand by itself.
        """
        asked = words(last.question)
        places = self._names.mentions(asked) or self._names.roles(asked)
        meant = alone or " ".join(rest)
        if len(places) != 1:
            return None if alone else Instead((), meant)
        before, after = asked[: places[0].start], asked[places[0].end :]
        is_alike = self._is_real(named) == self._is_real(places[0])
        if not is_alike and (alone or _WHO_PLAYS.search(last.question.casefold())):
            return None if alone else Instead((), meant)
        name = [word for word in rest if word not in _BESIDE]
        return Instead((" ".join([*before, *name, *after]),), meant)

    def _is_of(self, label: str, named: Mention) -> bool:
        mentions = self._names.mentions(words(label))
        return bool(mentions) and not set(mentions[0].people).isdisjoint(named.people)

    def _is_real(self, named: Mention) -> bool:
        return self._people[named.people[0]].kind is not PersonKind.CHARACTER

    def _name(self, rest: Sequence[str]) -> Mention | None:
        """The one name or role that a text consists of, but for an article and "too"."""
        bare = [word for word in rest if word not in _BESIDE | _ARTICLES]
        for one in (*self._names.mentions(bare), *self._names.roles(bare)):
            if (one.start, one.end) == (0, len(bare)) and one.evidence is not Evidence.SURNAME:
                return one
        return None


def _elsewhere(asked: Sequence[str], place: Sequence[str]) -> Iterator[str]:
    """The last question, asked of another season or work, in the ways in which it may be put."""
    is_numbered = len(place) == 2 and any(map(_is_number, place))
    subject = " ".join(place if is_numbered else ("the", *place))
    if is_numbered:
        unit = next(word for word in place if not _is_number(word))
        for start in range(len(asked) - 1):
            pair = asked[start : start + 2]
            if unit in pair and any(map(_is_number, pair)):
                yield " ".join([*asked[:start], subject, *asked[start + 2 :]])
                return
    whole = " ".join(asked)
    instead = _WHOLE_SERIES.sub(subject, whole, count=1)
    if instead != whole:
        yield instead
    yield f"{whole} in {subject}"


def _is_number(word: str) -> bool:
    return word.rstrip("stndrh").isdigit() or word in ORDINALS


_MOST_OF_AND = 4
"""Words behind "what about" from which it is a question of its own."""
_LONGEST_ABOUT_IT = 8

_IT = frozenset({"it", "its"})
_ARTICLES = frozenset({"a", "an", "the"})
_BESIDE = frozenset({"too", "then", "though", "please", "also"})
_OURS = frozenset("you u me us we it this that these those your my yourself".split())
_ASKING = frozenset(
    """
who whom whose what when where why how which is are was were do does did has have had will would
can could should
""".split()
)
_WHO_PLAYS = re.compile(r"\b(?:play|portray|voic|dub)\w*\b|\bact(?:or|ress)\b")
_WHOLE_SERIES = re.compile(r"\b(?:it|(?:the|this) (?:show|series|drama|kdrama))\b")
_LEAD = re.compile(
    r"(?:(?:ok|okay|oh|so|well|hmm|um|wait|then|but|also|please|now|cool|nice|lol) )*"
    r"(?P<and>(?:and |or |plus )?(?:(?:what|how) about |what of |same (?:question )?for |"
    r"(?:now )?for )|(?:and|or) (?:also |then |for |in |of |with )?)?"
)
