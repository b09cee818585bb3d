"""`python -m bot` with a watch on its event loop: what the benchmarks run in place of it.

To SIGUSR1 it answers with a JSON object on standard output, for the time since it was last asked:
`stall`, by how many milliseconds the loop was late at most; `held`, how many of them at most the
process itself was computing, whatever else the machine had to do; `cpu` seconds of the process; and
the `memory` that it holds now, in megabytes.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
import time
from pathlib import Path

import discord

__all__ = ["Watch", "main"]

EVERY = 0.002


class Watch:
    """Looks every two milliseconds how late the loop is."""

    def __init__(self) -> None:
        self._worst = self._held = 0.0
        self._cpu = time.process_time()

    async def keep(self) -> None:
        """Watch for as long as the loop runs."""
        asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, self._tell)
        while True:
            start, cpu = time.perf_counter(), time.process_time()
            await asyncio.sleep(EVERY)
            late = time.perf_counter() - start - EVERY
            self._worst = max(self._worst, late)
            self._held = max(self._held, min(late, time.process_time() - cpu))

    def _tell(self) -> None:
        cpu = time.process_time()
        told = {
            "stall": 1000 * self._worst,
            "held": 1000 * self._held,
            "cpu": cpu - self._cpu,
            "memory": resident(),
        }
        print(json.dumps(told), flush=True)
        self._worst, self._held, self._cpu = 0.0, 0.0, cpu


def resident() -> float:
    """The memory of this process, in megabytes; 0 where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def main() -> int:
    """Run the bot, watched."""
    from bot.__main__ import main as run
    from bot.client import app

    class Watched(app.Hyosan):
        """The bot with a watch."""

        async def setup_hook(self) -> None:
            self.keeping_watch = asyncio.create_task(Watch().keep())
            await super().setup_hook()

    app.Hyosan = Watched
    return run(sys.argv[1:])


def bare() -> None:
    """A discord.py client with one command that says the same each time, watched."""
    client = discord.Client(intents=discord.Intents(guilds=True), max_messages=None)
    tree = discord.app_commands.CommandTree(client)

    @tree.command(name="trivia", description="Ask a question")
    async def trivia(interaction: discord.Interaction, question: str) -> None:
        await interaction.response.send_message(f"Who knows? You asked: {question}")

    async def set_up() -> None:
        client.keeping_watch = asyncio.create_task(Watch().keep())  # type: ignore[attr-defined]
        await tree.sync()

    client.setup_hook = set_up  # type: ignore[method-assign]
    client.run(os.environ["DISCORD_TOKEN"], log_handler=None)


if __name__ == "__main__":
    if sys.argv[1:] == ["bare"]:
        bare()
    else:
        sys.exit(main())
