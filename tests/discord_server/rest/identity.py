"""Who the bot is, and whom it can look up."""

from aiohttp import web

from ..errors import Refused
from ..wire import Json
from ..world import World
from .request import BODY, WORLD, answer, number

routes = web.RouteTableDef()


def application(world: World) -> Json:
    """The bot's application."""
    return {
        "id": str(world.application_id),
        "name": world.bot.name,
        "description": "",
        "icon": None,
        "bot": world.bot.payload(),
        "bot_public": True,
        "bot_require_code_grant": False,
        "owner": world.owner.payload(),
        "team": None,
        "verify_key": "0" * 64,
        "flags": 0,
        "integration_types_config": {str(int(install)): {} for install in world.installs},
    }


@routes.get("/oauth2/applications/@me")
@routes.get("/applications/@me")
async def get_application(request: web.Request) -> web.Response:
    """The application that the token is for."""
    return answer(application(request.app[WORLD]))


@routes.get("/users/@me")
async def get_me(request: web.Request) -> web.Response:
    """The bot's own account."""
    return answer(request.app[WORLD].bot.payload())


@routes.get("/users/{user_id}")
async def get_user(request: web.Request) -> web.Response:
    """Any account."""
    if user := request.app[WORLD].users.get(number(request, "user_id")):
        return answer(user.payload())
    raise Refused(10013)


@routes.post("/users/@me/channels")
async def open_dm(request: web.Request) -> web.Response:
    """Direct messages with a user."""
    world = request.app[WORLD]
    if user := world.users.get(int(request[BODY].json["recipient_id"])):
        return answer(world.dm_with(user).payload())
    raise Refused(10013)


@routes.get("/guilds/{guild_id}")
async def get_guild(request: web.Request) -> web.Response:
    """A guild that the bot is in."""
    guild = request.app[WORLD].guilds.get(number(request, "guild_id"))
    if guild and guild.installed:
        return answer(guild.payload())
    raise Refused(10004)


@routes.get("/guilds/{guild_id}/members/{user_id}")
async def get_member(request: web.Request) -> web.Response:
    """A member of a guild that the bot is in."""
    world = request.app[WORLD]
    guild = world.guilds.get(number(request, "guild_id"))
    user = world.users.get(number(request, "user_id"))
    if guild is None or not guild.installed:
        raise Refused(10004)
    if user and (member := guild.member_of(user)):
        return answer(member.payload())
    raise Refused(10007)


@routes.get("/gateway")
async def get_gateway(request: web.Request) -> web.Response:
    """Where the websocket is."""
    return answer({"url": request.app[WORLD].gateway_url})


@routes.get("/gateway/bot")
async def get_bot_gateway(request: web.Request) -> web.Response:
    """Where the websocket is, and how often a bot may log in there."""
    limit = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1}
    url = request.app[WORLD].gateway_url
    return answer({"url": url, "shards": 1, "session_start_limit": limit})
