"""The chat: what each typed line does, apart from how a terminal reads and paints lines."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from difflib import get_close_matches

from bot import __version__, answers, reply
from bot.cli import layout
from bot.library import Library, Snapshot
from bot.quotes import SeenQuotes
from bot.reply import Action, Line, Reply, ShowFact

__all__ = ["Chat"]

_HELP = (
    ("how many takes did the kiss need", "ask anything, in your own words"),
    ("/trivia [question]", "the same; without a question, a random fact"),
    ("/quote [who] [about subject]", "something that was said, such as /quote park about kiss"),
    ("1, 2, 3 ...", "choose from the last list"),
    ("more", "another one of the same"),
    ("show", "read a hidden spoiler"),
    ("/facts reload", "read the facts folder again"),
    ("/help", "this list"),
    ("/quit", "leave"),
)
_BARE = frozenset({"help", "quit", "exit"})
"""Commands that are understood without their stroke, since nobody asks them as a question."""

_ABOUT = re.compile(r"(?:^|\s+)about(?:\s+|$)", re.IGNORECASE)
"""Between whom a quote is of and what it is about."""


class Chat:
    """One conversation: remembers what is hidden, what can be chosen and what was quoted."""

    def __init__(self, library: Library, rng: random.Random | None = None) -> None:
        """Talk about what is in `library`; `rng` draws random facts and quotes."""
        self.is_over = False
        self._library = library
        self._rng = rng or random.Random()
        self._seen = SeenQuotes()
        self._veiled: Reply | None = None
        self._choices: tuple[Action, ...] = ()
        self._commands: dict[str, Callable[[str], Reply]] = {
            "/trivia": self._trivia,
            "/quote": self._quote,
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
        if word == "show":
            return self._show()
        if word == "more":
            return self._say(self._more())
        if self._choices and word.isdecimal():
            return self._say(self._choose(word))
        self._choices = ()  # also before a reload, so that every choice is of what is in force
        if text.startswith("/") or word in _BARE:
            return self._say(self._command(text.removeprefix("/")))
        return self._say(self._trivia(text))

    @property
    def _now(self) -> Snapshot:
        return self._library.current

    # -- saying

    def _say(self, said: Reply) -> tuple[Line, ...]:
        self._veiled = said if said.spoiler else None
        if said.actions:
            self._choices = said.actions
        return tuple(layout.numbered(said, unveiled=False))

    def _show(self) -> tuple[Line, ...]:
        if self._veiled is None:
            return self._say(_note("Nothing is hidden here."))
        unveiled, self._veiled = self._veiled, None
        return tuple(layout.numbered(unveiled, unveiled=True))

    # -- commands

    def _command(self, text: str) -> Reply:
        name, _, rest = text.partition(" ")
        name = f"/{name.casefold()}"
        if name in self._commands:
            return self._commands[name](rest.strip())
        near = get_close_matches(name, self._commands, n=1)
        hint = f"Did you mean {near[0]}?" if near else "Type /help to see what I know."
        return _note(f"I have no command {name}. {hint}")

    def _trivia(self, question: str) -> Reply:
        return answers.trivia(self._now, question, self._rng)

    def _quote(self, rest: str) -> Reply:
        who, *about = _ABOUT.split(rest, maxsplit=1)
        return answers.quote(
            self._now, who, "".join(about), seen=self._seen, place=0, rng=self._rng
        )

    def _facts(self, rest: str) -> Reply:
        if rest.casefold() != "reload":
            return _note("Type /facts reload to read the facts folder again.")
        outcome = self._library.reload()
        if outcome.changes is None:
            return reply.reload_failed(outcome.problems)
        return reply.reload_done(outcome.changes, outcome.problems)

    def _help(self, _: str) -> Reply:
        width = max(len(typed) for typed, _ in _HELP)
        lines = (Line(f"{typed:<{width}}  {does}") for typed, does in _HELP)
        return Reply((Line(f"Hyosan {__version__}", "heading"), *lines))

    def _quit(self, _: str) -> Reply:
        self.is_over = True
        return _note("Until next time.")

    # -- choosing

    def _choose(self, digits: str) -> Reply:
        count = len(self._choices)
        number = int(digits) if len(digits) <= 3 else 0
        if not 1 <= number <= count:
            return _note(f"Choose a number from 1 to {count}, or ask something else.")
        return self._do(self._choices[number - 1])

    def _more(self) -> Reply:
        for action in self._choices:
            if not isinstance(action.does, ShowFact):
                return self._do(action)
        return _note("There is no more of this. Try /trivia or /quote.")

    def _do(self, action: Action) -> Reply:
        brought = answers.follow(self._now, action.does, seen=self._seen, place=0, rng=self._rng)
        return brought or _note("That is no longer among my facts.")


def _note(text: str) -> Reply:
    return Reply((Line(text),))
