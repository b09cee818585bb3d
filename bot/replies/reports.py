"""What members said is wrong, as moderators see it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.replies import moderation_wording as wording
from bot.replies.model import Action, Block, Does, Heading, Kind, Note, Reply, Text

__all__ = ["ListReports", "Resolve", "ShowReported", "ShownReport", "report", "resolved"]


@dataclass(frozen=True, slots=True)
class ListReports(Does):
    """Show the report of a number, from 0 on."""

    number: int


@dataclass(frozen=True, slots=True)
class ShowReported(Does):
    """Show what the reporter saw."""

    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Resolve(Does):
    """Close a report."""

    report: str
    is_mended: bool
    """Whether there was something to mend."""


@dataclass(frozen=True, slots=True)
class ShownReport:
    """A report as a moderator may read it."""

    id: str
    told: tuple[str, ...]
    about: str
    """What it is about; gives nothing away."""
    text: str
    is_veiled: bool
    """Whether the text may give away what lies beyond the moderator's horizon."""
    at: int
    wants_to_know: bool


def report(shown: ShownReport | None, number: int, count: int) -> Reply:
    """One of so many reports, and what can be done about it."""
    if shown is None:
        return Reply((Heading(wording.NO_REPORTS), Note(wording.NO_REPORTS_NOTE)))
    front: list[Block] = [
        Heading(wording.reports(number + 1, count)),
        Note(wording.reported_on(shown.at, shown.about)),
    ]
    text = Text(shown.text)
    if not shown.is_veiled:
        front.append(text)
    if shown.wants_to_know:
        front.append(Note(wording.WANTS_TO_KNOW))
    actions = [
        Action(wording.SHOW_IT, ShowReported(shown.told)),
        Action(wording.MENDED, Resolve(shown.id, is_mended=True)),
        Action(wording.RIGHT_AS_IT_IS, Resolve(shown.id, is_mended=False)),
    ]
    if number > 0:
        actions.append(Action(wording.PREVIOUS, ListReports(number - 1)))
    if number < count - 1:
        actions.append(Action(wording.NEXT, ListReports(number + 1)))
    return Reply(tuple(front), (text,) if shown.is_veiled else (), tuple(actions))


def resolved(said: str) -> Reply:
    """A report is closed, and what became of telling its reporter."""
    more = Action(wording.BACK, ListReports(0))
    return Reply((Text(said),), actions=(more,), kind=Kind.DONE)
