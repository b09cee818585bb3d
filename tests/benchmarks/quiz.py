"""What a crowd in many games at once waits for: `python -m tests.benchmarks.quiz`.

The bot in a process of its own plays in many channels, and everybody answers every question at some
moment of its first half. Measured is how long each click waited until it was acknowledged.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import tempfile
import time
from pathlib import Path

import numpy as np

from tests.benchmarks.loopback import Running, started
from tests.discord_server import Member
from tests.discord_server.interactions import Interaction
from tests.discord_server.messages import Message
from tests.discord_server.places import Channel

LATE = 3.0
"""Seconds after which Discord gives an interaction up."""
LOOK = 0.002
ROUNDS, SECONDS = 5, 20
CALM = 5.0
"""Seconds after the start in which the bot still makes itself ready."""
SPREAD = 10.0
"""Seconds within which everybody answers, or joins."""


class Waits:
    """How long each click waited."""

    def __init__(self) -> None:
        self._open: dict[int, tuple[float, Interaction]] = {}
        self._number = 0
        self.seconds: list[float] = []
        self.lost = 0

    async def click(self, who: Member, card: Message, name: str | int) -> None:
        """Click a button of a card, by its label or number, without waiting for what comes."""
        button = card.buttons[name] if isinstance(name, int) else card.button(name)
        reply = await who.click(button, settle=False)
        assert reply._interaction is not None
        self._number += 1
        self._open[self._number] = time.monotonic(), reply._interaction

    async def look(self) -> None:
        """Note what has been acknowledged, all the time."""
        while True:
            now = time.monotonic()
            for number, (since, interaction) in list(self._open.items()):
                if interaction.callback is not None:
                    self.seconds.append(now - since)
                elif now - since > LATE:
                    self.lost += 1
                else:
                    continue
                del self._open[number]
            await asyncio.sleep(LOOK)

    def told(self) -> str:
        """How many there were, and the median, the 99th per cent and the longest."""
        median, p99, longest = (
            1000 * float(np.percentile(self.seconds, part)) for part in (50, 99, 100)
        )
        return (
            f"{len(self.seconds)} clicks, {self.lost} lost; acknowledged in {median:.0f} ms "
            f"(median), {p99:.0f} ms (99 %), {longest:.0f} ms (longest)"
        )


async def play(running: Running, waits: Waits, channel: Channel, people: list[Member]) -> None:
    """One game: everybody joins, and answers every question."""
    server, rng = running.server, random.Random(channel.id)
    lobby = await people[0].slash("quiz start", channel=channel, rounds=ROUNDS, seconds=SECONDS)

    async def join(who: Member) -> None:
        await asyncio.sleep(rng.uniform(0, SPREAD))
        await waits.click(who, lobby.message, "Join")

    await asyncio.gather(*map(join, people[1:]))
    await waits.click(people[0], lobby.message, "Start now")
    for number in range(1, ROUNDS + 1):
        card = await _said(running, channel, f"Question {number} of")

        async def answer(who: Member, card: Message = card) -> None:
            await asyncio.sleep(rng.uniform(0, SPREAD))
            await waits.click(who, card, rng.randrange(4))

        await asyncio.gather(*map(answer, people))
    await server.pulse.until(lambda: "Final" in channel.messages[-1].text, server.patience)


async def _said(running: Running, channel: Channel, text: str) -> Message:
    """Wait for a question, without looking all the time."""
    while True:
        last = channel.messages[-1]
        if text in last.text and last.buttons:
            return last
        await asyncio.sleep(0.05)


async def measure(channels: int, players: int) -> str:
    """What so many people in so many channels wait for."""
    with tempfile.TemporaryDirectory() as data:
        async with started(Path(data)) as running:
            home = running.members[0].guild
            rooms = [home.add_channel(f"quiz-{number}") for number in range(channels)]
            each = players // channels
            waits = Waits()
            await asyncio.sleep(CALM)
            looking = asyncio.create_task(waits.look())
            await running.told()
            await asyncio.gather(*(
                play(running, waits, room, running.members[each * number : each * (number + 1)])
                for number, room in enumerate(rooms)
            ))  # fmt: skip
            looking.cancel()
            told = await running.told()
    return f"{waits.told()}; {told.cpu:.0f} s of computing, {told.memory:.0f} MB"


def main() -> None:
    """Print one line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--channels", type=int, default=50)
    parser.add_argument("--players", type=int, default=500)
    chosen = parser.parse_args()
    print(asyncio.run(measure(chosen.channels, chosen.players)))


if __name__ == "__main__":
    main()
