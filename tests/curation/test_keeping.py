"""The layer that the bot writes: changes, their history, and what somebody does by hand."""

from __future__ import annotations

import json
import os
import random
import signal
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from bot.curation.documents import from_files, to_yaml
from bot.curation.edits import Document, Edit, Json, Stale, applied, inverse
from bot.curation.history import SOMEBODY, Author, Change, Why, back_to, last_to_undo
from bot.curation.keeping import FILE, Broken, ByHand, KeptLayer
from bot.knowledge.reader import read_folder

EUNJI = Author(7, "eunji")
MINA = Author(8, "mina")


def fact(fact_id: str, answer: str = "Yes.") -> Json:
    return {"id": fact_id, "question": f"Is it {fact_id}?", "answer": answer}


def setting(fact_id: str, answer: str = "Yes.", before: Json = None) -> Edit:
    return Edit(("facts", fact_id), before, fact(fact_id, answer))


@pytest.fixture
def layer(tmp_path: Path) -> KeptLayer:
    return KeptLayer(tmp_path)


def test_nothing_is_there_before_the_first_change(layer: KeptLayer, tmp_path: Path) -> None:
    version = layer.read()
    assert (version.document, version.changes) == ({}, ())
    assert [*tmp_path.iterdir()] == []


def test_a_change_is_in_the_file_and_in_the_history(layer: KeptLayer, tmp_path: Path) -> None:
    change = layer.commit([setting("one")], EUNJI, Why.ADD)
    assert (change.number, change.by, change.why) == (1, EUNJI, Why.ADD)
    reading = read_folder(tmp_path)
    assert reading.knowledge is not None
    assert reading.knowledge.facts["one"].answer == "Yes."
    again = KeptLayer(tmp_path).read()
    assert again.document == {("facts", "one"): fact("one")}
    assert again.changes == (change,)


def test_the_file_can_be_emptied_again(layer: KeptLayer, tmp_path: Path) -> None:
    edit = setting("one")
    layer.commit([edit], EUNJI, Why.ADD)
    layer.commit(inverse([edit]), EUNJI, Why.UNDO, [1])
    assert layer.read().document == {}
    assert read_folder(tmp_path).problems == ()


def test_two_moderators_at_once_lose_nothing(layer: KeptLayer) -> None:
    layer.commit([setting("one")], EUNJI, Why.ADD)
    layer.commit([setting("two")], MINA, Why.ADD)
    assert {key[1] for key in layer.read().document} == {"one", "two"}


def test_whoever_saw_an_older_state_overwrites_nothing(layer: KeptLayer) -> None:
    layer.commit([setting("one")], EUNJI, Why.ADD)
    seen = fact("one")
    layer.commit([setting("one", "No.", seen)], EUNJI, Why.EDIT)
    with pytest.raises(Stale) as stale:
        layer.commit([setting("one", "Perhaps.", seen)], MINA, Why.EDIT)
    assert stale.value.edit.key == ("facts", "one")
    assert layer.read().document["facts", "one"] == fact("one", "No.")
    assert len(layer.read().changes) == 2


def test_any_change_can_be_taken_back_and_that_too(layer: KeptLayer) -> None:
    first = layer.commit([setting("one")], EUNJI, Why.ADD)
    layer.commit([setting("two")], EUNJI, Why.ADD)
    undo = layer.commit(inverse(first.edits), MINA, Why.UNDO, [1])
    assert {key[1] for key in layer.read().document} == {"two"}
    layer.commit(inverse(undo.edits), MINA, Why.UNDO, [3])
    assert {key[1] for key in layer.read().document} == {"one", "two"}


def test_everything_since_a_change_can_be_taken_back(layer: KeptLayer) -> None:
    states: list[Document] = [layer.read().document]
    for number in range(5):
        layer.commit([setting(f"f{number}")], EUNJI, Why.ADD)
        states.append(layer.read().document)
    version = layer.read()
    for number in range(1, 6):
        back = applied(version.document, back_to(version.changes, number))
        assert back == states[number - 1]


def test_the_last_to_undo_is_the_newest_that_is_not_undone(layer: KeptLayer) -> None:
    def numbers() -> int | None:
        last = last_to_undo(layer.read().changes)
        return last.number if last else None

    assert numbers() is None
    edits = [setting("one"), setting("two")]
    for edit in edits:
        layer.commit([edit], EUNJI, Why.ADD)
    assert numbers() == 2
    undo = layer.commit(inverse([edits[1]]), EUNJI, Why.UNDO, [2])
    assert numbers() == 1
    layer.commit(inverse(undo.edits), EUNJI, Why.UNDO, [undo.number])
    assert numbers() == 2


def test_what_somebody_does_by_hand_is_noticed_and_kept(layer: KeptLayer, tmp_path: Path) -> None:
    layer.commit([setting("one")], EUNJI, Why.ADD)
    path = tmp_path / FILE
    own = path.read_bytes() + b"  - {id: mine, question: Mine?, answer: Mine.}  # my own hand\n"
    path.write_bytes(own)
    with pytest.raises(ByHand) as noticed:
        layer.commit([setting("two")], MINA, Why.ADD)
    change = noticed.value.change
    assert (change.by, change.why) == (SOMEBODY, Why.BY_HAND)
    assert [edit.key for edit in change.edits] == [("facts", "mine")]
    assert path.read_bytes() == own
    layer.commit([setting("two")], MINA, Why.ADD)
    assert {key[1] for key in layer.read().document} == {"one", "mine", "two"}
    assert (tmp_path / "history" / "000002-by-hand.yaml").read_bytes() == own


def test_what_was_done_by_hand_while_the_bot_was_off_is_noticed(tmp_path: Path) -> None:
    KeptLayer(tmp_path).commit([setting("one")], EUNJI, Why.ADD)
    (tmp_path / FILE).write_bytes(to_yaml({("facts", "two"): fact("two")}))
    layer = KeptLayer(tmp_path)
    with pytest.raises(ByHand) as noticed:
        layer.read()
    assert {edit.key[1] for edit in noticed.value.change.edits} == {"one", "two"}
    assert {key[1] for key in layer.read().document} == {"two"}
    layer.commit(inverse(noticed.value.change.edits), EUNJI, Why.UNDO, [2])
    assert {key[1] for key in layer.read().document} == {"one"}


def test_a_file_that_was_there_before_the_bot_becomes_its_first_version(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(to_yaml({("facts", "old"): fact("old")}))
    layer = KeptLayer(tmp_path)
    with pytest.raises(ByHand):
        layer.read()
    assert [change.number for change in layer.read().changes] == [1]


def test_a_file_that_was_deleted_by_hand_is_noticed(layer: KeptLayer, tmp_path: Path) -> None:
    layer.commit([setting("one")], EUNJI, Why.ADD)
    (tmp_path / FILE).unlink()
    with pytest.raises(ByHand):
        layer.read()
    layer.commit(inverse(layer.read().changes[-1].edits), EUNJI, Why.UNDO, [2])
    assert {key[1] for key in layer.read().document} == {"one"}


def test_a_file_that_was_broken_by_hand_is_not_written_over(
    layer: KeptLayer, tmp_path: Path
) -> None:
    layer.commit([setting("one")], EUNJI, Why.ADD)
    broken = "facts:\n  - {id: one, question: Broken?\n"
    (tmp_path / FILE).write_text(broken, encoding="utf-8")
    with pytest.raises(Broken) as refused:
        layer.commit([setting("two")], EUNJI, Why.ADD)
    assert refused.value.problems[0].place.line > 0
    assert (tmp_path / FILE).read_text(encoding="utf-8") == broken


def test_a_history_that_cannot_be_read_is_told_with_its_file(
    layer: KeptLayer, tmp_path: Path
) -> None:
    layer.commit([setting("one")], EUNJI, Why.ADD)
    (tmp_path / "history" / "000001.json").write_text("{}", encoding="utf-8")
    with pytest.raises(Broken, match=r"000001\.json"):
        KeptLayer(tmp_path).read()


def test_a_file_in_the_way_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "own").write_text("in the way", encoding="utf-8")
    with pytest.raises(Broken, match="own"):
        KeptLayer(tmp_path / "own").commit([setting("one")], EUNJI, Why.ADD)


# The power goes.


def write_many(folder: Path, told: Callable[[int], None]) -> None:
    """Make change after change, the last of which everybody can tell by the file."""
    layer = KeptLayer(folder)
    before: Json = None
    for number in range(1, 5):
        after = fact("counter", f"It is {number}.")
        layer.commit([Edit(("facts", "counter"), before, after)], EUNJI, Why.EDIT)
        before = after
        told(number)


def tell(pipe: int, number: int) -> None:
    os.write(pipe, b"%d\n" % number)


def killed_after(folder: Path, lines: int) -> tuple[int, bool]:
    """Write in a process that is killed after so many lines of our code; what it had told last."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:  # from here on another process, of which nothing comes back
        left = lines

        def count(frame: FrameType, event: str, _: Any) -> Any:
            nonlocal left
            left -= 1
            if left <= 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return count

        try:
            sys.settrace(count)
            write_many(folder, partial(tell, writing))
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as file:
        told = file.read().split()
    _, status = os.waitpid(child, 0)
    return int(told[-1]) if told else 0, os.WIFSIGNALED(status)


def lines_of_all(folder: Path) -> int:
    """How many lines all of it takes."""
    low, high = 1, 1 << 22
    while low < high:
        middle = (low + high) // 2
        target = folder / str(middle)
        if killed_after(target, middle)[1]:
            low = middle + 1
        else:
            high = middle
    return low


@pytest.mark.skipif(sys.platform == "win32", reason="kills a process that was forked")
def test_killed_at_a_hundred_random_points_the_old_or_the_new_is_there_whole(
    tmp_path: Path,
) -> None:
    most = lines_of_all(tmp_path / "probe") * 95 // 100  # some runs take a few lines less
    rng = random.Random(14)
    kills = 0
    for trial in range(100):
        folder = tmp_path / str(trial)
        told, was_killed = killed_after(folder, rng.randrange(1, most))
        kills += was_killed
        layer = KeptLayer(folder)
        version = layer.read()  # never by hand, never broken
        found = version.document.get(("facts", "counter"))
        number = len(version.changes)
        assert number in {told, told + 1}
        assert found == (fact("counter", f"It is {number}.") if number else None)
        if folder.is_dir():
            assert not [*folder.rglob(".unfinished-*")]
        if number:
            reading = read_folder(folder)
            assert reading.knowledge is not None, reading.problems
            assert reading.knowledge.facts["counter"].answer == f"It is {number}."
        change = layer.commit([setting("after")], MINA, Why.ADD)
        assert change.number == number + 1
        assert KeptLayer(folder).read().changes[-1] == change
    assert kills == 100


# What is written.


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "12:30",
        "1_000",
        "~",
        "a #1 hit",
        "- a dash",
        "“curly”",
        'a "quoted" word',
        "it's",
        "two\nlines",
        "Line: with a colon",
        "한국어, 日本語, emoji 🎬",
        "&anchor *alias !tag",
        "{braces} [brackets] %percent @at `tick`",
        "trailing colon:",
        "word " * 60,
        "\u2028 and \ufeff",
    ],
)
def test_any_text_comes_out_of_the_file_as_it_went_in(text: str) -> None:
    document: Document = {
        ("facts", "one"): {"id": "one", "question": "Is it?", "answer": text.strip()},
        ("phrasings", "one", "no"): "no",
        ("removed", "two"): "two",
    }
    data = to_yaml(document, "A comment.\nOf two lines.")
    again, problems = from_files([("x.yaml", data)])
    assert again == document
    assert problems == ()


def test_all_that_a_file_can_hold_comes_out_of_it_again() -> None:
    text = """
removed: [gone]
show: {title: A Series, seasons: [{season: 1, episodes: [{number: 1, title: One}]}]}
people: [{id: kim, name: Kim, kind: actor, born: 1999-01-02}]
facts:
  - {id: one, question: One?, answer: 'Yes.', as_of: 2022-02-07, spoiler: [s1e1], weight: 3}
phrasings: {one: [is it one, one or two]}
quotes:
  - {id: q, kind: verbatim, text: Words., speaker: kim, translated: true,
     sources: [{title: t, url: "https://example.org/a"}]}
synonyms: [[takes, tries]]
contrasts: [[[first], [last, final]]]
fates: [dies]
states: [infected]
lexicon: {wieviel: how many}
"""
    document, problems = from_files([("x.yaml", text.encode())])
    assert problems == ()
    assert document is not None
    again, problems = from_files([("y.yaml", to_yaml(document))])
    assert (again, problems) == (document, ())
    assert json.loads(json.dumps([*document.values()])) == [*document.values()]


def test_a_change_tells_what_it_was(layer: KeptLayer) -> None:
    change: Change = layer.commit([setting("one")], EUNJI, Why.ADD)
    assert change.at.tzinfo is not None
    assert change.before == ""
    assert change.after == layer.read().digest
