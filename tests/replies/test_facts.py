"""Facts as replies: what is open, what is veiled, what can be done next."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.ratings import Moment, Rating
from bot.knowledge.schema import Fact, Image, Person, PersonKind, Source
from bot.replies import marks
from bot.replies.facts import Known, Leads, answer, nothing_known, random_fact, suggestions
from bot.replies.model import (
    Action,
    AnotherFact,
    Heading,
    Kind,
    NoneOfThese,
    Note,
    Picture,
    QuoteOf,
    Reply,
    ShowFact,
    ShowPerson,
    Sources,
    Text,
)
from bot.spoilers.horizon import EVERYTHING, NOTHING, Horizon
from bot.spoilers.rule import SealedFact
from tests.replies.reading import context, open_text, veiled_text

SURPRISE = Action("Surprise me", AnotherFact(), marks.SURPRISE)
SOURCE = Source(title="Who wins", url="https://example.org/who-wins")
PLAIN = Fact(id="school", question="Which school is it?", answer="Hyosan.", sources=(SOURCE,))
SPOILED = Fact(id="kiss", question="Who kisses whom?", answer="She kisses him.",
               spoiler=Rating.of(["s1e7"]), sources=(SOURCE,))  # fmt: skip
TITLED = Fact(id="end", question="Why does he die at the end?", answer="He saves her.",
              title="How his story goes on", spoiler=Rating.of(["s1e12"]), sources=(SOURCE,),
              as_of=dt.date(2022, 1, 8))  # fmt: skip
DATED = Fact(id="ahead", question="When is season 2 out?", answer="In 2026.",
             as_of=dt.date(2025, 7, 23))  # fmt: skip


def told(fact: Fact, horizon: Horizon = NOTHING) -> Reply:
    return answer(sealed(fact), context(horizon))


def sealed(fact: Fact) -> SealedFact:
    return SealedFact(fact, frozenset({"die"}))


# -- a fact


def test_a_fact_without_rating_is_all_open() -> None:
    assert told(PLAIN) == Reply(
        (Note("Which school is it?"), Text("Hyosan."), Sources((SOURCE,))),
        actions=(SURPRISE,),
        kind=Kind.ANSWER,
    )


def test_a_rated_answer_is_veiled_behind_its_episode() -> None:
    assert told(SPOILED) == Reply(
        (Heading("Spoiler for S1E7: Who kisses whom?"),),
        (Text("She kisses him."), Sources((SOURCE,))),
        (SURPRISE,),
        kind=Kind.VEILED,
    )


def test_a_title_stands_for_a_question_that_tells_too_much() -> None:
    shown = told(TITLED)
    assert open_text(shown) == "Spoiler for S1E12: How his story goes on\nSurprise me"
    assert veiled_text(shown).splitlines() == [
        "Why does he die at the end?", "He saves her.", "As of 8 January 2022",
        "Who wins https://example.org/who-wins",
    ]  # fmt: skip


def test_within_the_horizon_it_is_open_and_the_question_stands_for_itself() -> None:
    for horizon in (Horizon(Moment(1, 12)), Horizon(Moment(2)), EVERYTHING):
        assert told(TITLED, horizon) == Reply(
            (
                Note("Why does he die at the end?"),
                Text("He saves her."),
                Sources((SOURCE,), ("As of 8 January 2022",)),
            ),
            actions=(SURPRISE,),
            kind=Kind.ANSWER,
        )
    assert told(TITLED, Horizon(Moment(1, 11))).veiled


def test_a_title_without_rating_leaves_the_question() -> None:
    fact = PLAIN.model_copy(update={"title": "The school"})
    assert told(fact).open[0] == Note("Which school is it?")


def test_the_rating_is_named_in_the_terms_of_the_show() -> None:
    for rating, name in (("s2", "season 2"), ("webtoon", "the webtoon")):
        fact = SPOILED.model_copy(update={"spoiler": Rating.of([rating])})
        assert f"Spoiler for {name}: Who kisses whom?" in open_text(told(fact))
    both = SPOILED.model_copy(update={"spoiler": Rating.of(["s1e7", "webtoon"])})
    assert "Spoiler for S1E7 and the webtoon: " in open_text(told(both))


def test_when_it_was_true_is_said() -> None:
    assert told(DATED).open[-1] == Sources((), ("As of 23 July 2025",))
    assert "As of" not in open_text(told(PLAIN))


def test_a_random_fact_brings_another() -> None:
    shown = random_fact(sealed(PLAIN), context())
    assert shown.open == told(PLAIN).open
    assert shown.actions == (Action("Another one", AnotherFact(), marks.AGAIN),)
    topical = random_fact(sealed(PLAIN), context(), topic="school")
    assert topical.actions == (Action("Another one", AnotherFact("school"), marks.AGAIN),)


@given(
    st.sampled_from(["", "s1e1", "s1e12", "s2", "webtoon"]),
    st.none() | st.just("A label"),
    st.none() | st.dates(dt.date(1990, 1, 1), dt.date(2030, 1, 1)),
)
def test_nothing_of_a_rated_fact_is_open_but_its_label(
    part: str, title: str | None, as_of: dt.date | None
) -> None:
    rating = Rating.of([part] if part else [])
    fact = SPOILED.model_copy(update={"spoiler": rating, "title": title, "as_of": as_of})
    shown = told(fact)
    assert bool(shown.veiled) == bool(rating)
    assert (fact.answer in open_text(shown)) == (not rating)
    assert ("example.org" in open_text(shown)) == (not rating)
    assert (fact.question in open_text(shown)) == (not rating or title is None)
    assert fact.question in open_text(shown) + veiled_text(shown)
    assert fact.answer in open_text(shown) + veiled_text(shown)


# -- did you mean


def test_suggestions_go_by_labels_that_tell_nothing() -> None:
    facts = tuple(map(sealed, [PLAIN, TITLED, SPOILED]))
    shown = suggestions(facts, context(), "why", is_echoed=False)
    assert shown.actions == (
        Action("Which school is it?", ShowFact("school")),
        Action("How his story goes on", ShowFact("end")),
        Action("Who kisses whom?", ShowFact("kiss")),
        Action("None of these", NoneOfThese("why")),
    )
    assert shown.kind is Kind.CHOICE
    assert "why" not in open_text(shown)
    echoed = suggestions(facts, context(), "why", is_echoed=True)
    assert echoed.open[0] == Note("“why”")
    assert shown.veiled == ()
    assert "die" not in open_text(shown)


def test_not_knowing_is_said_with_what_was_asked() -> None:
    shown = nothing_known("who wrote hamlet", ())
    assert shown.open[0] == Heading("I don't know that yet")
    assert "“who wrote hamlet”" in open_text(shown)
    assert "moderator" in open_text(shown)
    assert (shown.kind, shown.veiled) == (Kind.UNKNOWN, ())
    assert shown.actions == (Action("Surprise me", AnotherFact(), marks.SURPRISE),)


def test_not_knowing_offers_what_is_known_of_whoever_was_named() -> None:
    ann = Person(id="ann", name="Ann", kind=PersonKind.ACTOR)
    shown = nothing_known(None, (Known(ann, (sealed(PLAIN),), is_quoted=True),))
    assert "What I have on Ann:" in open_text(shown)
    assert shown.actions == (
        Action("Which school is it?", ShowFact("school")),
        Action("Who is Ann?", ShowPerson("ann"), marks.PERSON),
        Action("Quote Ann", QuoteOf("ann"), marks.QUOTE),
    )


def test_one_that_comes_near_is_shown_as_no_more_than_that() -> None:
    shown = suggestions((sealed(PLAIN),), context(), "which one", is_echoed=True)
    assert shown.kind is Kind.CHOICE
    assert shown.open[:2] == (Note("“which one”"), Heading("Closest I have:"))
    assert shown.open[2:] == told(PLAIN).open
    assert shown.actions == (
        Action("Which school is it?", ShowFact("school")),
        Action("Not what I asked", NoneOfThese("which one")),
    )
    veiled = suggestions((sealed(TITLED),), context(), "why", is_echoed=False)
    assert open_text(veiled).splitlines() == [
        "Closest I have:", "Spoiler for S1E12: How his story goes on",
        "How his story goes on", "Not what I asked",
    ]  # fmt: skip
    assert "He saves her." in veiled_text(veiled)


def test_people_of_a_fact_lead_on() -> None:
    ann = Person(id="ann", name="Ann", kind=PersonKind.ACTOR)
    shown = answer(sealed(PLAIN), context(), leads=Leads(profile=ann, quoted=ann))
    assert [action.label for action in shown.actions] == ["Who is Ann?", "Quote Ann"]


def test_the_words_that_matter_are_marked() -> None:
    fact = PLAIN.model_copy(update={"key": ("Hyosan",)})
    assert told(fact).open[1] == Text("Hyosan.", ("Hyosan",))


def test_a_picture_stands_beside_the_answer_and_behind_its_veil() -> None:
    image = Image(url="https://example.org/p.png", licence="Ann Lee, CC BY 4.0")
    for fact, part in ((PLAIN, "open"), (SPOILED, "veiled")):
        shown = told(fact.model_copy(update={"image": image}))
        assert Picture(image) in getattr(shown, part)
        assert ("p.png" in open_text(shown)) == (part == "open")


@given(st.text(max_size=5000))
def test_what_was_typed_is_cut_when_shown_again(typed: str) -> None:
    shown = open_text(nothing_known(typed, ()))
    assert len(shown) < 400
    assert typed[:199] in shown
    assert (typed in shown) == (len(typed) <= 200)
