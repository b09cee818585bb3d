"""The names of one state of knowledge: found in texts, looked up alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.knowledge.schema import Person
from bot.matching.embeddings import load_vectors
from bot.matching.names.directory import Directory
from bot.matching.names.lookup import LookUp
from bot.matching.names.mentions import Mention, MentionFinder
from bot.matching.names.ordinary import OrdinaryWords
from bot.matching.names.scripts import Scripts

__all__ = ["Names"]


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """Everybody's names, in any spelling, and whom they mean."""

    _directory: Directory
    _finder: MentionFinder
    _look_up: LookUp
    _scripts: Scripts

    @classmethod
    def build(cls, people: Mapping[str, Person], ordinary: OrdinaryWords | None = None) -> Names:
        """Index `people`; what is `ordinary` (English, if not given) is no misspelt name."""
        return cls.of(Directory.build(people), ordinary or OrdinaryWords.build(load_vectors()))

    @classmethod
    def of(cls, directory: Directory, ordinary: OrdinaryWords) -> Names:
        """The names of a directory that is built already."""
        finder = MentionFinder(directory, ordinary)
        return cls(
            directory, finder, LookUp(directory, finder), Scripts.build(directory.people.values())
        )

    def family(self, person_id: str) -> tuple[str, ...]:
        """The person, with the character an actor plays or the actors of a character."""
        return self._directory.family(person_id)

    def name(self, person_id: str) -> str:
        """The name of somebody as the knowledge writes it."""
        person = self._directory.people.get(person_id)
        return person.name if person else person_id

    def latin(self, text: str) -> str:
        """`text` with names in other scripts in the letters that the knowledge writes."""
        return self._scripts.latin(text)

    def mentions(self, found: Sequence[str], *, typos: bool = True) -> list[Mention]:
        """The names in the words of a text, left to right, none overlapping, the longest first.

        Without `typos` (for text that was written with care) only known spellings count.
        """
        return self._finder.mentions(found, typos=typos)

    def roles(self, found: Sequence[str]) -> list[Mention]:
        """The words that mean somebody by what they do ("the director")."""
        return self._finder.roles(found)

    def is_ordinary(self, word: str) -> bool:
        """Whether `word` is one of English or of the knowledge, and no name alone."""
        return self._finder.is_ordinary(word)

    def look_up(self, who: str) -> tuple[str, ...]:
        """Ids of the people that `who` may mean, best first; empty for a stranger's name."""
        return self._look_up.look_up(self.latin(who))

    def nearest(self, who: str, limit: int = 5) -> tuple[str, ...]:
        """Ids of the people whose names look most like `who`, best first, at most `limit`."""
        return self._look_up.nearest(who, limit)
