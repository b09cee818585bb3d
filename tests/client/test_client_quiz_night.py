"""A whole quiz night through Discord: five people, ten questions, and a kill in the sixth."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from tests.client.quiz_night import Room, worth
from tests.client.support import Start, write_facts
from tests.discord_server import DiscordServer, Guild, Member
from tests.discord_server.messages import Message
from tests.discord_server.wire import Part
from tests.quiz.animals import knowledge

SECONDS = 60


@pytest.fixture
def start(start: Start, folder: Path) -> Start:
    """Starts a bot that has a dozen questions."""
    write_facts(folder, knowledge())
    assert start.library.reload().changes is not None
    return start


@pytest.fixture
def room(server: DiscordServer, start: Start, home: Guild) -> Room:
    return Room(server, start, home.channels[0])


@pytest.fixture
async def lives() -> AsyncIterator[AsyncExitStack]:
    """Ends all bots that a test has started."""
    async with AsyncExitStack() as stack:
        yield stack


class Night:
    """Five people in a game of ten questions, and what the three who do well have to reach."""

    def __init__(self, home: Guild, room: Room) -> None:
        self.room = room
        self.mina, self.dara, self.hana, self.yuna, self.jin = (
            home.add_member(name) for name in ("mina", "dara", "hana", "yuna", "jin")
        )
        self.expected: dict[str, int] = dict.fromkeys(("Mina", "Dara", "Hana"), 0)

    async def begin(self) -> None:
        """Open a game, let everybody join, and ask the first question."""
        lobby = await self.mina.slash("quiz start", rounds=10, seconds=SECONDS, mode="mixed")
        for member in (self.dara, self.hana, self.yuna, self.jin):
            assert (await member.click(lobby.button("Join"))).ephemeral
        assert "already" in (await self.jin.click(lobby.button("Join"))).text
        await self.mina.click(lobby.button("Start now"))

    async def right(self, who: Member, card: Message, number: int) -> None:
        """Answer right, as in every question before."""
        reply = await self.room.answer(who, card, self.room.right(card))
        self.expected[who.user.name.title()] += worth(reply, card, SECONDS, number - 1)

    async def first(self, number: int, card: Message) -> None:
        """What the quick ones do: Mina, Jin as long as he is there, and Hana, who clicks twice."""
        self.room.wait(2)
        await self.right(self.mina, card, number)
        if number <= 4:
            alone = await self.room.answer(self.jin, card, self.room.wrong(card))
            if number == 4:
                left = await self.jin.click(alone.button("Leave the game"))
                assert "left" in left.text
        self.room.wait(3)
        await self.right(self.hana, card, number)
        await self.twice(card)

    async def twice(self, card: Message) -> None:
        """Hana answers once more, which changes nothing."""
        twice = await self.room.answer(self.hana, card, self.room.wrong(card))
        assert twice.ephemeral
        assert "answered already" in twice.text

    async def last(self, number: int, card: Message, asked_at: float) -> None:
        """What the slow ones do: Dara, and Yuna, for whom the bell has rung."""
        self.room.wait(20)
        assert "Right:" not in card.text
        await self.right(self.dara, card, number)
        self.room.wait(asked_at + SECONDS + 0.4 - self.room.now)
        assert "bell has rung" in (
            await self.room.answer(self.yuna, card, self.room.right(card))
        ).text  # fmt: skip
        self.room.wait(1)
        await self.room.becomes(card, "Mina +")
        assert "Zoo" in card.text
        assert "Yuna" not in card.text
        self.room.wait(10)

    def lines(self) -> list[str]:
        """The leaderboard as it has to be."""
        ordered = sorted(self.expected.items(), key=lambda one: -one[1])
        ranked = [
            f"{place}. {name}: {points} points, 10 right"
            for place, (name, points) in enumerate(ordered, 1)
        ]
        return [*ranked, "4. Jin: 0 points, 0 right"]


async def test_ten_rounds_with_five_people_survive_a_kill_and_end_with_the_right_scores(
    start: Start, home: Guild, room: Room, lives: AsyncExitStack, tmp_path: Path
) -> None:
    """What a killed process leaves behind is its file as it is at that moment."""
    night = Night(home, room)
    await lives.enter_async_context(start())
    await night.begin()
    for number in range(1, 11):
        card, asked_at = await room.question(number), room.now
        await night.first(number, card)
        if number == 6:
            shutil.copytree(tmp_path / "data", tmp_path / "after")
            await lives.aclose()
            room.wait(30)
            await lives.enter_async_context(start(data_dir=tmp_path / "after"))
            again = await room.said("I was away for a moment")
            assert room.right(again) == room.right(card)
            assert again is not card
            card, asked_at = again, room.now
            await night.twice(card)
        await night.last(number, card, asked_at)
    final = await room.said("Final standings", buttons=False)
    scores = await night.hana.slash("quiz scores")
    for shown in (final.text, scores.text):
        assert shown.replace("\\", "").splitlines()[-4:] == night.lines()
    (picture,) = scores.files
    assert picture.content_type == "image/png"
    (gallery,) = [part for part in scores.components if part["type"] == Part.GALLERY]
    for line in night.lines():
        assert line in gallery["items"][0]["description"]
