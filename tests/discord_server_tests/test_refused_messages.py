"""What messages are refused."""

import discord
import pytest

from tests.discord_server import DiscordServer, Guild, Member
from tests.discord_server_tests.client import Bot
from tests.discord_server_tests.payloads import (
    Json,
    button,
    container,
    layout,
    menu,
    picture,
    row,
    text,
)
from tests.discord_server_tests.raw import Raw, error_codes

BUTTON = "components.0.components.0"
REFUSED_MESSAGES: dict[str, tuple[Json, str]] = {
    "long content": ({"content": "x" * 2001}, "content:BASE_TYPE_MAX_LENGTH"),
    "content beside layout": (
        layout(text(), content="x"),
        "content:MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
    ),
    "embeds beside layout": (
        layout(text(), embeds=[{"title": "x"}]),
        "embeds:MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
    ),
    "layout without flag": (
        {"content": "x", "components": [text()]},
        "components.0.type:UNION_TYPE_CHOICES",
    ),
    "forty-one components": (
        layout(*[container(*[text()] * 19)] * 2, text()),
        "components:COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
    ),
    "long texts in total": (
        layout(container(text("x" * 2001)), text("x" * 2000)),
        "components:COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
    ),
    "empty text": (layout(text(" ")), "components.0.content:BASE_TYPE_REQUIRED"),
    "unknown component": (layout({"type": 99}), "components.0.type:UNION_TYPE_CHOICES"),
    "long label": (layout(row(button(label="x" * 81))), f"{BUTTON}.label:BASE_TYPE_MAX_LENGTH"),
    "no label": (
        layout(row(button(label=None))),
        f"{BUTTON}:BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED",
    ),
    "unknown style": (layout(row(button(style=9))), f"{BUTTON}.style:BASE_TYPE_CHOICES"),
    "long custom id": (
        layout(row(button(custom_id="x" * 101))),
        f"{BUTTON}.custom_id:BASE_TYPE_BAD_LENGTH",
    ),
    "no custom id": (
        layout(row(button(custom_id=None))),
        f"{BUTTON}.custom_id:BASE_TYPE_REQUIRED",
    ),
    "same custom id": (
        layout(row(button()), container(row(button()))),
        "components.1.components.0.components.0.custom_id:COMPONENT_CUSTOM_ID_DUPLICATED",
    ),
    "link without url": (
        layout(row(button(style=5, custom_id=None))),
        f"{BUTTON}.url:BASE_TYPE_REQUIRED",
    ),
    "link with custom id": (
        layout(row(button(style=5, url="https://example.org"))),
        f"{BUTTON}:BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
    ),
    "button with url": (
        layout(row(button(url="https://example.org"))),
        f"{BUTTON}:BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
    ),
    "link to nowhere": (
        layout(row(button(style=5, custom_id=None, url="ftp://x"))),
        f"{BUTTON}.url:URL_TYPE_INVALID_SCHEME",
    ),
    "six buttons": (
        layout(row(*[button(custom_id=str(n)) for n in range(6)])),
        "components.0.components:BASE_TYPE_BAD_LENGTH",
    ),
    "empty row": (layout(row()), "components.0.components:BASE_TYPE_REQUIRED"),
    "button beside select": (
        layout(row(button(), menu())),
        "components.0.components:COMPONENT_LAYOUT_WIDTH_EXCEEDED",
    ),
    "text in row": (layout(row(text())), f"{BUTTON}.type:UNION_TYPE_CHOICES"),
    "button outside of row": (layout(button()), "components.0.type:UNION_TYPE_CHOICES"),
    "twenty-six options": (
        layout(row(menu(26))),
        f"{BUTTON}.options:BASE_TYPE_BAD_LENGTH",
    ),
    "same option twice": (
        layout(row(menu(options=[{"label": "x", "value": "x"}] * 2))),
        f"{BUTTON}.options:SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
    ),
    "too many to select": (
        layout(row(menu(max_values=26))),
        f"{BUTTON}.max_values:NUMBER_TYPE_RANGE",
    ),
    "container in container": (
        layout(container(container(text()))),
        f"{BUTTON}.type:UNION_TYPE_CHOICES",
    ),
    "empty container": (layout(container()), "components.0.components:BASE_TYPE_REQUIRED"),
    "section without accessory": (
        layout({"type": 9, "components": [text()]}),
        "components.0.accessory:BASE_TYPE_REQUIRED",
    ),
    "section of four": (
        layout({"type": 9, "components": [text()] * 4, "accessory": button()}),
        "components.0.components:BASE_TYPE_BAD_LENGTH",
    ),
    "section with text beside": (
        layout({"type": 9, "components": [text()], "accessory": text()}),
        "components.0.accessory.type:UNION_TYPE_CHOICES",
    ),
    "eleven pictures": (
        layout({"type": 12, "items": [picture("https://example.org/x.png")] * 11}),
        "components.0.items:BASE_TYPE_BAD_LENGTH",
    ),
    "picture that was not sent": (
        layout({"type": 12, "items": [picture("attachment://x.png")]}),
        "components.0.items.0.media:UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND",
    ),
    "file that was not sent": (
        layout({"type": 13, "file": {"url": "attachment://x.txt"}}),
        "components.0.file:UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND",
    ),
    "odd gap": (
        layout({"type": 14, "spacing": 3}, text()),
        "components.0.spacing:BASE_TYPE_CHOICES",
    ),
    "six rows": (
        {"content": "x", "components": [row(button(custom_id=str(n))) for n in range(6)]},
        "components:BASE_TYPE_MAX_LENGTH",
    ),
    "eleven embeds": ({"embeds": [{"title": "x"}] * 11}, "embeds:BASE_TYPE_MAX_LENGTH"),
    "long embed": (
        {"embeds": [{"description": "x" * 4097}]},
        "embeds.0.description:BASE_TYPE_MAX_LENGTH",
    ),
    "long embeds": (
        {"embeds": [{"description": "x" * 3001}] * 2},
        "embeds:MAX_EMBED_SIZE_EXCEEDED",
    ),
    "embed field without value": (
        {"embeds": [{"fields": [{"name": "x"}]}]},
        "embeds.0.fields.0.value:BASE_TYPE_REQUIRED",
    ),
    "unknown mentions": (
        {"content": "x", "allowed_mentions": {"parse": ["all"]}},
        "allowed_mentions.parse.0:BASE_TYPE_CHOICES",
    ),
    "contradicting mentions": (
        {"content": "x", "allowed_mentions": {"parse": ["users"], "users": ["1"]}},
        "allowed_mentions:MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
    ),
    "reply to nothing": (
        {"content": "x", "message_reference": {"message_id": "1"}},
        "message_reference:REPLIES_UNKNOWN_MESSAGE",
    ),
}


@pytest.mark.parametrize("name", REFUSED_MESSAGES)
async def test_refused_messages(
    discord_server: DiscordServer, guild: Guild, raw: Raw, name: str
) -> None:
    body, expected = REFUSED_MESSAGES[name]
    status, answer = await raw("POST", f"/channels/{guild.channels[0].id}/messages", body)
    assert (status, answer["code"], answer["message"]) == (400, 50035, "Invalid Form Body")
    assert expected in error_codes(answer["errors"])
    assert discord_server.refusals[0].errors == answer["errors"]
    assert guild.channels[0].messages == []


@pytest.mark.parametrize("body", [{}, {"content": " "}, layout(), {"components": [row(button())]}])
async def test_empty_messages(guild: Guild, raw: Raw, body: Json) -> None:
    status, answer = await raw("POST", f"/channels/{guild.channels[0].id}/messages", body)
    assert (status, answer["code"]) == (400, 50006)


async def test_messages_at_the_limit(guild: Guild, raw: Raw) -> None:
    full = layout(*[container(*[text("x" * 100)] * 19)] * 2)
    status, posted = await raw("POST", f"/channels/{guild.channels[0].id}/messages", full)
    assert status == 200
    numbers = [part["id"] for part in posted["components"]]
    assert numbers == sorted(set(numbers))


async def test_a_layout_stays_a_layout(guild: Guild, raw: Raw) -> None:
    path = f"/channels/{guild.channels[0].id}/messages"
    _, posted = await raw("POST", path, {"content": "x"})
    message = f"{path}/{posted['id']}"
    assert (await raw("PATCH", message, layout(text())))[1]["code"] == 50035
    status, edited = await raw("PATCH", message, layout(text(), content=None))
    assert (status, edited["content"]) == (200, "")
    assert (await raw("PATCH", message, {"content": "x", "flags": 0}))[1]["code"] == 50035
    assert (await raw("PATCH", message, {"components": []}))[1]["code"] == 50006


async def test_deleting_and_ephemeral_messages(
    discord_server: DiscordServer, bot: Bot, mina: Member
) -> None:
    channel = bot.get_partial_messageable(mina.home.id)
    reply = await mina.slash("hello")
    await channel.get_partial_message(reply.message.id).delete()
    await reply.gone()
    secret = await mina.slash("think", how="ephemeral")
    with pytest.raises(discord.NotFound):
        await channel.get_partial_message(secret.message.id).edit(content="x")
    assert discord_server.refusals[-1].code == 10008
