"""What writes the knowledge in tests: into the folder that the bot reads, and at once in force."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml
from discord import ui

from bot.client import replies
from bot.client.actions import ActionKind, Entered
from bot.client.bot import Difference, Interaction
from bot.client.capability import Capability
from bot.client.custom_ids import Codec
from bot.client.forms import open_form
from bot.library import Library
from bot.replies.model import Does, Reply, Text


@dataclass(frozen=True, slots=True)
class NewFact(Does):
    """Keep a new fact."""


class Writer:
    """Phrasings and facts in files of their own."""

    def __init__(self, library: Library, folder: Path) -> None:
        self._library = library
        self._folder = folder
        self._phrasings: dict[str, list[str]] = {}
        self._facts: list[dict[str, object]] = []
        self.changes: list[Difference] = []

    async def add(self, interaction: Interaction, found: Sequence[tuple[str, str]]) -> list[str]:
        for fact_id, text in found:
            if fact_id not in self._library.current.knowledge.facts:
                return [f"there is no fact {fact_id}"]
            self._phrasings.setdefault(fact_id, []).append(text)
        return await self._write()

    async def differences(self, fact_id: str, text: str) -> list[Difference]:
        return self.changes

    async def write_answer(
        self, interaction: Interaction, question: str, phrasings: Sequence[str]
    ) -> None:
        fields = (("question", question), ("answer", None), ("phrasings", "\n".join(phrasings)))
        labels = [
            ui.Label(
                text=name,
                component=ui.TextInput(custom_id=name, default=given or None, required=False),
            )
            for name, given in fields
        ]
        await open_form(interaction, NewFact(), "A new fact", *labels)

    async def keep(self, interaction: Interaction, _: NewFact, entered: Entered) -> None:
        """What the form of `write_answer` brings."""
        aliases = entered.text("phrasings").splitlines()
        fact_id = f"new-{len(self._facts)}"
        fact = {"id": fact_id, "question": entered.text("question"), "aliases": aliases}
        self._facts.append(fact | {"answer": entered.text("answer")})
        problems = await self._write()
        told = "\n".join(problems) or f"Written as {fact_id}."
        await replies.send(interaction, Reply((Text(told),)), private=True)

    async def undo(self) -> None:
        """Take the last fact back."""
        self._facts.pop()
        assert await self._write() == []

    async def _write(self) -> list[str]:
        for name, content in (
            ("written-phrasings.yaml", {"phrasings": self._phrasings}),
            ("written-facts.yaml", {"facts": self._facts}),
        ):
            text = yaml.safe_dump(content, allow_unicode=True)
            (self._folder / name).write_text(text, encoding="utf-8")
        outcome = await asyncio.to_thread(self._library.reload)
        return [] if outcome.changes is not None else [str(one) for one in outcome.problems]

    def capability(self) -> Capability:
        """The form of a new fact."""
        codec = Codec(NewFact, "new-fact", write=lambda *_: "", read=lambda _: NewFact())
        return Capability(actions=(ActionKind(codec, self.keep),))
