"""Messages said to the bot: each is answered once, and the answer keeps in step with it."""

from __future__ import annotations

import asyncio
import logging
import math
from collections.abc import Coroutine, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import discord
from discord import app_commands

from bot.client import replies
from bot.client.addressing import Addressed, addressed
from bot.client.admission import Cooldowns
from bot.client.bot import Bot
from bot.client.clock import Clock
from bot.client.errors import fault
from bot.client.naming import told
from bot.client.readers import writer_of
from bot.conversation.memory import Thread
from bot.reader import Reader
from bot.replies import wording
from bot.replies.model import Reply, Text

__all__ = ["Messages"]

log = logging.getLogger(__name__)

EDITABLE_SECONDS = 60.0
"""How long after a question an edit of it changes the answer."""
PERSON_USES = 8
CHANNEL_USES = 20
PACE_SECONDS = 30.0
"""Messages of one person, and in one channel, that are answered in so many seconds."""
HINT_SECONDS = 600.0
"""How often somebody is told privately that the bot may not write in a channel."""
MOST_ANSWERS = 1000
"""Answers that are kept in step with their questions, the latest."""

_MAY_NOT = frozenset({50001, 50013})
"""Codes of Discord's for a channel that the bot cannot see, or not write in."""
_BAD_FORM = 50035
"""Its code for, among others, an answer to a message that was deleted meanwhile."""


@dataclass(slots=True, eq=False)
class _Answer:
    """An answer, and what it depends on."""

    asked: float
    person: int
    text: str
    after: Thread
    message: discord.Message | None = None
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


class Messages:
    """Answers what is said to the bot. Nothing that goes wrong gets out of here."""

    def __init__(self, client: Bot, monotonic: Clock) -> None:
        """Answer as `client`; `monotonic` is a clock that nobody sets."""
        self._client = client
        self._clock = monotonic
        self._people = Cooldowns(monotonic, PERSON_USES, PACE_SECONDS)
        self._channels = Cooldowns(monotonic, CHANNEL_USES, PACE_SECONDS)
        self._told = Cooldowns(monotonic, 1, PACE_SECONDS)
        self._hints = Cooldowns(monotonic, 1, HINT_SECONDS)
        self._answers: dict[int, _Answer] = {}

    async def hear(self, message: discord.Message) -> None:
        """Answer a new message, if it is said to the bot."""
        said = self._addressed(message)
        if said is not None:
            await self._guarded(message, self._answer(message, said))

    async def revise(self, message: discord.Message) -> None:
        """Let the answer to a message that was edited answer what it says now."""
        answer = self._answers.get(message.id)
        if answer is None or self._clock() - answer.asked > EDITABLE_SECONDS:
            return
        said = self._addressed(message)
        # Discord also tells of previews of links, and so on.
        if said is not None and said.text != answer.text and not self._pace(message):
            await self._guarded(message, self._edit(message, said, answer))

    async def withdraw(self, message_ids: Iterable[int]) -> None:
        """Delete the answers to messages that were deleted."""
        for message_id in message_ids:
            answer = self._answers.pop(message_id, None)
            if answer is not None:
                async with answer.lock:
                    await _delete(answer.message)

    def forget(self, person: int) -> None:
        """Keep no answers to somebody in step any more, nor what they asked."""
        for message_id in [i for i, answer in self._answers.items() if answer.person == person]:
            del self._answers[message_id]

    async def _reader(self, message: discord.Message) -> Reader:
        """Who wrote a message, with what there is time to read of how far they are."""
        horizons = self._client.store.horizons
        await horizons.prepare(message.author.id, message.guild.id if message.guild else None)
        return writer_of(message, horizons)

    def _addressed(self, message: discord.Message) -> Addressed | None:
        me = self._client.user
        return addressed(message, me.id) if me else None

    # -- answering

    async def _answer(self, message: discord.Message, said: Addressed) -> None:
        if not _may_write(message):
            await self._hint(message)
            return
        if seconds := self._pace(message):
            if said.is_called:
                await self._slow_down(message, seconds)
            return
        reader = await self._reader(message)
        talked = self._client.archive.say(said.text, reader, is_called=said.is_called)
        if talked.is_comment:
            return
        answer = _Answer(self._clock(), message.author.id, said.text, talked.after)
        async with answer.lock:
            self._keep(message.id, answer)
            answer.message = await self._send(message, talked.reply)

    async def _edit(self, message: discord.Message, said: Addressed, answer: _Answer) -> None:
        async with answer.lock:
            if answer.message is None or message.id not in self._answers:
                return
            reader = await self._reader(message)
            talked = self._client.archive.say(said.text, reader, after=answer.after)
            answer.text = said.text
            with suppress(discord.NotFound):
                await answer.message.edit(
                    view=replies.view_for(self._client, talked.reply),
                    allowed_mentions=discord.AllowedMentions.none(),
                )

    async def _send(self, message: discord.Message, reply: Reply) -> discord.Message | None:
        """Say something beneath a message, without notifying anybody; None if that may not be."""
        view = replies.view_for(self._client, reply)
        try:
            if _may_refer(message):
                return await message.reply(view=view, mention_author=False)
            return await message.channel.send(view=view)
        except discord.Forbidden as error:
            if error.code not in _MAY_NOT:
                raise
            await self._hint(message)
        except discord.HTTPException as error:
            if error.code != _BAD_FORM or "message_reference" not in error.text:
                raise
        self._answers.pop(message.id, None)
        return None

    def _keep(self, message_id: int, answer: _Answer) -> None:
        self._answers[message_id] = answer
        while len(self._answers) > MOST_ANSWERS:
            del self._answers[next(iter(self._answers))]

    # -- not answering

    def _pace(self, message: discord.Message) -> float:
        """Seconds to wait, for whoever is too fast, or where many are; 0 for everybody else."""
        try:
            self._people.spend(message.author.id, "message")
            self._channels.spend(message.channel.id, "message")
        except app_commands.CommandOnCooldown as error:
            return error.retry_after
        return 0.0

    async def _slow_down(self, message: discord.Message, seconds: float) -> None:
        """Say once that it was a lot; from then on nothing, until it may be said anew."""
        with suppress(app_commands.CommandOnCooldown):
            self._told.spend(message.author.id, "person")
            self._told.spend(message.channel.id, "channel")
            wait = wording.too_fast(max(1, math.ceil(seconds)))
            await self._send(message, Reply((Text(wait),)))

    async def _hint(self, message: discord.Message) -> None:
        """Tell somebody privately that the bot may not write where they asked, if it can."""
        name = getattr(message.channel, "name", None)
        if name is None:
            return
        with suppress(app_commands.CommandOnCooldown, discord.Forbidden):
            self._hints.spend(message.author.id, "hint")
            hint = Reply((Text(wording.may_not_speak(str(name))),))
            await message.author.send(view=replies.view_for(self._client, hint))

    async def _guarded(self, message: discord.Message, work: Coroutine[Any, Any, None]) -> None:
        """Do it; what goes wrong is told to the person, and to the log."""
        try:
            await work
        except Exception as error:  # discord.py would only log it, and leave them without answer
            if self._client.is_closed():
                log.info("The answer to a message was cut short, as the bot is being stopped")
                return
            sentence = fault("message", message.author.id, error)
            with suppress(Exception):  # the last resort: there is nobody behind this to catch it
                await self._send(message, Reply((Text(sentence),)))


def _may_write(message: discord.Message) -> bool:
    """Whether the bot may write where a message stands, as far as it can know."""
    known = _permissions(message)
    if known is None:
        return True
    is_thread = isinstance(message.channel, discord.Thread)
    may_send = known.send_messages_in_threads if is_thread else known.send_messages
    return known.view_channel and may_send


def _may_refer(message: discord.Message) -> bool:
    """Whether an answer may point to the message that it answers."""
    known = _permissions(message)
    return known is None or known.read_message_history


def _permissions(message: discord.Message) -> discord.Permissions | None:
    """What the bot may do where a message stands; None where that is not known."""
    guild, channel = message.guild, message.channel
    me: discord.Member | None = guild.me if guild else None
    if me is None or isinstance(channel, discord.PartialMessageable):
        return None
    return channel.permissions_for(me)


async def _delete(answer: discord.Message | None) -> None:
    """Delete an answer, if it is there and can be."""
    if answer is None:
        return
    try:
        await answer.delete()
    except (discord.NotFound, discord.Forbidden):
        pass  # somebody else did, or the bot may no longer see the channel
    except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
        log.warning("An answer stays although its question was deleted: %s", told(error))
