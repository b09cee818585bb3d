"""The knowledge in force: loaded whole, exchanged whole, and never worse than before."""

from __future__ import annotations

import datetime as dt
import shutil
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path

import pytest

from bot.builder import Builder
from bot.knowledge.layers import Layer
from bot.knowledge.reader import read_layers
from bot.knowledge.schema import Knowledge
from bot.library import (
    Changes,
    InProcess,
    Library,
    Loader,
    LoadError,
    Loss,
    Reloaded,
    Snapshot,
    find_snapshot,
    load_snapshot,
)
from bot.matching.language.tokens import stem, term_of
from tests.knowledges import folder_of

SOURCE = "sources: [{title: A page, url: 'https://example.org/a'}]"
PEOPLE = (folder_of("pair") / "people.yaml").read_text(encoding="utf-8")
FACTS = (folder_of("pair") / "facts.yaml").read_text(encoding="utf-8")
SCHOOL = "What is the name of the high school?"
TAKES = "How many takes did the kiss need?"
NOTHING: tuple[str, ...] = ()


def fact(fact_id: str, question: str, answer: str) -> str:
    return f"  - {{id: {fact_id}, question: '{question}', answer: '{answer}', {SOURCE}}}\n"


@pytest.fixture
def folder(copy_of: Callable[[str], Path]) -> Path:
    return copy_of("pair")


@pytest.fixture
def library(folder: Path) -> Library:
    return Library([Layer.of(folder)])


@pytest.fixture
def restless() -> Iterator[None]:
    """Threads take turns so often that whatever can come between two steps does."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    yield
    sys.setswitchinterval(usual)


def write(library: Library, facts: str) -> None:
    (library.layers[0].folder / "facts.yaml").write_text(facts, encoding="utf-8")


def as_read(library: Library) -> Knowledge:
    """What the files tell now."""
    knowledge = read_layers(library.layers).knowledge
    assert knowledge is not None
    return knowledge


def answer(library: Library, question: str) -> str | None:
    decided = library.current.matcher.decide(question).fact
    return decided.answer if decided else None


def test_it_answers_from_the_start(library: Library) -> None:
    assert answer(library, SCHOOL) == "Hyosan."
    assert list(library.current.knowledge.people) == ["kim", "lee"]
    assert library.current.warnings == ()
    assert library.current.loaded_at.tzinfo is dt.UTC


def test_it_does_not_start_on_a_broken_folder(folder: Path) -> None:
    (folder / "facts.yaml").write_text("facts:\n  - {id: a}\n  - b\n", encoding="utf-8")
    with pytest.raises(LoadError, match=r"has 3 problems, first: .*facts\.yaml:2:5: "):
        Library([Layer.of(folder)])
    with pytest.raises(LoadError) as caught:
        load_snapshot([Layer.of(folder)])
    assert [problem.place.line for problem in caught.value.problems] == [2, 2, 3]


def test_it_does_not_start_without_a_folder(tmp_path: Path) -> None:
    with pytest.raises(LoadError, match=r"has 1 problem: .*No such file"):
        Library([Layer.of(tmp_path / "nowhere")])


def test_what_was_built_is_found_again_while_the_files_are_the_same(
    folder: Path, tmp_path: Path
) -> None:
    data, layers = tmp_path / "data", [Layer.of(folder)]
    data.mkdir()
    assert find_snapshot(layers, data) is None
    built, found = load_snapshot(layers, data), find_snapshot(layers, data)
    assert found is not None
    assert found.knowledge == built.knowledge
    (folder / "facts.yaml").write_text(FACTS.replace("Hyosan.", "Other."), encoding="utf-8")
    assert find_snapshot(layers, data) is None


def test_warnings_do_not_stop_it(library: Library) -> None:
    write(library, FACTS.replace(f", {SOURCE}", ""))
    outcome = library.reload()
    assert outcome.changes is not None
    assert [problem.severity for problem in outcome.problems] == ["warning", "warning"]
    assert library.current.warnings == outcome.problems


def test_a_reload_names_what_it_added_changed_and_removed(library: Library) -> None:
    write(library, "facts:\n" + fact("takes", TAKES, "17.") + fact("year", "Which year?", "2022."))
    people = PEOPLE.replace("lee", "park") + "synonyms: [[take, try]]\ncontrasts: [[[boy], [girl]]]"
    (library.layers[0].folder / "people.yaml").write_text(people, encoding="utf-8")
    assert library.reload().changes == Changes(
        added=("facts/year", "people/park"),
        changed=("facts/takes", "synonyms", "contrasts"),
        removed=("facts/school", "people/lee"),
    )


def test_a_reload_names_what_lost_phrasings_or_sources(library: Library) -> None:
    def taking(aliases: str, sources: str) -> str:
        entry = f"id: takes, question: '{TAKES}', answer: 17., aliases: [{aliases}]"
        return f"facts:\n  - {{{entry}, sources: [{sources}]}}\n"

    source = "{title: A page, url: 'https://example.org/a'}"
    write(library, taking("a, b, c, d", f"{source}, {source}") + fact("school", SCHOOL, "Hyosan."))
    changes = library.reload().changes
    assert changes is not None
    assert changes.losses == ()
    write(library, taking("a", source) + fact("school", SCHOOL, "Other."))
    changes = library.reload().changes
    assert changes is not None
    assert changes.losses == (Loss("facts/takes", phrasings=3, sources=1),)


def test_sources_of_parts_count_among_those_that_were_lost(library: Library) -> None:
    def in_parts(count: int) -> str:
        sources = ", ".join(["{title: A page, url: 'https://example.org/a'}"] * count)
        part = f"{{text: 'More.', spoiler: s1e2, sources: [{sources}]}}"
        entry = f"id: takes, question: '{TAKES}', answer: 17., parts: [{part}]"
        return f"facts:\n  - {{{entry}, sources: [{sources}]}}\n" + fact(
            "school", SCHOOL, "Hyosan."
        )

    write(library, in_parts(2))
    library.reload()
    write(library, in_parts(1))
    changes = library.reload().changes
    assert changes is not None
    assert changes.losses == (Loss("facts/takes", phrasings=0, sources=2),)


def test_a_reload_of_the_same_changes_nothing(library: Library) -> None:
    (library.layers[0].folder / "facts.yaml").rename(library.layers[0].folder / "renamed.yaml")
    outcome = library.reload()
    assert outcome == Reloaded(Changes(NOTHING, NOTHING, NOTHING), ())
    assert not outcome.changes


def test_answers_are_the_new_ones_after_a_reload_and_not_before(library: Library) -> None:
    before = library.current
    write(library, FACTS.replace("Hyosan.", "Hyosan High School."))
    assert answer(library, SCHOOL) == "Hyosan."
    library.reload()
    assert answer(library, SCHOOL) == "Hyosan High School."
    assert library.current.loaded_at > before.loaded_at
    assert before.knowledge.facts["school"].answer == "Hyosan."


def test_what_is_amended_is_in_force_at_once(library: Library) -> None:
    before = library.current
    write(library, FACTS.replace("Hyosan.", "Other."))
    assert library.amend(as_read(library))
    assert answer(library, SCHOOL) == "Other."
    assert library.current.knowledge.facts["takes"] is before.knowledge.facts["takes"]
    assert library.current.quotes is before.quotes
    assert before.knowledge.facts["school"].answer == "Hyosan."
    quote = f"{{id: q, kind: verbatim, text: A line., speaker: kim, {SOURCE}}}"
    write(library, f"{FACTS}quotes:\n  - {quote}\n")
    assert library.amend(as_read(library))
    assert answer(library, SCHOOL) == "Hyosan."
    assert [one.id for one in library.current.quotes.said("kim", None)] == ["q"]


def test_other_names_cannot_be_amended(library: Library) -> None:
    before = library.current
    people = library.layers[0].folder / "people.yaml"
    people.write_text(PEOPLE.replace("lee", "park"), encoding="utf-8")
    assert not library.amend(as_read(library))
    assert library.current is before


class Interrupted(InProcess):
    """Lets something happen between the reading of the files and what comes of it."""

    meanwhile: Callable[[], None] | None = None

    def load(self, layers: Sequence[Layer]) -> Snapshot:
        found = super().load(layers)
        if self.meanwhile:
            self.meanwhile()
        return found


def test_what_is_amended_during_a_reload_outlives_it(folder: Path) -> None:
    loader = Interrupted()
    library = Library([Layer.of(folder)], loader)
    write(library, FACTS.replace("Hyosan.", "Other."))

    def amend() -> None:
        write(library, FACTS.replace("Hyosan.", "Newest."))
        assert library.amend(as_read(library))

    loader.meanwhile = amend
    assert library.reload().changes == Changes(NOTHING, NOTHING, NOTHING)
    assert answer(library, SCHOOL) == "Newest."
    loader.meanwhile = None
    write(library, FACTS)
    library.reload()
    assert answer(library, SCHOOL) == "Hyosan."


def test_a_refused_reload_changes_nothing_at_all(library: Library) -> None:
    before = library.current
    write(library, FACTS.replace("Hyosan.", "Other.") + "  - {id: year}\n")
    outcome = library.reload()
    assert outcome.changes is None
    assert {problem.place.line for problem in outcome.problems} == {4}
    assert library.current is before
    assert answer(library, SCHOOL) == "Hyosan."


def test_a_mended_folder_is_loaded_after_a_refusal(library: Library) -> None:
    write(library, "facts: [")
    assert library.reload().changes is None
    write(library, FACTS.replace("Hyosan.", "Other."))
    assert library.reload().changes == Changes(NOTHING, ("facts/school",), NOTHING)
    assert answer(library, SCHOOL) == "Other."


def test_a_half_written_file_never_loses_a_fact_in_part(library: Library) -> None:
    complete = library.current.knowledge.facts
    for length in range(0, len(FACTS), 5):
        write(library, FACTS[:length])
        before = library.current
        if library.reload().changes is None:
            assert library.current is before
        facts = library.current.knowledge.facts
        assert all(fact == complete[fact_id] for fact_id, fact in facts.items())


def test_a_deleted_folder_leaves_the_knowledge_in_force(library: Library) -> None:
    before = library.current
    shutil.rmtree(library.layers[0].folder)
    outcome = library.reload()
    assert outcome.changes is None
    assert "No such file or directory" in outcome.problems[0].message
    assert library.current is before


def test_an_emptied_folder_leaves_the_knowledge_in_force(library: Library) -> None:
    before = library.current
    for path in library.layers[0].folder.iterdir():
        path.rename(path.with_suffix(".yml"))
    assert library.reload().changes is None
    assert library.current is before


@pytest.mark.usefixtures("restless")
def test_whoever_reads_during_reloads_sees_one_state_or_the_other(library: Library) -> None:
    states = [FACTS, FACTS.replace("Hyosan.", "Other.").replace("Seventeen.", "None.")]
    whole = {("Hyosan.", "Seventeen."), ("Other.", "None.")}
    done = threading.Event()

    def read() -> set[tuple[str, ...]]:
        seen: set[tuple[str, ...]] = set()
        while not done.is_set():
            decide = library.current.matcher.decide
            found = [decide(question).fact for question in (SCHOOL, TAKES)]
            seen.add(tuple(fact.answer if fact else "nothing" for fact in found))
        return seen

    with ThreadPoolExecutor() as pool:
        readers = [pool.submit(read) for _ in range(3)]
        try:
            for number in range(1, 11):
                write(library, states[number % 2])
                assert library.reload().changes
        finally:
            done.set()
        assert all(reader.result() <= whole for reader in readers)


@pytest.mark.usefixtures("restless")
@pytest.mark.parametrize("loader", [InProcess, Builder])
def test_questions_during_reloads_are_understood_as_ever(loader: type[Loader]) -> None:
    """All of them, with words and slips that nobody has typed before: nothing is shared but what
    can be. A stem that two threads once mixed up was remembered until the next start."""
    library = Library([Layer.of(folder_of("series"))], loader())
    questions = [
        text.replace("e", "ee", 1) if number % 3 else f"mediocre {text} wigwams"
        for fact in library.current.knowledge.facts.values()
        for number, text in enumerate(fact.phrasings)
    ]
    alone = Library([Layer.of(folder_of("series"))]).current.matcher
    expected = [alone.decide(question) for question in questions]
    stem.cache_clear()
    term_of.cache_clear()
    with ThreadPoolExecutor() as pool:
        reloading = pool.submit(lambda: [library.reload() for _ in range(4)])
        while not reloading.done():
            decide = library.current.matcher.decide
            assert [decide(question) for question in questions] == expected
        assert not any(outcome.changes for outcome in reloading.result())
    decide = library.current.matcher.decide
    assert [decide(question) for question in questions] == expected


@pytest.mark.usefixtures("restless")
def test_of_reloads_at_once_the_later_waits(library: Library) -> None:
    """Else one that has read the older files could put them in force over the newer."""
    facts, saving, numbers = library.layers[0].folder / "facts.yaml", threading.Lock(), count(1)

    def save_and_reload() -> None:
        for _ in range(15):
            with saving:
                saved = facts.with_suffix(".saved")
                saved.write_text(FACTS.replace("Hyosan.", f"{next(numbers)}"), encoding="utf-8")
                saved.replace(facts)
            assert library.reload().changes is not None

    write(library, FACTS.replace("Hyosan.", "0"))
    library.reload()
    in_force = [0]
    with ThreadPoolExecutor(4) as pool:
        savers = [pool.submit(save_and_reload) for _ in range(4)]
        while not all(saver.done() for saver in savers):
            in_force.append(int(library.current.knowledge.facts["school"].answer))
    assert [saver.exception() for saver in savers] == [None] * 4
    assert in_force == sorted(in_force)
    assert library.current.knowledge.facts["school"].answer == "60"


def test_a_reload_of_layers_names_the_layer_of_each_entry(folder: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    library = Library([Layer("shipped", folder), Layer("community", own, is_optional=True)])
    mended = "facts:\n" + fact("takes", TAKES, "17.") + fact("year", "Which year?", "2022.")
    (own / "own.yaml").write_text(f"{mended}removed: [lee]\n", encoding="utf-8")
    assert library.reload().changes == Changes(
        added=("facts/year (community)",),
        changed=("facts/takes (community)",),
        removed=("people/lee (shipped)",),
    )
    assert answer(library, TAKES) == "17."
    (own / "own.yaml").unlink()
    assert library.reload().changes == Changes(
        added=("people/lee (shipped)",),
        changed=("facts/takes (shipped)",),
        removed=("facts/year (community)",),
    )
