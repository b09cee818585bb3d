"""`/facts add` and `/facts edit`: a form, then a card to choose on and to confirm."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import discord
from discord import app_commands, ui

from bot.client import replies
from bot.client.actions import Entered
from bot.client.bot import Interaction
from bot.client.curating.authors import author_of
from bot.client.curating.entries import complete_entry, entry_of
from bot.client.curating.showing import (
    curator_of,
    outcome_of,
    put,
    refusal_of,
    seen,
    take_time,
    waiting,
)
from bot.client.errors import Refusal
from bot.client.forms import open_form
from bot.client.readers import reader_of
from bot.curation.choices import people_for, topics_for
from bot.curation.drafts import FIELDS, Draft, FormField, Shape
from bot.curation.history import Why
from bot.curator import Proposal, Refused, Trial
from bot.knowledge.ratings import Rating
from bot.knowledge.schema import EntryKind, QuoteKind
from bot.reader import Reader
from bot.replies import curation_wording as wording
from bot.replies.curation import (
    CancelIt,
    ConfirmIt,
    FillIn,
    Otherwise,
    Pick,
    Reword,
    Working,
    draft_card,
    said,
)
from bot.replies.model import Kind, Menu, Option, Reply
from bot.spoilers.horizon import NOTHING

__all__ = ["add", "cancel", "confirm", "edit", "fill_in", "open_add_form", "pick", "reword"]

_NEW = "new"
"""The token of a draft that there is not yet."""

_MEMBER = Reader(0, False, None, NOTHING)
"""Somebody who has watched nothing, in a channel where nothing may be said openly."""


async def add(interaction: Interaction) -> None:
    """Open the form of a new fact."""
    curator_of(interaction)
    await open_add_form(interaction)


async def open_add_form(
    interaction: Interaction, *, question: str = "", phrasings: Sequence[str] = ()
) -> None:
    """Open the form of a new fact, filled in as far as that is known."""
    texts = {"question": question, "aliases": "\n".join(phrasings)}
    await open_form(interaction, FillIn(_NEW), wording.ADD_A_FACT, *_fields("facts", texts))


@app_commands.describe(what=wording.ABOUT_EDIT_WHAT)
@app_commands.autocomplete(what=complete_entry)
async def edit(interaction: Interaction, what: str) -> None:
    """Open the form of an entry, filled in with what it says."""
    curator, found = curator_of(interaction), entry_of(interaction, what)
    draft = await curator.draft(*found) if found else None
    if draft is None:
        raise Refusal(wording.NOT_THERE)
    if isinstance(draft, Refused):
        await replies.send(interaction, refusal_of(interaction, draft), private=True)
        return
    token = curator.waiting.hold(interaction.user.id, draft)
    await _open(interaction, token, draft)


async def reword(interaction: Interaction, does: Reword, _: Entered) -> None:
    """Open the form of a draft again."""
    await _open(interaction, does.token, _draft(interaction, does.token))


async def fill_in(interaction: Interaction, does: FillIn, entered: Entered) -> None:
    """Try out what was filled in, and show what came of it."""
    curator = curator_of(interaction)
    is_new = does.token == _NEW
    draft = None if is_new else _draft(interaction, does.token)
    in_place = draft is not None and interaction.message is not None
    await take_time(interaction, in_place=in_place)
    if draft is None:
        found = await curator.new_fact(entered.text("question"))
        if isinstance(found, Refused):
            await put(interaction, refusal_of(interaction, found))
            return
        draft = found
    names = {one.name for one in FIELDS[draft.kind]} & entered.fields.keys()
    draft = draft.with_texts({name: entered.text(name) for name in names})
    token = curator.waiting.hold(interaction.user.id, draft) if is_new else does.token
    curator.waiting.put(token, interaction.user.id, draft)
    await put(interaction, await _tried(interaction, token, draft), in_place=in_place)


async def pick(interaction: Interaction, does: Pick, entered: Entered) -> None:
    """Take in what was chosen, and show what comes of it."""
    draft = _draft(interaction, does.token)
    await take_time(interaction, in_place=True)
    if does.field == _PHRASINGS:
        draft = draft.with_phrasings(entered.values)
    else:
        draft = draft.with_choice(does.field, [one for one in entered.values if one != _NOTHING])
    curator_of(interaction).waiting.put(does.token, interaction.user.id, draft)
    await put(interaction, await _tried(interaction, does.token, draft), in_place=True)


async def confirm(interaction: Interaction, does: ConfirmIt, _: Entered) -> None:
    """Make the change that waits, once."""
    held = waiting(interaction, does.token, take=True)
    await take_time(interaction, in_place=True)
    if isinstance(held, Draft) and (held.mistakes() or not held.edits()):
        await put(interaction, said(wording.NOTHING_TO_WRITE), in_place=True)
        return
    proposal = _proposal(held) if isinstance(held, Draft) else held
    outcome = await curator_of(interaction).change(proposal, author_of(interaction))
    await put(interaction, outcome_of(interaction, outcome, held), in_place=True)


async def cancel(interaction: Interaction, does: CancelIt, _: Entered) -> None:
    """Let the change go that waits."""
    waiting(interaction, does.token, take=True)
    await replies.edit(interaction, said(wording.GIVEN_UP, Kind.PLAIN))


# -- forms


async def _open(interaction: Interaction, token: str, draft: Draft) -> None:
    fields = _fields(draft.kind, draft.texts())
    await open_form(interaction, FillIn(token), wording.CHANGE_IT, *fields)


def _fields(kind: EntryKind, texts: Mapping[str, str]) -> Iterator[ui.Label[ui.Modal]]:
    """The fields of a form; what is too long for it is left out, and so stays as it is."""
    for one in FIELDS[kind]:
        text = texts.get(one.name, "")
        if len(text) <= one.most:
            yield _field(kind, one, text)


def _field(kind: EntryKind, one: FormField, text: str) -> ui.Label[ui.Modal]:
    label = wording.FIELD_LABELS.get(one.name) or wording.ALIASES_LABELS[kind]
    component = ui.TextInput[ui.Modal](
        custom_id=one.name,
        style=discord.TextStyle.short if one.shape is Shape.LINE else discord.TextStyle.long,
        default=text or None,
        required=one.is_needed,
        max_length=one.most,
    )
    return ui.Label[ui.Modal](text=label, description=_hint(one), component=component)


def _hint(one: FormField) -> str | None:
    match one.shape:
        case Shape.SOURCES:
            return wording.SOURCES_FORM
        case Shape.LINES:
            return wording.KEYS if one.name == "key" else wording.ONE_A_LINE
        case _:
            return None


# -- drafts


def _draft(interaction: Interaction, token: str) -> Draft:
    held = waiting(interaction, token)
    if not isinstance(held, Draft):
        raise Refusal(wording.TOO_LATE)
    return held


def _proposal(draft: Draft) -> Proposal:
    return Proposal(draft.edits(), Why.ADD if draft.is_new else Why.EDIT)


async def _tried(interaction: Interaction, token: str, draft: Draft) -> Reply:
    """What a draft comes to, and what can be chosen for it."""
    working = Working(token, draft.name, draft.is_new, draft.mistakes())
    if working.mistakes:
        return draft_card(working)
    curator = curator_of(interaction)
    fact_id = draft.entry_id if draft.kind == "facts" else None
    trial = await curator.try_out(_proposal(draft), fact_id)
    if isinstance(trial, Refused):
        if trial.problems:
            reasons = tuple(problem.message for problem in seen(interaction, trial.problems))
            return draft_card(Working(token, draft.name, draft.is_new, reasons))
        return refusal_of(interaction, trial)
    preview_id = draft.entry_id if draft.kind == "facts" else draft.name
    preview = interaction.client.archive.preview(trial.snapshot, preview_id, _MEMBER)
    facts = trial.snapshot.knowledge.facts
    return draft_card(
        Working(
            token,
            draft.name,
            draft.is_new,
            doubts=seen(interaction, trial.problems),
            near=tuple(facts[one].shown_as for one in trial.near if one in facts),
            otherwise=tuple(_otherwise(trial)),
            menus=tuple(_menus(token, draft, trial, _may_read(interaction, trial))),
            preview=preview,
        )
    )


def _otherwise(trial: Trial) -> Iterator[Otherwise]:
    facts = trial.snapshot.knowledge.facts

    def label(fact_id: str | None) -> str | None:
        return facts[fact_id].shown_as if fact_id and fact_id in facts else fact_id

    for one in trial.answers:
        yield Otherwise(one.question, label(one.before), label(one.after))


# -- menus

_NOTHING = "-"
_PHRASINGS = "phrasings"


def _may_read(interaction: Interaction, trial: Trial) -> tuple[str, ...]:
    """What members asked, without what gives a plot away to a moderator who is not that far."""
    if reader_of(interaction, private=True).horizon.is_open:
        return trial.phrasings
    return tuple(text for text in trial.phrasings if not trial.snapshot.giveaways.tells(text))


def _menus(token: str, draft: Draft, trial: Trial, asked: Sequence[str]) -> Iterator[Menu]:
    """What can be chosen for a fact or a quote; of a person the words are all."""
    if draft.kind == "people":
        return
    if draft.kind == "quotes":
        kinds = [(wording.KINDS[kind.value], kind.value) for kind in QuoteKind]
        yield Menu(wording.KIND, Pick(token, "kind"), _options(draft, "kind", kinds))
    show = trial.snapshot.knowledge.show
    ratings = [(show.describe(Rating.of([part])), part) for part in show.ratings()]
    if ratings:
        options = _options(draft, "spoiler", ratings)
        yield Menu(wording.GIVES_AWAY, Pick(token, "spoiler"), options, is_optional=True)
    if draft.kind == "facts":
        yield from _menus_of_fact(token, draft, trial, asked)


def _menus_of_fact(token: str, draft: Draft, trial: Trial, asked: Sequence[str]) -> Iterator[Menu]:
    knowledge, names = trial.snapshot.knowledge, trial.snapshot.matcher.names
    topics = topics_for(knowledge, trial.near, draft.chosen("topic"))
    named = [(knowledge.show.topic_name(topic), topic) for topic in topics]
    options = _options(draft, "topic", [(wording.NO_TOPIC, _NOTHING), *named])
    yield Menu(wording.TOPIC, Pick(token, "topic"), options)
    texts = [*draft.texts().values()]
    likely = people_for(knowledge, names, texts, [*draft.chosen("people")], trial.near)
    people = [(knowledge.people[one].name, one) for one in likely]
    if people:
        options = _options(draft, "people", people)
        yield Menu(wording.PEOPLE, Pick(token, "people"), options, is_optional=True)
    further = [(text, text) for text in asked if len(text) <= replies.CHOICE_LENGTH]
    if further:
        options = _options(draft, _PHRASINGS, further)
        yield Menu(wording.MEMBERS_ASKED, Pick(token, _PHRASINGS), options, is_optional=True)


def _options(draft: Draft, field: str, found: Sequence[tuple[str, str]]) -> tuple[Option, ...]:
    """Labels and values as options, as many as a menu takes."""
    chosen = draft.chosen(field)
    return tuple(Option(text, value, value in chosen) for text, value in found[: replies.CHOICES])
