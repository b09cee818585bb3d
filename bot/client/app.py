"""The client: what it asks of Discord, how it starts, and how it stops."""

from __future__ import annotations

import asyncio
import importlib
import importlib.util
import logging
import signal
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any

import discord

from bot import __version__
from bot.archive import Archive
from bot.client import replies
from bot.client.actions import Actions
from bot.client.admission import Admission
from bot.client.bot import Bot, Interaction
from bot.client.capability import Capability
from bot.client.clock import Clock, DiscordClock
from bot.client.commands import capabilities
from bot.client.connection import LoginFailed, Unreachable, stay_connected
from bot.client.curating.telling import tell
from bot.client.custom_ids import CustomIds
from bot.client.events import skip_unaddressed, skip_unreadable
from bot.client.joining import offer_choice
from bot.client.leaving import forget_gone, forget_place, forget_server
from bot.client.messages import Messages
from bot.client.quizzes import Alarm, DiscordTime, Quizzes
from bot.client.sync import Registrar
from bot.client.tree import Tree
from bot.client.watching import Watching
from bot.curation.keeping import KeptLayer
from bot.curator import Curator
from bot.settings import Settings
from bot.store.store import Store

__all__ = ["Hyosan", "LoginFailed", "Unreachable", "run", "serve"]

log = logging.getLogger(__name__)

NO_TOKEN = (
    "There is no token. Set DISCORD_TOKEN in .env to the one from "
    "https://discord.com/developers/applications (your application, Bot, Reset Token)."
)

_ANSWERED_BY_ACTIONS = {
    discord.InteractionType.component,
    discord.InteractionType.modal_submit,
}


class Hyosan(Bot):
    """The bot on Discord. It hears of servers, interactions and messages; it keeps no people.

    Of messages it reads those alone that are said to it, since Discord sends no others' content.
    """

    def __init__(
        self,
        settings: Settings,
        archive: Archive,
        *,
        monotonic: Clock = time.monotonic,
        discord_time: Clock | None = None,
        until: Alarm | None = None,
    ) -> None:
        """A bot for `serve` to log in; Discord's time is learnt from Discord unless given.

        `until` waits for a moment of that time, unless given in naps.
        """
        learnt = DiscordClock(monotonic)
        # Voice is not our business, so its missing libraries are nothing to warn about.
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
        super().__init__(
            intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True),
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            allowed_mentions=discord.AllowedMentions.none(),
            http_trace=learnt.trace(),
            proxy=settings.proxy,
        )
        skip_unaddressed(self)
        skip_unreadable(self)
        self.settings = settings
        self.archive = archive
        address = settings.database_url
        place = address.get_secret_value() if address else settings.data_dir / "hyosan.sqlite3"
        self.store = Store(place, monotonic, unanswered_days=settings.unanswered_days)
        self.store.unanswered.fold_by(lambda: archive.snapshot)
        archive.note_by(self.store.unanswered)
        self.custom_ids = CustomIds()
        time_there = discord_time or learnt
        admission = Admission(monotonic, time_there)
        self.tree = Tree(self, admission)
        self.registrar = Registrar(
            self.tree, settings.data_dir / "commands.json", settings.home_guild_id
        )
        self.actions = Actions(self.custom_ids, admission)
        self.messages = Messages(self, monotonic)
        self.watching = Watching(self)
        self.curator = self._curator(monotonic)
        self.quizzes = Quizzes(
            self,
            archive,
            self.store,
            lambda reply: replies.view_for(self, reply),
            DiscordTime(time_there, until),
        )
        for capability in capabilities(settings, archive.show):
            self.add(capability)
        if settings.home_guild_id is None:
            log.warning("HOME_GUILD_ID is not set, so there is no /facts; moderators would use it")

    def _curator(self, monotonic: Clock) -> Curator | None:
        """Who changes what moderators write, if there is a layer for that."""
        layers = self.archive.layers
        if self.settings.home_guild_id is None or not layers[-1].is_forgiving:
            return None
        curator = Curator(self.archive.library, KeptLayer(layers[-1].folder), monotonic)
        curator.questions = self.store.unanswered
        curator.on_change(partial(tell, self))
        return curator

    def add(self, capability: Capability) -> None:
        """Offer what a capability brings; its commands are registered when the bot starts."""
        for command in capability.everywhere:
            self.tree.add_command(command)
        home_id = self.settings.home_guild_id
        if home_id is not None:
            for command in capability.at_home:
                self.tree.add_command(command, guild=discord.Object(home_id))
        for kind in capability.actions:
            self.actions.add(kind, *capability.permissions)

    async def setup_hook(self) -> None:
        """Register the commands meanwhile: whoever has them already can use them at once."""
        self.registrar.start()
        await self.store.open()
        await self.quizzes.load()
        await asyncio.to_thread(self.archive.warm)
        # Nothing waits for this one, so that the bot can be told to stop meanwhile.
        threading.Thread(target=self.archive.warm_languages, daemon=True).start()
        if self.settings.watch_facts:
            self.watching.start()

    async def on_interaction(self, interaction: Interaction) -> None:
        """Answer a component or a form; commands go to the tree."""
        if interaction.type in _ANSWERED_BY_ACTIONS:
            await self.actions.answer(interaction)

    async def on_message(self, message: discord.Message) -> None:
        """Answer what is said to the bot."""
        await self.messages.hear(message)

    async def on_raw_message_edit(self, payload: discord.RawMessageUpdateEvent) -> None:
        """Let an answer follow its question."""
        await self.messages.revise(payload.message)

    async def on_raw_message_delete(self, payload: discord.RawMessageDeleteEvent) -> None:
        """Let an answer go with its question."""
        self.quizzes.lost((payload.message_id,))
        await self.messages.withdraw((payload.message_id,))

    async def on_raw_bulk_message_delete(self, payload: discord.RawBulkMessageDeleteEvent) -> None:
        """Let answers go with their questions."""
        self.quizzes.lost(payload.message_ids)
        await self.messages.withdraw(payload.message_ids)

    async def on_ready(self) -> None:
        """Go on with quizzes, and say that all is well; also comes after a lost connection."""
        self.quizzes.go_on()
        log.info(
            "Hyosan %s is online as %s in %d servers", __version__, self.user, len(self.guilds)
        )
        await forget_gone(self)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Offer a server its choice, and give the home guild its commands, now or again."""
        self.registrar.invite(guild.id)
        await offer_choice(self, guild)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Keep nothing of a server that is left."""
        await forget_server(self, guild.id)

    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        """Keep nothing of a channel or a category that is gone."""
        await forget_place(self, channel.guild.id, channel.id)

    async def on_raw_thread_delete(self, payload: discord.RawThreadDeleteEvent) -> None:
        """Keep nothing of a thread that is gone."""
        await forget_place(self, payload.guild_id, payload.thread_id)

    async def erase(self, user: discord.abc.User) -> None:
        """Keep and remember nothing more about somebody; raises Unavailable."""
        await self.store.erase(user.id)
        dm_channel = user.dm_channel if isinstance(user, discord.User | discord.Member) else None
        self.archive.forget(user.id, (user.id, *([dm_channel.id] if dm_channel else [])))
        self.messages.forget(user.id)
        self.quizzes.forget(user.id)

    async def close(self) -> None:
        """Log out."""
        await self.registrar.close()
        await self.watching.close()
        if self.curator is not None:
            await self.curator.close()
        await self.quizzes.close()
        await super().close()
        await self.store.close()


def run(settings: Settings, archive: Archive) -> int:
    """Run the bot until SIGTERM or Ctrl-C; returns the exit code.

    Raises LoginFailed and Unreachable as `serve` does.
    """
    with asyncio.Runner(loop_factory=_loop_factory()) as runner, suppress(KeyboardInterrupt):
        runner.run(serve(settings, archive))
    return 0


async def serve(settings: Settings, archive: Archive) -> None:
    """Log in and answer until the process is told to stop.

    Raises LoginFailed when Discord will not have the bot, and Unreachable when the network needs
    somebody's hand; a network that is only down for a while is waited for.
    """
    if settings.discord_token is None:
        raise LoginFailed(NO_TOKEN)
    token = settings.discord_token.get_secret_value()
    async with Hyosan(settings, archive) as client:
        session = asyncio.create_task(stay_connected(client, token))
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            with suppress(NotImplementedError):  # Windows: Ctrl-C raises KeyboardInterrupt there
                loop.add_signal_handler(number, session.cancel)
        try:
            await session
        except asyncio.CancelledError:
            log.info("Told to stop")
        finally:
            archive.close()  # else a reload that is going on would be waited for


def _loop_factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """uvloop's, where it is installed; else asyncio's own."""
    if importlib.util.find_spec("uvloop") is None:
        return None
    uvloop: Any = importlib.import_module("uvloop")
    return uvloop.new_event_loop
