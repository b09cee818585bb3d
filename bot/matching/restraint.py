"""Restraint: what is not answered, however near a fact comes, by the form of the question."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.knowledge.schema import Fact, Knowledge, Person, PersonKind
from bot.matching.analyser import Analyser
from bot.matching.decision import Decision, Ranked, Status
from bot.matching.language.terms import Term
from bot.matching.language.tokens import words
from bot.matching.names.names import Names
from bot.matching.query import Query
from bot.matching.requests.people import PeopleRequests
from bot.matching.requests.talk import is_talk
from bot.matching.requests.titles import Titles

__all__ = ["Restraint"]

_WORK_WORDS = frozenset(
    """
original originally source book author adapted adaptation adapt based read chapter chapters
draw drew drawn draws artist written wrote
""".split()
)
"""Words that ask for a work beside the series, whichever it is."""

_TURNED = re.compile(r"\b(?:who|which \w+) (?:is|are|was|were|do|does|did|has|have|can|will) not\b")
"""A question for everybody but those whom the plain question asks for."""

_DENYING = frozenset("not never no none nobody without except".split())
_COMPARING = frozenset(
    "than like as same similar compare compared versus better bigger from also too world universe "
    "related connected connection inspired copy beat beaten".split()
)
"""Words that set another show beside ours."""

_OTHER_ASKS = {(w,) for w in "who is are was were does did do will has have can".split()}
_BEING = frozenset("is are was were".split())
_RELATIONS = frozenset(
    """
dating date dates couple married marry girlfriend boyfriend relationship lovers engaged
""".split()
)


@dataclass(frozen=True, slots=True, eq=False)
class Restraint:
    """Holds decisions back, with the titles and the people of one state of knowledge."""

    _requests: PeopleRequests
    _people: Mapping[str, Person]
    _own: Titles
    _others: Titles
    _works: Mapping[str, frozenset[Term]]
    """The works beside the series, and what asks for each."""

    @classmethod
    def build(cls, knowledge: Knowledge, names: Names, analyser: Analyser) -> Restraint:
        """Know the people, the other shows and the works of `knowledge`."""
        own = Titles.build((knowledge.show.title, *knowledge.show.names))
        requests = PeopleRequests(names, knowledge.people, own)
        works = {
            work: frozenset(token.term for token in analyser.analyse(work.replace("-", " ")).tokens)
            for work in knowledge.show.works
        }
        others = Titles.build(knowledge.show.others)
        return cls(requests, knowledge.people, own, others, works)

    def sift(self, query: Query, ranked: Ranked | None) -> Ranked | None:
        """The candidates without those of a work beside the series that nobody asked for.

        Their share of the probability goes to the others.
        """
        if ranked is None:
            return None
        unasked = self._unasked_works(query)
        kept = [
            number
            for number, fact in enumerate(ranked.facts)
            if fact.topic not in unasked or self._names_maker(query, fact)
        ]
        if len(kept) == len(ranked.facts):
            return ranked
        if not kept:
            return None
        left = 1 - sum(odds for n, odds in enumerate(ranked.odds) if n not in kept)
        return replace(
            ranked,
            facts=tuple(ranked.facts[number] for number in kept),
            odds=tuple(ranked.odds[number] / max(left, ranked.odds[number]) for number in kept),
            order=tuple(ranked.order[number] for number in kept),
        )

    def temper(self, query: Query, decision: Decision) -> Decision:
        """The decision, or the more cautious one that the form of the question asks for."""
        if decision.status is Status.UNKNOWN:
            return decision
        found = query.analysed.words
        if is_talk(found):
            return Decision(Status.UNKNOWN, score=decision.score)
        others = self._others.named(found)
        if others:
            return self._about_others(query, others, decision)
        fact = decision.fact
        if fact is not None and (
            self._is_turned_about(found, fact)
            or self._is_portrait_unasked(query, fact)
            or self._is_of_their_parts(query, fact)
        ):
            return Decision(Status.SUGGESTED, None, (fact, *decision.suggestions), decision.score)
        return decision

    def _unasked_works(self, query: Query) -> frozenset[str]:
        """Works that the question does not speak of."""
        if not _WORK_WORDS.isdisjoint(query.analysed.words):
            return frozenset()
        terms = {one.term for one in query.terms}
        return frozenset(work for work, own in self._works.items() if own.isdisjoint(terms))

    def _names_maker(self, query: Query, fact: Fact) -> bool:
        """Whether the question names a real person whom the fact is about, such as its author."""
        return any(
            self._people[i].kind is not PersonKind.CHARACTER and i in query.people
            for i in fact.people
            if i in self._people
        )

    def _about_others(
        self, query: Query, others: Iterable[tuple[str, ...]], decision: Decision
    ) -> Decision:
        """The decision, if the question is about ours too or compares; else no answer.

        What speaks of the other show may still be offered.
        """
        found = query.analysed.words
        if (
            query.people
            or self._own.named(query.analysed.typed)
            or not _COMPARING.isdisjoint(found)
        ):
            return decision
        titles = Titles.build(" ".join(title) for title in others)
        speaking = tuple(
            fact
            for fact in (decision.fact, *decision.suggestions)
            if fact is not None and titles.named(words(f"{fact.question} {fact.whole}"))
        )
        status = Status.SUGGESTED if speaking else Status.UNKNOWN
        return Decision(status, None, speaking, decision.score)

    def _is_turned_about(self, found: Sequence[str], fact: Fact) -> bool:
        """Whether "who does not" is asked, and the fact tells who does."""
        if not _TURNED.search(" ".join(found)):
            return False
        return _DENYING.isdisjoint(words(f"{fact.question} {fact.whole}"))

    def _is_portrait_unasked(self, query: Query, fact: Fact) -> bool:
        """Whether the fact tells who somebody is of whom the question asks something else.

        "Who likes her" is not answered with her, nor is "does she die" with what she is like.
        """
        portrayed = self._requests.read(fact.question)
        found = query.analysed.words
        if portrayed is None or found[:1] not in _OTHER_ASKS:
            return False
        named = query.analysed.named
        places = [one.start for one in named if set(one.people) & set(portrayed.people)]
        is_who = found[:1] == ("who",) and found[1] in _BEING
        return bool(places) and not (is_who and not {2, 3}.isdisjoint(places))

    def _is_of_their_parts(self, query: Query, fact: Fact) -> bool:
        """Whether real people's lives are asked for, and the fact tells of characters."""
        if _RELATIONS.isdisjoint(query.analysed.words):
            return False
        named = [person for mention in query.analysed.mentions for person in mention.people]
        if not named or not all(map(self._is_real, named)):
            return False
        return set(named).isdisjoint(fact.people)

    def _is_real(self, person_id: str) -> bool:
        return self._people[person_id].kind is not PersonKind.CHARACTER
