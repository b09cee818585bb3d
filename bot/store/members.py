"""Members as digests: enough to tell one from another, and too little to tell who it is."""

from __future__ import annotations

import secrets
from hashlib import blake2b

from sqlalchemy import select

from bot.store.database import Database
from bot.store.tables import salts

__all__ = ["Members"]

_ONLY = 1
_SALT_BYTES = 32
_DIGEST_BYTES = 16


class Members:
    """Makes digests of members' ids, with a salt that the database alone holds."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._salt: bytes | None = None

    async def digest(self, user_id: int) -> str:
        """The digest of an id, always the same; raises Unavailable."""
        known = await self.known(user_id)
        if known is not None:
            return known
        drawn = secrets.token_hex(_SALT_BYTES)
        await self._database.write(self._database.put_new(salts, id=_ONLY, salt=drawn))
        return await self.digest(user_id)

    async def known(self, user_id: int) -> str | None:
        """The digest of an id, None as long as there is none of anybody; raises Unavailable."""
        if self._salt is None:
            rows = await self._database.read(select(salts.c.salt).where(salts.c.id == _ONLY))
            if not rows:
                return None
            self._salt = bytes.fromhex(rows[0].salt)
        return blake2b(str(user_id).encode(), key=self._salt, digest_size=_DIGEST_BYTES).hexdigest()
