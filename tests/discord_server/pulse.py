"""Waiting for something to become true, without polling."""

import asyncio
from collections.abc import Callable


class Pulse:
    """Beats whenever anything on the server changes."""

    def __init__(self) -> None:
        self._beat = asyncio.Event()

    def beat(self) -> None:
        """Let everybody who waits look again."""
        self._beat.set()
        self._beat = asyncio.Event()

    async def until(self, condition: Callable[[], object], patience: float) -> bool:
        """Wait until a condition holds; says whether it came to hold in time."""
        try:
            async with asyncio.timeout(patience):
                while not condition():
                    await self._beat.wait()
        except TimeoutError:
            return False
        return True
