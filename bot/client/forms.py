"""Opening a form: a modal that is answered through the registry of actions, like a button."""

from __future__ import annotations

from typing import Any

from discord import ui

from bot.client.bot import Interaction
from bot.replies.model import Does

__all__ = ["open_form"]


async def open_form(
    interaction: Interaction, does: Does, title: str, *fields: ui.Item[Any]
) -> None:
    """Show a form of up to five fields; what is filled in arrives at the handler of `does`.

    The form outlives the process. Fields are labels with custom ids of their own, under which
    the handler finds them.
    """
    form = ui.Modal(title=title, custom_id=interaction.client.custom_ids.write(does))
    for item in fields:
        form.add_item(item)
    # It is found by its custom id, so there is nothing for discord.py to wait for or to remember.
    form.stop()
    await interaction.response.send_modal(form)
