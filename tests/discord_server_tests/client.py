"""A throw-away client with one command for everything that is tried here."""

import asyncio
import io
from typing import Any

import discord
from discord import app_commands, ui


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
        add_ways_to_answer(self.tree)
        add_options(self.tree)
        add_places(self.tree)
        self.resumed = asyncio.Event()
        self.errors: list[Exception] = []
        self.failed = asyncio.Event()
        self.tree.error(self.note)

    async def setup_hook(self) -> None:
        self.add_dynamic_items(Counter)
        await self.tree.sync()

    async def on_resumed(self) -> None:
        self.resumed.set()

    async def note(self, interaction: discord.Interaction[Any], error: Exception) -> None:
        self.errors.append(error)
        self.failed.set()

    async def on_message(self, message: discord.Message) -> None:
        if self.user in message.mentions:
            await message.reply(f"you said {message.content.split('>', 1)[1].strip()}")


def add_ways_to_answer(tree: app_commands.CommandTree[Any]) -> None:
    """Commands that differ in what comes back."""

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


def add_options(tree: app_commands.CommandTree[Any]) -> None:
    """Commands that differ in what they are given."""

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


def add_places(tree: app_commands.CommandTree[Any]) -> None:
    """Commands that differ in where they can be used, and by whom."""
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
