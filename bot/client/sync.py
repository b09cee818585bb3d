"""Telling Discord which commands there are: only when that has changed since it was last told.

What Discord has been told is kept as one hash for each scope, which is all the world or a guild.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import discord
from discord import app_commands

__all__ = ["sync_commands"]

log = logging.getLogger(__name__)

GLOBAL = "global"
APPLICATION = "application"

Hashes = dict[str, str]


async def sync_commands(
    tree: app_commands.CommandTree[Any], file: Path, guild_id: int | None, *, afresh: bool = False
) -> None:
    """Register the global commands and those of `guild_id` (the home guild) where they changed.

    Commands left behind in a former home guild are removed. `afresh` registers those of the
    guild in any case, for when the bot has been invited to it. A scope that cannot be registered
    is logged, and tried again at the next start.
    """
    application = str(tree.client.application_id)
    known = await asyncio.to_thread(_read, file, application)
    if afresh:
        known.pop(str(guild_id), None)
    wanted = {GLOBAL: _hash(tree, None)}
    if guild_id is not None:
        wanted[str(guild_id)] = _hash(tree, guild_id)
    told = {scope: value for scope, value in wanted.items() if known.get(scope) == value}
    for scope in known | wanted:
        if scope not in told and await _register(tree, scope) and scope in wanted:
            told[scope] = wanted[scope]
    if told != known:
        await asyncio.to_thread(_write, file, {APPLICATION: application, **told})


async def _register(tree: app_commands.CommandTree[Any], scope: str) -> bool:
    guild = None if scope == GLOBAL else discord.Object(int(scope))
    place = "everywhere" if guild is None else f"in guild {scope}"
    try:
        commands = await tree.sync(guild=guild)
    except discord.Forbidden:
        log.error(
            "Could not register commands %s: the bot is not in that server, or was invited without "
            "the scope applications.commands; check HOME_GUILD_ID and invite it there", place,
        )  # fmt: skip
    except discord.HTTPException as error:
        log.error("Could not register commands %s, so they stay as they were: %s", place, error)
    else:
        names = ", ".join(command.name for command in commands)
        log.info("Registered commands %s: %s", place, names or "none any more")
        return True
    return False


def _hash(tree: app_commands.CommandTree[Any], guild_id: int | None) -> str:
    guild = discord.Object(guild_id) if guild_id is not None else None
    payload = [command.to_dict(tree) for command in tree.get_commands(guild=guild)]
    return hashlib.sha256(json.dumps(payload, sort_keys=True).encode()).hexdigest()


def _read(file: Path, application: str) -> Hashes:
    """What this application has told Discord; empty when that is not known."""
    try:
        content: Any = json.loads(file.read_text(encoding="utf-8"))
        if content.pop(APPLICATION) != application:
            return {}
        return {scope: str(value) for scope, value in content.items() if _is_scope(scope)}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, AttributeError, KeyError, TypeError, RecursionError):
        log.warning("%s cannot be read, so all commands are registered anew", file)
        return {}


def _is_scope(text: str) -> bool:
    return text == GLOBAL or re.fullmatch(r"[0-9]{1,20}", text) is not None


def _write(file: Path, content: Mapping[str, str]) -> None:
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
            "%s cannot be written (%s), so the next start registers all commands anew; "
            "check DATA_DIR", file, error.strerror,
        )  # fmt: skip
