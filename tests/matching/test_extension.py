"""An index that is extended decides as one that is built anew."""

from __future__ import annotations

import numpy as np
import pytest

from bot.knowledge.layers import Layer
from bot.knowledge.reader import read_layers
from bot.knowledge.schema import Fact, Knowledge
from bot.library import Snapshot, extended, load_snapshot
from bot.matching.matcher import Matcher
from tests.knowledges import folder_of

ZEBRA = Fact(
    id="a-zebra",
    question="Which animal lived on the set of the series?",
    aliases=("the pet of the crew", "was there a zebra on set"),
    answer="A zebra called Mister Stripe.",
)


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return load_snapshot([Layer.of(folder_of("series"))])


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    """As it is read, without the labels that are made."""
    found = read_layers([Layer.of(folder_of("series"))]).knowledge
    assert found is not None
    return found


def changed(knowledge: Knowledge, *facts: Fact, without: tuple[str, ...] = ()) -> Knowledge:
    kept = {key: fact for key, fact in knowledge.facts.items() if key not in without}
    return knowledge.model_copy(update={"facts": kept | {fact.id: fact for fact in facts}})


def questions(knowledge: Knowledge) -> list[str]:
    """Phrasings as they stand, and with a word more, which no exact match answers."""
    texts = [text for fact in knowledge.facts.values() for text in fact.phrasings[:4]]
    return [*texts, *(f"hey {text}" for text in texts)]


def outcomes(matcher: Matcher, knowledge: Knowledge) -> dict[str, tuple[object, ...]]:
    found = {text: matcher.decide(text) for text in questions(knowledge)}
    return {
        text: (one.status, one.fact.id if one.fact else None, [s.id for s in one.suggestions])
        for text, one in found.items()
    }


def extend(snapshot: Snapshot, knowledge: Knowledge) -> Snapshot:
    found = extended(snapshot, knowledge)
    assert found is not None
    return found


def test_with_nothing_new_it_is_what_it_was(snapshot: Snapshot, knowledge: Knowledge) -> None:
    after = extend(snapshot, knowledge)
    assert after.matcher is snapshot.matcher
    again = snapshot.matcher.extended(snapshot.knowledge)
    assert outcomes(again, knowledge) == outcomes(snapshot.matcher, knowledge)


def test_a_new_fact_answers_as_if_all_were_built_anew(
    snapshot: Snapshot, knowledge: Knowledge
) -> None:
    after = changed(knowledge, ZEBRA)
    quick, slow = extend(snapshot, after).matcher, Matcher.build(after)
    assert outcomes(quick, after) == outcomes(slow, after)
    for text in ZEBRA.phrasings:
        found = quick.decide(text).fact
        assert found is not None
        assert found.id == ZEBRA.id
    near = quick.decide("what animal did they have on the set")
    assert near.fact is not None
    assert near.fact.id == ZEBRA.id
    assert near.score == pytest.approx(slow.decide("what animal did they have on the set").score)


def test_a_changed_fact_is_found_by_its_new_words_alone(
    snapshot: Snapshot, knowledge: Knowledge
) -> None:
    fact = next(iter(knowledge.facts.values()))
    other = fact.model_copy(update={"question": "Who fed the lions?", "aliases": (), "further": ()})
    matcher = extend(snapshot, changed(knowledge, other)).matcher
    found = matcher.decide("Who fed the lions?").fact
    assert found is not None
    assert found.id == fact.id
    assert matcher.decide(fact.question).score < 1


def test_a_fact_that_is_gone_is_neither_answered_nor_offered(
    snapshot: Snapshot, knowledge: Knowledge
) -> None:
    gone = [*knowledge.facts][:3]
    after = changed(knowledge, without=tuple(gone))
    matcher = extend(snapshot, after).matcher
    for fact_id in gone:
        for text in knowledge.facts[fact_id].phrasings:
            decision = matcher.decide(text)
            meant = [decision.fact, *decision.suggestions]
            assert not {one.id for one in meant if one} & {*gone}
            offered = matcher.complete(text[:20], allows=lambda fact: True)
            assert not {one.id for one in offered} & {*gone}


def test_what_changes_step_by_step_is_as_what_changes_at_once(
    snapshot: Snapshot, knowledge: Knowledge
) -> None:
    step, current = knowledge, snapshot
    rng = np.random.default_rng(14)
    for number in range(6):
        fact = ZEBRA.model_copy(
            update={"id": f"pet-{number}", "question": f"Which pet has number {number}?"}
        )
        victim = str(rng.choice([*step.facts]))
        step = changed(step, fact, without=(victim,))
        current = extend(current, step)
    assert outcomes(current.matcher, step) == outcomes(extend(snapshot, step).matcher, step)


def test_the_shipped_facts_go_on_being_answered(shipped_snapshot: Snapshot) -> None:
    """Of the real facts all that could differ does not, in a sample of their questions."""
    after = changed(shipped_snapshot.knowledge, ZEBRA)
    matcher = extend(shipped_snapshot, after).matcher
    for fact in [*shipped_snapshot.knowledge.facts.values()][::10]:
        for text in (fact.question, f"hey {fact.question}"):
            before, now = shipped_snapshot.matcher.decide(text), matcher.decide(text)
            assert (before.status, before.fact and before.fact.id) == (
                now.status,
                now.fact and now.fact.id,
            )
            assert now.score == pytest.approx(before.score, abs=0.02)


def test_other_names_or_words_want_all_to_be_built(
    snapshot: Snapshot, knowledge: Knowledge
) -> None:
    person = next(iter(knowledge.people.values())).model_copy(update={"aliases": ("Zorro",)})
    people = knowledge.model_copy(update={"people": {**knowledge.people, person.id: person}})
    assert extended(snapshot, people) is None
    synonyms = knowledge.model_copy(update={"synonyms": (("zebra", "pet"),)})
    assert extended(snapshot, synonyms) is None
