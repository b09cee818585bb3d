"""Bodies of requests, as small as they can be: messages, commands and modals."""

from typing import Any

Json = dict[str, Any]


def text(content: str = "x") -> Json:
    return {"type": 10, "content": content}


def button(**fields: Any) -> Json:
    return {"type": 2, "style": 1, "label": "x", "custom_id": "x"} | fields


def row(*components: Json) -> Json:
    return {"type": 1, "components": list(components)}


def menu(count: int = 1, **fields: Any) -> Json:
    options = [{"label": f"{n}", "value": f"{n}"} for n in range(count)]
    return {"type": 3, "custom_id": "s", "options": options} | fields


def layout(*components: Json, **fields: Any) -> Json:
    return {"flags": 1 << 15, "components": list(components)} | fields


def container(*components: Json) -> Json:
    return {"type": 17, "components": list(components)}


def picture(url: str) -> Json:
    return {"media": {"url": url}}


def command(**fields: Any) -> Json:
    return {"name": "x", "description": "x"} | fields


def option(**fields: Any) -> Json:
    return {"type": 3, "name": "x", "description": "x"} | fields


def choices(count: int = 1, **fields: Any) -> list[Json]:
    return [{"name": "x", "value": "x"} | fields] * count


def field(**fields: Any) -> Json:
    return {"type": 4, "custom_id": "x", "style": 1} | fields


def label(component: Json, **fields: Any) -> Json:
    return {"type": 18, "label": "x", "component": component} | fields


def modal(*components: Json, **fields: Any) -> Json:
    return {"title": "x", "custom_id": "x", "components": list(components)} | fields
