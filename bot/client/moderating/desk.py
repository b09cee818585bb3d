"""A moderator's desk: what is kept, looked at with the knowledge in force, as they may read it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b

from bot.client.bot import Interaction
from bot.client.errors import Refusal
from bot.client.readers import reader_of
from bot.curation.desk import Desk, Proposal, Question
from bot.curation.folding import Senses, alike
from bot.knowledge.schema import Knowledge
from bot.library import Snapshot
from bot.replies import moderation_wording, wording
from bot.replies.moderation import Shown, ShownProposal
from bot.spoilers.rule import SealedFact, unasked
from bot.spoilers.words import FATES
from bot.store.database import Unavailable

__all__ = ["Looked", "digest", "fact_of", "label_of", "look", "question_of"]

SETTLING_SECONDS = 2.0
"""How long a moderator waits for what members asked just now."""
MOST_LOOKED_AT = 150
"""Questions that are looked at: a second of computing after each change of the knowledge. The
others come to light once these are answered."""


@dataclass(frozen=True, slots=True)
class Looked:
    """All that awaits a moderator at this moment."""

    open: Sequence[Question]
    proposals: Sequence[Proposal]
    snapshot: Snapshot
    desk: Desk
    has_more: bool
    """Whether there are questions that were not looked at."""
    _tells: Callable[[str], bool]

    def is_veiled(self, text: str) -> bool:
        """Whether a question may give away what lies beyond the moderator's horizon."""
        return self._tells(text)

    def shown(self, question: Question) -> Shown:
        """A question as the moderator may read it."""
        return Shown(
            id=question.id,
            text=question.text,
            is_veiled=any(map(self._tells, question.wordings)),
            asked=question.asked,
            asked_at=question.asked_at,
            wordings=question.wordings,
            rejected=tuple(
                label_of(self.snapshot.knowledge, told) for told in sorted(question.rejected)
            ),
        )

    def shown_proposals(self) -> list[ShownProposal]:
        """The proposals as the moderator may read them."""
        return [
            ShownProposal(
                one.question.id,
                fact_of(self.snapshot.knowledge, one.pick.fact_id),
                one.pick.members,
                self.desk.new_wordings(one.pick),
                any(map(self._tells, one.pick.wordings)),
                one.contradictions,
            )
            for one in self.proposals
        ]

    def find(self, question_id: str) -> Question:
        """An open question; raises Refusal for one that is not open any more."""
        for one in self.open:
            if one.id == question_id:
                return one
        raise Refusal(moderation_wording.QUESTION_GONE)

    async def nearest_first(self, question: Question) -> list[Shown]:
        """The other questions that are open, those that come nearest in meaning first."""
        others = [one for one in self.open if one.id != question.id]
        knowledge, matcher = self.snapshot.knowledge, self.snapshot.matcher

        def order() -> list[Question]:
            senses = Senses(knowledge, matcher)
            own = senses.of(question.text)
            return sorted(others, key=lambda one: -alike(own, senses.of(one.text)))

        return [self.shown(one) for one in await asyncio.to_thread(order)]


class _Desks:
    """The desk of the knowledge in force, which remembers what it has looked up."""

    def __init__(self) -> None:
        self._last: tuple[Snapshot, Desk] | None = None

    def of(self, snapshot: Snapshot) -> Desk:
        if self._last is None or self._last[0] is not snapshot:
            self._last = (snapshot, Desk(snapshot.knowledge.facts, snapshot.matcher))
        return self._last[1]


_DESKS = _Desks()


async def question_of(interaction: Interaction, question_id: str) -> Question:
    """A question that is kept, open or not: at once, for what cannot wait until all are looked at.

    Raises Refusal where it is not kept any longer, or cannot be read.
    """
    for one in await _kept(interaction):
        if one.id == question_id:
            return one
    raise Refusal(moderation_wording.QUESTION_GONE)


async def look(interaction: Interaction, *, is_complete: bool = False) -> Looked:
    """What awaits the moderator who asks; raises Refusal where it cannot be read.

    Of very many questions the most asked, unless it is to be complete.
    """
    with suppress(TimeoutError):  # what is noted in this very moment comes next time
        await asyncio.wait_for(interaction.client.store.unanswered.settle(), SETTLING_SECONDS)
    kept = await _kept(interaction)
    snapshot = interaction.client.archive.snapshot
    desk = _DESKS.of(snapshot)
    most = None if is_complete else MOST_LOOKED_AT
    opened, proposed = await asyncio.to_thread(
        lambda: (desk.open(kept, most), desk.proposals(kept))
    )
    horizon = reader_of(interaction, private=True).horizon

    openly = unasked(horizon)
    facts = snapshot.knowledge.facts.values()
    beyond = frozenset(fact.question for fact in facts if not openly(fact))

    def tells(text: str) -> bool:
        is_telling = text in beyond or snapshot.giveaways.tells(text)
        return not horizon.is_open and is_telling

    waiting = sum(1 for one in kept if one.asked and not one.is_dismissed)
    has_more = most is not None and waiting > most
    return Looked(opened, proposed, snapshot, desk, has_more, tells)


async def _kept(interaction: Interaction) -> Sequence[Question]:
    try:
        return await interaction.client.store.unanswered.all()
    except Unavailable:
        raise Refusal(wording.NOT_READ) from None


def fact_of(knowledge: Knowledge, fact_id: str) -> SealedFact:
    """A fact, sealed; raises Refusal for one that is gone."""
    fact = knowledge.facts.get(fact_id)
    if fact is None:
        raise Refusal(wording.GONE)
    return SealedFact(fact, FATES | knowledge.fates)


def label_of(knowledge: Knowledge, told: str) -> str:
    """What stands for something that was told, and gives nothing away."""
    kind, _, rest = told.rpartition("/")
    if kind == "people" and rest in knowledge.people:
        return knowledge.people[rest].name
    if kind == "quotes" and rest in knowledge.quotes:
        speaker = knowledge.quotes[rest].speaker
        person = knowledge.people.get(speaker) if speaker else None
        name = person.name if person else knowledge.quotes[rest].speaker_name
        return moderation_wording.words_of(name or "")
    if not kind and told in knowledge.facts:
        return fact_of(knowledge, told).label
    return moderation_wording.GONE_ENTRY


def digest(proposals: Iterable[ShownProposal]) -> str:
    """Which proposals these are, in eight characters."""
    said = "\n".join(f"{one.question} {one.fact.id} {one.wordings}" for one in proposals)
    return blake2b(said.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
