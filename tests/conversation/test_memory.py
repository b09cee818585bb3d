"""What is remembered of a conversation, for how long, and who may lean on it."""

from __future__ import annotations

from bot.conversation.memory import KEPT_SECONDS, Card, Memory
from bot.reader import Place

HERE = Place(1, 2)


def asked(memory: Memory, place: Place = HERE, now: float = 0.0, *, private: bool = True) -> str:
    """The questions that can be leant on, the newest first."""
    thread = memory.recall(place, now, is_private=private)
    return " ".join(card.question for card in thread.cards)


def test_the_newest_comes_first_and_five_are_kept() -> None:
    memory = Memory()
    for number in range(7):
        memory.note(HERE, Card(str(number)), now=0.0)
    assert asked(memory) == "6 5 4 3 2"


def test_each_is_forgotten_after_ten_minutes() -> None:
    memory = Memory()
    memory.note(HERE, Card("early"), now=100.0)
    memory.note(HERE, Card("late"), now=400.0)
    assert asked(memory, now=100.0 + KEPT_SECONDS) == "late early"
    assert asked(memory, now=101.0 + KEPT_SECONDS) == "late"
    assert asked(memory, now=401.0 + KEPT_SECONDS) == ""


def test_nobody_else_and_nowhere_else() -> None:
    memory = Memory()
    memory.note(HERE, Card("mine"), now=0.0)
    for other in (Place(1, 3), Place(2, 2)):
        assert asked(memory, other) == ""


def test_where_others_read_nothing_private_nor_what_came_before_it() -> None:
    memory = Memory()
    memory.note(HERE, Card("aloud"), now=0.0)
    memory.note(HERE, Card("alone", is_private=True), now=1.0)
    assert asked(memory, private=False) == ""
    assert asked(memory, private=True) == "alone aloud"
    memory.note(HERE, Card("again"), now=2.0)
    assert asked(memory, private=False) == "again"


def test_what_takes_the_place_of_another_comes_after_what_was_before_it() -> None:
    memory = Memory()
    memory.note(HERE, Card("first"), now=0.0)
    before = memory.recall(HERE, 0.0, is_private=False)
    memory.note(HERE, Card("mistyped"), now=1.0)
    memory.note(HERE, Card("mended"), now=2.0, after=before)
    assert asked(memory) == "mended first"


def test_the_conversation_unused_for_longest_goes_first() -> None:
    memory = Memory(most=2)
    places = [Place(channel, 1) for channel in range(3)]
    memory.note(places[0], Card("a"), now=0.0)
    memory.note(places[1], Card("b"), now=0.0)
    memory.note(places[0], Card("c"), now=0.0)
    memory.note(places[2], Card("d"), now=0.0)
    assert len(memory) == 2
    assert [asked(memory, place) for place in places] == ["c a", "", "d"]


def test_the_last_five_people_can_be_meant() -> None:
    memory = Memory()
    memory.note(HERE, Card("old", people=("f",)), now=0.0)
    memory.note(HERE, Card("nobody"), now=0.0)
    memory.note(HERE, Card("many", people=("a", "b", "c", "d", "e")), now=0.0)
    thread = memory.recall(HERE, 0.0, is_private=True)
    assert [card.question for card in thread.with_people()] == ["many"]
