"""The tables, as the newest version of the schema has them."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, MetaData, String, Table

__all__ = ["METADATA", "asked_servers", "member_horizons", "scope_horizons"]

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
