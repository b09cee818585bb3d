"""A question made ready for retrieval: its terms, expanded and weighed, and what it asks for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from bot.matching.analyser import Analysed, Analyser, Ask
from bot.matching.corrector import Corrector
from bot.matching.embeddings import DIMENSIONS
from bot.matching.expansion import Expander, Expansion
from bot.matching.language.contrasts import Contrasts, Place
from bot.matching.language.terms import Term, TermKind
from bot.matching.names.mentions import Mention
from bot.matching.sentences import SIZE, Encoder
from bot.matching.sparse import Floats, unit
from bot.matching.vocabulary import is_content

__all__ = ["Families", "Query", "QueryParser", "QueryTerm", "person_term"]

Families = Callable[[str], Sequence[str]]
"""A person's id to those of the person and of the actors or the character that belong to them."""

FOREIGN_LETTERS = 4
"""Letters from which a text in a language that is not known may ask something: Chinese, Japanese
and Thai put no blanks between words."""

_ARTICLES = frozenset({"a", "an", "the"})
_LITTLE = 1e-6
_NOTHING: Floats = np.zeros(0, dtype=np.float32)
_NO_SENSE: Floats = np.zeros(SIZE, dtype=np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class QueryTerm:
    """A term of a question."""

    term: Term
    expansion: Expansion
    is_content: bool
    is_capital: bool
    """Whether it was written with a capital, and no text of the knowledge has it."""
    is_asked: bool
    """Whether it is the noun that is counted or chosen."""

    @property
    def foreign(self) -> float:
        """How far it is from every term of the knowledge, 0..1."""
        return 1 - self.expansion.most


@dataclass(frozen=True, slots=True, eq=False)
class Query:
    """A question as retrieval and ranking see it."""

    analysed: Analysed
    terms: tuple[QueryTerm, ...]
    weights: Floats
    """How much each term tells, 0..1."""
    shares: Floats
    """The weights as shares of their sum."""
    vectors: Floats
    """A term a row: its meaning, of length 1, or 0 where it has none."""
    vector: Floats
    """The meaning of all together, of length 1."""
    sense: Floats
    """What it means as a sentence; 0 where there is no encoder."""
    contents: int
    """Telling terms."""
    unknown: float
    """Share of its words, names apart, that neither English nor Korean nor the knowledge has."""
    is_bare: bool
    """Whether there is no question yet: somebody's name or one word ("wedding") alone."""
    mentions: tuple[frozenset[str], ...]
    """The people each name may mean, with the actor or character that goes with them."""
    roles: tuple[frozenset[str], ...]
    """The same for each word that means somebody by what they do."""
    people: frozenset[str]
    """All of these."""
    numbers: frozenset[Term]
    """Numbers that stand alone."""
    numbered: frozenset[Term]
    """Things with their number, such as "season 2"."""
    contrasts: frozenset[Place]
    works: frozenset[Term]
    """Works beside the series that it names."""

    @property
    def asks(self) -> tuple[Ask, ...]:
        """The kinds of question."""
        return self.analysed.asks

    @property
    def asks_something(self) -> bool:
        """Whether there is anything to go by: a person, a number, or a telling word that is known.

        "Hi everyone, how are you" has none. Of a language that is not known the encoder judges.
        """
        if self.analysed.is_foreign:
            letters = sum(map(len, self.analysed.words))
            return letters >= FOREIGN_LETTERS and bool(self.sense.any())
        return bool(self.people or self.numbered) or any(
            (one.is_content or one.term.is_number) and not one.expansion.is_alien
            for one in self.terms
        )

    @property
    def is_bare_name(self) -> bool:
        """Whether somebody is named and nothing asked of them."""
        return self.is_bare and bool(self.mentions)


@dataclass(frozen=True, slots=True, eq=False)
class QueryParser:
    """Parses questions over one index."""

    _analyser: Analyser
    _corrector: Corrector
    _expander: Expander
    contrasts: Contrasts
    _family: Families
    _named: Callable[[str], str]
    """A person's id to the name that the knowledge has for them."""
    works: frozenset[Term]
    encoder: Encoder | None

    def analyse(self, question: str) -> Analysed:
        """Analyse `question`, any text, as typed in haste."""
        return self._analyser.analyse(question, self._corrector.correct)

    def parse(self, analysed: Analysed, *, by_sense: bool = True) -> Query:
        """Weigh the terms of a question, and find what each may stand for.

        With `by_sense`, also what it means as a sentence, which costs more than all the rest.
        """
        distinct = dict.fromkeys(
            (
                *(token.term for token in analysed.tokens),
                *(person_term(mention, self._family) for mention in analysed.named),
                *(ask.term for ask in analysed.asks),
            )
        )
        terms = tuple(self._term(term, analysed) for term in distinct)
        weights = np.array([one.expansion.weight for one in terms], dtype=np.float32)
        vectors = np.concatenate([_NOTHING, *(one.expansion.vector for one in terms)])
        vectors = vectors.reshape(-1, DIMENSIONS)
        mentions = tuple(map(self._meant, analysed.mentions))
        roles = tuple(map(self._meant, analysed.roles))
        numbers = frozenset(term for term in distinct if term.kind is TermKind.NUMBER)
        numbered = frozenset(term for term in distinct if term.kind is TermKind.NUMBERED)
        return Query(
            analysed=analysed,
            terms=terms,
            weights=weights,
            shares=weights / max(float(weights.sum()), _LITTLE),
            vectors=vectors,
            vector=unit((weights @ vectors)[None])[0],
            sense=self._sense(analysed) if by_sense else _NO_SENSE,
            contents=sum(one.is_content for one in terms),
            unknown=self._unknown(analysed),
            is_bare=not numbers and not numbered and _is_bare(analysed),
            mentions=mentions,
            roles=roles,
            people=frozenset[str]().union(*mentions, *roles),
            numbers=numbers,
            numbered=numbered,
            contrasts=frozenset(c for term in distinct for c in self.contrasts.places(term)),
            works=self.works.intersection(distinct),
        )

    def warm(self) -> None:
        """Load the encoder, which takes a second."""
        if self.encoder is not None:
            self.encoder.one("ready")

    def _sense(self, analysed: Analysed) -> Floats:
        """What the question means: as typed in another language, else corrected, with names as
        they are written."""
        if self.encoder is None or not analysed.words:
            return _NO_SENSE
        if analysed.is_foreign:
            return self.encoder.one(analysed.text)
        parts: list[str] = []
        position = 0
        for mention in analysed.mentions:
            parts += analysed.words[position : mention.start]
            parts.append(self._named(mention.people[0]))
            position = mention.end
        return self.encoder.one(" ".join((*parts, *analysed.words[position:])))

    def _unknown(self, analysed: Analysed) -> float:
        named = sum(mention.end - mention.start for mention in analysed.mentions)
        others = [token.word for token in analysed.tokens]
        if not others:
            return 0.0
        return sum(not self._corrector.knows(word) for word in others) / (len(others) + named)

    def _term(self, term: Term, analysed: Analysed) -> QueryTerm:
        expansion = self._expander.expand(term)
        return QueryTerm(
            term,
            expansion,
            is_content(term),
            term in analysed.capital and expansion.most < 1,
            term in analysed.asked,
        )

    def _meant(self, mention: Mention) -> frozenset[str]:
        """Everybody a name may mean, with the actor or character that goes with them."""
        return frozenset[str]().union(*map(self._family, mention.people))


def person_term(mention: Mention, family: Families) -> Term:
    """The term for whoever a name means: one for an actor and the character they play."""
    return Term(TermKind.PERSON, min(min(family(person)) for person in mention.people))


def _is_bare(analysed: Analysed) -> bool:
    """Whether a text is a name alone, or one word, but for articles."""
    named = sum(mention.end - mention.start for mention in analysed.mentions)
    others = sum(word not in _ARTICLES for word in analysed.words) - named
    if others and analysed.is_foreign:
        return False
    return not analysed.asks and others <= (0 if named else 1)
