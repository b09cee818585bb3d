"""What was built is kept for the next start, and never taken for what it is not."""

from __future__ import annotations

import os
import pickle
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.builder import Builder
from bot.cache import LIBRARIES, MOST, Cache, key_of
from bot.knowledge.layers import Layer
from bot.library import Changes, InProcess, Library, LoadError, Snapshot, load_snapshot
from bot.matching.matcher import Matcher
from tests.knowledges import folder_of
from tests.program import REPOSITORY, bot, clean_environment

SCHOOL = "What is the name of the high school?"
QUESTION = "how many takes did that kiss need then"
KEY = key_of([b"one"])

posix = pytest.mark.skipif(os.name != "posix", reason="there are no such rights")


class Builds:
    """Counts the indexes that are built."""

    def __init__(self) -> None:
        self.count = 0


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> Builds:
    counted, build = Builds(), Matcher.build

    def counting(*given: Any) -> Matcher:
        counted.count += 1
        return build(*given)

    monkeypatch.setattr(Matcher, "build", counting)
    return counted


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


@pytest.fixture
def folder(copy_of: Callable[[str], Path]) -> Path:
    return copy_of("pair")


def kept(data: Path) -> list[Path]:
    """All files in the cache, of any name."""
    return sorted((data / "cache").iterdir())


def answer(snapshot: Snapshot) -> str | None:
    fact = snapshot.matcher.decide(SCHOOL).fact
    return fact.answer if fact else None


def edit(folder: Path, before: str, after: str) -> None:
    facts = folder / "facts.yaml"
    facts.write_text(facts.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")


# -- from one start to the next


def test_the_second_start_builds_nothing_and_knows_the_same(data: Path, builds: Builds) -> None:
    layers = [Layer.of(folder_of("series"))]
    first, second = load_snapshot(layers, data), load_snapshot(layers, data)
    assert builds.count == 1
    assert second.knowledge == first.knowledge
    assert second.warnings == first.warnings
    assert second.loaded_at > first.loaded_at
    for fact in first.knowledge.facts.values():
        for phrasing in (*fact.phrasings, f"hey {fact.question}"):
            assert second.matcher.decide(phrasing) == first.matcher.decide(phrasing)
    assert second.quotes.find("the director") == first.quotes.find("the director")


def test_warnings_are_told_again(folder: Path, data: Path, builds: Builds) -> None:
    (folder / "forgotten.yml").write_text("", encoding="utf-8")
    first, second = (load_snapshot([Layer.of(folder)], data) for _ in range(2))
    assert builds.count == 1
    assert len(first.warnings) == 1
    assert second.warnings == first.warnings
    (folder / "forgotten.yml").unlink()
    assert load_snapshot([Layer.of(folder)], data).warnings == ()


def test_errors_are_told_each_time(folder: Path, data: Path) -> None:
    load_snapshot([Layer.of(folder)], data)
    edit(folder, "facts:", "facts: [")
    for _ in range(2):
        with pytest.raises(LoadError, match="the knowledge has "):
            load_snapshot([Layer.of(folder)], data)


def test_changed_files_are_built_anew_and_the_old_ones_known_again(
    folder: Path, data: Path, builds: Builds
) -> None:
    layers = [Layer.of(folder)]
    load_snapshot(layers, data)
    edit(folder, "Hyosan.", "Hyosan High.")
    assert answer(load_snapshot(layers, data)) == "Hyosan High."
    edit(folder, "Hyosan High.", "Hyosan.")
    assert answer(load_snapshot(layers, data)) == "Hyosan."
    assert builds.count == 2


def test_added_renamed_and_removed_files_are_built_anew(
    folder: Path, data: Path, builds: Builds
) -> None:
    layers = [Layer.of(folder)]
    load_snapshot(layers, data)
    (folder / "more.yaml").write_text("synonyms: [[take, try]]", encoding="utf-8")
    load_snapshot(layers, data)
    (folder / "more.yaml").rename(folder / "other.yaml")
    load_snapshot(layers, data)
    assert builds.count == 3
    (folder / "other.yaml").unlink()
    load_snapshot(layers, data)
    assert builds.count == 3


def test_layers_in_another_order_or_of_another_name_are_built_anew(
    folder: Path, data: Path, tmp_path: Path, builds: Builds
) -> None:
    own = shutil.copytree(folder, tmp_path / "own")
    edit(own, "Hyosan.", "Other.")
    layers = [Layer("shipped", folder), Layer("community", own)]
    assert answer(load_snapshot(layers, data)) == "Other."
    assert answer(load_snapshot(layers[::-1], data)) == "Hyosan."
    named = load_snapshot([layers[0], Layer("ours", own)], data)
    assert named.knowledge.origin("facts", "school") == " (ours)"
    assert answer(load_snapshot([Layer.of(own)], data)) == "Other."
    assert builds.count == 4


def test_files_elsewhere_are_built_anew(folder: Path, data: Path, tmp_path: Path) -> None:
    """Whatever tells of a file names the right one."""
    (folder / "forgotten.yml").write_text("", encoding="utf-8")
    load_snapshot([Layer.of(folder)], data)
    moved = Layer.of(folder.rename(tmp_path / "moved"))
    (warning,) = load_snapshot([moved], data).warnings
    assert warning.place.path == str(tmp_path / "moved" / "forgotten.yml")


def test_another_version_of_the_program_builds_anew(tmp_path: Path, data: Path) -> None:
    ignored = shutil.ignore_patterns("__pycache__", "training", "client")
    package = shutil.copytree(REPOSITORY / "bot", tmp_path / "bot", ignore=ignored)

    def start() -> int:
        """How many are kept after a start."""
        subprocess.run(
            [sys.executable, "-m", "bot", "ask", "--facts", folder_of("pair"), SCHOOL],
            cwd=tmp_path,
            env=clean_environment(DATA_DIR=str(data), PYTHONPATH=str(tmp_path)),
            check=True,
            capture_output=True,
        )
        return len(kept(data))

    assert [start(), start()] == [1, 1]
    with (package / "text.py").open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    assert start() == 2
    (package / "matching" / "model" / "README.md").unlink()
    assert start() == 3


def test_all_libraries_that_have_a_part_in_it_are_known() -> None:
    settings = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    required = {re.split("[><=]", line)[0] for line in settings["project"]["dependencies"]}
    kept = {"SQLAlchemy[asyncio]", "aiosqlite", "alembic"}
    assert required == {*LIBRARIES, *kept, "discord.py", "Pillow", "python-dotenv", "rich"}


# -- what is not taken


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def empty(path: Path) -> None:
    os.truncate(path, 0)


def spoil(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def forge(path: Path) -> None:
    """Write what would be taken, were it not for its digest."""
    path.write_bytes(bytes(32) + pickle.dumps(None) + pickle.dumps("something else"))


def let_the_group_write(path: Path) -> None:
    path.chmod(0o660)


def let_all_write(path: Path) -> None:
    path.chmod(0o606)


def let_all_write_beside_it(path: Path) -> None:
    path.parent.chmod(0o777)


def link(path: Path) -> None:
    path.symlink_to(path.rename(path.parent.parent / "elsewhere"))


def make_a_pipe_of(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


@pytest.mark.parametrize(
    "harm",
    [
        cut,
        empty,
        spoil,
        forge,
        *(
            pytest.param(harm, marks=posix)
            for harm in (
                let_the_group_write,
                let_all_write,
                let_all_write_beside_it,
                link,
                make_a_pipe_of,
            )
        ),
    ],
)
def test_what_is_damaged_or_not_private_is_built_anew_and_replaced(
    harm: Callable[[Path], None], folder: Path, data: Path, builds: Builds
) -> None:
    load_snapshot([Layer.of(folder)], data)
    (path,) = kept(data)
    harm(path)
    assert answer(load_snapshot([Layer.of(folder)], data)) == "Hyosan."
    assert builds.count == 2
    assert kept(data) == [path]
    assert answer(load_snapshot([Layer.of(folder)], data)) == "Hyosan."
    assert builds.count == 2


@pytest.mark.skipif(
    os.name != "posix" or os.geteuid() != 0, reason="only root can give files to others"
)
@pytest.mark.parametrize("given", ["file", "folder"])
def test_what_belongs_to_somebody_else_is_not_taken(
    given: str, folder: Path, data: Path, builds: Builds
) -> None:
    load_snapshot([Layer.of(folder)], data)
    (path,) = kept(data)
    os.chown(path if given == "file" else path.parent, 12345, 12345)
    before = path.read_bytes()
    assert answer(load_snapshot([Layer.of(folder)], data)) == "Hyosan."
    assert builds.count == 2
    load_snapshot([Layer.of(folder)], data)
    if given == "file":
        assert path.stat().st_uid == os.geteuid()
        assert builds.count == 2
    else:
        assert path.read_bytes() == before
        assert builds.count == 3


def test_one_in_place_of_another_is_not_taken(folder: Path, data: Path, builds: Builds) -> None:
    load_snapshot([Layer.of(folder)], data)
    (other,) = kept(data)
    edit(folder, "Hyosan.", "Hyosan High.")
    load_snapshot([Layer.of(folder)], data)
    (own,) = set(kept(data)) - {other}
    other.replace(own)
    assert answer(load_snapshot([Layer.of(folder)], data)) == "Hyosan High."
    assert builds.count == 3


# -- the folder


@posix
def test_nobody_else_can_look_into_it(folder: Path, data: Path) -> None:
    usual = os.umask(0)
    try:
        load_snapshot([Layer.of(folder)], data)
    finally:
        os.umask(usual)
    (path,) = kept(data)
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_no_folder_is_made_for_it_alone(folder: Path, tmp_path: Path) -> None:
    assert answer(load_snapshot([Layer.of(folder)], tmp_path / "nowhere")) == "Hyosan."
    assert not (tmp_path / "nowhere").exists()


def test_it_works_where_nothing_can_be_kept(folder: Path, data: Path) -> None:
    """A file stands where the folder should be: nobody can write there, not even root."""
    (data / "cache").write_text("", encoding="utf-8")
    for _ in range(2):
        assert answer(load_snapshot([Layer.of(folder)], data)) == "Hyosan."


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_it_works_where_nothing_can_be_written(folder: Path, data: Path) -> None:
    load_snapshot([Layer.of(folder)], data)
    (data / "cache").chmod(0o500)
    edit(folder, "Hyosan.", "Hyosan High.")
    assert answer(load_snapshot([Layer.of(folder)], data)) == "Hyosan High."
    assert len(kept(data)) == 1
    (data / "cache").chmod(0o700)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such limits")
def test_a_full_disk_costs_only_time(folder: Path, data: Path) -> None:
    """A limit on the size of files stands for it: writing fails halfway."""
    script = (
        "import resource, signal, sys; from pathlib import Path\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "from bot.knowledge.layers import Layer; from bot.library import load_snapshot\n"
        "snapshot = load_snapshot([Layer.of(Path(sys.argv[1]))], Path(sys.argv[2]))\n"
        "print(snapshot.matcher.decide(sys.argv[3]).fact.answer)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, folder, data, SCHOOL],
        env=clean_environment(),
        capture_output=True,
        text=True,
    )
    assert (done.stdout, done.stderr) == ("Hyosan.\n", "")
    assert kept(data) == []


def test_the_newest_are_kept(folder: Path, data: Path, builds: Builds) -> None:
    before = "Hyosan."
    for number in range(MOST + 2):
        edit(folder, before, f"School {number}.")
        before = f"School {number}."
        load_snapshot([Layer.of(folder)], data)
        assert len(kept(data)) == min(number + 1, MOST)
    load_snapshot([Layer.of(folder)], data)
    assert builds.count == MOST + 2
    edit(folder, before, "School 0.")
    assert answer(load_snapshot([Layer.of(folder)], data)) == "School 0."
    assert builds.count == MOST + 3


def test_what_was_never_finished_goes_and_what_is_being_written_stays(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    cache.put(KEY, "value")
    (path,) = (tmp_path / "cache").iterdir()
    old, new = (path.with_name(f"unfinished-{name}") for name in ("old", "new"))
    for unfinished in (old, new):
        unfinished.write_bytes(b"half")
    os.utime(old, (0, 0))
    cache.put(KEY, "other value")
    assert set(path.parent.iterdir()) == {path, new}
    assert cache.get(KEY) == ("other value",)


def test_many_processes_at_once_keep_one(data: Path) -> None:
    command = [sys.executable, "-m", "bot", "ask", "--facts", folder_of("pair"), SCHOOL]
    environment = clean_environment(DATA_DIR=str(data))
    running = [
        subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(3)
    ]
    outcomes = [process.communicate() for process in running]
    assert len(set(outcomes)) == 1
    assert b"Hyosan." in outcomes[0][0]
    assert outcomes[0][1] == b""
    assert len(kept(data)) == 1


# -- who uses it


def test_a_chat_that_reloads_keeps_it_too(folder: Path, data: Path, builds: Builds) -> None:
    library = Library([Layer.of(folder)], InProcess(data))
    edit(folder, "Hyosan.", "Hyosan High.")
    assert library.reload().changes == Changes((), ("facts/school",), ())
    assert answer(library.current) == "Hyosan High."
    assert answer(load_snapshot([Layer.of(folder)], data)) == "Hyosan High."
    assert builds.count == 2


def test_the_bot_starts_with_what_was_kept_and_needs_no_process(folder: Path, data: Path) -> None:
    layers = [Layer.of(folder)]
    built = load_snapshot(layers, data)
    started = Builder(limit=0, data_dir=data).load(layers)
    assert started.knowledge == built.knowledge
    assert started.matcher.decide(QUESTION) == built.matcher.decide(QUESTION)


def test_the_process_keeps_what_it_builds(folder: Path, data: Path, builds: Builds) -> None:
    layers = [Layer.of(folder)]
    library = Library(layers, Builder(data_dir=data))
    assert len(kept(data)) == 1
    edit(folder, "Hyosan.", "Hyosan High.")
    assert library.reload().changes == Changes((), ("facts/school",), ())
    assert len(kept(data)) == 2
    assert answer(load_snapshot(layers, data)) == "Hyosan High."
    assert builds.count == 0


def test_a_reload_brings_back_what_was_kept(folder: Path, data: Path) -> None:
    library = Library([Layer.of(folder)], Builder(data_dir=data))
    for before, after in (("Hyosan.", "Other."), ("Other.", "Hyosan.")):
        edit(folder, before, after)
        assert library.reload().changes == Changes((), ("facts/school",), ())
        assert answer(library.current) == after
    assert len(kept(data)) == 2


@pytest.mark.parametrize("command", [("ask", SCHOOL), ("quote", "Kim"), ("chat",)])
def test_every_command_that_answers_uses_it(
    command: tuple[str, ...], folder: Path, data: Path
) -> None:
    first, second = (
        bot(folder, *command, "--facts", folder, stdin=SCHOOL, DATA_DIR=str(data)) for _ in range(2)
    )
    assert first == second
    assert first.status == 0
    assert len(kept(data)) == 1


def test_a_question_makes_no_folder(folder: Path, tmp_path: Path) -> None:
    assert bot(tmp_path, "ask", "--facts", folder, SCHOOL).status == 0
    assert list(tmp_path.iterdir()) == [folder]
