"""Getting to Discord and staying there: outages, close codes, events that cannot be read."""

import asyncio
import logging
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.archive import Archive
from bot.client import connection
from bot.client.app import Hyosan, LoginFailed, Unreachable, serve
from tests.client.support import HOME_ID, Logged, make_settings
from tests.discord_server import DiscordServer, Guild, Member
from tests.discord_server.pointing import pointed_at


@pytest.fixture(autouse=True)
def no_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every wait between attempts be short."""
    monkeypatch.setattr(connection, "LOGIN_SECONDS", (0.0, 0.0))
    monkeypatch.setattr(connection, "CONNECT_SECONDS", (0.0, 0.0))
    monkeypatch.setattr(connection, "PACE_SECONDS", (0.01, 0.04))


@asynccontextmanager
async def serving(
    server: DiscordServer, settings_folder: Path, archive: Archive, *, api_url: str = ""
) -> AsyncIterator[asyncio.Task[None]]:
    """Serve as the program does, until the end of the block."""
    with pointed_at(api_url or server.api_url):
        task = asyncio.create_task(serve(make_settings(settings_folder), archive))
        try:
            yield task
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)


UNREADABLE: dict[str, Callable[[Guild], tuple[str, dict[str, Any]]]] = {
    "a thread without owner": lambda guild: (
        "THREAD_CREATE",
        {"id": "5", "guild_id": str(guild.id), "parent_id": str(guild.channels[0].id), "type": 11},
    ),
    "a channel without type": lambda guild: (
        "CHANNEL_CREATE", {"id": "5", "guild_id": str(guild.id), "name": "x"}
    ),
    "a role with odd permissions": lambda guild: (
        "GUILD_ROLE_CREATE",
        {"guild_id": str(guild.id), "role": {"id": "6", "name": "x", "permissions": "all"}},
    ),
    "a server that is a list": lambda guild: ("GUILD_UPDATE", []),  # type: ignore[dict-item]
    "an interaction without anything": lambda guild: ("INTERACTION_CREATE", {}),
}  # fmt: skip


@pytest.mark.parametrize("kind", UNREADABLE)
async def test_an_event_that_cannot_be_read_is_a_line_in_the_log(
    bot: Hyosan, server: DiscordServer, home: Guild, mina: Member, kind: str,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    event, data = UNREADABLE[kind](home)
    server.gateway.dispatch(event, data)
    assert (await mina.slash("help")).text
    assert [r.message.split(":")[0] for r in caplog.records if r.levelno >= logging.WARNING] == [
        f"Left out a {event} of Discord's that cannot be read"
    ]
    assert "Traceback" not in caplog.text
    assert len(server.gateway.identifies) == 1
    assert server.gateway.resumes == 0


@pytest.mark.parametrize("event", ["MESSAGE_CREATE", "MESSAGE_UPDATE"])
async def test_what_is_not_said_to_the_bot_is_not_even_read(
    bot: Hyosan, server: DiscordServer, home: Guild, mina: Member, event: str,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    assert bot.user is not None
    me = {"id": str(bot.user.id)}
    to_others = {"guild_id": str(home.id), "mentions": [{"id": "5"}], "author": {"id": "6"}}
    of_a_bot = {"author": {"id": "6", "bot": True}, "mentions": [me]}
    for unreadable in (to_others, of_a_bot):
        server.gateway.dispatch(event, unreadable)
    assert (await mina.slash("help")).text
    assert caplog.records == []
    server.gateway.dispatch(event, to_others | {"mentions": [me]})
    assert (await mina.slash("help")).text
    assert [record.message.split(":")[0] for record in caplog.records] == [
        f"Left out a {event} of Discord's that cannot be read"
    ]


async def test_a_session_that_cannot_be_read_is_begun_anew(
    server: DiscordServer, home: Guild, mina: Member, tmp_path: Path, archive: Archive,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    server.gateway.spoil_next({"guilds": 7})
    async with serving(server, tmp_path, archive):
        await server.until_online()
        assert await server.pulse.until(lambda: len(server.gateway.identifies) == 2, 5)
        assert await server.pulse.until(lambda: HOME_ID in server.commands, 5)
        assert (await mina.slash("help")).text
        assert await server.pulse.until(lambda: server.gateway.connections == 1, 5)
    assert "The connection to Discord failed" in caplog.text
    assert "Traceback" not in caplog.text


@pytest.mark.parametrize("code", [1000, 1001, 1006, 4000, 4001, 4008, 4099])
async def test_a_close_code_that_may_pass_is_waited_out(
    bot: Hyosan, server: DiscordServer, mina: Member, code: int
) -> None:
    await server.disconnect(code=code if code != 1006 else None)
    assert (await mina.slash("help")).text


async def test_connections_that_break_off_at_once_are_opened_ever_more_slowly(
    server: DiscordServer, home: Guild, mina: Member, tmp_path: Path, archive: Archive,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    async with serving(server, tmp_path, archive):
        await server.until_online()
        assert await server.pulse.until(lambda: HOME_ID in server.commands, 5)
        server.gateway.drop_next_resumes(4)
        await server.disconnect(code=4000)
        assert (await mina.slash("help")).text
    waits = re.findall(r"did not last; the next one in ([0-9.]+) seconds", caplog.text)
    assert waits == ["0.01", "0.02", "0.04", "0.04", "0.04"]


async def test_a_gateway_that_is_out_of_order_is_a_line_without_traceback(
    server: DiscordServer, home: Guild, mina: Member, tmp_path: Path, archive: Archive,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    server.fail_next("GET", "^/gateway$", status=503)
    async with serving(server, tmp_path, archive):
        await server.until_online()
        assert await server.pulse.until(lambda: HOME_ID in server.commands, 5)
        assert (await mina.slash("help")).text
    assert "The connection was lost (WSServerHandshakeError: 503" in caplog.text
    assert "Traceback" not in caplog.text


@pytest.mark.parametrize("code", [4004, 4010, 4011, 4012, 4013, 4014])
async def test_a_close_code_that_stays_is_one_sentence(
    server: DiscordServer, home: Guild, tmp_path: Path, archive: Archive, code: int
) -> None:
    async with serving(server, tmp_path, archive) as task:
        await server.until_online()
        await server.disconnect(resumable=False, code=code)
        with pytest.raises(LoginFailed) as failure:
            await task
    said = str(failure.value)
    assert "DISCORD_TOKEN" in said if code == 4004 else f"({code})" in said
    assert "\n" not in said
    assert "again" not in said


async def test_it_waits_for_a_network_and_says_so_once(
    server: DiscordServer, home: Guild, mina: Member, tmp_path: Path, archive: Archive,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    server.fail_next("GET", "/users/@me", status=503, times=3)
    async with serving(server, tmp_path, archive):
        await server.until_online()
        assert await server.pulse.until(lambda: HOME_ID in server.commands, 5)
        assert (await mina.slash("help")).text
    assert caplog.text.count("Discord cannot be reached") == 1
    assert "Unclosed" not in caplog.text


async def test_nobody_there_is_waited_for_too(
    server: DiscordServer, tmp_path: Path, archive: Archive, logged: Logged
) -> None:
    async with serving(server, tmp_path, archive, api_url="http://127.0.0.1:1/api/v10") as task:
        await logged("Discord cannot be reached")
        assert not task.done()


async def test_a_token_that_is_refused_ends_it_even_after_an_outage(
    server: DiscordServer, tmp_path: Path, archive: Archive
) -> None:
    server.fail_next("GET", "/users/@me", status=503)
    server.token = "another"
    async with serving(server, tmp_path, archive) as task:
        with pytest.raises(LoginFailed, match="DISCORD_TOKEN"):
            await task
    server.refusals.clear()


@pytest.mark.parametrize("status", [400, 403, 404, 405, 407])
async def test_a_network_that_refuses_is_said_at_once(
    server: DiscordServer, tmp_path: Path, archive: Archive, status: int
) -> None:
    server.fail_next("GET", "/users/@me", status=status)
    async with serving(server, tmp_path, archive) as task:
        with pytest.raises(Unreachable, match="Mend the network") as failure:
            await task
    assert "\n" not in str(failure.value)
