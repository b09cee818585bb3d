"""The leaderboard as a picture: places, names, bars and points.

It brings its own ground, so that it can be read in Discord's light and dark theme alike. The font
covers Latin, Greek, Cyrillic, Korean, Japanese and Hanja; of a name only what it can draw is drawn,
and where nothing is left of it the player goes by their row: the whole name stands in the words
beside the picture.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from bot.quiz.scoring import Standing
from bot.replies import quiz_wording as said
from bot.text import legible

__all__ = ["draw", "drawable"]

_FONT = Path(__file__).parent / "fonts" / "NotoSansKR-Regular.otf"
_MISSING = "\U0010ffff"
"""What no font has, and so shows how this one draws what it has not."""

WIDTH = 900
"""Pixels, as all that follows; Discord shows it at some 550."""
_MARGIN = 28
_TITLE_HEIGHT = 84
_ROW_HEIGHT = 54
_PLACE_WIDTH = 66
_NAME_WIDTH = 300
_POINTS_WIDTH = 130
_BAR_HEIGHT = 26

_GROUND = "#23272e"
_TEXT = "#f2f3f5"
_QUIET = "#b5bac1"
_BAR_GROUND = "#343a44"
_BAR = "#4c9a72"
_FIRST_BAR = "#d9a441"


def draw(title: str, standings: Sequence[Standing]) -> bytes:
    """A PNG of these places, in their order."""
    height = _TITLE_HEIGHT + _ROW_HEIGHT * len(standings) + _MARGIN
    image = Image.new("RGB", (WIDTH, height), _GROUND)
    canvas = ImageDraw.Draw(image)
    text = _cut(drawable(title) or said.SCORES, 30, WIDTH - 2 * _MARGIN)
    canvas.text((_MARGIN, _TITLE_HEIGHT // 2), text, _TEXT, _font(30), anchor="lm")
    most = max((one.score.points for one in standings), default=0)
    for row, standing in enumerate(standings):
        _draw_row(canvas, row, standing, most)
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def drawable(text: str) -> str:
    """What of a text the font can draw, without gaps where it cannot."""
    return " ".join("".join(filter(_is_drawn, legible(text))).split())


def _draw_row(canvas: ImageDraw.ImageDraw, row: int, standing: Standing, most: int) -> None:
    middle = _TITLE_HEIGHT + _ROW_HEIGHT * row + _ROW_HEIGHT // 2
    score = standing.score
    name = _cut(drawable(score.name) or said.somebody(row + 1), 24, _NAME_WIDTH)
    canvas.text((_MARGIN, middle), said.place(standing), _QUIET, _font(24), anchor="lm")
    canvas.text((_MARGIN + _PLACE_WIDTH, middle), name, _TEXT, _font(24), anchor="lm")
    left = _MARGIN + _PLACE_WIDTH + _NAME_WIDTH + 16
    right = WIDTH - _MARGIN - _POINTS_WIDTH
    top, bottom = middle - _BAR_HEIGHT // 2, middle + _BAR_HEIGHT // 2
    canvas.rounded_rectangle((left, top, right, bottom), _BAR_HEIGHT // 2, _BAR_GROUND)
    length = (right - left) * score.points / most if most else 0.0
    if length >= 1:
        bar = _FIRST_BAR if standing.place == 1 else _BAR
        end = left + max(length, _BAR_HEIGHT)
        canvas.rounded_rectangle((left, top, end, bottom), _BAR_HEIGHT // 2, bar)
    points = f"{score.points:,}"
    canvas.text((WIDTH - _MARGIN, middle), points, _TEXT, _font(24), anchor="rm")


def _cut(text: str, size: int, width: int) -> str:
    """`text` as far as there is room for it."""
    font = _font(size)
    if font.getlength(text) <= width:
        return text
    while text and font.getlength(f"{text}…") > width:
        text = text[:-1]
    return f"{text.rstrip()}…"


@lru_cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(_FONT), size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=20_000)
def _is_drawn(character: str) -> bool:
    return character.isspace() or _shape(character) != _shape(_MISSING)


def _shape(character: str) -> bytes:
    mark = Image.new("L", (48, 48))
    ImageDraw.Draw(mark).text((8, 4), character, 255, _font(24))
    return mark.tobytes()
