"""What a bot says after it has acknowledged an interaction."""

from aiohttp import web

from ..errors import Refused
from ..interactions import Interaction
from ..messages import Message
from .request import BODY, WORLD, answer, compose, nothing, number, rewrite

routes = web.RouteTableDef()
WEBHOOK = "/webhooks/{application_id}/{token}"
MESSAGE = WEBHOOK + "/messages/{message_id}"


def interaction_of(request: web.Request) -> Interaction:
    """The interaction whose token is in the path, if it can still be followed up."""
    world = request.app[WORLD]
    interaction = world.interactions.get(request.match_info["token"])
    if number(request, "application_id") != world.application_id:
        raise Refused(10015)
    if interaction is None:
        raise Refused(50027)
    interaction.check_token(world.clock.now())
    return interaction


def message_of(request: web.Request) -> Message:
    """The message in the path."""
    return interaction_of(request).find_message(request.match_info["message_id"])


@routes.post(WEBHOOK)
async def follow_up(request: web.Request) -> web.Response:
    """A further message."""
    world = request.app[WORLD]
    interaction = interaction_of(request)
    body = request[BODY]
    thinking = interaction.original
    if thinking and thinking.loading and not thinking.deleted:
        # The first follow-up takes the place of the thinking, and is for whom that was.
        return answer(rewrite(world, thinking, body).payload())
    message = world.write(
        interaction.channel,
        compose(world, body, body.flags),
        allowed_mentions=body.allowed_mentions,
        interaction=interaction,
    )
    interaction.followups.append(message)
    world.pulse.beat()
    return answer(message.payload())


@routes.get(MESSAGE)
async def get_message(request: web.Request) -> web.Response:
    """A message that this interaction brought about."""
    return answer(message_of(request).payload())


@routes.patch(MESSAGE)
async def edit_message(request: web.Request) -> web.Response:
    """Edit such a message."""
    message = rewrite(request.app[WORLD], message_of(request), request[BODY])
    return answer(message.payload())


@routes.delete(MESSAGE)
async def delete_message(request: web.Request) -> web.Response:
    """Delete such a message."""
    request.app[WORLD].remove(message_of(request))
    return nothing()
