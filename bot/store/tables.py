"""The tables, as the newest version of the schema has them."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Integer, MetaData, String, Table, Text

__all__ = [
    "METADATA",
    "asked_servers",
    "daily_answers",
    "daily_questions",
    "dismissals",
    "hidden_players",
    "member_horizons",
    "picks",
    "quiz_players",
    "quiz_results",
    "refusals",
    "rejections",
    "reports",
    "running_quizzes",
    "salts",
    "scope_horizons",
    "tallies",
    "used_questions",
    "wordings",
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

wordings = Table(
    "wordings",
    METADATA,
    Column("id", String(8), primary_key=True),  # a digest of the words
    Column("question", String(8), nullable=False, index=True),
    Column("text", String(400), nullable=False),
    Column("asked", Integer, nullable=False),
    Column("asked_at", BigInteger, nullable=False),
)
"""What found nothing, so many times, the last time at so many seconds since the epoch.

The same in other words has the same `question`: the id of the wording that came first. Nobody's
name stands here. What was chosen from suggestions is here too, `asked` 0 times in vain.
"""

rejections = Table(
    "rejections",
    METADATA,
    Column("wording", String(8), primary_key=True),
    Column("told", String(100), primary_key=True),
    Column("at", BigInteger, nullable=False),
)
"""What was told for a wording and was not what was asked."""

picks = Table(
    "picks",
    METADATA,
    Column("wording", String(8), primary_key=True),
    Column("fact", String(100), primary_key=True),
    Column("member", String(32), primary_key=True),  # a salted digest
    Column("at", BigInteger, nullable=False),
)
"""Which fact was meant by a wording, once for each member who showed it."""

dismissals = Table(
    "dismissals",
    METADATA,
    Column("question", String(8), primary_key=True),
    Column("at", BigInteger, nullable=False),
)
"""Questions that moderators want to see no more."""

refusals = Table(
    "refusals",
    METADATA,
    Column("question", String(8), primary_key=True),
    Column("fact", String(100), primary_key=True),
    Column("at", BigInteger, nullable=False),
)
"""Facts that moderators do not want a question to mean."""

tallies = Table(
    "tallies",
    METADATA,
    Column("day", String(10), primary_key=True),  # such as 2022-01-28, in UTC
    Column("kind", String(20), primary_key=True),
    Column("name", String(100), primary_key=True),
    Column("count", Integer, nullable=False),
)
"""How often something came about on a day."""

reports = Table(
    "reports",
    METADATA,
    Column("id", String(8), primary_key=True),
    Column("told", String(1000), nullable=False),  # ids with blanks between them
    Column("text", String(1000), nullable=False),
    Column("reporter", BigInteger),  # null unless they want to hear what becomes of it
    Column("at", BigInteger, nullable=False),
    Column("resolved_at", BigInteger),
)
"""What members said was wrong with what they were told."""

salts = Table(
    "salts",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("salt", String(64), nullable=False),
)
"""What goes into every digest of a member's id: without it ids could be tried out. One row."""
