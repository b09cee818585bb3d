"""Who may use what, where, and what the client gets to read."""

import asyncio

import discord
import pytest

from tests.discord_server import (
    DiscordServer,
    Guild,
    Member,
    NoResponse,
    NotPermitted,
    NotRegistered,
    Permission,
)
from tests.discord_server_tests.client import Bot
from tests.discord_server_tests.payloads import command
from tests.discord_server_tests.raw import Raw


async def test_registered_or_not(
    discord_server: DiscordServer, bot: Bot, mina: Member, guild: Guild
) -> None:
    for missing in ("nothing", "facts nothing", "facts"):
        with pytest.raises(NotRegistered):
            await guild.owner.slash(missing)
    with pytest.raises(NotRegistered, match="direct messages"):
        await guild.owner.slash("facts reload", in_dm=True)
    with pytest.raises(NotRegistered, match="integration types"):
        await mina.slash("anywhere")
    stranger = discord_server.add_user("stranger")
    with pytest.raises(NotRegistered, match="none installed"):
        await stranger.slash("hello")


async def test_default_member_permissions(bot: Bot, mina: Member, guild: Guild) -> None:
    with pytest.raises(NotPermitted):
        await mina.slash("facts reload")
    assert (await mina.slash("facts reload", force=True)).ephemeral
    for bits in (Permission.MANAGE_GUILD, Permission.ADMINISTRATOR):
        moderator = guild.add_member("moderator", permissions=bits)
        assert (await moderator.slash("facts reload")).text == "reloaded False"


async def test_no_permissions_by_default_means_administrators(
    bot: Bot, mina: Member, guild: Guild, raw: Raw
) -> None:
    path = f"/applications/{bot.application_id}/guilds/{guild.id}/commands"
    await raw("PUT", path, [command(name="hello", default_member_permissions="0")])
    with pytest.raises(NotPermitted):
        await mina.slash("hello")
    assert (await guild.owner.slash("hello", settle=False)).text == ""


async def test_guild_commands_stay_in_their_guild(
    discord_server: DiscordServer, bot: Bot, mina: Member, guild: Guild, raw: Raw
) -> None:
    path = f"/applications/{bot.application_id}/guilds/{guild.id}/commands"
    body = [{"name": "local", "description": "x"}]
    status, first = await raw("PUT", path, body)
    assert (status, first[0]["guild_id"]) == (200, str(guild.id))
    _, second = await raw("PUT", path, body)
    assert second[0]["id"] == first[0]["id"]
    other = discord_server.add_guild("Other").add_member(mina.user)
    with pytest.raises(NotRegistered, match="only"):
        await other.slash("local")
    discord_server.patience = 0.1
    with pytest.raises(NoResponse):
        await mina.slash("local")


async def test_direct_messages(discord_server: DiscordServer, bot: Bot, mina: Member) -> None:
    reply = await mina.slash("hello", in_dm=True)
    assert reply.message.channel is discord_server.dm_with(mina.user)
    assert mina.home.messages == []


async def test_user_installs_and_private_channels(
    discord_server: DiscordServer, bot: Bot, mina: Member
) -> None:
    friend = discord_server.add_user("friend", installed=True)
    group = discord_server.add_group(friend, mina)
    assert (await friend.slash("anywhere", channel=group)).text == "True True"
    elsewhere = discord_server.add_guild("Elsewhere", installed=False).add_member(friend)
    reply = await elsewhere.slash("anywhere")
    assert reply.text == "False True"
    with pytest.raises(discord.Forbidden):
        await bot.get_partial_messageable(group.id).send("uninvited")
    assert discord_server.refusals.pop().code == 50001


async def test_mentions_and_direct_messages_are_read(
    discord_server: DiscordServer, bot: Bot, mina: Member
) -> None:
    reply = await mina.ask("how many takes")
    assert reply.text == "you said how many takes"
    assert reply.message.reply_to
    assert (await mina.ask("in private", in_dm=True)).text == "you said in private"
    assert [(ping.kind, ping.target) for ping in discord_server.pings] == [
        ("reply", mina.user.id),
        ("reply", mina.user.id),
    ]


async def test_other_messages_come_without_content(
    discord_server: DiscordServer, bot: Bot, mina: Member
) -> None:
    heard = asyncio.create_task(bot.wait_for("message"))
    await asyncio.sleep(0)
    mina.say("nothing for bots")
    assert (await heard).content == ""
