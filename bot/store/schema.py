"""Versions of the schema: each database is brought to the newest when it is opened."""

from __future__ import annotations

import logging
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

__all__ = ["is_newest", "upgrade", "versions"]

_LOCK = 0x4879_6F73
"""What PostgreSQL locks while one of several processes upgrades: any number of our own."""

# Alembic tells at each start what it is about; what goes wrong it raises.
logging.getLogger("alembic").setLevel(logging.WARNING)


def versions() -> tuple[str, ...]:
    """All versions there are, the oldest first."""
    script = ScriptDirectory.from_config(_config())
    return tuple(one.revision for one in script.walk_revisions())[::-1]


def upgrade(connection: Connection, version: str = "head") -> None:
    """Bring a database to a version, all or nothing, within the transaction of `connection`.

    Raises alembic's CommandError for a database of a version that is not known here.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, version)


def is_newest(connection: Connection) -> bool:
    """Whether a database is of the newest version."""
    return MigrationContext.configure(connection).get_current_revision() == versions()[-1]


def _config() -> Config:
    config = Config()
    folder = str(Path(__file__).parent / "migrations")
    config.set_main_option("script_location", folder.replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
