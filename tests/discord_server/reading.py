"""What a person sees on a message: text, buttons, links, files."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .errors import NotFoundOnMessage
from .wire import SELECTS, ButtonStyle, Flag, Json, Part

if TYPE_CHECKING:
    from .messages import Attachment, Draft, Message

URL = re.compile(r"https?://[^\s<>()\]]+")


def walk(components: list[Json]) -> Iterator[Json]:
    """Every component, nested ones after what holds them."""
    for component in components:
        yield component
        yield from walk(component.get("components") or [])
        for key in ("accessory", "component"):
            if key in component:
                yield from walk([component[key]])


@dataclass(frozen=True)
class Button:
    """A button on a message."""

    message: "Message"
    label: str | None
    custom_id: str | None
    url: str | None
    disabled: bool
    style: ButtonStyle
    emoji: str | None


@dataclass(frozen=True)
class Select:
    """A menu on a message."""

    message: "Message"
    kind: Part
    custom_id: str
    placeholder: str | None
    options: list[Json]
    disabled: bool
    least: int
    most: int


class Readable:
    """Anything that shows a draft: a message, or a reply that a person got."""

    draft: "Draft"

    @property
    def message(self) -> "Message":
        """The message behind it."""
        raise NotImplementedError

    @property
    def content(self) -> str:
        """The plain content, without components."""
        return self.draft.content

    @property
    def embeds(self) -> list[Json]:
        """The embeds, raw."""
        return self.draft.embeds

    @property
    def components(self) -> list[Json]:
        """The components, raw."""
        return self.draft.components

    @property
    def text(self) -> str:
        """Everything there is to read: content, then text displays in order."""
        shown = [part["content"] for part in walk(self.components) if part["type"] == Part.TEXT]
        return "\n".join(filter(None, [self.content, *shown]))

    @property
    def ephemeral(self) -> bool:
        """Whether only the person who invoked it sees it."""
        return bool(self.draft.flags & Flag.EPHEMERAL)

    @property
    def files(self) -> tuple["Attachment", ...]:
        """The files attached."""
        return self.draft.attachments

    @property
    def buttons(self) -> list[Button]:
        """All buttons, however deep."""
        parts = [part for part in walk(self.components) if part["type"] == Part.BUTTON]
        return [
            Button(
                message=self.message,
                label=part.get("label"),
                custom_id=part.get("custom_id"),
                url=part.get("url"),
                disabled=bool(part.get("disabled")),
                style=ButtonStyle(part["style"]),
                emoji=(part.get("emoji") or {}).get("name"),
            )
            for part in parts
        ]

    @property
    def selects(self) -> list[Select]:
        """All menus, however deep."""
        parts = [part for part in walk(self.components) if part["type"] in SELECTS]
        return [
            Select(
                message=self.message,
                kind=Part(part["type"]),
                custom_id=part["custom_id"],
                placeholder=part.get("placeholder"),
                options=part.get("options") or [],
                disabled=bool(part.get("disabled")),
                least=1 if part.get("min_values") is None else part["min_values"],
                most=part.get("max_values") or 1,
            )
            for part in parts
        ]

    @property
    def links(self) -> list[str]:
        """Addresses of link buttons, then those in the text."""
        return [button.url for button in self.buttons if button.url] + URL.findall(self.text)

    def button(self, name: str) -> Button:
        """The button with this label or custom id."""
        for button in self.buttons:
            if name in (button.label, button.custom_id):
                return button
        labels = [button.label or button.custom_id for button in self.buttons]
        raise NotFoundOnMessage(f"no button {name!r}; there are {labels}")

    def select(self, name: str) -> Select:
        """The menu with this placeholder or custom id."""
        for select in self.selects:
            if name in (select.placeholder, select.custom_id):
                return select
        names = [select.placeholder or select.custom_id for select in self.selects]
        raise NotFoundOnMessage(f"no select {name!r}; there are {names}")
