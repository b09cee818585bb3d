"""`/facts import`, `export` and `check`: whole files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.client.app import Hyosan
from bot.curation.uploads import MOST_BYTES
from bot.library import Library
from tests.client.curating import open_own, own_file, write_fact
from tests.client.support import EPISODES, Start, write_facts
from tests.discord_server import Guild, Member
from tests.discord_server.messages import Upload

FILE = b"""
facts:
  - {id: lunch, question: What did the crew have for lunch?, answer: Noodles.}
  - {id: episodes, question: How many episodes does the first season have?, answer: A dozen.}
phrasings: {school-set: [where is the school of the set]}
removed: [marks]
"""


@pytest.fixture
def library(tmp_path: Path, folder: Path) -> Library:
    return open_own(tmp_path, folder)


@pytest.fixture
async def bot(start: Start, home: Guild) -> AsyncIterator[Hyosan]:
    async with start() as client:
        yield client


def packed(**files: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return target.getvalue()


async def test_a_file_is_shown_first_and_laid_over_once_it_is_confirmed(
    bot: Hyosan, moderator: Member, mina: Member, tmp_path: Path
) -> None:
    card = await moderator.slash("facts import", file=Upload("mine.yaml", FILE))
    assert card.ephemeral
    assert "Added 1: facts/lunch (moderators)" in card.text
    assert "Changed 2: facts/school-set" in card.text
    assert "Removed 1: facts/marks" in card.text
    assert "facts/episodes (moderators): 2 sources fewer" in card.text
    (whole,) = card.files
    lines = whole.data.decode().splitlines()
    assert "+ answer: Noodles." in lines
    assert lines[lines.index("~ facts/episodes: answer, label, as_of, sources") + 1 :][:2] == [
        "− answer: Twelve.",
        "+ answer: A dozen.",
    ]
    assert "− marks" in lines
    assert not own_file(tmp_path).exists()
    done = await moderator.click(card.button("Lay it over"))
    assert "Written" in done.text
    asked = {"What did the crew have for lunch?": "Noodles", EPISODES: "dozen"}
    for question, answer in asked.items():
        assert answer in (await mina.slash("trivia", question=question)).text
    card = await moderator.slash("facts undo")
    await moderator.click(card.button("Take it back"))
    assert "Twelve" in (await mina.slash("trivia", question=EPISODES)).text


async def test_a_zip_file_is_taken_too(bot: Hyosan, moderator: Member, mina: Member) -> None:
    data = packed(**{"a.yaml": FILE, "phrasings/b.yaml": b"phrasings: {lunch: [crew lunch]}\n"})
    card = await moderator.slash("facts import", file=Upload("all.zip", data))
    await moderator.click(card.button("Lay it over"))
    assert "Noodles" in (await mina.slash("trivia", question="crew lunch")).text


async def test_what_is_wrong_in_a_file_is_told_with_its_place(
    bot: Hyosan, moderator: Member, tmp_path: Path
) -> None:
    wrong = b"facts:\n  - {id: lunch, question: What?, answr: Noodles.}\n"
    reply = await moderator.slash("facts import", file=Upload("mine.yaml", wrong))
    assert "Nothing was changed: 2 problems" in reply.text
    assert "mine.yaml:2:34: fact 'lunch': unknown key 'answr'" in reply.text
    assert not reply.buttons
    unknown = b"facts: [{id: x, question: X?, answer: X., people: [nobody]}]\n"
    reply = await moderator.slash("facts import", file=Upload("mine.yaml", unknown))
    assert "nobody has the id 'nobody'" in reply.text
    assert "moderators: moderators.yaml:" in reply.text
    assert not own_file(tmp_path).exists()


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("bomb.zip", packed(**{"a.yaml": bytes(100 * 2**20)}), "unpacked it is larger than 8 MiB"),
        ("inner.zip", packed(**{"b.zip": packed(**{"a.yaml": FILE})}), "b.zip, which is no .yaml"),
        ("large.yaml", b"#" * (MOST_BYTES + 1), "larger than 4 MiB"),
        ("picture.png", b"PNG", "no .yaml and no .zip file"),
        ("deep.yaml", b"facts: " + b"[" * 100_000, "nested more than 8 levels deep"),
    ],
)
async def test_what_is_no_knowledge_is_refused(
    bot: Hyosan, moderator: Member, tmp_path: Path, name: str, data: bytes, told: str
) -> None:
    reply = await moderator.slash("facts import", file=Upload(name, data))
    assert reply.ephemeral
    assert told in reply.text
    assert not reply.buttons
    assert not own_file(tmp_path).exists()


async def test_a_file_that_changes_nothing_is_no_change(bot: Hyosan, moderator: Member) -> None:
    card = await moderator.slash("facts import", file=Upload("mine.yaml", FILE))
    await moderator.click(card.button("Lay it over"))
    again = await moderator.slash("facts import", file=Upload("mine.yaml", FILE))
    assert "nothing to write" in again.text


async def test_what_is_exported_can_be_imported_again(
    bot: Hyosan, moderator: Member, mina: Member, tmp_path: Path, folder: Path
) -> None:
    assert "have not written anything" in (await moderator.slash("facts export")).text
    await write_fact(moderator)
    (own,) = (await moderator.slash("facts export")).files
    assert own.filename == "moderators.yaml"
    card = await moderator.slash("facts undo")
    await moderator.click(card.button("Take it back"))
    card = await moderator.slash("facts import", file=Upload(own.filename, own.data))
    await moderator.click(card.button("Lay it over"))
    assert "zebra" in (
        await mina.slash("trivia", question="Which pet did the crew keep on the set?")
    ).text  # fmt: skip
    (whole,) = (await moderator.slash("facts export", what="everything")).files
    assert whole.filename == "everything.yaml"
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "all.yaml").write_bytes(whole.data)
    knowledge = open_own(elsewhere, elsewhere).current.knowledge
    before = bot.archive.library.current.knowledge
    assert knowledge.facts.keys() == before.facts.keys()
    assert knowledge.quotes == before.quotes
    assert knowledge.people == before.people


async def test_a_check_tells_what_is_to_be_mended_that_of_moderators_first(
    bot: Hyosan, moderator: Member, folder: Path
) -> None:
    await write_fact(moderator, sources="")
    moderator.world.patience = 120.0  # another process has to start
    reply = await moderator.slash("facts check")
    assert reply.ephemeral
    first = next(line for line in reply.text.splitlines() if "yaml:" in line)
    assert first.startswith("moderators: moderators.yaml:")
    (file,) = reply.files
    assert "own: facts.yaml" in file.data.decode()
    write_facts(folder, {"broken.yaml": "facts: ["})
    reply = await moderator.slash("facts check")
    assert "1 error" in reply.text
    assert "own: broken.yaml" in reply.text


async def test_what_is_broken_beneath_keeps_moderators_from_writing(
    bot: Hyosan, moderator: Member, folder: Path, tmp_path: Path
) -> None:
    write_facts(folder, {"broken.yaml": "facts: ["})
    card = await moderator.slash("facts remove", what="episodes")
    assert "not valid YAML" in card.text
    assert not own_file(tmp_path).exists()
