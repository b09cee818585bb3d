"""What happens to every request: recorded, authorised, perhaps failed, perhaps refused."""

from email.utils import formatdate

from aiohttp import web
from aiohttp.typedefs import Handler

from ..errors import Refused
from ..world import Refusal, Request, World
from .faults import Faults
from .request import API, BODY, WORLD, answer, read_body

FAULTS = web.AppKey("faults", Faults)
# Their tokens are in the path.
WITHOUT_AUTHORIZATION = ("/webhooks/", "/interactions/", "/gateway")


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Serve a request to the API; anything else (gateway, files) passes through."""
    if not request.path.startswith(API + "/"):
        return await handler(request)
    world = request.app[WORLD]
    path = request.path.removeprefix(API)
    response = await attempt(world, path, request, handler)
    response.headers["Date"] = formatdate(world.snowflakes.now(), usegmt=True)
    return response


async def attempt(
    world: World, path: str, request: web.Request, handler: Handler
) -> web.StreamResponse:
    """Serve a request, or answer with why not."""
    try:
        return await serve(world, path, request, handler)
    except Refused as refused:
        return refuse(world, path, request, refused)
    except (web.HTTPNotFound, web.HTTPMethodNotAllowed):
        return refuse(world, path, request, Refused(0))


async def serve(
    world: World, path: str, request: web.Request, handler: Handler
) -> web.StreamResponse:
    """Record, fail if that is due, check the token, and answer."""
    body = await read_body(request)
    request[BODY] = body
    world.requests.append(Request(request.method, path, body.json))
    if fault := request.app[FAULTS].take(request.method, path):
        return fault.response()
    is_open = path.startswith(WITHOUT_AUTHORIZATION) and path != "/gateway/bot"
    if not is_open and request.headers.get("Authorization") != f"Bot {world.token}":
        raise Refused(40001)
    return await handler(request)


def refuse(world: World, path: str, request: web.Request, refused: Refused) -> web.Response:
    """Answer with Discord's error, and remember it."""
    world.refusals.append(
        Refusal(request.method, path, refused.status, refused.code, refused.message, refused.errors)
    )
    world.pulse.beat()
    return answer(refused.body(), refused.status)
