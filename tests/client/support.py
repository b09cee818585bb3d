"""The pieces from which the tests put a bot together, and what its knowledge is asked."""

import random
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.archive import Archive
from bot.client.app import Hyosan
from bot.client.capability import Capability
from bot.client.commands import capabilities
from bot.client.custom_ids import CustomIds
from bot.client.quizzes import Alarm
from bot.knowledge.layers import Layer
from bot.knowledge.schema import Fact
from bot.knowledge.show import Show
from bot.library import Library
from bot.matching.decision import Allows, Decision, Status
from bot.settings import Settings
from tests.discord_server import DiscordServer, running
from tests.discord_server.reading import Button, Readable, walk
from tests.discord_server.wire import Part

HOME_ID = 700_000_000_000_000_001
ROLE_ID = 800_000_000_000_000_001

EPISODES = "How many episodes does the first season have?"
EPISODES_LABEL = "Episodes of the first season"
KISS = "How many takes did their kiss in the library need?"
KISS_TITLE = "The kiss scene and its takes"
MARKUP = "Which marks does the archive keep as they are?"


Logged = Callable[[str], Awaitable[None]]


class Clock:
    """The clocks of the bot's machine, which a test can put forward."""

    def __init__(self) -> None:
        self.ahead = 0.0
        self._stopped: float | None = None

    def stop(self) -> None:
        """Let no time pass at Discord: what is delivered late is as late as that, and no later."""
        self._stopped = time.time()

    def monotonic(self) -> float:
        """Seconds for whatever lasts."""
        return time.monotonic() + self.ahead

    def discord_time(self) -> float:
        """Seconds since the Unix epoch; the loopback server dates interactions by it."""
        now = time.time() if self._stopped is None else self._stopped
        return now + self.ahead


class FixedMatcher:
    """Decides what it was told to, whatever the question; or fails."""

    def __init__(self, decision: Decision | None, real: Any) -> None:
        self.decision = decision
        self.names = real.names
        self.analyser = real.analyser

    def decide(self, question: str, *, allows: Allows | None = None) -> Decision:
        if self.decision is None:
            raise RuntimeError("the matcher is broken")
        return self.decision

    def complete(
        self, typed: str, *, limit: int = 25, allows: Allows, openly: Allows | None = None
    ) -> tuple[Fact, ...]:
        raise RuntimeError("the matcher is broken")


def custom_ids() -> CustomIds:
    """Every custom id that the bot can write."""
    known = CustomIds()
    for capability in capabilities(make_settings(Path()), Show()):
        for kind in capability.actions:
            known.add(kind.codec)
    return known


def always(library: Library, decision: Decision | None) -> None:
    """Let every question be decided like this; None breaks the matcher."""
    matcher: Any = FixedMatcher(decision, library.current.matcher)
    library.current = replace(library.current, matcher=matcher)


def suggest(library: Library, *fact_ids: str) -> None:
    """Let every question be answered with did-you-mean."""
    facts = tuple(library.current.knowledge.facts[fact_id] for fact_id in fact_ids)
    always(library, Decision(Status.SUGGESTED, None, facts, 0.5))


def break_quotes(library: Library) -> None:
    """Let every search for a quote fail."""
    nothing: Any = None
    library.current = replace(library.current, quotes=nothing)


def write_facts(folder: Path, files: dict[str, str]) -> None:
    """Put knowledge files into a folder."""
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")


def make_settings(tmp_path: Path, **changed: Any) -> Settings:
    """Settings that come from the test alone."""
    values = {
        "discord_token": "MTE.loopback.token",
        "home_guild_id": HOME_ID,
        "facts_dir": (Layer.of(tmp_path / "facts"),),
        "data_dir": tmp_path / "data",
    }
    return Settings.model_validate(values | changed)


class Start:
    """Starts bots: each call is a process of its own, as far as Discord can tell.

    `until` is how it waits for a moment of Discord's time, in naps unless given. `extra` is what
    such a bot can do besides, and `prepare` what is done to it before it starts.
    With `learns_time` it has to find out what time it is at Discord, as outside of tests; without
    `settles` it is not waited for until it has registered its commands.
    """

    def __init__(self, server: DiscordServer, tmp_path: Path, library: Library) -> None:
        self.server = server
        self.tmp_path = tmp_path
        self.library = library
        self.clock = Clock()
        self.extra: tuple[Capability, ...] = ()
        self.prepare: Callable[[Hyosan], None] = lambda client: None
        self.until: Alarm | None = None
        self.learns_time = False
        self.settles = True

    @asynccontextmanager
    async def __call__(self, **changed: Any) -> AsyncIterator[Hyosan]:
        settings = make_settings(self.tmp_path, **changed)
        async with running(self._maker(settings), self.server) as client:
            if self.settles:
                await client.registrar.settle()
            yield client

    def _maker(self, settings: Settings) -> Callable[[], Hyosan]:
        def make() -> Hyosan:
            archive = Archive(self.library, random.Random(), self.clock.monotonic)
            client = Hyosan(
                settings, archive, monotonic=self.clock.monotonic,
                discord_time=None if self.learns_time else self.clock.discord_time,
                until=self.until,
            )  # fmt: skip
            client.store.horizons.patience = 60.0  # a busy machine is no reason for other answers
            for capability in self.extra:
                client.add(capability)
            self.prepare(client)
            return client

        return make


def leads(reply: Readable) -> list[Button]:
    """The buttons that lead on, without those that say something about the reply itself."""
    closing = ("hyosan:not:", "hyosan:wrong:")
    return [button for button in reply.buttons if not (button.custom_id or "").startswith(closing)]


def veiled_text(reply: Readable) -> str:
    """What stands behind spoiler bars."""
    return _text([part for part in reply.components if part.get("spoiler")])


def open_text(reply: Readable) -> str:
    """What everybody reads: texts outside the bars, and every label."""
    labels = [button.label or "" for button in reply.buttons]
    shown = _text([part for part in reply.components if not part.get("spoiler")])
    return "\n".join([shown, *labels])


def _text(parts: list[dict[str, Any]]) -> str:
    return "\n".join(part["content"] for part in walk(parts) if part["type"] == Part.TEXT)
