"""Texts of a few words that say nothing by themselves: "why?", "source?", "the second one"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.conversation.meanings import (
    Another,
    FollowUp,
    Further,
    NoneOfThese,
    OutOfRange,
    Picked,
    Sources,
    Unclear,
    Wanted,
)
from bot.conversation.memory import Card
from bot.replies import model
from bot.replies.model import Action

__all__ = ["ORDINALS", "asks_who_that_is", "read_short"]


def asks_who_that_is(said: str) -> bool:
    """Whether a text asks who somebody is that the last card tells of."""
    return _WHO_IS_THAT.fullmatch(said) is not None


def read_short(said: str, last: Card | None) -> FollowUp | None:
    """What such a text, in its words, means after the last card; None for any other text."""
    if _ANOTHER.fullmatch(said):
        return Another()
    return _chosen(said, last) or _about_last(said, last)


def _chosen(said: str, last: Card | None) -> FollowUp | None:
    """One of what the last card offers, or none of it."""
    actions = last.actions if last else ()
    offers = tuple(one for one in actions if not isinstance(one.does, model.NoneOfThese))
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
    number = int(digits[:4]) if digits else ORDINALS[which]
    place = len(offers) if number < 0 else number
    return Picked(offers[place - 1]) if 1 <= place <= len(offers) else OutOfRange(len(offers))


ORDINALS = {
    **{word: number for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1
    )},
    **{word: number for number, word in enumerate(
        "one two three four five six seven eight nine ten".split(), 1
    )},
    "former": 1, "last": -1, "latter": -1,
}  # fmt: skip
"""Numbers by the words for them; the last is -1."""

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
