"""Registration of application commands."""

from aiohttp import web

from ..commands import register
from ..errors import Refused
from ..validate import check_commands
from ..wire import Json
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


def listed(part: Json) -> Json:
    """A command or an option as Discord lists it: false and empty things are not mentioned."""
    options = [listed(option) for option in part.get("options") or []]
    told = {key: value for key, value in part.items() if value is not False and value != []}
    return {**told, "options": options} if options else told


@routes.get(GLOBAL)
@routes.get(IN_GUILD)
async def get_commands(request: web.Request) -> web.Response:
    """What is registered."""
    found = request.app[WORLD].commands.get(scope(request), [])
    return answer([listed(command) for command in found])


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
