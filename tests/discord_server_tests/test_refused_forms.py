"""What modals and choices are refused."""

import asyncio
import sys
from typing import Any

import discord
import pytest
from discord import app_commands

from tests.discord_server import DiscordServer, Guild, Member, running
from tests.discord_server_tests.client import Bot
from tests.discord_server_tests.payloads import (
    Json,
    button,
    choices,
    command,
    field,
    label,
    menu,
    modal,
    option,
    row,
)
from tests.discord_server_tests.raw import Raw, error_codes, interact

REFUSED_MODALS: list[tuple[Json, str]] = [
    (modal(label(field()), title="x" * 46), "title:BASE_TYPE_BAD_LENGTH"),
    (modal(label(field()), custom_id=""), "custom_id:BASE_TYPE_REQUIRED"),
    (modal(), "components:BASE_TYPE_REQUIRED"),
    (
        modal(*[label(field(custom_id=str(n))) for n in range(6)]),
        "components:BASE_TYPE_BAD_LENGTH",
    ),
    (modal(field()), "components.0.type:UNION_TYPE_CHOICES"),
    (modal(row(button())), "components.0.components.0.type:UNION_TYPE_CHOICES"),
    (modal(label(button())), "components.0.component.type:UNION_TYPE_CHOICES"),
    (modal(label(field(), label="x" * 46)), "components.0.label:BASE_TYPE_BAD_LENGTH"),
    (
        modal(label(field()), label(field())),
        "components.1.component.custom_id:COMPONENT_CUSTOM_ID_DUPLICATED",
    ),
    (
        modal(label(field(placeholder="x" * 101))),
        "components.0.component.placeholder:BASE_TYPE_MAX_LENGTH",
    ),
    (
        modal(label(field(max_length=4001))),
        "components.0.component.max_length:NUMBER_TYPE_RANGE",
    ),
    (
        modal(label({"type": 21, "custom_id": "x", "options": menu()["options"]})),
        "components.0.component.options:BASE_TYPE_BAD_LENGTH",
    ),
    (
        modal(label({"type": 22, "custom_id": "x", "options": menu(11)["options"]})),
        "components.0.component.options:BASE_TYPE_BAD_LENGTH",
    ),
    (
        modal(label({"type": 19, "custom_id": "x", "max_values": 11})),
        "components.0.component.max_values:NUMBER_TYPE_RANGE",
    ),
]


async def test_refused_modals(
    discord_server: DiscordServer, bot: Bot, mina: Member, raw: Raw, silent: None
) -> None:
    path = f"/interactions/{await interact(discord_server, mina)}/callback"
    for data, expected in REFUSED_MODALS:
        status, answer = await raw("POST", path, {"type": 9, "data": data})
        assert (status, answer["code"]) == (400, 50035)
        assert f"data.{expected}" in error_codes(answer["errors"])
    assert (await raw("POST", path, {"type": 9, "data": modal(label(field()))}))[0] == 204


@pytest.mark.parametrize(
    ("offered", "expected"),
    [
        (choices(26), "data.choices:BASE_TYPE_MAX_LENGTH"),
        (choices(name="x" * 101), "data.choices.0.name:BASE_TYPE_BAD_LENGTH"),
        (choices(value="x" * 101), "data.choices.0.value:BASE_TYPE_BAD_LENGTH"),
        (choices(name=""), "data.choices.0.name:BASE_TYPE_REQUIRED"),
    ],
)
async def test_refused_choices(
    discord_server: DiscordServer, guild: Guild, offered: list[Json], expected: str
) -> None:
    class Offering(discord.Client):
        async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
            built = [app_commands.Choice(name=c["name"], value=c["value"]) for c in offered]
            await interaction.response.autocomplete(built)

        async def on_error(self, event_method: str, /, *args: Any, **kwargs: Any) -> None:
            assert isinstance(sys.exc_info()[1], discord.HTTPException)
            failed.set()

    failed = asyncio.Event()
    searching = command(options=[option(name="question", autocomplete=True)])
    async with running(lambda: Offering(intents=discord.Intents.none()), discord_server) as client:
        await client.http.bulk_upsert_global_commands(discord_server.application_id, [searching])
        asking = asyncio.create_task(guild.add_member("mina").autocomplete("x", "question", ""))
        await failed.wait()
        asking.cancel()
    assert expected in error_codes(discord_server.refusals[-1].errors)
