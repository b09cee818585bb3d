"""`/facts stats`: a picture, the same in words, and nobody's name."""

from __future__ import annotations

import io

from PIL import Image

from bot.client.app import Hyosan
from bot.client.moderating.chart import chart
from bot.library import Library
from bot.replies import moderation_wording as wording
from bot.replies.stats import CameOf
from tests.client.support import (
    EPISODES,
    EPISODES_LABEL,
    KISS,
    KISS_TITLE,
    open_text,
    suggest,
    veiled_text,
)
from tests.discord_server import Guild, Member
from tests.discord_server.reading import walk
from tests.discord_server.wire import Part

LEGEND = ("answered", "offered a choice", "not known")


async def test_the_figures_stand_in_words_beside_their_picture(
    bot: Hyosan, library: Library, home: Guild, mina: Member, moderator: Member
) -> None:
    for _ in range(2):
        await mina.slash("trivia", question=EPISODES)
    await mina.slash("trivia", question=KISS)
    await mina.slash("trivia", question="what colour is the school bus")
    await mina.slash("trivia", question="which bus driver dies on the roof")
    await mina.slash("trivia")
    await mina.tell("hello", in_dm=True)
    suggest(library, "episodes", "school-set")
    await mina.slash("trivia", question="something vague")
    library.reload()
    shown = await moderator.slash("facts stats")
    assert shown.ephemeral
    line = "7 days: 6 questions; 3 answered (50 %), 1 offered a choice (17 %), 2 not known (33 %)"
    assert line in shown.text
    assert line.replace("7 days", "90 days") in shown.text
    assert f"1\\. {EPISODES_LABEL} (twice)" in shown.text
    assert f"2\\. {KISS_TITLE} (once)" in shown.text
    assert KISS not in shown.text
    assert "what colour is the school bus (once)" in open_text(shown)
    assert "dies" not in open_text(shown)
    assert "which bus driver dies on the roof" in veiled_text(shown)
    assert mina.user.name not in shown.text.casefold()
    (gallery,) = [part for part in walk(shown.components) if part["type"] == Part.GALLERY]
    (item,) = gallery["items"]
    assert item["description"].startswith("Bars for 7, 30 and 90 days: 7 days: 6 questions")
    (file,) = shown.files
    with Image.open(io.BytesIO(file.data)) as picture:
        assert picture.format == "PNG"
        assert picture.width == 960


async def test_where_nothing_was_asked_it_says_so(bot: Hyosan, moderator: Member) -> None:
    shown = await moderator.slash("facts stats")
    assert "7 days: nothing was asked" in shown.text
    assert shown.text.count(wording.NOTHING_ASKED) == 2


def test_the_parts_of_a_bar_are_as_long_as_their_numbers() -> None:
    png = chart([CameOf(7, 50, 30, 20)], LEGEND, ["7 days"])
    with Image.open(io.BytesIO(png)) as picture:
        row = [picture.getpixel((x, 36)) for x in range(picture.width)]
    lengths = [row.count(colour) for colour in ((47, 125, 87), (59, 110, 165), (150, 101, 26))]
    total = sum(lengths)
    assert [round(100 * length / total) for length in lengths] == [50, 30, 20]
