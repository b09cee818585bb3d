"""What found no answer, what was meant by it, how much is asked, and what is said to be wrong."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "wordings",
        sa.Column("id", sa.String(8), primary_key=True),
        sa.Column("question", sa.String(8), nullable=False, index=True),
        sa.Column("text", sa.String(400), nullable=False),
        sa.Column("asked", sa.Integer, nullable=False),
        sa.Column("asked_at", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "rejections",
        sa.Column("wording", sa.String(8), primary_key=True),
        sa.Column("told", sa.String(100), primary_key=True),
        sa.Column("at", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "picks",
        sa.Column("wording", sa.String(8), primary_key=True),
        sa.Column("fact", sa.String(100), primary_key=True),
        sa.Column("member", sa.String(32), primary_key=True),
        sa.Column("at", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "dismissals",
        sa.Column("question", sa.String(8), primary_key=True),
        sa.Column("at", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "refusals",
        sa.Column("question", sa.String(8), primary_key=True),
        sa.Column("fact", sa.String(100), primary_key=True),
        sa.Column("at", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "tallies",
        sa.Column("day", sa.String(10), primary_key=True),
        sa.Column("kind", sa.String(20), primary_key=True),
        sa.Column("name", sa.String(100), primary_key=True),
        sa.Column("count", sa.Integer, nullable=False),
    )
    op.create_table(
        "reports",
        sa.Column("id", sa.String(8), primary_key=True),
        sa.Column("told", sa.String(1000), nullable=False),
        sa.Column("text", sa.String(1000), nullable=False),
        sa.Column("reporter", sa.BigInteger),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("resolved_at", sa.BigInteger),
    )
    op.create_table(
        "salts",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("salt", sa.String(64), nullable=False),
    )
