"""The games that are being played: one a channel, each driven by a task of its own.

A card is posted anew for each question and edited in its channel, so that it needs no interaction's
token. Everything that happens is kept soon after; a process that is killed is followed by one that
goes on where it was.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field

import aiohttp
import discord
from discord import ui

from bot.archive import Archive
from bot.client.backoff import Backoff
from bot.client.clock import Clock
from bot.client.naming import told
from bot.client.places import lineage
from bot.quiz.game import Attempt, Ending, Event, Game, Phase, Taken
from bot.quiz.pool import Drawn, Wanted
from bot.quiz.questions import Question
from bot.replies import quiz as cards
from bot.replies.model import Reply
from bot.spoilers.horizon import Horizon
from bot.store.database import Unavailable
from bot.store.quizzes import Finished, Running
from bot.store.store import Store

__all__ = ["Alarm", "DiscordTime", "Live", "Quizzes"]

log = logging.getLogger(__name__)

Alarm = Callable[[float], Awaitable[None]]
"""Waits until Discord's clock shows a moment, in seconds since the Unix epoch."""

EDIT_SECONDS = 1.0
"""How often a card is edited at most while people answer."""
ACKNOWLEDGE_SECONDS = 0.05
"""The longest that an acknowledgement waits until what it acknowledges is kept."""
RETRY_SECONDS = 1.0, 30.0
"""Waits between attempts to post a card: the first, and the longest."""
GIVE_UP_SECONDS = 30 * 60.0
"""How long Discord may be out of reach until a game is over."""
KEEP_SECONDS = 30.0
"""How often it is tried to keep scores that could not be kept."""
_NAP_SECONDS = 5.0
"""Discord's clock may be corrected while somebody waits for it."""

_PASSING = (discord.DiscordServerError, discord.RateLimited, aiohttp.ClientError, OSError,
            asyncio.TimeoutError)  # fmt: skip
_UNKNOWN_MESSAGE = 10008


class DiscordTime:
    """What time it is at Discord, and waiting for a moment of it."""

    def __init__(self, now: Clock, until: Alarm | None = None) -> None:
        """Wait in naps, unless there is another way to wait."""
        self.now = now
        self.until = until or self._in_naps

    async def _in_naps(self, moment: float) -> None:
        while True:
            left = moment - self.now()
            if left <= 0:
                return
            await asyncio.sleep(min(left, _NAP_SECONDS))


@dataclass(slots=True, eq=False)
class Live:
    """A channel in which a game is played, or is about to be."""

    channel_id: int
    guild_id: int
    game: Game | None = None
    """None while the channel is only reserved."""
    message_id: int = 0
    """Of the last card; 0 before there is one."""
    woken: asyncio.Event = field(default_factory=asyncio.Event)
    is_stale: bool = False
    """Whether the card no longer says how things are."""
    is_lost: bool = False
    """Whether somebody deleted the card."""
    was_away: bool = False
    """Whether the bot was stopped in the middle."""
    edited_at: float = 0.0
    task: asyncio.Task[None] | None = None

    @property
    def url(self) -> str:
        """Where its last card is."""
        place = f"https://discord.com/channels/{self.guild_id}/{self.channel_id}"
        return f"{place}/{self.message_id}" if self.message_id else place


class _Lost(Exception):
    """There is no way any more to say something in the channel."""


class Quizzes:
    """All games of the bot."""

    def __init__(
        self,
        client: discord.Client,
        archive: Archive,
        store: Store,
        view: Callable[[Reply], ui.LayoutView],
        clock: DiscordTime,
    ) -> None:
        """Play through `client`, which shows cards as `view` makes them, by Discord's time."""
        self._client = client
        self._archive = archive
        self._store = store
        self._view = view
        self.time = clock.now
        self.drawing_daily = asyncio.Lock()
        """Two who come first on a day get the same question."""
        self._until = clock.until
        self._live: dict[int, Live] = {}
        self._used: dict[int, set[str]] = {}
        self._unsaved: set[Live] = set()
        self._batch = asyncio.Event()
        """Is set when what is not saved yet has been."""
        self._under_way = frozenset[Live](), asyncio.Event()
        """What is being saved, and what is set when it has been."""
        self._saving: asyncio.Task[None] | None = None
        self._late: set[asyncio.Task[None]] = set()

    # -- places

    def at(self, channel_id: int | None) -> Live | None:
        """The game of a channel; None where there is none."""
        return self._live.get(channel_id or 0)

    def reserve(self, channel_id: int, guild_id: int) -> Live:
        """Take a channel that is free, at once; whoever does releases it, or begins a game."""
        live = self._live[channel_id] = Live(channel_id, guild_id)
        return live

    def release(self, live: Live) -> None:
        """Let others have the channel."""
        if self._live.get(live.channel_id) is live:
            del self._live[live.channel_id]
        self._unsaved.discard(live)

    def horizon(self, guild_id: int, channel: object) -> Horizon:
        """What may be asked in a channel."""
        return self._store.horizons.of_place(guild_id, lineage(guild_id, channel))

    # -- what people do

    def begin(self, live: Live, game: Game, message_id: int) -> None:
        """Play a game whose lobby has been posted."""
        live.game, live.message_id = game, message_id
        self._start(live)
        self.changed(live)

    def answer(self, live: Live, number: int, attempt: Attempt) -> Taken:
        """Take what somebody answered to a question."""
        taken = live.game.answer(number, attempt) if live.game else Taken.LATE
        if taken in {Taken.COUNTED, Taken.CHANGED}:
            self.changed(live)
        return taken

    def changed(self, live: Live) -> None:
        """Show and keep soon what somebody has changed about a game."""
        live.is_stale = True
        live.woken.set()
        self._keep(live)

    async def kept(self) -> None:
        """Wait until what was changed is kept, but not for long."""
        batch = self._batch
        if self._unsaved:
            with suppress(TimeoutError):
                async with asyncio.timeout(ACKNOWLEDGE_SECONDS):
                    await batch.wait()

    def lost(self, message_ids: Iterable[int]) -> None:
        """Somebody deleted these messages; a card that is needed is posted anew."""
        gone = set(message_ids)
        for live in self._live.values():
            if live.message_id in gone:
                live.is_lost = True
                live.woken.set()

    def forget(self, user_id: int) -> None:
        """Let somebody have no part in any game that is being played."""
        for live in self._live.values():
            if live.game is not None and user_id in live.game.players:
                live.game.forget(user_id)
                self.changed(live)

    async def note_used(self, guild_id: int, drawn: Drawn) -> None:
        """Ask what was drawn on this server no more until all there is has been asked."""
        self._mark(guild_id, drawn)
        await self._keep_used(guild_id, drawn)

    def _mark(self, guild_id: int, drawn: Drawn) -> None:
        used = self._used.get(guild_id)
        if used is not None:
            used.difference_update(drawn.again)
            used.add(drawn.question.id)

    async def _keep_used(self, guild_id: int, drawn: Drawn) -> None:
        with suppress(Unavailable):
            await self._store.quizzes.note_used(guild_id, drawn.question.id, drawn.again)

    # -- beginning and ending with the process

    async def load(self) -> None:
        """Know the games that were being played when the bot was stopped; `go_on` plays them."""
        try:
            running = await self._store.quizzes.running()
        except Unavailable:
            return  # the log has told
        for one in running:
            try:
                game = Game.read(one.state)
            except ValueError:
                log.warning(
                    "A quiz in channel %d is of another version and cannot be gone on with",
                    one.channel_id,
                )
                with suppress(Unavailable):
                    await self._store.quizzes.drop(one.channel_id)
                continue
            live = Live(one.channel_id, one.guild_id, game, one.message_id)
            self._live.setdefault(one.channel_id, live)

    def go_on(self) -> None:
        """Play the games that were loaded, once the bot knows its servers."""
        for live in self._live.values():
            if live.task is None and live.game is not None:
                if live.game.revive(self.time()) and live.game.phase is Phase.ASKING:
                    live.was_away = live.is_lost = True  # its card stands above with an old bell
                self._start(live)

    async def close(self) -> None:
        """Stop playing; each game is kept as it is now."""
        tasks = [live.task for live in self._live.values() if live.task is not None]
        for task in (*tasks, *self._late):
            task.cancel()
        await asyncio.gather(*tasks, *self._late, return_exceptions=True)
        if self._saving is not None:
            await self._saving
        games = [one for one in map(_running, self._live.values()) if one is not None]
        if games:
            with suppress(Unavailable):
                await self._store.quizzes.save(games)

    # -- driving one game

    def _start(self, live: Live) -> None:
        live.task = asyncio.create_task(self._play(live))

    async def _play(self, live: Live) -> None:
        game = live.game
        assert game is not None
        try:
            while game.phase is not Phase.OVER:
                await self._wait(live, game)
                await self._turn(live, game)
        except _Lost:
            game.stop(Ending.CUT_OFF)
        except Exception as error:
            log.error("A quiz in channel %d broke off", live.channel_id, exc_info=error)
            game.stop(Ending.CUT_OFF)
        try:
            await self._finish(live, game)
        except Exception as error:
            log.error("The end of a quiz in channel %d failed", live.channel_id, exc_info=error)
        finally:
            if game.phase is Phase.OVER:  # else the process is about to end, and it stays kept
                self.release(live)

    async def _wait(self, live: Live, game: Game) -> None:
        """Wait until something is due, or somebody does something."""
        if live.is_lost:
            return
        due = game.due
        if live.is_stale:
            due = min(due, live.edited_at + EDIT_SECONDS)
        bell = asyncio.ensure_future(self._until(due))
        woken = asyncio.ensure_future(live.woken.wait())
        try:
            await asyncio.wait({bell, woken}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            bell.cancel()
            woken.cancel()
        live.woken.clear()

    async def _turn(self, live: Live, game: Game) -> None:
        """Do what is due, and show it."""
        now = self.time()
        before = game.phase
        if game.phase is not Phase.OVER and now >= game.due:
            await self._prepare(live, game)
        match game.advance(now, lambda wanted, asked: self._draw(live, wanted, asked)):
            case Event.ASKED:
                if before is Phase.LOBBY:
                    await self._edit_quietly(live, cards.begun(game, self._archive.show))
                await self._ask(live, game)
            case Event.CLOSED:
                await self._show_result(live, game)
            case Event.PAUSED:
                await self._post(live, lambda: cards.paused(game))
            case Event.ENDED:
                return
            case Event.NOTHING:
                await self._refresh(live, game, now)
                return
        self._keep(live)

    async def _refresh(self, live: Live, game: Game, now: float) -> None:
        """Post a card anew that was deleted, or let it say how things are now."""
        if live.is_lost:
            live.is_lost = False
            if game.phase is not Phase.BREAK:
                await self._post_again(live, game)
                self._keep(live)
        elif live.is_stale and now - live.edited_at >= EDIT_SECONDS:
            card = self._card(game)
            live.is_stale, live.edited_at = False, now
            if card is not None:
                await self._edit_quietly(live, card)

    async def _post_again(self, live: Live, game: Game) -> None:
        if live.was_away:
            await self._ask(live, game)
            live.was_away = False
        elif (card := self._card(game)) is not None:
            await self._post(live, lambda: card)

    def _card(self, game: Game) -> Reply | None:
        """What a game shows while it waits; None for what stays as it is."""
        match game.phase:
            case Phase.LOBBY:
                return cards.lobby(game, self._archive.show)
            case Phase.ASKING if game.round is not None:
                return cards.question(game, game.round)
            case Phase.PAUSED:
                return cards.paused(game)
            case _:
                return None

    async def _ask(self, live: Live, game: Game) -> None:
        """Post the question; it is open from the moment at which Discord has it."""

        def card() -> Reply:
            game.open_anew(self.time())
            assert game.round is not None
            return cards.question(game, game.round, was_away=live.was_away)

        posted_at = await self._post(live, card)
        game.posted(posted_at)

    async def _show_result(self, live: Live, game: Game) -> None:
        assert game.round is not None
        card = cards.result(game, game.round)
        live.is_stale = False
        if live.is_lost or not await self._edit(live, card):
            live.is_lost = False
            await self._post(live, lambda: card)

    async def _finish(self, live: Live, game: Game) -> None:
        """Keep what was reached, and tell it, if there is a way left."""
        hidden: frozenset[int] = frozenset()
        with suppress(Unavailable):
            hidden = await self._store.quizzes.hidden()
        finished = Finished(
            game.id, live.guild_id, live.channel_id, game.is_ranked, round(self.time()),
            game.scores(),
        )  # fmt: skip
        self._unsaved.discard(live)
        is_kept = await self._kept_for_good(live, finished)
        card = cards.final(game, hidden, is_kept=is_kept)
        try:
            await self._post(live, lambda: card)
        except _Lost:
            await self._edit_quietly(live, card)

    async def _kept_for_good(self, live: Live, finished: Finished) -> bool:
        under_way, saved = self._under_way
        if live in under_way:  # else an earlier state might be kept after the end
            await saved.wait()
        try:
            await self._store.quizzes.finish(finished)
        except Unavailable:
            task = asyncio.create_task(self._keep_later(finished))
            self._late.add(task)
            task.add_done_callback(self._late.discard)
            return False
        return True

    async def _keep_later(self, finished: Finished) -> None:
        while True:
            await self._until(self.time() + KEEP_SECONDS)
            with suppress(Unavailable):
                await self._store.quizzes.finish(finished)
                following = self.at(finished.channel_id)
                if following is not None:  # another game, which went with the one that is over
                    self._keep(following)
                return

    # -- questions

    async def _prepare(self, live: Live, game: Game) -> None:
        """Read what decides which questions may come."""
        await self._store.horizons.prepare(game.host, live.guild_id)
        if live.guild_id not in self._used:
            used: Iterable[str] = ()
            with suppress(Unavailable):
                used = await self._store.quizzes.used(live.guild_id)
            self._used.setdefault(live.guild_id, set(used))

    def _draw(self, live: Live, wanted: Wanted, asked: frozenset[str]) -> Question | None:
        used = self._used[live.guild_id]
        horizon = self.horizon(live.guild_id, self._client.get_channel(live.channel_id))
        drawn = self._archive.quiz.draw(horizon, wanted, used, asked)
        if drawn is None:
            return None
        self._mark(live.guild_id, drawn)
        task = asyncio.create_task(self._keep_used(live.guild_id, drawn))
        self._late.add(task)
        task.add_done_callback(self._late.discard)
        return drawn.question

    # -- cards

    def _channel(self, live: Live) -> discord.PartialMessageable:
        return self._client.get_partial_messageable(live.channel_id, guild_id=live.guild_id)

    async def _post(self, live: Live, card: Callable[[], Reply]) -> float:
        """Put a new card into the channel; gives the moment at which Discord has it.

        Where Discord is out of reach it is tried again. Raises _Lost when that has no sense.
        """
        sent = await self._persistently(
            lambda: self._channel(live).send(
                view=self._view(card()), allowed_mentions=discord.AllowedMentions.none()
            )
        )
        live.message_id, live.is_stale, live.is_lost = sent.id, False, False
        live.edited_at = self.time()
        return sent.created_at.timestamp()

    async def _edit(self, live: Live, card: Reply) -> bool:
        """Put another card in place of the last; whether that is still there."""
        try:
            await self._persistently(lambda: self._edited(live, card))
        except discord.NotFound:
            return False
        return True

    async def _edit_quietly(self, live: Live, card: Reply) -> None:
        """The same for what does not matter much."""
        try:
            await self._edited(live, card)
        except discord.NotFound as error:
            live.is_lost = error.code == _UNKNOWN_MESSAGE
        except (discord.HTTPException, *_PASSING) as error:
            log.info("A card of a quiz was not edited: %s", told(error))

    async def _edited(self, live: Live, card: Reply) -> discord.Message:
        message = self._channel(live).get_partial_message(live.message_id)
        return await message.edit(
            view=self._view(card), allowed_mentions=discord.AllowedMentions.none()
        )

    async def _persistently(
        self, attempt: Callable[[], Awaitable[discord.Message]]
    ) -> discord.Message:
        backoff, began = Backoff(*RETRY_SECONDS), self.time()
        while True:
            try:
                return await attempt()
            except discord.NotFound as error:
                if error.code == _UNKNOWN_MESSAGE:
                    raise
                raise _Lost from error
            except _PASSING as error:
                if self.time() - began > GIVE_UP_SECONDS:
                    raise _Lost from error
                log.info("A card of a quiz waits for Discord: %s", told(error))
            except discord.HTTPException as error:
                log.info("A quiz may say no more in its channel: %s", told(error))
                raise _Lost from error
            await self._until(self.time() + backoff.next())

    # -- keeping

    def _keep(self, live: Live) -> None:
        self._unsaved.add(live)
        if self._saving is None or self._saving.done():
            self._saving = asyncio.create_task(self._save())

    async def _save(self) -> None:
        """Keep all that has changed, together; what cannot be kept comes with the next."""
        while self._unsaved:
            games = [one for one in map(_running, self._unsaved) if one is not None]
            batch, self._batch = self._batch, asyncio.Event()
            self._under_way = frozenset(self._unsaved), batch
            self._unsaved.clear()
            try:
                if games:
                    await self._store.quizzes.save(games)
            except Unavailable:
                return
            finally:
                batch.set()


def _running(live: Live) -> Running | None:
    """A game as it is kept; None for one that is over, or not yet begun."""
    game = live.game
    if game is None or game.phase is Phase.OVER:
        return None
    return Running(live.channel_id, live.guild_id, live.message_id, game.written())
