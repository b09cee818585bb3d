"""Requests and answers as no library would make them."""

from typing import Any

import aiohttp

from tests.discord_server import DiscordServer, Member


class Raw:
    """Requests as no library would make them."""

    def __init__(self, server: DiscordServer, session: aiohttp.ClientSession) -> None:
        self._server = server
        self._session = session

    async def __call__(self, method: str, path: str, body: Any = None) -> tuple[int, Any]:
        headers = {"Authorization": f"Bot {self._server.token}"}
        async with self._session.request(
            method, self._server.api_url + path, json=body, headers=headers
        ) as response:
            return response.status, await response.json() if response.status != 204 else None


def error_codes(errors: Any) -> list[str]:
    """Every error code in Discord's nested errors, with its path."""
    if not isinstance(errors, dict):
        return []
    own = [f":{error['code']}" for error in errors.get("_errors", [])]
    deeper = [
        f"{key}{'' if rest.startswith(':') else '.'}{rest}"
        for key, value in errors.items()
        for rest in error_codes(value)
    ]
    return own + deeper


async def interact(server: DiscordServer, mina: Member) -> str:
    """An interaction that nobody answers; returns the path below which it can be."""
    await mina.slash("silent", settle=False)
    interaction = list(server.interactions.values())[-1]
    return f"{interaction.id}/{interaction.token}"
