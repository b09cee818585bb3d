"""Whom the archive takes somebody on Discord for."""

import pytest

from bot.client import replies
from bot.client.app import Hyosan
from bot.client.bot import Interaction
from bot.client.capability import Capability, slash_command
from bot.client.readers import reader_of
from bot.reader import Place, Reader
from bot.replies.model import Action, AnotherFact, Reply, Text
from bot.spoilers.horizon import NOTHING
from tests.client.support import Start
from tests.discord_server import DiscordServer, Guild, Member


@pytest.fixture
def readers() -> list[Reader]:
    """Everybody who asked, in turn."""
    return []


@pytest.fixture
def start(start: Start, readers: list[Reader]) -> Start:
    """Starts a bot that notes who asks."""

    async def whoami(interaction: Interaction, private: bool = False) -> None:
        readers.append(reader_of(interaction, private=private))
        reply = Reply((Text("You."),), actions=(Action("Again", AnotherFact()),))
        await replies.send(interaction, reply, private=private)

    start.extra = (Capability(everywhere=(slash_command("whoami", "Who asks.", whoami),)),)
    return start


async def test_a_channel_is_public_and_has_a_scope_of_its_own(
    bot: Hyosan, readers: list[Reader], home: Guild, mina: Member
) -> None:
    for channel in home.channels:
        await mina.slash("whoami", channel=channel)
    scopes = [channel.id for channel in home.channels]
    assert readers == [
        Reader(scope, False, "en-US", NOTHING, Place(scope, mina.user.id)) for scope in scopes
    ]


async def test_whoever_reads_alone_is_a_scope_themselves(
    bot: Hyosan, readers: list[Reader], home: Guild, mina: Member
) -> None:
    for channel in home.channels:
        await mina.slash("whoami", channel=channel, private=True)
    me = mina.user.id
    assert readers == [
        Reader(me, True, "en-US", NOTHING, Place(channel.id, me), can_share=True)
        for channel in home.channels
    ]


async def test_direct_messages_are_private(
    bot: Hyosan, readers: list[Reader], server: DiscordServer, mina: Member
) -> None:
    await mina.slash("whoami", in_dm=True)
    friends = server.add_user("juno", installed=True, locale="ko")
    await friends.slash("whoami", channel=server.add_group(friends, server.add_user("dara")))
    alone, together = readers
    assert (alone.is_private, alone.scope) == (True, server.dm_with(mina.user).id)
    assert (together.is_private, together.locale) == (False, "ko")
    assert not alone.can_share
    assert not together.can_share


async def test_in_direct_messages_there_is_nobody_to_share_with(
    bot: Hyosan, readers: list[Reader], mina: Member
) -> None:
    await mina.slash("whoami", private=True, in_dm=True)
    assert (readers[0].is_private, readers[0].can_share) == (True, False)
