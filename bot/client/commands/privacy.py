"""`/privacy`: what is kept about somebody, and how to erase it."""

from __future__ import annotations

from bot.client import replies
from bot.client.actions import ActionKind, Entered
from bot.client.bot import Interaction
from bot.client.capability import Capability, slash_command
from bot.client.custom_ids import Codec
from bot.client.errors import Refusal
from bot.replies import curation_wording, moderation_wording, wording
from bot.replies.model import Reply
from bot.replies.quiz import HideMe, with_quiz
from bot.replies.spoilers import EraseMe, erased, kept
from bot.store.database import Unavailable

__all__ = ["capability"]


async def privacy(interaction: Interaction) -> None:
    """Show whoever asks what is kept about them."""
    await replies.send(interaction, await _kept(interaction), private=True)


async def _kept(interaction: Interaction) -> Reply:
    client, user_id = interaction.client, interaction.user.id
    store = client.store
    try:
        await store.horizons.ensure(user_id)
        played = await store.quizzes.kept(user_id)
        choices = await store.unanswered.count_of(user_id)
        reports = await store.reports.count_of(user_id)
    except Unavailable:
        raise Refusal(wording.NOT_READ) from None
    more = [
        f"{moderation_wording.KEPT_OF_QUESTIONS} "
        f"{moderation_wording.kept_for(client.settings.unanswered_days)}",
        moderation_wording.kept_choices(choices, reports),
    ]
    if client.curator is not None and await client.curator.knows(user_id):
        more.append(curation_wording.KEPT_OF_MODERATORS)
    reply = kept(store.horizons.of_member(user_id), client.archive.show, more)
    return with_quiz(reply, played.games, played.days, played.names, is_hidden=played.is_hidden)


async def hide(interaction: Interaction, does: HideMe, _: Entered) -> None:
    """Show somebody on no leaderboard, or on all again."""
    try:
        await interaction.client.store.quizzes.hide(interaction.user.id, is_hidden=does.is_hidden)
    except Unavailable:
        raise Refusal(wording.NOT_KEPT) from None
    await replies.edit(interaction, await _kept(interaction))


async def erase(interaction: Interaction, _: EraseMe, __: Entered) -> None:
    """Erase all that is kept about whoever clicks."""
    try:
        await interaction.client.erase(interaction.user)
    except Unavailable:
        raise Refusal(wording.NOT_KEPT) from None
    await replies.edit(interaction, erased())


HIDE = ActionKind(
    Codec(
        HideMe,
        "qhide",
        write=lambda does, _: str(int(does.is_hidden)),
        read=lambda text: HideMe(text == "1"),
    ),
    hide,
)
ERASE = ActionKind(Codec(EraseMe, "erase", write=lambda _, __: "", read=lambda _: EraseMe()), erase)


def capability() -> Capability:
    """The command and its button."""
    command = slash_command("privacy", wording.ABOUT_PRIVACY, privacy)
    return Capability(everywhere=(command,), actions=(ERASE, HIDE))
