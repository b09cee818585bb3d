"""Horizons of members, and of servers, categories, channels and threads."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make both tables."""
    op.create_table(
        "member_horizons",
        sa.Column("user_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("watched", sa.String(16)),
        sa.Column("works", sa.String(1000), nullable=False),
    )
    op.create_table(
        "scope_horizons",
        sa.Column("guild_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("scope_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("watched", sa.String(16)),
        sa.Column("works", sa.String(1000), nullable=False),
    )
