"""Replies as Discord shows them. Every limit of Discord's that the bot could meet stands here.

Nothing here fails because something is too long: texts are cut at a word, and what does not fit
at all is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Any
from urllib.parse import urlsplit

import discord
from discord import app_commands, ui

from bot.archive import Completion
from bot.client.bot import Bot, Interaction
from bot.client.custom_ids import CustomIds
from bot.client.markdown import code, emphasised, escape, link, mention, one_line
from bot.replies import wording
from bot.replies.model import (
    Action,
    Block,
    Countdown,
    Heading,
    Jump,
    Kind,
    Menu,
    Note,
    Picture,
    Quotation,
    Reply,
    Rule,
    Sources,
    Text,
    Usage,
    Veil,
)

__all__ = ["CHOICES", "CHOICE_LENGTH", "choices", "clip", "edit", "send", "to_view", "view_for"]

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
SECTION_TEXTS = 3
"""Texts beside a picture."""
DESCRIPTION_LENGTH = 1024
"""Characters of what is to be seen in a picture."""
_MOST_CARDS = 2
_MOST_VEILS = 8
"""Veils in a message beside those of its cards; what is more stands behind the last of them."""
_MOST_MENUS = 5
_MOST_LINKS = 4
"""Publishers that one line names."""
_MOST_PARTS = 6
"""Parts of cards that stand apart from those above them, in a message."""


@dataclass(frozen=True, slots=True)
class _Look:
    """How a kind of reply looks; its words say the same."""

    mark: str
    colour: discord.Colour | None = None
    """None for that of the show."""


_QUOTES = {Kind.QUOTE, Kind.PARAPHRASE, Kind.DIALOGUE}
"""Kinds that begin with the words themselves; the mark stands where these are explained."""

_PURPLE = discord.Colour(0x7A5CC0)
_GREY = discord.Colour(0x6D6F78)
_LOOKS = {
    Kind.PLAIN: _Look(""),
    Kind.ANSWER: _Look("📖"),
    Kind.VEILED: _Look("🔒", discord.Colour(0xC99B2E)),
    Kind.QUOTE: _Look("💬", _PURPLE),
    Kind.PARAPHRASE: _Look("📝", _PURPLE),
    Kind.DIALOGUE: _Look("🎬", _PURPLE),
    Kind.CHOICE: _Look("🔎", discord.Colour(0x3B6EA5)),
    Kind.UNKNOWN: _Look("❔", _GREY),
    Kind.DONE: _Look("✅", discord.Colour(0x248046)),
    Kind.REFUSED: _Look("❌", discord.Colour(0xC0392B)),
    Kind.QUIZ: _Look("❓", discord.Colour(0x3B6EA5)),
}


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
    view = ui.LayoutView(timeout=None)
    for card in cards:
        for box in filter(None, _boxes(room, card, accent)):
            view.add_item(box)
        for part in _veils(room, card.further, _MOST_VEILS // len(cards)):
            view.add_item(part)
    for file in files:
        view.add_item(_file(file))
    for row in _selects(reply.menus, custom_ids):
        view.add_item(row)
    left = COMPONENTS - sum(1 for _ in view.walk_children())
    is_stacked = reply.kind in {Kind.CHOICE, Kind.QUIZ}
    for row in _rows(reply.actions, custom_ids, left, is_stacked=is_stacked):
        view.add_item(row)
    left = COMPONENTS - sum(1 for _ in view.walk_children())
    for row in _rows(reply.aside, custom_ids, left, is_stacked=False):
        view.add_item(row)
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
    """What everybody reads, in the colour of its kind, and what is behind the veil."""
    look, veil = _LOOKS[card.kind], _LOOKS[Kind.VEILED]
    return (
        _card(room, _marked(card, look.mark), look.colour or accent),
        _card(room, card.veiled, veil.colour or accent, spoiler=True),
    )


def _veils(room: _Room, further: Sequence[Veil], most: int) -> Iterator[ui.Item[Any]]:
    """Of each veil its title, and beneath it what is behind, as long as there is room."""
    look = _LOOKS[Kind.VEILED]
    for veil in _gathered(further, most):
        title = _fit(Note(f"{look.mark} {veil.title}"), room.left)
        room.left -= len(title)
        box = _card(room, veil.veiled, look.colour or discord.Colour.default(), spoiler=True)
        if title and box:
            yield ui.TextDisplay[Any](title)
            yield box


def _gathered(further: Sequence[Veil], most: int) -> Sequence[Veil]:
    """At most so many veils: the last of them holds the rest, each under its own title."""
    if len(further) <= most:
        return further
    rest = further[most - 1 :]
    title = wording.in_a_line([veil.title for veil in rest])
    blocks = [block for veil in rest for block in (Note(veil.title), *veil.veiled)]
    return (*further[: most - 1], Veil(title, tuple(blocks)))


class _Room:
    """Characters that are left in the message, and parts that may stand apart."""

    def __init__(self, left: int) -> None:
        self.left = left
        self.parts = _MOST_PARTS

    def take(self, text: str) -> str:
        self.left -= len(text)
        return text


def _card(
    room: _Room,
    blocks: Sequence[Block],
    colour: discord.Colour,
    *,
    spoiler: bool = False,
) -> ui.Container[Any] | None:
    """A box of blocks, sources last, behind spoiler bars or not; None when it would be empty."""
    words = [block for block in blocks if not isinstance(block, Sources | Picture)]
    picture = next((block for block in blocks if isinstance(block, Picture)), None)
    beneath = [block for block in blocks if isinstance(block, Sources)]
    notes = [Note(wording.picture(picture.image.licence))] if picture else []
    parts = list(_shown(room, words))
    if picture:
        parts = _beside(picture, parts)
    if text := "\n".join(_in_turn(room, [*beneath, *notes])):
        parts.append(ui.TextDisplay[Any](text))
    if all(isinstance(part, ui.Separator) for part in parts):
        return None
    return ui.Container[Any](*parts, accent_colour=colour, spoiler=spoiler)


def _shown(room: _Room, words: Sequence[Block]) -> Iterator[ui.Item[Any]]:
    for part in _in_parts(room, words):
        if isinstance(part, Rule):
            yield ui.Separator[Any]()
        elif text := "\n".join(_in_turn(room, part)):
            yield ui.TextDisplay[Any](text)


def _beside(picture: Picture, parts: Sequence[ui.Item[Any]]) -> list[ui.Item[Any]]:
    """The first texts beside the picture, and the rest beneath; without a text no picture."""
    texts = list(takewhile(lambda part: isinstance(part, ui.TextDisplay), parts))[:SECTION_TEXTS]
    if not texts:
        return list(parts)
    return [ui.Section[Any](*texts, accessory=_thumbnail(picture)), *parts[len(texts) :]]


def _in_parts(room: _Room, blocks: Sequence[Block]) -> Iterator[list[Block] | Rule]:
    """The blocks that stand close together, with some room or a line in between.

    There is room beneath the small line that a card begins with, and beneath a quote.
    """
    part: list[Block] = []
    for number, block in enumerate(blocks):
        is_rule = isinstance(block, Rule)
        is_first = number == 0 and isinstance(block, Note)
        if not is_rule:
            part.append(block)
        if part and room.parts and (is_rule or is_first or isinstance(block, Quotation)):
            room.parts -= 1
            yield part
            part = []
            if is_rule:
                yield block
    yield part


def _marked(reply: Reply, mark: str) -> list[Block]:
    """What everybody reads, with the mark before its heading, or what else tells the kind."""
    blocks = list(reply.open)
    bearers = (Sources,) if reply.kind in _QUOTES else (Heading,)
    number = next((n for n, block in enumerate(blocks) if isinstance(block, bearers)), 0)
    if blocks and mark:
        blocks[number] = _with_mark(blocks[number], mark)
    return blocks


def _with_mark(block: Block, mark: str) -> Block:
    match block:
        case Heading(text) | Note(text) | Text(text) if one_line(text):
            return replace(block, text=f"{mark} {text}")
        case Sources(_, (first, *others)):
            return replace(block, notes=(f"{mark} {first}", *others))
        case _:
            return block


def _thumbnail(picture: Picture) -> ui.Thumbnail[Any]:
    image = picture.image
    seen = clip(one_line(image.alt or image.licence), DESCRIPTION_LENGTH)
    return ui.Thumbnail[Any](image.url, description=seen)


def _file(file: discord.File) -> ui.Item[Any]:
    """A file to open; one with a description is a picture, which is seen at once."""
    if file.description is None:
        return ui.File[Any](file)
    description = clip(file.description, DESCRIPTION_LENGTH)
    return ui.MediaGallery[Any](discord.MediaGalleryItem(file, description=description))


def _in_turn(room: _Room, blocks: Iterable[Block]) -> Iterator[str]:
    """The blocks in markup, as long as there is room for them."""
    for block in blocks:
        limit = room.left - 1  # for the line break
        text = _links(block, limit) if isinstance(block, Sources) else _fit(block, limit)
        if text:
            room.left -= 1
            yield room.take(text)


def _fit(block: Block, limit: int) -> str:
    """The block in markup, cut until it fits; empty when nothing would be left of it."""
    if isinstance(block, Usage | Countdown | Jump):
        shown = _whole(block)
        return shown if len(shown) <= limit else ""
    if not isinstance(block, Heading | Text | Quotation | Note):
        return ""
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
        case Text(text, strong):
            return emphasised(text, strong)


def _whole(block: Usage | Countdown | Jump) -> str:
    """What would say something else if it were cut."""
    match block:
        case Usage():
            return _usage(block)
        case Countdown(text, at):
            return f"{escape(one_line(text))} <t:{round(at)}:R>"
        case Jump(label, url):
            return link(label, url)


def _usage(block: Usage) -> str:
    """A command to click, what it does, and beneath it what to try."""
    line = f"{mention(block.command, block.id)} {escape(one_line(block.about))}"
    if not block.examples:
        return line
    return f"{line}\n-# {wording.in_a_line([code(one) for one in block.examples])}"


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
    """One small line: notes, then links to who reported it, none of them cut; empty if none fits.

    They go by publisher alone, each once: titles of articles would tell the plot.
    """
    by_label: dict[str, str] = {}
    for source in block.sources:
        label = one_line(source.publisher or _host(source.url))
        by_label.setdefault(label, link(label, source.url))
    links = tuple(by_label.values())[:_MOST_LINKS]
    notes = tuple(escape(one_line(note)) for note in block.notes)
    for count in range(len(links), -1, -1):
        parts = (*notes, *links[:count])
        text = f"-# {wording.in_a_line(parts)}"
        if parts and len(text) <= limit:
            return text
    return ""


def _host(url: str) -> str:
    return (urlsplit(url).hostname or url).removeprefix("www.")


# -- buttons


def _selects(menus: Sequence[Menu], custom_ids: CustomIds) -> Iterator[ui.ActionRow[Any]]:
    """Each menu in a row of its own, as one must be."""
    for menu in menus[:_MOST_MENUS]:
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


def _rows(
    actions: Iterable[Action], custom_ids: CustomIds, left: int, *, is_stacked: bool
) -> list[ui.ActionRow[Any]]:
    """Buttons in as few rows as look well, or one a row; of `left` components at most.

    Two that do the same are one, as Discord demands.
    """
    by_id = {custom_ids.write(action.does): action for action in actions}
    rows: list[ui.ActionRow[Any]] = []
    width = 0
    for custom_id, action in by_id.items():
        label = _button_label(action)
        width += len(label)
        is_full = width > ROW_LABELS_LENGTH or (rows and len(rows[-1].children) == ROW_BUTTONS)
        is_new = not rows or is_stacked or is_full
        left -= 2 if is_new else 1
        if left < 0:
            break
        if is_new:
            rows.append(ui.ActionRow[Any]())
            width = len(label)
        emoji = action.mark or None
        rows[-1].add_item(ui.Button[Any](label=label, custom_id=custom_id, emoji=emoji))
    return rows


def _button_label(action: Action) -> str:
    return clip(one_line(action.label), LABEL_LENGTH) or "…"
