"""One interaction: what was asked, how it was acknowledged, what came of it."""

import secrets
from typing import TYPE_CHECKING

from . import limits
from .errors import Refused
from .messages import Draft, Message
from .wire import Callback, Install, Invoked, Json

if TYPE_CHECKING:
    from .people import Person
    from .places import Channel

ANSWERS = {
    Invoked.COMMAND: {Callback.MESSAGE, Callback.DEFERRED_MESSAGE, Callback.MODAL},
    Invoked.COMPONENT: set(Callback) - {Callback.CHOICES},
    Invoked.AUTOCOMPLETE: {Callback.CHOICES},
    Invoked.MODAL: {Callback.MESSAGE, Callback.DEFERRED_MESSAGE},
}
UPDATES = {Callback.UPDATE, Callback.DEFERRED_UPDATE}


class Interaction:
    """Something that a person did, for the bot to answer."""

    def __init__(
        self,
        id: int,
        kind: Invoked,
        person: "Person",
        channel: "Channel",
        data: Json,
        created: float,
        *,
        owners: dict[Install, int],
        source: Message | None = None,
    ) -> None:
        self.id = id
        self.token = secrets.token_urlsafe(48)
        self.kind = kind
        self.person = person
        self.channel = channel
        self.data = data
        self.created = created
        self.owners = owners
        self.source = source
        self.callback: Callback | None = None
        self.original: Message | None = None
        self.followups: list[Message] = []
        self.choices: list[Json] = []
        self.modal: Json | None = None
        self._source_at_first: Draft | None = source and source.draft

    def allowed_callbacks(self) -> set[Callback]:
        """A modal opened from a message may update that message."""
        from_message = self.kind is Invoked.MODAL and self.source is not None
        return ANSWERS[self.kind] | (UPDATES if from_message else set())

    def answer_elsewhere(self, callback: Callback) -> None:
        """Have it acknowledged by another process of the same bot."""
        self.callback = callback

    def check_acknowledgeable(self, now: float) -> None:
        """An interaction is answered once, and within three seconds."""
        if self.callback is not None:
            raise Refused(40060)
        if now - self.created > limits.ACKNOWLEDGE_SECONDS:
            raise Refused(10062)

    def check_token(self, now: float) -> None:
        """The webhook exists from the acknowledgement on, for fifteen minutes."""
        if now - self.created > limits.TOKEN_SECONDS:
            raise Refused(50027)
        if self.callback in (None, Callback.CHOICES):
            raise Refused(10015)

    def find_message(self, which: str) -> Message:
        """A message that this interaction's webhook can reach."""
        mine = [*self.followups, *([self.original] if self.original else [])]
        for message in mine:
            is_original = which == "@original" and message is self.original
            if (is_original or which == str(message.id)) and not message.deleted:
                return message
        raise Refused(10008)

    @property
    def result(self) -> Message | None:
        """The message that the person got for it, once there is one."""
        candidates = [self.original, *self.followups]
        if self.callback is Callback.DEFERRED_UPDATE and not self._source_changed():
            candidates = self.followups
        shown = [m for m in candidates if m and not m.deleted and not m.loading]
        return shown[0] if shown else None

    @property
    def settled(self) -> bool:
        """Whether the person is no longer waiting."""
        if self.callback is None:
            return False
        if self.callback in (Callback.CHOICES, Callback.MODAL, Callback.UPDATE):
            return True
        return self.result is not None or self._original_deleted()

    def _source_changed(self) -> bool:
        return self.source is not None and self.source.draft is not self._source_at_first

    def _original_deleted(self) -> bool:
        return self.original is not None and self.original.deleted

    def metadata(self) -> Json:
        """What a message tells about the interaction it came from."""
        body: Json = {
            "id": str(self.id),
            "type": int(self.kind),
            "user": self.person.user.payload(),
            "authorizing_integration_owners": self._owners_payload(),
        }
        if self.kind is Invoked.COMMAND:
            body["name"] = self.data["name"]
        if self.source:
            body["interacted_message_id"] = str(self.source.id)
        return body

    def _owners_payload(self) -> dict[str, str]:
        return {str(int(install)): str(owner) for install, owner in self.owners.items()}

    def payload(self, application_id: int) -> Json:
        """As the gateway delivers it."""
        channel, guild = self.channel, self.channel.guild
        body: Json = {
            "id": str(self.id),
            "application_id": str(application_id),
            "type": int(self.kind),
            "token": self.token,
            "version": 1,
            "data": self.data,
            "channel_id": str(channel.id),
            "channel": channel.payload(),
            "context": int(channel.context),
            "app_permissions": str(channel.bot_permissions),
            "authorizing_integration_owners": self._owners_payload(),
            "locale": self.person.user.locale,
            "entitlements": [],
            "attachment_size_limit": limits.ATTACHMENT_BYTES,
        }
        body |= self.person.identify(channel)
        if guild:
            body["guild_id"] = str(guild.id)
            body["guild"] = {"id": str(guild.id), "locale": guild.locale, "features": []}
            body["guild_locale"] = guild.locale
            body["channel"]["permissions"] = body["member"]["permissions"]
        if self.source:
            body["message"] = self.source.payload()
        return body
