"""The loopback Discord, tried out with a throw-away discord.py client."""

import asyncio
import io
import json
import os
import sys
import zlib
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import aiohttp
import discord
import pytest
from discord import app_commands, ui

from tests.discord_server import (
    BotOffline,
    Channel,
    DiscordServer,
    Guild,
    Intent,
    InvalidInput,
    LeftThinking,
    Member,
    NoResponse,
    NotClickable,
    NotFoundOnMessage,
    NotPermitted,
    NotRegistered,
    Permission,
    Upload,
    running,
)

REPOSITORY = Path(__file__).parent.parent
Json = dict[str, Any]


# The throw-away client.


class Counter(
    ui.DynamicItem[ui.Button[Any]],
    template=r"count:(?P<number>\d+)",
):
    """A button that knows its number, and outlives the process."""

    def __init__(self, number: int) -> None:
        super().__init__(ui.Button(label=f"Count {number}", custom_id=f"count:{number}"))
        self.number = number

    @classmethod
    async def from_custom_id(cls, interaction: Any, item: Any, match: Any, /) -> "Counter":
        return cls(int(match["number"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        await interaction.response.edit_message(view=card("Counted", self.number + 1))


def card(text: str, number: int = 0) -> ui.LayoutView:
    """Text and buttons in a container."""
    view = ui.LayoutView(timeout=None)
    counter: Any = Counter(number)
    row: ui.ActionRow[Any] = ui.ActionRow(
        counter,
        ui.Button(label="Wiki", url="https://example.org/wiki"),
        ui.Button(label="Off", custom_id="off", disabled=True),
    )
    view.add_item(ui.Container(ui.TextDisplay(f"# {text}"), ui.TextDisplay("Two"), row))
    return view


class NameModal(ui.Modal, title="Your name"):
    """Three kinds of fields."""

    name: ui.Label[Any] = ui.Label(
        text="Name", component=ui.TextInput(custom_id="name", max_length=20)
    )
    colour: ui.Label[Any] = ui.Label(
        text="Colour",
        component=ui.Select(
            custom_id="colour",
            required=False,
            options=[discord.SelectOption(label="Red", value="r")],
        ),
    )
    file: ui.Label[Any] = ui.Label(
        text="File", component=ui.FileUpload(custom_id="file", required=False)
    )

    async def on_submit(self, interaction: discord.Interaction[Any], /) -> None:
        name, colour, file = (item.component for item in (self.name, self.colour, self.file))
        assert isinstance(name, ui.TextInput)
        assert isinstance(colour, ui.Select)
        assert isinstance(file, ui.FileUpload)
        sizes = [len(await attachment.read()) for attachment in file.values]
        await interaction.response.send_message(f"{name.value} {colour.values} {sizes}")


class Menu(ui.View):
    """Old-fashioned components, alive only in this process."""

    @ui.button(label="Ask", custom_id="ask")
    async def ask(self, interaction: discord.Interaction[Any], _: Any) -> None:
        await interaction.response.send_modal(NameModal())

    @ui.button(label="Slow", custom_id="slow")
    async def slow(self, interaction: discord.Interaction[Any], _: Any) -> None:
        await interaction.response.defer()
        await interaction.edit_original_response(content="slowly")

    @ui.button(label="More", custom_id="more")
    async def more(self, interaction: discord.Interaction[Any], _: Any) -> None:
        await interaction.response.defer()
        await interaction.followup.send("more", ephemeral=True)

    @ui.select(cls=ui.UserSelect, placeholder="Person")
    async def person(self, interaction: discord.Interaction[Any], select: Any) -> None:
        await interaction.response.send_message(f"{select.values[0].display_name}")

    @ui.select(
        placeholder="Pick",
        options=[
            discord.SelectOption(label="One", value="1"),
            discord.SelectOption(label="Two", value="2"),
        ],
    )
    async def pick(self, interaction: discord.Interaction[Any], select: ui.Select[Any]) -> None:
        await interaction.response.send_message(f"picked {select.values[0]}", ephemeral=True)


class Bot(discord.Client):
    """A client with one command for everything that is tried here."""

    def __init__(self) -> None:
        flags = discord.Intents.none()
        flags.guilds = flags.guild_messages = flags.dm_messages = True
        super().__init__(intents=flags)
        self.tree = app_commands.CommandTree(self)
        add_commands(self.tree)
        self.resumed = asyncio.Event()
        self.errors: list[Exception] = []
        self.tree.error(self.note)

    async def setup_hook(self) -> None:
        self.add_dynamic_items(Counter)
        await self.tree.sync()

    async def on_resumed(self) -> None:
        self.resumed.set()

    async def note(self, interaction: discord.Interaction[Any], error: Exception) -> None:
        self.errors.append(error)

    async def on_message(self, message: discord.Message) -> None:
        if self.user in message.mentions:
            await message.reply(f"you said {message.content.split('>', 1)[1].strip()}")


def add_commands(tree: app_commands.CommandTree[Any]) -> None:
    """The commands."""

    @tree.command()
    async def hello(interaction: discord.Interaction[Any], name: str = "you") -> None:
        """Says hello"""
        await interaction.response.send_message(f"hello {name} {interaction.locale}")

    @tree.command(name="card")
    async def show_card(interaction: discord.Interaction[Any]) -> None:
        """Shows a card"""
        await interaction.response.send_message(view=card("Card"))

    @tree.command()
    async def menu(interaction: discord.Interaction[Any]) -> None:
        """Shows a menu"""
        await interaction.response.send_message("menu", view=Menu(timeout=None))

    @tree.command()
    async def think(interaction: discord.Interaction[Any], how: str) -> None:
        """Thinks"""
        await interaction.response.defer(thinking=True, ephemeral=how == "ephemeral")
        if how == "forever":
            return
        if how == "followup":
            first = await interaction.followup.send("first", ephemeral=True, wait=True)
            await interaction.followup.send("second")
            await first.edit(content="first, edited")
            return
        if how == "delete":
            await interaction.delete_original_response()
            await interaction.followup.send("instead", ephemeral=True)
            return
        await interaction.edit_original_response(view=card(how))

    @tree.command()
    async def file(interaction: discord.Interaction[Any], copy: discord.Attachment) -> None:
        """Sends a file back"""
        data = await copy.read()
        sent = discord.File(io.BytesIO(data[::-1]), filename=copy.filename, description="d")
        view = ui.LayoutView()
        view.add_item(ui.File(sent))
        await interaction.response.send_message(view=view, file=sent)

    @tree.command()
    async def search(interaction: discord.Interaction[Any], question: str, n: int = 1) -> None:
        """Searches"""
        await interaction.response.send_message(question)

    @search.autocomplete("question")
    async def complete(interaction: discord.Interaction[Any], typed: str) -> list[Any]:
        return [app_commands.Choice(name=f"{typed} {n}", value=str(n)) for n in range(3)]

    @tree.command()
    async def who(
        interaction: discord.Interaction[Any],
        member: discord.Member,
        role: discord.Role,
        where: discord.TextChannel,
    ) -> None:
        """Names people and places"""
        assert interaction.permissions.manage_guild
        await interaction.response.send_message(f"{member} {role} {where}")

    @tree.command()
    async def ping(interaction: discord.Interaction[Any], text: str, safe: bool = False) -> None:
        """Pings"""
        view = ui.LayoutView()
        view.add_item(ui.TextDisplay(text))
        allowed = discord.AllowedMentions.none() if safe else discord.utils.MISSING
        await interaction.response.send_message(view=view, allowed_mentions=allowed)

    facts = app_commands.Group(
        name="facts",
        description="For moderators",
        default_permissions=discord.Permissions(manage_guild=True),
        guild_only=True,
    )

    @facts.command()
    async def reload(interaction: discord.Interaction[Any]) -> None:
        """Reloads"""
        await interaction.response.send_message(
            f"reloaded {interaction.is_user_integration()}", ephemeral=True
        )

    tree.add_command(facts)

    @tree.command()
    @app_commands.allowed_installs(guilds=False, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=True)
    async def anywhere(interaction: discord.Interaction[Any]) -> None:
        """Comes along with its user"""
        await interaction.response.send_message(
            f"{interaction.context.private_channel} {interaction.is_user_integration()}"
        )


# Fixtures.


@pytest.fixture
async def discord_server() -> AsyncIterator[DiscordServer]:
    async with DiscordServer(patience=2) as server:
        yield server


@pytest.fixture
def guild(discord_server: DiscordServer) -> Guild:
    return discord_server.add_guild("Hyosan High", id=1_100_000_000_000_000_100)


@pytest.fixture
def mina(guild: Guild) -> Member:
    return guild.add_member("mina", locale="ko")


@pytest.fixture
async def bot(discord_server: DiscordServer, guild: Guild) -> AsyncIterator[Bot]:
    async with running(Bot, discord_server) as client:
        yield client


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


@pytest.fixture
async def raw(discord_server: DiscordServer) -> AsyncIterator[Raw]:
    async with aiohttp.ClientSession() as session:
        yield Raw(discord_server, session)


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


# Logging in.


async def test_login_ready_and_registration(discord_server: DiscordServer, bot: Bot) -> None:
    assert bot.user
    assert bot.application_id == discord_server.application_id
    assert [guild.name for guild in bot.guilds] == ["Hyosan High"]
    assert discord_server.gateway.intents == (
        Intent.GUILDS | Intent.GUILD_MESSAGES | Intent.DIRECT_MESSAGES
    )
    assert discord_server.gateway.heartbeats >= 1
    assert [put.guild_id for put in discord_server.command_puts] == [None]
    assert "hello" in [command["name"] for command in discord_server.command_puts[0].body]
    fetched = await bot.tree.fetch_commands()
    assert len(fetched) == len(discord_server.command_puts[0].body)
    assert discord_server.refusals == []


async def test_invalid_token(discord_server: DiscordServer) -> None:
    discord_server.token = "another"
    with pytest.raises(discord.LoginFailure):
        async with running(WrongToken, discord_server):
            pass
    assert [refusal.status for refusal in discord_server.refusals] == [401]


class WrongToken(Bot):
    """Logs in with the wrong token."""

    async def start(self, token: str, *, reconnect: bool = True) -> None:
        await super().start("wrong", reconnect=reconnect)


class Privileged(discord.Client):
    """Asks for intents that nobody has switched on."""

    def __init__(self) -> None:
        super().__init__(intents=discord.Intents(guilds=True, message_content=True))


async def test_privileged_intents_have_to_be_switched_on(discord_server: DiscordServer) -> None:
    with pytest.raises(discord.PrivilegedIntentsRequired):
        async with running(Privileged, discord_server):
            pass
    discord_server.privileged_intents = Intent.MESSAGE_CONTENT
    async with running(Privileged, discord_server) as client:
        assert client.is_ready()


async def test_guilds_channels_and_roles_that_come_later(
    discord_server: DiscordServer, guild: Guild, bot: Bot
) -> None:
    channel = guild.add_channel("later")
    role = guild.add_role("Later")
    later = discord_server.add_guild("Later High")
    await guild.add_member("mina").slash("hello")
    joined = bot.get_guild(guild.id)
    assert joined
    assert joined.get_channel(channel.id)
    assert joined.get_role(role.id)
    assert bot.get_guild(later.id)
    assert (await bot.fetch_guild(later.id)).name == "Later High"


def unzlib(data: bytes) -> str:
    return zlib.decompressobj().decompress(data).decode()


def unzstd(data: bytes) -> str:
    return pytest.importorskip("zstandard").ZstdDecompressor().decompressobj().decompress(data)


@pytest.mark.parametrize(
    ("compression", "decode"), [("zlib-stream", unzlib), ("zstd-stream", unzstd), ("", str)]
)
async def test_compression(
    discord_server: DiscordServer, compression: str, decode: Callable[[Any], Any]
) -> None:
    if compression == "zstd-stream":
        pytest.importorskip("zstandard")
    query = {"compress": compression} if compression else {}
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(discord_server.gateway_url, params=query) as socket,
    ):
        hello = json.loads(decode((await socket.receive()).data))
    assert hello["op"] == 10


# Commands and replies.


async def test_slash(discord_server: DiscordServer, bot: Bot, mina: Member) -> None:
    reply = await mina.slash("hello", name="Su-hyeok")
    assert reply.text == "hello Su-hyeok ko"
    assert not reply.ephemeral
    assert [message.text for message in mina.home.messages] == [reply.text]
    request = discord_server.requests[-1]
    assert request.path.endswith("/callback")
    assert isinstance(request.json, dict)
    assert request.json["data"]["content"] == reply.text
    assert discord_server.refusals == []


async def test_layout(bot: Bot, mina: Member) -> None:
    reply = await mina.slash("card")
    assert reply.text == "# Card\nTwo"
    assert [button.label for button in reply.buttons] == ["Count 0", "Wiki", "Off"]
    assert reply.links == ["https://example.org/wiki"]
    assert reply.components[0]["type"] == 17


async def test_click_edits_and_snapshots_stay(bot: Bot, mina: Member) -> None:
    reply = await mina.slash("card")
    again = await mina.click(reply.button("Count 0"))
    assert again.text == "# Counted\nTwo"
    assert reply.text == "# Card\nTwo"
    assert again.message is reply.message
    assert len(reply.message.edits) == 1
    assert (await mina.click(again.button("count:1"))).button("Count 2")


async def test_what_cannot_be_clicked(bot: Bot, mina: Member, guild: Guild) -> None:
    reply = await mina.slash("card")
    with pytest.raises(NotClickable, match="disabled"):
        await mina.click(reply.button("Off"))
    with pytest.raises(NotClickable, match="link"):
        await mina.click(reply.button("Wiki"))
    with pytest.raises(NotFoundOnMessage):
        reply.button("Nowhere")
    await mina.click(reply.button("Count 0"))
    with pytest.raises(NotClickable, match="no longer"):
        await mina.click(reply.button("Count 0"))


async def test_ephemeral_is_for_the_invoker(bot: Bot, mina: Member, guild: Guild) -> None:
    reply = await mina.slash("think", how="ephemeral")
    assert reply.ephemeral
    assert mina.home.messages == []
    with pytest.raises(NotClickable, match="does not see"):
        await guild.add_member("other").click(reply.button("Count 0"))
    again = await mina.click(reply.button("Count 0"))
    assert again.ephemeral


async def test_deferred(bot: Bot, mina: Member) -> None:
    reply = await mina.slash("think", how="publicly")
    assert reply.text.startswith("# publicly")
    assert not reply.ephemeral
    assert reply.message.edits[0].content == ""


async def test_first_followup_takes_the_place_of_thinking(bot: Bot, mina: Member) -> None:
    reply = await mina.slash("think", how="followup")
    assert reply.text == "first"
    assert not reply.ephemeral, "whom it is for was settled by the deferral"
    assert (await reply.followup()).text == "second"
    assert (await reply.changed()).text == "first, edited"


async def test_deferral_deleted(bot: Bot, mina: Member) -> None:
    reply = await mina.slash("think", how="delete", settle=False)
    await reply.followup()
    assert mina.home.messages == []
    assert reply.followups[0].text == "instead"


async def test_left_thinking(discord_server: DiscordServer, bot: Bot, mina: Member) -> None:
    discord_server.patience = 0.1
    with pytest.raises(LeftThinking):
        await mina.slash("think", how="forever")
    assert mina.home.messages[0].loading


async def test_not_waiting(bot: Bot, mina: Member) -> None:
    reply = await mina.slash("think", how="publicly", settle=False)
    assert reply.text == ""
    with pytest.raises(NoResponse):
        _ = reply.message
    assert (await reply.final()).text.startswith("# publicly")


async def test_old_fashioned_components(bot: Bot, mina: Member) -> None:
    reply = await mina.slash("menu")
    assert reply.content == "menu"
    assert (await mina.click(reply.button("Slow"))).text == "slowly"
    more = await mina.click(reply.button("More"))
    assert (more.text, more.ephemeral) == ("more", True)
    picked = await mina.choose(reply.select("Pick"), "Two")
    assert (picked.text, picked.ephemeral) == ("picked 2", True)
    assert (await mina.choose(reply.select("Person"), mina)).text == "Mina"
    with pytest.raises(InvalidInput):
        await mina.choose(reply.select("Person"), mina.home)
    with pytest.raises(InvalidInput):
        await mina.choose(reply.select("Pick"), "Three")
    with pytest.raises(InvalidInput):
        await mina.choose(reply.select("Pick"))


async def test_modal(bot: Bot, mina: Member) -> None:
    opened = await mina.click((await mina.slash("menu")).button("Ask"))
    assert opened.modal
    assert opened.modal.title == "Your name"
    assert opened.modal.labels == ["Name", "Colour", "File"]
    with pytest.raises(InvalidInput):
        await mina.submit(opened.modal, Name="x" * 21)
    with pytest.raises(InvalidInput):
        await mina.submit(opened.modal, Nothing="x")
    upload = Upload("notes.txt", b"12345")
    reply = await mina.submit(opened.modal, {"Colour": ["Red"]}, name="Mina", File=upload)
    assert reply.text == "Mina ['r'] [5]"


async def test_autocomplete(discord_server: DiscordServer, bot: Bot, mina: Member) -> None:
    choices = await mina.autocomplete("search", "question", "how ma")
    assert choices == [("how ma 0", "0"), ("how ma 1", "1"), ("how ma 2", "2")]
    assert (await mina.slash("search", question="free text")).text == "free text"
    with pytest.raises(InvalidInput, match="no autocomplete"):
        await mina.autocomplete("search", "n", "1", question="x")
    assert discord_server.refusals == []


async def test_files_both_ways(bot: Bot, mina: Member) -> None:
    reply = await mina.slash("file", copy=Upload("a.txt", b"abc"))
    assert [(file.filename, file.data) for file in reply.files] == [("a.txt", b"cba")]
    assert reply.files[0].url in str(reply.components)
    assert reply.files[0].content_type == "text/plain"


async def test_people_and_places_as_options(bot: Bot, guild: Guild) -> None:
    role = guild.add_role("Moderator", Permission.MANAGE_GUILD)
    mina = guild.add_member("mina", roles=[role])
    reply = await mina.slash("who", member=mina, role=role, where=guild.channels[0])
    assert reply.text == "mina Moderator general"


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("hello", {"nobody": "x"}),
        ("hello", {"name": 3}),
        ("search", {}),
        ("search", {"question": "x", "n": "one"}),
        ("search", {"question": "x", "n": True}),
        ("file", {"copy": "a path"}),
    ],
)
async def test_input_that_the_app_would_not_send(
    bot: Bot, mina: Member, command: str, options: Json
) -> None:
    with pytest.raises(InvalidInput):
        await mina.slash(command, options=options)


# Who may use what, where.


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
    heard = asyncio.create_task(bot.wait_for("message", timeout=2))
    await asyncio.sleep(0)
    mina.say("nothing for bots")
    assert (await heard).content == ""


# Pings.


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


# Time.


async def test_late_acknowledgement_is_refused(
    discord_server: DiscordServer, bot: Bot, mina: Member
) -> None:
    discord_server.patience = 0.3
    with pytest.raises(NoResponse, match="10062"):
        await mina.slash("hello", age=4.0)
    assert discord_server.refusals[-1].code == 10062
    assert isinstance(bot.errors[0], app_commands.CommandInvokeError)


async def test_a_client_sees_the_age_and_keeps_still(
    discord_server: DiscordServer, bot: Bot, mina: Member
) -> None:
    ages: list[float] = []

    async def guard(interaction: discord.Interaction[Any]) -> bool:
        ages.append((discord.utils.utcnow() - interaction.created_at).total_seconds())
        return ages[-1] < 2.8

    bot.tree.interaction_check = guard
    discord_server.clock.advance(3600)
    await mina.slash("hello")
    await mina.slash("hello", age=4.0, settle=False)
    await discord_server.pulse.until(lambda: len(ages) == 2, 0.2)
    assert ages[0] < 1
    assert 4 <= ages[1] < 5
    assert discord_server.refusals == []


async def interact(server: DiscordServer, mina: Member) -> str:
    """An interaction that nobody answers; returns the path below which it can be."""
    await mina.slash("silent", settle=False)
    interaction = list(server.interactions.values())[-1]
    return f"{interaction.id}/{interaction.token}"


@pytest.fixture
async def silent(discord_server: DiscordServer, guild: Guild, bot: Bot, raw: Raw) -> None:
    """A command that the client does not know, for answering by hand."""
    body = [{"name": "silent", "description": "x"}]
    await raw("PUT", f"/applications/{bot.application_id}/guilds/{guild.id}/commands", body)
    return


HELLO = {"type": 4, "data": {"content": "hello"}}


async def test_the_rules_of_acknowledging(
    discord_server: DiscordServer, bot: Bot, mina: Member, raw: Raw, silent: None
) -> None:
    path = await interact(discord_server, mina)
    token = path.split("/")[1]
    webhook = f"/webhooks/{bot.application_id}/{token}"

    assert (await raw("POST", webhook, {"content": "early"}))[1]["code"] == 10015
    for callback in (6, 7, 8, 1):
        status, body = await raw("POST", f"/interactions/{path}/callback", {"type": callback})
        assert (status, body["code"]) == (400, 50035)
    assert (await raw("POST", f"/interactions/{path}/callback", HELLO))[0] == 204
    status, body = await raw("POST", f"/interactions/{path}/callback", HELLO)
    assert (status, body["code"]) == (400, 40060)
    status, body = await raw("POST", f"/interactions/1/{token}/callback", HELLO)
    assert (status, body["code"]) == (404, 10062)

    assert (await raw("GET", f"{webhook}/messages/@original"))[1]["content"] == "hello"
    assert (await raw("DELETE", f"{webhook}/messages/@original"))[0] == 204
    assert (await raw("GET", f"{webhook}/messages/@original"))[1]["code"] == 10008
    discord_server.clock.advance(16 * 60)
    status, body = await raw("POST", webhook, {"content": "late"})
    assert (status, body["code"]) == (401, 50027)
    status, body = await raw("POST", f"/webhooks/{bot.application_id}/none", {"content": "x"})
    assert (status, body["code"]) == (401, 50027)


async def test_clock_runs_out_before_the_acknowledgement(
    discord_server: DiscordServer, bot: Bot, mina: Member, raw: Raw, silent: None
) -> None:
    path = await interact(discord_server, mina)
    discord_server.clock.advance(3.1)
    status, body = await raw("POST", f"/interactions/{path}/callback", HELLO)
    assert (status, body["code"]) == (404, 10062)


# What messages are refused.


def text(content: str = "x") -> Json:
    return {"type": 10, "content": content}


def button(**fields: Any) -> Json:
    return {"type": 2, "style": 1, "label": "x", "custom_id": "x"} | fields


def row(*components: Json) -> Json:
    return {"type": 1, "components": list(components)}


def menu(count: int = 1, **fields: Any) -> Json:
    options = [{"label": f"{n}", "value": f"{n}"} for n in range(count)]
    return {"type": 3, "custom_id": "s", "options": options} | fields


def layout(*components: Json, **fields: Any) -> Json:
    return {"flags": 1 << 15, "components": list(components)} | fields


def container(*components: Json) -> Json:
    return {"type": 17, "components": list(components)}


def picture(url: str) -> Json:
    return {"media": {"url": url}}


BUTTON = "components.0.components.0"
REFUSED_MESSAGES: dict[str, tuple[Json, str]] = {
    "long content": ({"content": "x" * 2001}, "content:BASE_TYPE_MAX_LENGTH"),
    "content beside layout": (
        layout(text(), content="x"),
        "content:MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
    ),
    "embeds beside layout": (
        layout(text(), embeds=[{"title": "x"}]),
        "embeds:MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
    ),
    "layout without flag": (
        {"content": "x", "components": [text()]},
        "components.0.type:UNION_TYPE_CHOICES",
    ),
    "forty-one components": (
        layout(*[container(*[text()] * 19)] * 2, text()),
        "components:COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
    ),
    "long texts in total": (
        layout(container(text("x" * 2001)), text("x" * 2000)),
        "components:COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
    ),
    "empty text": (layout(text(" ")), "components.0.content:BASE_TYPE_REQUIRED"),
    "unknown component": (layout({"type": 99}), "components.0.type:UNION_TYPE_CHOICES"),
    "long label": (layout(row(button(label="x" * 81))), f"{BUTTON}.label:BASE_TYPE_MAX_LENGTH"),
    "no label": (
        layout(row(button(label=None))),
        f"{BUTTON}:BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED",
    ),
    "unknown style": (layout(row(button(style=9))), f"{BUTTON}.style:BASE_TYPE_CHOICES"),
    "long custom id": (
        layout(row(button(custom_id="x" * 101))),
        f"{BUTTON}.custom_id:BASE_TYPE_BAD_LENGTH",
    ),
    "no custom id": (
        layout(row(button(custom_id=None))),
        f"{BUTTON}.custom_id:BASE_TYPE_REQUIRED",
    ),
    "same custom id": (
        layout(row(button()), container(row(button()))),
        "components.1.components.0.components.0.custom_id:COMPONENT_CUSTOM_ID_DUPLICATED",
    ),
    "link without url": (
        layout(row(button(style=5, custom_id=None))),
        f"{BUTTON}.url:BASE_TYPE_REQUIRED",
    ),
    "link with custom id": (
        layout(row(button(style=5, url="https://example.org"))),
        f"{BUTTON}:BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
    ),
    "button with url": (
        layout(row(button(url="https://example.org"))),
        f"{BUTTON}:BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
    ),
    "link to nowhere": (
        layout(row(button(style=5, custom_id=None, url="ftp://x"))),
        f"{BUTTON}.url:URL_TYPE_INVALID_SCHEME",
    ),
    "six buttons": (
        layout(row(*[button(custom_id=str(n)) for n in range(6)])),
        "components.0.components:BASE_TYPE_BAD_LENGTH",
    ),
    "empty row": (layout(row()), "components.0.components:BASE_TYPE_REQUIRED"),
    "button beside select": (
        layout(row(button(), menu())),
        "components.0.components:COMPONENT_LAYOUT_WIDTH_EXCEEDED",
    ),
    "text in row": (layout(row(text())), f"{BUTTON}.type:UNION_TYPE_CHOICES"),
    "button outside of row": (layout(button()), "components.0.type:UNION_TYPE_CHOICES"),
    "twenty-six options": (
        layout(row(menu(26))),
        f"{BUTTON}.options:BASE_TYPE_BAD_LENGTH",
    ),
    "same option twice": (
        layout(row(menu(options=[{"label": "x", "value": "x"}] * 2))),
        f"{BUTTON}.options:SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
    ),
    "too many to select": (
        layout(row(menu(max_values=26))),
        f"{BUTTON}.max_values:NUMBER_TYPE_RANGE",
    ),
    "container in container": (
        layout(container(container(text()))),
        f"{BUTTON}.type:UNION_TYPE_CHOICES",
    ),
    "empty container": (layout(container()), "components.0.components:BASE_TYPE_REQUIRED"),
    "section without accessory": (
        layout({"type": 9, "components": [text()]}),
        "components.0.accessory:BASE_TYPE_REQUIRED",
    ),
    "section of four": (
        layout({"type": 9, "components": [text()] * 4, "accessory": button()}),
        "components.0.components:BASE_TYPE_BAD_LENGTH",
    ),
    "section with text beside": (
        layout({"type": 9, "components": [text()], "accessory": text()}),
        "components.0.accessory.type:UNION_TYPE_CHOICES",
    ),
    "eleven pictures": (
        layout({"type": 12, "items": [picture("https://example.org/x.png")] * 11}),
        "components.0.items:BASE_TYPE_BAD_LENGTH",
    ),
    "picture that was not sent": (
        layout({"type": 12, "items": [picture("attachment://x.png")]}),
        "components.0.items.0.media:UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND",
    ),
    "file that was not sent": (
        layout({"type": 13, "file": {"url": "attachment://x.txt"}}),
        "components.0.file:UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND",
    ),
    "odd gap": (
        layout({"type": 14, "spacing": 3}, text()),
        "components.0.spacing:BASE_TYPE_CHOICES",
    ),
    "six rows": (
        {"content": "x", "components": [row(button(custom_id=str(n))) for n in range(6)]},
        "components:BASE_TYPE_MAX_LENGTH",
    ),
    "eleven embeds": ({"embeds": [{"title": "x"}] * 11}, "embeds:BASE_TYPE_MAX_LENGTH"),
    "long embed": (
        {"embeds": [{"description": "x" * 4097}]},
        "embeds.0.description:BASE_TYPE_MAX_LENGTH",
    ),
    "long embeds": (
        {"embeds": [{"description": "x" * 3001}] * 2},
        "embeds:MAX_EMBED_SIZE_EXCEEDED",
    ),
    "embed field without value": (
        {"embeds": [{"fields": [{"name": "x"}]}]},
        "embeds.0.fields.0.value:BASE_TYPE_REQUIRED",
    ),
    "unknown mentions": (
        {"content": "x", "allowed_mentions": {"parse": ["all"]}},
        "allowed_mentions.parse.0:BASE_TYPE_CHOICES",
    ),
    "contradicting mentions": (
        {"content": "x", "allowed_mentions": {"parse": ["users"], "users": ["1"]}},
        "allowed_mentions:MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
    ),
    "reply to nothing": (
        {"content": "x", "message_reference": {"message_id": "1"}},
        "message_reference:REPLIES_UNKNOWN_MESSAGE",
    ),
}


@pytest.mark.parametrize("name", REFUSED_MESSAGES)
async def test_refused_messages(
    discord_server: DiscordServer, guild: Guild, raw: Raw, name: str
) -> None:
    body, expected = REFUSED_MESSAGES[name]
    status, answer = await raw("POST", f"/channels/{guild.channels[0].id}/messages", body)
    assert (status, answer["code"], answer["message"]) == (400, 50035, "Invalid Form Body")
    assert expected in error_codes(answer["errors"])
    assert discord_server.refusals[0].errors == answer["errors"]
    assert guild.channels[0].messages == []


@pytest.mark.parametrize("body", [{}, {"content": " "}, layout(), {"components": [row(button())]}])
async def test_empty_messages(guild: Guild, raw: Raw, body: Json) -> None:
    status, answer = await raw("POST", f"/channels/{guild.channels[0].id}/messages", body)
    assert (status, answer["code"]) == (400, 50006)


async def test_messages_at_the_limit(guild: Guild, raw: Raw) -> None:
    full = layout(*[container(*[text("x" * 100)] * 19)] * 2)
    status, posted = await raw("POST", f"/channels/{guild.channels[0].id}/messages", full)
    assert status == 200
    numbers = [part["id"] for part in posted["components"]]
    assert numbers == sorted(set(numbers))


async def test_a_layout_stays_a_layout(guild: Guild, raw: Raw) -> None:
    path = f"/channels/{guild.channels[0].id}/messages"
    _, posted = await raw("POST", path, {"content": "x"})
    message = f"{path}/{posted['id']}"
    assert (await raw("PATCH", message, layout(text())))[1]["code"] == 50035
    status, edited = await raw("PATCH", message, layout(text(), content=None))
    assert (status, edited["content"]) == (200, "")
    assert (await raw("PATCH", message, {"content": "x", "flags": 0}))[1]["code"] == 50035
    assert (await raw("PATCH", message, {"components": []}))[1]["code"] == 50006


async def test_deleting_and_ephemeral_messages(
    discord_server: DiscordServer, bot: Bot, mina: Member
) -> None:
    channel = bot.get_partial_messageable(mina.home.id)
    reply = await mina.slash("hello")
    await channel.get_partial_message(reply.message.id).delete()
    await reply.gone()
    secret = await mina.slash("think", how="ephemeral")
    with pytest.raises(discord.NotFound):
        await channel.get_partial_message(secret.message.id).edit(content="x")
    assert discord_server.refusals[-1].code == 10008


# What commands, choices and modals are refused.


def command(**fields: Any) -> Json:
    return {"name": "x", "description": "x"} | fields


def option(**fields: Any) -> Json:
    return {"type": 3, "name": "x", "description": "x"} | fields


def choices(count: int = 1, **fields: Any) -> list[Json]:
    return [{"name": "x", "value": "x"} | fields] * count


REFUSED_COMMANDS: dict[str, tuple[list[Json], str]] = {
    "capitals": ([command(name="X")], "0.name:APPLICATION_COMMAND_INVALID_NAME"),
    "space": ([command(name="x y")], "0.name:APPLICATION_COMMAND_INVALID_NAME"),
    "long name": ([command(name="x" * 33)], "0.name:APPLICATION_COMMAND_INVALID_NAME"),
    "no description": ([command(description="")], "0.description:BASE_TYPE_REQUIRED"),
    "long description": (
        [command(description="x" * 101)],
        "0.description:BASE_TYPE_BAD_LENGTH",
    ),
    "same name": ([command(), command()], "1.name:APPLICATION_COMMANDS_DUPLICATE_NAME"),
    "hundred and one": (
        [command(name=f"x{n}") for n in range(101)],
        "commands:APPLICATION_COMMANDS_MAX",
    ),
    "unknown type": ([command(type=9)], "0.type:BASE_TYPE_CHOICES"),
    "described menu": ([command(type=2)], "0.description:BASE_TYPE_MAX_LENGTH"),
    "unknown context": ([command(contexts=[3])], "0.contexts.0:BASE_TYPE_CHOICES"),
    "no context": ([command(contexts=[])], "0.contexts:BASE_TYPE_REQUIRED"),
    "context twice": ([command(contexts=[0, 0])], "0.contexts:SET_TYPE_ITEM_DUPLICATE"),
    "unknown installation": (
        [command(integration_types=[2])],
        "0.integration_types.0:BASE_TYPE_CHOICES",
    ),
    "twenty-six options": (
        [command(options=[option(name=f"x{n}") for n in range(26)])],
        "0.options:BASE_TYPE_MAX_LENGTH",
    ),
    "same option": (
        [command(options=[option(), option()])],
        "0.options.1.name:APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATE",
    ),
    "required last": (
        [command(options=[option(), option(name="y", required=True)])],
        "0.options.1:APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
    ),
    "bad option name": (
        [command(options=[option(name="X")])],
        "0.options.0.name:APPLICATION_COMMAND_INVALID_NAME",
    ),
    "unknown option type": (
        [command(options=[option(type=99)])],
        "0.options.0.type:BASE_TYPE_CHOICES",
    ),
    "value beside subcommand": (
        [command(options=[option(), option(type=1, name="y")])],
        "0.options:APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
    ),
    "value in group": (
        [command(options=[option(type=2, options=[option()])])],
        "0.options.0.options.0.type:BASE_TYPE_CHOICES",
    ),
    "subcommand in subcommand": (
        [command(options=[option(type=1, options=[option(type=1)])])],
        "0.options.0.options.0.type:BASE_TYPE_CHOICES",
    ),
    "twenty-six choices": (
        [command(options=[option(choices=choices(26))])],
        "0.options.0.choices:BASE_TYPE_MAX_LENGTH",
    ),
    "long choice": (
        [command(options=[option(choices=choices(name="x" * 101))])],
        "0.options.0.choices.0.name:BASE_TYPE_BAD_LENGTH",
    ),
    "text for a number": (
        [command(options=[option(type=4, choices=choices())])],
        "0.options.0.choices.0.value:NUMBER_TYPE_COERCE",
    ),
    "longer than text can be": (
        [command(options=[option(max_length=6001)])],
        "0.options.0.max_length:NUMBER_TYPE_RANGE",
    ),
    "choices and autocomplete": (
        [command(options=[option(choices=choices(), autocomplete=True)])],
        "0.options.0.autocomplete:APPLICATION_COMMAND_AUTOCOMPLETE_INVALID",
    ),
    "too large": (
        [
            command(
                options=[
                    option(name=f"x{n}", choices=choices(4, name="x" * 50, value="x" * 50))
                    for n in range(20)
                ]
            )
        ],
        "0:APPLICATION_COMMAND_TOO_LARGE",
    ),
}


@pytest.mark.parametrize("name", REFUSED_COMMANDS)
async def test_refused_commands(discord_server: DiscordServer, raw: Raw, name: str) -> None:
    body, expected = REFUSED_COMMANDS[name]
    path = f"/applications/{discord_server.application_id}/commands"
    status, answer = await raw("PUT", path, body)
    assert (status, answer["code"]) == (400, 50035)
    assert expected in error_codes(answer["errors"])
    assert discord_server.command_puts == []


async def test_names_in_other_scripts(discord_server: DiscordServer, raw: Raw) -> None:
    path = f"/applications/{discord_server.application_id}/commands"
    body = [command(name=name) for name in ("효산", "हिन्दी", "ภาษาไทย", "it's_1-2")]
    assert (await raw("PUT", path, body))[0] == 200


def field(**fields: Any) -> Json:
    return {"type": 4, "custom_id": "x", "style": 1} | fields


def label(component: Json, **fields: Any) -> Json:
    return {"type": 18, "label": "x", "component": component} | fields


def modal(*components: Json, **fields: Any) -> Json:
    return {"title": "x", "custom_id": "x", "components": list(components)} | fields


REFUSED_MODALS: list[tuple[Json, str]] = [
    (modal(label(field()), title="x" * 46), "title:BASE_TYPE_BAD_LENGTH"),
    (modal(label(field()), custom_id=""), "custom_id:BASE_TYPE_REQUIRED"),
    (modal(), "components:BASE_TYPE_REQUIRED"),
    (
        modal(*[label(field(custom_id=str(n))) for n in range(6)]),
        "components:BASE_TYPE_BAD_LENGTH",
    ),
    (modal(field()), "components.0.type:UNION_TYPE_CHOICES"),
    (modal(row(button())), "components.0.components.0.type:UNION_TYPE_CHOICES"),
    (modal(label(button())), "components.0.component.type:UNION_TYPE_CHOICES"),
    (modal(label(field(), label="x" * 46)), "components.0.label:BASE_TYPE_BAD_LENGTH"),
    (
        modal(label(field()), label(field())),
        "components.1.component.custom_id:COMPONENT_CUSTOM_ID_DUPLICATED",
    ),
    (
        modal(label(field(placeholder="x" * 101))),
        "components.0.component.placeholder:BASE_TYPE_MAX_LENGTH",
    ),
    (
        modal(label(field(max_length=4001))),
        "components.0.component.max_length:NUMBER_TYPE_RANGE",
    ),
    (
        modal(label({"type": 21, "custom_id": "x", "options": menu()["options"]})),
        "components.0.component.options:BASE_TYPE_BAD_LENGTH",
    ),
    (
        modal(label({"type": 22, "custom_id": "x", "options": menu(11)["options"]})),
        "components.0.component.options:BASE_TYPE_BAD_LENGTH",
    ),
    (
        modal(label({"type": 19, "custom_id": "x", "max_values": 11})),
        "components.0.component.max_values:NUMBER_TYPE_RANGE",
    ),
]


async def test_refused_modals(
    discord_server: DiscordServer, bot: Bot, mina: Member, raw: Raw, silent: None
) -> None:
    path = f"/interactions/{await interact(discord_server, mina)}/callback"
    for data, expected in REFUSED_MODALS:
        status, answer = await raw("POST", path, {"type": 9, "data": data})
        assert (status, answer["code"]) == (400, 50035)
        assert f"data.{expected}" in error_codes(answer["errors"])
    assert (await raw("POST", path, {"type": 9, "data": modal(label(field()))}))[0] == 204


@pytest.mark.parametrize(
    ("offered", "expected"),
    [
        (choices(26), "data.choices:BASE_TYPE_MAX_LENGTH"),
        (choices(name="x" * 101), "data.choices.0.name:BASE_TYPE_BAD_LENGTH"),
        (choices(value="x" * 101), "data.choices.0.value:BASE_TYPE_BAD_LENGTH"),
        (choices(name=""), "data.choices.0.name:BASE_TYPE_REQUIRED"),
    ],
)
async def test_refused_choices(
    discord_server: DiscordServer, guild: Guild, offered: list[Json], expected: str
) -> None:
    class Offering(discord.Client):
        async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
            built = [app_commands.Choice(name=c["name"], value=c["value"]) for c in offered]
            await interaction.response.autocomplete(built)

        async def on_error(self, event_method: str, /, *args: Any, **kwargs: Any) -> None:
            assert isinstance(sys.exc_info()[1], discord.HTTPException)

    discord_server.patience = 0.1
    searching = command(options=[option(name="question", autocomplete=True)])
    async with running(lambda: Offering(intents=discord.Intents.none()), discord_server) as client:
        await client.http.bulk_upsert_global_commands(discord_server.application_id, [searching])
        with pytest.raises(NoResponse):
            await guild.add_member("mina").autocomplete("x", "question", "")
    assert expected in error_codes(discord_server.refusals[-1].errors)


# Channels.


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


# Failures, restarts, lost connections.


async def test_injected_failures(
    discord_server: DiscordServer, bot: Bot, mina: Member, guild: Guild
) -> None:
    discord_server.fail_next("POST", "/callback$", status=429, retry_after=0.01)
    assert (await mina.slash("hello")).text.startswith("hello")
    discord_server.fail_next("POST", "/messages$", status=503)
    channel = bot.get_partial_messageable(guild.channels[0].id)
    with pytest.raises(discord.DiscordServerError):
        await channel.send("x")
    await channel.send("x")
    assert discord_server.refusals == []


async def test_old_button_after_a_restart(
    discord_server: DiscordServer, guild: Guild, mina: Member
) -> None:
    async with running(Bot, discord_server):
        reply = await mina.slash("card")
        old_menu = await mina.slash("menu")
    with pytest.raises(BotOffline):
        await mina.click(reply.button("Count 0"))
    async with running(Bot, discord_server):
        assert (await mina.click(reply.button("Count 0"))).button("Count 1")
        discord_server.patience = 0.1
        with pytest.raises(NoResponse):
            await mina.click(old_menu.button("Ask"))
    assert len(discord_server.command_puts) == 2


async def test_disconnect_and_resume(discord_server: DiscordServer, bot: Bot, mina: Member) -> None:
    await discord_server.disconnect()
    reply = await mina.slash("hello")
    assert reply.text.startswith("hello")
    await asyncio.wait_for(bot.resumed.wait(), 2)
    assert discord_server.gateway.resumes == 1
    assert len(discord_server.gateway.identifies) == 1


async def test_a_lost_session_is_begun_anew(
    discord_server: DiscordServer, bot: Bot, mina: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def at_once(shard_id: int | None, *, initial: bool = False) -> None:
        return None

    monkeypatch.setattr(bot, "before_identify_hook", at_once)
    await discord_server.disconnect(resumable=False)
    await discord_server.until_online()
    assert len(discord_server.gateway.identifies) == 2
    assert (await mina.slash("hello")).text.startswith("hello")


PROGRAM = """
import os, sys, discord
from discord import app_commands

class Program(discord.Client):
    async def setup_hook(self):
        await tree.sync()

client = Program(intents=discord.Intents.none())
tree = app_commands.CommandTree(client)

@tree.command(description="Tells its arguments")
async def arguments(interaction: discord.Interaction):
    await interaction.response.send_message(" ".join(sys.argv[1:]))

if __name__ == "__main__":
    client.run(os.environ["TOKEN"], log_handler=None)
"""


async def test_a_process_of_its_own(
    discord_server: DiscordServer, guild: Guild, mina: Member, tmp_path: Path
) -> None:
    (tmp_path / "program.py").write_text(PROGRAM)
    paths = os.pathsep.join([str(tmp_path), str(REPOSITORY)])
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.discord_server.redirect", discord_server.api_url),
        *("-m", "program", "run", "fast"),
        env=os.environ | {"PYTHONPATH": paths, "TOKEN": discord_server.token},
    )
    try:
        await discord_server.until_online(10)
        assert (await mina.slash("arguments")).text == "run fast"
    finally:
        process.terminate()
        await process.wait()
    await discord_server.until_offline()
