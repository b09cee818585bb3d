"""A game, second by second, with nobody waiting for a second."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import count

import pytest

from bot.quiz.game import (
    BREAK_SECONDS,
    GRACE_SECONDS,
    LOBBY_SECONDS,
    PATIENCE_SECONDS,
    Attempt,
    Ending,
    Event,
    Game,
    Mode,
    Phase,
    Rules,
    Taken,
)
from bot.quiz.pool import Wanted
from bot.quiz.questions import Question
from bot.quiz.scoring import points

from .questions import question

MINA, DARA, HANA = 1, 2, 3
NAMES = {MINA: "mina", DARA: "dara", HANA: "hana"}
RULES = Rules(rounds=5, seconds=20)


class Table:
    """A game and its clock; questions are numbered."""

    def __init__(self, rules: Rules = RULES, questions: int = 1000) -> None:
        self.now = 1000.0
        self.wanted: list[Wanted] = []
        self.left = questions
        self.game = Game.open(7, rules, MINA, "mina", self.now)

    def draw(self, wanted: Wanted, asked: frozenset[str]) -> Question | None:
        self.wanted.append(wanted)
        if not self.left:
            return None
        self.left -= 1
        return next(
            question(f"right {number}", id=f"q{number}")
            for number in count()
            if f"q{number}" not in asked
        )

    def wait(self, seconds: float) -> Event:
        self.now += seconds
        return self.game.advance(self.now, self.draw)

    def until_due(self) -> Event:
        self.now = max(self.now, self.game.due)
        return self.game.advance(self.now, self.draw)

    def say(
        self, who: int, option: int = 0, *, number: int | None = None, typed: str = ""
    ) -> Taken:
        asked = self.game.round
        assert asked is not None
        attempt = Attempt(who, NAMES[who], self.now, None if typed else option, typed)
        return self.game.answer(number or asked.number, attempt)

    def scores(self) -> dict[str, int]:
        return {one.name: one.points for one in self.game.scores()}


def test_it_begins_after_the_lobby_or_at_once() -> None:
    table = Table()
    assert table.wait(LOBBY_SECONDS - 0.1) is Event.NOTHING
    assert table.game.phase is Phase.LOBBY
    assert table.wait(0.1) is Event.ASKED
    other = Table()
    other.game.begin(other.now)
    assert other.wait(0) is Event.ASKED


def test_whole_rounds_follow_one_another_and_points_add_up() -> None:
    table = Table()
    table.game.join(DARA, "dara")
    expected = {"mina": 0, "dara": 0}
    table.until_due()
    for number in range(5):
        assert table.game.round is not None
        assert table.game.round.number == number + 1
        table.wait(4)
        assert table.say(MINA) is Taken.COUNTED
        table.wait(6)
        assert table.say(DARA, option=0 if number % 2 else 2) is Taken.COUNTED
        expected["mina"] += points(4, 20, number)
        expected["dara"] += points(10, 20, 0) if number % 2 else 0
        assert table.wait(0) is Event.CLOSED  # everybody who plays has answered
        assert table.scores() == expected
        assert table.wait(BREAK_SECONDS) is (Event.ENDED if number == 4 else Event.ASKED)
    assert table.game.ending is Ending.PLAYED
    assert table.game.is_ranked
    assert [(one.place, one.score.name) for one in table.game.standings()] == [
        (1, "mina"), (2, "dara"),
    ]  # fmt: skip


def test_the_bell_rings_when_somebody_is_missing_and_waits_for_what_is_on_its_way() -> None:
    table = Table()
    table.game.join(DARA, "dara")
    table.until_due()
    table.say(MINA)
    assert table.wait(20) is Event.NOTHING
    assert table.game.round is not None
    late = Attempt(DARA, "dara", table.game.round.bell, 0)
    assert table.game.answer(1, late) is Taken.COUNTED
    assert table.wait(GRACE_SECONDS) is Event.CLOSED
    assert table.scores() == {"mina": 150, "dara": 100}


def test_what_is_done_after_the_bell_does_not_count_whenever_it_arrives() -> None:
    table = Table()
    table.until_due()
    assert table.game.round is not None
    after = Attempt(DARA, "dara", table.game.round.bell + 0.001, 0)
    assert table.game.answer(1, after) is Taken.LATE
    table.until_due()
    assert table.say(MINA) is Taken.LATE
    assert table.scores() == {}


def test_the_first_answer_stands_unless_the_host_lets_it_be_changed() -> None:
    table = Table()
    table.game.join(DARA, "dara")
    table.until_due()
    assert table.say(MINA, 1) is Taken.COUNTED
    assert table.say(MINA, 0) is Taken.TWICE
    table.until_due()
    assert table.scores() == {"mina": 0}
    free = Table(Rules(may_change=True))
    free.until_due()
    assert free.say(MINA, 1) is Taken.COUNTED
    free.wait(5)
    assert free.say(MINA, 0) is Taken.CHANGED
    assert free.wait(0) is Event.NOTHING  # it may still be changed
    free.until_due()
    assert free.scores() == {"mina": points(5, 20, 0)}


def test_an_answer_to_an_earlier_question_is_late() -> None:
    table = Table()
    table.until_due()
    table.say(MINA)
    table.until_due()
    table.until_due()
    assert table.say(MINA, number=1) is Taken.LATE


def test_whoever_leaves_is_not_waited_for_and_keeps_their_points() -> None:
    table = Table()
    table.game.join(DARA, "dara")
    table.until_due()
    table.say(MINA)
    table.say(DARA)
    table.until_due()
    table.until_due()
    table.say(MINA)
    table.game.leave(DARA, table.now)
    assert table.wait(0) is Event.CLOSED
    assert table.scores()["dara"] == 150
    table.until_due()
    table.say(DARA)  # whoever answers plays again
    assert not table.game.players[DARA].has_left


def test_two_idle_rounds_pause_it_and_somebody_resumes() -> None:
    table = Table()
    table.until_due()
    assert table.until_due() is Event.CLOSED
    assert table.until_due() is Event.ASKED
    assert table.until_due() is Event.CLOSED
    assert table.until_due() is Event.PAUSED
    assert table.wait(60) is Event.NOTHING
    assert table.game.resume(table.now)
    assert not table.game.resume(table.now)
    assert table.until_due() is Event.ASKED
    table.say(MINA)
    table.until_due()
    table.until_due()
    table.until_due()
    assert table.until_due() is Event.ASKED  # one idle round is none after an answer


def test_a_pause_that_nobody_ends_ends_the_game() -> None:
    table = Table()
    for _ in range(5):
        table.until_due()
    assert table.game.phase is Phase.PAUSED
    assert table.wait(PATIENCE_SECONDS) is Event.ENDED
    assert table.game.ending is Ending.ABANDONED


def test_it_ends_when_there_are_no_questions_left() -> None:
    table = Table(questions=1)
    table.until_due()
    table.say(MINA)
    table.until_due()
    assert table.until_due() is Event.ENDED
    assert table.game.ending is Ending.NO_QUESTIONS
    assert table.scores() == {"mina": 150}


def test_an_open_question_counts_for_nobody_when_it_is_stopped() -> None:
    table = Table()
    table.until_due()
    table.say(MINA)
    table.game.stop()
    assert table.game.ending is Ending.STOPPED
    assert table.say(DARA) is Taken.LATE
    assert table.scores() == {}
    assert table.wait(1000) is Event.NOTHING


def test_alone_is_practice() -> None:
    table = Table()
    table.until_due()
    table.say(MINA)
    table.until_due()
    assert not table.game.is_ranked


def test_mixed_asks_in_turn_and_typed_asks_what_can_be_typed() -> None:
    mixed = Table(Rules(mode=Mode.MIXED))
    for _ in range(3):
        mixed.until_due()
        mixed.say(MINA)
        mixed.until_due()
    assert [one.is_typed for one in mixed.wanted] == [False, True, False]
    typed = Table(Rules(mode=Mode.TYPED, topic="plot", difficulty=2))
    typed.until_due()
    assert typed.wanted == [Wanted("plot", 2, is_typed=True)]
    typed.say(MINA, typed="right 0")
    typed.until_due()
    assert typed.scores() == {"mina": 150}


def test_ties_share_a_place() -> None:
    table = Table()
    table.game.join(DARA, "dara")
    table.until_due()
    table.say(DARA)
    table.say(MINA)
    table.say(HANA, 2)
    table.until_due()
    assert [(one.place, one.is_tied, one.score.name) for one in table.game.standings()] == [
        (1, True, "dara"), (1, True, "mina"), (3, False, "hana"),
    ]  # fmt: skip


def test_somebody_who_is_forgotten_is_nowhere() -> None:
    table = Table()
    table.until_due()
    table.say(MINA)
    table.say(DARA)
    table.until_due()
    table.game.forget(DARA)
    assert str(DARA) not in {str(one.user_id) for one in table.game.scores()}
    assert "dara" not in table.game.written()


def test_after_a_cut_a_question_has_its_whole_time_and_answers_stand() -> None:
    table = Table()
    table.game.join(DARA, "dara")
    table.until_due()
    table.wait(5)
    table.say(MINA)
    again = Table()
    again.game, again.now = Game.read(table.game.written()), table.now + 300
    assert again.game.revive(again.now)
    assert again.wait(0) is Event.NOTHING
    assert again.say(MINA, 2) is Taken.TWICE
    again.wait(5)
    assert again.say(DARA) is Taken.COUNTED
    again.wait(0)
    assert again.scores() == {"mina": points(5, 20, 0), "dara": points(5, 20, 0)}


def test_after_too_long_a_cut_it_is_over() -> None:
    table = Table()
    table.until_due()
    assert not table.game.revive(table.game.due + PATIENCE_SECONDS + 1)
    assert table.game.ending is Ending.CUT_OFF


def test_what_is_no_game_is_not_read() -> None:
    with pytest.raises(ValueError, match="Game"):
        Game.read('{"id": 1}')


def _play(table: Table, rng: random.Random, cut: Callable[[Game], Game]) -> dict[str, int]:
    """Play a game to its end with whatever people do; `cut` is asked at every step."""
    actions = random.Random(rng.random())
    while table.game.phase is not Phase.OVER:
        table.game = cut(table.game)
        what = actions.randrange(6)
        if table.game.phase is Phase.ASKING and what < 4:
            table.say(actions.choice([MINA, DARA, HANA]), actions.randrange(4))
        elif what == 4:
            table.game.leave(actions.choice([MINA, DARA, HANA]), table.now)
        if table.game.phase is Phase.PAUSED:
            table.game.resume(table.now)
        table.wait(actions.uniform(0, 6))
    return table.scores()


@pytest.mark.parametrize("seed", range(40))
def test_any_game_ends_the_same_whether_it_is_written_and_read_at_every_step_or_not(
    seed: int,
) -> None:
    whole = _play(Table(), random.Random(seed), lambda game: game)
    in_pieces = _play(Table(), random.Random(seed), lambda game: Game.read(game.written()))
    assert whole == in_pieces
