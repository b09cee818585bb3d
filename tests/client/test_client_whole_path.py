"""From a question in vain to an answer, past a kill and back by an undo: the program itself."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.replies import curation_wording
from bot.replies import moderation_wording as wording
from bot.replies import wording as common
from tests.client.support import HOME_ID, KISS_TITLE, veiled_text
from tests.discord_server import DiscordServer, Guild, Member
from tests.discord_server.reading import Readable
from tests.program import clean_environment

BUS = (
    "what colour is the bus painted",
    "which color is the bus",
    "bus color?",
    "버스는 무슨 색인가요",
)
ANSWER = "Yellow, as everywhere."


class Program:
    """The bot as a process of its own, as often as one likes, on the same files."""

    def __init__(self, server: DiscordServer, folder: Path, tmp_path: Path) -> None:
        self._server = server
        self._folder = folder
        self._data = tmp_path / "data"
        self._starts = 0

    @asynccontextmanager
    async def running(self) -> AsyncIterator[asyncio.subprocess.Process]:
        """Run it until it is killed, by the test or in the end: it never gets to close anything."""
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "tests.discord_server.redirect", self._server.api_url),
            *("-m", "bot", "run"),
            env=clean_environment(
                DISCORD_TOKEN=self._server.token,
                HOME_GUILD_ID=str(HOME_ID),
                FACTS_DIR=str(self._folder),
                DATA_DIR=str(self._data),
            ),
            stderr=asyncio.subprocess.DEVNULL,
        )
        try:
            await self._server.until_online()
            registered = self._server.command_puts
            await self._server.pulse.until(lambda: len(registered) >= 2, self._server.patience)
            yield process
        finally:
            process.kill()
            await process.wait()
            await self._server.until_offline()


@pytest.fixture
async def server() -> AsyncIterator[DiscordServer]:
    async with DiscordServer() as discord_server:
        yield discord_server
    assert discord_server.refusals == []


@pytest.fixture
def program(server: DiscordServer, folder: Path, tmp_path: Path) -> Program:
    return Program(server, folder, tmp_path)


async def ask(person: Member, question: str) -> Readable:
    return await person.slash("trivia", question=question)


async def test_from_a_question_in_vain_to_an_answer_that_outlives_a_kill_and_is_undone(
    program: Program, home: Guild, moderator: Member
) -> None:
    members = [home.add_member(name) for name in ("mina", "dara", "sua", "jin", "hana")]
    async with program.running():
        for member, question in zip(members, BUS, strict=False):
            assert common.NOT_KNOWN in (await ask(member, question)).text
        shown = await moderator.slash("facts unanswered")
        assert "1 unanswered question" in shown.text
        assert "asked 4 times" in shown.text
        question = await moderator.choose(shown.selects[0], f"1. {BUS[0]}")
        form = (await moderator.click(question.button(wording.WRITE_ANSWER))).modal
        card = await moderator.submit(form, answer=ANSWER)
        await moderator.click(card.button(curation_wording.WRITE_IT))
        assert ANSWER in (await ask(members[4], BUS[1])).text
        assert wording.NOTHING_UNANSWERED in (await moderator.slash("facts unanswered")).text
    async with program.running():
        assert ANSWER in (await ask(members[0], BUS[0])).text
        assert wording.NOTHING_UNANSWERED in (await moderator.slash("facts unanswered")).text
        undo = await moderator.slash("facts undo")
        await moderator.click(undo.button(curation_wording.UNDO_IT))
        assert common.NOT_KNOWN in (await ask(members[4], BUS[0])).text
        assert "asked 5 times" in (await moderator.slash("facts unanswered")).text


async def test_what_three_members_picked_is_accepted_and_answers_outright(
    program: Program, home: Guild, moderator: Member
) -> None:
    asked = "the library"
    async with program.running():
        for name in ("mina", "dara", "sua"):
            member = home.add_member(name)
            offered = await ask(member, asked)
            assert common.CLOSEST in offered.text
            await member.click(offered.button(KISS_TITLE))
        shown = await moderator.slash("facts unanswered")
        listed = await moderator.click(shown.button(wording.proposals(1)))
        assert f"3 members who typed “{asked}” chose: {KISS_TITLE}" in listed.text
        done = await moderator.click(listed.button(wording.accept(1)))
        assert wording.accepted(1) in done.text
        answered = await ask(home.add_member("hana"), asked)
        assert "Seventeen" in veiled_text(answered)
        assert common.CLOSEST not in answered.text
    async with program.running():
        again = await ask(home.add_member("jin"), asked)
        assert "Seventeen" in veiled_text(again)
        assert common.CLOSEST not in again.text
