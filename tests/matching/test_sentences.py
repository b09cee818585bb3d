"""What sentences mean: computed once for a text, kept in a file, and never a reason to stop."""

from __future__ import annotations

import pickle
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from bot.knowledge.schema import Fact, Knowledge
from bot.matching import sentences
from bot.matching.decision import Status
from bot.matching.matcher import Matcher
from bot.matching.meanings import sentences_of
from bot.matching.retrieval import EACH
from bot.matching.sentences import STEP, SentenceEncoder, digests, load_encoder
from bot.matching.titles import Titles
from tests.matching.encoders import TinyEncoder
from tests.matching.small import knowledge_of, read_small

NEW = ["The ferry was painted green by hand.", "Nobody counted the lanterns.", "An owl sat there."]


def computed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that go through the model from now on."""
    seen: list[str] = []
    model = sentences.load_model()

    class Watched:
        def encode(self, texts: list[str]) -> np.ndarray:
            seen.extend(texts)
            return model.encode(texts)

    monkeypatch.setattr(sentences, "load_model", Watched)
    return seen


def test_what_means_the_same_is_near_in_any_language() -> None:
    encoder = load_encoder()
    question = encoder.one("where was the school filmed")
    same, other = encoder.many(["¿Dónde se rodó la escuela?", "How old is the director?"]) * STEP
    assert question @ same > question @ other + 0.3


def test_new_texts_are_computed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = computed(monkeypatch)
    kept = tmp_path / "sentences.npz"
    first = SentenceEncoder(kept).many(NEW)
    assert sorted(seen) == sorted(NEW)
    again = SentenceEncoder(kept).many([*reversed(NEW)])
    assert sorted(seen) == sorted(NEW)
    assert np.array_equal(first[::-1], again)
    assert [path.name for path in kept.parent.iterdir()] == [kept.name]


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x03\x04 half of one"])
def test_a_file_that_cannot_be_read_is_made_anew(tmp_path: Path, content: bytes) -> None:
    kept = tmp_path / "sentences.npz"
    kept.write_bytes(content)
    rows = SentenceEncoder(kept).many(NEW)
    assert np.array_equal(rows, SentenceEncoder(None).many(NEW))
    with np.load(kept) as stored:
        assert len(stored["digests"]) == len(NEW)


def test_without_its_folder_nothing_is_kept(tmp_path: Path) -> None:
    assert SentenceEncoder(tmp_path / "data" / "sentences.npz").many(NEW).any(axis=1).all()
    assert list(tmp_path.iterdir()) == []


def test_vectors_of_another_projection_are_not_used(tmp_path: Path) -> None:
    kept = tmp_path / "sentences.npz"
    rows = SentenceEncoder(kept).many(NEW)
    with np.load(kept) as stored:
        former = dict(stored)
    former["model"] = former["model"] + 1
    former["sentences"] = np.zeros_like(former["sentences"])
    np.savez(kept, **former)
    assert np.array_equal(SentenceEncoder(kept).many(NEW), rows)


def test_the_file_does_not_grow_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sentences, "MAX_KEPT", 2)
    kept = tmp_path / "sentences.npz"
    encoder = SentenceEncoder(kept)
    for text in NEW:
        encoder.many([text])
    with np.load(kept) as stored:
        assert stored["digests"].tolist() == digests(NEW[1:]).tolist()


def test_the_shipped_facts_need_not_be_computed(
    shipped: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where this fails, facts have changed: run `python -m bot.training sentences`."""
    seen = computed(monkeypatch)
    titles = Titles.build(shipped.show)
    texts = {text for fact in shipped.facts.values() for text in sentences_of(fact, titles)}
    SentenceEncoder(None).many(sorted(texts))
    assert len(seen) <= len(texts) / 20


def test_many_threads_get_the_same_vectors() -> None:
    expected = [SentenceEncoder(None).one(text) for text in NEW]
    encoder = SentenceEncoder(None)
    with ThreadPoolExecutor(8) as pool:
        for found in pool.map(lambda _: [encoder.one(text) for text in NEW], range(8)):
            assert all(map(np.array_equal, found, expected))


def test_an_encoder_goes_to_another_process_without_its_model(tmp_path: Path) -> None:
    encoder = load_encoder(tmp_path / "sentences.npz")
    encoder.one(NEW[0])
    packed = pickle.dumps(encoder)
    assert len(packed) < 1000
    assert pickle.loads(packed) is encoder


# -- what the matcher makes of it


def test_a_matcher_can_be_given_any_encoder() -> None:
    encoder = TinyEncoder()
    matcher = Matcher.build(read_small(), encoder)
    assert len(encoder.seen) > 13
    found = matcher.decide("how often did they film the kiss, the two of them")
    assert (found.fact or found.suggestions[0]).id == "takes"
    assert encoder.seen[-1] == "how often did they film the kiss the two of them"


def test_names_are_encoded_as_the_knowledge_writes_them() -> None:
    encoder = TinyEncoder()
    matcher = Matcher.build(read_small(), encoder)
    matcher.explain("wich agnecy has park jihu")
    assert encoder.seen[-1] == "which agency has Park Ji-hu"


def test_without_an_encoder_words_decide() -> None:
    matcher = Matcher.build(read_small(), None)
    assert matcher.decide("how often did they film the kiss").status is Status.ANSWERED
    assert matcher.decide("¿cuántas veces grabaron el beso?").status is Status.UNKNOWN


def test_a_new_fact_is_a_candidate_beside_facts_with_many_phrasings() -> None:
    """Facts with many phrasings that share its words do not take all places."""
    crowd = [
        Fact(
            id=f"crowd-{n}",
            question=f"Who painted wall {n} of the harbour?",
            aliases=tuple(f"who coloured the {word} of pier {n}" for word in "abcdefghij"),
            answer="A painter.",
        )
        for n in range(4 * EACH)
    ]
    new = Fact(id="new", question="What colour is the ferry?", answer="Green.")
    matcher = Matcher.build(knowledge_of([*crowd, new]))
    for asked in ("who coloured the ferry green", "¿De qué color es el transbordador?"):
        compared = matcher.compared(asked)
        assert compared is not None
        assert "new" in {fact.id for fact in compared[0]}, asked
