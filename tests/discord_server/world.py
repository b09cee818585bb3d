"""Everything that is on the server, and everything that happened there."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from .clock import Clock, Snowflakes
from .errors import BotOffline
from .gateway import Gateway
from .interactions import Interaction
from .mentions import Ping, pings_of
from .messages import Attachment, Draft, Message, Upload, content_type_of
from .people import Person, User
from .places import Channel, Guild
from .pulse import Pulse
from .wire import ChannelKind, Context, Install, Intent, Invoked, Json, MessageKind


@dataclass(frozen=True)
class Request:
    """A request that the bot made."""

    method: str
    path: str
    json: Json | list[Json] | None


@dataclass(frozen=True)
class Refusal:
    """A request that Discord would not grant, and why."""

    method: str
    path: str
    status: int
    code: int
    message: str
    errors: Json | None


@dataclass(frozen=True)
class CommandPut:
    """A registration of commands, global or in one guild."""

    guild_id: int | None
    body: list[Json]


class World:
    """The state that REST, the gateway and people share."""

    def __init__(
        self,
        *,
        token: str,
        application_id: int,
        patience: float,
        installs: Iterable[Install],
        privileged_intents: Intent,
    ) -> None:
        self.token = token
        self.application_id = application_id
        self.patience = patience
        self.installs = frozenset(installs)
        self.privileged_intents = privileged_intents
        self.url = ""

        self.clock = Clock()
        self.snowflakes = Snowflakes()
        self.pulse = Pulse()
        self.gateway = Gateway(self)

        self.users: dict[int, User] = {}
        self.guilds: dict[int, Guild] = {}
        self.channels: dict[int, Channel] = {}
        self.attachments: dict[int, Attachment] = {}
        self.commands: dict[int | None, list[Json]] = {}
        self.interactions: dict[str, Interaction] = {}

        self.requests: list[Request] = []
        self.refusals: list[Refusal] = []
        self.pings: list[Ping] = []
        self.command_puts: list[CommandPut] = []

        self.bot = self._keep_user(User(self, application_id, "hyosan", bot=True))
        self.owner = self._keep_user(User(self, self.snowflakes.mint(), "owner"))

    @property
    def api_url(self) -> str:
        """Where REST is."""
        return f"{self.url}/api/v10"

    @property
    def gateway_url(self) -> str:
        """Where the websocket is."""
        return f"{self.url}/gateway".replace("http", "ws", 1)

    def add_user(
        self,
        name: str,
        *,
        locale: str = "en-US",
        installed: bool = False,
        bot: bool = False,
        id: int | None = None,
    ) -> User:
        """A new account; `installed` if it brought the application to itself; or another `bot`."""
        number = id or self.snowflakes.mint()
        user = User(self, number, name, locale=locale, installed=installed, bot=bot)
        return self._keep_user(user)

    def _keep_user(self, user: User) -> User:
        self.users[user.id] = user
        return user

    def add_guild(
        self,
        name: str,
        *,
        id: int | None = None,
        locale: str = "en-US",
        installed: bool = True,
        channels: Iterable[str] = ("general",),
    ) -> Guild:
        """A new guild; the bot is in it unless told otherwise."""
        number = id or self.snowflakes.mint()
        # Channels that a guild starts with are announced along with it, not on their own.
        guild = Guild(self, number, name, locale=locale, installed=False)
        for channel in channels:
            guild.add_channel(channel)
        self.guilds[number] = guild
        if installed:
            guild.invite_bot()
        return guild

    def add_group(self, *people: Person) -> Channel:
        """A conversation among people, where the bot comes along with whoever installed it."""
        users = [person.user for person in people]
        return self._keep_channel(ChannelKind.GROUP, users)

    def dm_with(self, user: User) -> Channel:
        """A user's direct messages with the bot."""
        for channel in self.channels.values():
            if channel.kind is ChannelKind.DM and user in channel.people:
                return channel
        return self._keep_channel(ChannelKind.DM, [user, self.bot])

    def _keep_channel(self, kind: ChannelKind, users: list[User]) -> Channel:
        name = ", ".join(user.name for user in users)
        channel = Channel(self, self.snowflakes.mint(), kind, name, people=users)
        self.channels[channel.id] = channel
        return channel

    def shares_guild(self, user: User) -> bool:
        """Whether a user is in some guild that the bot is in."""
        return any(guild.installed and guild.member_of(user) for guild in self.guilds.values())

    def all_commands(self) -> Iterator[Json]:
        """Every registered command; those of guilds hide global ones of the same name."""
        for guild_id in sorted(self.commands, key=lambda key: key is None):
            yield from self.commands[guild_id]

    def store(self, upload: Upload) -> Attachment:
        """Keep a file where its address can be fetched."""
        number = self.snowflakes.mint()
        attachment = Attachment(
            number,
            upload.filename,
            upload.data,
            f"{self.url}/attachments/{number}/{upload.filename}",
            content_type_of(upload),
            upload.description,
        )
        self.attachments[number] = attachment
        return attachment

    def deliver(
        self,
        kind: Invoked,
        person: Person,
        channel: Channel,
        data: Json,
        *,
        owners: dict[Install, int],
        source: Message | None = None,
        age: float = 0.0,
    ) -> Interaction:
        """Send an interaction to the bot, `age` seconds late."""
        if not self.gateway.expects_bot:
            raise BotOffline("the application did not respond: no bot is logged in")
        interaction = Interaction(
            self.snowflakes.mint(age),
            kind,
            person,
            channel,
            data,
            self.clock.now() - age,
            owners=owners,
            source=source,
        )
        body = interaction.payload(self.application_id)
        self.interactions[interaction.token] = interaction
        self.gateway.dispatch("INTERACTION_CREATE", body)
        return interaction

    def write(
        self,
        channel: Channel,
        draft: Draft,
        *,
        allowed_mentions: Json | None = None,
        interaction: Interaction | None = None,
        reply_to: Message | None = None,
    ) -> Message:
        """A new message from the bot."""
        kind = MessageKind.REPLY if reply_to else MessageKind.DEFAULT
        if interaction and interaction.kind is Invoked.COMMAND and not interaction.original:
            kind = MessageKind.COMMAND
        message = Message(
            self.snowflakes.mint(),
            channel,
            self.bot,
            draft,
            self.clock.now(),
            kind=kind,
            interaction=interaction,
            reply_to=reply_to,
        )
        self.pings += pings_of(message, allowed_mentions)
        self.post(message)
        return message

    def post(self, message: Message) -> None:
        """Put a message into its channel, for everybody who can see it."""
        message.channel.history.append(message)
        self._tell("MESSAGE_CREATE", message)
        self.pulse.beat()

    def revise(self, message: Message, draft: Draft, allowed_mentions: Json | None) -> None:
        """Edit a message. Only the end of thinking notifies anybody; other edits are silent."""
        was_loading = message.loading
        message.edits.append(message.draft)
        message.draft = draft
        if was_loading:
            self.pings += pings_of(message, allowed_mentions)
        else:
            message.edited = self.clock.now()
        self._tell("MESSAGE_UPDATE", message)
        self.pulse.beat()

    def remove(self, *messages: Message) -> None:
        """Delete a message, or several of a channel at once."""
        for message in messages:
            message.deleted = True
        self._tell_of_deletion(messages)
        self.pulse.beat()

    def _tell_of_deletion(self, messages: Sequence[Message]) -> None:
        channel = messages[0].channel
        if messages[0].ephemeral or not channel.bot_sees:
            return
        ids = [str(message.id) for message in messages]
        named: Json = {"id": ids[0]} if len(ids) == 1 else {"ids": ids}
        place: Json = {"channel_id": str(channel.id)}
        if channel.guild:
            place["guild_id"] = str(channel.guild.id)
        self.gateway.dispatch(
            "MESSAGE_DELETE" if len(ids) == 1 else "MESSAGE_DELETE_BULK",
            named | place,
            needs=Intent.GUILD_MESSAGES if channel.guild else Intent.DIRECT_MESSAGES,
        )

    def _tell(self, event: str, message: Message) -> None:
        channel, guild = message.channel, message.channel.guild
        if message.ephemeral or not channel.bot_sees:
            return
        body = message.payload()
        if guild:
            body["guild_id"] = str(guild.id)
            if member := guild.member_of(message.author):
                body["member"] = {k: v for k, v in member.payload().items() if k != "user"}
        else:
            body["channel_type"] = int(ChannelKind.DM)
        # The bot reads what it wrote, what mentions it, and its own direct messages.
        readable = channel.context is Context.BOT_DM or self.bot in (
            message.author,
            *message.mentioned(),
        )
        hidden = {"content": "", "embeds": [], "components": [], "attachments": []}
        self.gateway.dispatch(
            event,
            body,
            needs=Intent.GUILD_MESSAGES if guild else Intent.DIRECT_MESSAGES,
            masked=None if readable else body | hidden,
        )

    def told_of_refusals(self) -> str:
        """The last refusal, for the text of an error."""
        return f" (last refused: {self.refusals[-1]})" if self.refusals else ""
