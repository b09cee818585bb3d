"""The chat: what each typed line does, apart from how a terminal reads and paints lines."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from difflib import get_close_matches

from bot.archive import Archive
from bot.cli import layout
from bot.cli.layout import Line
from bot.cli.readers import chat_reader
from bot.cli.solo import SoloQuiz
from bot.knowledge.problems import number_of
from bot.replies import spoilers as spoiler_replies
from bot.replies import wording
from bot.replies.help import chat_help
from bot.replies.model import Action, AnotherFact, AnotherQuote, Reply, Text
from bot.replies.quiz import PickOption
from bot.replies.reload import reload_done, reload_failed
from bot.spoilers import choices
from bot.spoilers.horizon import Horizon

__all__ = ["Chat"]

_BARE = frozenset({"help", "quit", "exit"})
"""Commands that are understood without their stroke, since nobody asks them as a question."""

_ABOUT = re.compile(r"(?:^|\s+)about(?:\s+|$)", re.IGNORECASE)
"""Between whom a quote is of and what it is about."""


class Chat:
    """One conversation: remembers what is hidden and what can be chosen."""

    def __init__(
        self,
        archive: Archive,
        horizon: Horizon | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Talk about what is in `archive` to somebody who is so far, if that is known.

        `clock` tells how fast they answer in the quiz.
        """
        self.is_over = False
        self._archive = archive
        self._reader = chat_reader(horizon)
        self._veiled: Reply | None = None
        self._lifted = 0
        self._choices: tuple[Action, ...] = ()
        self._solo = SoloQuiz(archive.quiz, clock)
        self._commands: dict[str, Callable[[str], Reply]] = {
            "/trivia": self._trivia,
            "/quote": self._quote,
            "/quiz": self._quiz,
            "/spoilers": self._spoilers,
            "/facts": self._facts,
            "/help": self._help,
            "/quit": self._quit,
            "/exit": self._quit,
        }

    def respond(self, typed: str) -> tuple[Line, ...]:
        """What to print for a line that was typed."""
        text = typed.strip()
        word = text.casefold()
        if not text:
            return ()
        if self._solo.wants_text and not text.startswith("/"):
            return self._say(self._solo.type(text))
        if word == "show":
            return self._show()
        if word == "more":
            return self._say(self._more())
        if self._choices and word.isdecimal():
            return self._say(self._choose(word))
        if text.startswith("/") or word in _BARE:
            return self._say(self._command(text.removeprefix("/")))
        return self._say(self._trivia(text))

    # -- saying

    def _say(self, said: Reply) -> tuple[Line, ...]:
        self._veiled, self._lifted = (said if said.hides else None), 0
        if said.actions:
            self._choices = said.actions
        return tuple(layout.numbered(said))

    def _show(self) -> tuple[Line, ...]:
        """The last answer with one veil fewer: the one that comes first."""
        if self._veiled is None:
            return self._say(_note(wording.NOTHING_HIDDEN))
        unveiled = self._veiled
        self._lifted += 1
        if self._lifted == layout.veils(unveiled):
            self._veiled = None
        return tuple(layout.numbered(unveiled, lifted=self._lifted))

    # -- commands

    def _command(self, text: str) -> Reply:
        name, _, rest = text.partition(" ")
        name = f"/{name.casefold()}"
        if name in self._commands:
            return self._commands[name](rest.strip())
        near = get_close_matches(name, self._commands, n=1)
        return _note(wording.no_such_command(name, near[0] if near else None))

    def _trivia(self, question: str) -> Reply:
        if not question:
            return self._archive.any_fact(self._reader)
        return self._archive.say(question, self._reader).reply

    def _quote(self, rest: str) -> Reply:
        who, *about = _ABOUT.split(rest, maxsplit=1)
        subject = "".join(about).strip()
        return self._archive.quote(who.strip() or None, subject or None, self._reader).reply

    def _quiz(self, rest: str) -> Reply:
        if rest.casefold() == "stop":
            return self._solo.stop()
        return self._solo.begin(rest, self._reader.horizon)

    def _spoilers(self, rest: str) -> Reply:
        """Say how far one is, for this chat; with nothing more, be told."""
        whose, _, far = rest.partition(" ")
        show = self._archive.show
        if whose.casefold() != "me":
            return _note(wording.how_to_say_how_far(choices.right(show)))
        if far.strip():
            try:
                self._reader = chat_reader(choices.parse(far, show))
            except ValueError as error:
                return _note(wording.how_to_say_how_far(str(error)))
        return spoiler_replies.typed(self._reader.own, choices.right(show), show)

    def _facts(self, rest: str) -> Reply:
        if rest.casefold() != "reload":
            return _note(wording.HOW_TO_RELOAD)
        self._choices = ()  # every choice is of what is in force
        outcome = self._archive.reload()
        if outcome.changes is None:
            return reload_failed(outcome.problems)
        return reload_done(outcome.changes, number_of(outcome.problems))

    def _help(self, _: str) -> Reply:
        return chat_help(self._archive.show)

    def _quit(self, _: str) -> Reply:
        self.is_over = True
        return _note(wording.FAREWELL)

    # -- choosing

    def _choose(self, digits: str) -> Reply:
        count = len(self._choices)
        number = int(digits) if len(digits) <= 3 else 0
        if not 1 <= number <= count:
            return _note(wording.choose_up_to(count))
        return self._do(self._choices[number - 1])

    def _more(self) -> Reply:
        for action in self._choices:
            if isinstance(action.does, AnotherFact | AnotherQuote):
                return self._do(action)
        return _note(wording.NO_MORE)

    def _do(self, action: Action) -> Reply:
        if isinstance(action.does, PickOption):
            return self._solo.pick(action.does)
        return self._archive.follow(action.does, self._reader) or _note(wording.FACT_GONE)


def _note(text: str) -> Reply:
    return Reply((Text(text),))
