"""Guilds, roles and channels."""

import functools
import operator
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .errors import NoResponse
from .messages import Pickable
from .people import Member, User
from .wire import (
    ALL_PERMISSIONS,
    EVERYDAY_PERMISSIONS,
    ChannelKind,
    Context,
    Intent,
    Json,
    Permission,
    timestamp,
)

if TYPE_CHECKING:
    from .messages import Message
    from .world import World


@dataclass(frozen=True)
class Role(Pickable):
    """A role in a guild."""

    id: int
    name: str
    permissions: int
    position: int

    @property
    def mention(self) -> str:
        """The text that pings it."""
        return f"<@&{self.id}>"

    def payload(self) -> Json:
        """As Discord sends it."""
        return {
            "id": str(self.id),
            "name": self.name,
            "permissions": str(self.permissions),
            "position": self.position,
            "color": 0,
            "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
            "hoist": False,
            "managed": False,
            "mentionable": True,
            "flags": 0,
        }

    def entries(self) -> list[tuple[str, int, Json]]:
        return [("roles", self.id, self.payload())]


class Channel(Pickable):
    """A text channel, a direct message with the bot, or a group of people."""

    def __init__(
        self,
        world: "World",
        id: int,
        kind: ChannelKind,
        name: str,
        *,
        guild: "Guild | None" = None,
        people: Iterable[User] = (),
        nsfw: bool = False,
        parent: "Channel | None" = None,
    ) -> None:
        self.world = world
        self.id = id
        self.kind = kind
        self.parent = parent
        self.name = name
        self.guild = guild
        self.people = tuple(people)
        self.nsfw = nsfw
        self.category: Channel | None = None
        self.bot_permissions = int(EVERYDAY_PERMISSIONS)
        self.allowed: dict[int, int] = {}
        self.history: list[Message] = []

    @property
    def context(self) -> Context:
        """What Discord calls an interaction from here."""
        if self.guild:
            return Context.GUILD
        return Context.BOT_DM if self.world.bot in self.people else Context.PRIVATE

    @property
    def bot_is_here(self) -> bool:
        """Whether the bot can reach it other than through an interaction."""
        return self.guild.installed if self.guild else self.context is Context.BOT_DM

    @property
    def bot_sees(self) -> bool:
        """Whether the bot is told of what is written here."""
        return self.bot_is_here and bool(self.bot_permissions & Permission.VIEW_CHANNEL)

    @property
    def messages(self) -> list["Message"]:
        """What everybody here sees."""
        return [m for m in self.history if not m.ephemeral and not m.deleted]

    @property
    def speaking(self) -> Permission:
        """What the bot needs to write here."""
        is_thread = self.kind is ChannelKind.THREAD
        return Permission.SEND_MESSAGES_IN_THREADS if is_thread else Permission.SEND_MESSAGES

    def forbid_bot(self, *permissions: Permission) -> None:
        """Take these from the bot, here alone, and tell it so."""
        for permission in permissions:
            self.bot_permissions &= ~permission
        self.world.gateway.dispatch("CHANNEL_UPDATE", self.payload(), needs=Intent.GUILDS)

    def allow(self, member: Member, *permissions: Permission) -> None:
        """Give these to a member, here alone, and tell the bot so."""
        for permission in permissions:
            self.allowed[member.user.id] = self.allowed.get(member.user.id, 0) | permission
        self.world.gateway.dispatch("CHANNEL_UPDATE", self.payload(), needs=Intent.GUILDS)

    def move(self, category: "Channel | None") -> None:
        """Put it into a category, or out of all, and tell the bot so."""
        self.category = category
        self.world.gateway.dispatch("CHANNEL_UPDATE", self.payload(), needs=Intent.GUILDS)

    def delete(self) -> None:
        """Delete it and the threads in it for good, and tell the bot so, if it can hear."""
        world, guild, body = self.world, self.guild, self.payload()
        assert guild is not None
        for thread in [one for one in world.channels.values() if one.parent is self]:
            del world.channels[thread.id]
        del world.channels[self.id]
        is_thread = self.kind is ChannelKind.THREAD
        if not is_thread:
            guild.channels.remove(self)
        for channel in guild.channels:
            channel.category = None if channel.category is self else channel.category
        event = "THREAD_DELETE" if is_thread else "CHANNEL_DELETE"
        if guild.installed:
            world.gateway.dispatch(event, body, needs=Intent.GUILDS)

    async def answer_after(self, message: "Message") -> "Message":
        """Wait for the bot to say something to a message, or after it to nobody in particular."""

        def answers() -> list["Message"]:
            bot = self.world.bot
            said = [m for m in self.messages if m.author is bot and m.id > message.id]
            return [m for m in said if m.reply_to in (None, message)]

        if not await self.world.pulse.until(answers, self.world.patience):
            raise NoResponse(f"the bot said nothing after {message.text!r}")
        return answers()[0]

    def payload(self) -> Json:
        """As Discord sends it."""
        body: Json = {
            "id": str(self.id),
            "type": int(self.kind),
            "last_message_id": str(self.history[-1].id) if self.history else None,
            "flags": 0,
        }
        if self.guild is None:
            others = [user for user in self.people if user is not self.world.bot]
            group = {"name": self.name, "icon": None, "owner_id": str(others[0].id)}
            return (
                body
                | {"recipients": [user.payload() for user in others]}
                | (group if self.kind is ChannelKind.GROUP else {})
            )
        body |= {"guild_id": str(self.guild.id), "name": self.name, "rate_limit_per_user": 0}
        if self.parent:
            return body | {
                "parent_id": str(self.parent.id),
                "owner_id": str(self.guild.owner.user.id),
                "message_count": len(self.history),
                "member_count": 1,
                "thread_metadata": {
                    "archived": False,
                    "auto_archive_duration": 1440,
                    "archive_timestamp": timestamp(self.world.clock.now()),
                    "locked": False,
                },
            }
        return body | {
            "nsfw": self.nsfw,
            "topic": None,
            "parent_id": str(self.category.id) if self.category else None,
            "position": self.guild.channels.index(self),
            "permission_overwrites": self._overwrites(),
        }

    def _overwrites(self) -> list[Json]:
        """What members may do here besides, and what the bot may not although everybody may."""
        granted = [
            {"id": str(user_id), "type": 1, "allow": str(bits), "deny": "0"}
            for user_id, bits in self.allowed.items()
        ]
        denied = int(EVERYDAY_PERMISSIONS) & ~self.bot_permissions
        if not denied:
            return granted
        bot_id = str(self.world.bot.id)
        return [*granted, {"id": bot_id, "type": 1, "allow": "0", "deny": str(denied)}]

    def entries(self) -> list[tuple[str, int, Json]]:
        return [("channels", self.id, self.payload() | {"permissions": "0"})]


class Guild:
    """A server on Discord; with `installed=False` one that the bot is no member of."""

    def __init__(
        self, world: "World", id: int, name: str, *, locale: str = "en-US", installed: bool = True
    ) -> None:
        self.world = world
        self.id = id
        self.name = name
        self.locale = locale
        self.installed = installed
        self.members: list[Member] = []
        self.channels: list[Channel] = []
        # The role that everybody has bears the guild's own id.
        self.roles = [Role(id, "@everyone", int(EVERYDAY_PERMISSIONS), 0)]
        self.bot_member = Member(world, self, world.bot)
        self.owner = Member(world, self, world.owner, permissions=ALL_PERMISSIONS)

    def kick_bot(self, *, still_listed: bool = False) -> None:
        """Remove the bot; its commands here go with it, if not from every list at once."""
        self.installed = False
        if not still_listed:
            self.world.commands.pop(self.id, None)
        self.world.gateway.dispatch("GUILD_DELETE", {"id": str(self.id)}, needs=Intent.GUILDS)

    def black_out(self) -> None:
        """Be away for a while, as in an outage; the bot stays a member."""
        body = {"id": str(self.id), "unavailable": True}
        self.world.gateway.dispatch("GUILD_DELETE", body, needs=Intent.GUILDS)

    def light_up(self) -> None:
        """Be there again after an outage."""
        body = self.created(with_members=False)
        self.world.gateway.dispatch("GUILD_CREATE", body, needs=Intent.GUILDS)

    def invite_bot(self) -> None:
        """Let the bot in, for the first time or once more."""
        self.installed = True
        body = self.created(with_members=False)
        # What tells a guild that the bot has joined from one that has come back.
        del body["unavailable"]
        self.world.gateway.dispatch("GUILD_CREATE", body, needs=Intent.GUILDS)

    def add_role(self, name: str, permissions: int = 0, *, id: int | None = None) -> Role:
        """A new role."""
        number = id or self.world.snowflakes.mint()
        role = Role(number, name, int(permissions), len(self.roles))
        self.roles.append(role)
        body = {"guild_id": str(self.id), "role": role.payload()}
        self._announce("GUILD_ROLE_CREATE", body)
        return role

    def add_channel(self, name: str, *, id: int | None = None, nsfw: bool = False) -> Channel:
        """A new text channel."""
        return self._add(ChannelKind.TEXT, name, id=id, nsfw=nsfw)

    def add_category(self, name: str) -> Channel:
        """A new category, without channels in it."""
        return self._add(ChannelKind.CATEGORY, name)

    def _add(
        self, kind: ChannelKind, name: str, *, id: int | None = None, nsfw: bool = False
    ) -> Channel:
        number = id or self.world.snowflakes.mint()
        channel = Channel(self.world, number, kind, name, guild=self, nsfw=nsfw)
        self.world.channels[number] = channel
        self.channels.append(channel)
        self._announce("CHANNEL_CREATE", channel.payload())
        return channel

    def add_thread(self, parent: Channel, name: str) -> Channel:
        """A new public thread in a channel."""
        number = self.world.snowflakes.mint()
        thread = Channel(self.world, number, ChannelKind.THREAD, name, guild=self, parent=parent)
        thread.bot_permissions = parent.bot_permissions
        self.world.channels[number] = thread
        self._announce("THREAD_CREATE", thread.payload() | {"newly_created": True})
        return thread

    def add_member(
        self,
        who: str | User,
        *,
        permissions: int = 0,
        roles: Iterable[Role] = (),
        nick: str | None = None,
        locale: str = "en-US",
        id: int | None = None,
    ) -> Member:
        """A new member: a new user by that name, or a user that there is.

        `permissions` are bits that this member has on top of those of their roles.
        """
        user = self.world.add_user(who, locale=locale, id=id) if isinstance(who, str) else who
        member = Member(
            self.world, self, user, roles=tuple(roles), permissions=int(permissions), nick=nick
        )
        self.members.append(member)
        return member

    def permissions_of(self, member: Member) -> int:
        """What somebody may do in this guild."""
        roles = (self.roles[0], *member.roles)
        bits = functools.reduce(operator.or_, [r.permissions for r in roles], member.granted)
        return ALL_PERMISSIONS if bits & Permission.ADMINISTRATOR else bits

    def member_of(self, user: User) -> Member | None:
        """A user's membership."""
        everyone = [self.bot_member, self.owner, *self.members]
        return next((member for member in everyone if member.user is user), None)

    def _announce(self, event: str, body: Json) -> None:
        if self.installed:
            self.world.gateway.dispatch(event, body, needs=Intent.GUILDS)

    def payload(self) -> Json:
        """As REST answers it."""
        return {
            "id": str(self.id),
            "name": self.name,
            "owner_id": str(self.owner.user.id),
            "preferred_locale": self.locale,
            "roles": [role.payload() for role in self.roles],
            "emojis": [],
            "stickers": [],
            "features": [],
            "icon": None,
            "verification_level": 0,
            "default_message_notifications": 1,
            "explicit_content_filter": 0,
            "mfa_level": 0,
            "nsfw_level": 0,
            "premium_tier": 0,
            "system_channel_flags": 0,
        }

    def created(self, *, with_members: bool) -> Json:
        """As the gateway announces it; without the privileged intent the bot sees only itself."""
        members = [self.bot_member, *(self.members if with_members else [])]
        return self.payload() | {
            "joined_at": timestamp(self.world.clock.now()),
            "large": False,
            "unavailable": False,
            "member_count": len(self.members) + 1,
            "members": [member.payload() for member in members],
            "channels": [channel.payload() for channel in self.channels],
            "threads": [],
            "presences": [],
            "voice_states": [],
            "stage_instances": [],
            "guild_scheduled_events": [],
            "soundboard_sounds": [],
        }
