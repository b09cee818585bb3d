"""Questions that ask for words of somebody: "what did X say about Y", "quotes of X"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.matching.language.tokens import words
from bot.matching.names.names import Names
from bot.matching.requests.titles import Titles

__all__ = ["QuoteOf", "QuoteRequests"]


@dataclass(frozen=True, slots=True)
class QuoteOf:
    """Whose words are asked for, and what about."""

    people: tuple[str, ...]
    """Ids of everybody who may be meant, the likeliest first."""
    about: str | None
    """The subject; None for anything."""


@dataclass(frozen=True, slots=True, eq=False)
class QuoteRequests:
    """Reads such questions with the names of one state of knowledge."""

    _names: Names
    _titles: Titles

    def read(self, question: str) -> QuoteOf | None:
        """Whose words are asked for; None for any other question, or for a stranger's words."""
        found = words(question)
        for form in _FORMS:
            match = form.fullmatch(" ".join(found))
            if match and (people := self._names.look_up(match["who"])):
                about = match.groupdict().get("about")
                return QuoteOf(people, self._subject(about) if about else None)
        return None

    def _subject(self, about: str) -> str:
        """The subject without the series, which all of it is about, unless it is that alone."""
        return " ".join(self._titles.cut(about.split())) or about


_ON = r"(?:about|on|regarding|concerning)"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?:\w+ )?what (?:did|does|do|has|have) (?P<who>.+?) (?:ever )?(?:say|said|tell us|told "
        rf"us|comment|mention)(?: anything| something)? {_ON} (?P<about>.+)",
        rf"(?:\w+ )?(?:did|does|has|have) (?P<who>.+?) (?:ever )?(?:say|said|talk|talked|comment|"
        rf"commented|speak|spoken)(?: anything| something)? {_ON} (?P<about>.+)",
        rf"(?:.+ )?(?:quote|quotes|words)(?: \w+)? (?:of|from|by) (?P<who>.+?) {_ON} (?P<about>.+)",
        r"(?:.+ )?(?:quote|quotes) (?:of|from|by) (?P<who>.+)",
        rf"quote (?P<who>.+?) {_ON} (?P<about>.+)",
        rf"(?P<who>.+?) (?:quote|quotes) {_ON} (?P<about>.+)",
        r"(?P<who>.+?) quotes?",
        r"quotes? (?P<who>.+)",
    )
)
