"""What moderators see of questions without an answer, and of what members meant by them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.curation.desk import Contradiction
from bot.replies import moderation_wording as wording
from bot.replies.curation import ConfirmIt
from bot.replies.model import (
    Action,
    Block,
    Does,
    Heading,
    Kind,
    Menu,
    Note,
    Option,
    Reply,
    Text,
)
from bot.spoilers.rule import SealedFact

__all__ = [
    "Accept",
    "AcceptAll",
    "AskAs",
    "Difference",
    "Dismiss",
    "Export",
    "ItsThisFact",
    "ListProposals",
    "ListUnanswered",
    "OpenQuestion",
    "PickFact",
    "PickOther",
    "Refuse",
    "RefuseAll",
    "Reopen",
    "SearchFact",
    "SearchedFact",
    "Shown",
    "ShownProposal",
    "WriteAnswer",
    "dismissed",
    "preview",
    "proposals",
    "question",
    "questions",
    "which_fact",
    "which_question",
]

PER_PAGE = 8
"""Questions of a page."""
PROPOSALS_PER_PAGE = 5
_MOST_WORDINGS = 6
_MOST_DIFFERENCES = 8
_MOST_OPTIONS = 25


# -- what can be done


@dataclass(frozen=True, slots=True)
class ListUnanswered(Does):
    """Show a page, from 0 on, of the questions that are open."""

    page: int


@dataclass(frozen=True, slots=True)
class ListProposals(Does):
    """Show a page, from 0 on, of what members meant."""

    page: int


@dataclass(frozen=True, slots=True)
class OpenQuestion(Does):
    """Show the question that is chosen."""


@dataclass(frozen=True, slots=True)
class ItsThisFact(Does):
    """Offer facts that may answer a question."""

    question: str


@dataclass(frozen=True, slots=True)
class SearchFact(Does):
    """Ask in a form for words of the fact that answers a question."""

    question: str


@dataclass(frozen=True, slots=True)
class SearchedFact(Does):
    """Offer facts that go with the words in the form."""

    question: str


@dataclass(frozen=True, slots=True)
class PickFact(Does):
    """Show what it would change that the chosen fact answers a question."""

    question: str


@dataclass(frozen=True, slots=True)
class WriteAnswer(Does):
    """Open the form of a new fact, with a question filled in."""

    question: str


@dataclass(frozen=True, slots=True)
class AskAs(Does):
    """Offer other questions as which one may count."""

    question: str


@dataclass(frozen=True, slots=True)
class PickOther(Does):
    """Let a question count as the chosen one."""

    question: str


@dataclass(frozen=True, slots=True)
class Dismiss(Does):
    """Show a question no more."""

    question: str


@dataclass(frozen=True, slots=True)
class Reopen(Does):
    """Show a dismissed question again."""

    question: str


@dataclass(frozen=True, slots=True)
class Export(Does):
    """Send all open questions as a file."""


@dataclass(frozen=True, slots=True)
class Accept(Does):
    """Add the wordings of a question to the fact that members meant."""

    question: str
    fact_id: str


@dataclass(frozen=True, slots=True)
class Refuse(Does):
    """Propose that no more."""

    question: str
    fact_id: str


@dataclass(frozen=True, slots=True)
class AcceptAll(Does):
    """Accept all proposals of a page that nothing speaks against."""

    page: int
    seen: str
    """A digest of what stood there, so that nothing is accepted that nobody saw."""


@dataclass(frozen=True, slots=True)
class RefuseAll(Does):
    """Refuse all proposals of a page."""

    page: int
    seen: str


# -- what is shown


@dataclass(frozen=True, slots=True)
class Shown:
    """A question as a moderator may read it."""

    id: str
    text: str
    is_veiled: bool
    """Whether it may give away what lies beyond their horizon."""
    asked: int
    asked_at: int
    wordings: tuple[str, ...]
    rejected: tuple[str, ...] = ()
    """Labels of what was told and not meant."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A question that would be answered otherwise: by labels of facts, None for no answer."""

    question: str
    before: str | None
    after: str | None
    is_veiled: bool


@dataclass(frozen=True, slots=True)
class ShownProposal:
    """A proposal as a moderator may read it."""

    question: str
    fact: SealedFact
    members: int
    wordings: tuple[str, ...]
    is_veiled: bool
    contradictions: tuple[Contradiction, ...]


def questions(found: Sequence[Shown], page: int, proposed: int, *, has_more: bool = False) -> Reply:
    """A page of the questions that are open, the most asked first."""
    to_proposals = (Action(wording.proposals(proposed), ListProposals(0)),) if proposed else ()
    if not found:
        empty = (Heading(wording.NOTHING_UNANSWERED), Note(wording.NOTHING_UNANSWERED_NOTE))
        return Reply(empty, actions=to_proposals)
    pages = _pages(len(found), PER_PAGE)
    page = min(page, pages - 1)
    shown = found[page * PER_PAGE :][:PER_PAGE]
    blocks: list[Block] = [Heading(wording.unanswered(len(found), proposed, has_more=has_more))]
    veiled: list[Block] = []
    options: list[Option] = []
    for number, one in enumerate(shown, page * PER_PAGE + 1):
        text = wording.VEILED_QUESTION if one.is_veiled else one.text
        blocks.append(Text(wording.numbered(number, text)))
        blocks.append(Note(wording.asked(one.asked, one.asked_at, len(one.wordings))))
        label = wording.VEILED_LABEL if one.is_veiled else one.text
        options.append(Option(wording.numbered(number, label), one.id))
        if one.is_veiled:
            veiled.append(Text(wording.numbered(number, one.text)))
    if pages > 1:
        blocks.append(Note(wording.page(page + 1, pages)))
    turns = _turns(page, pages, ListUnanswered)
    actions = (*turns, *to_proposals, Action(wording.EXPORT, Export()))
    menu = Menu(wording.PICK_QUESTION, OpenQuestion(), tuple(options))
    return Reply(tuple(blocks), tuple(veiled), actions, menus=(menu,))


def question(shown: Shown) -> Reply:
    """One question, and what can be done about it."""
    said = list(_in_words(shown))
    head = Heading(wording.VEILED_QUESTION if shown.is_veiled else shown.text)
    note = Note(wording.asked(shown.asked, shown.asked_at, len(shown.wordings)))
    told = (Note(wording.was_told(shown.rejected)),) if shown.rejected else ()
    front = (head, note, *told) if shown.is_veiled else (head, note, *said, *told)
    return Reply(
        front,
        (Text(shown.text), *said) if shown.is_veiled else (),
        (
            Action(wording.ITS_THIS, ItsThisFact(shown.id)),
            Action(wording.WRITE_ANSWER, WriteAnswer(shown.id)),
            Action(wording.ASK_AS, AskAs(shown.id)),
            Action(wording.DISMISS, Dismiss(shown.id)),
            Action(wording.BACK, ListUnanswered(0)),
        ),
    )


def which_fact(shown: Shown, candidates: Sequence[SealedFact]) -> Reply:
    """Facts that may answer a question, to choose from."""
    search = Action(wording.SEARCH, SearchFact(shown.id))
    write = Action(wording.WRITE_ANSWER, WriteAnswer(shown.id))
    if not candidates:
        head = (Heading(wording.WHICH_FACT), *_asked(shown), Note(wording.NO_CANDIDATES))
        return Reply(head, _veiled(shown), actions=(search, write, _back()))
    options = tuple(Option(fact.label, fact.id) for fact in candidates[:_MOST_OPTIONS])
    menu = Menu(wording.PICK_FACT, PickFact(shown.id), options)
    front = (Heading(wording.WHICH_FACT), *_asked(shown))
    return Reply(front, _veiled(shown), (search, _back()), menus=(menu,))


def which_question(shown: Shown, others: Sequence[Shown]) -> Reply:
    """Other questions as which one may count, to choose from."""
    open_ones = [one for one in others if not one.is_veiled][:_MOST_OPTIONS]
    front = (Heading(wording.WHICH_QUESTION), *_asked(shown))
    if not open_ones:
        return Reply((*front, Note(wording.NO_OTHERS)), _veiled(shown), (_back(),))
    options = tuple(Option(one.text, one.id) for one in open_ones)
    menu = Menu(wording.PICK_OTHER, PickOther(shown.id), options)
    return Reply(front, _veiled(shown), (_back(),), menus=(menu,))


def preview(
    shown: Shown,
    fact: SealedFact,
    differences: Sequence[Difference],
    token: str,
) -> Reply:
    """What it changes that a fact answers a question."""
    front: list[Block] = [Heading(wording.WHICH_FACT)]
    veiled: list[Block] = []
    said = Text(wording.add_phrasing(shown.text, fact.label))
    (veiled if shown.is_veiled else front).append(said)
    front.append(Text(wording.CHANGES) if differences else Note(wording.CHANGES_NOTHING))
    for one in differences[:_MOST_DIFFERENCES]:
        text = Text(wording.difference(one.question, one.before, one.after))
        (veiled if one.is_veiled else front).append(text)
    if veiled:
        front.append(Note(wording.VEILED_QUESTION))
    if len(differences) > _MOST_DIFFERENCES:
        front.append(Note(wording.more_wordings(len(differences) - _MOST_DIFFERENCES)))
    actions = (Action(wording.ADD_IT, ConfirmIt(token)), _back())
    return Reply(tuple(front), tuple(veiled), actions)


def dismissed(question_id: str) -> Reply:
    """A question is shown no more."""
    actions = (Action(wording.REOPEN, Reopen(question_id)), _back())
    return Reply((Text(wording.DISMISSED),), actions=actions, kind=Kind.DONE)


def proposals(found: Sequence[ShownProposal], page: int, seen: str) -> Reply:
    """A page of what members meant, and the ways to accept or to refuse it."""
    if not found:
        empty = (Heading(wording.NO_PROPOSALS), Note(wording.NO_PROPOSALS_NOTE))
        return Reply(empty, actions=(_back(),))
    pages = _pages(len(found), PROPOSALS_PER_PAGE)
    page = min(page, pages - 1)
    blocks: list[Block] = [Heading(wording.proposals(len(found)))]
    veiled: list[Block] = []
    actions: list[Action] = []
    for number, one in enumerate(on_page(found, page), page * PROPOSALS_PER_PAGE + 1):
        said = wording.proposal(number, one.members, one.wordings, one.fact.label)
        if one.is_veiled:
            veiled.append(Text(said))
            said = wording.veiled_proposal(number, one.members, one.fact.label)
        blocks.append(Text(said))
        if one.contradictions:
            blocks.append(Note(wording.contradicts(one.contradictions)))
        actions.append(Action(wording.accept(number), Accept(one.question, one.fact.id)))
        actions.append(Action(wording.refuse(number), Refuse(one.question, one.fact.id)))
    if any(one.contradictions for one in on_page(found, page)):
        blocks.append(Note(wording.NOT_ALL))
    if pages > 1:
        blocks.append(Note(wording.page(page + 1, pages)))
    actions.append(Action(wording.ACCEPT_ALL, AcceptAll(page, seen)))
    actions.append(Action(wording.REFUSE_ALL, RefuseAll(page, seen)))
    actions += (*_turns(page, pages, ListProposals), _back())
    return Reply(tuple(blocks), tuple(veiled), tuple(actions))


def on_page(found: Sequence[ShownProposal], page: int) -> Sequence[ShownProposal]:
    """The proposals of a page."""
    return found[page * PROPOSALS_PER_PAGE :][:PROPOSALS_PER_PAGE]


def noted(reply: Reply, said: str, *, is_refused: bool = False) -> Reply:
    """A reply with a line above it that says what was done."""
    kind = Kind.REFUSED if is_refused else reply.kind
    return replace(reply, open=(*reply.open, Text(said)), kind=kind)


def _in_words(shown: Shown) -> Iterator[Text]:
    others = [text for text in shown.wordings if text != shown.text]
    if others:
        yield Text(wording.in_other_words(others[:_MOST_WORDINGS]))
    if len(others) > _MOST_WORDINGS:
        yield Text(wording.more_wordings(len(others) - _MOST_WORDINGS))


def _asked(shown: Shown) -> tuple[Text, ...]:
    return (Text(wording.VEILED_QUESTION if shown.is_veiled else shown.text),)


def _veiled(shown: Shown) -> tuple[Text, ...]:
    return (Text(shown.text),) if shown.is_veiled else ()


def _turns(
    page: int, pages: int, to: type[ListUnanswered] | type[ListProposals]
) -> Iterator[Action]:
    if page > 0:
        yield Action(wording.PREVIOUS, to(page - 1))
    if page < pages - 1:
        yield Action(wording.NEXT, to(page + 1))


def _pages(count: int, size: int) -> int:
    return -(-count // size)


def _back() -> Action:
    return Action(wording.BACK, ListUnanswered(0))
