"""What everybody can say beneath an answer: that it is not what they asked, or that it is wrong."""

from __future__ import annotations

import textwrap

import discord
from discord import ui

from bot.client import replies
from bot.client.actions import ActionKind, Entered
from bot.client.bot import Interaction
from bot.client.capability import Capability
from bot.client.custom_ids import Codec, as_many, many
from bot.client.errors import Refusal
from bot.client.forms import open_form
from bot.replies import moderation_wording as wording
from bot.replies.doubt import NotWhatIAsked, SendReport, SomethingWrong, reported
from bot.store.database import Unavailable

__all__ = ["capability"]

_WHAT = "what"
_TELL = "tell"
_MOST_CHARACTERS = 300


async def ask_what_is_wrong(interaction: Interaction, does: SomethingWrong, _: Entered) -> None:
    """Open a short form."""
    what = ui.TextInput[ui.Modal](
        custom_id=_WHAT, style=discord.TextStyle.paragraph, max_length=_MOST_CHARACTERS
    )
    tell = ui.Checkbox[ui.Modal](custom_id=_TELL)
    await open_form(
        interaction,
        SendReport(does.told),
        wording.REPORT_TITLE,
        ui.Label[ui.Modal](text=wording.WHAT_IS_WRONG, component=what),
        ui.Label[ui.Modal](text=wording.TELL_ME, description=wording.TELL_ME_ABOUT, component=tell),
    )


async def send_report(interaction: Interaction, does: SendReport, entered: Entered) -> None:
    """Keep what was written, and who wrote it where they want to hear of it."""
    text = entered.text(_WHAT).strip()
    if not text:
        raise Refusal(wording.NOTHING_WRITTEN)
    is_told = entered.text(_TELL) == str(True)
    reporter = interaction.user.id if is_told else None
    try:
        await interaction.client.store.reports.add(does.told, text, reporter)
    except Unavailable:
        raise Refusal(wording.NOT_REPORTED) from None
    await replies.send(interaction, reported(is_told=is_told), private=True)


def write_not(does: NotWhatIAsked, room: int) -> str:
    """The id, which always stands whole, and as many words of what was asked as fit.

    A mark keeps these out of the log.
    """
    left = room - len(does.told) - 2
    asked = textwrap.shorten(does.asked, left, placeholder="") if left > 0 else ""
    return f"{does.told}:/{asked}"


def read_not(text: str) -> NotWhatIAsked | None:
    """What `write_not` wrote."""
    told, mark, asked = text.partition(":/")
    return NotWhatIAsked(told, asked) if mark else None


def _told(does: SomethingWrong | SendReport, room: int) -> str:
    return as_many(does.told, room)


NOT_WHAT_I_ASKED = ActionKind(Codec(NotWhatIAsked, "not", write=write_not, read=read_not))
SOMETHING_WRONG = ActionKind(
    Codec(
        SomethingWrong,
        "wrong",
        write=_told,
        read=lambda text: SomethingWrong(many(text)),
    ),
    ask_what_is_wrong,
)
SEND_REPORT = ActionKind(
    Codec(SendReport, "report", write=_told, read=lambda text: SendReport(many(text))),
    send_report,
)


def capability() -> Capability:
    """The buttons and the form."""
    return Capability(actions=(NOT_WHAT_I_ASKED, SOMETHING_WRONG, SEND_REPORT))
