"""Bars that show what came of questions: legible on Discord's dark and light themes alike."""

from __future__ import annotations

import io
from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageFont

from bot.replies.stats import CameOf

__all__ = ["chart"]

WIDTH = 960
_BAR, _GAP, _MARGIN = 56, 34, 32
_LABEL = 120
_LEGEND = 48
_SIZE = 26
_BACKGROUND = "#1e1f22"
_TRACK = "#2f3136"
_INK = "#f2f3f5"
_COLOURS = ("#2f7d57", "#3b6ea5", "#96651a")
"""Answered, offered, unknown: they differ in lightness too, for those who do not tell hues."""
_ON_BAR = "#ffffff"
_RADIUS = 10
_LEAST = 44
"""Width from which a number fits into its part of a bar."""


def chart(came_of: Sequence[CameOf], legend: Sequence[str], rows: Sequence[str]) -> bytes:
    """A PNG with a bar for each of `came_of`: its parts in the order of `legend`, with numbers.

    On a ground of its own, since nobody knows whether Discord is dark or light. Every letter is
    of Pillow's own font, which has Latin ones alone: what members typed stands in the text.
    """
    height = 2 * _MARGIN + len(came_of) * (_BAR + _GAP) + _LEGEND
    image = Image.new("RGB", (WIDTH, height), _BACKGROUND)
    draw = ImageDraw.Draw(image)
    font = ImageFont.load_default(_SIZE)
    for row, (one, label) in enumerate(zip(came_of, rows, strict=True)):
        top = _MARGIN + row * (_BAR + _GAP)
        draw.text((_MARGIN, top + _BAR / 2), label, font=font, fill=_INK, anchor="lm")
        _bar(draw, font, one, top)
    _draw_legend(draw, font, legend, height - _MARGIN - _LEGEND / 2)
    file = io.BytesIO()
    image.save(file, "PNG", optimize=True)
    return file.getvalue()


def _bar(
    draw: ImageDraw.ImageDraw, font: ImageFont.FreeTypeFont | ImageFont.ImageFont, one: CameOf,
    top: float,
) -> None:  # fmt: skip
    left, right = _MARGIN + _LABEL, WIDTH - _MARGIN
    draw.rounded_rectangle((left, top, right, top + _BAR), _RADIUS, fill=_TRACK)
    start = float(left)
    for count, colour in zip((one.answered, one.offered, one.unknown), _COLOURS, strict=True):
        width = (right - left) * count / max(one.total, 1)
        if width >= 1:
            draw.rectangle((start, top, start + width, top + _BAR), fill=colour)
        if width >= _LEAST:
            middle = (start + width / 2, top + _BAR / 2)
            draw.text(middle, str(count), font=font, fill=_ON_BAR, anchor="mm")
        start += width


def _draw_legend(
    draw: ImageDraw.ImageDraw, font: ImageFont.FreeTypeFont | ImageFont.ImageFont,
    legend: Sequence[str], middle: float,
) -> None:  # fmt: skip
    left = float(_MARGIN + _LABEL)
    for label, colour in zip(legend, _COLOURS, strict=True):
        box = (left, middle - _SIZE / 2, left + _SIZE, middle + _SIZE / 2)
        draw.rounded_rectangle(box, _RADIUS / 2, fill=colour)
        left += _SIZE * 1.5
        draw.text((left, middle), label, font=font, fill=_INK, anchor="lm")
        left += draw.textlength(label, font=font) + _SIZE * 1.5
