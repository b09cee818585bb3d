"""A network that lets nobody out but through an HTTP proxy."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator

import pytest
from pydantic import SecretStr

from tests.client.support import Start
from tests.discord_server import DiscordServer, Guild, Member


class Proxy:
    """An HTTP proxy that passes everything on to one server, and keeps what it was sent."""

    def __init__(self, server: DiscordServer) -> None:
        self._sent = bytearray()
        self._host, self._port = server.api_url.split("/")[2].split(":")

    @property
    def requests(self) -> list[tuple[str, bool]]:
        """The address of each request, and whether the proxy's password came with it."""
        heads = re.findall(rb"[A-Z]+ (\S+) HTTP/1\.1\r\n((?:.+\r\n)*)", self._sent)
        word = b"Proxy-Authorization: Basic bWU6d29yZA=="
        return [(address.decode(), word in head) for address, head in heads]

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Pass one connection on."""
        there, back = await asyncio.open_connection(self._host, int(self._port))
        await asyncio.gather(_pass_on(reader, back, self._sent), _pass_on(there, writer))


async def _pass_on(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, kept: bytearray | None = None
) -> None:
    while part := await reader.read(65536):
        if kept is not None:
            kept += part
        writer.write(part)
    writer.close()


@pytest.fixture
async def proxy(server: DiscordServer) -> AsyncIterator[tuple[Proxy, str]]:
    proxy = Proxy(server)
    listening = await asyncio.start_server(proxy.serve, "127.0.0.1", 0)
    host, port = listening.sockets[0].getsockname()
    yield proxy, f"{host}:{port}"
    listening.close()


async def test_rest_and_gateway_go_through_the_proxy(
    start: Start, home: Guild, mina: Member, proxy: tuple[Proxy, str]
) -> None:
    through, address = proxy
    async with start(https_proxy=SecretStr(f"http://me:word@{address}")):
        assert (await mina.slash("help")).text
    addresses = [address for address, _ in through.requests]
    assert all("://127.0.0.1:" in address for address in addresses)
    for path in ("/users/@me", "/callback", "/gateway"):
        assert any(path in address for address in addresses)
    assert all(has_password for _, has_password in through.requests)


async def test_no_proxy_for_discord_means_none(
    start: Start, home: Guild, mina: Member, proxy: tuple[Proxy, str]
) -> None:
    through, address = proxy
    async with start(https_proxy=SecretStr(f"http://{address}"), no_proxy="discord.com"):
        assert (await mina.slash("help")).text
    assert through.requests == []
