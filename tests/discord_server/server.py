"""Wires REST and the gateway to a free port."""

import re
from collections.abc import Iterable
from types import TracebackType
from typing import Self

from aiohttp import web

from .errors import CannotDo
from .rest import rest_app
from .rest.faults import Fault, Faults
from .wire import NO_INTENTS, Install, Intent
from .world import World

TOKEN = "MTE.loopback.token"
APPLICATION_ID = 1_100_000_000_000_000_001
SHUTDOWN_SECONDS = 0.5
PATIENCE = 300.0
"""Only so that an answer that never comes does not hang a test."""


class DiscordServer(World):
    """A Discord of one's own, on 127.0.0.1."""

    def __init__(
        self,
        *,
        token: str = TOKEN,
        application_id: int = APPLICATION_ID,
        patience: float = PATIENCE,
        installs: Iterable[Install] = tuple(Install),
        privileged_intents: Intent = NO_INTENTS,
    ) -> None:
        """Set up an empty Discord.

        `patience` is for how many seconds people wait for an answer; `installs` who may install
        the application; `privileged_intents` those that are switched on for it.
        """
        super().__init__(
            token=token,
            application_id=application_id,
            patience=patience,
            installs=installs,
            privileged_intents=privileged_intents,
        )
        self._faults = Faults()
        self._runner = web.AppRunner(
            rest_app(self, self._faults), shutdown_timeout=SHUTDOWN_SECONDS, access_log=None
        )

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.url = f"http://{host}:{port}"
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.disconnect(resumable=False)
        await self._runner.cleanup()

    def fail_next(
        self,
        method: str,
        path_regex: str,
        *,
        status: int = 500,
        times: int = 1,
        retry_after: float = 0.05,
    ) -> None:
        """Let the next requests to a route fail; `retry_after` goes with status 429."""
        self._faults.add(Fault(method, re.compile(path_regex), status, times, retry_after))

    async def disconnect(self, *, resumable: bool = True, code: int | None = None) -> None:
        """Drop the bot's connection to the gateway, with a close code of Discord's."""
        await self.gateway.disconnect(resumable=resumable, code=code)

    async def until_online(self, patience: float | None = None) -> None:
        """Wait until a bot is connected, in this process or in another."""
        seconds = self.patience if patience is None else patience
        if not await self.pulse.until(lambda: self.gateway.online, seconds):
            raise CannotDo("no bot has connected to the gateway")

    async def until_offline(self) -> None:
        """Wait until no bot is connected."""
        if not await self.pulse.until(lambda: not self.gateway.online, self.patience):
            raise CannotDo("a bot is still connected to the gateway")
