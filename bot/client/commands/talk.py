"""Talking to the bot beside commands: "Answer this", whom a question is about, who reads it."""

from __future__ import annotations

import discord
from discord import app_commands

from bot.client import replies
from bot.client.actions import ActionKind, Entered
from bot.client.addressing import text_of
from bot.client.bot import Interaction
from bot.client.capability import Capability
from bot.client.custom_ids import Codec, as_many, many
from bot.client.readers import reader_of
from bot.replies import wording
from bot.replies.model import AskAbout, Reply, Reveal, Share, Text
from bot.replies.talk import shared

__all__ = ["capability"]

_SURE = "!"
"""Before what is to be revealed to somebody who is sure; no id begins with it."""
_NOTHING_TO_READ = Reply((Text(wording.NOTHING_TO_READ),))
_GONE = Reply((Text(wording.GONE),))


async def answer_this(interaction: Interaction, message: discord.Message) -> None:
    """Answer the text of a message, to whoever asks for that alone."""
    text = text_of(message, interaction.application_id)
    reader = reader_of(interaction, private=True)
    reply = interaction.client.archive.answer(text, reader) if text else _NOTHING_TO_READ
    await replies.send(interaction, reply, private=True)


async def share(interaction: Interaction, does: Share, _: Entered) -> None:
    """Show everybody what somebody was told alone, as this channel may have it."""
    reply = interaction.client.archive.follow(does, reader_of(interaction, shared=True))
    if reply is None:
        await replies.send(interaction, _GONE, private=True)
    else:
        await replies.send(interaction, shared(reply, interaction.user.display_name))


async def reveal(interaction: Interaction, does: Reveal, _: Entered) -> None:
    """Show somebody alone what is veiled, or ask them first."""
    reply = interaction.client.archive.follow(does, reader_of(interaction, private=True))
    if reply is None:
        await replies.send(interaction, _GONE, private=True)
    elif does.is_sure:
        await replies.edit(interaction, reply)
    else:
        await replies.send(interaction, reply, private=True)


def write_about(does: AskAbout, room: int) -> str:
    """The id of the person, which always stands whole, and the text if all of it fits."""
    whole = f"{does.person_id}:{does.text}"
    return whole if len(whole) <= room else does.person_id


def read_about(text: str) -> AskAbout:
    """What `write_about` wrote."""
    person_id, _, asked = text.partition(":")
    return AskAbout(person_id, asked)


def write_told(does: Share | Reveal, room: int) -> str:
    """As many ids as fit; the first always does."""
    return as_many(does.told, room)


def write_reveal(does: Reveal, room: int) -> str:
    """The ids that fit, behind a mark where somebody is sure."""
    mark = _SURE if does.is_sure else ""
    return f"{mark}{write_told(does, room - len(mark))}"


def read_reveal(text: str) -> Reveal:
    """What `write_reveal` wrote."""
    return Reveal(many(text.removeprefix(_SURE)), text.startswith(_SURE))


def read_told(text: str) -> Share:
    """What `write_told` wrote."""
    return Share(many(text))


ASK_ABOUT = ActionKind(Codec(AskAbout, "about", write=write_about, read=read_about))
REVEAL = ActionKind(Codec(Reveal, "reveal", write=write_reveal, read=read_reveal), reveal)
SHARE = ActionKind(Codec(Share, "share", write=write_told, read=read_told), share)


def capability() -> Capability:
    """The entry in a message's menu, and the buttons."""
    menu = app_commands.ContextMenu(
        name=wording.ANSWER_THIS,
        callback=answer_this,
        allowed_contexts=app_commands.AppCommandContext(
            guild=True, dm_channel=True, private_channel=True
        ),
        allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
    )
    return Capability(everywhere=(menu,), actions=(ASK_ABOUT, REVEAL, SHARE))
