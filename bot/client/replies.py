"""Replies as Discord shows them. Every limit of Discord's that the bot could meet stands here.

Nothing here fails because something is too long: texts are cut at a word, and what does not fit
at all is left out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit

import discord
from discord import app_commands, ui

from bot.client.custom_ids import write_custom_id
from bot.client.markdown import escape, link, one_line
from bot.knowledge.schema import Source
from bot.reply import Action, Line, Reply

__all__ = ["CHOICES", "choices", "clip", "edit", "send", "to_view"]

COMPONENTS = 40
"""Components of a message, counting those inside others."""
TEXT_LENGTH = 4000
"""Characters of all the texts of a message together, markup included."""
ROW_BUTTONS = 5
LABEL_LENGTH = 80
CUSTOM_ID_LENGTH = 100
CHOICES = 25
CHOICE_LENGTH = 100
"""Characters of a choice's name, and of its value."""

ROW_LABELS_LENGTH = 80
"""Characters of all labels in a row of buttons; not Discord's, but beyond it a row looks torn."""
_CARD_COMPONENTS = 6
"""The most that stands beside the buttons: two containers, three texts, a file."""
_MOST_BUTTONS = (COMPONENTS - _CARD_COMPONENTS) // 2
"""With each button in a row of its own."""

ACCENT = discord.Colour(0x3F7D5C)
"""The green of Hyosan High's uniforms."""


# -- sending


async def send(
    interaction: discord.Interaction[Any],
    reply: Reply,
    *,
    private: bool = False,
    files: Sequence[discord.File] = (),
) -> None:
    """Answer an interaction, or finish the answer that was deferred."""
    view = to_view(reply, files)
    if interaction.response.is_done():
        # After a deferral, the first of these takes the place of "thinking".
        await interaction.followup.send(view=view, files=files, ephemeral=private)
    else:
        await interaction.response.send_message(view=view, files=files, ephemeral=private)


async def edit(interaction: discord.Interaction[Any], reply: Reply) -> None:
    """Put `reply` in place of the message whose button was clicked."""
    await interaction.response.edit_message(view=to_view(reply))


def choices(offers: Iterable[tuple[str, str]]) -> list[app_commands.Choice[str]]:
    """Autocomplete choices from names and values; values that are too long are left out."""
    fitting = [
        app_commands.Choice(name=clip(one_line(name), CHOICE_LENGTH), value=value)
        for name, value in offers
        if len(value) <= CHOICE_LENGTH
    ]
    return fitting[:CHOICES]


# -- building


def to_view(reply: Reply, files: Sequence[discord.File] = ()) -> ui.LayoutView:
    """The reply as components: what is open, then what is veiled, then the buttons."""
    room = _Room(TEXT_LENGTH)
    sources = _Sources(reply.sources)
    is_veiled = bool(reply.spoiler)
    parts = [_card(room, reply.open_lines, None if is_veiled else sources, spoiler=False)]
    if is_veiled:
        parts.append(_card(room, reply.veiled_lines, sources, spoiler=True))
    view = ui.LayoutView(timeout=None)
    for part in (*parts, *map(_file, files), *_rows(reply.actions)):
        if part is not None:
            view.add_item(part)
    # Buttons are found by their custom ids, so there is nothing to wait for or to remember.
    view.stop()
    return view


class _Room:
    """Characters that are left in the message."""

    def __init__(self, left: int) -> None:
        self.left = left

    def take(self, text: str) -> str:
        self.left -= len(text)
        return text


def _card(
    room: _Room, lines: Iterable[Line], sources: _Sources | None, *, spoiler: bool
) -> ui.Container[Any] | None:
    """A box of text with its sources, behind spoiler bars or not; None when it would be empty."""
    texts = ["\n".join(_paragraphs(room, lines))]
    if sources is not None:
        texts.append(sources.within(room))
    shown = [ui.TextDisplay[Any](text) for text in texts if text]
    return ui.Container[Any](*shown, accent_colour=ACCENT, spoiler=spoiler) if shown else None


def _file(file: discord.File) -> ui.File[Any]:
    return ui.File[Any](file)


def _paragraphs(room: _Room, lines: Iterable[Line]) -> Iterator[str]:
    for line in lines:
        text = _fit(line, room.left - 1)  # 1 for the line break
        if text:
            room.left -= 1
            yield room.take(text)


def _fit(line: Line, limit: int) -> str:
    """The line in markup, cut until it fits; empty when nothing would be left of it."""
    text = line.text
    shown = _in_markup(text, line.style)
    while len(shown) > limit and text:
        text = clip(text, len(text) - (len(shown) - limit))
        shown = _in_markup(text, line.style)
    return shown if text.strip() else ""


def _in_markup(text: str, style: str) -> str:
    match style:
        case "heading":
            return f"### {escape(one_line(text))}"
        case "small":
            return f"-# {escape(one_line(text))}"
        case "quote":
            return "\n".join(f"> {line}" for line in escape(text).splitlines())
        case _:
            return escape(text)


def clip(text: str, limit: int) -> str:
    """`text` in at most `limit` characters, ending at a word and with "…" where it was cut."""
    if len(text) <= limit:
        return text
    if limit < 1:
        return ""
    head = text[: limit - 1]
    space = head.rfind(" ")
    if not text[limit - 1].isspace() and space > limit // 2:  # else one very long word: cut in it
        head = head[:space]
    return f"{head.rstrip()}…"


# -- sources


class _Sources:
    """Links to who reported something, by publisher and date: titles would tell the plot."""

    def __init__(self, sources: Iterable[Source]) -> None:
        by_url = {source.url: source for source in sources}
        self._links = [link(_label(source), url) for url, source in by_url.items()]

    def within(self, room: _Room) -> str:
        """The links that fit, none of them cut."""
        text = "-# Source: " if len(self._links) == 1 else "-# Sources: "
        shown = 0
        for address in self._links:
            separator = " · " if shown else ""
            if len(text) + len(separator) + len(address) > room.left:
                break
            text += separator + address
            shown += 1
        return room.take(text) if shown else ""


def _label(source: Source) -> str:
    publisher = source.publisher or _host(source.url)
    return f"{publisher}, {_date(source.date)}" if source.date else publisher


def _host(url: str) -> str:
    return (urlsplit(url).hostname or url).removeprefix("www.")


def _date(written: str) -> str:
    """As people write it: 2022-02-07 is "7 February 2022"; a date that never was stays as it is."""
    year, month, day = [*map(int, written.split("-")), 0, 0][:3]
    try:
        name = f"{dt.date(year, month or 1, day or 1):%B}"
    except ValueError:
        return written
    return f"{day or ''} {name if month else ''} {year}".strip()


# -- buttons


def _rows(actions: Iterable[Action]) -> list[ui.ActionRow[Any]]:
    """Buttons in as few rows as look well; two that do the same are one, as Discord demands."""
    labels = {write_custom_id(a.does, CUSTOM_ID_LENGTH): _button_label(a) for a in actions}
    rows: list[ui.ActionRow[Any]] = []
    width = 0
    for custom_id, label in list(labels.items())[:_MOST_BUTTONS]:
        width += len(label)
        if not rows or width > ROW_LABELS_LENGTH or len(rows[-1].children) == ROW_BUTTONS:
            rows.append(ui.ActionRow[Any]())
            width = len(label)
        rows[-1].add_item(ui.Button[Any](label=label, custom_id=custom_id))
    return rows


def _button_label(action: Action) -> str:
    return clip(one_line(action.label), LABEL_LENGTH)
