"""What moderators see of a change: before it is made, when it is made, and in the history.

What an entry says may give the plot away, so its words always stand behind the veil here; ids and
the names of fields are open, as they are after a reload.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.curation.edits import Edit, Json, name_of
from bot.curation.history import Change, Why
from bot.knowledge.problems import Problem, Severity, number_of
from bot.library import Changes
from bot.replies import curation_wording as wording
from bot.replies.model import Action, Block, Does, Heading, Kind, Menu, Note, Reply, Text
from bot.replies.reload import SHOWN_PROBLEMS, reload_done

__all__ = [
    "Ask",
    "CancelIt",
    "ConfirmIt",
    "FillIn",
    "Otherwise",
    "Pick",
    "Reword",
    "Undo",
    "Waiting",
    "Working",
    "changed_by_hand",
    "checked",
    "difference_in_full",
    "draft_card",
    "history",
    "note_of",
    "proposal",
    "refused",
    "said",
    "written",
]

_SHOWN_OTHERWISE = 6
_SHOWN_EDITS = 12
_SHOWN_DOUBTS = 4
_A_PAGE = 8
_MOST_UNDO = 5
_SAID_BY_NAME = {Why.ADD, Why.REMOVE, Why.PHRASING}
"""Changes of which who did what to what says all but the words."""


# -- what can be done


@dataclass(frozen=True, slots=True)
class FillIn(Does):
    """A form that is sent: the words of a draft; a new fact's where no draft has the token."""

    token: str


@dataclass(frozen=True, slots=True)
class Reword(Does):
    """Open the form of a draft again."""

    token: str


@dataclass(frozen=True, slots=True)
class Pick(Does):
    """Choose what a field of a draft holds."""

    token: str
    field: str


@dataclass(frozen=True, slots=True)
class ConfirmIt(Does):
    """Make the change that waits."""

    token: str


@dataclass(frozen=True, slots=True)
class CancelIt(Does):
    """Let the change that waits go."""

    token: str


@dataclass(frozen=True, slots=True)
class Undo(Does):
    """Propose to take back the change of this number."""

    number: int


@dataclass(frozen=True, slots=True)
class Ask(Does):
    """Show the history before the change of this number; from the newest on with 0."""

    before: int = 0


# -- drafts


@dataclass(frozen=True, slots=True)
class Otherwise:
    """A question that would be answered otherwise; labels of facts, None for no answer."""

    question: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Working:
    """What is known of a draft, as far as it is shown."""

    token: str
    name: str
    is_new: bool
    mistakes: tuple[str, ...] = ()
    """What keeps it from being written."""
    doubts: tuple[Problem, ...] = ()
    near: tuple[str, ...] = ()
    """Labels of facts that answer today what it asks."""
    otherwise: tuple[Otherwise, ...] = ()
    menus: tuple[Menu, ...] = ()
    preview: Reply | None = None
    """The card as members will see it."""


def draft_card(draft: Working) -> Reply:
    """A draft: what came of trying it out, what can be chosen, and beneath how it will look."""
    heading = wording.new_fact(draft.name) if draft.is_new else wording.changing(draft.name)
    reword = Action(wording.REWORD, Reword(draft.token))
    cancel = Action(wording.GIVE_UP, CancelIt(draft.token))
    if draft.mistakes:
        blocks: list[Block] = [Heading(wording.NOT_YET), *map(Text, draft.mistakes)]
        return Reply(tuple(blocks), actions=(reword, cancel), kind=Kind.REFUSED)
    blocks = [Heading(heading), *_doubts(draft.doubts)]
    if draft.near:
        blocks.append(Text(wording.answers_already(draft.near)))
    hidden: tuple[Block, ...] = ()
    if draft.otherwise:
        blocks.append(Text(wording.answered_otherwise(len(draft.otherwise))))
        hidden = tuple(_otherwise(draft.otherwise))
    blocks.append(Note(wording.LASTS))
    if draft.preview is not None:
        blocks.append(Text(wording.AS_MEMBERS_SEE_IT))
    return Reply(
        tuple(blocks),
        hidden,
        (Action(wording.WRITE_IT, ConfirmIt(draft.token)), reword, cancel),
        below=replace(draft.preview, actions=(), below=None) if draft.preview else None,
        menus=draft.menus,
    )


def _otherwise(found: Sequence[Otherwise]) -> Iterator[Block]:
    for one in found[:_SHOWN_OTHERWISE]:
        yield Text(wording.from_to(one.question, one.before, one.after))
    if len(found) > _SHOWN_OTHERWISE:
        yield Text(wording.and_more(len(found) - _SHOWN_OTHERWISE))


def _doubts(found: Sequence[Problem]) -> Iterator[Block]:
    if found:
        yield Text(wording.doubts(number_of(found)))
        yield from (Text(problem.message) for problem in found[:_SHOWN_DOUBTS])


# -- proposals


@dataclass(frozen=True, slots=True)
class Waiting:
    """A change that waits to be confirmed."""

    token: str
    changes: Changes
    """What it does to all that is known."""
    edits: tuple[Edit, ...]
    doubts: tuple[Problem, ...] = ()
    undoes: tuple[int, ...] = ()


def proposal(question: str, confirm: str, waiting: Waiting) -> Reply:
    """A change that waits: what it does to all that is known, and its words."""
    listed = [block for block in reload_done(waiting.changes, 0).open if isinstance(block, Text)]
    blocks: list[Block] = [Heading(question)]
    if waiting.undoes:
        blocks.append(Text(wording.taking_back(waiting.undoes)))
    blocks += listed or [*map(Text, _names(waiting.edits))]
    blocks += _doubts(waiting.doubts)
    blocks.append(Note(wording.LASTS))
    actions = (
        Action(confirm, ConfirmIt(waiting.token)),
        Action(wording.GIVE_UP, CancelIt(waiting.token)),
    )
    return Reply(tuple(blocks), tuple(_details(waiting.edits)), actions, kind=Kind.CHOICE)


def difference_in_full(edits: Sequence[Edit]) -> bytes:
    """The whole difference as a text file."""
    lines = [line for edit in edits for line in _lines(edit, cut=False)]
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")


# -- outcomes


def written(change: Change, *, is_in_force: bool) -> Reply:
    """A change is made."""
    soon = wording.IN_FORCE if is_in_force else wording.IN_FORCE_SOON
    blocks = (
        Heading(wording.WRITTEN),
        Text(_did(change)),
        Text(soon),
        Note(wording.changed(change.number)),
    )
    return Reply(blocks, kind=Kind.DONE)


def refused(problems: Sequence[Problem]) -> Reply:
    """Nothing was written, for these reasons."""
    listed = (
        Text(problem.message if not problem.place.path else str(problem))
        for problem in problems[:SHOWN_PROBLEMS]
    )
    return Reply((Heading(wording.NOTHING_WRITTEN), *listed), kind=Kind.REFUSED)


def said(text: str, kind: Kind = Kind.REFUSED) -> Reply:
    """One sentence, where there is nothing else to show."""
    return Reply((Text(text),), kind=kind)


def changed_by_hand(change: Change, token: str) -> Reply:
    """Somebody else changed the file; what was to be done can still be confirmed."""
    blocks = (
        Heading(wording.CHANGED_BY_HAND),
        Text(wording.LOOK_AGAIN),
        *map(Text, _names(change.edits)),
    )
    actions = (
        Action(wording.WRITE_IT, ConfirmIt(token)),
        Action(wording.GIVE_UP, CancelIt(token)),
        Action(wording.undo_number(change.number), Undo(change.number)),
    )
    return Reply(blocks, tuple(_details(change.edits)), actions, kind=Kind.REFUSED)


def note_of(change: Change) -> Reply:
    """A change as the moderators' log shows it, with the way to take it back."""
    blocks = (
        Heading(_did(change)),
        *(Text(name) for name in _names(change.edits) if change.why not in _SAID_BY_NAME),
        Note(wording.at(change.number, change.at)),
    )
    undo = Action(wording.undo_number(change.number), Undo(change.number))
    return Reply(blocks, tuple(_details(change.edits)), (undo,))


def history(changes: Sequence[Change], before: int) -> Reply:
    """A page of the history, the newest first; of those before a change's number, or all with 0."""
    older = [change for change in reversed(changes) if not before or change.number < before]
    if not older:
        return said(wording.NO_CHANGES, Kind.PLAIN)
    page = older[:_A_PAGE]
    blocks: list[Block] = [Heading(wording.HISTORY)]
    for change in page:
        blocks += [Text(_did(change)), Note(wording.at(change.number, change.at))]
    actions = [
        Action(wording.undo_number(change.number), Undo(change.number))
        for change in page[:_MOST_UNDO]
    ]
    if len(older) > len(page):
        actions.append(Action(wording.OLDER, Ask(page[-1].number)))
    if before:
        actions.append(Action(wording.NEWER, Ask()))
    return Reply(tuple(blocks), actions=tuple(actions))


def checked(problems: Sequence[Problem]) -> Reply:
    """What a check found: numbers, and the first problems, which may quote what is rated."""
    counts = {
        severity: number_of(p for p in problems if p.severity is severity) for severity in Severity
    }
    blocks: list[Block] = [Heading(wording.CHECKED), Text(wording.found(*counts.values()))]
    if not problems:
        blocks.append(Text(wording.ALL_WELL))
    hidden = tuple(Text(str(problem)) for problem in problems[:SHOWN_PROBLEMS])
    kind = Kind.REFUSED if counts[Severity.ERROR] else Kind.DONE
    return Reply(tuple(blocks), hidden, kind=kind)


# -- differences


def _did(change: Change) -> str:
    names = [*dict.fromkeys(name_of(edit.key) for edit in change.edits)]
    return wording.did(change.by, change.why, names, change.undoes)


def _names(edits: Sequence[Edit]) -> Iterator[str]:
    """What is added, changed and gone, by name."""
    yield from (_named(edit) for edit in edits[:_SHOWN_EDITS])
    if len(edits) > _SHOWN_EDITS:
        yield wording.and_more(len(edits) - _SHOWN_EDITS)


def _named(edit: Edit) -> str:
    name = name_of(edit.key)
    before, after = edit.shown
    is_removal = edit.key[0] == "removed"
    if before is None:
        return wording.gone(edit.key[1]) if is_removal else wording.added(name)
    if after is None:
        return wording.added(edit.key[1]) if is_removal else wording.gone(name)
    return wording.altered(name, _fields(before, after))


def _fields(before: Json, after: Json) -> list[str]:
    if not isinstance(before, dict) or not isinstance(after, dict):
        return []
    return [name for name in {**before, **after} if before.get(name) != after.get(name)]


def _details(edits: Sequence[Edit]) -> Iterator[Block]:
    """The words that are added and gone, for behind the veil."""
    lines = [line for edit in edits[:_SHOWN_EDITS] for line in _lines(edit, cut=True)]
    if lines:
        yield Text("\n".join(lines))


def _lines(edit: Edit, *, cut: bool) -> Iterable[str]:
    before, after = map(_parts, edit.shown)
    lines = [_named(edit)]
    for part in {**before, **after} if edit.key[0] != "removed" else ():
        if before.get(part) != after.get(part):
            label = f"{part}: " if part else ""
            if part in before:
                lines.append(wording.gone(f"{label}{_written(before[part], cut=cut)}"))
            if part in after:
                lines.append(wording.added(f"{label}{_written(after[part], cut=cut)}"))
    return lines


def _parts(value: Json) -> Mapping[str, Json]:
    if value is None:
        return {}
    if isinstance(value, dict):
        return {name: part for name, part in value.items() if name != "id"}
    return {"": value}


def _written(value: Json, *, cut: bool) -> str:
    match value:
        case list():
            text = "; ".join(_written(one, cut=False) for one in value)
        case dict():
            text = " ".join(_written(one, cut=False) for one in value.values())
        case _:
            text = " ".join(str(value).split())
    return wording.cut(text) if cut else text
