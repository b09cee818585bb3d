"""The cast of the tests: a Discord, a server, people in it, and the bot."""

import logging
import random
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest

from bot.archive import Archive
from bot.client.app import Hyosan
from bot.knowledge.layers import Layer
from bot.library import Library
from tests.client.support import HOME_ID, Logged, Start
from tests.discord_server import DiscordServer, Guild, Member, Permission


@pytest.fixture
async def server() -> AsyncIterator[DiscordServer]:
    """A Discord on which nobody is ever pinged, and from which nothing is asked in vain.

    Tests that expect a refusal clear `refusals` themselves.
    """
    async with DiscordServer(patience=5.0) as discord_server:
        yield discord_server
    assert discord_server.pings == []
    assert discord_server.refusals == []
    for request in discord_server.requests:
        body = request.json if isinstance(request.json, dict) else {}
        message = body.get("data") if "/callback" in request.path else body
        is_form = bool(message) and "title" in message
        if message and message.get("components") and not is_form:
            assert message["allowed_mentions"]["parse"] == []


@pytest.fixture
def logged(server: DiscordServer, caplog: pytest.LogCaptureFixture) -> Iterator[Logged]:
    """Waits until the bot has logged something, for what it does when nobody gets an answer."""
    beat = logging.Handler()
    beat.emit = lambda record: server.pulse.beat()
    logging.getLogger().addHandler(beat)

    async def until(text: str) -> None:
        assert await server.pulse.until(lambda: text in caplog.text, server.patience), caplog.text

    yield until
    logging.getLogger().removeHandler(beat)


@pytest.fixture
def folder(copy_of: Callable[[str], Path]) -> Path:
    """A facts folder."""
    return copy_of("discord")


@pytest.fixture
def library(folder: Path) -> Library:
    """What that folder tells."""
    return Library([Layer.of(folder)])


@pytest.fixture
def archive(library: Library) -> Archive:
    """The archive of that, for a bot that a test starts itself."""
    return Archive(library, random.Random())


@pytest.fixture
def home(server: DiscordServer) -> Guild:
    """The home guild."""
    return server.add_guild("Hyosan High", id=HOME_ID, channels=["general", "spoilers"])


@pytest.fixture
def mina(home: Guild) -> Member:
    """A member like any other."""
    return home.add_member("mina")


@pytest.fixture
def moderator(home: Guild) -> Member:
    """A member with Manage Server."""
    return home.add_member("eunji", permissions=Permission.MANAGE_GUILD)


@pytest.fixture
def start(server: DiscordServer, tmp_path: Path, library: Library) -> Start:
    """Starts the bot, as often as one likes."""
    return Start(server, tmp_path, library)


@pytest.fixture
async def bot(start: Start, home: Guild) -> AsyncIterator[Hyosan]:
    """The bot, logged in."""
    async with start() as client:
        yield client
