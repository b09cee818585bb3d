"""Discord's REST API: one module per family of routes."""

from aiohttp import web

from ..world import World
from . import callbacks, channels, commands, files, identity, webhooks
from .faults import Faults
from .middleware import FAULTS, guard
from .request import API, WORLD

UPLOAD_BYTES = 256 * 1024 * 1024


async def connect(request: web.Request) -> web.StreamResponse:
    """A connection to the gateway, unless that is to fail."""
    if fault := request.app[FAULTS].take(request.method, request.path):
        return fault.response()
    return await request.app[WORLD].gateway.handle(request)


def rest_app(world: World, faults: Faults) -> web.Application:
    """The whole API, ready to be served."""
    app = web.Application(middlewares=[guard], client_max_size=UPLOAD_BYTES)
    app[WORLD] = world
    app[FAULTS] = faults
    for family in (identity, commands, callbacks, webhooks, channels):
        for route in family.routes:
            app.router.add_route(route.method, API + route.path, route.handler)
    app.router.add_routes(files.routes)
    app.router.add_get("/gateway", connect)
    return app
