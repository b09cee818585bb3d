"""Registration of application commands."""

from aiohttp import web

from ..commands import register
from ..errors import Refused
from ..validate import check_commands
from ..world import CommandPut
from .request import BODY, WORLD, answer, number

routes = web.RouteTableDef()
GLOBAL = "/applications/{application_id}/commands"
IN_GUILD = "/applications/{application_id}/guilds/{guild_id}/commands"


def scope(request: web.Request) -> int | None:
    """The guild that the path names, if any; only the bot's own application, and its guilds."""
    world = request.app[WORLD]
    if number(request, "application_id") != world.application_id:
        raise Refused(50001)
    if "guild_id" not in request.match_info:
        return None
    guild = world.guilds.get(number(request, "guild_id"))
    if guild is None or not guild.installed:
        raise Refused(50001)
    return guild.id


@routes.get(GLOBAL)
@routes.get(IN_GUILD)
async def get_commands(request: web.Request) -> web.Response:
    """What is registered."""
    return answer(request.app[WORLD].commands.get(scope(request), []))


@routes.put(GLOBAL)
@routes.put(IN_GUILD)
async def put_commands(request: web.Request) -> web.Response:
    """Replace everything that is registered."""
    world = request.app[WORLD]
    guild_id = scope(request)
    bodies = request[BODY].json
    check_commands(bodies)
    world.command_puts.append(CommandPut(guild_id, bodies))
    registered = register(world, guild_id, bodies)
    world.pulse.beat()
    return answer(registered)
