"""The tables, as the newest version of the schema has them."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Integer, MetaData, String, Table, Text

__all__ = [
    "METADATA",
    "asked_servers",
    "daily_answers",
    "daily_questions",
    "hidden_players",
    "member_horizons",
    "quiz_players",
    "quiz_results",
    "running_quizzes",
    "scope_horizons",
    "used_questions",
]

METADATA = MetaData()

member_horizons = Table(
    "member_horizons",
    METADATA,
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("watched", String(16)),  # such as s1e4; null for nothing yet
    Column("works", String(1000), nullable=False),  # such as "novel radio-play"
)
"""How far a member is; no row for one who has not said so."""

scope_horizons = Table(
    "scope_horizons",
    METADATA,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("scope_id", BigInteger, primary_key=True, autoincrement=False),
    Column("watched", String(16)),
    Column("works", String(1000), nullable=False),
)
"""What may be said openly in a thread, a channel, a category, or (by its own id) a server."""

asked_servers = Table(
    "asked_servers",
    METADATA,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
)
"""Servers whose moderators were offered the choice."""

running_quizzes = Table(
    "running_quizzes",
    METADATA,
    Column("channel_id", BigInteger, primary_key=True, autoincrement=False),
    Column("guild_id", BigInteger, nullable=False),
    Column("message_id", BigInteger, nullable=False),  # the last card
    Column("state", Text, nullable=False),
)
"""Games that are being played, so that a restart goes on with them."""

quiz_results = Table(
    "quiz_results",
    METADATA,
    Column("game_id", BigInteger, primary_key=True, autoincrement=False),
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("guild_id", BigInteger, nullable=False, index=True),
    Column("channel_id", BigInteger, nullable=False),
    Column("points", Integer, nullable=False),
    Column("answers_right", Integer, nullable=False),
    Column("is_ranked", Boolean, nullable=False),
    Column("ended", BigInteger, nullable=False),  # seconds since the Unix epoch
)
"""What everybody reached in each game that is over."""

quiz_players = Table(
    "quiz_players",
    METADATA,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("name", String(100), nullable=False),
)
"""What those who play are called on a server."""

hidden_players = Table(
    "hidden_players",
    METADATA,
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
)
"""Who is shown on no leaderboard."""

used_questions = Table(
    "used_questions",
    METADATA,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("question_id", String(100), primary_key=True),
)
"""What was asked on a server since all there is had been asked."""

daily_questions = Table(
    "daily_questions",
    METADATA,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("day", String(10), primary_key=True),
    Column("question", Text, nullable=False),
)
"""The question that everybody on a server gets on a day."""

daily_answers = Table(
    "daily_answers",
    METADATA,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("day", String(10), primary_key=True),
    Column("picked", Integer, nullable=False),
    Column("is_right", Boolean, nullable=False),
)
"""What somebody answered on a day."""
