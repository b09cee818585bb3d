"""A small Discord on loopback: REST and gateway, to which the real discord.py logs in.

    async with DiscordServer() as discord_server:
        guild = discord_server.add_guild("Hyosan High")
        mina = guild.add_member("mina")
        async with running(make_client, discord_server):
            reply = await mina.slash("trivia", question="how many takes")
            again = await mina.click(reply.button("Another one"))
    assert discord_server.refusals == []

People act (`slash`, `autocomplete`, `click`, `choose`, `submit`, `say`, `ask`) and get a `Reply`:
what they saw at that moment. `reply.message` is the live message, with its `edits`. What Discord
would refuse is refused with Discord's own error, and noted in `discord_server.refusals`; what
Discord's app would not let a person do raises a `CannotDo` in the test.

A bot in a process of its own is pointed here by a wrapper around its entry point,

    [sys.executable, "-m", "tests.discord_server.redirect", discord_server.api_url, "-m", "bot"]

with `discord_server.token` for a token; `await discord_server.until_online()` then waits for it.
"""

from .errors import (
    BotOffline,
    CannotDo,
    InvalidInput,
    LeftThinking,
    NoResponse,
    NotClickable,
    NotFoundOnMessage,
    NotPermitted,
    NotRegistered,
    Refused,
)
from .mentions import Ping
from .messages import Attachment, Message, Upload
from .modals import Modal
from .people import Member, Person, User
from .places import Channel, Guild, Role
from .reading import Button, Select
from .replies import Reply
from .running import running
from .server import DiscordServer
from .wire import Context, Install, Intent, Permission
from .world import CommandPut, Refusal, Request

__all__ = [
    "Attachment",
    "BotOffline",
    "Button",
    "CannotDo",
    "Channel",
    "CommandPut",
    "Context",
    "DiscordServer",
    "Guild",
    "Install",
    "Intent",
    "InvalidInput",
    "LeftThinking",
    "Member",
    "Message",
    "Modal",
    "NoResponse",
    "NotClickable",
    "NotFoundOnMessage",
    "NotPermitted",
    "NotRegistered",
    "Permission",
    "Person",
    "Ping",
    "Refusal",
    "Refused",
    "Reply",
    "Request",
    "Role",
    "Select",
    "Upload",
    "User",
    "running",
]
