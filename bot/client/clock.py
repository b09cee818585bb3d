"""What time it is at Discord, whatever the clock of this machine says.

Every answer of Discord's says when it was given, to the second. Between the moments at which it
was asked for and had come, on a clock that nobody sets, lies that second; so each answer narrows
down how far the two clocks are apart.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from types import SimpleNamespace

import aiohttp

__all__ = ["Clock", "DiscordClock"]

Clock = Callable[[], float]
"""Seconds, since any moment, such as `time.monotonic`."""

_RESOLUTION = 1.0
"""A `Date` header leaves out the fraction of its second."""


class DiscordClock:
    """Discord's time, in seconds since the Unix epoch."""

    def __init__(self, monotonic: Clock) -> None:
        self._monotonic = monotonic
        self._apart: tuple[float, float] | None = None
        """How far Discord's clock is ahead of the monotonic one: at least, and at most."""

    def __call__(self) -> float:
        """The earliest that it can be there now; this machine's own time until Discord told."""
        if self._apart is None:
            return time.time()
        return self._monotonic() + self._apart[0]

    def learn(self, date: float, asked: float, answered: float) -> None:
        """Take in that an answer was dated `date`; the others are readings of the monotonic clock.

        What contradicts all that was learnt before counts more: a clock that stood still while
        the machine slept, or years of drift.
        """
        low, high = date - answered, date + _RESOLUTION - asked
        if self._apart is not None:
            narrowed = max(low, self._apart[0]), min(high, self._apart[1])
            if narrowed[0] <= narrowed[1]:
                low, high = narrowed
        self._apart = low, high

    def trace(self) -> aiohttp.TraceConfig:
        """What an HTTP client has to be given, to learn from every answer that it gets."""
        trace = aiohttp.TraceConfig()
        trace.on_request_start.append(self._on_start)
        trace.on_request_end.append(self._on_end)
        return trace

    async def _on_start(
        self, session: aiohttp.ClientSession, context: SimpleNamespace,
        params: aiohttp.TraceRequestStartParams,
    ) -> None:  # fmt: skip
        context.asked = self._monotonic()

    async def _on_end(
        self, session: aiohttp.ClientSession, context: SimpleNamespace,
        params: aiohttp.TraceRequestEndParams,
    ) -> None:  # fmt: skip
        answered = self._monotonic()
        try:
            date = parsedate_to_datetime(params.response.headers["Date"]).timestamp()
        except (KeyError, ValueError):
            return  # not every proxy lets it through
        self.learn(date, context.asked, answered)
