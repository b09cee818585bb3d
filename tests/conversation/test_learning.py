"""What a conversation shows of what its questions meant."""

from __future__ import annotations

from bot.conversation.learning import Meant, in_full, meant
from bot.conversation.memory import Card, Thread
from bot.replies.model import Action, NoneOfThese, ShowFact, ShowPerson

VAGUE = "how long does it go on"
OFFERED = Card(
    VAGUE,
    actions=(
        Action("Episodes", ShowFact("episodes")),
        Action("Set", ShowFact("school-set")),
        Action("None of these", NoneOfThese(VAGUE)),
    ),
    asked=VAGUE,
)
CLICKED = Card("How many?", ("episodes",))
LATER = Card("where is it", ("school-set",), asked="where is it")


def test_what_was_chosen_is_what_was_meant() -> None:
    assert meant(CLICKED, Thread((OFFERED,))) == Meant(VAGUE, "episodes")
    assert meant(CLICKED, Thread((LATER, OFFERED))) == Meant(VAGUE, "episodes")


def test_what_was_asked_for_next_counts_where_it_was_offered_just_before() -> None:
    assert meant(LATER, Thread((OFFERED,))) == Meant(VAGUE, "school-set")
    assert meant(LATER, Thread((CLICKED, OFFERED))) is None


def test_what_was_asked_right_after_a_dismissal_is_what_was_meant() -> None:
    dismissed = Card(VAGUE, dismissed=VAGUE, actions=(Action("Set", ShowFact("school-set")),))
    assert meant(LATER, Thread((dismissed, OFFERED))) == Meant(VAGUE, "school-set")
    assert meant(Card("?", ("marks",)), Thread((dismissed,))) is None
    assert meant(Card("x", ("people/ann",), asked="x"), Thread((dismissed,))) is None


def test_anything_else_shows_nothing() -> None:
    others = Card("who", actions=(Action("Ann", ShowPerson("ann")),), asked="who")
    assert meant(CLICKED, Thread()) is None
    assert meant(CLICKED, Thread((others,))) is None
    assert meant(Card("?", ("marks",)), Thread((OFFERED,))) is None
    assert meant(OFFERED, Thread((OFFERED,))) is None


def test_a_cut_question_is_found_again() -> None:
    thread = Thread((LATER, OFFERED))
    assert in_full("how long does", thread) == VAGUE
    assert in_full("", thread, "school-set") == "where is it"
    assert in_full("", thread, "marks") == ""
    assert in_full("something older", thread) == "something older"
