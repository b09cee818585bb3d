"""People, and what they can do: type commands, click, choose, fill in, talk."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from .commands import find, invocation, owners_at
from .errors import CannotDo, InvalidInput, NotClickable
from .messages import Draft, Message, Pickable
from .modals import PICKS, Modal, picked, submission
from .reading import Button, Select
from .replies import Reply, settled
from .resolve import Resolver
from .wire import (
    ALL_PERMISSIONS,
    CommandKind,
    Install,
    Invoked,
    Json,
    MessageKind,
    Part,
    timestamp,
)

if TYPE_CHECKING:
    from .interactions import Interaction
    from .places import Channel, Guild, Role
    from .world import World

NO_OPTIONS: Mapping[str, Any] = {}


class Person(Pickable):
    """Somebody at Discord's app, in a guild or outside of any."""

    def __init__(self, world: "World") -> None:
        self.world = world

    @property
    def user(self) -> "User":
        """The account."""
        raise NotImplementedError

    @property
    def home(self) -> "Channel":
        """The channel they are looking at unless told otherwise."""
        raise NotImplementedError

    def identify(self, channel: "Channel") -> Json:
        """How an interaction in a channel names them."""
        raise NotImplementedError

    def permissions_in(self, channel: "Channel") -> int:
        """What they may do in a channel."""
        raise NotImplementedError

    @property
    def mention(self) -> str:
        """The text that pings them."""
        return f"<@{self.user.id}>"

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.user.name}>"

    async def slash(
        self,
        command: str,
        /,
        *,
        channel: "Channel | None" = None,
        in_dm: bool = False,
        age: float = 0.0,
        settle: bool = True,
        force: bool = False,
        options: Mapping[str, Any] = NO_OPTIONS,
        **named: Any,
    ) -> Reply:
        """Use a slash command ("facts reload" for a subcommand) and wait for the final reply.

        `age` delivers it that many seconds late; `settle=False` returns at once; `force` sends
        it although its default member permissions hide it; `options` is for options whose names
        this function uses itself.
        """
        place = self._place(channel, in_dm)
        name, *path = command.split()
        found, owners = find(self.world, self, place, name, force=force)
        data = invocation(self.world, found, path, {**options, **named})
        sent = self.world.deliver(Invoked.COMMAND, self, place, data, owners=owners, age=age)
        return await self._reply(sent, settle)

    async def autocomplete(
        self,
        command: str,
        option: str,
        typed: str,
        /,
        *,
        channel: "Channel | None" = None,
        in_dm: bool = False,
        age: float = 0.0,
        force: bool = False,
        **filled: Any,
    ) -> list[tuple[str, Any]]:
        """Type into an option; returns the (name, value) pairs offered."""
        sent = self.type_into(
            command, option, typed, channel=channel, in_dm=in_dm, age=age, force=force, **filled
        )
        await settled(self.world, sent)
        return [(choice["name"], choice["value"]) for choice in sent.choices]

    def type_into(
        self,
        command: str,
        option: str,
        typed: str,
        /,
        *,
        channel: "Channel | None" = None,
        in_dm: bool = False,
        age: float = 0.0,
        force: bool = False,
        **filled: Any,
    ) -> "Interaction":
        """Type into an option and go on at once, whatever may be offered."""
        place = self._place(channel, in_dm)
        name, *path = command.split()
        found, owners = find(self.world, self, place, name, force=force)
        data = invocation(self.world, found, path, {**filled, option: typed}, focused=option)
        return self.world.deliver(Invoked.AUTOCOMPLETE, self, place, data, owners=owners, age=age)

    async def click(self, button: Button, *, age: float = 0.0, settle: bool = True) -> Reply:
        """Click a button; returns the new message, or the edited one."""
        if button.custom_id is None:
            raise NotClickable(f"{button.label!r} is a link, it sends nothing")
        live = [(b.custom_id, b.disabled) for b in button.message.buttons]
        self._check_usable(button.message, button.custom_id, live)
        data = {"component_type": int(Part.BUTTON), "custom_id": button.custom_id}
        return await self._use_component(button.message, data, age, settle)

    async def choose(
        self, select: Select, *chosen: Any, age: float = 0.0, settle: bool = True
    ) -> Reply:
        """Choose from a menu, by value or by label; or people, roles, channels."""
        live = [(s.custom_id, s.disabled) for s in select.message.selects]
        self._check_usable(select.message, select.custom_id, live)
        if not select.least <= len(chosen) <= select.most:
            raise InvalidInput(f"takes {select.least}..{select.most} values, not {chosen!r}")
        resolver = Resolver(self.world)
        if select.kind is Part.STRING_SELECT:
            values = picked({"options": select.options}, select.custom_id, chosen)
        else:
            values = [resolver.pick(value, PICKS[select.kind]) for value in chosen]
        data = {
            "component_type": int(select.kind),
            "custom_id": select.custom_id,
            "values": values,
        }
        return await self._use_component(select.message, resolver.with_resolved(data), age, settle)

    async def submit(
        self,
        modal: Modal | None,
        fields: Mapping[str, Any] = NO_OPTIONS,
        /,
        *,
        age: float = 0.0,
        settle: bool = True,
        **named: Any,
    ) -> Reply:
        """Fill in a modal, fields by label or custom id, and send it."""
        if modal is None:
            raise CannotDo("no modal was opened")
        opener = modal.interaction
        sent = self.world.deliver(
            Invoked.MODAL,
            self,
            opener.channel,
            submission(modal, {**fields, **named}, Resolver(self.world)),
            owners=opener.owners,
            source=opener.source,
            age=age,
        )
        return await self._reply(sent, settle)

    def say(
        self,
        text: str,
        *,
        channel: "Channel | None" = None,
        in_dm: bool = False,
        reply_to: Message | None = None,
        notifies: bool = True,
    ) -> Message:
        """Write a message; `notifies` the author of the one replied to, unless switched off."""
        world = self.world
        place = reply_to.channel if reply_to else self._place(channel, in_dm)
        message = Message(
            world.snowflakes.mint(),
            place,
            self.user,
            Draft(text),
            world.clock.now(),
            kind=MessageKind.REPLY if reply_to else MessageKind.DEFAULT,
            reply_to=reply_to,
            notifies=notifies,
        )
        world.post(message)
        return message

    async def tell(
        self,
        text: str,
        *,
        channel: "Channel | None" = None,
        in_dm: bool = False,
        reply_to: Message | None = None,
    ) -> Reply:
        """Write a message that mentions nobody, and wait for what the bot says to that."""
        said = self.say(text, channel=channel, in_dm=in_dm, reply_to=reply_to)
        return Reply(self.world, message=await said.channel.answer_after(said))

    def edit(self, message: Message, text: str) -> None:
        """Let a message of one's own say something else."""
        if message.author is not self.user:
            raise CannotDo(f"{self} did not write that")
        self.world.revise(message, replace(message.draft, content=text), None)

    def delete(self, *messages: Message) -> None:
        """Delete messages of one's own; several at once as a moderator does."""
        if len(messages) == 1 and messages[0].author is not self.user:
            raise CannotDo(f"{self} did not write that")
        self.world.remove(*messages)

    async def use_menu(
        self, command: str, message: Message, *, age: float = 0.0, settle: bool = True
    ) -> Reply:
        """Use an entry of a message's menu, under Apps, and wait for the final reply."""
        place = message.channel
        found, owners = find(
            self.world, self, place, command, force=False, kind=CommandKind.MESSAGE
        )
        data: Json = {
            "id": found["id"],
            "name": found["name"],
            "type": int(CommandKind.MESSAGE),
            "target_id": str(message.id),
            "resolved": {"messages": {str(message.id): message.payload()}},
        }
        sent = self.world.deliver(Invoked.COMMAND, self, place, data, owners=owners, age=age)
        return await self._reply(sent, settle)

    async def ask(
        self,
        text: str,
        *,
        channel: "Channel | None" = None,
        in_dm: bool = False,
        reply_to: Message | None = None,
    ) -> Reply:
        """Write a message that mentions the bot, and wait for what it says to that."""
        said = self.say(
            f"{self.world.bot.mention} {text}", channel=channel, in_dm=in_dm, reply_to=reply_to
        )
        return Reply(self.world, message=await said.channel.answer_after(said))

    def _place(self, channel: "Channel | None", in_dm: bool) -> "Channel":
        return channel or (self.world.dm_with(self.user) if in_dm else self.home)

    def _check_usable(
        self, message: Message, custom_id: str, live: Sequence[tuple[str | None, bool]]
    ) -> None:
        if not message.seen_by(self.user):
            raise NotClickable(f"{self} does not see the message (any more)")
        if (custom_id, True) in live:
            raise NotClickable(f"{custom_id!r} is disabled")
        if (custom_id, False) not in live:
            raise NotClickable(f"{custom_id!r} is no longer on the message")

    async def _use_component(self, message: Message, data: Json, age: float, settle: bool) -> Reply:
        origin = message.interaction
        owners: dict[Install, int] = (
            origin.owners if origin else owners_at(self.world, self, message.channel)
        )
        sent = self.world.deliver(
            Invoked.COMPONENT, self, message.channel, data, owners=owners, source=message, age=age
        )
        return await self._reply(sent, settle)

    async def _reply(self, interaction: "Interaction", settle: bool) -> Reply:
        return await settled(self.world, interaction) if settle else Reply(self.world, interaction)


class User(Person):
    """An account; acts in direct messages, and wherever it brought the application along."""

    def __init__(
        self,
        world: "World",
        id: int,
        name: str,
        *,
        locale: str = "en-US",
        installed: bool = False,
        bot: bool = False,
    ) -> None:
        super().__init__(world)
        self.takes_messages = True
        self.id = id
        self.name = name
        self.locale = locale
        self.installed = installed
        self.bot = bot

    @property
    def user(self) -> "User":
        return self

    @property
    def home(self) -> "Channel":
        return self.world.dm_with(self)

    def identify(self, channel: "Channel") -> Json:
        if channel.guild:
            raise CannotDo(f"{self} is not a member of {channel.guild.name}")
        return {"user": self.payload()}

    def permissions_in(self, channel: "Channel") -> int:
        return ALL_PERMISSIONS

    def entries(self) -> list[tuple[str, int, Json]]:
        return [("users", self.id, self.payload())]

    def payload(self) -> Json:
        """As Discord sends it."""
        return {
            "id": str(self.id),
            "username": self.name,
            "global_name": None if self.bot else self.name.title(),
            "discriminator": "0",
            "avatar": None,
            "bot": self.bot,
            "public_flags": 0,
            "flags": 0,
        }


class Member(Person):
    """A user in a guild."""

    def __init__(
        self,
        world: "World",
        guild: "Guild",
        user: User,
        *,
        roles: tuple["Role", ...] = (),
        permissions: int = 0,
        nick: str | None = None,
    ) -> None:
        super().__init__(world)
        self.guild = guild
        self.roles = roles
        self.granted = permissions
        self.nick = nick
        self._user = user
        self._joined = world.clock.now()

    @property
    def user(self) -> User:
        return self._user

    @property
    def home(self) -> "Channel":
        return self.guild.channels[0]

    def identify(self, channel: "Channel") -> Json:
        if channel.guild is None:
            return self.user.identify(channel)
        if channel.guild is not self.guild:
            raise CannotDo(f"{self} is not a member of {channel.guild.name}")
        return {"member": self.payload() | {"permissions": str(self.permissions_in(channel))}}

    def permissions_in(self, channel: "Channel") -> int:
        in_guild = channel.guild is self.guild
        if not in_guild:
            return self.user.permissions_in(channel)
        whole = channel.parent or channel  # a thread is as its channel
        return self.guild.permissions_of(self) | whole.allowed.get(self.user.id, 0)

    def payload(self) -> Json:
        """As Discord sends it, with the user inside."""
        return {
            "user": self.user.payload(),
            "nick": self.nick,
            "avatar": None,
            "roles": [str(role.id) for role in self.roles],
            "joined_at": timestamp(self._joined),
            "premium_since": None,
            "deaf": False,
            "mute": False,
            "pending": False,
            "flags": 0,
            "communication_disabled_until": None,
        }

    def entries(self) -> list[tuple[str, int, Json]]:
        # A resolved member comes without the user, and with permissions.
        body = self.payload() | {"permissions": str(self.guild.permissions_of(self))}
        del body["user"], body["deaf"], body["mute"]
        return [*self.user.entries(), ("members", self.user.id, body)]
