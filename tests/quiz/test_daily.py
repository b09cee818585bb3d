"""Days, weeks and streaks."""

from __future__ import annotations

import datetime as dt

import pytest

from bot.quiz.daily import day_of, streak, week_of

TODAY = dt.date(2026, 11, 28)


def days(*ago: int) -> list[dt.date]:
    return [TODAY - dt.timedelta(days=number) for number in ago]


@pytest.mark.parametrize(
    ("right", "length"),
    [
        (days(), 0),
        (days(0), 1),
        (days(0, 1, 2), 3),
        (days(1, 2), 2),  # today is still open
        (days(2, 3), 0),
        (days(0, 2), 1),
        (days(2, 0, 1, 5), 3),
    ],
)
def test_a_streak_is_days_in_a_row_up_to_now(right: list[dt.date], length: int) -> None:
    assert streak(right, TODAY) == length


def test_a_day_and_a_week_begin_at_midnight_in_utc() -> None:
    midnight = dt.datetime(2026, 11, 28, tzinfo=dt.UTC).timestamp()
    assert day_of(midnight) == TODAY
    assert day_of(midnight - 1) == TODAY - dt.timedelta(days=1)
    assert week_of(midnight) == dt.datetime(2026, 11, 23, tzinfo=dt.UTC).timestamp()
