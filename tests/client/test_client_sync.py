"""Registering commands: once, and again only when something has changed."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import discord
import pytest

from bot.archive import Archive
from bot.client import sync
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
        b'{"application": "2", "guilds": [1]}',
        b'{"application": 1100000000000000001, "guilds": ["x"]}',
    ],
    ids=range(9),
)
async def test_a_damaged_file_counts_as_none(
    start: Start, server: DiscordServer, home: Guild, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "data" / "commands.json"
    file.parent.mkdir()
    file.write_bytes(content)
    async with start():
        assert scopes(server) == [None, HOME_ID]
    assert json.loads(file.read_text()) == {
        "application": server.application_id, "guilds": [HOME_ID]
    }  # fmt: skip
    assert [path.name for path in file.parent.glob("commands*")] == ["commands.json"]


async def test_folders_are_made_however_deep(
    start: Start, server: DiscordServer, home: Guild, tmp_path: Path
) -> None:
    async with start(data_dir=tmp_path / "var" / "lib" / "hyosan"):
        pass
    assert (tmp_path / "var" / "lib" / "hyosan" / "commands.json").is_file()


async def test_a_folder_that_cannot_be_written_is_no_reason_to_stay_away(
    start: Start, server: DiscordServer, mina: Member, tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    (tmp_path / "data").write_text("a file where a folder should be")
    async with start():
        assert (await mina.slash("help")).text
    assert "check DATA_DIR" in caplog.text
    async with start():
        assert scopes(server) == [None, HOME_ID]


async def test_a_home_without_the_bot_is_told_with_its_setting(
    start: Start, server: DiscordServer, caplog: pytest.LogCaptureFixture
) -> None:
    fan = server.add_user("fan", installed=True)
    async with start():
        assert (await fan.slash("help")).text
    assert f"HOME_GUILD_ID names the server {HOME_ID}, which the bot is not in" in caplog.text
    server.refusals.clear()
    server.add_guild("Hyosan High", id=HOME_ID)
    async with start():
        assert scopes(server) == [None, HOME_ID]


async def test_a_home_that_invites_the_bot_later_gets_its_commands(
    start: Start, server: DiscordServer
) -> None:
    async with start() as client:
        server.refusals.clear()
        server.add_guild("Hyosan High", id=HOME_ID, installed=False).invite_bot()
        await server.pulse.until(lambda: scopes(server) == [None, HOME_ID], 5)
        await client.registrar.settle()
        assert scopes(server) == [None, HOME_ID]


@pytest.mark.parametrize("still_listed", [False, True])
async def test_a_bot_that_is_removed_and_invited_again_gets_its_commands_again(
    bot: Hyosan, server: DiscordServer, home: Guild, moderator: Member, still_listed: bool
) -> None:
    home.kick_bot(still_listed=still_listed)
    home.invite_bot()
    assert await server.pulse.until(lambda: scopes(server) == [None, HOME_ID, HOME_ID], 5)
    assert (await moderator.slash("facts reload")).text


async def test_other_servers_may_come_and_go(bot: Hyosan, server: DiscordServer) -> None:
    other = server.add_guild("Another High")
    await other.add_member("juno").slash("help")
    await bot.registrar.settle()
    assert scopes(server) == [None, HOME_ID]


async def test_what_was_lost_while_it_was_off_is_registered_again(
    start: Start, server: DiscordServer, home: Guild, moderator: Member
) -> None:
    async with start():
        pass
    home.kick_bot()
    home.invite_bot()
    async with start():
        assert (await moderator.slash("facts reload")).text
    server.commands[None] = []
    async with start():
        assert (await moderator.slash("help")).text
    assert scopes(server) == [None, HOME_ID, HOME_ID, None]


CHANGES: dict[str, Callable[[dict[str, Any]], None]] = {
    "name": lambda command: command.update(name="other"),
    "description": lambda command: command.update(description="Another."),
    "options": lambda command: command["options"].pop(),
    "order": lambda command: command["options"].reverse(),
    "required": lambda command: command["options"][0].update(required=True),
    "contexts": lambda command: command.update(contexts=[0]),
    "installs": lambda command: command.update(integration_types=[0]),
    "permissions": lambda command: command.update(default_member_permissions="0"),
    "age": lambda command: command.update(nsfw=True),
}


@pytest.mark.parametrize("change", CHANGES)
async def test_what_another_program_wrote_over_is_put_right(
    start: Start, server: DiscordServer, home: Guild, change: str
) -> None:
    async with start():
        pass
    (trivia,) = (c for c in server.commands[None] if c["name"] == "trivia")
    CHANGES[change](trivia)
    async with start():
        assert scopes(server) == [None, HOME_ID, None]


async def test_discord_may_list_them_in_another_order_and_tell_more(
    start: Start, server: DiscordServer, home: Guild
) -> None:
    async with start():
        pass
    server.commands[None].reverse()
    for command in server.commands[None]:
        command.update(contexts=command["contexts"][::-1], something_new={"a": 1})
    async with start():
        assert scopes(server) == [None, HOME_ID]


async def test_a_former_home_is_left_without_commands(
    start: Start, server: DiscordServer, home: Guild
) -> None:
    new_home = server.add_guild("New Hyosan High")
    async with start():
        pass
    async with start(home_guild_id=new_home.id):
        assert server.commands[HOME_ID] == []
        assert [command["name"] for command in server.commands[new_home.id]] == ["facts"]
    count = len(server.requests)
    async with start(home_guild_id=new_home.id):
        asked = [r.path for r in server.requests[count:] if r.path.endswith("/commands")]
        assert len(asked) == 2


async def test_a_former_home_is_not_forgotten_when_it_fails_at_first(
    start: Start, server: DiscordServer, home: Guild
) -> None:
    new_home = server.add_guild("New Hyosan High")
    async with start():
        pass
    server.fail_next("PUT", rf"/guilds/{HOME_ID}/commands$", status=503)
    async with start(home_guild_id=new_home.id):
        assert server.commands[HOME_ID] != []
    async with start(home_guild_id=new_home.id):
        assert server.commands[HOME_ID] == []


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


async def test_what_fails_is_tried_again_while_it_runs(
    start: Start, server: DiscordServer, mina: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sync, "RETRY_SECONDS", (0.01, 0.01))
    server.fail_next("PUT", r"/commands$", status=503, times=3)
    async with start():
        assert await server.pulse.until(lambda: set(scopes(server)) == {None, HOME_ID}, 5)
        assert (await mina.slash("help")).text


async def test_nobody_waits_for_a_registration_that_is_held_up(
    start: Start, server: DiscordServer, moderator: Member
) -> None:
    async with start():
        pass
    server.commands[None].clear()  # and the home's are still there
    server.fail_next("PUT", r"/commands$", status=429, times=9, retry_after=300)
    start.settles = False
    async with start():
        assert (await moderator.slash("facts reload")).text


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
