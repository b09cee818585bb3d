"""Replies as Discord shows them. Every limit of Discord's that the bot could meet stands here.

Nothing here fails because something is too long: texts are cut at a word, and what does not fit
at all is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

import discord
from discord import app_commands, ui

from bot.archive import Completion
from bot.client.bot import Bot, Interaction
from bot.client.custom_ids import CustomIds
from bot.client.markdown import escape, link, one_line
from bot.knowledge.schema import Source
from bot.replies import wording
from bot.replies.model import (
    Action,
    Block,
    Heading,
    Menu,
    Note,
    Quotation,
    Reply,
    Sources,
    Text,
)

__all__ = ["CHOICES", "choices", "clip", "edit", "send", "to_view", "view_for"]

COMPONENTS = 40
"""Components of a message, counting those inside others."""
TEXT_LENGTH = 4000
"""Characters of all the texts of a message together, markup included."""
ROW_BUTTONS = 5
LABEL_LENGTH = 80
PLACEHOLDER_LENGTH = 150
CHOICES = 25
"""Rows of autocomplete, and options of a select."""
CHOICE_LENGTH = 100
"""Characters of a choice's name, and of its value."""

ROW_LABELS_LENGTH = 80
"""Characters of all labels in a row of buttons; not Discord's, but beyond it a row looks torn."""
_MOST_CARDS = 2
_CARD_COMPONENTS = _MOST_CARDS * 6 + 1
"""The most that stands beside the buttons: a card has two containers with two texts each; a file.
"""
_MOST_BUTTONS = (COMPONENTS - _CARD_COMPONENTS) // 2
"""With each button in a row of its own."""


# -- sending


async def send(
    interaction: Interaction,
    reply: Reply,
    *,
    private: bool = False,
    files: Sequence[discord.File] = (),
) -> None:
    """Answer an interaction, or finish the answer that was deferred."""
    view = view_for(interaction.client, reply, files)
    if interaction.response.is_done():
        # After a deferral, the first of these takes the place of "thinking".
        await interaction.followup.send(view=view, files=files, ephemeral=private)
    else:
        await interaction.response.send_message(view=view, files=files, ephemeral=private)


async def edit(interaction: Interaction, reply: Reply) -> None:
    """Put `reply` in place of the message whose button was clicked."""
    await interaction.response.edit_message(view=view_for(interaction.client, reply))


def choices(offers: Iterable[Completion]) -> list[app_commands.Choice[str]]:
    """Autocomplete choices; those whose values are too long are left out."""
    fitting = [
        app_commands.Choice(name=clip(text, CHOICE_LENGTH), value=offer.value)
        for offer in offers
        if (text := one_line(offer.text)) and len(offer.value) <= CHOICE_LENGTH
    ]
    return fitting[:CHOICES]


# -- building


def to_view(
    reply: Reply,
    custom_ids: CustomIds,
    accent: discord.Colour,
    files: Sequence[discord.File] = (),
) -> ui.LayoutView:
    """The reply as components: of each card what is open, then what is veiled; then the buttons."""
    room = _Room(TEXT_LENGTH)
    cards = reply.cards[:_MOST_CARDS]
    parts = (
        *(part for card in cards for part in _boxes(room, card, accent)),
        *map(_file, files),
        *_selects(reply.menus, custom_ids),
        *_rows(reply.actions, custom_ids, _MOST_BUTTONS - len(reply.menus)),
    )
    view = ui.LayoutView(timeout=None)
    for part in parts:
        if part is not None:
            view.add_item(part)
    # Buttons are found by their custom ids, so there is nothing to wait for or to remember.
    view.stop()
    return view


def view_for(client: Bot, reply: Reply, files: Sequence[discord.File] = ()) -> ui.LayoutView:
    """The reply as components, as this bot shows it."""
    accent = discord.Colour.from_str(client.archive.show.bot.accent)
    return to_view(reply, client.custom_ids, accent, files)


def _boxes(
    room: _Room, card: Reply, accent: discord.Colour
) -> tuple[ui.Container[Any] | None, ui.Container[Any] | None]:
    return (
        _card(room, card.open, accent, spoiler=False),
        _card(room, card.veiled, accent, spoiler=True),
    )


class _Room:
    """Characters that are left in the message."""

    def __init__(self, left: int) -> None:
        self.left = left

    def take(self, text: str) -> str:
        self.left -= len(text)
        return text


def _card(
    room: _Room, blocks: Sequence[Block], accent: discord.Colour, *, spoiler: bool
) -> ui.Container[Any] | None:
    """A box of blocks, sources last, behind spoiler bars or not; None when it would be empty."""
    words = [block for block in blocks if not isinstance(block, Sources)]
    sources = [block for block in blocks if isinstance(block, Sources)]
    texts = ["\n".join(_in_turn(room, part)) for part in (words, sources)]
    shown = [ui.TextDisplay[Any](text) for text in texts if text]
    return ui.Container[Any](*shown, accent_colour=accent, spoiler=spoiler) if shown else None


def _file(file: discord.File) -> ui.File[Any]:
    return ui.File[Any](file)


def _in_turn(room: _Room, blocks: Iterable[Block]) -> Iterator[str]:
    """The blocks in markup, as long as there is room for them."""
    for block in blocks:
        limit = room.left - 1  # for the line break
        text = _links(block, limit) if isinstance(block, Sources) else _fit(block, limit)
        if text:
            room.left -= 1
            yield room.take(text)


def _fit(block: Heading | Text | Quotation | Note, limit: int) -> str:
    """The block in markup, cut until it fits; empty when nothing would be left of it."""
    text = block.text
    shown = _in_markup(block)
    while len(shown) > limit and text:
        text = clip(text, len(text) - (len(shown) - limit))
        shown = _in_markup(replace(block, text=text))
    return shown if one_line(text) else ""


def _in_markup(block: Heading | Text | Quotation | Note) -> str:
    match block:
        case Heading(text):
            return f"### {escape(one_line(text))}"
        case Note(text):
            return f"-# {escape(one_line(text))}"
        case Quotation(text):
            return "\n".join(f"> {line}" for line in escape(text).splitlines())
        case Text(text):
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


def _links(block: Sources, limit: int) -> str:
    """Links to who reported something, none of them cut; empty when none fits.

    They go by publisher and date: titles of articles would tell the plot.
    """
    by_url = {source.url: link(_label(source), source.url) for source in block.sources}
    links = tuple(by_url.values())
    for count in range(len(links), 0, -1):
        text = f"-# {wording.sources(links[:count])}"
        if len(text) <= limit:
            return text
    return ""


def _label(source: Source) -> str:
    return wording.reported_by(source.publisher or _host(source.url), source.date)


def _host(url: str) -> str:
    return (urlsplit(url).hostname or url).removeprefix("www.")


# -- buttons


def _selects(menus: Sequence[Menu], custom_ids: CustomIds) -> Iterator[ui.ActionRow[Any]]:
    """Each menu in a row of its own, as one must be."""
    for menu in menus[:_MOST_BUTTONS]:
        options = [
            discord.SelectOption(
                label=clip(option.label, CHOICE_LENGTH),
                value=option.value,
                default=option.is_chosen,
            )
            for option in menu.options[:CHOICES]
        ]
        select = ui.Select[Any](
            custom_id=custom_ids.write(menu.does),
            placeholder=clip(menu.label, PLACEHOLDER_LENGTH),
            min_values=0 if menu.is_optional else 1,
            max_values=len(options) if menu.is_optional else 1,
            options=options,
        )
        yield ui.ActionRow[Any](select)


def _rows(actions: Iterable[Action], custom_ids: CustomIds, most: int) -> list[ui.ActionRow[Any]]:
    """Buttons in as few rows as look well; two that do the same are one, as Discord demands."""
    labels = {custom_ids.write(action.does): _button_label(action) for action in actions}
    rows: list[ui.ActionRow[Any]] = []
    width = 0
    for custom_id, label in list(labels.items())[: max(0, most)]:
        width += len(label)
        if not rows or width > ROW_LABELS_LENGTH or len(rows[-1].children) == ROW_BUTTONS:
            rows.append(ui.ActionRow[Any]())
            width = len(label)
        rows[-1].add_item(ui.Button[Any](label=label, custom_id=custom_id))
    return rows


def _button_label(action: Action) -> str:
    return clip(one_line(action.label), LABEL_LENGTH) or "…"
