"""Commands and replies: messages, buttons, selects, modals, files."""

import pytest

from tests.discord_server import (
    DiscordServer,
    Guild,
    InvalidInput,
    LeftThinking,
    Member,
    NoResponse,
    NotClickable,
    NotFoundOnMessage,
    Permission,
    Upload,
)
from tests.discord_server_tests.client import Bot
from tests.discord_server_tests.payloads import Json


async def test_slash(discord_server: DiscordServer, bot: Bot, mina: Member) -> None:
    reply = await mina.slash("hello", name="Su-hyeok")
    assert reply.text == "hello Su-hyeok ko"
    assert not reply.ephemeral
    assert [message.text for message in mina.home.messages] == [reply.text]
    request = discord_server.requests[-1]
    assert request.path.endswith("/callback")
    assert isinstance(request.json, dict)
    assert request.json["data"]["content"] == reply.text
    assert discord_server.refusals == []


async def test_layout(bot: Bot, mina: Member) -> None:
    reply = await mina.slash("card")
    assert reply.text == "# Card\nTwo"
    assert [button.label for button in reply.buttons] == ["Count 0", "Wiki", "Off"]
    assert reply.links == ["https://example.org/wiki"]
    assert reply.components[0]["type"] == 17


async def test_click_edits_and_snapshots_stay(bot: Bot, mina: Member) -> None:
    reply = await mina.slash("card")
    again = await mina.click(reply.button("Count 0"))
    assert again.text == "# Counted\nTwo"
    assert reply.text == "# Card\nTwo"
    assert again.message is reply.message
    assert len(reply.message.edits) == 1
    assert (await mina.click(again.button("count:1"))).button("Count 2")


async def test_what_cannot_be_clicked(bot: Bot, mina: Member, guild: Guild) -> None:
    reply = await mina.slash("card")
    with pytest.raises(NotClickable, match="disabled"):
        await mina.click(reply.button("Off"))
    with pytest.raises(NotClickable, match="link"):
        await mina.click(reply.button("Wiki"))
    with pytest.raises(NotFoundOnMessage):
        reply.button("Nowhere")
    await mina.click(reply.button("Count 0"))
    with pytest.raises(NotClickable, match="no longer"):
        await mina.click(reply.button("Count 0"))


async def test_ephemeral_is_for_the_invoker(bot: Bot, mina: Member, guild: Guild) -> None:
    reply = await mina.slash("think", how="ephemeral")
    assert reply.ephemeral
    assert mina.home.messages == []
    with pytest.raises(NotClickable, match="does not see"):
        await guild.add_member("other").click(reply.button("Count 0"))
    again = await mina.click(reply.button("Count 0"))
    assert again.ephemeral


async def test_deferred(bot: Bot, mina: Member) -> None:
    reply = await mina.slash("think", how="publicly")
    assert reply.text.startswith("# publicly")
    assert not reply.ephemeral
    assert reply.message.edits[0].content == ""


async def test_first_followup_takes_the_place_of_thinking(bot: Bot, mina: Member) -> None:
    reply = await mina.slash("think", how="followup")
    assert reply.text == "first"
    assert not reply.ephemeral, "whom it is for was settled by the deferral"
    assert (await reply.followup()).text == "second"
    assert (await reply.changed()).text == "first, edited"


async def test_deferral_deleted(bot: Bot, mina: Member) -> None:
    reply = await mina.slash("think", how="delete", settle=False)
    await reply.followup()
    assert mina.home.messages == []
    assert reply.followups[0].text == "instead"


async def test_left_thinking(discord_server: DiscordServer, bot: Bot, mina: Member) -> None:
    reply = await mina.slash("think", how="forever", settle=False)
    await discord_server.pulse.until(lambda: mina.home.messages, discord_server.patience)
    assert mina.home.messages[0].loading
    discord_server.patience = 0
    with pytest.raises(LeftThinking):
        await reply.final()


async def test_not_waiting(bot: Bot, mina: Member) -> None:
    reply = await mina.slash("think", how="publicly", settle=False)
    assert reply.text == ""
    with pytest.raises(NoResponse):
        _ = reply.message
    assert (await reply.final()).text.startswith("# publicly")


async def test_old_fashioned_components(bot: Bot, mina: Member) -> None:
    reply = await mina.slash("menu")
    assert reply.content == "menu"
    assert (await mina.click(reply.button("Slow"))).text == "slowly"
    more = await mina.click(reply.button("More"))
    assert (more.text, more.ephemeral) == ("more", True)
    picked = await mina.choose(reply.select("Pick"), "Two")
    assert (picked.text, picked.ephemeral) == ("picked 2", True)
    assert (await mina.choose(reply.select("Person"), mina)).text == "Mina"
    with pytest.raises(InvalidInput):
        await mina.choose(reply.select("Person"), mina.home)
    with pytest.raises(InvalidInput):
        await mina.choose(reply.select("Pick"), "Three")
    with pytest.raises(InvalidInput):
        await mina.choose(reply.select("Pick"))


async def test_modal(bot: Bot, mina: Member) -> None:
    opened = await mina.click((await mina.slash("menu")).button("Ask"))
    assert opened.modal
    assert opened.modal.title == "Your name"
    assert opened.modal.labels == ["Name", "Colour", "File"]
    with pytest.raises(InvalidInput):
        await mina.submit(opened.modal, Name="x" * 21)
    with pytest.raises(InvalidInput):
        await mina.submit(opened.modal, Nothing="x")
    upload = Upload("notes.txt", b"12345")
    reply = await mina.submit(opened.modal, {"Colour": ["Red"]}, name="Mina", File=upload)
    assert reply.text == "Mina ['r'] [5]"


async def test_autocomplete(discord_server: DiscordServer, bot: Bot, mina: Member) -> None:
    choices = await mina.autocomplete("search", "question", "how ma")
    assert choices == [("how ma 0", "0"), ("how ma 1", "1"), ("how ma 2", "2")]
    assert (await mina.slash("search", question="free text")).text == "free text"
    with pytest.raises(InvalidInput, match="no autocomplete"):
        await mina.autocomplete("search", "n", "1", question="x")
    assert discord_server.refusals == []


async def test_files_both_ways(bot: Bot, mina: Member) -> None:
    reply = await mina.slash("file", copy=Upload("a.txt", b"abc"))
    assert [(file.filename, file.data) for file in reply.files] == [("a.txt", b"cba")]
    assert reply.files[0].url in str(reply.components)
    assert reply.files[0].content_type == "text/plain"


async def test_people_and_places_as_options(bot: Bot, guild: Guild) -> None:
    role = guild.add_role("Moderator", Permission.MANAGE_GUILD)
    mina = guild.add_member("mina", roles=[role])
    reply = await mina.slash("who", member=mina, role=role, where=guild.channels[0])
    assert reply.text == "mina Moderator general"


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("hello", {"nobody": "x"}),
        ("hello", {"name": 3}),
        ("search", {}),
        ("search", {"question": "x", "n": "one"}),
        ("search", {"question": "x", "n": True}),
        ("file", {"copy": "a path"}),
    ],
)
async def test_input_that_the_app_would_not_send(
    bot: Bot, mina: Member, command: str, options: Json
) -> None:
    with pytest.raises(InvalidInput):
        await mina.slash(command, options=options)
