"""Starting, introducing itself, and stopping."""

import asyncio
import logging
import os
import signal
import sys
from pathlib import Path

import pytest

from bot import __version__
from bot.archive import Archive
from bot.client.app import Hyosan, LoginFailed, serve
from bot.library import Library
from tests.client.support import Start, make_settings, write_facts
from tests.discord_server import DiscordServer, Guild, Intent, Member
from tests.discord_server.pointing import pointed_at

REPOSITORY = Path(__file__).parent.parent.parent


async def test_it_asks_for_as_little_as_it_can(
    mina: Member, bot: Hyosan, server: DiscordServer
) -> None:
    assert server.gateway.intents == (
        Intent.GUILDS | Intent.GUILD_MESSAGES | Intent.DIRECT_MESSAGES
    )
    assert len(bot.cached_messages) == 0
    assert bot.user
    assert {member.id for guild in bot.guilds for member in guild.members} <= {bot.user.id}


async def test_help_tells_name_version_commands_and_policy(bot: Hyosan, mina: Member) -> None:
    reply = await mina.slash("help")
    assert reply.ephemeral
    assert f"Hyosan {__version__}" in reply.text
    for part in ("</trivia:", "</quote:", "</help:", "4 facts and 4 quotes", "spoiler box",
                 "mention me", "Answer this"):  # fmt: skip
        assert part in reply.text
    assert "/facts" not in reply.text


async def test_help_tells_moderators_of_theirs(bot: Hyosan, moderator: Member) -> None:
    assert "</facts reload:" in (await moderator.slash("help")).text
    assert "/facts" not in (await moderator.slash("help", in_dm=True)).text


async def test_name_colour_and_series_are_those_of_the_knowledge(
    start: Start, folder: Path, mina: Member
) -> None:
    show = '{title: The Long Ferry, bot: {name: Pilot, accent: "#102030", about: A pilot}}'
    write_facts(folder, {"show.yaml": f"show: {show}\n"})
    start.library.reload()
    async with start():
        reply = await mina.slash("help")
    assert "### Pilot\nA pilot: 4 facts and 4 quotes" in reply.text
    assert "> Ask anything about The Long Ferry" in reply.text
    assert f"Pilot {__version__}" in reply.text
    assert reply.components[0]["accent_color"] == 0x102030


async def test_messages_are_layouts_and_nothing_else(bot: Hyosan, mina: Member) -> None:
    for reply in (await mina.slash("trivia"), await mina.slash("quote"), await mina.slash("help")):
        assert reply.content == ""
        assert reply.embeds == []
        assert reply.components


async def test_it_comes_back_after_a_lost_connection(
    bot: Hyosan, server: DiscordServer, mina: Member
) -> None:
    await server.disconnect()
    assert (await mina.slash("trivia")).text


async def test_a_wrong_token_is_one_readable_line(
    server: DiscordServer, tmp_path: Path, archive: Archive
) -> None:
    settings = make_settings(tmp_path, discord_token="wrong")
    with pointed_at(server.api_url), pytest.raises(LoginFailed) as failure:
        await serve(settings, archive)
    assert "DISCORD_TOKEN" in str(failure.value)
    assert "\n" not in str(failure.value)
    server.refusals.clear()


async def test_no_token_is_said(tmp_path: Path, archive: Archive) -> None:
    with pytest.raises(LoginFailed, match="no token"):
        await serve(make_settings(tmp_path, discord_token=None), archive)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_it_stops_cleanly(
    server: DiscordServer, home: Guild, tmp_path: Path, archive: Archive, number: int,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    caplog.set_level(logging.INFO)
    with pointed_at(server.api_url):
        serving = asyncio.create_task(serve(make_settings(tmp_path), archive))
        await server.until_online()
        os.kill(os.getpid(), number)
        await serving
    await server.until_offline()
    assert "Told to stop" in caplog.text
    assert [r for r in caplog.records if r.levelno >= logging.ERROR] == []


PROGRAM = """
import random
import sys
from pathlib import Path
from bot.archive import Archive
from bot.client.app import LoginFailed, run
from bot.library import Library
from tests.client.support import Start, make_settings, write_facts
from tests.discord_server.pointing import point_at

point_at(sys.argv[1])
folder = Path(sys.argv[2])
try:
    settings = make_settings(folder, discord_token=sys.argv[3])
    code = run(settings, Archive(Library(settings.facts_dir), random.Random()))
except LoginFailed as failure:
    sys.exit(str(failure))
sys.exit(code)
"""


STARTS_WITHIN = 300.0
"""Seconds: only so that a process that never comes does not hang a test."""

RELOADING_FOR_EVER = PROGRAM.replace(
    "Archive(Library(settings.facts_dir)", "Archive(reloading_for_ever(settings)"
).replace(
    "folder = Path",
    """
import time
from bot.builder import Builder
from bot.knowledge.layers import Layer

class ForEver(type(Path())):
    def __reduce__(self):
        return (time.sleep, (3600,))

def reloading_for_ever(settings):
    library = Library(settings.facts_dir, Builder())
    library.layers = (Layer("for ever", ForEver("for-ever")),)
    return library

folder = Path""",
)


async def start_program(
    server: DiscordServer, tmp_path: Path, token: str, program: str = PROGRAM
) -> asyncio.subprocess.Process:
    """Run the bot in a process of its own."""
    return await asyncio.create_subprocess_exec(
        sys.executable, "-c", program, server.api_url, str(tmp_path), token,
        cwd=REPOSITORY, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
async def test_a_process_of_its_own_stops_with_code_0(
    server: DiscordServer, home: Guild, mina: Member, library: Library, tmp_path: Path
) -> None:
    process = await start_program(server, tmp_path, server.token)
    await server.until_online(STARTS_WITHIN)
    assert await server.pulse.until(lambda: len(server.command_puts) == 2, STARTS_WITHIN)
    assert (await mina.slash("help")).text
    process.send_signal(signal.SIGTERM)
    _, errors = await process.communicate()
    assert process.returncode == 0
    assert errors == b""


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_reload_that_goes_on_is_not_waited_for(
    server: DiscordServer, home: Guild, moderator: Member, library: Library, tmp_path: Path,
    number: int,
) -> None:  # fmt: skip
    process = await start_program(server, tmp_path, server.token, RELOADING_FOR_EVER)
    try:
        await server.until_online(STARTS_WITHIN)
        assert await server.pulse.until(lambda: len(server.command_puts) == 2, STARTS_WITHIN)
        await moderator.slash("facts reload", settle=False)
        (reload,) = server.interactions.values()
        assert await server.pulse.until(lambda: reload.callback, STARTS_WITHIN)
        process.send_signal(number)
        _, errors = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    assert process.returncode == 0
    assert errors == b""


async def test_a_process_with_a_wrong_token_shows_no_traceback(
    server: DiscordServer, library: Library, tmp_path: Path
) -> None:
    process = await start_program(server, tmp_path, "wrong")
    _, errors = await process.communicate()
    assert errors.decode().startswith("Discord does not take this token.")
    assert len(errors.decode().splitlines()) == 1
    server.refusals.clear()
