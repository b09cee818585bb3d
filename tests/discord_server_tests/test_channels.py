"""Channels without interactions, and what else is refused."""

import io

import discord
import pytest

from tests.discord_server import Channel, DiscordServer, Guild, Member, Permission
from tests.discord_server_tests.client import Bot
from tests.discord_server_tests.raw import Raw


async def test_channel_routes(
    discord_server: DiscordServer, guild: Guild, bot: Bot, mina: Member
) -> None:
    channel = await bot.fetch_channel(guild.channels[0].id)
    assert isinstance(channel, discord.TextChannel)
    async with channel.typing():
        message = await channel.send("one", file=discord.File(io.BytesIO(b"1"), "1.txt"))
    await message.edit(content="two")
    assert (await channel.fetch_message(message.id)).content == "two"
    assert [found.content async for found in channel.history()] == ["two"]
    theirs = mina.say("mine")
    with pytest.raises(discord.Forbidden):
        await channel.get_partial_message(theirs.id).edit(content="yours")
    with pytest.raises(discord.Forbidden):
        await channel.get_partial_message(theirs.id).delete()
    await message.delete()
    assert guild.channels[0].messages == [theirs]
    user = await bot.fetch_user(mina.user.id)
    await user.send("psst")
    assert [m.text for m in discord_server.dm_with(mina.user).messages] == ["psst"]
    assert [refusal.code for refusal in discord_server.refusals] == [50005, 50013]


@pytest.mark.parametrize(
    ("permissions", "code"), [(0, 50001), (int(Permission.VIEW_CHANNEL), 50013)]
)
async def test_missing_permissions(guild: Guild, raw: Raw, permissions: int, code: int) -> None:
    channel: Channel = guild.channels[0]
    channel.bot_permissions = permissions
    status, answer = await raw("POST", f"/channels/{channel.id}/messages", {"content": "x"})
    assert (status, answer["code"]) == (403, code)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nowhere", 404),
        ("GET", "/channels/1", 404),
        ("GET", "/channels/x", 400),
        ("GET", "/users/1", 404),
        ("GET", "/guilds/1", 404),
        ("PUT", "/applications/1/commands", 403),
    ],
)
async def test_other_refusals(
    discord_server: DiscordServer, raw: Raw, method: str, path: str, status: int
) -> None:
    assert (await raw(method, path, []))[0] == status
    assert discord_server.refusals[0].status == status


async def test_oversized_files(guild: Guild, bot: Bot) -> None:
    file = discord.File(io.BytesIO(bytes(10 * 1024 * 1024 + 1)), "big.bin")
    with pytest.raises(discord.HTTPException) as caught:
        await bot.get_partial_messageable(guild.channels[0].id).send(file=file)
    assert (caught.value.status, caught.value.code) == (413, 40005)


async def test_a_deleted_place_is_gone_with_its_threads(
    discord_server: DiscordServer, bot: Bot, guild: Guild
) -> None:
    channel, category = guild.add_channel("to go"), guild.add_category("Old")
    stays = guild.channels[0]
    thread = guild.add_thread(channel, "a thread")
    stays.move(category)
    category.delete()
    channel.delete()
    assert stays.category is None
    assert channel not in guild.channels
    for gone in (channel, category, thread):
        with pytest.raises(discord.NotFound):
            await bot.fetch_channel(gone.id)
    assert (await bot.fetch_channel(stays.id)).id == stays.id
    discord_server.refusals.clear()
