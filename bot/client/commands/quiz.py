"""`/quiz`: games with questions about the series, who is best at them, and one question a day."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Callable, Sequence
from dataclasses import replace

import discord
from discord import app_commands, ui

from bot.client import replies
from bot.client.actions import ActionKind, Entered
from bot.client.bot import Interaction
from bot.client.capability import Capability
from bot.client.commands import daily
from bot.client.custom_ids import Codec, DoesT
from bot.client.errors import Refusal
from bot.client.forms import open_form
from bot.client.leaderboard import draw
from bot.client.markdown import one_line
from bot.client.permissions import is_moderator, keeps
from bot.client.players import called
from bot.client.quizzes import Live
from bot.quiz.daily import week_of
from bot.quiz.game import Attempt, Game, Mode, Rules, Taken
from bot.quiz.pool import Wanted
from bot.quiz.scoring import Standing, standings
from bot.replies import quiz as cards
from bot.replies import quiz_wording as said
from bot.replies import wording
from bot.replies.model import Does, Kind
from bot.replies.quiz import (
    JoinQuiz,
    LeaveQuiz,
    Object,
    PickOption,
    ResumeQuiz,
    StartQuiz,
    TypeAnswer,
    TypedAnswer,
)
from bot.store.database import Unavailable

__all__ = ["capability"]

TYPED_LENGTH = 100
"""Characters of a typed answer."""
_FIELD = "answer"
_GAME, _WEEK, _ALL = "game", "week", "all"


# -- commands


async def complete_topic(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """Topics that there are questions about."""
    archive = interaction.client.archive
    horizon = interaction.client.quizzes.horizon(interaction.guild_id or 0, interaction.channel)
    topics = archive.quiz.topics(horizon, typed)
    offered = [
        app_commands.Choice(name=replies.clip(archive.show.topic_name(one), 100), value=one)
        for one in topics
    ]
    return offered[: replies.CHOICES]


@app_commands.describe(
    rounds=said.ABOUT_ROUNDS,
    topic=said.ABOUT_TOPIC,
    difficulty=said.ABOUT_DIFFICULTY,
    seconds=said.ABOUT_SECONDS,
    mode=said.ABOUT_MODE,
    changes=said.ABOUT_CHANGE,
)
@app_commands.autocomplete(topic=complete_topic)
@app_commands.choices(
    mode=[
        app_commands.Choice(name=said.CHOICES, value=Mode.CHOICES.value),
        app_commands.Choice(name=said.TYPED, value=Mode.TYPED.value),
        app_commands.Choice(name=said.MIXED, value=Mode.MIXED.value),
    ]
)
async def start(
    interaction: Interaction,
    rounds: app_commands.Range[int, 5, 30] = 10,
    topic: str | None = None,
    difficulty: app_commands.Range[int, 1, 3] | None = None,
    seconds: app_commands.Range[int, 10, 60] = 20,
    mode: str = Mode.CHOICES.value,
    changes: bool = False,
) -> None:
    """Open the lobby of a game."""
    quizzes = interaction.client.quizzes
    guild_id, channel_id = interaction.guild_id, interaction.channel_id
    if guild_id is None or channel_id is None:
        raise Refusal(said.ONLY_IN_SERVERS)
    running = quizzes.at(channel_id)
    if running is not None:
        await replies.send(interaction, cards.runs_already(running.url), private=True)
        return
    live = quizzes.reserve(channel_id, guild_id)  # before anything is waited for
    try:
        rules = Rules(rounds, seconds, Mode(mode), None, difficulty, changes)
        await _open(interaction, live, rules, (topic or "").strip())
    except BaseException:
        quizzes.release(live)
        raise


async def _open(interaction: Interaction, live: Live, rules: Rules, topic: str) -> None:
    client = interaction.client
    if not _may_write(interaction):
        raise Refusal(said.MAY_NOT_WRITE)
    horizon = client.quizzes.horizon(live.guild_id, interaction.channel)
    if topic:
        found = client.archive.quiz.find_topic(horizon, topic)
        if found is None:
            raise Refusal(said.NO_QUESTIONS)
        rules = replace(rules, topic=found)
    wanted = Wanted(rules.topic, rules.difficulty, is_typed=rules.mode is Mode.TYPED)
    if client.archive.quiz.draw(horizon, wanted) is None:
        raise Refusal(said.NO_QUESTIONS)
    name = called(interaction.user)
    game = Game.open(interaction.id, rules, interaction.user.id, name, client.quizzes.time())
    lobby = replies.view_for(client, cards.lobby(game, client.archive.show))
    sent = await interaction.response.send_message(view=lobby)
    message_id = sent.message_id or (await interaction.original_response()).id
    client.quizzes.begin(live, game, message_id)


async def stop(interaction: Interaction) -> None:
    """End the game of the channel; who started it may, and who moderates the channel."""
    quizzes = interaction.client.quizzes
    live = quizzes.at(interaction.channel_id)
    if live is None or live.game is None:
        await replies.send(interaction, cards.line(said.NONE_RUNS), private=True)
        return
    is_host = live.game.host == interaction.user.id
    if not is_host and not _moderates(interaction, live.channel_id):
        raise Refusal(said.NOT_YOURS)
    live.game.stop()
    quizzes.changed(live)
    await replies.send(interaction, cards.line(said.STOPPED, Kind.DONE), private=True)


@app_commands.describe(period=said.ABOUT_PERIOD, here=said.ABOUT_HERE)
@app_commands.choices(
    period=[
        app_commands.Choice(name=said.THIS_GAME, value=_GAME),
        app_commands.Choice(name=said.THIS_WEEK, value=_WEEK),
        app_commands.Choice(name=said.ALL_TIME, value=_ALL),
    ]
)
async def scores(interaction: Interaction, period: str = "", here: bool = False) -> None:
    """Show a leaderboard: a picture, and the same in words."""
    if interaction.guild_id is None or interaction.channel_id is None:
        raise Refusal(said.ONLY_IN_SERVERS)
    live = interaction.client.quizzes.at(interaction.channel_id)
    game = live.game if live else None
    wanted = period or (_GAME if game else _ALL)
    await interaction.response.defer()
    try:
        title, shown = await _board(interaction, wanted, game, is_here=here)
    except Unavailable:
        raise Refusal(wording.NOT_READ) from None
    files: list[discord.File] = []
    if shown:
        picture = await asyncio.to_thread(draw, title, shown)
        seen = said.on_the_picture([said.board_line(one) for one in shown])
        files.append(discord.File(io.BytesIO(picture), "leaderboard.png", description=seen))
    await replies.send(interaction, cards.board(title, shown), files=files)


async def _board(
    interaction: Interaction, period: str, game: Game | None, *, is_here: bool
) -> tuple[str, Sequence[Standing]]:
    """What a leaderboard is called, and its first places."""
    client, channel = interaction.client, interaction.channel
    guild_id, channel_id = interaction.guild_id or 0, interaction.channel_id or 0
    kept = client.store.quizzes
    where = f"#{getattr(channel, 'name', '')}" if is_here else None
    if period == _GAME and game is not None:
        hidden = await kept.hidden()
        found = [one for one in game.scores() if one.user_id not in hidden]
        title = said.board_title(said.THIS_GAME, None)
    elif period == _GAME:
        found = list(await kept.last_game(guild_id, channel_id))
        title = said.board_title(said.LAST_GAME, None)
    else:
        since = week_of(client.quizzes.time()) if period == _WEEK else 0
        found = list(await kept.board(guild_id, since, channel_id if is_here else None))
        title = said.board_title(said.THIS_WEEK if period == _WEEK else said.ALL_TIME, where)
    return title, standings(found)[: cards.ROWS]


# -- in a game


async def join(interaction: Interaction, does: JoinQuiz, _: Entered) -> None:
    """Let somebody play along."""
    live, game = _game(interaction, does.game_id)
    is_new = game.join(interaction.user.id, called(interaction.user))
    if is_new:
        interaction.client.quizzes.changed(live)
    told = said.JOINED if is_new else said.JOINED_ALREADY
    await replies.send(interaction, cards.line(told), private=True)


async def start_now(interaction: Interaction, does: StartQuiz, _: Entered) -> None:
    """Ask the first question at once."""
    live, game = _game(interaction, does.game_id)
    game.join(interaction.user.id, called(interaction.user))
    game.begin(interaction.client.quizzes.time())
    interaction.client.quizzes.changed(live)
    await replies.send(interaction, cards.line(said.JOINED), private=True)


async def leave(interaction: Interaction, does: LeaveQuiz, _: Entered) -> None:
    """Wait for somebody no longer."""
    live, game = _game(interaction, does.game_id)
    game.leave(interaction.user.id, interaction.client.quizzes.time())
    interaction.client.quizzes.changed(live)
    await replies.edit(interaction, cards.line(said.LEFT))


async def resume(interaction: Interaction, does: ResumeQuiz, _: Entered) -> None:
    """Go on with a game that is paused."""
    live, game = _game(interaction, does.game_id)
    if game.resume(interaction.client.quizzes.time()):
        interaction.client.quizzes.changed(live)
    await replies.edit(interaction, cards.line(said.GOES_ON))


async def pick(interaction: Interaction, does: PickOption, _: Entered) -> None:
    """Take one of the answers to choose from."""
    await _answer(interaction, does, does.option, "")


async def type_answer(interaction: Interaction, does: TypeAnswer, _: Entered) -> None:
    """Open the form for an answer."""
    _game(interaction, does.game_id)
    field = ui.TextInput[ui.LayoutView](custom_id=_FIELD, max_length=TYPED_LENGTH)
    label = ui.Label[ui.LayoutView](text=said.TYPE_TITLE, component=field)
    await open_form(interaction, TypedAnswer(does.game_id, does.number), said.TYPE_TITLE, label)


async def typed(interaction: Interaction, does: TypedAnswer, entered: Entered) -> None:
    """Take a typed answer."""
    text = one_line(entered.text(_FIELD))[:TYPED_LENGTH]
    if not text:
        raise Refusal(said.NOTHING_TYPED)
    await _answer(interaction, does, None, text)


async def object_to(interaction: Interaction, does: Object, _: Entered) -> None:
    """Tell the moderators that an answer should have counted."""
    live = interaction.client.quizzes.at(interaction.channel_id)
    closed = live.game.round if live and live.game and live.game.id == does.game_id else None
    answer = closed.answers.get(interaction.user.id) if closed else None
    if closed is None or closed.number != does.number or closed.is_open or not answer:
        told = said.NOTHING_TO_PASS_ON
    elif interaction.user.id in closed.gained:
        told = said.IT_COUNTED
    else:
        try:
            reports, what = interaction.client.store.reports, said.as_report(answer.typed)
            await reports.add((closed.question.id,), what, None)
        except Unavailable:
            raise Refusal(said.NOT_PASSED_ON) from None
        told = said.PASSED_ON
    await replies.send(interaction, cards.line(told), private=True)


async def _answer(
    interaction: Interaction, does: PickOption | TypedAnswer, option: int | None, typed: str
) -> None:
    """Take an answer by the moment at which Discord had it, and tell alone what came of it."""
    quizzes, user = interaction.client.quizzes, interaction.user
    live, game = _game(interaction, does.game_id)
    at = interaction.created_at.timestamp()
    taken = quizzes.answer(live, does.number, Attempt(user.id, called(user), at, option, typed))
    asked = game.round
    if asked is None or taken is Taken.LATE:
        raise Refusal(said.LATE)
    if taken is not Taken.TWICE:
        await quizzes.kept()
    told = cards.acknowledged(game, asked, taken, asked.answers[user.id])
    await replies.send(interaction, told, private=True)


def _game(interaction: Interaction, game_id: int) -> tuple[Live, Game]:
    """The game of this id in the channel; raises Refusal where it is over."""
    live = interaction.client.quizzes.at(interaction.channel_id)
    if live is None or live.game is None or live.game.id != game_id:
        raise Refusal(said.GAME_OVER)
    return live, live.game


def _may_write(interaction: Interaction) -> bool:
    may = interaction.app_permissions
    is_thread = isinstance(interaction.channel, discord.Thread)
    return may.view_channel and (may.send_messages_in_threads if is_thread else may.send_messages)


def _moderates(interaction: Interaction, channel_id: int) -> bool:
    return is_moderator(interaction) or keeps(interaction, channel_id)


# -- custom ids


def _written(*names: str) -> Callable[[Does, int], str]:
    """Writes these numbers of an action, apart by colons."""
    return lambda does, _: ":".join(str(getattr(does, name)) for name in names)


def _read(kind: Callable[..., DoesT], count: int) -> Callable[[str], DoesT | None]:
    """Reads an action of so many numbers."""

    def read(text: str) -> DoesT | None:
        parts = text.split(":")
        if len(parts) != count or not all(part.isdecimal() for part in parts):
            return None
        return kind(*map(int, parts))

    return read


_GAME_ID = _written("game_id")
_ROUND = _written("game_id", "number")
_OPTION = _written("game_id", "number", "option")

ACTIONS = (
    ActionKind(Codec(JoinQuiz, "qjoin", write=_GAME_ID, read=_read(JoinQuiz, 1)), join),
    ActionKind(Codec(StartQuiz, "qstart", write=_GAME_ID, read=_read(StartQuiz, 1)), start_now),
    ActionKind(Codec(LeaveQuiz, "qleave", write=_GAME_ID, read=_read(LeaveQuiz, 1)), leave),
    ActionKind(Codec(ResumeQuiz, "qresume", write=_GAME_ID, read=_read(ResumeQuiz, 1)), resume),
    ActionKind(Codec(PickOption, "qpick", write=_OPTION, read=_read(PickOption, 3)), pick),
    ActionKind(Codec(TypeAnswer, "qtype", write=_ROUND, read=_read(TypeAnswer, 2)), type_answer),
    ActionKind(Codec(TypedAnswer, "qtyped", write=_ROUND, read=_read(TypedAnswer, 2)), typed),
    ActionKind(Codec(Object, "qobject", write=_ROUND, read=_read(Object, 2)), object_to),
)


def capability() -> Capability:
    """The group, and all that stands under its cards."""
    group = app_commands.Group(
        name="quiz",
        description=said.ABOUT_QUIZ,
        allowed_contexts=app_commands.AppCommandContext(
            guild=True, dm_channel=False, private_channel=False
        ),
        allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
    )
    group.command(name="start", description=said.ABOUT_START)(start)
    group.command(name="stop", description=said.ABOUT_STOP)(stop)
    group.command(name="scores", description=said.ABOUT_SCORES)(scores)
    group.command(name="daily", description=said.ABOUT_DAILY)(daily.daily)
    return Capability(everywhere=(group,), actions=(*ACTIONS, *daily.ACTIONS))
