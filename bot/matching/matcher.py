"""From a question to its fact: the public face of matching."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from bot.knowledge.schema import Fact, Knowledge
from bot.matching.analyser import Analysed, Analyser
from bot.matching.autocomplete import Autocompleter
from bot.matching.decision import Allows, Decision, Ranked, Status, judge
from bot.matching.embeddings import WordVectors, load_vectors
from bot.matching.explanation import Explanation, explain
from bot.matching.extension import extend_index
from bot.matching.features import Comparison, compare
from bot.matching.index import Index, build_index
from bot.matching.language.contrasts import GENERAL, Contrasts
from bot.matching.language.glossary import load_tables
from bot.matching.language.lexicon import Lexicon
from bot.matching.language.tokens import words
from bot.matching.names.directory import Directory
from bot.matching.names.mentions import MentionFinder
from bot.matching.names.names import Names
from bot.matching.names.ordinary import OrdinaryWords
from bot.matching.query import Query, QueryParser
from bot.matching.ranker import load_ranker
from bot.matching.restraint import Restraint
from bot.matching.retrieval import Retriever
from bot.matching.sentences import Encoder, load_encoder
from bot.matching.sparse import Ints
from bot.matching.titles import Titles

__all__ = ["Matcher"]

_SHIPPED = load_encoder()
"""The encoder that ships with the bot and keeps nothing; its model is loaded on first use."""

_WARMING = ("waht is the name of the zebra that livd with them", "kailan po ito")
"""Questions with slips and in another language, of which each first one is slow."""

_EVEN = 5
"""Digits of a probability that count in a comparison; behind them stands the noise of sums."""


@dataclass(frozen=True, slots=True, eq=False)
class Matcher:
    """Finds the fact that answers a question.

    Frozen, safe to ask from any thread, and the same wherever it was built: the order of the facts
    does not matter, and it can be pickled in one process and asked in another.
    """

    names: Names
    analyser: Analyser
    _index: Index
    _parser: QueryParser
    _retriever: Retriever
    _autocompleter: Autocompleter
    _restraint: Restraint

    @classmethod
    def build(cls, knowledge: Knowledge, encoder: Encoder | None = _SHIPPED) -> Matcher:
        """Index `knowledge`, which takes about a tenth of a millisecond a phrasing.

        `encoder` tells what sentences mean; without one words alone decide, and a text in a
        language that is neither English nor Korean goes unanswered.

        One after the other: the words that are used, the names, which must know these, and the
        index, which must know both.
        """
        vectors = load_vectors()
        lexicon = Lexicon.build(knowledge.lexicon)
        contrasts = Contrasts.build((*GENERAL, *knowledge.contrasts), lexicon.cut)
        directory = Directory.build(knowledge.people)
        names = Names.of(directory, _ordinary_words(knowledge, directory, vectors))
        titles = Titles.build(knowledge.show)
        analyser = Analyser.build(names, lexicon, knowledge.synonyms, titles)
        facts = tuple(knowledge.facts.values())
        works = frozenset(
            token.term
            for work in knowledge.show.works
            for token in analyser.analyse(work.replace("-", " ")).tokens
        )
        index = build_index(
            facts, analyser, lexicon, names.family, contrasts, vectors, titles, works, encoder
        )
        used = encoder if index.meanings else None
        return cls(
            names=names,
            analyser=analyser,
            _index=index,
            _parser=QueryParser(
                analyser,
                index.corrector,
                index.expander,
                contrasts,
                names.family,
                names.name,
                works,
                used,
            ),
            _retriever=Retriever.build(index),
            _autocompleter=Autocompleter.build(index, facts),
            _restraint=Restraint.build(knowledge, names, analyser),
        )

    def extended(self, knowledge: Knowledge) -> Matcher:
        """This matcher over the facts of `knowledge`, of which only what is new is analysed.

        People, show, synonyms, contrasts and lexicon have to be those that this one was built of.
        """
        facts = tuple(knowledge.facts.values())
        index = extend_index(
            self._index,
            facts,
            self.analyser,
            self.names.family,
            self._parser.contrasts,
            load_vectors(),
            self.analyser.titles,
            self._parser.works,
            self._parser.encoder,
        )
        return replace(
            self,
            _index=index,
            _parser=replace(self._parser, _corrector=index.corrector, _expander=index.expander),
            _retriever=Retriever.build(index),
            _autocompleter=Autocompleter.build(index, facts),
        )

    def decide(self, question: str, *, allows: Allows | None = None) -> Decision:
        """Decide on `question`, any text at all.

        Suggestions that `allows` refuses are left out; without it all may be offered.
        """
        return self._decided(question, allows)

    def complete(
        self, typed: str, *, limit: int = 25, allows: Allows, openly: Allows | None = None
    ) -> tuple[Fact, ...]:
        """Facts that go with what has been typed so far, best first.

        Facts that `allows` refuses are never offered; with nothing typed, one a topic. Those that
        `openly` refuses go by their label, all others by their question.
        """

        def meant(by_sense: bool) -> tuple[Fact, ...]:
            return self._decided(typed, allows, by_sense=by_sense).meant

        return self._autocompleter.complete(
            typed, meant, limit=limit, allows=allows, openly=openly or allows
        )

    def explain(self, question: str) -> Explanation:
        """Decide on `question` and tell what decided."""
        query = self._parsed(question)
        ranked = self._rank(query)
        decision = self._exactly(query.analysed) or self._judged(query, ranked)
        return explain(self._index.vocabulary, query, ranked, decision)

    def compared(self, question: str) -> tuple[tuple[Fact, ...], Comparison] | None:
        """The candidates for `question` and what the ranker sees of them, for fitting it.

        None when there are no candidates.
        """
        query = self._parsed(question)
        candidates = self._retriever.candidates(query)
        if not candidates:
            return None
        return self._facts(candidates.facts), compare(self._index, query, candidates)

    def warm(self) -> None:
        """Make the first questions as fast as later ones: for a process that stays."""
        self._retriever.warm()
        self._parser.warm()
        load_ranker()
        for question in _WARMING:
            self.decide(question)

    def warm_languages(self) -> None:
        """Do so for those in other languages, which takes a second or two."""
        load_tables()

    def _decided(self, question: str, allows: Allows | None, *, by_sense: bool = True) -> Decision:
        analysed = self._parser.analyse(question)
        if exact := self._exactly(analysed):
            return exact
        query = self._parser.parse(analysed, by_sense=by_sense)
        return self._judged(query, self._rank(query), allows)

    def _parsed(self, question: str) -> Query:
        return self._parser.parse(self._parser.analyse(question))

    def _exactly(self, analysed: Analysed) -> Decision | None:
        """The answer to a question that is put in the very words of a phrasing."""
        exact = self._retriever.exact(analysed)
        return Decision(Status.ANSWERED, exact, score=1.0) if exact else None

    def _judged(
        self, query: Query, ranked: Ranked | None, allows: Allows | None = None
    ) -> Decision:
        """The decision on the candidates, held back where the form of the question asks for it."""
        sifted = self._restraint.sift(query, ranked)
        return self._restraint.temper(query, judge(query, sifted, allows))

    def _rank(self, query: Query) -> Ranked | None:
        """The candidates, the most probable first; None when there are none."""
        candidates = self._retriever.candidates(query)
        if not candidates:
            return None
        comparison = compare(self._index, query, candidates)
        odds = np.round(load_ranker().probabilities(comparison), _EVEN)
        order = np.argsort(-odds, kind="stable")
        return Ranked(
            self._facts(candidates.facts[order]),
            tuple(odds[order].tolist()),
            tuple(order.tolist()),
            comparison,
        )

    def _facts(self, numbers: Ints) -> tuple[Fact, ...]:
        chosen: list[int] = numbers.tolist()
        return tuple(self._index.facts[number] for number in chosen)


def _ordinary_words(
    knowledge: Knowledge, directory: Directory, vectors: WordVectors
) -> OrdinaryWords:
    """The words that the knowledge uses besides names, where English alone tells names apart."""
    finder = MentionFinder(directory, OrdinaryWords.build(vectors))
    used = {word for group in knowledge.synonyms for text in group for word in words(text)}
    for fact in knowledge.facts.values():
        for text in (*fact.phrasings, fact.whole):
            found = words(text)
            if used.issuperset(found):  # as of most: then it does not matter who is named
                continue
            position = 0
            for mention in finder.mentions(found, typos=False):
                used.update(found[position : mention.start])
                position = mention.end
            used.update(found[position:])
    return OrdinaryWords.build(vectors, sorted(used))
