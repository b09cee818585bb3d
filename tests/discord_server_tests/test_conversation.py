"""People who write, edit and delete, and menus of messages."""

from __future__ import annotations

import asyncio

import discord
import pytest

from tests.discord_server import CannotDo, DiscordServer, Guild, Member, Permission
from tests.discord_server.wire import Flag
from tests.discord_server_tests.client import Bot
from tests.discord_server_tests.raw import Raw


async def heard(bot: Bot, event: str) -> object:
    """The next event of a kind."""
    return await bot.wait_for(event)


async def test_edits_and_deletions_are_told(
    discord_server: DiscordServer, bot: Bot, mina: Member
) -> None:
    edited = asyncio.create_task(heard(bot, "raw_message_edit"))
    deleted = asyncio.create_task(heard(bot, "raw_message_delete"))
    cleared = asyncio.create_task(heard(bot, "raw_bulk_message_delete"))
    await asyncio.sleep(0)
    one, two, three = (mina.say(f"{discord_server.bot.mention} {n}") for n in range(3))
    mina.edit(one, f"{discord_server.bot.mention} otherwise")
    mina.delete(one)
    mina.delete(two, three)
    payload = await edited
    assert isinstance(payload, discord.RawMessageUpdateEvent)
    assert payload.message.content.endswith("otherwise")
    payload = await deleted
    assert isinstance(payload, discord.RawMessageDeleteEvent)
    assert (payload.message_id, payload.channel_id) == (one.id, mina.home.id)
    payload = await cleared
    assert isinstance(payload, discord.RawBulkMessageDeleteEvent)
    assert payload.message_ids == {two.id, three.id}


async def test_nobody_edits_or_deletes_what_another_wrote(guild: Guild, mina: Member) -> None:
    said = guild.add_member("dara").say("mine")
    with pytest.raises(CannotDo):
        mina.edit(said, "yours")
    with pytest.raises(CannotDo):
        mina.delete(said)


async def test_a_reply_that_notifies_nobody_comes_without_content(
    discord_server: DiscordServer, bot: Bot, mina: Member
) -> None:
    answer = await mina.ask("one")
    mine = bot.wait_for("message", check=lambda message: message.author.id == mina.user.id)
    heard_of = asyncio.ensure_future(mine)
    await asyncio.sleep(0)
    mina.say("two", reply_to=answer.message, notifies=False)
    message = await heard_of
    assert isinstance(message, discord.Message)
    assert (message.content, message.mentions) == ("", [])


async def test_threads(guild: Guild, bot: Bot, mina: Member) -> None:
    thread = guild.add_thread(guild.channels[0], "talk")
    assert (await mina.ask("one", channel=thread)).text == "you said one"
    guild.channels[0].forbid_bot(Permission.SEND_MESSAGES_IN_THREADS)
    await mina.ask("two")
    channel = bot.get_channel(guild.channels[0].id)
    assert isinstance(channel, discord.TextChannel)
    assert not channel.permissions_for(channel.guild.me).send_messages_in_threads


async def test_a_channel_that_the_bot_does_not_see_is_silent(
    discord_server: DiscordServer, guild: Guild, bot: Bot, mina: Member
) -> None:
    hidden = guild.add_channel("hidden")
    hidden.forbid_bot(Permission.VIEW_CHANNEL)
    mina.say(f"{discord_server.bot.mention} one", channel=hidden)
    await mina.ask("two")
    assert len(hidden.messages) == 1


async def test_what_is_refused(
    discord_server: DiscordServer, guild: Guild, mina: Member, raw: Raw
) -> None:
    said = mina.say("one")
    body = {"content": "x", "message_reference": {"message_id": str(said.id)}}
    path = f"/channels/{mina.home.id}/messages"
    mina.home.forbid_bot(Permission.READ_MESSAGE_HISTORY)
    assert (await raw("POST", path, body))[1]["code"] == 160002
    mina.user.takes_messages = False
    dm = discord_server.dm_with(mina.user)
    assert (await raw("POST", f"/channels/{dm.id}/messages", {"content": "x"}))[1]["code"] == 50007


async def test_the_menu_of_a_message_brings_its_content(
    discord_server: DiscordServer, guild: Guild, bot: Bot, mina: Member
) -> None:
    @bot.tree.context_menu(name="Read")
    async def read(interaction: discord.Interaction, message: discord.Message) -> None:
        await interaction.response.send_message(message.content, ephemeral=True)

    await bot.tree.sync()
    reply = await mina.use_menu("Read", guild.add_member("dara").say("hello there"))
    assert reply.text == "hello there"
    assert reply.message.draft.flags & Flag.EPHEMERAL


async def test_an_answer_is_told_from_those_to_others(bot: Bot, guild: Guild, mina: Member) -> None:
    dara = guild.add_member("dara")
    mine, theirs = await asyncio.gather(mina.ask("one"), dara.ask("two"))
    assert (mine.text, theirs.text) == ("you said one", "you said two")
