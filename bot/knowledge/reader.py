"""Knowledge files to Knowledge, or to Problems that say where and what to do."""

from __future__ import annotations

import gc
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.knowledge.collecting import Collector
from bot.knowledge.layers import Layer
from bot.knowledge.merging import Merger, Reading
from bot.knowledge.nodes import MAX_BYTES
from bot.knowledge.problems import Place, Problem, Severity

__all__ = [
    "PHRASINGS",
    "Gathered",
    "Rereader",
    "gather",
    "read",
    "read_files",
    "read_folder",
    "read_layers",
]

PHRASINGS = "phrasings"
"""The folder within a layer that is read too."""

_LARGE = 256 * 1024
"""Bytes from which a layer is large: twenty thousand objects, milliseconds to look at."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What lies in a layer's folder, as it is."""

    layer: str
    """The name of the layer."""
    files: tuple[tuple[str, bytes], ...] = ()
    """Paths and contents, in the order in which they are read."""
    problems: tuple[Problem, ...] = ()
    """What could not be gathered, and what lies there by mistake."""
    is_forgiving: bool = False
    """As of the layer."""


def gather(layers: Sequence[Layer]) -> tuple[Gathered, ...]:
    """The files of the layers, not yet looked into.

    Of each every `*.yaml` file that lies directly in its folder, then those in `phrasings/`, in
    the order of their names. Never raises for what files or folders are like; that becomes
    problems.
    """
    return tuple(_gather(layer, is_first=number == 0) for number, layer in enumerate(layers))


def read(gathered: Sequence[Gathered]) -> Reading:
    """Read what was gathered of layers, the later over the earlier."""
    with _garbage_left_alone():
        merger = Merger()
        for one in gathered:
            found = _collected(one.files, one.problems)
            merger.add(one.layer, found, is_forgiving=one.is_forgiving)
        return merger.finish()


def read_layers(layers: Sequence[Layer]) -> Reading:
    """Gather and read the layers; never raises for what files or folders are like."""
    return read(gather(layers))


def read_folder(folder: Path) -> Reading:
    """Read a single folder as the only layer."""
    return read_layers((Layer.of(folder),))


def read_files(files: Iterable[tuple[str, bytes]]) -> Reading:
    """Read files given as (path, content) as the only layer."""
    with _garbage_left_alone():
        merger = Merger()
        merger.add("", _collected(files, ()))
        return merger.finish()


class Rereader:
    """Reads layers again and again, each from memory as long as its files are as they were.

    What takes long is looking into the files; to lay layers over one another does not. What is
    remembered of large ones has no cycles, and would hold everybody up whenever garbage is looked
    for, so it is kept out of that.
    """

    def __init__(self) -> None:
        self._known: dict[str, tuple[Gathered, Collector]] = {}

    def read(self, gathered: Sequence[Gathered]) -> Reading:
        """As the function `read`."""
        with _garbage_left_alone():
            merger = Merger()
            for one in gathered:
                merger.add(one.layer, self._collected(one), is_forgiving=one.is_forgiving)
            return merger.finish()

    def _collected(self, gathered: Gathered) -> Collector:
        before, collector = self._known.get(gathered.layer, (None, None))
        if before != gathered or collector is None:
            collector = _collected(gathered.files, gathered.problems)
            self._known[gathered.layer] = gathered, collector
            if sum(len(content) for _, content in gathered.files) > _LARGE:
                gc.freeze()
        return collector


@contextmanager
def _garbage_left_alone() -> Generator[None]:
    """Look for no garbage meanwhile.

    Reading makes a million objects and no circles among them; looking for these again and again
    takes longer than all the rest.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _collected(files: Iterable[tuple[str, bytes]], problems: Sequence[Problem]) -> Collector:
    collector = Collector(problems)
    for path, data in files:
        collector.add_file(path, data)
    return collector


def _gather(layer: Layer, *, is_first: bool) -> Gathered:
    files: list[tuple[str, bytes]] = []
    problems: list[Problem] = []
    try:
        paths = list(_yaml_files(layer.folder, problems))
    except FileNotFoundError as error:
        if layer.is_optional and not is_first:
            return Gathered(layer.name, is_forgiving=layer.is_forgiving)
        return Gathered(layer.name, problems=(_no_folder(layer, error),))
    except OSError as error:
        return Gathered(layer.name, problems=(_no_folder(layer, error),))
    for path in paths:
        data = _read_bytes(path, problems)
        if data is not None:
            files.append((str(path), data))
    if is_first and not files and not any(p.severity is Severity.ERROR for p in problems):
        place = Place(str(layer.folder))
        problems.append(Problem(place, "no *.yaml file in this folder; add one"))
    return Gathered(layer.name, tuple(files), tuple(problems), layer.is_forgiving)


def _no_folder(layer: Layer, error: OSError) -> Problem:
    reason = error.strerror or "cannot be read"
    message = f"facts folder: {reason}; create it or set FACTS_DIR to the right one"
    return Problem(Place(str(layer.folder)), message)


def _yaml_files(folder: Path, problems: list[Problem]) -> Iterator[Path]:
    """The files to read; raises OSError when the folder cannot be looked into."""
    phrasings = folder / PHRASINGS
    inner = sorted(phrasings.iterdir()) if _is_folder(phrasings) else []
    for path in (*sorted(folder.iterdir()), *inner):
        suffix = path.suffix.lower()
        if path.name.startswith(".") or _is_folder(path):
            continue
        if suffix == ".yaml":
            yield path
        elif suffix == ".yml":
            message = "file is not read; rename it to end in .yaml"
            problems.append(Problem(Place(str(path)), message, Severity.WARNING))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # it cannot even be looked at; opening it tells why
        return False


def _read_bytes(path: Path, problems: list[Problem]) -> bytes | None:
    try:
        if not path.is_file():  # a pipe would block for ever
            raise OSError(None, "not a regular file")
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or "cannot be read"
        problems.append(Problem(Place(str(path)), f"{reason}; mend or remove the file"))
        return None
