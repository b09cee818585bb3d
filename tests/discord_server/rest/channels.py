"""Messages that a bot writes, edits and deletes as a member of a channel."""

from aiohttp import web

from ..errors import Refused
from ..messages import Message
from ..places import Channel
from ..wire import Flag, Permission
from .request import BODY, WORLD, answer, compose, nothing, number, rewrite

routes = web.RouteTableDef()
CHANNEL = "/channels/{channel_id}"
MESSAGES = CHANNEL + "/messages"
MESSAGE = MESSAGES + "/{message_id}"
PAGE = 50


def channel_of(request: web.Request, *needs: Permission) -> Channel:
    """The channel in the path, if the bot is in it and may do what it is about to."""
    channel = request.app[WORLD].channels.get(number(request, "channel_id"))
    if channel is None:
        raise Refused(10003)
    if not channel.bot_is_here or not channel.bot_permissions & Permission.VIEW_CHANNEL:
        raise Refused(50001)
    if any(not channel.bot_permissions & need for need in needs):
        raise Refused(50013)
    return channel


def message_of(request: web.Request, *needs: Permission) -> Message:
    """The message in the path; ephemeral ones are not in the channel for anybody."""
    wanted = number(request, "message_id")
    for message in channel_of(request, *needs).messages:
        if message.id == wanted:
            return message
    raise Refused(10008)


@routes.get(CHANNEL)
async def get_channel(request: web.Request) -> web.Response:
    """A channel."""
    return answer(channel_of(request).payload())


@routes.post(CHANNEL + "/typing")
async def type_on(request: web.Request) -> web.Response:
    """Show that the bot is typing."""
    channel_of(request, Permission.SEND_MESSAGES)
    return nothing()


@routes.get(MESSAGES)
async def get_messages(request: web.Request) -> web.Response:
    """The last messages, newest first."""
    channel = channel_of(request, Permission.READ_MESSAGE_HISTORY)
    count = int(request.query.get("limit", PAGE))
    before = int(request.query.get("before", 1 << 63))
    after = int(request.query.get("after", 0))
    found = [m.payload() for m in channel.messages if after < m.id < before]
    return answer(found[::-1][:count])


@routes.post(MESSAGES)
async def post_message(request: web.Request) -> web.Response:
    """A new message."""
    world = request.app[WORLD]
    channel = channel_of(request)
    if not channel.bot_permissions & channel.speaking:
        raise Refused(50013)
    if not all(user.takes_messages for user in channel.people):
        raise Refused(50007)
    body = request[BODY]
    reference = body.fields.get("message_reference")
    if reference and not channel.bot_permissions & Permission.READ_MESSAGE_HISTORY:
        raise Refused(160002)
    # Ephemeral is for answers to interactions only.
    draft = compose(world, body, body.flags & ~Flag.EPHEMERAL)
    message = world.write(
        channel,
        draft,
        allowed_mentions=body.allowed_mentions,
        reply_to=referenced(channel, int(reference["message_id"])) if reference else None,
    )
    return answer(message.payload())


def referenced(channel: Channel, wanted: int) -> Message:
    """The message that is replied to."""
    for message in channel.messages:
        if message.id == wanted:
            return message
    error = {"code": "REPLIES_UNKNOWN_MESSAGE", "message": "Unknown message"}
    raise Refused(50035, {"message_reference": {"_errors": [error]}})


@routes.get(MESSAGE)
async def get_message(request: web.Request) -> web.Response:
    """A message."""
    return answer(message_of(request, Permission.READ_MESSAGE_HISTORY).payload())


@routes.patch(MESSAGE)
async def edit_message(request: web.Request) -> web.Response:
    """Edit a message of the bot's own, however old."""
    world = request.app[WORLD]
    message = message_of(request)
    if message.author is not world.bot:
        raise Refused(50005)
    return answer(rewrite(world, message, request[BODY]).payload())


@routes.delete(MESSAGE)
async def delete_message(request: web.Request) -> web.Response:
    """Delete a message: the bot's own, or another's with the permission."""
    world = request.app[WORLD]
    message = message_of(request)
    may_manage = message.channel.bot_permissions & Permission.MANAGE_MESSAGES
    if message.author is not world.bot and not may_manage:
        raise Refused(50013)
    world.remove(message)
    return nothing()
