"""Talking to the bot beside commands: "Answer this", whom a question is about, and sharing."""

from __future__ import annotations

import discord
from discord import app_commands

from bot.client import replies
from bot.client.actions import ActionKind, Entered
from bot.client.addressing import text_of
from bot.client.bot import Interaction
from bot.client.capability import Capability
from bot.client.custom_ids import Codec
from bot.client.readers import reader_of
from bot.replies import wording
from bot.replies.model import AskAbout, Reply, Share, Text
from bot.replies.talk import shared

__all__ = ["capability"]

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


def write_about(does: AskAbout, room: int) -> str:
    """The id of the person, which always stands whole, and the text if all of it fits."""
    whole = f"{does.person_id}:{does.text}"
    return whole if len(whole) <= room else does.person_id


def read_about(text: str) -> AskAbout:
    """What `write_about` wrote."""
    person_id, _, asked = text.partition(":")
    return AskAbout(person_id, asked)


def write_told(does: Share, room: int) -> str:
    """As many ids as fit; the first always does."""
    told = does.told[:1]
    for entry_id in does.told[1:]:
        if len(",".join((*told, entry_id))) <= room:
            told = (*told, entry_id)
    return ",".join(told)


def read_told(text: str) -> Share:
    """What `write_told` wrote."""
    return Share(tuple(text.split(",")))


ASK_ABOUT = ActionKind(Codec(AskAbout, "about", write=write_about, read=read_about))
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
    return Capability(everywhere=(menu,), actions=(ASK_ABOUT, SHARE))
