"""What the quiz keeps."""

from __future__ import annotations

from collections.abc import Callable

from bot.quiz.scoring import Score
from bot.store.quizzes import DailyAnswer, Finished, Kept, Running
from bot.store.store import Store

MINA, DARA, HANA = 1 << 62, 2, 3
GUILD, OTHER_GUILD, CHANNEL, THREAD = 10, 11, 30, 40


def finished(
    game_id: int,
    points: dict[int, int],
    *,
    ended: int = 1000,
    channel: int = CHANNEL,
    guild: int = GUILD,
    is_ranked: bool = True,
) -> Finished:
    scores = tuple(Score(who, f"name {who}", won, 1) for who, won in points.items())
    return Finished(game_id, guild, channel, is_ranked, ended, scores)


def points(scores: tuple[Score, ...]) -> dict[int, int]:
    return {one.user_id: one.points for one in scores}


async def test_a_running_game_is_kept_until_it_is_over(
    store: Store, url: str, opened: Callable[[str], Store]
) -> None:
    first, second = Running(CHANNEL, GUILD, 5, "{}"), Running(THREAD, GUILD, 6, "[]")
    await store.quizzes.save([first, second])
    later = Running(CHANNEL, GUILD, 7, "{1}")
    await store.quizzes.save([later])
    await store.close()
    again = opened(url)
    assert set(await again.quizzes.running()) == {later, second}
    await again.quizzes.finish(finished(1, {MINA: 5}))
    await again.quizzes.drop(THREAD)
    assert await again.quizzes.running() == ()


async def test_a_board_adds_up_what_counts(store: Store) -> None:
    await store.quizzes.finish(finished(1, {MINA: 100, DARA: 50}))
    await store.quizzes.finish(finished(2, {MINA: 10, HANA: 70}, ended=2000, channel=THREAD))
    await store.quizzes.finish(finished(3, {MINA: 999}, is_ranked=False))
    await store.quizzes.finish(finished(4, {MINA: 999}, guild=OTHER_GUILD))
    assert points(await store.quizzes.board(GUILD)) == {MINA: 110, DARA: 50, HANA: 70}
    assert points(await store.quizzes.board(GUILD, since=1500)) == {MINA: 10, HANA: 70}
    assert points(await store.quizzes.board(GUILD, 0, CHANNEL)) == {MINA: 100, DARA: 50}
    (mina,) = [one for one in await store.quizzes.board(GUILD) if one.user_id == MINA]
    assert (mina.name, mina.right) == (f"name {MINA}", 2)


async def test_the_last_game_of_a_channel_counts_even_as_practice(store: Store) -> None:
    assert await store.quizzes.last_game(GUILD, CHANNEL) == ()
    await store.quizzes.finish(finished(1, {MINA: 100, DARA: 50}))
    await store.quizzes.finish(finished(2, {MINA: 10}, ended=2000, is_ranked=False))
    assert points(await store.quizzes.last_game(GUILD, CHANNEL)) == {MINA: 10}


async def test_keeping_a_result_twice_counts_once(store: Store) -> None:
    await store.quizzes.finish(finished(1, {MINA: 100}))
    await store.quizzes.finish(finished(1, {MINA: 100}))
    assert points(await store.quizzes.board(GUILD)) == {MINA: 100}


async def test_whoever_is_hidden_is_on_no_board_and_comes_back(store: Store) -> None:
    await store.quizzes.finish(finished(1, {MINA: 100, DARA: 50}))
    await store.quizzes.hide(MINA, is_hidden=True)
    await store.quizzes.hide(MINA, is_hidden=True)
    assert points(await store.quizzes.board(GUILD)) == {DARA: 50}
    assert points(await store.quizzes.last_game(GUILD, CHANNEL)) == {DARA: 50}
    assert await store.quizzes.hidden() == {MINA}
    await store.quizzes.hide(MINA, is_hidden=False)
    assert points(await store.quizzes.board(GUILD)) == {MINA: 100, DARA: 50}


async def test_erasing_leaves_nothing_of_somebody_and_all_of_others(store: Store) -> None:
    await store.quizzes.finish(finished(1, {MINA: 100, DARA: 50}))
    await store.quizzes.answer_daily(GUILD, MINA, "mina", DailyAnswer("2026-11-28", 1, True))
    await store.quizzes.hide(MINA, is_hidden=True)
    assert await store.quizzes.kept(MINA) == Kept(1, 1, ("mina",), True)
    await store.erase(MINA)
    assert await store.quizzes.kept(MINA) == Kept(0, 0, (), False)
    assert points(await store.quizzes.board(GUILD)) == {DARA: 50}


async def test_questions_are_used_up_server_by_server(store: Store) -> None:
    for question in ("a", "b", "c"):
        await store.quizzes.note_used(GUILD, question)
    await store.quizzes.note_used(GUILD, "c")
    await store.quizzes.note_used(OTHER_GUILD, "a")
    assert await store.quizzes.used(GUILD) == {"a", "b", "c"}
    await store.quizzes.note_used(GUILD, "b", ("a", "b"))
    assert await store.quizzes.used(GUILD) == {"b", "c"}
    assert await store.quizzes.used(OTHER_GUILD) == {"a"}


async def test_very_many_questions_are_forgotten_at_once(store: Store) -> None:
    many = tuple(f"q{number}" for number in range(1200))
    await store.quizzes.note_used(GUILD, "q7")
    await store.quizzes.note_used(GUILD, "new", many)
    assert await store.quizzes.used(GUILD) == {"new"}


async def test_a_day_has_one_question_and_everybody_one_answer(store: Store) -> None:
    assert await store.quizzes.daily_question(GUILD, "2026-11-27") is None
    await store.quizzes.set_daily(GUILD, "2026-11-27", "{}")
    await store.quizzes.set_daily(GUILD, "2026-11-28", "[]")
    assert await store.quizzes.daily_question(GUILD, "2026-11-28") == "[]"
    assert await store.quizzes.daily_question(GUILD, "2026-11-27") is None
    answers = DailyAnswer("2026-11-28", 1, True), DailyAnswer("2026-11-27", 0, False)
    for answer in answers:
        await store.quizzes.answer_daily(GUILD, MINA, "mina", answer)
    assert await store.quizzes.daily_answers(GUILD, MINA) == answers
    assert await store.quizzes.daily_answers(GUILD, DARA) == ()
    assert await store.quizzes.daily_answers(OTHER_GUILD, MINA) == ()
