"""The leaderboard as a picture."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageColor

from bot.client import leaderboard
from bot.client.leaderboard import draw, drawable
from bot.quiz.scoring import Score, standings

NAMES = (
    "mina", "박지후 🎉", "Ольга", "たけし", "محمد", "ß Ångström", "🔥🔥🔥", "a" * 200, "李静",
    "\u202egnp.exe", "", "สมชาย",
)  # fmt: skip


def picture(*names: str, points: int = 100) -> Image.Image:
    scores = (Score(number, name, points * number, 1) for number, name in enumerate(names))
    return Image.open(io.BytesIO(draw("Leaderboard: All time", standings(scores))))


@pytest.mark.parametrize(
    ("name", "drawn"),
    [
        ("mina", "mina"),
        ("박지후 🎉", "박지후"),
        ("🎉 dara 🎉 kim", "dara kim"),
        ("Ольга", "Ольга"),
        ("たけし", "たけし"),
        ("🔥🔥", ""),
        ("a\u202eb", "ab"),
    ],
)
def test_of_a_name_is_drawn_what_the_font_has(name: str, drawn: str) -> None:
    assert drawable(name) == drawn


def test_every_korean_syllable_is_drawn() -> None:
    syllables = "".join(map(chr, range(ord("가"), ord("힣") + 1, 37)))
    assert drawable(syllables) == syllables


def test_any_names_make_a_picture_of_the_same_width() -> None:
    image = picture(*NAMES)
    assert image.format == "PNG"
    assert image.width == leaderboard.WIDTH
    assert picture().width == leaderboard.WIDTH
    assert picture("mina", points=0).height < image.height


def test_a_name_that_cannot_be_drawn_leaves_no_gap() -> None:
    assert picture("🔥").tobytes() == picture("محمد").tobytes()
    assert picture("🔥").tobytes() != picture("mina").tobytes()


def test_more_points_are_a_longer_bar() -> None:
    image = picture("mina", "dara", "hana").convert("RGB")
    colours = {ImageColor.getrgb(one) for one in (leaderboard._BAR, leaderboard._FIRST_BAR)}
    lengths = [
        sum(image.getpixel((x, y)) in colours for x in range(image.width))
        for y in range(leaderboard._TITLE_HEIGHT + 27, image.height, leaderboard._ROW_HEIGHT)
    ]
    assert lengths[0] > lengths[1] > lengths[2]


def _light(colour: str) -> float:
    channels = (value / 255 for value in ImageColor.getrgb(colour)[:3])
    red, green, blue = (
        v / 12.92 if v <= 0.03928 else ((v + 0.055) / 1.055) ** 2.4 for v in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("name", ["_TEXT", "_QUIET"])
def test_words_stand_out_from_their_ground(name: str) -> None:
    """By WCAG's contrast, whatever theme is around: 7 is its highest level."""
    text, ground = _light(getattr(leaderboard, name)), _light(leaderboard._GROUND)
    assert (text + 0.05) / (ground + 0.05) >= 7
