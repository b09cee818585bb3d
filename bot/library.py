"""The knowledge in force: one snapshot, swapped whole, so that nobody sees half of a reload."""

from __future__ import annotations

import datetime as dt
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol, cast

from bot.cache import Cache, key_of
from bot.factbook import FactBook
from bot.knowledge.fields import Entry
from bot.knowledge.layers import Layer
from bot.knowledge.problems import Problem, number_of
from bot.knowledge.reader import Gathered, gather, read
from bot.knowledge.schema import EntryKind, Knowledge
from bot.matching.matcher import Matcher
from bot.matching.requests.reading import Requests
from bot.matching.sentences import load_encoder
from bot.quotes import QuoteBook
from bot.spoilers.fates import with_fates
from bot.spoilers.giveaways import Giveaways
from bot.spoilers.labels import with_labels

__all__ = [
    "Changes",
    "InProcess",
    "Library",
    "LoadError",
    "Loader",
    "Loss",
    "Reloaded",
    "Snapshot",
    "extended",
    "find_snapshot",
    "load_snapshot",
]

_BREATH = 0.001
"""Seconds that other threads get between two handfuls of what is let go."""

_HANDFUL = 32


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Knowledge and everything built from it; never changed after it is made."""

    knowledge: Knowledge
    matcher: Matcher
    requests: Requests
    facts: FactBook
    quotes: QuoteBook
    giveaways: Giveaways
    warnings: tuple[Problem, ...]
    loaded_at: dt.datetime
    pieces: tuple[object, ...] = field(default=(), repr=False, compare=False)
    """All it is made of, in pieces, for whoever lets go of it; none where it is small."""


class LoadError(Exception):
    """The knowledge has errors; `problems` tells all of them, with their places."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        count = number_of(problems)
        number = "1 problem" if count == 1 else f"{count} problems, first"
        super().__init__(f"the knowledge has {number}: {problems[0]}")
        self.problems = problems


def load_snapshot(layers: Sequence[Layer], data_dir: Path | None = None) -> Snapshot:
    """Read `layers`, the later over the earlier, check them and build the index.

    What was built before of the same files is kept in `data_dir`, where that is a folder, and is
    taken from there; so is what sentences mean.

    Raises LoadError when there is an error in any file.
    """
    gathered = gather(layers)
    if data_dir is None:
        return _build(gathered, None)
    cache, key = _cache(data_dir), _key(gathered, data_dir)
    found = _find(cache, key)
    if found is None:
        found = _build(gathered, data_dir / "sentences.npz")
        cache.put(key, found)
    return found


def marked(knowledge: Knowledge, giveaways: Giveaways) -> Knowledge:
    """Knowledge as it is read, with all that is made of it before anybody may see it."""
    return with_fates(with_labels(knowledge, giveaways))


def extended(snapshot: Snapshot, knowledge: Knowledge) -> Snapshot | None:
    """A snapshot of `knowledge`, made of another in a fraction of the time that building takes.

    None where the people, the show or the words differ: these decide how every text is read.
    """
    before = snapshot.knowledge
    if any(getattr(before, name) != getattr(knowledge, name) for name in _READ_WITH):
        return None
    labelled = marked(knowledge, snapshot.giveaways)
    facts = {
        fact_id: fact if before.facts.get(fact_id) != fact else before.facts[fact_id]
        for fact_id, fact in labelled.facts.items()
    }
    after = labelled.model_copy(update={"facts": facts})
    matcher = snapshot.matcher
    if facts != before.facts:
        matcher = matcher.extended(after)
    quotes = snapshot.quotes
    if after.quotes != before.quotes:
        quotes = QuoteBook(after, matcher.names, matcher.analyser)
    return replace(
        snapshot,
        knowledge=after,
        matcher=matcher,
        facts=FactBook(after),
        quotes=quotes,
        loaded_at=dt.datetime.now(dt.UTC),
    )


def find_snapshot(layers: Sequence[Layer], data_dir: Path) -> Snapshot | None:
    """What is kept in `data_dir` of `layers` as they are now."""
    return _find(_cache(data_dir), _key(gather(layers), data_dir))


def _build(gathered: Sequence[Gathered], sentences: Path | None) -> Snapshot:
    reading = read(gathered)
    if reading.knowledge is None:
        raise LoadError(reading.errors)
    giveaways = Giveaways(reading.knowledge)
    knowledge = marked(reading.knowledge, giveaways)
    matcher = Matcher.build(knowledge, load_encoder(sentences))
    return Snapshot(
        knowledge=knowledge,
        matcher=matcher,
        requests=Requests.build(knowledge, matcher.names),
        facts=FactBook(knowledge),
        quotes=QuoteBook(knowledge, matcher.names, matcher.analyser),
        giveaways=giveaways,
        warnings=reading.problems,
        loaded_at=dt.datetime.now(dt.UTC),
    )


def _cache(data_dir: Path) -> Cache:
    return Cache(data_dir / "cache")


def _find(cache: Cache, key: bytes) -> Snapshot | None:
    pieces = cache.get(key)
    if pieces is None:
        return None
    snapshot = cast("Snapshot", pieces[-1])
    return replace(snapshot, loaded_at=dt.datetime.now(dt.UTC), pieces=pieces[:-1])


def _key(gathered: Sequence[Gathered], data_dir: Path) -> bytes:
    return key_of((_encoded(str(data_dir)), *_parts(gathered)))


def _parts(gathered: Sequence[Gathered]) -> Iterator[bytes]:
    """All that knowledge is made from."""
    for one in gathered:
        yield from (_encoded(one.layer), b"%d" % len(one.files), b"%d" % len(one.problems))
        for path, content in one.files:
            yield from (_encoded(path), content)
        yield from (_encoded(str(problem)) for problem in one.problems)


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


class Loader(Protocol):
    """Makes snapshots."""

    def load(self, layers: Sequence[Layer]) -> Snapshot:
        """A snapshot of `layers`; raises LoadError."""
        ...

    def stop(self) -> None:
        """Fail from now on, at once, also what is going on in another thread."""
        ...


class InProcess:
    """Makes snapshots here and now: for a program in which nothing else goes on meanwhile."""

    def __init__(self, data_dir: Path | None = None) -> None:
        """Keep what takes long to compute in `data_dir`, if that is given and a folder."""
        self._data_dir = data_dir

    def load(self, layers: Sequence[Layer]) -> Snapshot:
        """A snapshot of `layers`; raises LoadError."""
        return load_snapshot(layers, self._data_dir)

    def stop(self) -> None:
        """Nothing waits for it."""


@dataclass(frozen=True, slots=True)
class Loss:
    """A changed entry that has fewer phrasings or sources than before: cut short, perhaps."""

    name: str
    """What `Changes` calls the entry."""
    phrasings: int
    """How many phrasings fewer, from 0 on."""
    sources: int
    """How many sources fewer, from 0 on."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Ids that a reload added, changed and removed, each as `facts/kiss-takes`.

    With several layers each id has behind it the one it comes from, as `facts/kiss-takes
    (community)`. What has no ids counts as changed as a whole: `show`, `synonyms` and the like.
    """

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    losses: tuple[Loss, ...] = ()
    """What some of the changed entries lost."""

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


@dataclass(frozen=True, slots=True)
class Reloaded:
    """The outcome of a reload: what changed, or the errors that kept everything as it was."""

    changes: Changes | None
    problems: tuple[Problem, ...]


class Library:
    """Holds the snapshot in force. `current` is one reference and may be read from any thread."""

    def __init__(self, layers: Sequence[Layer], loader: Loader | None = None) -> None:
        """Load `layers`; raises LoadError for errors in them: there is nothing to fall back on.

        `loader` makes the snapshots; without one they are made in process.
        """
        self.layers = tuple(layers)
        self._loader = loader or InProcess()
        self.current = self._loader.load(self.layers)
        self._reloading = threading.Lock()
        self._swapping = threading.Lock()
        self._amended: Knowledge | None = None
        """What was put in force since a reload began to read the files."""

    def amend(self, knowledge: Knowledge) -> bool:
        """Put in force at once what was read of the layers just now, without waiting for a reload.

        False where only a reload can do that. What a reload builds that is going on meanwhile, or
        has yet to swap, is amended too.
        """
        with self._swapping:
            snapshot = extended(self.current, knowledge)
            if snapshot is None:
                return False
            self.current, self._amended = snapshot, knowledge
            return True

    def reload(self) -> Reloaded:
        """Load the layers anew and put them in force, all or nothing; a second call waits.

        Blocks for as long as reading and building take, so an event loop calls it in a thread.
        """
        with self._reloading:
            self._amended = None
            try:
                snapshot = self._loader.load(self.layers)
            except LoadError as error:
                return Reloaded(None, error.problems)
            with self._swapping:
                if self._amended is not None:
                    snapshot = extended(snapshot, self._amended) or snapshot
                changes = compare(self.current.knowledge, snapshot.knowledge)
                pieces = list(self.current.pieces)
                self.current = snapshot
            _let_go(pieces)
            return Reloaded(changes, snapshot.warnings)

    def close(self) -> None:
        """Let a reload that is going on fail at once, and those that come."""
        self._loader.stop()


def _let_go(pieces: list[object]) -> None:
    """Drop what nobody needs any longer, a handful at a time: all at once, others would wait."""
    while pieces:
        del pieces[-_HANDFUL:]
        time.sleep(_BREATH)


_KINDS: tuple[EntryKind, ...] = ("facts", "quotes", "people")
_WITHOUT_IDS = ("show", "synonyms", "contrasts", "lexicon", "fates", "states")
_READ_WITH = ("people", *_WITHOUT_IDS)
"""What decides how texts are read, whichever they are."""


def compare(before: Knowledge, after: Knowledge) -> Changes:
    """What differs between two states of knowledge, by id."""
    added: list[str] = []
    changed: list[str] = []
    removed: list[str] = []
    losses: list[Loss] = []
    for kind in _KINDS:
        old: Mapping[str, Entry] = getattr(before, kind)
        new: Mapping[str, Entry] = getattr(after, kind)
        now = {key: f"{kind}/{key}{after.origin(kind, key)}" for key in new}
        added += (name for key, name in now.items() if key not in old)
        differs = [key for key in now if key in old and new[key] != old[key]]
        changed += (now[key] for key in differs)
        losses += filter(None, (_loss(now[key], old[key], new[key]) for key in differs))
        removed += (f"{kind}/{key}{before.origin(kind, key)}" for key in old if key not in new)
    changed += (name for name in _WITHOUT_IDS if getattr(before, name) != getattr(after, name))
    return Changes(tuple(added), tuple(changed), tuple(removed), tuple(losses))


def _loss(name: str, old: Entry, new: Entry) -> Loss | None:
    """What an entry lost; None where it has as many phrasings and sources as before, or more."""
    phrasings, sources = (
        max(0, before - now) for before, now in zip(_size(old), _size(new), strict=True)
    )
    return Loss(name, phrasings, sources) if phrasings or sources else None


def _size(entry: Entry) -> tuple[int, int]:
    """How many phrasings an entry has, and how many sources, those of its parts too."""
    of_parts = sum(len(part.sources) for part in getattr(entry, "parts", ()))
    return len(getattr(entry, "phrasings", ())), len(getattr(entry, "sources", ())) + of_parts
