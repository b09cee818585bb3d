"""What the quiz keeps: games that are being played, scores, what was asked, the daily question.

Text of a game or a question is whatever its writer made of it; nothing here reads it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, delete, func, select

from bot.quiz.scoring import Score
from bot.store.database import Database, Statement
from bot.store.tables import (
    daily_answers,
    daily_questions,
    hidden_players,
    quiz_players,
    quiz_results,
    running_quizzes,
    used_questions,
)

__all__ = ["DailyAnswer", "Finished", "Kept", "Quizzes", "Running"]

_NAME_LENGTH = 100
_MOST_BOUND = 500
"""Values in one statement; SQLite takes a thousand at least."""


@dataclass(frozen=True, slots=True)
class Running:
    """A game that is being played."""

    channel_id: int
    guild_id: int
    message_id: int
    """Of its last card."""
    state: str


@dataclass(frozen=True, slots=True)
class Finished:
    """What was reached in a game that is over."""

    game_id: int
    guild_id: int
    channel_id: int
    is_ranked: bool
    ended: int
    """Seconds since the Unix epoch."""
    scores: tuple[Score, ...]


@dataclass(frozen=True, slots=True)
class DailyAnswer:
    """What somebody answered on a day, such as 2026-01-31."""

    day: str
    picked: int
    is_right: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """All that is kept of somebody's playing."""

    games: int
    days: int
    names: tuple[str, ...]
    is_hidden: bool


class Quizzes:
    """The quiz in the database; everything here raises Unavailable."""

    def __init__(self, database: Database) -> None:
        """Keep it in `database`."""
        self._database = database

    # -- games

    async def running(self) -> tuple[Running, ...]:
        """All games that are being played."""
        table = running_quizzes.c
        columns = table.channel_id, table.guild_id, table.message_id, table.state
        return tuple(Running(*row) for row in await self._database.read(select(*columns)))

    async def save(self, games: Iterable[Running]) -> None:
        """Keep these games as they are now, all or none."""
        await self._database.write(*map(self._saved, games))

    async def drop(self, channel_id: int) -> None:
        """Keep the game of a channel no longer, with nothing that was reached in it."""
        await self._database.write(_dropped(channel_id))

    async def finish(self, finished: Finished) -> None:
        """Keep what was reached in a game in place of the game."""
        rows = [self._result(finished, score) for score in finished.scores]
        names = [
            self._named(finished.guild_id, score.user_id, score.name) for score in finished.scores
        ]
        await self._database.write(_dropped(finished.channel_id), *rows, *names)

    async def board(
        self, guild_id: int, since: int = 0, channel_id: int | None = None
    ) -> tuple[Score, ...]:
        """What everybody has reached on a server, or in a channel, from a moment on.

        In games that count for more than practice, without those who are hidden.
        """
        table = quiz_results.c
        where = [table.guild_id == guild_id, table.is_ranked.is_(True), table.ended >= since]
        if channel_id is not None:
            where.append(table.channel_id == channel_id)
        return await self._scores(guild_id, where)

    async def last_game(self, guild_id: int, channel_id: int) -> tuple[Score, ...]:
        """What was reached in the last game of a channel, by those who are not hidden."""
        table = quiz_results.c
        newest = (
            select(table.game_id)
            .where(table.guild_id == guild_id, table.channel_id == channel_id)
            .order_by(table.ended.desc(), table.game_id.desc())
            .limit(1)
        )
        rows = await self._database.read(newest)
        return await self._scores(guild_id, [table.game_id == rows[0].game_id]) if rows else ()

    async def _scores(
        self, guild_id: int, where: Sequence[ColumnElement[bool]]
    ) -> tuple[Score, ...]:
        table, named = quiz_results.c, quiz_players.c
        shown = table.user_id.not_in(select(hidden_players.c.user_id))
        is_same = (named.user_id == table.user_id) & (named.guild_id == guild_id)
        totals = func.sum(table.points), func.sum(table.answers_right)
        query = (
            select(table.user_id, func.max(named.name), *totals)
            .select_from(quiz_results.outerjoin(quiz_players, is_same))
            .where(shown, *where)
            .group_by(table.user_id)
        )
        rows = await self._database.read(query)
        return tuple(Score(row[0], row[1] or "", int(row[2]), int(row[3])) for row in rows)

    # -- what was asked

    async def used(self, guild_id: int) -> frozenset[str]:
        """Ids of the questions that were asked on a server."""
        query = select(used_questions.c.question_id).where(used_questions.c.guild_id == guild_id)
        return frozenset(row.question_id for row in await self._database.read(query))

    async def note_used(self, guild_id: int, question_id: str, again: Sequence[str] = ()) -> None:
        """Remember that a question was asked, and forget that these were."""
        table = used_questions.c
        forgotten = [
            delete(used_questions).where(
                table.guild_id == guild_id,
                table.question_id.in_(again[start : start + _MOST_BOUND]),
            )
            for start in range(0, len(again), _MOST_BOUND)
        ]
        row = self._database.put(used_questions, guild_id=guild_id, question_id=question_id)
        await self._database.write(*forgotten, row)

    # -- the daily question

    async def daily_question(self, guild_id: int, day: str) -> str | None:
        """The question of a day; None where none was drawn yet."""
        table = daily_questions.c
        where = table.guild_id == guild_id, table.day == day
        rows = await self._database.read(select(table.question).where(*where))
        return rows[0].question if rows else None

    async def set_daily(self, guild_id: int, day: str, question: str) -> None:
        """Keep the question of a day, and those of earlier days no longer."""
        table = daily_questions.c
        before = delete(daily_questions).where(table.guild_id == guild_id, table.day < day)
        row = self._database.put(daily_questions, guild_id=guild_id, day=day, question=question)
        await self._database.write(before, row)

    async def daily_answers(self, guild_id: int, user_id: int) -> tuple[DailyAnswer, ...]:
        """What somebody answered on which days, the latest first."""
        table = daily_answers.c
        query = (
            select(table.day, table.picked, table.is_right)
            .where(table.guild_id == guild_id, table.user_id == user_id)
            .order_by(table.day.desc())
        )
        return tuple(DailyAnswer(*row) for row in await self._database.read(query))

    async def answer_daily(
        self, guild_id: int, user_id: int, name: str, answer: DailyAnswer
    ) -> None:
        """Keep what somebody answered on a day."""
        row = self._database.put(
            daily_answers,
            guild_id=guild_id,
            user_id=user_id,
            day=answer.day,
            picked=answer.picked,
            is_right=answer.is_right,
        )
        await self._database.write(row, self._named(guild_id, user_id, name))

    # -- people

    async def hidden(self) -> frozenset[int]:
        """Who is shown on no leaderboard."""
        rows = await self._database.read(select(hidden_players.c.user_id))
        return frozenset(row.user_id for row in rows)

    async def hide(self, user_id: int, *, is_hidden: bool) -> None:
        """Show somebody on no leaderboard, or on all again."""
        if is_hidden:
            await self._database.write(self._database.put(hidden_players, user_id=user_id))
        else:
            of_user = hidden_players.c.user_id == user_id
            await self._database.write(delete(hidden_players).where(of_user))

    async def kept(self, user_id: int) -> Kept:
        """All that is kept of somebody's playing."""
        names = select(quiz_players.c.name).where(quiz_players.c.user_id == user_id).distinct()
        return Kept(
            await self._count(quiz_results.c.user_id, user_id),
            await self._count(daily_answers.c.user_id, user_id),
            tuple(sorted(row.name for row in await self._database.read(names))),
            await self._count(hidden_players.c.user_id, user_id) > 0,
        )

    async def erase(self, user_id: int) -> None:
        """Keep nothing of somebody's playing; also not that they wanted to be hidden."""
        tables = quiz_results, quiz_players, daily_answers, hidden_players
        await self._database.write(*(delete(one).where(one.c.user_id == user_id) for one in tables))

    async def _count(self, column: Any, user_id: int) -> int:
        ((count,),) = await self._database.read(select(func.count()).where(column == user_id))
        return int(count)

    # -- rows

    def _saved(self, game: Running) -> Statement:
        return self._database.put(
            running_quizzes,
            channel_id=game.channel_id,
            guild_id=game.guild_id,
            message_id=game.message_id,
            state=game.state,
        )

    def _result(self, finished: Finished, score: Score) -> Statement:
        return self._database.put(
            quiz_results,
            game_id=finished.game_id,
            user_id=score.user_id,
            guild_id=finished.guild_id,
            channel_id=finished.channel_id,
            points=score.points,
            answers_right=score.right,
            is_ranked=finished.is_ranked,
            ended=finished.ended,
        )

    def _named(self, guild_id: int, user_id: int, name: str) -> Statement:
        cut = name[:_NAME_LENGTH]
        return self._database.put(quiz_players, guild_id=guild_id, user_id=user_id, name=cut)


def _dropped(channel_id: int) -> Statement:
    return delete(running_quizzes).where(running_quizzes.c.channel_id == channel_id)
