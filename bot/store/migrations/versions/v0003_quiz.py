"""Games that are being played, what was reached in them, and the questions of the day."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def _id(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger, primary_key=True, autoincrement=False)


def upgrade() -> None:
    """Make all tables of the quiz."""
    op.create_table(
        "running_quizzes",
        _id("channel_id"),
        sa.Column("guild_id", sa.BigInteger, nullable=False),
        sa.Column("message_id", sa.BigInteger, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
    )
    op.create_table(
        "quiz_results",
        _id("game_id"),
        _id("user_id"),
        sa.Column("guild_id", sa.BigInteger, nullable=False),
        sa.Column("channel_id", sa.BigInteger, nullable=False),
        sa.Column("points", sa.Integer, nullable=False),
        sa.Column("answers_right", sa.Integer, nullable=False),
        sa.Column("is_ranked", sa.Boolean, nullable=False),
        sa.Column("ended", sa.BigInteger, nullable=False),
    )
    op.create_index("ix_quiz_results_guild_id", "quiz_results", ["guild_id"])
    op.create_table(
        "quiz_players",
        _id("guild_id"),
        _id("user_id"),
        sa.Column("name", sa.String(100), nullable=False),
    )
    op.create_table("hidden_players", _id("user_id"))
    op.create_table(
        "used_questions",
        _id("guild_id"),
        sa.Column("question_id", sa.String(100), primary_key=True),
    )
    op.create_table(
        "daily_questions",
        _id("guild_id"),
        sa.Column("day", sa.String(10), primary_key=True),
        sa.Column("question", sa.Text, nullable=False),
    )
    op.create_table(
        "daily_answers",
        _id("guild_id"),
        _id("user_id"),
        sa.Column("day", sa.String(10), primary_key=True),
        sa.Column("picked", sa.Integer, nullable=False),
        sa.Column("is_right", sa.Boolean, nullable=False),
    )
