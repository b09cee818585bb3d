"""Whom a message pings."""

import pytest

from tests.discord_server import DiscordServer, Guild, Member
from tests.discord_server_tests.client import Bot
from tests.discord_server_tests.raw import Raw


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("@everyone and @here", ["everyone", "here"]),
        ("<@12> <@!12> <@&13>", ["user", "role"]),
        ("nobody@example.org <#14>", []),
    ],
)
async def test_pings(
    discord_server: DiscordServer, bot: Bot, mina: Member, text: str, kinds: list[str]
) -> None:
    await mina.slash("ping", text=text, safe=True)
    assert discord_server.pings == []
    await mina.slash("ping", text=text)
    assert [ping.kind for ping in discord_server.pings] == kinds


async def test_allowed_mentions_that_list_ids(
    discord_server: DiscordServer, guild: Guild, raw: Raw
) -> None:
    path = f"/channels/{guild.channels[0].id}/messages"
    allowed = {"parse": ["roles"], "users": ["1"]}
    await raw("POST", path, {"content": "<@1> <@2> <@&3> @here", "allowed_mentions": allowed})
    assert [(ping.kind, ping.target) for ping in discord_server.pings] == [
        ("user", 1),
        ("role", 3),
    ]
