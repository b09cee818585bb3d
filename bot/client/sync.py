"""Telling Discord which commands there are, wherever it has others: behind the bot's back.

Discord is asked what it has, since only it knows: commands go with an invitation, and another
program with the same token may write its own over them. Kept is only in which guilds there are
commands of ours, so that a former home is found again.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import discord
from discord import app_commands

from bot.client.backoff import Backoff
from bot.client.naming import told

__all__ = ["Registrar"]

log = logging.getLogger(__name__)

Scope = int | None
"""A guild, or None for everywhere."""

RETRY_SECONDS = 30.0, 3600.0
"""Waits between attempts to register: the first, and the longest."""

_COMMAND_KEYS = frozenset(
    "type name description options nsfw default_member_permissions contexts integration_types "
    "choices required autocomplete channel_types min_value max_value min_length max_length".split()
)
"""What decides how a command looks and for whom; the rest is Discord's own."""
_GLOBAL_KEYS = frozenset({"contexts", "integration_types"})
"""What Discord keeps of global commands only."""


class Registrar:
    """Brings Discord's commands into line with the tree's, and sees to it until it is closed."""

    def __init__(
        self, tree: app_commands.CommandTree[Any], file: Path, home_id: int | None
    ) -> None:
        """Register the global commands and those of the home guild; `file` is what it keeps."""
        self._tree = tree
        self._file = file
        self._home_id = home_id
        self._guilds: set[int] = set()
        self._ids: dict[Scope, dict[str, int]] = {}
        self._due: set[Scope] = set()
        self._invited: set[Scope] = set()
        self._wake = asyncio.Event()
        self._rest = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin; the client has to be logged in."""
        self._task = asyncio.create_task(self._work())

    def invite(self, guild_id: int) -> None:
        """Register anew in a guild that the bot was just invited to, if that is a home of it."""
        if guild_id == self._home_id or guild_id in self._guilds:
            self._invited.add(guild_id)
            self._rest.clear()
            self._wake.set()

    def id_of(self, name: str, scope: Scope) -> int | None:
        """What Discord calls a slash command of this name; None as long as that is not known."""
        return self._ids.get(scope, {}).get(name)

    async def settle(self) -> None:
        """Wait until all has been tried that is to be tried now."""
        await self._rest.wait()

    async def close(self) -> None:
        """Leave it as it is."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def _work(self) -> None:
        self._guilds = await asyncio.to_thread(_read, self._file, self._application_id)
        self._due = {None, self._home_id, *self._guilds}
        backoff = Backoff(*RETRY_SECONDS)
        while True:
            self._wake.clear()
            self._due |= self._invited
            # Everywhere first: that is what most people use.
            for scope in sorted(self._due, key=lambda scope: scope or 0):
                if await self._is_done_with(scope):
                    self._due.discard(scope)
            if not self._due:
                backoff.reset()
            if not self._wake.is_set():
                self._rest.set()
            with suppress(TimeoutError):
                async with asyncio.timeout(backoff.next() if self._due else None):
                    await self._wake.wait()

    @property
    def _application_id(self) -> int:
        return self._tree.client.application_id or 0

    async def _is_done_with(self, scope: Scope) -> bool:
        """Register where Discord has something else; False if that is worth another attempt."""
        place = "everywhere" if scope is None else f"in server {scope}"
        try:
            await self._register(scope, place)
        except (discord.Forbidden, discord.NotFound):
            self._tell_stranger(scope, place)
        except app_commands.CommandSyncFailure as error:
            log.error("Discord does not take the commands %s: %s", place, told(error))
        except Exception as error:  # nobody is behind this to catch it
            log.error(
                "Could not register commands %s, which stay as they were until another attempt "
                "succeeds: %s", place, told(error),
            )  # fmt: skip
            return False
        return True

    async def _register(self, scope: Scope, place: str) -> None:
        guild = None if scope is None else discord.Object(scope)
        wanted = [command.to_dict(self._tree) for command in self._tree.get_commands(guild=guild)]
        if wanted and scope is not None:
            await self._keep(self._guilds | {scope})
        # What Discord tells of a guild that has just come back may be older than that.
        is_new = scope in self._invited
        self._invited.discard(scope)
        registered = await self._registered(scope)
        self._ids[scope] = {one["name"]: int(one["id"]) for one in registered if _is_slash(one)}
        if is_new or not _alike(registered, wanted, scope):
            commands = await self._tree.sync(guild=guild)
            self._ids[scope] = {
                one.name: one.id for one in commands
                if one.type is discord.AppCommandType.chat_input
            }  # fmt: skip
            names = ", ".join(command.name for command in commands)
            log.info("Registered commands %s: %s", place, names or "none any more")
        if not wanted and scope is not None:
            await self._keep(self._guilds - {scope})

    async def _registered(self, scope: Scope) -> Sequence[Mapping[str, Any]]:
        http = self._tree.client.http
        if scope is None:
            return await http.get_global_commands(self._application_id)
        return await http.get_guild_commands(self._application_id, scope)

    def _tell_stranger(self, scope: Scope, place: str) -> None:
        if scope == self._home_id:
            log.error(
                "HOME_GUILD_ID names the server %s, which the bot is not in, or without the scope "
                "applications.commands: so there is no /facts. Invite it there, or correct "
                "HOME_GUILD_ID in .env", scope,
            )  # fmt: skip
        else:
            log.info("Discord does not let the bot look after its commands %s", place)

    async def _keep(self, guilds: set[int]) -> None:
        if guilds != self._guilds:
            self._guilds = guilds
            content = {"application": self._application_id, "guilds": sorted(guilds)}
            await asyncio.to_thread(_write, self._file, content)


def _is_slash(command: Mapping[str, Any]) -> bool:
    return command.get("type", 1) == discord.AppCommandType.chat_input.value


def _alike(
    registered: Iterable[Mapping[str, Any]], wanted: Iterable[Mapping[str, Any]], scope: Scope
) -> bool:
    """Whether Discord has what is wanted, however it writes it and in whatever order."""
    ignored = _GLOBAL_KEYS if scope is not None else frozenset[str]()

    def essence(commands: Iterable[Mapping[str, Any]]) -> dict[Any, Any]:
        return {
            (command.get("type", 1), command["name"]): _essence(command, ignored)
            for command in commands
        }

    return essence(registered) == essence(wanted)


def _essence(part: Mapping[str, Any], ignored: frozenset[str]) -> dict[str, Any]:
    """A command or an option without what says nothing, and each value in one form."""
    found: dict[str, Any] = {}
    for key in (_COMMAND_KEYS & part.keys()) - ignored:
        value = part[key]
        if key == "options":
            value = [_essence(option, ignored) for option in value or ()]
        elif key == "default_member_permissions" and value is not None:
            value = str(value)
        elif key in _GLOBAL_KEYS:
            value = sorted(value or ())
        if value or (value == 0 and value is not False):
            found[key] = value
    return found


def _read(file: Path, application_id: int) -> set[int]:
    """The guilds with commands of this application; empty when that is not known."""
    try:
        content: Any = json.loads(file.read_text(encoding="utf-8"))
        if content["application"] != application_id:
            return set()
        return {int(guild_id) for guild_id in content["guilds"]}
    except FileNotFoundError:
        return set()
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        log.warning("%s cannot be read, so commands may stay in a former home server", file)
        return set()


def _write(file: Path, content: Mapping[str, Any]) -> None:
    """Replace the file in one step, so that a power cut leaves either the old or the new one."""
    temporary = file.with_suffix(".tmp")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("w", encoding="utf-8") as stream:
            json.dump(content, stream, indent=2)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(file)
    except OSError as error:
        log.warning(
            "%s cannot be written (%s), so commands may stay in this home server when another "
            "one takes its place; check DATA_DIR", file, error.strerror,
        )  # fmt: skip
