"""Modals: what a person sees of one, and what filling it in sends."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from . import limits
from .errors import InvalidInput
from .messages import Pickable, Upload
from .reading import walk
from .resolve import Resolver
from .wire import Json, Part

if TYPE_CHECKING:
    from .interactions import Interaction

PICKS = {
    Part.USER_SELECT: {"users"},
    Part.ROLE_SELECT: {"roles"},
    Part.MENTIONABLE_SELECT: {"users", "roles"},
    Part.CHANNEL_SELECT: {"channels"},
    Part.FILE_UPLOAD: {"attachments"},
}


@dataclass(frozen=True)
class Modal:
    """A form that the bot opened."""

    interaction: "Interaction"

    @property
    def body(self) -> Json:
        """The modal, raw."""
        return self.interaction.modal or {}

    @property
    def title(self) -> str:
        """The heading."""
        return self.body["title"]

    @property
    def text(self) -> str:
        """The text displays in it."""
        parts = walk(self.body["components"])
        return "\n".join(part["content"] for part in parts if part["type"] == Part.TEXT)

    @property
    def labels(self) -> list[str]:
        """What the fields are called."""
        return [name for name, _ in named_fields(self.body["components"])]


def named_fields(components: list[Json]) -> list[tuple[str, Json]]:
    """The fields of a modal with their labels."""
    fields: list[tuple[str, Json]] = []
    for top in components:
        if top["type"] == Part.LABEL:
            fields.append((top["label"], top["component"]))
        elif top["type"] == Part.ROW:
            fields.extend((field["label"], field) for field in top["components"])
    return fields


def submission(modal: Modal, values: Mapping[str, Any], resolver: Resolver) -> Json:
    """The data of a modal interaction, with values by label or custom id."""
    fields = named_fields(modal.body["components"])
    known = {name for label, field in fields for name in (label, field["custom_id"])}
    if unknown := values.keys() - known:
        raise InvalidInput(f"modal {modal.title!r} has no field {sorted(unknown)}")

    def answer(label: str, field: Json) -> Json:
        given = values.get(label, values.get(field["custom_id"]))
        sent: Json = {"type": field["type"], "custom_id": field["custom_id"]}
        if "id" in field:
            sent["id"] = field["id"]
        return sent | entered(field, label, given, resolver)

    components: list[Json] = []
    for top in modal.body["components"]:
        if top["type"] == Part.LABEL:
            filled: Json = {"component": answer(top["label"], top["component"])}
        elif top["type"] == Part.ROW:
            filled = {"components": [answer(f["label"], f) for f in top["components"]]}
        else:
            filled = {}
        components.append({"type": top["type"]} | filled)
    return resolver.with_resolved({"custom_id": modal.body["custom_id"], "components": components})


def bounds(component: Json, *, required: bool) -> tuple[int, int]:
    """How many values a field or a menu takes; `null` stands for Discord's default."""
    low, high = component.get("min_values"), component.get("max_values")
    return int(required) if low is None else low, high or 1


def entered(field: Json, label: str, given: Any, resolver: Resolver) -> Json:
    """What one field holds; a field that is left alone keeps its default."""
    kind = field["type"]
    required = field.get("required") is not False
    if kind == Part.CHECKBOX:
        return {"value": bool(field.get("default") if given is None else given)}
    if kind == Part.TEXT_INPUT:
        text = (field.get("value") or "") if given is None else given
        low, high = field.get("min_length") or 0, field.get("max_length") or limits.INPUT_LENGTH
        if (required or text) and not max(low, int(required)) <= len(text) <= high:
            raise InvalidInput(f"field {label!r} takes {low}..{high} characters, not {text!r}")
        return {"value": text}
    if kind == Part.RADIO_GROUP:
        chosen = picked(field, label, [] if given is None else [given])
        return {"value": chosen[0] if chosen else None}
    chosen = [given] if isinstance(given, str | Upload | Pickable) else given or []
    low, high = bounds(field, required=required)
    if (required or chosen) and not low <= len(chosen) <= high:
        raise InvalidInput(f"field {label!r} takes {low}..{high} values, not {chosen!r}")
    if picks := PICKS.get(kind):
        return {"values": [resolver.pick(value, picks) for value in chosen]}
    return {"values": picked(field, label, chosen)}


def picked(component: Json, label: str, chosen: Sequence[Any]) -> list[str]:
    """Values of options, chosen by value or by label."""
    options = component.get("options") or []
    by_name = {option["label"]: option["value"] for option in options}
    values = [by_name.get(choice, choice) for choice in chosen]
    if stray := set(values) - set(by_name.values()):
        raise InvalidInput(f"{label!r} offers {list(by_name)}, not {sorted(stray)}")
    return values
