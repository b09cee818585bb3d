"""What goes wrong: for the bot (Discord refuses), and for a person (Discord's app won't let them).

`Refused` is answered to the bot over HTTP; everything below `CannotDo` is raised in the test.
"""

from .wire import Json

KNOWN: dict[int, tuple[int, str]] = {
    0: (404, "404: Not Found"),
    10003: (404, "Unknown Channel"),
    10004: (404, "Unknown Guild"),
    10007: (404, "Unknown Member"),
    10008: (404, "Unknown Message"),
    10013: (404, "Unknown User"),
    10015: (404, "Unknown Webhook"),
    10062: (404, "Unknown interaction"),
    40001: (401, "401: Unauthorized"),
    40005: (413, "Request entity too large"),
    40060: (400, "Interaction has already been acknowledged."),
    50001: (403, "Missing Access"),
    50007: (403, "Cannot send messages to this user"),
    50005: (403, "Cannot edit a message authored by another user"),
    50006: (400, "Cannot send an empty message"),
    50013: (403, "Missing Permissions"),
    50027: (401, "Invalid Webhook Token"),
    50035: (400, "Invalid Form Body"),
    50109: (400, "The request body contains invalid JSON."),
    160002: (400, "Cannot reply without permission to read message history"),
}


class Refused(Exception):
    """Discord's error answer to a request."""

    def __init__(self, code: int, errors: Json | None = None) -> None:
        self.code = code
        self.status, self.message = KNOWN[code]
        self.errors = errors
        super().__init__(f"{self.status} (code {code}): {self.message} {errors or ''}".rstrip())

    def body(self) -> Json:
        """The JSON that goes with the status."""
        # Discord's own 401 and bare 404 carry code 0.
        code = 0 if self.code == 40001 else self.code
        body: Json = {"code": code, "message": self.message}
        return body if self.errors is None else body | {"errors": self.errors}


class CannotDo(Exception):
    """A person tried what Discord's app would not let them do, or got no answer."""


class NotRegistered(CannotDo):
    """No such command here: not registered, or not for this place or installation."""


class NotPermitted(CannotDo):
    """The command is hidden from this person by its default member permissions."""


class InvalidInput(CannotDo):
    """Discord's app would not send this option, value or modal field."""


class NotClickable(CannotDo):
    """The component is disabled, gone, a link, or on a message this person cannot see."""


class NotFoundOnMessage(CannotDo):
    """The message has no component by that name."""


class BotOffline(CannotDo):
    """No bot has a session at the gateway."""


class NoResponse(CannotDo):
    """The application did not respond."""


class LeftThinking(CannotDo):
    """The application acknowledged, and then nothing followed."""
