"""A room in which a quiz is played: its questions, and a clock that only the test moves on."""

from __future__ import annotations

import asyncio
from typing import Any

from bot.quiz.scoring import points
from tests.client.support import Start
from tests.discord_server import DiscordServer, Member
from tests.discord_server.messages import Message
from tests.discord_server.places import Channel
from tests.discord_server.replies import Reply
from tests.quiz.animals import ANIMALS


class Room:
    """A channel, what is said in it, and the time."""

    def __init__(self, server: DiscordServer, start: Start, channel: Channel) -> None:
        self.server = server
        self.channel = channel
        self._clock = start.clock
        self._moved = asyncio.Event()
        self._awaited: list[float] = []
        start.until = self._until

    async def _until(self, moment: float) -> None:
        self._awaited.append(moment)
        self.server.pulse.beat()
        try:
            while self.now < moment:
                await self._moved.wait()
        finally:
            self._awaited.remove(moment)

    async def patient(self, seconds: float) -> None:
        """Wait until the bot waits for something that comes within so many seconds."""
        assert await self.server.pulse.until(
            lambda: any(0 < moment - self.now <= seconds for moment in self._awaited),
            self.server.patience,
        )

    @property
    def now(self) -> float:
        """Seconds since the Unix epoch, at Discord."""
        return self._clock.discord_time()

    def wait(self, seconds: float) -> None:
        """Let time pass, everywhere."""
        self.server.snowflakes.ahead += seconds
        self.server.clock.advance(seconds)
        self._clock.ahead += seconds
        moved, self._moved = self._moved, asyncio.Event()
        moved.set()

    async def said(self, text: str, *, buttons: bool = True) -> Message:
        """Wait until the newest message says this, and look at it."""

        def found() -> Message | None:
            for message in reversed(self.channel.messages):
                if text in message.text and (message.buttons or not buttons):
                    return message
            return None

        assert await self.server.pulse.until(found, self.server.patience), [
            message.text for message in self.channel.messages
        ]
        message = found()
        assert message is not None
        return message

    async def becomes(self, message: Message, text: str) -> Message:
        """Wait until a message says this."""
        is_there = await self.server.pulse.until(lambda: text in message.text, self.server.patience)
        assert is_there, message.text
        return message

    async def question(self, number: int) -> Message:
        """Wait for a question."""
        return await self.said(f"Question {number} of ")

    def right(self, card: Message) -> str:
        """The answer to the question on a card."""
        number = int(card.text.split("Animal number ")[1].split("?")[0])
        return ANIMALS[number]

    def wrong(self, card: Message) -> str:
        """Any other answer."""
        labels = [(one.label or "").partition(". ")[2] for one in card.buttons]
        return next((one for one in labels if one and one != self.right(card)), "teal")

    async def pick(self, who: Member, card: Message, answer: str, **how: Any) -> Reply:
        """Choose an answer by its text."""
        button = next(one for one in card.buttons if (one.label or "").endswith(f". {answer}"))
        return await who.click(button, **how)

    async def type(self, who: Member, card: Message, answer: str) -> Reply:
        """Type an answer into the form."""
        opened = await who.click(card.button("Answer"))
        return await who.submit(opened.modal, {"answer": answer})

    async def answer(self, who: Member, card: Message, answer: str) -> Reply:
        """Answer in whatever way the card asks for."""
        is_typed = any(one.label == "Answer" for one in card.buttons)
        return await (self.type if is_typed else self.pick)(who, card, answer)


def worth(reply: Reply, card: Message, seconds: int, streak: int) -> int:
    """The points of a right answer, from the times in Discord's own ids."""
    interaction = reply._interaction
    assert interaction is not None
    elapsed = ((interaction.id >> 22) - (card.id >> 22)) / 1000
    return points(elapsed, seconds, streak)
