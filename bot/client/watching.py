"""Knowledge files that somebody changes are read anew by themselves, where WATCH_FACTS says so."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path

from bot.client.bot import Bot
from bot.client.curating.telling import note
from bot.knowledge.layers import seen_from
from bot.knowledge.problems import number_of
from bot.library import Reloaded
from bot.replies.model import Reply
from bot.replies.reload import reload_done, reload_failed

__all__ = ["Watching"]

log = logging.getLogger(__name__)


class Watching:
    """Watches the folders of all layers but the one that the bot writes itself."""

    def __init__(self, client: Bot) -> None:
        self._client = client
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Watch from now on."""
        self._task = asyncio.create_task(self._watch())

    async def close(self) -> None:
        """Watch no longer."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task])

    async def _watch(self) -> None:
        # An extra; its types know of trio, which is not here.
        from watchfiles import awatch  # pyright: ignore[reportUnknownVariableType]

        layers = [layer for layer in self._client.archive.layers if not layer.is_forgiving]
        folders = [layer.folder for layer in layers if layer.folder.is_dir()]
        try:
            async for _ in awatch(*folders, watch_filter=lambda _, path: _is_knowledge(path)):
                await self._reload()
        except Exception:  # the bot does without it, and /facts reload is still there
            log.exception("The knowledge files are no longer watched")

    async def _reload(self) -> None:
        outcome = await asyncio.to_thread(self._client.archive.reload)
        if outcome.changes is None:
            log.warning("Changed files were not put in force: %s", outcome.problems[0])
        elif not outcome.changes:
            return
        else:
            log.info("Changed files were put in force")
        await note(self._client, self._told(outcome))

    def _told(self, outcome: Reloaded) -> Reply:
        if outcome.changes is not None:
            return reload_done(outcome.changes, number_of(outcome.problems))
        layers = self._client.archive.layers
        return reload_failed(tuple(seen_from(layers, found) for found in outcome.problems))


def _is_knowledge(path: str) -> bool:
    name = Path(path).name
    return name.lower().endswith(".yaml") and not name.startswith(".")
