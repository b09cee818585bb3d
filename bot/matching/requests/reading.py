"""Everything that the form of a question can ask for, over one state of knowledge."""

from __future__ import annotations

from dataclasses import dataclass

from bot.knowledge.schema import Knowledge
from bot.matching.names.names import Names
from bot.matching.requests.people import PeopleRequests
from bot.matching.requests.quotes import QuoteRequests
from bot.matching.requests.titles import Titles

__all__ = ["Requests"]


@dataclass(frozen=True, slots=True, eq=False)
class Requests:
    """Readers of requests, which share the names and the titles of the series."""

    people: PeopleRequests
    quotes: QuoteRequests
    titles: Titles
    """What the series is called."""
    names: Names

    @classmethod
    def build(cls, knowledge: Knowledge, names: Names) -> Requests:
        """Read requests with the people and the show of `knowledge`, whose `names` these are."""
        titles = Titles.build((knowledge.show.title, *knowledge.show.names))
        people = PeopleRequests(names, knowledge.people, titles)
        return cls(people, QuoteRequests(names, titles), titles, names)
