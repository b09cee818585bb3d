"""Where entries stand."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.knowledge.nodes import Node
from bot.knowledge.problems import Place
from bot.knowledge.schema import EntryKind

__all__ = ["Places"]

_Key = tuple[EntryKind, str]


@dataclass(frozen=True, slots=True)
class Places:
    """Where each entry in force stands, so that rules and lints can point at it."""

    nodes: dict[_Key, Node] = field(default_factory=dict[_Key, Node])
    further: dict[str, tuple[Place, ...]] = field(default_factory=dict[str, tuple[Place, ...]])
    """By fact, where its phrasings stand that are apart from it."""
    quiz: dict[str, Node] = field(default_factory=dict[str, Node])
    """By fact, its entry in the quiz."""

    def of(self, kind: EntryKind, entry_id: str, *path: str | int) -> Place:
        """The place of an entry or of a field in it; an unknown id is a programming error."""
        return self.nodes[kind, entry_id].find(path)

    def of_phrasing(self, fact_id: str, number: int) -> Place:
        """The place of a fact's phrasing; 0 is the question."""
        if not number:
            return self.of("facts", fact_id, "question")
        entry = self.nodes["facts", fact_id].value
        assert isinstance(entry, dict)
        aliases = entry["aliases"].value if "aliases" in entry else ()
        if number <= len(aliases):
            return self.of("facts", fact_id, "aliases", number - 1)
        return self.further[fact_id][number - 1 - len(aliases)]

    def of_quiz(self, fact_id: str, *path: str | int) -> Place:
        """The place of a fact's entry in the quiz, or of a field in it."""
        return self.quiz[fact_id].find(path)
