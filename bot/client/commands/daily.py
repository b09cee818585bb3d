"""The question of the day, a part of `/quiz`: one for everybody on a server, and one try each."""

from __future__ import annotations

import datetime as dt

from pydantic import TypeAdapter

from bot.client import replies
from bot.client.actions import ActionKind, Entered
from bot.client.bot import Bot, Interaction
from bot.client.custom_ids import Codec
from bot.client.errors import Refusal
from bot.client.players import called
from bot.quiz.daily import day_of, streak
from bot.quiz.questions import Question
from bot.replies import quiz as cards
from bot.replies import quiz_wording as said
from bot.replies import wording
from bot.replies.quiz import PickDaily, ShareDaily
from bot.spoilers.horizon import NOTHING
from bot.store.database import Unavailable
from bot.store.quizzes import DailyAnswer

__all__ = ["ACTIONS", "daily"]

_QUESTION = TypeAdapter(Question)


async def daily(interaction: Interaction) -> None:
    """Show somebody the question of the day, or how they did."""
    guild_id, today = _place(interaction)
    try:
        question = await _question_of(interaction.client, guild_id, today)
        answers = await interaction.client.store.quizzes.daily_answers(
            guild_id, interaction.user.id
        )
    except Unavailable:
        raise Refusal(wording.NOT_READ) from None
    if question is None:
        raise Refusal(said.NO_DAILY)
    answer = next((one for one in answers if one.day == today.isoformat()), None)
    if answer is None:
        card = cards.daily_asked(question, today)
    else:
        card = cards.daily_told(question, today, answer.picked, _streak(answers, today))
    await replies.send(interaction, card, private=True)


async def pick(interaction: Interaction, does: PickDaily, _: Entered) -> None:
    """Take the one answer that somebody has on a day, and tell them what is right."""
    guild_id, today = _place(interaction)
    kept, user = interaction.client.store.quizzes, interaction.user
    if does.day != today.isoformat():
        raise Refusal(said.DAILY_OVER)
    try:
        question = await _question_of(interaction.client, guild_id, today)
        answers = await kept.daily_answers(guild_id, user.id)
        if question is None:
            raise Refusal(said.DAILY_OVER)
        answer = next((one for one in answers if one.day == does.day), None)
        if answer is None:
            answer = DailyAnswer(does.day, does.option, does.option == question.right)
            await kept.answer_daily(guild_id, user.id, called(user), answer)
            answers = (answer, *answers)
    except Unavailable:
        raise Refusal(wording.NOT_KEPT) from None
    told = cards.daily_told(question, today, answer.picked, _streak(answers, today))
    await replies.edit(interaction, told)


async def share(interaction: Interaction, does: ShareDaily, _: Entered) -> None:
    """Show everybody how somebody did, and nothing of the question."""
    guild_id, _today = _place(interaction)
    user, day = interaction.user, dt.date.fromisoformat(does.day)
    try:
        answers = await interaction.client.store.quizzes.daily_answers(guild_id, user.id)
    except Unavailable:
        raise Refusal(wording.NOT_READ) from None
    answer = next((one for one in answers if one.day == does.day), None)
    if answer is None:
        raise Refusal(wording.GONE)
    text = said.shared_daily(
        called(user), day, _streak(answers, day), is_right=answer.is_right
    )  # fmt: skip
    await replies.send(interaction, cards.line(text))


async def _question_of(client: Bot, guild_id: int, day: dt.date) -> Question | None:
    """The question of a day on a server, which is drawn when somebody first asks for it.

    It gives nothing away to anybody: whoever reads it alone may be anywhere in the series.
    """
    kept = client.store.quizzes
    async with client.quizzes.drawing_daily:
        text = await kept.daily_question(guild_id, day.isoformat())
        if text is not None:
            return _QUESTION.validate_json(text)
        used = await kept.used(guild_id)
        drawn = client.archive.quiz.draw(NOTHING, used=used)
        if drawn is None:
            return None
        written = _QUESTION.dump_json(drawn.question).decode()
        await kept.set_daily(guild_id, day.isoformat(), written)
        await client.quizzes.note_used(guild_id, drawn)
        return drawn.question


def _streak(answers: tuple[DailyAnswer, ...], today: dt.date) -> int:
    return streak((dt.date.fromisoformat(one.day) for one in answers if one.is_right), today)


def _place(interaction: Interaction) -> tuple[int, dt.date]:
    """The server, and the day that it is."""
    if interaction.guild_id is None:
        raise Refusal(said.ONLY_IN_SERVERS)
    return interaction.guild_id, day_of(interaction.client.quizzes.time())


def _write_pick(does: PickDaily, _: int) -> str:
    return f"{does.day}:{does.option}"


def _read_pick(text: str) -> PickDaily | None:
    day, _, option = text.partition(":")
    return PickDaily(day, int(option)) if _is_day(day) and option.isdecimal() else None


def _read_share(text: str) -> ShareDaily | None:
    return ShareDaily(text) if _is_day(text) else None


def _is_day(text: str) -> bool:
    try:
        return dt.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


ACTIONS = (
    ActionKind(Codec(PickDaily, "qday", write=_write_pick, read=_read_pick), pick),
    ActionKind(
        Codec(ShareDaily, "qshare", write=lambda does, _: does.day, read=_read_share), share
    ),
)
