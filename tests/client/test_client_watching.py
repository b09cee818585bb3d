"""WATCH_FACTS: files that change are read anew, and moderators are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.client.support import EPISODES, Logged, Start, write_facts
from tests.discord_server import Guild, Member

NEW = {"new.yaml": "facts: [{id: new-one, question: Is it new?, answer: 'Yes, it is.'}]\n"}


async def test_a_changed_file_is_in_force_and_told_of(
    start: Start, home: Guild, mina: Member, folder: Path, logged: Logged,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    caplog.set_level("INFO")
    channel = home.channels[1]
    async with start(watch_facts=True, log_channel_id=channel.id):
        write_facts(folder, NEW)
        await logged("Changed files were put in force")
        assert "Yes, it is." in (await mina.slash("trivia", question="Is it new?")).text
        assert await mina.world.pulse.until(lambda: channel.messages, 5)
        assert "Added 1: facts/new-one" in channel.messages[-1].text


async def test_a_broken_file_changes_nothing_and_is_told_of(
    start: Start, home: Guild, mina: Member, folder: Path, logged: Logged
) -> None:
    channel = home.channels[1]
    async with start(watch_facts=True, log_channel_id=channel.id):
        write_facts(folder, {"facts.yaml": "facts: ["})
        await logged("Changed files were not put in force")
        assert "Twelve" in (await mina.slash("trivia", question=EPISODES)).text
        assert await mina.world.pulse.until(lambda: channel.messages, 5)
        assert "facts.yaml:2:1: not valid YAML" in channel.messages[-1].text
