"""Which servers were offered the choice of what may be said openly there."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table; a server that has chosen already needs no offer."""
    op.create_table(
        "asked_servers",
        sa.Column("guild_id", sa.BigInteger, primary_key=True, autoincrement=False),
    )
    op.execute("INSERT INTO asked_servers SELECT DISTINCT guild_id FROM scope_horizons")
