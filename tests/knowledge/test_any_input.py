"""Whatever the bytes are, reading them ends in knowledge or in problems."""

from __future__ import annotations

import datetime as dt
import string
import unicodedata
from typing import Any

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.knowledge.reader import Reading, read_files
from bot.knowledge.schema import (
    FactEntry,
    KnowledgeFile,
    Part,
    Person,
    PersonKind,
    QuizEntry,
    Quote,
    QuoteKind,
    Source,
)
from bot.knowledge.show import Show
from tests.ratings import RATINGS

unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

KEYS = sorted(
    {
        name
        for model in (KnowledgeFile, FactEntry, Quote, Person, Source, QuizEntry)
        for name in model.model_fields
    }
)


def _check(reading: Reading) -> None:
    assert (reading.knowledge is None) == bool(reading.errors)
    for problem in reading.problems:
        assert problem.place.line >= 0
        assert problem.place.column >= 0
        assert str(problem).isprintable()


@unhurried
@given(st.binary())
def test_any_bytes(data: bytes) -> None:
    _check(read_files([("a.yaml", data)]))


@unhurried
@given(st.text())
def test_any_text(text: str) -> None:
    _check(read_files([("a.yaml", text.encode("utf-8", "surrogatepass"))]))


_tokens = st.sampled_from(
    [*KEYS, *": - ? [ ] { } , & * ! | > ' \" # % @ \n \t \\ << --- é".split(" "), "\n  "]
)


@unhurried
@given(st.lists(_tokens, max_size=40).map(" ".join))
def test_anything_that_looks_like_yaml(text: str) -> None:
    _check(read_files([("a.yaml", text.encode())]))


_scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.dates() | st.text()
_keys = st.sampled_from(KEYS) | st.text(max_size=5)
_structures: st.SearchStrategy[Any] = st.recursive(
    _scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_keys, inner, max_size=6)
)


@unhurried
@given(st.dictionaries(st.sampled_from(list(KnowledgeFile.model_fields)), _structures))
def test_any_structure(structure: dict[str, Any]) -> None:
    _check(read_files([("a.yaml", yaml.safe_dump(structure).encode())]))


_visible = st.characters(exclude_categories=["C", "Zl", "Zp", "Zs"]) | st.just(" ")
_phrases = st.text(_visible, min_size=1, max_size=60).filter(
    lambda text: text == text.strip() != "" and unicodedata.is_normalized("NFC", text)
)
_words = st.text(string.ascii_lowercase + string.digits, min_size=1, max_size=8)
_ids = st.lists(_words, min_size=1, max_size=4).map("-".join)
_dates = st.none() | st.dates(dt.date(1000, 1, 1)).map(str) | st.just("2022") | st.just("2022-02")
_sources = st.builds(
    Source,
    title=_phrases,
    url=_words.map("https://example.org/{}".format),
    publisher=st.none() | _phrases,
    date=_dates,
)
_parts = st.builds(
    Part,
    text=_phrases,
    spoiler=RATINGS.filter(bool),
    sources=st.lists(_sources, max_size=1),
)
_shared: dict[str, Any] = {"id": _ids, "note": st.none() | _phrases}
_facts = st.builds(
    FactEntry,
    **_shared,
    question=_phrases,
    answer=_phrases,
    parts=st.lists(_parts, max_size=2),
    title=st.none() | _phrases,
    label=st.none() | _phrases.filter(lambda text: len(text) <= 38),
    aliases=st.lists(_phrases, max_size=3),
    key=st.lists(_phrases, max_size=3),
    topic=st.none() | _ids,
    spoiler=RATINGS,
    as_of=st.none() | st.dates(dt.date(1000, 1, 1)),
    sources=st.lists(_sources, max_size=2),
)
_quotes = st.builds(
    Quote,
    **_shared,
    kind=st.sampled_from(QuoteKind),
    text=_phrases,
    speaker_name=_phrases,
    sources=st.lists(_sources, min_size=1, max_size=2),
    spoiler=RATINGS,
    translated=st.booleans(),
)
_people = st.builds(
    Person,
    **_shared,
    name=_phrases,
    kind=st.sampled_from(PersonKind),
    aliases=st.lists(_phrases, max_size=3),
    season=st.none() | st.integers(1, 9),
    born=_dates,
    languages=st.lists(_phrases, max_size=2),
    as_of=_dates,
)


def _by_id(entries: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(entries, max_size=3, unique_by=lambda entry: entry.id)


@settings(unhurried, max_examples=60)
@given(
    st.builds(
        KnowledgeFile,
        show=st.just(Show(works=("webtoon",))),
        facts=_by_id(_facts),
        quotes=_by_id(_quotes),
        people=_by_id(_people),
        synonyms=st.lists(st.lists(_phrases, min_size=2, max_size=3), max_size=2),
    )
)
def test_what_is_written_is_read_unchanged(written: KnowledgeFile) -> None:
    plain = written.model_dump(mode="json", exclude_defaults=True)
    text = yaml.safe_dump(plain, allow_unicode=True, sort_keys=False)
    reading = read_files([("a.yaml", text.encode())])
    assert reading.knowledge is not None, reading.problems
    knowledge = reading.knowledge
    made = {"further", "made_label", "asks_fate", "quiz"}
    assert tuple(fact.model_dump(exclude=made) for fact in knowledge.facts.values()) == tuple(
        fact.model_dump() for fact in written.facts
    )
    assert knowledge.show == written.show
    assert tuple(knowledge.quotes.values()) == written.quotes
    assert tuple(knowledge.people.values()) == written.people
    assert knowledge.synonyms == written.synonyms
