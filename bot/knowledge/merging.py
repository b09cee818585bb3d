"""Layers to one Knowledge: the later over the earlier.

A layer first takes away what it lists under `removed`, whole: entry and phrasings. Then it adds
entries, and replaces those whose id an earlier layer has. Phrasings under `phrasings` belong to
the id: those of every layer add up, also where a later one replaces the fact. Links to a fact that
is taken away go with it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bot.knowledge.collecting import KINDS, Collector, Item, Seen
from bot.knowledge.explaining import Nearest
from bot.knowledge.explanations import Explanations
from bot.knowledge.places import Places
from bot.knowledge.problems import Place, Problem, Problems, Severity, quoted
from bot.knowledge.rules import cross_check, unknown_facts, unknown_people, unknown_ratings
from bot.knowledge.schema import EntryKind, Fact, FactEntry, Knowledge
from bot.knowledge.show import Show

__all__ = ["Merger", "Override", "Reading"]

_Key = tuple[EntryKind, str]


@dataclass(frozen=True, slots=True)
class Override:
    """Something of an earlier layer that a later one replaces or takes away."""

    layer: str
    """The later layer."""
    kind: EntryKind
    entry_id: str
    place: Place
    """Where the later layer says so."""
    is_removal: bool

    def __str__(self) -> str:
        does = "takes away" if self.is_removal else "replaces"
        return f"{self.place}: {self.layer} {does} {self.kind}/{self.entry_id}"


@dataclass(frozen=True, slots=True)
class Reading:
    """The outcome of reading: knowledge unless there is an error, and every problem found."""

    knowledge: Knowledge | None
    problems: tuple[Problem, ...]
    places: Places
    overrides: tuple[Override, ...] = ()
    explained: tuple[Problem, ...] = ()
    """Warnings that a comment says are right; they are none of the problems."""
    explanations: Explanations = field(default_factory=Explanations)
    """All such comments."""

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep the knowledge from being used."""
        return tuple(p for p in self.problems if p.severity is Severity.ERROR)


class Merger:
    """Lays one layer over another."""

    def __init__(self) -> None:
        self._problems = Problems()
        self._explanations = Explanations()
        self._entries: dict[EntryKind, dict[str, Any]] = {kind: {} for kind in KINDS}
        self._seen: dict[_Key, Seen] = {}
        """Every entry in force that has an id, valid or not."""
        self._nameless: list[Seen] = []
        self._layers: list[str] = []
        self._origins: dict[_Key, str] = {}
        self._removed: dict[str, Place] = {}
        self._phrasings: dict[str, list[tuple[str, Place]]] = defaultdict(list)
        self._items: dict[str, list[Item]] = defaultdict(list)
        self._show = Show()
        self._overrides: list[Override] = []
        self._unsure: set[str] = set()
        self._missed = Severity.ERROR
        """How grave it is when nothing has an id that the layer names."""

    def add(self, layer: str, found: Collector, *, is_forgiving: bool = False) -> None:
        """Lay over what is there what the layer of this name holds.

        One that is forgiving may take away, and phrase, what nothing has: that is a warning.
        """
        self._layers.append(layer)
        self._missed = Severity.WARNING if is_forgiving else Severity.ERROR
        self._problems.extend(found.problems.sorted())
        self._explanations.update(found.explanations)
        self._unsure |= found.unsure
        known = Nearest(entry_id for _, entry_id in self._seen)
        for item in found.items["removed"]:
            self._take_away(layer, item, known)
        self._overlay(layer, found)
        facts = Nearest(entry_id for kind, entry_id in self._seen if kind == "facts")
        for item in found.items["phrasings"]:
            self._add_phrasings(item, facts)
        for key in ("synonyms", "contrasts", "lexicon", "fates", "states"):
            self._items[key] += found.items[key]
        if found.show is not None:
            given = {name: getattr(found.show, name) for name in found.show.model_fields_set}
            self._show = self._show.model_copy(update=given)

    def finish(self) -> Reading:
        """Check everything together."""
        knowledge = Knowledge(
            facts=dict(self._facts()),
            quotes=self._entries["quotes"],
            people=self._entries["people"],
            show=self._show,
            synonyms=tuple(item.value for item in self._items["synonyms"]),
            contrasts=tuple(item.value for item in self._items["contrasts"]),
            lexicon={item.key: tuple(item.value.split()) for item in self._items["lexicon"]},
            origins=dict(self._named_origins()) if len(self._layers) > 1 else {},
            fates=frozenset(item.value.casefold() for item in self._items["fates"]),
            states=frozenset(item.value.casefold() for item in self._items["states"]),
        )
        places = Places(
            {key: seen.node for key, seen in self._seen.items()},
            {fact_id: tuple(p for _, p in found) for fact_id, found in self._phrasings.items()},
        )
        self._problems.extend(cross_check(knowledge, places.of))
        everything = [*self._seen.values(), *self._nameless]
        if "people" not in self._unsure:
            person_ids = {entry_id for kind, entry_id in self._seen if kind == "people"}
            unknown_people(everything, person_ids, self._removed, self._problems)
        if "facts" not in self._unsure:
            fact_ids = {entry_id for kind, entry_id in self._seen if kind == "facts"}
            unknown_facts(everything, fact_ids, self._removed, self._problems)
        if "show" not in self._unsure or self._show.model_fields_set:
            unknown_ratings(everything, self._show, self._problems)
        left, explained = self._explanations.split(self._problems.sorted())
        return Reading(
            None if self._problems.has(Severity.ERROR) else knowledge,
            tuple(left),
            places,
            tuple(self._overrides),
            tuple(explained),
            self._explanations,
        )

    def _take_away(self, layer: str, item: Item, known: Nearest) -> None:
        entry_id: str = item.value
        self._removed[entry_id] = item.place
        kinds: list[EntryKind] = [kind for kind in KINDS if (kind, entry_id) in self._seen]
        if not kinds and self._unsure.isdisjoint(KINDS):
            self._miss("removed: no earlier layer", entry_id, item, known, "take it off the list")
        for kind in kinds:
            del self._seen[kind, entry_id]
            self._entries[kind].pop(entry_id, None)
            self._overrides.append(Override(layer, kind, entry_id, item.place, True))
            if kind == "facts":
                self._phrasings.pop(entry_id, None)

    def _overlay(self, layer: str, found: Collector) -> None:
        """Add the layer's entries; one that replaces another comes last, as it stands last."""
        for seen in found.seen:
            if seen.entry_id is None:
                self._nameless.append(seen)
                continue
            key = (seen.kind, seen.entry_id)
            if self._seen.pop(key, None) is not None:
                self._overrides.append(Override(layer, *key, seen.node.place, False))
            self._entries[seen.kind].pop(seen.entry_id, None)
            self._seen[key] = seen
            self._origins[key] = layer
        for kind, entries in found.entries.items():
            self._entries[kind].update(entries)

    def _add_phrasings(self, item: Item, facts: Nearest) -> None:
        if ("facts", item.key) in self._seen:
            assert isinstance(item.node.value, list)
            places = (node.place for node in item.node.value)
            self._phrasings[item.key] += zip(item.value, places, strict=True)
        elif "facts" not in self._unsure:
            advice = "mend the id, or add the fact"
            self._miss("phrasings: no fact", item.key, item, facts, advice)

    def _miss(self, nobody: str, entry_id: str, item: Item, known: Nearest, otherwise: str) -> None:
        """Tell of an id that nothing has; of very many there are no words, but their number."""
        if self._problems.is_full(self._missed):
            self._problems.count(item.place, self._missed)
        else:
            hint = known.hint(entry_id, otherwise)
            message = f"{nobody} has the id {quoted(entry_id)}; {hint}"
            self._problems.add(Problem(item.place, message, self._missed))

    def _named_origins(self) -> Iterator[tuple[str, str]]:
        for kind, entries in self._entries.items():
            for entry_id in entries:
                yield f"{kind}/{entry_id}", self._origins[kind, entry_id]

    def _facts(self) -> Iterator[tuple[str, Fact]]:
        """The facts with their phrasings, without links to what a later layer takes away.

        Both were checked when they were read.
        """
        entries: dict[str, FactEntry] = self._entries["facts"]
        for fact_id, entry in entries.items():
            further = tuple(text for text, _ in self._phrasings.get(fact_id, ()))
            related = tuple(other for other in entry.related if ("facts", other) in self._seen)
            fields: dict[str, Any] = {**dict(entry), "related": related, "further": further}
            yield fact_id, Fact.model_construct(**fields)
