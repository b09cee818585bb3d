"""`/facts unanswered`: what found nothing, and what a moderator does about it."""

from __future__ import annotations

import asyncio
import io

import discord
from discord import ui

from bot.client import replies
from bot.client.actions import ActionKind, Entered
from bot.client.bot import Interaction
from bot.client.curating.adding import open_add_form
from bot.client.curating.showing import curator_of, refusal_of
from bot.client.custom_ids import Codec
from bot.client.errors import Refusal
from bot.client.forms import open_form
from bot.client.moderating.desk import Looked, fact_of, label_of, look, question_of
from bot.client.moderating.showing import begin, show
from bot.curation.desk import Question
from bot.curation.stubs import stubs
from bot.curator import Refused
from bot.replies import moderation as shown_as
from bot.replies import moderation_wording as wording
from bot.replies import wording as common
from bot.replies.model import Kind, Reply, Text
from bot.replies.moderation import (
    AskAs,
    Difference,
    Dismiss,
    Export,
    ItsThisFact,
    ListUnanswered,
    OpenQuestion,
    PickFact,
    PickOther,
    Reopen,
    SearchedFact,
    SearchFact,
    WriteAnswer,
)
from bot.store.database import Unavailable

__all__ = ["ACTIONS", "page_of", "unanswered"]

_CANDIDATES = 10
_FOUND = 25
_FIELD = "words"
_MOST_PHRASINGS = 8
"""Wordings of a question that are filled into the form of its answer."""


# -- the list


async def unanswered(interaction: Interaction) -> None:
    """Show what found nothing, the most asked first."""
    await begin(interaction)
    await show(interaction, page_of(await look(interaction), 0))


async def turn(interaction: Interaction, does: ListUnanswered, _: Entered) -> None:
    """Show another page."""
    await begin(interaction)
    await show(interaction, page_of(await look(interaction), does.page))


async def open_question(interaction: Interaction, _: OpenQuestion, entered: Entered) -> None:
    """Show the question that was chosen."""
    await begin(interaction)
    looked = await look(interaction)
    found = looked.find(next(iter(entered.values), ""))
    await show(interaction, shown_as.question(looked.shown(found)))


async def export(interaction: Interaction, _: Export, __: Entered) -> None:
    """Send all open questions as facts without an answer."""
    await interaction.response.defer(ephemeral=True, thinking=True)
    looked = await look(interaction, is_complete=True)
    if not looked.open:
        raise Refusal(wording.NOTHING_TO_EXPORT)
    taken = looked.snapshot.knowledge.facts.keys()
    file = discord.File(io.BytesIO(stubs(looked.open, taken).encode()), "unanswered.yaml")
    told = Reply((Text(wording.ONLY_STUBS),), kind=Kind.DONE)
    await replies.send(interaction, told, private=True, files=[file])


def page_of(looked: Looked, page: int) -> Reply:
    """A page of the list."""
    shown = [looked.shown(one) for one in looked.open]
    return shown_as.questions(shown, page, len(looked.proposals), has_more=looked.has_more)


# -- it is this fact


async def offer_facts(interaction: Interaction, does: ItsThisFact, _: Entered) -> None:
    """Offer the facts that come nearest."""
    await begin(interaction)
    looked = await look(interaction)
    found = looked.find(does.question)
    await _offer(interaction, looked, found, found.text, _CANDIDATES)


async def search(interaction: Interaction, does: SearchFact, _: Entered) -> None:
    """Ask for words of the fact."""
    words = ui.TextInput[ui.Modal](custom_id=_FIELD, max_length=100)
    label = ui.Label[ui.Modal](text=wording.SEARCH_FIELD, component=words)
    await open_form(interaction, SearchedFact(does.question), wording.SEARCH_TITLE, label)


async def offer_searched(interaction: Interaction, does: SearchedFact, entered: Entered) -> None:
    """Offer the facts that go with some words."""
    await begin(interaction)
    looked = await look(interaction)
    found = looked.find(does.question)
    await _offer(interaction, looked, found, entered.text(_FIELD), _FOUND)


async def _offer(
    interaction: Interaction, looked: Looked, question: Question, text: str, limit: int
) -> None:
    candidates = await asyncio.to_thread(looked.desk.candidates, text, limit)
    knowledge = looked.snapshot.knowledge
    sealed = [fact_of(knowledge, one.id) for one in candidates if one.id not in question.rejected]
    await show(interaction, shown_as.which_fact(looked.shown(question), sealed))


async def pick_fact(interaction: Interaction, does: PickFact, entered: Entered) -> None:
    """Show what would change, and let it be confirmed."""
    curator = curator_of(interaction)
    await begin(interaction)
    looked = await look(interaction)
    question = looked.find(does.question)
    fact = fact_of(looked.snapshot.knowledge, next(iter(entered.values), ""))
    trial = await curator.try_phrasing(fact.id, question.text)
    if isinstance(trial, Refused):
        await show(interaction, refusal_of(interaction, trial))
        return
    token = curator.waiting.hold(interaction.user.id, trial.proposal)
    differences = [
        Difference(
            one.question,
            _label(looked, one.before),
            _label(looked, one.after),
            looked.is_veiled(one.question),
        )
        for one in trial.answers
        if one.question not in question.wordings
    ]
    await show(interaction, shown_as.preview(looked.shown(question), fact, differences, token))


def _label(looked: Looked, fact_id: str | None) -> str | None:
    return label_of(looked.snapshot.knowledge, fact_id) if fact_id else None


# -- writing the answer


async def write_answer(interaction: Interaction, does: WriteAnswer, _: Entered) -> None:
    """Open the form of a new fact, with the question and its paraphrases filled in."""
    curator_of(interaction)
    found = await question_of(interaction, does.question)  # a form has to be opened at once
    others = [text for text in found.wordings if text != found.text][:_MOST_PHRASINGS]
    await open_add_form(interaction, question=found.text, phrasings=others)


# -- merging and dismissing


async def offer_questions(interaction: Interaction, does: AskAs, _: Entered) -> None:
    """Offer the questions as which one may count."""
    await begin(interaction)
    looked = await look(interaction)
    found = looked.find(does.question)
    others = await looked.nearest_first(found)
    await show(interaction, shown_as.which_question(looked.shown(found), others))


async def pick_other(interaction: Interaction, does: PickOther, entered: Entered) -> None:
    """Let one question count as another."""
    await begin(interaction)
    looked = await look(interaction)
    found, other = looked.find(does.question), looked.find(next(iter(entered.values), ""))
    try:
        await interaction.client.store.unanswered.merge(found.id, other.id)
    except Unavailable:
        raise Refusal(common.NOT_KEPT) from None
    looked = await look(interaction)
    page = shown_as.question(looked.shown(looked.find(other.id)))
    await show(interaction, shown_as.noted(page, wording.merged(other.text)))


async def dismiss(interaction: Interaction, does: Dismiss, _: Entered) -> None:
    """Show a question no more."""
    await begin(interaction)
    looked = await look(interaction)
    found = looked.find(does.question)
    try:
        await interaction.client.store.unanswered.dismiss(found.id)
    except Unavailable:
        raise Refusal(common.NOT_KEPT) from None
    await show(interaction, shown_as.dismissed(found.id))


async def reopen(interaction: Interaction, does: Reopen, _: Entered) -> None:
    """Show a dismissed question again."""
    await begin(interaction)
    try:
        await interaction.client.store.unanswered.reopen(does.question)
    except Unavailable:
        raise Refusal(common.NOT_KEPT) from None
    looked = await look(interaction)
    await show(interaction, shown_as.question(looked.shown(looked.find(does.question))))


# -- declared

ACTIONS = (
    ActionKind(
        Codec(
            ListUnanswered,
            "unanswered",
            write=lambda does, _: str(does.page),
            read=lambda text: ListUnanswered(int(text)),
        ),
        turn,
    ),
    ActionKind(
        Codec(OpenQuestion, "question", write=lambda _, __: "", read=lambda _: OpenQuestion()),
        open_question,
    ),
    ActionKind(Codec(Export, "stubs", write=lambda _, __: "", read=lambda _: Export()), export),
    ActionKind(
        Codec(ItsThisFact, "its-this", write=lambda does, _: does.question, read=ItsThisFact),
        offer_facts,
    ),
    ActionKind(
        Codec(SearchFact, "search", write=lambda does, _: does.question, read=SearchFact), search
    ),
    ActionKind(
        Codec(SearchedFact, "searched", write=lambda does, _: does.question, read=SearchedFact),
        offer_searched,
    ),
    ActionKind(
        Codec(PickFact, "its-fact", write=lambda does, _: does.question, read=PickFact), pick_fact
    ),
    ActionKind(
        Codec(WriteAnswer, "write", write=lambda does, _: does.question, read=WriteAnswer),
        write_answer,
    ),
    ActionKind(
        Codec(AskAs, "ask-as", write=lambda does, _: does.question, read=AskAs), offer_questions
    ),
    ActionKind(
        Codec(PickOther, "merge", write=lambda does, _: does.question, read=PickOther), pick_other
    ),
    ActionKind(
        Codec(Dismiss, "dismiss", write=lambda does, _: does.question, read=Dismiss), dismiss
    ),
    ActionKind(Codec(Reopen, "reopen", write=lambda does, _: does.question, read=Reopen), reopen),
)
