"""The addresses of uploaded files."""

from aiohttp import web

from .request import WORLD

routes = web.RouteTableDef()


@routes.get("/attachments/{attachment_id}/{filename}")
async def get_file(request: web.Request) -> web.Response:
    """An uploaded file."""
    world = request.app[WORLD]
    attachment = world.attachments.get(int(request.match_info["attachment_id"]))
    if attachment is None:
        raise web.HTTPNotFound
    return web.Response(body=attachment.data, content_type=attachment.content_type)
