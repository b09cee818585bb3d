"""Reading requests and writing answers."""

import json
import re
from dataclasses import dataclass, field, replace
from typing import Any

from aiohttp import web

from ..errors import Refused
from ..messages import Attachment, Draft, Message, Upload, edited_flags, finish_components
from ..validate import Form, check_message
from ..wire import Flag, Json
from ..world import World

API = "/api/v10"
WORLD = web.AppKey("world", World)
FILE_FIELD = re.compile(r"files\[(\d+)\]")


@dataclass(frozen=True)
class Body:
    """What came with a request: JSON, and files by their number."""

    json: Any = None
    files: dict[int, Upload] = field(default_factory=dict)

    @property
    def fields(self) -> Json:
        """The JSON object; empty if there is none."""
        return self.json if isinstance(self.json, dict) else {}

    @property
    def allowed_mentions(self) -> Json | None:
        """What it may ping, if it says so."""
        return self.fields.get("allowed_mentions")

    @property
    def flags(self) -> Flag:
        """Flags that a new message may ask for."""
        return Flag(self.fields.get("flags") or 0) & ~Flag.LOADING


BODY = web.RequestKey("body", Body)


async def read_body(request: web.Request) -> Body:
    """JSON, alone or as `payload_json` beside files."""
    if request.content_type != "multipart/form-data":
        text = await request.text()
        return Body(parse(text) if text else None)
    payload, files = None, {}
    for name, part in (await request.post()).items():
        if match := FILE_FIELD.fullmatch(name):
            assert isinstance(part, web.FileField)
            data = part.file.read()
            files[int(match[1])] = Upload(part.filename, data, part.content_type)
        elif name == "payload_json":
            payload = parse(str(part))
    return Body(payload, files)


def parse(text: str) -> Any:
    """JSON, or a refusal."""
    try:
        return json.loads(text)
    except ValueError:
        raise Refused(50109) from None


def answer(data: Any, status: int = 200) -> web.Response:
    """A JSON answer.

    The content type must come without a charset: discord.py compares it with
    `application/json` as a whole, and takes anything else for plain text.
    """
    return web.Response(
        body=json.dumps(data).encode(), status=status, content_type="application/json"
    )


def nothing() -> web.Response:
    """Done, and nothing to say."""
    return web.Response(status=204)


def number(request: web.Request, name: str) -> int:
    """An id in the path."""
    text = request.match_info[name]
    form = Form()
    if not text.isdigit():
        form.wrong(name, "NUMBER_TYPE_COERCE", f'Value "{text}" is not snowflake.')
    form.finish()
    return int(text)


def compose(world: World, body: Body, flags: Flag, before: Draft | None = None) -> Draft:
    """The message that a body makes, from nothing or from what was there before."""
    before = before or Draft()
    attachments = attached(world, body.fields.get("attachments"), body.files, before)
    draft = before.revised(body.fields, attachments, flags)
    check_message(draft, body.allowed_mentions)
    return replace(draft, components=finish_components(draft.components, attachments))


def rewrite(world: World, message: Message, body: Body) -> Message:
    """Edit a message as a body says."""
    flags = edited_flags(message.draft.flags, body.fields.get("flags"))
    draft = compose(world, body, flags, message.draft)
    world.revise(message, draft, body.allowed_mentions)
    return message


def attached(
    world: World, listed: list[Json] | None, files: dict[int, Upload], before: Draft
) -> tuple[Attachment, ...]:
    """Files that came along, and of those that were there the ones listed; unlisted, all."""
    if listed is None:
        return (*before.attachments, *map(world.store, files.values()))
    kept = {attachment.id: attachment for attachment in before.attachments}
    result: list[Attachment] = []
    for item in listed:
        which = int(item["id"])
        if which in kept:
            result.append(kept[which])
        elif upload := files.get(which):
            name = item.get("filename") or upload.filename
            described = replace(upload, filename=name, description=item.get("description"))
            result.append(world.store(described))
    return tuple(result)
