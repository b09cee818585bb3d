"""Changing the knowledge while it is asked: tried out, written, in force at once, rebuilt behind.

Whatever is to change is first read together with all layers, as a start would, so nothing that
would keep the bot from starting is ever written. One change is made after the other; each is in
the history before it is in force.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import Protocol, TypeVar

from bot.curation.documents import ENTRY_SECTIONS, as_data, from_knowledge, to_yaml
from bot.curation.drafts import Draft, data_of, new_id
from bot.curation.edits import (
    Document,
    Edit,
    Key,
    Stale,
    applied,
    differences,
    inverse,
    name_of,
)
from bot.curation.history import Author, Change, Why, back_to
from bot.curation.keeping import Broken, ByHand, KeptLayer
from bot.curation.pending import Pending
from bot.knowledge.fields import Entry
from bot.knowledge.problems import Place, Problem, Severity
from bot.knowledge.reader import Gathered, Rereader, gather
from bot.knowledge.schema import EntryKind, Fact, Knowledge
from bot.library import Changes, Library, Snapshot, compare, extended, marked
from bot.matching.decision import Decision
from bot.matching.language.tokens import words

__all__ = [
    "Answered",
    "Curator",
    "Done",
    "Outcome",
    "Proposal",
    "Questions",
    "Refused",
    "Trial",
]

log = logging.getLogger(__name__)

MOST_ASKED = 500
"""Questions that are asked before and after a change: about a second of computing."""

MOST_PROPOSED = 8
"""Further phrasings that are proposed for a fact."""

MOST_NEAR = 5
"""Facts that are named which answer already what a new one asks."""


class Questions(Protocol):
    """Where questions of members come from that a change is tried on."""

    async def recent(self) -> Sequence[str]:
        """What was asked of late and not answered, the most asked first."""
        ...


class _NoQuestions:
    """Nobody has asked anything."""

    async def recent(self) -> Sequence[str]:
        """Nothing."""
        return ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change that is thought through, and not yet made."""

    edits: tuple[Edit, ...]
    why: Why
    undoes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Answered:
    """A question that a change would have answered otherwise: by which fact, None for none."""

    question: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Trial:
    """What would come of a change."""

    proposal: Proposal
    changes: Changes
    """What differs then, by id."""
    problems: tuple[Problem, ...]
    """What is doubtful about what changes; no errors."""
    snapshot: Snapshot
    """The knowledge as it would be."""
    near: tuple[str, ...] = ()
    """Ids of facts that answer today what the changed fact asks, the nearest first."""
    answers: tuple[Answered, ...] = ()
    """Questions that are answered otherwise then."""
    phrasings: tuple[str, ...] = ()
    """What members asked and may have meant the fact by: perhaps further ways to ask it."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing was written."""

    problems: tuple[Problem, ...]
    by_hand: Change | None = None
    """What somebody did by hand meanwhile, if that is why; the same can be tried again."""
    stale: str | None = None
    """What has been changed by somebody else meanwhile, if that is why."""


@dataclass(frozen=True, slots=True)
class Done:
    """A change that is written, and in force."""

    change: Change
    is_in_force: bool = True
    """Whether it can be asked already; else when all is rebuilt, in some seconds."""


Outcome = Done | Refused
_T = TypeVar("_T")
Told = Callable[[Change], Awaitable[None]]


class Curator:
    """Changes the moderators' layer of a library, for one event loop."""

    def __init__(
        self, library: Library, layer: KeptLayer, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        """Write into `layer`, which has to be the last of the library's layers.

        By `monotonic`, in seconds, what waits to be confirmed is let go.
        """
        self.waiting: Pending[Draft | Proposal] = Pending(monotonic)
        self._library = library
        self._layer = layer
        self._rereader = Rereader()
        self._changing = asyncio.Lock()
        self._rebuilding: asyncio.Task[None] | None = None
        self._is_behind = False
        self._told: list[Told] = []
        self.questions: Questions = _NoQuestions()

    # -- looking

    @property
    def snapshot(self) -> Snapshot:
        """What is in force."""
        return self._library.current

    async def history(self) -> tuple[Change, ...] | Refused:
        """All changes, the oldest first; what somebody did by hand is among them."""
        version = await self._version()
        return version if isinstance(version, Refused) else version[1]

    async def knows(self, user_id: int) -> bool:
        """Whether the history names somebody."""
        changes = await self.history()
        return isinstance(changes, tuple) and any(change.by.id == user_id for change in changes)

    async def own(self) -> Document | Refused:
        """What moderators wrote."""
        version = await self._version()
        return version if isinstance(version, Refused) else version[0]

    def entry(self, kind: EntryKind, entry_id: str) -> Entry | None:
        """An entry in force."""
        entries: Mapping[str, Entry] = getattr(self.snapshot.knowledge, kind)
        return entries.get(entry_id)

    async def draft(self, kind: EntryKind, entry_id: str) -> Draft | Refused | None:
        """An entry to be changed; None for one that is not there."""
        entry = self.entry(kind, entry_id)
        if entry is None:
            return None
        own = await self.own()
        if isinstance(own, Refused):
            return own
        seen = own.get((kind, entry_id))
        beneath = as_data(entry) if seen is None else None
        return Draft(kind, entry_id, data_of(entry), seen, beneath)

    async def new_fact(self, question: str) -> Draft | Refused:
        """A fact to be added, with an id that nothing has or had."""
        own = await self.own()
        if isinstance(own, Refused):
            return own
        removed = {key[1] for key in own if key[0] == "removed"}
        return Draft(
            "facts", new_id(question, {*self.snapshot.knowledge.facts, *removed}), is_new=True
        )

    async def everything(self) -> Document:
        """All that is in force, as one document."""
        return await asyncio.to_thread(from_knowledge, self.snapshot.knowledge)

    # -- proposing

    async def removal(self, kind: EntryKind, entry_id: str) -> Proposal | Refused:
        """What takes an entry away, with all its phrasings."""
        own, beneath = await self.own(), await asyncio.to_thread(self._beneath)
        if isinstance(own, Refused):
            return own
        if isinstance(beneath, Refused):
            return beneath
        return Proposal(_removal(own, beneath, kind, entry_id), Why.REMOVE)

    async def importing(self, document: Document) -> Proposal | Refused:
        """What lays the contents of files over what moderators wrote."""
        own, beneath = await self.own(), await asyncio.to_thread(self._beneath)
        if isinstance(own, Refused):
            return own
        if isinstance(beneath, Refused):
            return beneath
        return Proposal(_laid_over(own, beneath, document), Why.IMPORT)

    async def undoing(self, number: int, *, all_since: bool = False) -> Proposal | Refused | None:
        """What takes back a change, or it and all after it; None for a number that none has.

        Raises Stale where the changes do not lead to what is there.
        """
        changes = await self.history()
        if isinstance(changes, Refused):
            return changes
        if all(change.number != number for change in changes):
            return None
        if all_since:
            numbers = tuple(change.number for change in changes if change.number >= number)
            own = await self.own()
            if isinstance(own, Refused):
                return own
            edits = differences(own, applied(own, back_to(changes, number)))
            return Proposal(edits, Why.UNDO, numbers)
        (change,) = (change for change in changes if change.number == number)
        return Proposal(inverse(change.edits), Why.UNDO, (number,))

    # -- trying out

    async def try_out(self, proposal: Proposal, fact_id: str | None = None) -> Trial | Refused:
        """What would come of a change; of a fact, what it answers then. Writes nothing."""
        questions = tuple(await self.questions.recent())[:MOST_ASKED]
        return await self._noticing(partial(self._tried, proposal, fact_id, questions))

    async def try_phrasing(self, fact_id: str, text: str) -> Trial | Refused:
        """What would come of a further way to ask a fact. Writes nothing."""
        proposal = await self._phrasings([(fact_id, text)])
        if isinstance(proposal, Refused):
            return proposal
        return await self.try_out(proposal, fact_id)

    # -- changing

    def on_change(self, told: Told) -> None:
        """Call this with each change, once it is in force."""
        self._told.append(told)

    async def change(self, proposal: Proposal, by: Author) -> Outcome:
        """Make a change: written down for good, and in force at once where that can be."""
        async with self._changing:
            outcome = await asyncio.to_thread(self._changed, proposal, by)
        change = outcome.change if isinstance(outcome, Done) else outcome.by_hand
        if change is not None:
            await self._follow(change)
        return outcome

    async def add_phrasing(self, fact_id: str, text: str, by: Author) -> Outcome:
        """Let a fact be asked in one more way."""
        return await self.add_phrasings([(fact_id, text)], by)

    async def add_phrasings(self, found: Sequence[tuple[str, str]], by: Author) -> Outcome:
        """Let facts be asked in more ways, given as (fact id, text), all in one change."""
        proposal = await self._phrasings(found)
        if isinstance(proposal, Refused):
            return proposal
        return await self.change(proposal, by)

    async def close(self) -> None:
        """Rebuild nothing more."""
        task, self._rebuilding = self._rebuilding, None
        if task is not None:
            task.cancel()
            await asyncio.wait([task])

    async def settle(self) -> None:
        """Wait until all is rebuilt that was changed."""
        if self._rebuilding is not None:
            await asyncio.wait([self._rebuilding])

    async def _follow(self, change: Change) -> None:
        """Rebuild behind what is in force already, and tell whoever wants to know."""
        self._is_behind = True
        if self._rebuilding is None or self._rebuilding.done():
            self._rebuilding = asyncio.create_task(self._rebuild())
        for told in self._told:
            try:
                await told(change)
            except Exception:  # what is written stays written, whoever cannot be told of it
                log.exception("Could not tell of change %d", change.number)

    async def _rebuild(self) -> None:
        while self._is_behind:
            self._is_behind = False
            try:
                outcome = await asyncio.to_thread(self._library.reload)
            except Exception:  # what is in force goes on; the next change tries again
                log.exception("All could not be rebuilt after a change")
                return
            if outcome.changes is None:
                log.warning(
                    "What moderators changed is in force, but all could not be rebuilt: %s",
                    outcome.problems[0],
                )

    # -- in a thread

    async def _version(self) -> tuple[Document, tuple[Change, ...]] | Refused:
        def read() -> tuple[Document, tuple[Change, ...]] | Refused:
            try:
                version = self._layer.read()
            except Broken as error:
                return Refused(error.problems)
            return version.document, version.changes

        return await self._noticing(read)

    async def _noticing(self, work: Callable[[], _T]) -> _T:
        """Do something in a thread; what somebody did by hand is told, and it is begun anew."""
        while True:
            try:
                return await asyncio.to_thread(work)
            except ByHand as noticed:
                await self._follow(noticed.change)

    async def _phrasings(self, found: Sequence[tuple[str, str]]) -> Proposal | Refused:
        own = await self.own()
        if isinstance(own, Refused):
            return own
        facts = self.snapshot.knowledge.facts
        edits: dict[Key, Edit] = {}
        for fact_id, text in found:
            fact, line = facts.get(fact_id), " ".join(text.split())
            if fact is None:
                problem = Problem(Place(""), f"no fact has the id '{fact_id}'; choose another")
                return Refused((problem,))
            key = ("phrasings", fact_id, line)
            if line not in fact.phrasings and key not in own:
                edits[key] = Edit(key, None, line)
        return Proposal(tuple(edits.values()), Why.PHRASING)

    def _tried(
        self, proposal: Proposal, fact_id: str | None, questions: Sequence[str]
    ) -> Trial | Refused:
        try:
            document = applied(self._layer.read().document, proposal.edits)
        except (Stale, Broken) as error:
            return _refused(error)
        read = self._read(document)
        if isinstance(read, Refused):
            return read
        knowledge, warnings = read
        before = self._library.current
        after = extended(before, knowledge)
        if after is None:  # how everything is read may change with it: shown, but not asked
            after = replace(before, knowledge=marked(knowledge, before.giveaways))
            changes = compare(before.knowledge, after.knowledge)
            return Trial(proposal, changes, warnings, after)
        changes = compare(before.knowledge, after.knowledge)
        fact = after.knowledge.facts.get(fact_id) if fact_id else None
        if fact is None:
            return Trial(proposal, changes, warnings, after)
        near = _near(before, fact)
        own = [before.knowledge.facts[one].question for one in near]
        answers = tuple(_answered(before, after, (*questions, *own)))
        phrasings = tuple(islice(_meant_for(fact, after, questions), MOST_PROPOSED))
        return Trial(proposal, changes, warnings, after, near, answers, phrasings)

    def _changed(self, proposal: Proposal, by: Author) -> Outcome:
        if not proposal.edits:
            problem = Problem(Place(""), "nothing would change; there is nothing to write")
            return Refused((problem,))
        try:
            document = applied(self._layer.read().document, proposal.edits)
            read = self._read(document)
            if isinstance(read, Refused):
                return read
            change = self._layer.commit(proposal.edits, by, proposal.why, proposal.undoes)
        except (Stale, ByHand, Broken) as error:
            return _refused(error)
        knowledge, _ = read
        return Done(change, self._library.amend(knowledge))

    def _read(self, document: Document) -> tuple[Knowledge, tuple[Problem, ...]] | Refused:
        """All layers as they would be with this document; warnings are those of our own file."""
        path = str(self._layer.path)
        try:
            data = to_yaml(document)
        except (ValueError, UnicodeError) as error:
            return Refused((Problem(Place(path), f"this cannot be written: {error}; mend it"),))
        reading = self._rereader.read(self._gathered(path, data))
        if reading.knowledge is None:
            return Refused(reading.errors)
        own = [p for p in reading.problems if p.place.path == path]
        return reading.knowledge, tuple(p for p in own if p.severity is not Severity.ERROR)

    def _gathered(self, path: str, data: bytes) -> tuple[Gathered, ...]:
        """What lies in the folders, with this in place of our own file."""
        *beneath, own = gather(self._library.layers)
        files = (*(file for file in own.files if file[0] != path), (path, data))
        return (*beneath, replace(own, files=tuple(sorted(files))))

    def _beneath(self) -> Knowledge | Refused:
        """What there is without what moderators wrote."""
        reading = self._rereader.read(gather(self._library.layers)[:-1])
        return Refused(reading.errors) if reading.knowledge is None else reading.knowledge


def _refused(error: Stale | ByHand | Broken) -> Refused:
    match error:
        case Stale():
            return Refused((), stale=name_of(error.edit.key))
        case ByHand():
            return Refused((), by_hand=error.change)
        case Broken():
            return Refused(error.problems)


def _near(snapshot: Snapshot, fact: Fact) -> tuple[str, ...]:
    """Facts that answer today what this one asks, the nearest first."""
    found: dict[str, None] = {}
    for text in fact.phrasings[: MOST_NEAR * 2]:
        meant = snapshot.matcher.decide(text).meant
        found |= {one.id: None for one in meant if one.id != fact.id}
    return tuple(found)[:MOST_NEAR]


def _answered(before: Snapshot, after: Snapshot, questions: Iterable[str]) -> Iterable[Answered]:
    """The questions, each once, that are answered otherwise with `after`."""
    for question in dict.fromkeys(questions):
        was, would = _id(before.matcher.decide(question)), _id(after.matcher.decide(question))
        if was != would:
            yield Answered(question, was, would)


def _meant_for(fact: Fact, after: Snapshot, questions: Iterable[str]) -> Iterator[str]:
    """The questions that get this fact as the answer or as a choice, in words it does not have."""
    known = {tuple(words(text)) for text in fact.phrasings}
    for question in questions:
        meant = after.matcher.decide(question).meant
        if any(one.id == fact.id for one in meant) and tuple(words(question)) not in known:
            known.add(tuple(words(question)))
            yield question


def _id(decision: Decision) -> str | None:
    return decision.fact.id if decision.fact else None


def _removal(own: Document, beneath: Knowledge, kind: EntryKind, entry_id: str) -> tuple[Edit, ...]:
    """Our own entry and phrasings go; what stands beneath is listed as taken away."""
    after = {key: value for key, value in own.items() if key != (kind, entry_id)}
    if kind == "facts":
        after = {key: value for key, value in after.items() if key[:2] != ("phrasings", entry_id)}
    below: Collection[str] = getattr(beneath, kind)
    if entry_id in below:
        after["removed", entry_id] = entry_id
    return differences(own, after)


def _laid_over(own: Document, beneath: Knowledge, document: Document) -> tuple[Edit, ...]:
    """First what the other document takes away goes, then what it holds is added or replaces."""
    after: Document = own
    for key in document:
        if key[0] == "removed":
            for kind in ENTRY_SECTIONS:
                edits = _removal(after, beneath, kind, key[1])
                after = applied(after, edits)
    kept = {key: value for key, value in document.items() if key[0] != "removed"}
    unknown = {
        key: value
        for key, value in document.items()
        if key[0] == "removed" and not any((kind, key[1]) in own for kind in ENTRY_SECTIONS)
    }
    edits = differences(own, {**after, **unknown, **kept})
    return tuple(_with_beneath(edit, beneath) for edit in edits)


def _with_beneath(edit: Edit, beneath: Knowledge) -> Edit:
    """The edit of an entry with what counts where moderators have written nothing."""
    section, entry_id, *_ = edit.key
    if section not in ENTRY_SECTIONS:
        return edit
    entries: Mapping[str, Entry] = getattr(beneath, section)
    entry = entries.get(entry_id)
    return replace(edit, beneath=as_data(entry)) if entry else edit
