"""Points discord.py at a loopback Discord."""

from collections.abc import Iterator
from contextlib import contextmanager

import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route


def point_at(api_url: str) -> None:
    """Send everything that discord.py does to another REST address, and the gateway beside it."""
    Route.BASE = api_url
    # discord.py never asks REST where the gateway is, unless it is sharded.
    gateway = yarl.URL(api_url).with_path("/gateway")
    DiscordWebSocket.DEFAULT_GATEWAY = gateway.with_scheme("ws")


@contextmanager
def pointed_at(api_url: str) -> Iterator[None]:
    """Point discord.py elsewhere for a while."""
    before = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    point_at(api_url)
    try:
        yield
    finally:
        Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = before
