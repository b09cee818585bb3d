"""Which people a message really pings."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from .wire import Json

if TYPE_CHECKING:
    from .messages import Message

# Mentions in code spans count too: Discord would not ping for them, but a bot that relies on
# somebody else's text staying inside its backticks is one backtick away from doing so.
MENTION = re.compile(r"@(?P<all>everyone|here)\b|<@!?(?P<user>\d+)>|<@&(?P<role>\d+)>")


@dataclass(frozen=True)
class Ping:
    """A notification that a message caused."""

    kind: Literal["everyone", "here", "user", "role", "reply"]
    target: int | None
    message: "Message"


def pings_of(message: "Message", allowed: Json | None) -> list[Ping]:
    """Everything in the text that pings, under the `allowed_mentions` it was sent with."""
    # Nobody but the reader sees an ephemeral message, and they are reading it already.
    if message.ephemeral:
        return []
    found = [
        ping
        for match in MENTION.finditer(message.text)
        if is_allowed(ping := ping_of(match, message), allowed)
    ]
    if message.reply_to and (allowed is None or allowed.get("replied_user")):
        found.append(Ping("reply", message.reply_to.author.id, message))
    return list(dict.fromkeys(found))


def ping_of(match: re.Match[str], message: "Message") -> Ping:
    """What one mention in a text asks for."""
    if match["user"]:
        return Ping("user", int(match["user"]), message)
    if match["role"]:
        return Ping("role", int(match["role"]), message)
    return Ping("everyone" if match["all"] == "everyone" else "here", None, message)


def is_allowed(ping: Ping, allowed: Json | None) -> bool:
    """Without `allowed_mentions` everything pings; with it, only what it lists."""
    if allowed is None:
        return True
    kind = {"user": "users", "role": "roles"}.get(ping.kind, "everyone")
    listed = {int(number) for number in allowed.get(kind) or []} if kind != "everyone" else set()
    return kind in (allowed.get("parse") or []) or ping.target in listed
