"""The quiz for one at a terminal: the same game, without a bell and without a lobby."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.quiz.game import Attempt, Game, Mode, Phase, Rules, Taken
from bot.quiz.pool import Wanted
from bot.quiz.questions import Question
from bot.quizmaster import QuizMaster
from bot.replies import quiz as cards
from bot.replies import quiz_wording as said
from bot.replies.model import Reply
from bot.replies.quiz import PickOption
from bot.spoilers.horizon import Horizon

__all__ = ["SoloQuiz"]

_PLAYER = 0
_FEWEST, _MOST = 5, 30
_SECONDS = 60
"""Within which an answer counts as fast."""


class SoloQuiz:
    """One game after another, of one person who sees no question twice while there are others."""

    def __init__(self, master: QuizMaster, clock: Callable[[], float]) -> None:
        """Ask from `master`; `clock` tells how fast somebody is, in seconds."""
        self._master = master
        self._clock = clock
        self._horizon = Horizon()
        self._used: set[str] = set()
        self._game: Game | None = None
        self._count = 0

    @property
    def wants_text(self) -> bool:
        """Whether what is typed next is an answer."""
        current = self._game.round if self._game else None
        return current is not None and current.is_open and current.is_typed

    def begin(self, asked_for: str, horizon: Horizon) -> Reply:
        """Begin a game: in any order a number of questions, a way to answer, and a topic.

        Where one is played and nothing is asked for, its question is shown once more.
        """
        if not asked_for and self._game is not None and self._game.round is not None:
            return cards.solo_question(self._game, self._game.round)
        rules, topic = _rules(asked_for)
        self._horizon = horizon
        if topic:
            found = self._master.find_topic(horizon, topic)
            if found is None:
                return cards.line(said.NO_SUCH_TOPIC)
            rules = replace(rules, topic=found)
        self._count += 1
        now = self._clock()
        game = self._game = Game.open(self._count, rules, _PLAYER, "", now)
        game.begin(now)
        return self._next(game)

    def stop(self) -> Reply:
        """End the game with what was reached."""
        game, self._game = self._game, None
        return cards.line(said.NONE_RUNS) if game is None else cards.solo_final(game)

    def pick(self, does: PickOption) -> Reply:
        """Answer with one of the options."""
        if self._game is None or self._game.id != does.game_id:
            return cards.line(said.GAME_OVER)
        return self._answer(self._game, does.number, does.option, "")

    def type(self, text: str) -> Reply:
        """Answer with a text."""
        game = self._game
        if game is None or game.round is None:
            return cards.line(said.NONE_RUNS)
        return self._answer(game, game.round.number, None, text)

    def _answer(self, game: Game, number: int, option: int | None, typed: str) -> Reply:
        current = game.round
        at = min(self._clock(), current.bell) if current else 0.0
        taken = game.answer(number, Attempt(_PLAYER, "", at, option, typed))
        if current is None or taken is not Taken.COUNTED:
            return cards.line(said.GAME_OVER)
        game.advance(max(at, game.due), self._draw)
        told, following = cards.solo_result(current, _PLAYER), self._next(game)
        return replace(told, actions=following.actions, below=replace(following, actions=()))

    def _next(self, game: Game) -> Reply:
        """The next question, or what was reached."""
        game.advance(game.due, self._draw)
        current = game.round
        if game.phase is Phase.OVER or current is None:
            self._game = None
            return cards.solo_final(game) if game.asked else cards.line(said.NO_SUCH_TOPIC)
        game.posted(self._clock())
        return cards.solo_question(game, current)

    def _draw(self, wanted: Wanted, asked: frozenset[str]) -> Question | None:
        drawn = self._master.draw(self._horizon, wanted, self._used, asked)
        if drawn is None:
            return None
        self._used.difference_update(drawn.again)
        self._used.add(drawn.question.id)
        return drawn.question


def _rules(asked_for: str) -> tuple[Rules, str]:
    """What somebody wants to play, and the words of a topic."""
    rules, topic = Rules(seconds=_SECONDS), list[str]()
    for word in asked_for.casefold().split():
        if word.isdecimal() and len(word) <= 3:
            rules = replace(rules, rounds=min(max(int(word), _FEWEST), _MOST))
        elif word in {mode.value for mode in Mode}:
            rules = replace(rules, mode=Mode(word))
        else:
            topic.append(word)
    return rules, " ".join(topic)
