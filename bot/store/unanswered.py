"""Questions that found nothing, folded with their paraphrases, and what members meant by them.

Whoever answers a member only drops a note here, which costs no time; what is noted is folded and
written behind their back, and a database that is away costs the notes and nothing else.
"""

from __future__ import annotations

import asyncio
import logging
import time
from base64 import b32encode
from collections import Counter, defaultdict, deque
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from sqlalchemy import delete, func, select, update

from bot.curation.blotting import blot
from bot.curation.desk import Pick, Question
from bot.curation.folding import SAME_FROM, Sense, Senses, nearest
from bot.library import Snapshot
from bot.matching.decision import Status
from bot.matching.language.tokens import words
from bot.store.database import Database, Statement, Unavailable
from bot.store.members import Members
from bot.store.tables import dismissals, picks, refusals, rejections, wordings
from bot.store.tallies import Tallies

__all__ = ["CAME_OF", "TOLD", "Questions"]

log = logging.getLogger(__name__)

CAME_OF = "came of"
"""The kind under which what came of questions is counted; the names are those of `Status`."""
TOLD = "told"
"""The kind under which what answers are told is counted; the names are ids."""

AGAIN_SECONDS = 600.0
"""How long somebody who asks the same counts as one who asks once."""
LINGER_SECONDS = 2.0
"""How long counts gather before they are written together."""
CLOSING_SECONDS = 1.5
"""How long closing waits for what is noted to be kept."""
PURGE_SECONDS = 3600.0
"""How often what is too old is looked for."""
MOST_WAITING = 1000
"""Notes that wait to be kept; where more come in, the oldest go."""
MOST_WORDINGS = 5000
"""Wordings that are kept; beyond these the least asked go."""
_DAY = 86_400
_ID_BYTES = 5


@dataclass(frozen=True, slots=True)
class _Note:
    """Something that somebody asked, and what is to be kept of it."""

    asked: str
    person: int | None
    at: int
    rejected: tuple[str, ...] = ()
    fact: str = ""
    """What they meant by it; empty for what found nothing."""


@dataclass(frozen=True, slots=True)
class _Known:
    """A wording that is kept."""

    question: str
    text: str
    sense: Sense


class Questions:
    """The notes, and what moderators do with them."""

    def __init__(
        self,
        database: Database,
        days: int,
        monotonic: Callable[[], float] = time.monotonic,
        now: Callable[[], float] = time.time,
        beside: Sequence[Callable[[int], Awaitable[None]]] = (),
    ) -> None:
        """Keep them in `database` for so many `days`; `now` is in seconds since the epoch.

        What stands `beside` them forgets, when they do, what is older than a moment.
        """
        self.tallies = Tallies(database, now)
        self.members = Members(database)
        self._database = database
        self._days = days
        self._clock = monotonic
        self._now = now
        self._beside = tuple(beside)
        self._snapshot: Callable[[], Snapshot] | None = None
        self._senses: Senses | None = None
        self._index: dict[str, _Known] | None = None
        self._waiting: deque[_Note] = deque(maxlen=MOST_WAITING)
        self._just_asked: dict[tuple[int, str], float] = {}
        self._working: asyncio.Task[None] | None = None
        self._alarm: asyncio.TimerHandle | None = None
        self._keeping = asyncio.Lock()
        self._purged_at = -float("inf")

    def fold_by(self, snapshot: Callable[[], Snapshot]) -> None:
        """Fold questions with the names and words of the knowledge in force."""
        self._snapshot = snapshot

    # -- taking note

    def came_of(self, asked: str, status: Status, told: Sequence[str], person: int | None) -> None:
        """Count what came of a question, and keep it where that is nothing."""
        self.tallies.count(CAME_OF, status.value)
        for entry_id in told:
            self.tallies.count(TOLD, entry_id)
        if status is Status.UNKNOWN:
            self._waiting.append(_Note(asked, person, int(self._now())))
            self._wake()
        else:
            self._wake_later()

    def dismissed(self, asked: str, told: Sequence[str], person: int | None) -> None:
        """Keep a question of which nothing that was offered or told was meant."""
        self._waiting.append(_Note(asked, person, int(self._now()), tuple(told)))
        self._wake()

    def meant(self, asked: str, fact_id: str, person: int | None) -> None:
        """Keep that somebody meant a fact by what they asked."""
        if person is not None:
            self._waiting.append(_Note(asked, person, int(self._now()), fact=fact_id))
            self._wake()

    async def settle(self) -> None:
        """Wait until all that was noted is kept, or given up."""
        self._wake()
        while self._working is not None and not self._working.done():
            await asyncio.shield(self._working)

    async def close(self) -> None:
        """Keep what was noted, as far as that is a matter of a moment."""
        self._wake()
        if self._working is not None:
            await asyncio.wait([self._working], timeout=CLOSING_SECONDS)
            self._working.cancel()
            await asyncio.gather(self._working, return_exceptions=True)
        if self._alarm is not None:
            self._alarm.cancel()

    def _wake(self) -> None:
        """Let what waits be kept; never waits for it."""
        if self._working is None or self._working.done():
            with suppress(RuntimeError):  # without an event loop it waits for the next time
                self._working = asyncio.get_running_loop().create_task(self._work())

    def _wake_later(self) -> None:
        """Let what was counted be kept before long, together with what comes until then."""
        if self._alarm is None:
            with suppress(RuntimeError):
                loop = asyncio.get_running_loop()
                self._alarm = loop.call_later(LINGER_SECONDS, self._ring)

    def _ring(self) -> None:
        self._alarm = None
        self._wake()

    async def _work(self) -> None:
        while self._waiting or self.tallies.is_waiting:
            try:
                if self.tallies.is_waiting:
                    await self.tallies.write()
                async with self._keeping:
                    if self._waiting:
                        await self._keep(self._waiting.popleft())
                await self._purge()
            except Unavailable:  # the log has told why; the tallies go on waiting
                self._waiting.clear()
                return
            except Exception:  # nobody waits for this: else the rest would never be kept
                log.exception("A question could not be noted")

    async def _keep(self, note: _Note) -> None:
        text = blot(note.asked)
        if not words(text):
            return
        key = _id_of(text)
        is_counted = not note.fact and not self._is_again(note.person, key)
        known = await self._fold(key, text)
        row = {"id": key, "question": known.question, "text": known.text, "asked_at": note.at}
        count = self._database.count(wordings, "asked", **row, asked=int(is_counted))
        statements: list[Statement] = [count]
        statements += (
            self._database.put(rejections, wording=key, told=told, at=note.at)
            for told in note.rejected
        )
        if note.fact and note.person is not None:
            member = await self.members.digest(note.person)
            pick = self._database.put(picks, wording=key, fact=note.fact, member=member, at=note.at)
            statements.append(pick)
        await self._database.write(*statements)

    def _is_again(self, person: int | None, key: str) -> bool:
        """Whether somebody asked the very same a moment ago."""
        if person is None:
            return False
        now = self._clock()
        self._just_asked = {
            one: at for one, at in self._just_asked.items() if now - at <= AGAIN_SECONDS
        }
        is_again = (person, key) in self._just_asked
        self._just_asked.setdefault((person, key), now)
        return is_again

    async def _fold(self, key: str, text: str) -> _Known:
        """A wording, with the question that it is the same as, or as a question of its own."""
        if self._snapshot is None:
            raise RuntimeError("there is no knowledge to fold with")
        snapshot = self._snapshot()
        senses = self._senses
        if senses is None or not senses.are_of(snapshot.knowledge):
            senses = await asyncio.to_thread(Senses, snapshot.knowledge, snapshot.matcher)
            self._senses, self._index = senses, None
        if self._index is None:
            query = select(wordings.c.id, wordings.c.question, wordings.c.text)
            rows = await self._database.read(query)
            self._index = await asyncio.to_thread(
                lambda: {
                    row.id: _Known(row.question, row.text, senses.of(row.text)) for row in rows
                }
            )
        index = self._index
        if key in index:
            return index[key]
        known = list(index.values())
        sense = await asyncio.to_thread(senses.of, text)
        found = await asyncio.to_thread(nearest, sense, [one.sense for one in known])
        is_same = found is not None and found[1] >= SAME_FROM
        question = known[found[0]].question if found is not None and is_same else key
        index[key] = _Known(question, text, sense)
        return index[key]

    # -- looking at it

    async def recent(self) -> Sequence[str]:
        """The wordings that found nothing, the most asked first; none where that is not known."""
        query = (
            select(wordings.c.text)
            .where(wordings.c.asked > 0, wordings.c.asked_at >= self._oldest())
            .order_by(wordings.c.asked.desc(), wordings.c.asked_at.desc(), wordings.c.id)
        )
        try:
            return [text for (text,) in await self._database.read(query)]
        except Unavailable:  # a change is tried on what there is
            return ()

    async def all(self) -> Sequence[Question]:
        """Everything that is kept, question by question; raises Unavailable."""
        oldest = self._oldest()
        found = await self._database.read(select(wordings).where(wordings.c.asked_at >= oldest))
        rows: dict[str, list[Any]] = defaultdict(list)
        for row in sorted(found, key=lambda row: (-row.asked, row.asked_at, row.id)):
            rows[row.question].append(row)
        rejected: dict[str, set[str]] = defaultdict(set)
        for row in await self._database.read(select(rejections)):
            rejected[row.wording].add(row.told)
        picked = await self._database.read(select(picks).where(picks.c.at >= oldest))
        by_wording: dict[str, list[Any]] = defaultdict(list)
        for row in picked:
            by_wording[row.wording].append(row)
        dismissed = {row.question for row in await self._database.read(select(dismissals))}
        refused: dict[str, set[str]] = defaultdict(set)
        for row in await self._database.read(select(refusals)):
            refused[row.question].add(row.fact)
        return [
            Question(
                id=question,
                text=next((row.text for row in own if row.id == question), own[0].text),
                wordings=tuple(row.text for row in own),
                asked=sum(row.asked for row in own),
                asked_at=max(row.asked_at for row in own),
                rejected=frozenset(told for row in own for told in rejected.get(row.id, ())),
                picks=_picks(own, by_wording),
                refused=frozenset(refused.get(question, ())),
                is_dismissed=question in dismissed,
            )
            for question, own in rows.items()
        ]

    async def count_of(self, user_id: int) -> int:
        """How many choices of somebody's are kept; raises Unavailable."""
        member = await self.members.known(user_id)
        query = select(func.count()).select_from(picks).where(picks.c.member == member)
        ((count,),) = await self._database.read(query)
        return int(count)

    # -- what moderators do

    async def dismiss(self, question: str) -> None:
        """Show a question no more; raises Unavailable."""
        at = int(self._now())
        await self._database.write(self._database.put(dismissals, question=question, at=at))

    async def reopen(self, question: str) -> None:
        """Show a dismissed question again; raises Unavailable."""
        await self._database.write(delete(dismissals).where(dismissals.c.question == question))

    async def merge(self, question: str, other: str) -> None:
        """Let a question, with all its wordings, be the same as another; raises Unavailable."""
        own = update(wordings).where(wordings.c.question == question)
        dismissal = delete(dismissals).where(dismissals.c.question == question)
        async with self._keeping:
            await self._database.write(own.values(question=other), dismissal)
            self._index = None

    async def refuse(self, found: Collection[tuple[str, str]]) -> None:
        """Propose no more that these questions mean these facts; raises Unavailable."""
        at = int(self._now())
        rows = (
            self._database.put(refusals, question=question, fact=fact_id, at=at)
            for question, fact_id in found
        )
        await self._database.write(*rows)

    # -- forgetting

    async def erase(self, user_id: int) -> None:
        """Keep nothing of what somebody meant; raises Unavailable."""
        self._just_asked = {one: at for one, at in self._just_asked.items() if one[0] != user_id}
        self._waiting = deque(
            (note for note in self._waiting if note.person != user_id), maxlen=MOST_WAITING
        )
        async with self._keeping:
            member = await self.members.known(user_id)
            if member is not None:
                await self._database.write(delete(picks).where(picks.c.member == member))

    async def purge(self) -> None:
        """Forget what is older than its days, and what is too much; raises Unavailable."""
        oldest = self._oldest()
        async with self._keeping:
            await self._forget(oldest)
            self._index = None
        await self.tallies.purge(self._days)
        for forget in self._beside:
            await forget(oldest)

    async def _forget(self, oldest: int) -> None:
        kept = select(wordings.c.id).order_by(wordings.c.asked.desc(), wordings.c.asked_at.desc())
        alive = select(wordings.c.question)
        await self._database.write(
            delete(wordings).where(wordings.c.asked_at < oldest),
            delete(wordings).where(wordings.c.id.not_in(kept.limit(MOST_WORDINGS))),
            delete(rejections).where(rejections.c.wording.not_in(select(wordings.c.id))),
            delete(picks).where(picks.c.at < oldest),
            delete(picks).where(picks.c.wording.not_in(select(wordings.c.id))),
            delete(dismissals).where(dismissals.c.question.not_in(alive)),
            delete(refusals).where(refusals.c.question.not_in(alive)),
        )

    async def _purge(self) -> None:
        now = self._clock()
        if now - self._purged_at >= PURGE_SECONDS:
            self._purged_at = now
            await self.purge()

    def _oldest(self) -> int:
        return int(self._now()) - self._days * _DAY


def _picks(own: Sequence[Any], by_wording: Mapping[str, Sequence[Any]]) -> tuple[Pick, ...]:
    """What was meant by the wordings of a question, the fact that most members meant first."""
    members: dict[str, set[str]] = defaultdict(set)
    texts: dict[str, dict[str, None]] = defaultdict(dict)
    for row in own:
        for pick in by_wording.get(row.id, ()):
            members[pick.fact].add(pick.member)
            texts[pick.fact][row.text] = None
    counted = Counter({fact: len(found) for fact, found in members.items()})
    return tuple(Pick(fact, count, tuple(texts[fact])) for fact, count in counted.most_common())


def _id_of(text: str) -> str:
    """A short digest of the words of a text, the same however it is written."""
    said = " ".join(words(text)).encode("utf-8", "surrogatepass")
    return b32encode(blake2b(said, digest_size=_ID_BYTES).digest()).decode().lower()
