"""Questions for somebody's fate: veiled, the card is the same whatever the answer is."""

from __future__ import annotations

import random
import re

import pytest

from bot.archive import Archive
from bot.knowledge.layers import Layer
from bot.library import Library
from bot.reader import Place, Reader
from bot.replies import wording
from bot.replies.model import Kind, Reply, Reveal, ShowFact, Sources
from bot.spoilers.horizon import NOTHING, Horizon
from tests.knowledges import folder_of
from tests.ratings import seen
from tests.replies.reading import open_text, veiled_text

MAIN = (
    "On-jo", "Cheong-san", "Nam-ra", "Su-hyeok", "Gwi-nam", "Na-yeon", "Dae-su", "Gyeong-su",
    "I-sak", "Wu-jin", "Ha-ri", "Mi-jin", "Hyo-ryung", "Joon-yeong",
)  # fmt: skip
"""Of whom some live, some die early, some die late, and of some it is left open."""

Shape = tuple[object, ...]


@pytest.fixture(scope="module")
def archive() -> Archive:
    return Archive(Library([Layer.of(folder_of("parts"))]), random.Random(3))


@pytest.fixture(scope="module")
def shipped_archive(shipped_library: Library) -> Archive:
    return Archive(shipped_library, random.Random(3))


def asked(archive: Archive, question: str, horizon: Horizon, own: Horizon | None = None) -> Reply:
    return archive.say(question, Reader(1, False, None, horizon, Place(1, 1), own=own)).reply


def shape(reply: Reply, name: str) -> Shape:
    """All of a card that is seen without a click, with "X" for the name."""
    sources = [block for block in reply.open if isinstance(block, Sources)]
    return (
        reply.kind,
        re.sub(re.escape(name), "X", open_text(reply)),
        len(open_text(reply)) - len(name),
        [type(block) for block in reply.open],
        [(action.label, action.mark, type(action.does)) for action in reply.actions],
        len(sources),
        len(reply.further),
        reply.below is None,
    )


@pytest.mark.parametrize("own", [None, "s1e1", "s1e4", "s1e12"])
@pytest.mark.parametrize("here", [None, "s1e1"])
def test_whether_yes_or_no_the_veiled_card_is_the_same(
    shipped_archive: Archive, here: str | None, own: str | None
) -> None:
    horizon, far = seen(here) if here else NOTHING, seen(own) if own else None
    shapes: dict[tuple[str, str], Shape] = {
        (name, question): shape(asked(shipped_archive, question, horizon, far), name)
        for name in MAIN
        for question in (f"is {name} dead?", f"is {name} alive?", f"does {name} die?")
    }
    one = shapes[MAIN[0], f"is {MAIN[0]} dead?"]
    assert [(asked, seen) for asked, seen in shapes.items() if seen != one] == []
    offers = [wording.SURPRISE_ME, *([wording.SHOW_PRIVATELY] if own else [])]
    assert one[:2] == (
        Kind.VEILED,
        "\n".join(("Spoiler for season 1: What becomes of X", *offers)),
    )


def test_of_all_who_are_asked_after_some_live_and_some_do_not(shipped_archive: Archive) -> None:
    """Else the test above would show nothing."""
    told = " ".join(
        open_text(asked(shipped_archive, f"is {name} dead?", seen("s1e12"))) for name in MAIN
    )
    for word in ("survives", "lives", "dies", "presumed dead", "turns"):
        assert word in told


def test_by_its_button_a_fate_looks_the_same(shipped_archive: Archive) -> None:
    names = {
        "isak-fate": "I-sak",
        "suhyeok-fate": "Su-hyeok",
        "gyeongsu-death": "Gyeong-su",
        "onjo-fate": "On-jo",
        "plot-cheongsan-dead": "Cheong-san",
    }
    shapes: list[Shape] = []
    for fact_id, name in names.items():
        reply = shipped_archive.follow(ShowFact(fact_id), Reader(1, False, None, NOTHING))
        assert reply is not None
        shapes.append(shape(reply, name))
    assert [one for one in shapes if one != shapes[0]] == []


def test_the_one_veil_holds_all_that_the_season_tells_and_nothing_of_a_later_one(
    archive: Archive,
) -> None:
    reply = asked(archive, "Is Ann Lark alive?", NOTHING)
    assert open_text(reply).splitlines()[0] == "Spoiler for season 1: What becomes of Ann"
    assert "She falls into the lake.\nShe swims ashore." in veiled_text(reply)
    assert "teacher" not in veiled_text(reply)
    assert reply.further == ()


def test_within_the_horizon_it_is_told_and_the_rest_veiled(archive: Archive) -> None:
    reply = asked(archive, "Is Ann Lark alive?", seen("s1e11"))
    assert "She falls into the lake." in open_text(reply)
    assert [veil.title for veil in reply.further] == [
        "Spoiler for S1E12",
        "Spoiler for season 2",
    ]


def test_who_is_sure_is_told_how_the_season_leaves_it(archive: Archive) -> None:
    reader = Reader(1, True, None, NOTHING)
    question = archive.follow(Reveal(("ann-fate",)), reader)
    assert question is not None
    assert "season 1." in open_text(question)
    assert "episode" not in open_text(question)
    told = archive.follow(question.actions[0].does, reader)
    assert told is not None
    assert "She swims ashore." in open_text(told)
    assert "teacher" not in open_text(told)
