"""`/facts remove`, `/facts import` and `/facts export`: what is confirmed without a form."""

from __future__ import annotations

import asyncio
import io
import zipfile
from collections.abc import Sequence

import discord
from discord import app_commands

from bot.client.bot import Interaction
from bot.client.curating.entries import complete_entry, entry_of
from bot.client.curating.showing import curator_of, put, refusal_of, seen, take_time
from bot.client.errors import Refusal
from bot.curation.documents import from_files, to_yaml
from bot.curation.edits import Document
from bot.curation.uploads import MOST_BYTES, Unusable, unpack
from bot.curator import Curator, Proposal, Refused
from bot.knowledge.problems import Problem, Severity
from bot.replies import curation_wording as wording
from bot.replies.curation import Waiting, difference_in_full, proposal, said
from bot.replies.model import Kind
from bot.replies.reload import SHOWN_PROBLEMS, problems_in_full, reload_failed

__all__ = ["export", "import_", "propose", "remove"]

_OWN, _EVERYTHING = "own", "everything"
_PACKED_FROM = 4 * 1024 * 1024
"""Bytes from which a file is sent in a zip file: Discord takes ten million."""


@app_commands.describe(what=wording.ABOUT_EDIT_WHAT)
@app_commands.autocomplete(what=complete_entry)
async def remove(interaction: Interaction, what: str) -> None:
    """Propose to take an entry away."""
    curator, found = curator_of(interaction), entry_of(interaction, what)
    if found is None:
        raise Refusal(wording.NOT_THERE)
    await take_time(interaction)
    removal = await curator.removal(*found)
    await propose(interaction, removal, wording.REALLY_REMOVE, wording.REMOVE_IT)


@app_commands.describe(file=wording.ABOUT_IMPORT_FILE)
async def import_(interaction: Interaction, file: discord.Attachment) -> None:
    """Propose to lay the contents of a file over what moderators wrote."""
    curator = curator_of(interaction)
    if file.size > MOST_BYTES:  # not even fetched
        raise Refusal(wording.not_taken(wording.too_large(MOST_BYTES)))
    await take_time(interaction)
    try:
        document, problems = await asyncio.to_thread(_read, file.filename, await file.read())
    except Unusable as error:
        await put(interaction, said(wording.not_taken(str(error))))
        return
    if document is None:
        await _refuse(interaction, problems)
        return
    laid_over = await curator.importing(document)
    await propose(interaction, laid_over, wording.REALLY_IMPORT, wording.IMPORT_IT, with_file=True)


@app_commands.describe(what=wording.ABOUT_EXPORT_WHAT)
@app_commands.choices(
    what=[
        app_commands.Choice(name=wording.EXPORT_OWN, value=_OWN),
        app_commands.Choice(name=wording.EXPORT_ALL, value=_EVERYTHING),
    ]
)
async def export(interaction: Interaction, what: str = _OWN) -> None:
    """Send what moderators wrote, or everything, as a knowledge file."""
    curator = curator_of(interaction)
    await take_time(interaction)
    document = await _document(curator, what)
    if isinstance(document, Refused):
        await put(interaction, refusal_of(interaction, document))
        return
    if not document:
        await put(interaction, said(wording.NOTHING_TO_EXPORT, Kind.PLAIN))
        return
    data = await asyncio.to_thread(to_yaml, document)
    name = "moderators" if what == _OWN else "everything"
    file = await asyncio.to_thread(_packed, name, data)
    await put(interaction, said(wording.EXPORTED, Kind.DONE), [file])


async def propose(
    interaction: Interaction,
    found: Proposal | Refused,
    question: str,
    confirm: str,
    *,
    with_file: bool = False,
) -> None:
    """Try a change out, and let it wait for whoever asked to confirm it."""
    curator = curator_of(interaction)
    if isinstance(found, Refused):
        await put(interaction, refusal_of(interaction, found))
        return
    if not found.edits:
        await put(interaction, said(wording.NOTHING_TO_WRITE))
        return
    trial = await curator.try_out(found)
    if isinstance(trial, Refused):
        if trial.problems:
            await _refuse(interaction, seen(interaction, trial.problems))
        elif trial.stale is not None and found.undoes:
            await put(interaction, said(wording.changed_since(trial.stale)))
        else:
            await put(interaction, refusal_of(interaction, trial))
        return
    token = curator.waiting.hold(interaction.user.id, found)
    files: list[discord.File] = []
    if with_file:
        whole = difference_in_full(found.edits)
        files.append(discord.File(io.BytesIO(whole), "difference.txt", spoiler=True))
    doubts = seen(interaction, trial.problems)
    held = Waiting(token, trial.changes, found.edits, doubts, found.undoes)
    await put(interaction, proposal(question, confirm, held), files)


def _read(name: str, data: bytes) -> tuple[Document | None, tuple[Problem, ...]]:
    """What a file that was sent holds; raises Unusable."""
    document, problems = from_files(unpack(name, data))
    return document, tuple(p for p in problems if p.severity is Severity.ERROR)


async def _document(curator: Curator, what: str) -> Document | Refused:
    return await (curator.own() if what == _OWN else curator.everything())


async def _refuse(interaction: Interaction, problems: Sequence[Problem]) -> None:
    """The first problems, and all of them in a file when there are more."""
    files: list[discord.File] = []
    if len(problems) > SHOWN_PROBLEMS:
        files.append(discord.File(io.BytesIO(problems_in_full(tuple(problems))), "problems.txt"))
    await put(interaction, reload_failed(tuple(problems)), files)


def _packed(name: str, data: bytes) -> discord.File:
    if len(data) < _PACKED_FROM:
        return discord.File(io.BytesIO(data), f"{name}.yaml")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{name}.yaml", data)
    packed.seek(0)
    return discord.File(packed, f"{name}.zip")
