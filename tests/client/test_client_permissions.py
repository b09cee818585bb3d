"""The guard before a group of commands, whatever is added to it, and however."""

from dataclasses import dataclass

import pytest
from discord import Object, app_commands

from bot.client import replies
from bot.client.actions import ActionKind, Entered
from bot.client.app import Hyosan
from bot.client.bot import Interaction
from bot.client.capability import Capability, slash_command
from bot.client.custom_ids import Codec
from bot.client.permissions import MODERATORS, GuardedGroup
from bot.replies.model import Action, Does, Reply, Text
from tests.client.support import HOME_ID, ROLE_ID, Start, make_settings
from tests.discord_server import DiscordServer, Guild, Member, Permission
from tests.discord_server.wire import ALL_PERMISSIONS

REFUSED = "Only moderators"


async def offer(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """What is typed, and a secret."""
    return [app_commands.Choice(name=f"{typed} secret", value="x")]


def add_commands(facts: GuardedGroup) -> None:
    """What somebody might add to `/facts`, without a thought for who may use it."""

    @facts.command(name="new", description="A new command.")
    async def new(interaction: Interaction) -> None:
        await replies.send(interaction, Reply((Text("A secret."),)))

    @facts.command(name="find", description="With autocomplete.")
    @app_commands.autocomplete(what=offer)
    async def find(interaction: Interaction, what: str) -> None:
        await replies.send(interaction, Reply((Text("Another secret."),)))

    deeper = app_commands.Group(name="deeper", description="A plain group in it.", parent=facts)

    @deeper.command(name="down", description="Further down.")
    @app_commands.autocomplete(what=offer)
    async def down(interaction: Interaction, what: str) -> None:
        await replies.send(interaction, Reply((Text("A deep secret."),)))


@pytest.fixture
def start(start: Start) -> Start:
    """Starts a bot to whose `/facts` something was added."""

    def prepare(client: Hyosan) -> None:
        facts = client.tree.get_command("facts", guild=Object(HOME_ID))
        assert isinstance(facts, GuardedGroup)
        add_commands(facts)

    start.prepare = prepare
    return start


COMMANDS = {
    "facts new": {},
    "facts find": {"what": "a"},
    "facts deeper down": {"what": "a"},
}


@pytest.mark.parametrize("command", COMMANDS)
async def test_what_is_added_to_a_guarded_group_is_guarded(
    bot: Hyosan, mina: Member, moderator: Member, command: str
) -> None:
    options = COMMANDS[command]
    refused = await mina.slash(command, force=True, options=options)
    assert refused.ephemeral
    assert REFUSED in refused.text
    assert "secret" in (await moderator.slash(command, options=options)).text


@pytest.mark.parametrize("command", ["facts find", "facts deeper down"])
async def test_so_is_its_autocomplete(
    bot: Hyosan, mina: Member, moderator: Member, command: str
) -> None:
    assert await mina.autocomplete(command, "what", "a", force=True) == []
    assert await moderator.autocomplete(command, "what", "a") == [("a secret", "x")]


@dataclass(frozen=True, slots=True)
class Burn(Does):
    """Something that only moderators should do."""


async def burn(interaction: Interaction, does: Burn, entered: Entered) -> None:
    """Do it, and tell a secret."""
    await replies.send(interaction, Reply((Text("A burning secret."),)))


async def tempt(interaction: Interaction) -> None:
    """Show the button to everybody."""
    await replies.send(interaction, Reply((Text("Well?"),), actions=(Action("Burn", Burn()),)))


async def test_so_are_its_buttons(start: Start, mina: Member, moderator: Member) -> None:
    settings = make_settings(start.tmp_path)
    group = GuardedGroup(MODERATORS, settings, name="fire", description="For moderators.")
    kind = ActionKind(Codec(Burn, "burn", write=lambda *_: "", read=lambda _: Burn()), burn)
    start.extra = (
        Capability(everywhere=(slash_command("tempt", "For all.", tempt),)),
        Capability(at_home=(group,), actions=(kind,)),
    )
    group.add_command(slash_command("start", "For moderators.", tempt))
    async with start():
        button = (await mina.slash("tempt")).button("Burn")
        refused = await mina.click(button)
        assert refused.ephemeral
        assert REFUSED in refused.text
        assert "secret" in (await moderator.click(button)).text
        moderator.granted = 0
        assert REFUSED in (await moderator.click(button)).text


async def test_roles_count_that_the_bot_has_never_heard_of(
    start: Start, home: Guild, server: DiscordServer
) -> None:
    """Ids stand in every interaction; what the roles are is in a cache that may be empty."""
    async with start(moderator_role_ids=frozenset({ROLE_ID})) as client:
        role = home.add_role("Archivists", id=ROLE_ID)
        archivist = home.add_member("juno", roles=[role])
        body = {"guild_id": str(home.id), "role_id": str(role.id)}
        server.gateway.dispatch("GUILD_ROLE_DELETE", body)
        assert await server.pulse.until(lambda: not known(client, role.id), 5)
        assert "secret" in (await archivist.slash("facts new")).text


async def test_roles_count_in_a_server_that_the_bot_knows_nothing_of(
    start: Start, home: Guild, server: DiscordServer
) -> None:
    """In an outage of Discord's the bot is in a server that it has heard nothing about."""
    role = home.add_role("Archivists", id=ROLE_ID)
    archivist, stranger = home.add_member("juno", roles=[role]), home.add_member("sua")
    async with start(moderator_role_ids=frozenset({ROLE_ID})) as client:
        lost = {"id": str(home.id), "unavailable": True}
        server.gateway.dispatch("GUILD_DELETE", lost)
        assert "secret" in (await archivist.slash("facts new")).text
        guild = client.get_guild(HOME_ID)
        assert guild is None or guild.unavailable
        server.gateway.dispatch("GUILD_DELETE", {"id": str(home.id)})
        assert "secret" in (await archivist.slash("facts new")).text
        assert client.get_guild(HOME_ID) is None
        assert REFUSED in (await stranger.slash("facts new", force=True)).text


async def test_everything_but_manage_server_makes_no_moderator(bot: Hyosan, home: Guild) -> None:
    everything = ALL_PERMISSIONS & ~Permission.MANAGE_GUILD & ~Permission.ADMINISTRATOR
    busy = home.add_member("hyeon", permissions=everything)
    assert REFUSED in (await busy.slash("facts new", force=True)).text


@pytest.mark.parametrize("bit", [Permission.MANAGE_GUILD, Permission.ADMINISTRATOR])
async def test_either_permission_makes_a_moderator(
    bot: Hyosan, home: Guild, bit: Permission
) -> None:
    assert "secret" in (await home.add_member("dae", permissions=bit).slash("facts new")).text


def known(client: Hyosan, role_id: int) -> bool:
    """Whether the client has such a role in its cache."""
    guild = client.get_guild(HOME_ID)
    return guild is None or guild.get_role(role_id) is not None


async def test_a_moderator_of_yesterday_is_refused(bot: Hyosan, home: Guild) -> None:
    person = home.add_member("sua", permissions=Permission.MANAGE_GUILD)
    assert "secret" in (await person.slash("facts new")).text
    person.granted = 0
    assert REFUSED in (await person.slash("facts new", force=True)).text
