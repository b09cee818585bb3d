"""`/spoilers`: how far somebody is, and what may be said openly where."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import discord
from discord import app_commands

from bot.client import replies
from bot.client.actions import ActionKind, Entered
from bot.client.bot import Interaction
from bot.client.capability import Capability
from bot.client.custom_ids import Codec
from bot.client.errors import Refusal
from bot.client.permissions import SERVER_KEEPERS, keeps
from bot.client.places import lineage
from bot.knowledge.ratings import Moment
from bot.replies import wording
from bot.replies.model import Reply
from bot.replies.spoilers import PickWatched, PickWorks, Unset, how_far, what_may_be_said
from bot.spoilers.choices import NOTHING_YET
from bot.spoilers.horizon import NOTHING, Horizon
from bot.store.database import Unavailable

__all__ = ["capability"]

_ME = "me"
"""What stands in a custom id for the person who chooses; all else there is a number."""

Where = app_commands.AppCommandChannel | app_commands.AppCommandThread


# -- commands


async def me(interaction: Interaction) -> None:
    """Show somebody how far they are, and let them change it."""
    await _ensure(interaction)
    await replies.send(interaction, _state(interaction, None), private=True)


@app_commands.describe(where=wording.ABOUT_SPOILERS_WHERE)
async def channel(interaction: Interaction, where: Where | None = None) -> None:
    """Show what may be said openly in a channel, a category or a thread, and let it be changed."""
    scope = where.id if where else interaction.channel_id
    if interaction.guild_id is None or scope is None:
        raise Refusal(wording.NOT_ALLOWED)
    _check(interaction, scope)
    await _ensure(interaction)
    await replies.send(interaction, _state(interaction, scope), private=True)


async def server(interaction: Interaction) -> None:
    """Show what may be said openly wherever nothing else is set, and let it be changed."""
    SERVER_KEEPERS.check(interaction)
    await _ensure(interaction)
    await replies.send(interaction, _state(interaction, interaction.guild_id), private=True)


# -- choosing


async def pick_watched(interaction: Interaction, does: PickWatched, entered: Entered) -> None:
    """Set up to where somebody, or a channel, is."""
    value = next(iter(entered.values), "")
    moment = Moment.of(value)
    if value != NOTHING_YET and (
        moment is None or not interaction.client.archive.show.knows(value)
    ):
        raise Refusal(wording.GONE)
    await _change(interaction, does.scope, lambda before: replace(before, moment=moment))


async def pick_works(interaction: Interaction, does: PickWorks, entered: Entered) -> None:
    """Set which works somebody, or a channel, knows."""
    works = frozenset(entered.values).intersection(interaction.client.archive.show.works)
    await _change(interaction, does.scope, lambda before: replace(before, works=works))


async def unset(interaction: Interaction, does: Unset, _: Entered) -> None:
    """Set nothing for somebody, or for a channel, any more."""
    await _change(interaction, does.scope, None)


async def _change(
    interaction: Interaction, scope: int | None, change: Callable[[Horizon], Horizon] | None
) -> None:
    """Keep what comes of a change, or nothing without one; and show it in place of the message."""
    await _ensure(interaction)
    horizons, user_id = interaction.client.store.horizons, interaction.user.id
    before = _set_for(interaction, scope) or NOTHING
    try:
        if scope is None:
            await (
                horizons.set_member(user_id, change(before)) if change else horizons.erase(user_id)
            )
        else:
            _check(interaction, scope)
            guild_id = interaction.guild_id or 0
            if change:
                await horizons.set_scope(guild_id, scope, change(before))
            else:
                await horizons.unset_scope(guild_id, scope)
    except Unavailable:
        raise Refusal(wording.NOT_KEPT) from None
    await replies.edit(interaction, _state(interaction, scope))


async def _ensure(interaction: Interaction) -> None:
    """Know what is set; raises Refusal where that cannot be read."""
    try:
        horizons = interaction.client.store.horizons
        await horizons.ensure(interaction.user.id, interaction.guild_id)
    except Unavailable:
        raise Refusal(wording.NOT_READ) from None


def _check(interaction: Interaction, scope: int) -> None:
    """Raise Refusal to somebody who may not decide for a place."""
    if scope == interaction.guild_id:
        SERVER_KEEPERS.check(interaction)
    elif not keeps(interaction, scope):
        raise Refusal(wording.NOT_FOR_THIS_CHANNEL)


# -- showing


def _state(interaction: Interaction, scope: int | None) -> Reply:
    """What is set for somebody, or for a place."""
    show, horizon = interaction.client.archive.show, _set_for(interaction, scope)
    if scope is None:
        return how_far(horizon, show)
    guild_id, guild = interaction.guild_id or 0, interaction.guild
    if scope == guild_id:
        return what_may_be_said(guild.name if guild else "", scope, horizon, NOTHING, show)
    place = _place(interaction, scope)
    horizons = interaction.client.store.horizons
    beneath = horizons.of_place(guild_id, lineage(guild_id, place)[1:])
    name = getattr(place, "name", None) or str(scope)
    called = name if isinstance(place, discord.CategoryChannel) else f"#{name}"
    return what_may_be_said(called, scope, horizon, beneath, show)


def _place(interaction: Interaction, scope: int) -> object:
    """The channel, category or thread of that id, as far as it is known."""
    if scope == interaction.channel_id:
        return interaction.channel
    return interaction.guild.get_channel_or_thread(scope) if interaction.guild else None


def _set_for(interaction: Interaction, scope: int | None) -> Horizon | None:
    horizons = interaction.client.store.horizons
    if scope is None:
        return horizons.of_member(interaction.user.id)
    return horizons.of_scope(interaction.guild_id or 0, scope)


# -- custom ids


def _write_scope(scope: int | None) -> str:
    return _ME if scope is None else str(scope)


def _read_scope(text: str) -> int | None:
    return None if text == _ME else int(text)


def write_watched(does: PickWatched, _: int) -> str:
    """The place, and which menu of several it is."""
    return f"{_write_scope(does.scope)}:{does.part}"


def read_watched(text: str) -> PickWatched:
    """What `write_watched` wrote."""
    scope, _, part = text.partition(":")
    return PickWatched(_read_scope(scope), int(part))


WATCHED = ActionKind(
    Codec(PickWatched, "watched", write=write_watched, read=read_watched), pick_watched
)
WORKS = ActionKind(
    Codec(
        PickWorks,
        "works",
        write=lambda does, _: _write_scope(does.scope),
        read=lambda text: PickWorks(_read_scope(text)),
    ),
    pick_works,
)
UNSET = ActionKind(
    Codec(
        Unset,
        "unset",
        write=lambda does, _: _write_scope(does.scope),
        read=lambda text: Unset(_read_scope(text)),
    ),
    unset,
)


def capability() -> Capability:
    """The group, its selects and its buttons."""
    group = app_commands.Group(
        name="spoilers",
        description=wording.ABOUT_SPOILERS,
        allowed_contexts=app_commands.AppCommandContext(
            guild=True, dm_channel=True, private_channel=True
        ),
        allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
    )
    group.command(name="me", description=wording.ABOUT_SPOILERS_ME)(me)
    group.command(name="channel", description=wording.ABOUT_SPOILERS_CHANNEL)(channel)
    group.command(name="server", description=wording.ABOUT_SPOILERS_SERVER)(server)
    return Capability(everywhere=(group,), actions=(WATCHED, WORKS, UNSET))
