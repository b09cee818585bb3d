"""Getting to Discord and staying there: what passes is waited out, what stays is said."""

from __future__ import annotations

import asyncio
import logging
import time

import aiohttp
import discord

from bot.client.backoff import Backoff
from bot.client.naming import told

__all__ = ["LoginFailed", "Unreachable", "stay_connected"]

log = logging.getLogger(__name__)

BAD_TOKEN = (
    "Discord does not take this token. Copy a new one from "
    "https://discord.com/developers/applications (your application, Bot, Reset Token) "
    "into DISCORD_TOKEN."
)
_CLOSED_FOR_GOOD = {
    4004: BAD_TOKEN,
    4010: "Discord does not take the bot's shard (4010). Update the bot.",
    4011: "The bot is in more servers than one connection may serve (4011). Remove it from some.",
    4012: "Discord no longer speaks this version of its protocol (4012). Update the bot.",
    4013: "Discord does not know the intents that the bot asks for (4013). Update the bot.",
    4014: "Discord does not grant the intents that the bot asks for (4014). Update the bot; "
    "as it is shipped it needs no privileged ones.",
}
"""Close codes after which the same attempt would fail again, and what to do."""

LOGIN_SECONDS = 1.0, 60.0
"""Waits between attempts to log in: the first, and the longest."""
CONNECT_SECONDS = 5.0, 300.0
"""The same for the gateway; Discord resets the token of whoever begins 1,000 sessions a day."""
PACE_SECONDS = 0.25, 60.0
"""Waits before a connection that follows soon on another, which discord.py would open at once."""
STEADY_SECONDS = 60.0
"""How long a connection has to last to have been a good one."""
REMINDER_SECONDS = 60.0
"""How often the log says that Discord is out of reach."""

_TEMPORARY = (aiohttp.ClientError, OSError, asyncio.TimeoutError)


class LoginFailed(Exception):
    """The bot may not log in; the message says what to do, in one line."""


class Unreachable(Exception):
    """The network will not let the bot through until somebody mends it; one line says how."""


async def stay_connected(client: discord.Client, token: str) -> None:
    """Log in and answer until the client is closed, through whatever happens on the way.

    Raises LoginFailed for a token or an application that Discord refuses, and Unreachable for a
    network that needs somebody's hand.
    """
    logging.getLogger("discord.client").addFilter(_without_traceback)
    _pace(client)
    await _log_in(client, token)
    await _connect(client)


async def _log_in(client: discord.Client, token: str) -> None:
    backoff = Backoff(*LOGIN_SECONDS)
    reminded = float("-inf")
    while True:
        try:
            return await client.login(token)
        except discord.LoginFailure:
            raise LoginFailed(BAD_TOKEN) from None
        except (discord.HTTPException, *_TEMPORARY) as error:
            _check_temporary(error)
            seconds = backoff.next()
            if time.monotonic() - reminded >= REMINDER_SECONDS:
                reminded = time.monotonic()
                log.warning("Discord cannot be reached (%s); still trying", told(error))
        # A second login would leave the first one's HTTP session behind.
        await client.http.close()
        client.http.connector = discord.utils.MISSING
        await asyncio.sleep(seconds)


def _check_temporary(error: Exception) -> None:
    """Raise Unreachable for what no waiting mends."""
    match error:
        case aiohttp.ClientConnectorCertificateError():
            hint = "Something between here and Discord shows a certificate that is not trusted"
        case aiohttp.ClientHttpProxyError() if _is_refusal(error.status):
            hint = "The proxy refuses to connect to Discord"
        case discord.HTTPException() if _is_refusal(error.status):
            hint = "What answers in Discord's place, or Discord itself, refuses this machine"
        case _:
            return
    raise Unreachable(f"{hint}: {told(error)}. Mend the network, then start me again.") from error


def _is_refusal(status: int) -> bool:
    return 400 <= status < 500 and status not in {408, 425, 429}  # too slow, too early, too often


async def _connect(client: discord.Client) -> None:
    backoff = Backoff(*CONNECT_SECONDS)
    while not client.is_closed():
        began = time.monotonic()
        try:
            await client.connect()
        except discord.PrivilegedIntentsRequired:
            raise LoginFailed(_CLOSED_FOR_GOOD[4014]) from None
        except discord.ConnectionClosed as error:
            raise LoginFailed(_CLOSED_FOR_GOOD.get(error.code, told(error))) from None
        except Exception as error:  # whatever it is, a bot that is offline serves nobody
            if time.monotonic() - began > CONNECT_SECONDS[1]:
                backoff.reset()
            seconds = backoff.next()
            log.error(
                "The connection to Discord failed (%s); trying again in %.0f seconds",
                told(error), seconds,
            )  # fmt: skip
            if client.ws:
                await client.ws.close(code=4000)
            await asyncio.sleep(seconds)


def _pace(client: discord.Client) -> None:
    """Let connections that break off at once be opened ever more slowly, not in a tight loop."""
    backoff = Backoff(*PACE_SECONDS)
    opened = float("-inf")
    open_now = client.http.ws_connect

    async def open_in_time(url: str, *, compress: int = 0) -> aiohttp.ClientWebSocketResponse:
        nonlocal opened
        if time.monotonic() - opened > STEADY_SECONDS:
            backoff.reset()
        else:
            seconds = backoff.next()
            log.warning("The connection did not last; the next one in %.2f seconds", seconds)
            await asyncio.sleep(seconds)
        opened = time.monotonic()
        return await open_now(url, compress=compress)

    client.http.ws_connect = open_in_time


def _without_traceback(record: logging.LogRecord) -> bool:
    """The library shows a traceback for each attempt of an outage; a line will do."""
    error = record.exc_info[1] if record.exc_info else None
    if record.levelno == logging.ERROR and error and "reconnect" in str(record.msg):
        record.levelno, record.levelname = logging.WARNING, "WARNING"
        record.msg = f"The connection was lost ({told(error)}). {record.msg}"
        record.exc_info = None
    return True
