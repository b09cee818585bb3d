"""`/privacy`: what is kept about somebody, and how to erase it."""

from __future__ import annotations

from dataclasses import replace

from bot.client import replies
from bot.client.actions import ActionKind, Entered
from bot.client.bot import Interaction
from bot.client.capability import Capability, slash_command
from bot.client.custom_ids import Codec
from bot.client.errors import Refusal
from bot.replies import curation_wording, wording
from bot.replies.model import Text
from bot.replies.spoilers import EraseMe, erased, kept
from bot.store.database import Unavailable

__all__ = ["capability"]


async def privacy(interaction: Interaction) -> None:
    """Show whoever asks what is kept about them."""
    client = interaction.client
    try:
        await client.store.horizons.ensure(interaction.user.id)
    except Unavailable:
        raise Refusal(wording.NOT_READ) from None
    horizon = client.store.horizons.of_member(interaction.user.id)
    reply = kept(horizon, client.archive.show)
    if client.curator is not None and await client.curator.knows(interaction.user.id):
        reply = replace(reply, open=(*reply.open, Text(curation_wording.KEPT_OF_MODERATORS)))
    await replies.send(interaction, reply, private=True)


async def erase(interaction: Interaction, _: EraseMe, __: Entered) -> None:
    """Erase all that is kept about whoever clicks."""
    try:
        await interaction.client.erase(interaction.user)
    except Unavailable:
        raise Refusal(wording.NOT_KEPT) from None
    await replies.edit(interaction, erased())


ERASE = ActionKind(Codec(EraseMe, "erase", write=lambda _, __: "", read=lambda _: EraseMe()), erase)


def capability() -> Capability:
    """The command and its button."""
    command = slash_command("privacy", wording.ABOUT_PRIVACY, privacy)
    return Capability(everywhere=(command,), actions=(ERASE,))
