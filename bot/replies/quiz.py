"""The quiz: its lobby, its questions and their answers, the standings, and the daily question."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.knowledge.schema import QuoteKind
from bot.knowledge.show import Show
from bot.quiz.game import Answer, Game, Round, Rules, Taken
from bot.quiz.questions import Question
from bot.quiz.scoring import Standing, standings
from bot.replies import marks, wording
from bot.replies import quiz_wording as said
from bot.replies.model import (
    Action,
    Block,
    Countdown,
    Does,
    Heading,
    Jump,
    Kind,
    Note,
    Quotation,
    Reply,
    Rule,
    Sources,
    Text,
)

__all__ = [
    "ROWS",
    "HideMe",
    "JoinQuiz",
    "LeaveQuiz",
    "Object",
    "PickDaily",
    "PickOption",
    "ResumeQuiz",
    "ShareDaily",
    "StartQuiz",
    "TypeAnswer",
    "TypedAnswer",
    "acknowledged",
    "begun",
    "board",
    "daily_asked",
    "daily_told",
    "final",
    "line",
    "lobby",
    "paused",
    "question",
    "result",
    "runs_already",
    "solo_final",
    "solo_question",
    "solo_result",
    "with_quiz",
]

ROWS = 10
"""Places that a leaderboard shows."""
_LEADERS = 3
"""Of whom it is told after each question how many points they have."""


# -- what buttons do


@dataclass(frozen=True, slots=True)
class JoinQuiz(Does):
    """Play along in this game."""

    game_id: int


@dataclass(frozen=True, slots=True)
class StartQuiz(Does):
    """Ask the first question now."""

    game_id: int


@dataclass(frozen=True, slots=True)
class LeaveQuiz(Does):
    """Play along no longer."""

    game_id: int


@dataclass(frozen=True, slots=True)
class ResumeQuiz(Does):
    """Go on with a game that is paused."""

    game_id: int


@dataclass(frozen=True, slots=True)
class PickOption(Does):
    """Answer a question with one of its options."""

    game_id: int
    number: int
    """Of the question."""
    option: int


@dataclass(frozen=True, slots=True)
class TypeAnswer(Does):
    """Open the form for an answer to a question."""

    game_id: int
    number: int


@dataclass(frozen=True, slots=True)
class TypedAnswer(Does):
    """Answer a question with what stands in the form."""

    game_id: int
    number: int


@dataclass(frozen=True, slots=True)
class Object(Does):
    """Tell the moderators that an answer should have counted."""

    game_id: int
    number: int


@dataclass(frozen=True, slots=True)
class PickDaily(Does):
    """Answer the question of a day."""

    day: str
    option: int


@dataclass(frozen=True, slots=True)
class ShareDaily(Does):
    """Show everybody how one did on a day, and nothing of the question."""

    day: str


@dataclass(frozen=True, slots=True)
class HideMe(Does):
    """Be hidden on leaderboards, or seen again."""

    is_hidden: bool


# -- a game


def line(text: str, kind: Kind = Kind.PLAIN) -> Reply:
    """One sentence."""
    return Reply((Text(text),), kind=kind)


def lobby(game: Game, show: Show) -> Reply:
    """The game that is about to begin, and the way into it."""
    return Reply(
        (
            *_invitation(game.rules, show),
            Countdown(said.BEGINS, game.due),
            Text(said.who_plays(_playing(game))),
        ),
        actions=(
            Action(said.JOIN, JoinQuiz(game.id)),
            Action(said.START_NOW, StartQuiz(game.id)),
        ),
    )


def begun(game: Game, show: Show) -> Reply:
    """The same once it has begun."""
    return Reply((*_invitation(game.rules, show), Text(said.HAS_BEGUN)))


def runs_already(url: str) -> Reply:
    """There is a game in this channel, and here is the way to it."""
    return Reply((Text(said.RUNS_ALREADY), Jump(said.TO_THE_GAME, url)), kind=Kind.REFUSED)


def question(game: Game, asked: Round, *, was_away: bool = False) -> Reply:
    """A question that is open: how many have answered, and how long there is still time."""
    away = (Text(said.WAS_AWAY),) if was_away else ()
    blocks: tuple[Block, ...] = (
        Heading(said.question_of(asked.number, game.rules.rounds)),
        *away,
        *_asked(asked.question),
        Countdown(said.BELL, asked.bell),
        Note(said.how_many(len(asked.answers))),
    )
    if asked.is_typed:
        actions = (Action(said.TYPE_IT, TypeAnswer(game.id, asked.number)),)
    else:
        actions = tuple(
            Action(said.option(place, text), PickOption(game.id, asked.number, place))
            for place, text in enumerate(asked.question.options)
        )
    return Reply(blocks, actions=actions, kind=Kind.QUIZ)


def result(game: Game, closed: Round) -> Reply:
    """What was right, how the answers fell, who had it, and who reported it."""
    by_points = sorted(closed.gained.items(), key=lambda one: -one[1])
    gained = [(game.players[i].name, points) for i, points in by_points if i in game.players]
    leaders = game.standings()[:_LEADERS]
    is_last = closed.number >= game.rules.rounds
    blocks: list[Block] = [
        Heading(said.question_of(closed.number, game.rules.rounds)),
        *_asked(closed.question),
        *_solved(closed),
        Text(said.who_had_it(gained) if gained else _nobody(closed)),
        *_explained(closed.question),
        *([Note(said.so_far(leaders))] if leaders else []),
        Countdown(said.AND_THEN if is_last else said.NEXT, game.due),
    ]
    object_to = Action(said.SHOULD_HAVE_COUNTED, Object(game.id, closed.number))
    return Reply(tuple(blocks), actions=(object_to,) if closed.is_typed else ())


def acknowledged(game: Game, asked: Round, taken: Taken, answer: Answer | None) -> Reply:
    """What became of somebody's answer, told to them alone."""
    if taken is Taken.LATE or answer is None:
        return line(said.LATE, Kind.REFUSED)
    given = answer.typed
    if answer.option is not None:
        given = said.option(answer.option, asked.question.options[answer.option])
    sentences = {
        Taken.COUNTED: said.your_answer,
        Taken.CHANGED: said.answer_changed,
        Taken.TWICE: said.answered_already,
    }
    return Reply(
        (Text(sentences[taken](given)), Countdown(said.BELL, asked.bell)),
        actions=(Action(said.LEAVE, LeaveQuiz(game.id)),),
    )


def paused(game: Game) -> Reply:
    """The game waits for somebody to go on."""
    return Reply(
        (
            Heading(said.PAUSED),
            Text(said.WHY_PAUSED),
            Countdown(said.ENDS_BY_ITSELF, game.due),
        ),
        actions=(Action(said.GO_ON, ResumeQuiz(game.id)),),
    )


def final(game: Game, hidden: frozenset[int], *, is_kept: bool) -> Reply:
    """The last standings, and why the game is over."""
    shown = standings(one for one in game.scores() if one.user_id not in hidden)
    why = said.ending(game.ending) if game.ending else ""
    blocks: list[Block] = [Heading(said.FINAL), *([Text(why)] if why else [])]
    blocks += [Text(_lines(shown))] if shown else [Text(said.NO_SCORES)]
    if shown and not game.is_ranked:
        blocks.append(Note(said.PRACTICE))
    if not is_kept:
        blocks.append(Text(said.NOT_KEPT))
    return Reply(tuple(blocks))


def board(title: str, places: Sequence[Standing]) -> Reply:
    """A leaderboard in words; whoever draws it as well puts the picture beneath."""
    shown = _lines(places) if places else said.NO_SCORES_YET
    return Reply((Heading(title), Text(shown)))


# -- the daily question


def daily_asked(asked: Question, day: dt.date) -> Reply:
    """The question of a day."""
    actions = tuple(
        Action(said.option(place, text), PickDaily(day.isoformat(), place))
        for place, text in enumerate(asked.options)
    )
    blocks = (Heading(said.daily_title(day)), *_asked(asked), Note(said.DAILY_ONCE))
    return Reply(blocks, actions=actions, kind=Kind.QUIZ)


def daily_told(asked: Question, day: dt.date, picked: int, streak: int) -> Reply:
    """How somebody did, with the right answer, and the way to show it without the question."""
    is_right = picked == asked.right
    return Reply(
        (
            Heading(said.daily_title(day)),
            *_asked(asked),
            Text(said.DAILY_RIGHT if is_right else said.DAILY_WRONG),
            Text(said.your_answer(said.option(picked, asked.options[picked]))),
            *_solution(asked),
            *_explained(asked),
            Note(said.streak(streak)),
        ),
        actions=(Action(said.SHARE_DAILY, ShareDaily(day.isoformat())),),
    )


# -- alone at a terminal


def solo_question(game: Game, asked: Round) -> Reply:
    """A question to somebody who plays alone, without a bell."""
    reply = question(game, asked)
    how = said.HOW_TO_TYPE if asked.is_typed else said.HOW_TO_ANSWER
    kept = (block for block in reply.open if not isinstance(block, Countdown | Note))
    actions = () if asked.is_typed else reply.actions
    return replace(reply, open=(*kept, Note(how)), actions=actions)


def solo_result(closed: Round, user_id: int) -> Reply:
    """What was right, for somebody who plays alone."""
    points = closed.gained.get(user_id)
    how = said.DAILY_WRONG if points is None else said.gained(points)
    return Reply((Text(how), *_solution(closed.question), *_explained(closed.question), Rule()))


def solo_final(game: Game) -> Reply:
    """What somebody has reached alone."""
    player = game.players[game.host]
    return Reply(
        (
            Heading(said.FINAL),
            Text(said.points_in_all(player.points, player.right, player.answered)),
        )
    )


# -- what is kept


def with_quiz(
    reply: Reply, games: int, days: int, names: Sequence[str], *, is_hidden: bool
) -> Reply:
    """What is kept about somebody, with what is kept of their playing."""
    text = Text(said.kept(games, days, names, is_hidden=is_hidden))
    label = said.SHOW_ME if is_hidden else said.HIDE_ME
    action = Action(label, HideMe(is_hidden=not is_hidden))
    return replace(
        reply, open=(*reply.open[:2], text, *reply.open[2:]), actions=(*reply.actions, action)
    )


# -- pieces


def _invitation(rules: Rules, show: Show) -> tuple[Block, ...]:
    topic = show.topic_name(rules.topic) if rules.topic else None
    told = said.rules(rules.rounds, rules.seconds, rules.mode, topic, rules.difficulty)
    return (Heading(said.QUIZ_NIGHT), Text(told))


def _playing(game: Game) -> list[str]:
    return [player.name for player in game.players.values() if not player.has_left]


def _asked(asked: Question) -> Iterator[Block]:
    words = asked.words
    if words is None:
        yield Text(asked.ask)
        return
    is_character = words.kind is QuoteKind.DIALOGUE
    yield Text(said.WHICH_CHARACTER if is_character else said.WHO_SAID_IT)
    yield Quotation(wording.exact_words(words.text))
    yield Note(said.said_how(words.kind, is_translated=words.is_translated))


def _solved(closed: Round) -> Iterator[Block]:
    """The answers with how many chose each; where it was typed, the right one alone."""
    asked = closed.question
    if closed.is_typed:
        yield from _solution(asked)
        return
    lines = (
        f"{marks.RIGHT if place == asked.right else marks.WRONG} "
        f"{said.votes(said.option(place, text), count)}"
        for place, (text, count) in enumerate(zip(asked.options, closed.votes(), strict=True))
    )
    yield Text("\n".join(lines), (asked.answer,))


def _solution(asked: Question) -> Iterator[Block]:
    yield Text(said.right_answer(asked.answer), (asked.answer,))


def _nobody(closed: Round) -> str:
    return said.NOBODY if closed.answers else said.NOBODY_ANSWERED


def _explained(asked: Question) -> Iterator[Block]:
    """What is behind the right answer, and who reported it."""
    if asked.explanation:
        yield Text(asked.explanation)
    if asked.words is not None and asked.words.context:
        yield Note(asked.words.context)
    notes = (wording.as_of(dt.date.fromisoformat(asked.as_of)),) if asked.as_of else ()
    if asked.sources or notes:
        yield Sources(asked.sources, notes)


def _lines(places: Iterable[Standing]) -> str:
    return "\n".join(said.board_line(one) for one in list(places)[:ROWS])
