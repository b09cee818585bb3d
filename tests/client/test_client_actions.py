"""Selects and forms as a capability declares them, from the opening to the error."""

from dataclasses import dataclass

import pytest
from discord import ui

from bot.client import replies
from bot.client.actions import ActionKind, Entered
from bot.client.app import Hyosan
from bot.client.bot import Interaction
from bot.client.capability import Capability, slash_command
from bot.client.custom_ids import Codec
from bot.client.forms import open_form
from bot.client.permissions import MODERATORS
from bot.replies.model import Does, Reply, Text
from tests.client.support import Start
from tests.discord_server import DiscordServer, Guild, Member
from tests.discord_server.modals import Modal
from tests.discord_server.wire import Invoked

REFUSED = "Only moderators"


@dataclass(frozen=True, slots=True)
class Mood(Does):
    """Choose a mood, for a day."""

    day: str


@dataclass(frozen=True, slots=True)
class Why(Does):
    """Say why, for a mood."""

    mood: str


@dataclass(frozen=True, slots=True)
class Explode(Does):
    """Fail."""


async def choose_mood(interaction: Interaction, does: Mood, entered: Entered) -> None:
    """Ask why by a form."""
    (mood,) = entered.values
    reason = ui.Label(text="Reason", component=ui.TextInput(custom_id="reason"))
    how = ui.RadioGroup(custom_id="how")
    how.add_option(label="Very", value="very")
    how.add_option(label="A little", value="little")
    degree = ui.Label(text="How much", component=how)
    await open_form(interaction, Why(f"{does.day} {mood}"), "Why so?", reason, degree)


async def say_why(interaction: Interaction, does: Why, entered: Entered) -> None:
    """Repeat all that is known, or fail if so told."""
    if entered.text("reason") == "bug":
        raise RuntimeError("the form is on fire")
    told = f"{does.mood}, {entered.text('how')}: {entered.text('reason')}{entered.text('none')}"
    await replies.send(interaction, Reply((Text(told),)))


async def explode(interaction: Interaction, does: Explode, entered: Entered) -> None:
    """Fail."""
    raise RuntimeError("the select is on fire")


async def moods(interaction: Interaction) -> None:
    """Send two menus."""
    view = ui.LayoutView(timeout=None)
    for does, placeholder in ((Mood("monday"), "Mood"), (Explode(), "Trouble")):
        menu = ui.Select(
            custom_id=interaction.client.custom_ids.write(does), placeholder=placeholder
        )
        for value in ("glad", "sad"):
            menu.add_option(label=value.title(), value=value)
        view.add_item(ui.ActionRow(menu))
    view.stop()
    await interaction.response.send_message(view=view)


def capability() -> Capability:
    """A capability of the tests' own, with a menu and a form for moderators."""
    return Capability(
        everywhere=(slash_command("moods", "Menus.", moods),),
        actions=(
            ActionKind(Codec(Mood, "mood", write=lambda does, _: does.day, read=Mood), choose_mood),
            ActionKind(
                Codec(Why, "why", write=lambda does, _: does.mood, read=Why), say_why, MODERATORS
            ),
            ActionKind(
                Codec(Explode, "explode", write=lambda *_: "", read=lambda _: Explode()), explode
            ),
        ),
    )


@pytest.fixture
def start(start: Start) -> Start:
    """Starts a bot that has moods."""
    start.extra = (capability(),)
    return start


async def form_of(server: DiscordServer, member: Member) -> Modal:
    """Choose from the menu, and get the form."""
    reply = await member.slash("moods")
    await member.choose(reply.select("Mood"), "Glad")
    sent = list(server.interactions.values())[-1]
    assert sent.modal is not None
    return Modal(sent)


async def test_a_menu_opens_a_form_and_the_form_is_answered(
    bot: Hyosan, server: DiscordServer, moderator: Member
) -> None:
    form = await form_of(server, moderator)
    assert (form.title, form.labels) == ("Why so?", ["Reason", "How much"])
    answer = await moderator.submit(form, {"Reason": "rain", "How much": "A little"})
    assert answer.text == "monday glad, little: rain"


async def test_a_form_opened_before_a_restart_is_answered_after_it(
    start: Start, server: DiscordServer, moderator: Member
) -> None:
    async with start():
        form = await form_of(server, moderator)
    async with start():
        answer = await moderator.submit(form, {"Reason": "rain", "How much": "Very"})
    assert answer.text == "monday glad, very: rain"


async def test_a_form_of_another_edition_is_answered(
    start: Start, server: DiscordServer, moderator: Member
) -> None:
    async with start():
        form = await form_of(server, moderator)
    start.extra = ()
    async with start():
        answer = await moderator.submit(form, {"Reason": "rain", "How much": "Very"})
    assert answer.ephemeral
    assert "ask anew" in answer.text


async def test_what_fails_in_a_form_is_answered_and_logged_without_what_was_typed(
    bot: Hyosan, server: DiscordServer, moderator: Member, caplog: pytest.LogCaptureFixture
) -> None:
    form = await form_of(server, moderator)
    failed = await moderator.submit(form, {"Reason": "bug", "How much": "Very"})
    assert failed.ephemeral
    reference = failed.text.rpartition("ref ")[2].rstrip(".")
    assert f"ref {reference}: form hyosan:why:monday glad failed" in caplog.text
    assert "the form is on fire" in caplog.text


async def test_what_fails_in_a_menu_is_answered_and_logged(
    bot: Hyosan, server: DiscordServer, mina: Member, caplog: pytest.LogCaptureFixture
) -> None:
    reply = await mina.slash("moods")
    failed = await mina.choose(reply.select("Trouble"), "Sad")
    assert failed.ephemeral
    assert "Something went wrong" in failed.text
    assert "the select is on fire" in caplog.text


async def test_a_late_form_is_dropped(
    bot: Hyosan, server: DiscordServer, moderator: Member, caplog: pytest.LogCaptureFixture
) -> None:
    form = await form_of(server, moderator)
    filled = {"Reason": "rain", "How much": "Very"}
    await moderator.submit(form, filled, age=2.9, settle=False)
    await moderator.submit(form, filled)
    late = next(i for i in server.interactions.values() if i.kind is Invoked.MODAL)
    assert late.callback is None
    assert "Dropped form hyosan:why" in caplog.text


async def test_forms_are_for_those_whom_their_kind_is_for(
    bot: Hyosan, server: DiscordServer, home: Guild, mina: Member, moderator: Member
) -> None:
    filled = {"Reason": "rain", "How much": "Very"}
    refused = await mina.submit(await form_of(server, mina), filled)
    assert refused.ephemeral
    assert REFUSED in refused.text
    form = await form_of(server, moderator)
    moderator.granted = 0  # they are no longer one by the time the form is sent
    assert REFUSED in (await moderator.submit(form, filled)).text
