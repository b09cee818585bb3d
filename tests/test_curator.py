"""Changing the knowledge while it is asked: what is tried, written, in force, and rebuilt."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from bot.curation.drafts import Draft
from bot.curation.edits import Edit
from bot.curation.history import Author, Change, Why
from bot.curation.keeping import FILE, KeptLayer
from bot.curator import Answered, Curator, Done, Outcome, Proposal, Refused, Trial
from bot.knowledge.layers import Layer
from bot.library import InProcess, Library, Snapshot, load_snapshot

EUNJI = Author(7, "eunji")
ZEBRA = {"question": "Which pet lived on the set?", "answer": "A zebra."}


class Gate(InProcess):
    """Makes snapshots when it is let, after having read the files."""

    def __init__(self) -> None:
        super().__init__()
        self.let = threading.Event()
        self.let.set()
        self.has_read = threading.Event()
        self.builds = 0

    def load(self, layers: Sequence[Layer]) -> Snapshot:
        self.builds += 1
        snapshot = load_snapshot(layers)
        self.has_read.set()
        assert self.let.wait(30)
        return snapshot


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "moderators"


@pytest.fixture
def gate() -> Gate:
    return Gate()


@pytest.fixture
def library(copy_of: Callable[[str], Path], own: Path, gate: Gate) -> Library:
    folder = copy_of("series")
    layers = [Layer("shipped", folder), Layer("moderators", own, True, True)]
    return Library(layers, gate)


@pytest.fixture
def curator(library: Library, own: Path) -> Curator:
    return Curator(library, KeptLayer(own))


def done(outcome: Outcome | Trial) -> Done:
    assert isinstance(outcome, Done), outcome
    return outcome


def tried(outcome: Trial | Refused) -> Trial:
    assert isinstance(outcome, Trial), outcome
    return outcome


async def zebra(curator: Curator, **changed: str) -> Proposal:
    draft = await curator.new_fact(changed.get("question", ZEBRA["question"]))
    assert isinstance(draft, Draft)
    return Proposal(draft.with_texts({**ZEBRA, **changed}).edits(), Why.ADD)


def answer(library: Library, question: str) -> str | None:
    fact = library.current.matcher.decide(question).fact
    return fact.answer if fact else None


async def test_a_change_is_in_force_before_all_is_rebuilt(
    curator: Curator, library: Library, gate: Gate
) -> None:
    gate.let.clear()
    outcome = done(await curator.change(await zebra(curator), EUNJI))
    assert outcome.is_in_force
    assert answer(library, ZEBRA["question"]) == "A zebra."
    gate.let.set()
    await curator.settle()
    assert gate.builds == 2
    assert answer(library, ZEBRA["question"]) == "A zebra."


async def test_what_changes_while_all_is_rebuilt_is_not_lost(
    curator: Curator, library: Library, gate: Gate
) -> None:
    """The build that is going on has read the files before; it is amended when it is swapped in."""
    gate.let.clear()
    gate.has_read.clear()
    await curator.change(await zebra(curator), EUNJI)
    assert await asyncio.to_thread(gate.has_read.wait, 30)
    lion = await zebra(curator, question="Who fed the lions?", answer="The clown.")
    await curator.change(lion, EUNJI)
    assert answer(library, "Who fed the lions?") == "The clown."
    gate.let.set()
    await curator.settle()
    assert answer(library, "Who fed the lions?") == "The clown."
    assert gate.builds == 3  # the first, that of the zebra, and that of the lions


async def test_many_changes_at_once_are_all_there(
    curator: Curator, library: Library, own: Path
) -> None:
    asked = [f"Which pet has number {number}?" for number in range(12)]
    proposals = [await zebra(curator, question=text) for text in asked]
    outcomes = await asyncio.gather(*(curator.change(one, EUNJI) for one in proposals))
    assert [done(one).change.number for one in outcomes] == [*range(1, 13)]
    await curator.settle()
    again = Library(library.layers)
    for text in asked:
        assert answer(library, text) == answer(again, text) == "A zebra."


async def test_a_phrasing_is_tried_and_added(curator: Curator, library: Library) -> None:
    fact_id, fact = next(iter(library.current.knowledge.facts.items()))
    text = "what about the purple zeppelin thing"
    trial = tried(await curator.try_phrasing(fact_id, text))
    assert trial.snapshot.matcher.decide(text).fact is not None
    assert answer(library, text) is None
    change = done(await curator.add_phrasing(fact_id, f"  {text} ", EUNJI)).change
    assert change.edits == (Edit(("phrasings", fact_id, text), None, text),)
    assert answer(library, text) == fact.answer
    again = await curator.add_phrasing(fact_id, text, EUNJI)
    assert isinstance(again, Refused)
    assert "nothing would change" in again.problems[0].message
    gone = await curator.add_phrasing("nothing-of-this-name", text, EUNJI)
    assert isinstance(gone, Refused)
    assert "no fact has the id" in gone.problems[0].message


async def test_several_phrasings_are_one_change(curator: Curator, library: Library) -> None:
    one, other, *_ = library.current.knowledge.facts
    found = [(one, "zeppelin of one"), (other, "zeppelin of the other"), (one, "zeppelin of one")]
    change = done(await curator.add_phrasings(found, EUNJI)).change
    assert [edit.key[1:] for edit in change.edits] == [
        (one, "zeppelin of one"),
        (other, "zeppelin of the other"),
    ]


class Asked:
    async def recent(self) -> Sequence[str]:
        return ["the pet of the set", "who wrote hamlet", "the pet of the set"]


async def test_a_trial_tells_which_questions_would_be_answered_otherwise(
    curator: Curator, library: Library
) -> None:
    curator.questions = Asked()
    proposal = await zebra(curator)
    trial = tried(await curator.try_out(proposal, proposal.edits[0].key[1]))
    assert trial.answers == (Answered("the pet of the set", None, "which-pet-lived-on-the-set"),)
    assert trial.phrasings == ("the pet of the set",)
    assert trial.changes.added == ("facts/which-pet-lived-on-the-set (moderators)",)
    assert answer(library, "the pet of the set") is None
    assert await curator.own() == {}


async def test_everybody_who_wants_to_is_told_and_none_keeps_the_others_from_it(
    curator: Curator,
) -> None:
    told: list[Change] = []

    async def fail(change: Change) -> None:
        raise RuntimeError("the listener is on fire")

    async def listen(change: Change) -> None:
        told.append(change)

    curator.on_change(fail)
    curator.on_change(listen)
    outcome = done(await curator.change(await zebra(curator), EUNJI))
    assert told == [outcome.change]


async def test_what_is_done_by_hand_is_told_once_and_counts(
    curator: Curator, library: Library, own: Path
) -> None:
    told: list[Why] = []

    async def listen(change: Change) -> None:
        told.append(change.why)

    curator.on_change(listen)
    await curator.change(await zebra(curator), EUNJI)
    with (own / FILE).open("a", encoding="utf-8") as file:
        file.write("  - {id: mine, question: Is it by hand?, answer: By hand.}\n")
    history = await curator.history()
    assert isinstance(history, tuple)
    assert [change.why for change in history] == [Why.ADD, Why.BY_HAND]
    assert told == [Why.ADD, Why.BY_HAND]
    await curator.settle()
    assert answer(library, "Is it by hand?") == "By hand."


async def test_an_update_that_takes_a_fact_away_keeps_nothing_from_starting(
    curator: Curator, library: Library, own: Path
) -> None:
    """What moderators said of a fact that is gone is a doubt then, and no error."""
    gone, removed, *_ = library.current.knowledge.facts
    await curator.add_phrasing(gone, "the zeppelin", EUNJI)
    proposal = await curator.removal("facts", removed)
    assert isinstance(proposal, Proposal)
    done(await curator.change(proposal, EUNJI))
    folder = library.layers[0].folder
    for path in folder.rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        for fact_id in (gone, removed):
            text = text.replace(f"id: {fact_id}\n", f"id: {fact_id}-renamed\n")
            text = text.replace(f"id: {fact_id},", f"id: {fact_id}-renamed,")
            text = text.replace(f"  {fact_id}:", f"  {fact_id}-renamed:")
        path.write_text(text, encoding="utf-8")
    again = Library(library.layers)
    assert f"{gone}-renamed" in again.current.knowledge.facts
    warned = [p.message for p in again.current.warnings if FILE in p.place.path]
    assert any(f"phrasings: no fact has the id '{gone}'" in message for message in warned)
    assert any(f"no earlier layer has the id '{removed}'" in message for message in warned)


async def test_what_a_moderator_added_is_removed_without_a_trace(
    curator: Curator, library: Library, own: Path
) -> None:
    change = done(await curator.change(await zebra(curator), EUNJI)).change
    fact_id = change.edits[0].key[1]
    await curator.add_phrasing(fact_id, "the striped one", EUNJI)
    proposal = await curator.removal("facts", fact_id)
    assert isinstance(proposal, Proposal)
    done(await curator.change(proposal, EUNJI))
    assert await curator.own() == {}
    assert answer(library, "the striped one") is None


async def test_an_import_takes_away_before_it_adds(curator: Curator, library: Library) -> None:
    shipped, *_ = library.current.knowledge.facts
    await curator.change(await zebra(curator), EUNJI)
    document = {
        ("removed", shipped): shipped,
        ("removed", "which-pet-lived-on-the-set"): "which-pet-lived-on-the-set",
        ("facts", "lion"): {"id": "lion", "question": "Who fed it?", "answer": "The clown."},
    }
    proposal = await curator.importing(document)
    assert isinstance(proposal, Proposal)
    done(await curator.change(proposal, EUNJI))
    assert await curator.own() == {
        ("removed", shipped): shipped,
        ("facts", "lion"): {"id": "lion", "question": "Who fed it?", "answer": "The clown."},
    }
    assert shipped not in library.current.knowledge.facts
