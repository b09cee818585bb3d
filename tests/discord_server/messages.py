"""Messages and files, and how a request body becomes one."""

import mimetypes
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from .reading import Readable
from .wire import NO_FLAGS, Flag, Json, MessageKind, timestamp

if TYPE_CHECKING:
    from .interactions import Interaction
    from .people import User
    from .places import Channel

USER_MENTION = re.compile(r"<@!?(\d+)>")


class Pickable:
    """Something that an option, a menu or a modal can take."""

    def entries(self) -> list[tuple[str, int, Json]]:
        """The `resolved` objects that come with it: kind, id and body, itself first."""
        raise NotImplementedError


@dataclass(frozen=True)
class Upload:
    """A file that somebody hands in."""

    filename: str
    data: bytes
    content_type: str | None = None
    description: str | None = None


@dataclass(frozen=True)
class Attachment(Pickable):
    """A file on the server."""

    id: int
    filename: str
    data: bytes
    url: str
    content_type: str
    description: str | None = None

    def payload(self) -> Json:
        """As Discord shows it."""
        return {
            "id": str(self.id),
            "filename": self.filename,
            "size": len(self.data),
            "url": self.url,
            "proxy_url": self.url,
            "content_type": self.content_type,
            "description": self.description,
        }

    def entries(self) -> list[tuple[str, int, Json]]:
        return [("attachments", self.id, self.payload())]


def content_type_of(upload: Upload) -> str:
    """Discord goes by the name; discord.py says `application/octet-stream` for everything."""
    guessed = mimetypes.guess_type(upload.filename)[0]
    return guessed or upload.content_type or "application/octet-stream"


@dataclass(frozen=True)
class Draft:
    """What a message says; an edit puts another in its place."""

    content: str = ""
    embeds: list[Json] = field(default_factory=list)
    components: list[Json] = field(default_factory=list)
    attachments: tuple[Attachment, ...] = ()
    flags: Flag = NO_FLAGS
    poll: Json | None = None

    def is_empty(self) -> bool:
        """Whether there would be nothing to see."""
        if self.flags & Flag.COMPONENTS_V2:
            return not self.components
        return not (self.content.strip() or self.embeds or self.attachments or self.poll)

    def revised(self, body: Json, attachments: tuple[Attachment, ...], flags: Flag) -> "Draft":
        """This draft with the fields that a request body names."""
        named: dict[str, Any] = {
            key: body[key] or type(getattr(self, key))()
            for key in ("content", "embeds", "components")
            if key in body
        }
        poll = body.get("poll", self.poll)
        return replace(self, **named, attachments=attachments, flags=flags, poll=poll)


def edited_flags(before: Flag, asked: int | None) -> Flag:
    """Whom a message is for stays as it was, and a layout stays a layout."""
    kept = before & (Flag.EPHEMERAL | Flag.COMPONENTS_V2)
    if asked is None:
        return before & ~Flag.LOADING
    return kept | (Flag(asked) & (Flag.COMPONENTS_V2 | Flag.SUPPRESS_EMBEDS))


def finish_components(components: list[Json], attachments: tuple[Attachment, ...]) -> list[Json]:
    """Number the components, and put addresses for `attachment://` names, as Discord does."""
    files = {f"attachment://{file.filename}": file for file in attachments}
    serial = iter(range(1, 1000))

    def finish(value: Any) -> Any:
        if isinstance(value, list):
            return [finish(item) for item in value]
        if not isinstance(value, dict):
            return value
        if file := files.get(value.get("url", "")):
            return {"url": file.url, "proxy_url": file.url, "attachment_id": str(file.id)}
        # Only components have a number for a type; select options and emoji have none.
        numbered = isinstance(value.get("type"), int) and not value.get("id")
        number = {"id": next(serial)} if numbered else {}
        return number | {key: finish(item) for key, item in value.items()}

    return finish(components)


class Message(Readable):
    """A message in a channel, with everything that it ever said."""

    def __init__(
        self,
        id: int,
        channel: "Channel",
        author: "User",
        draft: Draft,
        written: float,
        *,
        kind: MessageKind = MessageKind.DEFAULT,
        interaction: "Interaction | None" = None,
        reply_to: "Message | None" = None,
        notifies: bool = True,
    ) -> None:
        self.id = id
        self.channel = channel
        self.author = author
        self.draft = draft
        self.written = written
        self.kind = kind
        self.interaction = interaction
        self.reply_to = reply_to
        self.notifies = notifies
        self.edits: list[Draft] = []
        self.edited: float | None = None
        self.deleted = False

    @property
    def message(self) -> "Message":
        """Itself; a reply is a look at a message, and a message looks at itself."""
        return self

    @property
    def loading(self) -> bool:
        """Whether the application is still thinking."""
        return bool(self.draft.flags & Flag.LOADING)

    def seen_by(self, user: "User") -> bool:
        """Whether a person can see it: ephemeral messages are for whoever invoked them."""
        if self.deleted:
            return False
        invoker = self.interaction.person.user if self.interaction else None
        return not self.ephemeral or invoker is user

    def payload(self) -> Json:
        """As Discord sends it."""
        body: Json = {
            "id": str(self.id),
            "channel_id": str(self.channel.id),
            "type": int(self.kind),
            "author": self.author.payload(),
            "content": self.draft.content,
            "embeds": self.draft.embeds,
            "components": self.draft.components,
            "attachments": [file.payload() for file in self.draft.attachments],
            "flags": int(self.draft.flags),
            "timestamp": timestamp(self.written),
            "edited_timestamp": self.edited and timestamp(self.edited),
            "mentions": [user.payload() for user in self.mentioned()],
            "mention_roles": [],
            "mention_everyone": False,
            "pinned": False,
            "tts": False,
        }
        if self.interaction:
            body["interaction_metadata"] = self.interaction.metadata()
            body["application_id"] = body["webhook_id"] = str(self.author.id)
        if self.reply_to:
            body["message_reference"] = self.reply_to.reference()
            body["referenced_message"] = self.reply_to.payload()
        return body

    def reference(self) -> Json:
        """Where it is."""
        guild = self.channel.guild
        place = {"guild_id": str(guild.id)} if guild else {}
        return {"message_id": str(self.id), "channel_id": str(self.channel.id), **place}

    def mentioned(self) -> list["User"]:
        """People named in the content, and whom a reply notifies that they were replied to."""
        users = self.channel.world.users
        named = {int(number) for number in USER_MENTION.findall(self.draft.content)}
        if self.reply_to and self.notifies:
            named.add(self.reply_to.author.id)
        return [users[number] for number in sorted(named) if number in users]
