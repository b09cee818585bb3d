"""A bot in a process of its own on a loopback Discord, and a crowd that uses it all the time."""

from __future__ import annotations

import asyncio
import json
import random
import shutil
import signal
import sys
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tests.discord_server import DiscordServer, Member, Permission
from tests.discord_server.interactions import Interaction
from tests.program import REPOSITORY, clean_environment

__all__ = ["Crowd", "Running", "Told", "started"]

_HOME_ID = 700_000_000_000_000_001
_PEOPLE = 2000
"""Enough that none of them uses the bot too often, at 600 uses a second."""

_LATE = 3.0
"""Seconds after which Discord gives an interaction up."""


@dataclass(frozen=True)
class Told:
    """What the bot says of itself: see `watched`."""

    stall: float
    held: float
    cpu: float
    memory: float


@dataclass
class Running:
    """A bot at work, and the server that it is on."""

    server: DiscordServer
    process: asyncio.subprocess.Process
    moderator: Member
    members: list[Member]
    data: Path
    """What it remembers."""

    async def told(self) -> Told:
        """What the bot says of the time since it was last asked."""
        self.process.send_signal(signal.SIGUSR1)
        assert self.process.stdout is not None
        return Told(**json.loads(await self.process.stdout.readline()))

    async def reload(self) -> None:
        """Have all facts built anew, as if each had changed."""
        shutil.rmtree(self.data / "cache", ignore_errors=True)
        reply = await self.moderator.slash("facts reload")
        assert "Reloaded" in reply.text, reply.text


@asynccontextmanager
async def started(data: Path, *arguments: str) -> AsyncIterator[Running]:
    """Run `watched` with these arguments until it is online; what it remembers goes to `data`."""
    async with DiscordServer(patience=1800.0) as server:
        home = server.add_guild("Home", id=_HOME_ID)
        members = [home.add_member(f"member{number}") for number in range(_PEOPLE)]
        moderator = home.add_member("moderator", permissions=Permission.MANAGE_GUILD)
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "tests.discord_server.redirect", server.api_url),
            *("-m", "tests.benchmarks.watched", *arguments),
            cwd=REPOSITORY,
            env=clean_environment(
                DISCORD_TOKEN=server.token,
                HOME_GUILD_ID=str(_HOME_ID),
                DATA_DIR=str(data),
                LOG_LEVEL="ERROR",
            ),
            stdout=asyncio.subprocess.PIPE,
        )
        try:
            await server.until_online()
            registered = 1 if "bare" in arguments else 2  # in the home guild alone, `/facts`
            await server.pulse.until(
                lambda: len(server.command_puts) == registered, server.patience
            )
            yield Running(server, process, moderator, members, data)
        finally:
            if process.returncode is None:
                process.terminate()
            await process.wait()


class Crowd:
    """People who ask `rate` questions a second, however the bot keeps up."""

    def __init__(self, running: Running, questions: Sequence[str], rate: float) -> None:
        self._running = running
        self._questions = questions
        self._rate = rate
        self._waiting: dict[int, tuple[float, Interaction]] = {}
        self.waits: list[float] = []
        """Seconds until each interaction was acknowledged."""
        self.lost = 0

    async def __aenter__(self) -> Crowd:
        self._tasks = [asyncio.create_task(self._ask()), asyncio.create_task(self._look())]
        return self

    async def __aexit__(self, *_: object) -> None:
        asking, looking = self._tasks
        asking.cancel()
        if self._waiting:
            await asyncio.sleep(_LATE)
        looking.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self.lost += len(self._waiting)

    @property
    def p99(self) -> float:
        """Milliseconds within which 99 of 100 were acknowledged."""
        return 1000 * float(np.percentile(self.waits, 99)) if self.waits else 0.0

    async def _ask(self) -> None:
        rng, start, number = random.Random(1), time.monotonic(), 0
        server, members = self._running.server, self._running.members
        while True:
            await members[number % len(members)].slash(
                "trivia", question=rng.choice(self._questions), settle=False
            )
            self._waiting[number] = time.monotonic(), next(reversed(server.interactions.values()))
            number += 1
            await asyncio.sleep(max(0.0, start + number / self._rate - time.monotonic()))

    async def _look(self) -> None:
        """Note what has been acknowledged; let the server forget what is over."""
        server = self._running.server
        while True:
            now = time.monotonic()
            for number, (since, interaction) in list(self._waiting.items()):
                if interaction.callback is not None:
                    self.waits.append(now - since)
                    del self._waiting[number]
                elif now - since > _LATE:
                    self.lost += 1
                    del self._waiting[number]
            server.requests.clear()
            await asyncio.sleep(0.002)
