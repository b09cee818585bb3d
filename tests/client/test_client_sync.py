"""Registering commands: once, and again only when something has changed."""

import json
import os
from pathlib import Path
from typing import Any

import discord
import pytest

from bot.archive import Archive
from bot.client.app import Hyosan
from tests.client.support import HOME_ID, ROLE_ID, Start, make_settings
from tests.discord_server import DiscordServer, Guild, Member

SNAPSHOT = Path(__file__).with_name("commands.json")


def scopes(server: DiscordServer) -> list[int | None]:
    """Where commands were registered so far."""
    return [put.guild_id for put in server.command_puts]


async def test_a_restart_registers_nothing(
    start: Start, server: DiscordServer, home: Guild
) -> None:
    async with start():
        assert scopes(server) == [None, HOME_ID]
    async with start():
        assert scopes(server) == [None, HOME_ID]


async def test_only_what_changed_is_registered(
    start: Start, server: DiscordServer, home: Guild
) -> None:
    async with start():
        pass
    async with start(moderator_role_ids=frozenset({ROLE_ID})):
        assert scopes(server) == [None, HOME_ID, HOME_ID]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[" * 99_999,
        b"\xff\xfe",
        b"[]",
        b"null",
        b'{"global": 1}',
        b'{"application": "2", "global": ""}',
    ],
    ids=range(8),
)
async def test_a_damaged_file_counts_as_none(
    start: Start, server: DiscordServer, home: Guild, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "data" / "commands.json"
    file.parent.mkdir()
    file.write_bytes(content)
    async with start():
        assert scopes(server) == [None, HOME_ID]
    assert json.loads(file.read_text())["application"] == str(server.application_id)
    assert [path.name for path in file.parent.iterdir()] == ["commands.json"]


async def test_a_folder_that_cannot_be_written_is_no_reason_to_stay_away(
    start: Start, server: DiscordServer, mina: Member, tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    (tmp_path / "data").write_text("a file where a folder should be")
    async with start():
        assert (await mina.slash("help")).text
    assert "check DATA_DIR" in caplog.text


async def test_a_home_without_the_bot_is_logged_and_tried_again(
    start: Start, server: DiscordServer, caplog: pytest.LogCaptureFixture
) -> None:
    fan = server.add_user("fan", installed=True)
    async with start():
        assert (await fan.slash("help")).text
    assert f"Could not register commands in guild {HOME_ID}" in caplog.text
    server.refusals.clear()
    server.add_guild("Hyosan High", id=HOME_ID)
    async with start():
        assert scopes(server) == [None, HOME_ID]


async def test_a_home_that_invites_the_bot_later_gets_its_commands(
    start: Start, server: DiscordServer
) -> None:
    async with start():
        server.refusals.clear()
        home = server.add_guild("Hyosan High", id=HOME_ID, installed=False)
        home.installed = True
        joined = {k: v for k, v in home.created(with_members=False).items() if k != "unavailable"}
        server.gateway.dispatch("GUILD_CREATE", joined)
        assert await server.pulse.until(lambda: scopes(server) == [None, HOME_ID], 5)


async def test_a_former_home_is_left_without_commands(
    start: Start, server: DiscordServer, home: Guild
) -> None:
    new_home = server.add_guild("New Hyosan High")
    async with start():
        pass
    async with start(home_guild_id=new_home.id):
        assert server.commands[HOME_ID] == []
        assert [command["name"] for command in server.commands[new_home.id]] == ["facts"]
    count = len(server.command_puts)
    async with start(home_guild_id=new_home.id):
        assert len(server.command_puts) == count


async def test_discord_failing_at_it_does_not_stop_the_bot(
    start: Start, server: DiscordServer, mina: Member, caplog: pytest.LogCaptureFixture
) -> None:
    server.fail_next("PUT", r"/commands$", status=400)
    async with start():
        assert scopes(server) == [HOME_ID]
    assert "Could not register commands everywhere" in caplog.text
    async with start():
        assert scopes(server) == [HOME_ID, None]
        assert (await mina.slash("help")).text


def payload(client: Hyosan) -> dict[str, Any]:
    """What is registered, as Discord is told."""
    home = discord.Object(HOME_ID)
    return {
        "global": [command.to_dict(client.tree) for command in client.tree.get_commands()],
        "home": [command.to_dict(client.tree) for command in client.tree.get_commands(guild=home)],
    }


def test_the_registered_commands_are_as_agreed(tmp_path: Path, archive: Archive) -> None:
    """To agree to a change: UPDATE_SNAPSHOTS=1 python -m pytest tests/client -k as_agreed"""
    shown = payload(Hyosan(make_settings(tmp_path), archive))
    if os.environ.get("UPDATE_SNAPSHOTS"):
        SNAPSHOT.write_text(json.dumps(shown, indent=2, ensure_ascii=False) + "\n")
    assert shown == json.loads(SNAPSHOT.read_text())


def test_the_hint_goes_when_roles_decide(tmp_path: Path, archive: Archive) -> None:
    settings = make_settings(tmp_path, moderator_role_ids=frozenset({ROLE_ID}))
    (facts,) = payload(Hyosan(settings, archive))["home"]
    assert facts["default_member_permissions"] is None
