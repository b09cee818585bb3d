"""A game from its lobby to its last place: what happens when, and what somebody's doing changes.

It knows neither Discord nor a clock: whoever drives it says what time it is, in seconds, and draws
the questions. All of it is plain data, so that it can be kept at any moment and go on later.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum, auto

from pydantic import TypeAdapter

from bot.quiz.judging import is_right
from bot.quiz.pool import Wanted
from bot.quiz.questions import Question
from bot.quiz.scoring import FEWEST_RANKED, Score, Standing, points, standings

__all__ = [
    "Answer",
    "Attempt",
    "Ending",
    "Event",
    "Game",
    "Mode",
    "Phase",
    "Player",
    "Round",
    "Rules",
    "Taken",
]

LOBBY_SECONDS = 20.0
GRACE_SECONDS = 0.8
"""How long after the bell what was done before it may still arrive."""
BREAK_SECONDS = 8.0
"""How long the right answer is shown before the next question."""
RESUME_SECONDS = 3.0
PATIENCE_SECONDS = 30 * 60.0
"""How long a game that is paused waits, and one that was cut off may be gone on with."""
MOST_IDLE = 2
"""Rounds in a row without an answer after which a game is paused."""


class Mode(StrEnum):
    """How questions are answered."""

    CHOICES = auto()
    TYPED = auto()
    MIXED = auto()


class Phase(StrEnum):
    """What a game waits for."""

    LOBBY = auto()
    """For people to join."""
    ASKING = auto()
    """For answers."""
    BREAK = auto()
    """For the next question; the right answer is read meanwhile."""
    PAUSED = auto()
    """For somebody to go on."""
    OVER = auto()


class Ending(StrEnum):
    """Why a game is over."""

    PLAYED = auto()
    STOPPED = auto()
    ABANDONED = auto()
    """Nobody went on with it."""
    NO_QUESTIONS = auto()
    CUT_OFF = auto()
    """Something kept it from going on."""


class Taken(StrEnum):
    """What became of an answer."""

    COUNTED = auto()
    CHANGED = auto()
    """It takes the place of an earlier one."""
    TWICE = auto()
    """There is one already, and it stands."""
    LATE = auto()
    """It came after the bell, or for a question that is over."""


class Event(StrEnum):
    """What came of time going on."""

    NOTHING = auto()
    ASKED = auto()
    CLOSED = auto()
    """The bell has rung; the round is to be shown."""
    PAUSED = auto()
    ENDED = auto()


@dataclass(frozen=True, slots=True)
class Rules:
    """What was chosen for a game."""

    rounds: int = 10
    """From 5 to 30."""
    seconds: int = 20
    """For each question, from 10 to 60."""
    mode: Mode = Mode.CHOICES
    topic: str | None = None
    difficulty: int | None = None
    may_change: bool = False
    """Whether an answer may be changed until the bell."""


@dataclass(slots=True)
class Player:
    """Somebody in a game."""

    user_id: int
    name: str
    points: int = 0
    right: int = 0
    answered: int = 0
    streak: int = 0
    has_left: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody answered."""

    option: int | None
    """Which was chosen, from 0 on; None where something was typed."""
    typed: str
    seconds: float
    """After the question."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """What somebody does to answer: who, when, and what."""

    user_id: int
    name: str
    at: float
    """When it was done, whenever it is heard of."""
    option: int | None = None
    typed: str = ""


@dataclass(slots=True)
class Round:
    """A question, and the answers to it."""

    number: int
    """From 1 on."""
    question: Question
    is_typed: bool
    asked_at: float
    bell: float
    answers: dict[int, Answer] = field(default_factory=dict[int, Answer])
    gained: dict[int, int] = field(default_factory=dict[int, int])
    """Points of everybody whose answer was right, once the bell has rung."""
    is_open: bool = True

    def votes(self) -> tuple[int, ...]:
        """How many chose each of the options."""
        counted = Counter(answer.option for answer in self.answers.values())
        return tuple(counted[place] for place in range(len(self.question.options)))


Draw = Callable[[Wanted, frozenset[str]], Question | None]
"""Draws a question that is not among those asked already; None where there is none."""


@dataclass(slots=True)
class Game:
    """One game in one channel."""

    id: int
    """Unlike that of any other game."""
    rules: Rules
    host: int
    phase: Phase = Phase.LOBBY
    due: float = 0.0
    """When something happens if nobody does anything."""
    players: dict[int, Player] = field(default_factory=dict[int, Player])
    round: Round | None = None
    """The last that was asked."""
    asked: list[str] = field(default_factory=list[str])
    """Ids of questions, in the order in which they were asked."""
    idle: int = 0
    ending: Ending | None = None

    @classmethod
    def open(cls, game_id: int, rules: Rules, host: int, name: str, now: float) -> Game:
        """A game whose lobby is open; the host is in it."""
        game = cls(game_id, rules, host, due=now + LOBBY_SECONDS)
        game.join(host, name)
        return game

    @classmethod
    def read(cls, text: str) -> Game:
        """The game that `written` wrote; raises ValueError for anything else."""
        return _ADAPTER.validate_json(text)

    def written(self) -> str:
        """All of the game, to be read again."""
        return _ADAPTER.dump_json(self).decode()

    # -- what people do

    def join(self, user_id: int, name: str) -> bool:
        """Let somebody play, or play again; whether that is new."""
        player = self.players.get(user_id)
        is_new = player is None or player.has_left
        if player is None:
            player = self.players[user_id] = Player(user_id, name)
        player.name, player.has_left = name, False
        return is_new

    def leave(self, user_id: int, now: float) -> None:
        """Wait for somebody no longer; what they have reached stays."""
        player = self.players.get(user_id)
        if player is not None:
            player.has_left = True
            self._close_early(now)

    def forget(self, user_id: int) -> None:
        """Know nothing of somebody any more."""
        self.players.pop(user_id, None)
        if self.round is not None:
            self.round.answers.pop(user_id, None)
            self.round.gained.pop(user_id, None)

    def begin(self, now: float) -> None:
        """Wait for nobody else in the lobby."""
        if self.phase is Phase.LOBBY:
            self.due = now

    def answer(self, number: int, attempt: Attempt) -> Taken:
        """Take what somebody answered to a question, as long as it was before the bell."""
        current = self.round
        if current is None or current.number != number or not current.is_open:
            return Taken.LATE
        if attempt.at > current.bell or self.phase is not Phase.ASKING:
            return Taken.LATE
        before = current.answers.get(attempt.user_id)
        if before is not None and not self.rules.may_change:
            return Taken.TWICE
        self.join(attempt.user_id, attempt.name)
        seconds = max(0.0, attempt.at - current.asked_at)
        current.answers[attempt.user_id] = Answer(attempt.option, attempt.typed, seconds)
        self._close_early(attempt.at)
        return Taken.COUNTED if before is None else Taken.CHANGED

    def resume(self, now: float) -> bool:
        """Go on with a game that is paused; whether it was."""
        if self.phase is not Phase.PAUSED:
            return False
        self.phase, self.due, self.idle = Phase.BREAK, now + RESUME_SECONDS, 0
        return True

    def stop(self, ending: Ending = Ending.STOPPED) -> None:
        """End it, with what has been reached; a question that is open counts for nobody."""
        if self.round is not None:
            self.round.is_open = False
        self.phase, self.ending = Phase.OVER, self.ending or ending

    # -- what time brings

    def advance(self, now: float, draw: Draw) -> Event:
        """Do what is due."""
        if self.phase is Phase.OVER or now < self.due:
            return Event.NOTHING
        match self.phase:
            case Phase.LOBBY:
                return self._ask(now, draw)
            case Phase.ASKING:
                return self._close(now)
            case Phase.PAUSED:
                return self._end(Ending.ABANDONED)
            case Phase.BREAK:
                if self.idle >= MOST_IDLE:
                    self.phase, self.due = Phase.PAUSED, now + PATIENCE_SECONDS
                    return Event.PAUSED
                if len(self.asked) >= self.rules.rounds:
                    return self._end(Ending.PLAYED)
                return self._ask(now, draw)

    def posted(self, at: float) -> None:
        """The question has been readable from this moment on."""
        if self.round is not None:
            self.round.asked_at = at

    def revive(self, now: float) -> bool:
        """Go on after having been cut off: a question that was open gets its whole time again.

        False for a game that has waited too long, which is over then.
        """
        if now - self.due > PATIENCE_SECONDS:
            self.stop(Ending.CUT_OFF)
            return False
        self.open_anew(now)
        return True

    def open_anew(self, now: float) -> None:
        """Give a question that is open its whole time again; what was answered counts."""
        if self.phase is Phase.ASKING and self.round is not None:
            self.round.asked_at, self.round.bell = now, now + self.rules.seconds
            self.due = self.round.bell + GRACE_SECONDS
            self._close_early(now)

    def _ask(self, now: float, draw: Draw) -> Event:
        number = len(self.asked) + 1
        is_typed = self._is_typed(number)
        wanted = Wanted(self.rules.topic, self.rules.difficulty, is_typed)
        question = draw(wanted, frozenset(self.asked))
        if question is None:
            return self._end(Ending.NO_QUESTIONS)
        self.asked.append(question.id)
        bell = now + self.rules.seconds
        self.round = Round(number, question, is_typed, now, bell)
        self.phase, self.due = Phase.ASKING, bell + GRACE_SECONDS
        return Event.ASKED

    def _is_typed(self, number: int) -> bool:
        return self.rules.mode is Mode.TYPED or (self.rules.mode is Mode.MIXED and number % 2 == 0)

    def _close_early(self, now: float) -> None:
        """Ring the bell when everybody who plays has answered, unless they may still change it."""
        current = self.round
        if self.phase is not Phase.ASKING or current is None or self.rules.may_change:
            return
        playing = {p.user_id for p in self.players.values() if not p.has_left}
        if playing and playing <= current.answers.keys():
            self.due = min(self.due, now)

    def _close(self, now: float) -> Event:
        current = self.round
        assert current is not None
        current.is_open = False
        for player in self.players.values():
            answer = current.answers.get(player.user_id)
            if answer is not None:
                player.answered += 1
            if answer is not None and counts(answer, current.question):
                gained = points(answer.seconds, self.rules.seconds, player.streak)
                current.gained[player.user_id] = gained
                player.points += gained
                player.right += 1
                player.streak += 1
            else:
                player.streak = 0
        self.idle = 0 if current.answers else self.idle + 1
        self.phase, self.due = Phase.BREAK, now + BREAK_SECONDS
        return Event.CLOSED

    def _end(self, ending: Ending) -> Event:
        self.stop(ending)
        return Event.ENDED

    # -- what has been reached

    @property
    def is_ranked(self) -> bool:
        """Whether it counts for more than practice: enough people have answered."""
        return sum(1 for player in self.players.values() if player.answered) >= FEWEST_RANKED

    def scores(self) -> tuple[Score, ...]:
        """What everybody has reached who has answered at all."""
        return tuple(
            Score(player.user_id, player.name, player.points, player.right)
            for player in self.players.values()
            if player.answered
        )

    def standings(self) -> tuple[Standing, ...]:
        """Who comes where."""
        return standings(self.scores())


def counts(answer: Answer, question: Question) -> bool:
    """Whether an answer is right."""
    if answer.option is not None:
        return answer.option == question.right
    return is_right(answer.typed, question)


_ADAPTER = TypeAdapter(Game)
