"""Who may change the knowledge: every action, by everybody, wherever they are."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.client.app import Hyosan
from bot.library import Library
from bot.replies import moderation, reports
from bot.replies.curation import Ask, CancelIt, ConfirmIt, FillIn, Pick, Reword, Undo
from bot.replies.model import Does
from tests.client.curating import add_fact, open_own, own_file, write_fact
from tests.client.support import HOME_ID, ROLE_ID, Start
from tests.discord_server import DiscordServer, Guild, Member, Permission, Person
from tests.discord_server.messages import Draft, Message, Upload
from tests.discord_server.places import Channel
from tests.discord_server.replies import settled
from tests.discord_server.wire import Install, Invoked, Json, Part

REFUSED = "Only moderators"

COMMANDS: Mapping[str, Json] = {
    "add": {},
    "edit": {"what": "episodes"},
    "remove": {"what": "episodes"},
    "import": {"file": "1"},
    "export": {},
    "history": {},
    "undo": {},
    "check": {},
    "reload": {},
    "unanswered": {},
    "reports": {},
    "stats": {},
}

QUESTION = "aaaaaaaa"
MODERATING: tuple[Does, ...] = (
    moderation.ListUnanswered(0),
    moderation.OpenQuestion(),
    moderation.Export(),
    moderation.ItsThisFact(QUESTION),
    moderation.SearchFact(QUESTION),
    moderation.PickFact(QUESTION),
    moderation.WriteAnswer(QUESTION),
    moderation.AskAs(QUESTION),
    moderation.PickOther(QUESTION),
    moderation.Dismiss(QUESTION),
    moderation.Reopen(QUESTION),
    moderation.ListProposals(0),
    moderation.Accept(QUESTION, "episodes"),
    moderation.Refuse(QUESTION, "episodes"),
    moderation.AcceptAll(0, "seen"),
    moderation.RefuseAll(0, "seen"),
    reports.ListReports(0),
    reports.ShowReported(("episodes",)),
    reports.Resolve(QUESTION, is_mended=True),
)
"""What can be clicked or chosen beneath what members asked and reported."""


def components(token: str) -> tuple[Does, ...]:
    """All that can be clicked or chosen."""
    return (
        ConfirmIt(token),
        CancelIt(token),
        Reword(token),
        Pick(token, "topic"),
        Undo(1),
        Ask(2),
        *MODERATING,
    )


@dataclass(frozen=True)
class Somebody:
    """A person, and from where they act."""

    person: Person
    channel: Channel
    owners: dict[Install, int]


@pytest.fixture
def library(tmp_path: Path, folder: Path) -> Library:
    return open_own(tmp_path, folder)


@pytest.fixture
async def bot(start: Start, home: Guild) -> AsyncIterator[Hyosan]:
    async with start(moderator_role_ids=frozenset({ROLE_ID})) as client:
        yield client


@pytest.fixture
def strangers(server: DiscordServer, home: Guild) -> dict[str, Somebody]:
    """Everybody who may not."""
    here = {Install.GUILD: HOME_ID}
    other = server.add_guild("Elsewhere")
    role = other.add_role("Archivists", id=ROLE_ID)
    boss = other.add_member(
        "administrator-elsewhere", permissions=Permission.ADMINISTRATOR, roles=[role]
    )
    moderator = home.add_member("in-private", permissions=Permission.MANAGE_GUILD)
    nomad = server.add_user("user-installed", installed=True)
    member = home.add_member("member")
    former = home.add_member("former", permissions=Permission.MANAGE_GUILD)
    former.granted = 0
    return {
        "a member": Somebody(member, home.channels[0], here),
        "a former moderator": Somebody(former, home.channels[0], here),
        "an administrator elsewhere": Somebody(boss, other.channels[0], {Install.GUILD: other.id}),
        "a moderator in private": Somebody(
            moderator, server.dm_with(moderator.user), {Install.GUILD: 0}
        ),
        "as an app of their own": Somebody(nomad, server.dm_with(nomad), {Install.USER: nomad.id}),
    }


def command(name: str, options: Json, focused: str | None = None) -> Json:
    """The data of a command as Discord sends it, whoever it is that sends it."""
    kinds = {"file": 11, "what": 3}
    given: list[Json] = [
        {"type": kinds[key], "name": key, "value": value} | ({"focused": True} if focused else {})
        for key, value in options.items()
    ]
    data: Json = {
        "id": "1",
        "name": "facts",
        "type": 1,
        "guild_id": str(HOME_ID),
        "options": [{"type": 1, "name": name, "options": given}],
    }
    if "file" in options:
        file = {"id": "1", "filename": "a.yaml", "size": 1, "url": "http://x", "proxy_url": ""}
        data["resolved"] = {"attachments": {"1": file}}
    return data


def old_message(server: DiscordServer, channel: Channel) -> Message:
    """A message of the bot's that everybody in the channel can see."""
    number, now = server.snowflakes.mint(), server.clock.now()
    message = Message(number, channel, server.bot, Draft("An old message."), now)
    server.post(message)
    return message


async def answer(
    server: DiscordServer, kind: Invoked, who: Somebody, data: Json, **more: Any
) -> Any:
    """What comes of it; for autocomplete the choices."""
    sent = server.deliver(kind, who.person, who.channel, data, owners=who.owners, **more)
    reply = await settled(server, sent)
    return sent.choices if kind is Invoked.AUTOCOMPLETE else reply


@pytest.mark.parametrize("name", COMMANDS)
async def test_no_stranger_gets_into_a_command(
    bot: Hyosan, server: DiscordServer, strangers: dict[str, Somebody], name: str, tmp_path: Path
) -> None:
    for who, somebody in strangers.items():
        reply = await answer(server, Invoked.COMMAND, somebody, command(name, COMMANDS[name]))
        assert reply.ephemeral, who
        assert REFUSED in reply.text, who
        assert reply.modal is None, who
    assert not own_file(tmp_path).exists()


@pytest.mark.parametrize("name", ["edit", "remove"])
async def test_no_stranger_is_offered_anything(
    bot: Hyosan, server: DiscordServer, strangers: dict[str, Somebody], name: str
) -> None:
    for who, somebody in strangers.items():
        data = command(name, {"what": "episodes"}, focused="what")
        assert await answer(server, Invoked.AUTOCOMPLETE, somebody, data) == [], who


async def test_no_stranger_gets_into_a_button_a_menu_or_a_form(
    start: Start, home: Guild, server: DiscordServer, moderator: Member,
    strangers: dict[str, Somebody], tmp_path: Path,
) -> None:  # fmt: skip
    """As if they had seen the custom ids of a moderator's own messages."""
    async with start(moderator_role_ids=frozenset({ROLE_ID})) as client:
        assert client.curator is not None
        await write_fact(moderator)
        content = own_file(tmp_path).read_bytes()
        card = await add_fact(moderator, question="Who else?")
        token = client.custom_ids.read(card.button("Write it").custom_id or "")
        assert isinstance(token, ConfirmIt)
        for does in components(token.token):
            start.clock.ahead += 4  # nobody may click so much at once
            server.snowflakes.ahead += 4
            for who, somebody in strangers.items():
                note = old_message(server, somebody.channel)
                data = {
                    "component_type": int(Part.BUTTON),
                    "custom_id": client.custom_ids.write(does),
                    "values": ["kiss-scene"],
                }
                reply = await answer(server, Invoked.COMPONENT, somebody, data, source=note)
                assert REFUSED in reply.text, (who, does)
        for does in (FillIn(token.token), moderation.SearchedFact(QUESTION)):
            for who, somebody in strangers.items():
                form = {"custom_id": client.custom_ids.write(does), "components": []}
                reply = await answer(server, Invoked.MODAL, somebody, form)
                assert REFUSED in reply.text, who
        assert own_file(tmp_path).read_bytes() == content
        assert "Written" in (await moderator.click(card.button("Write it"))).text


async def test_moderators_by_permission_and_by_role_may_all_of_it(
    bot: Hyosan, home: Guild, moderator: Member
) -> None:
    archivist = home.add_member("juno", roles=[home.add_role("Archivists", id=ROLE_ID)])
    boss = home.add_member("boss", permissions=Permission.ADMINISTRATOR)
    for number, person in enumerate((moderator, archivist, boss, home.owner)):
        done = await write_fact(person, question=f"Who sat on chair {number}?", aliases="")
        assert "Written" in done.text
        for name in ("edit", "remove"):
            assert await person.autocomplete(f"facts {name}", "what", "episodes")
        opened = await person.slash("facts edit", what="episodes")
        assert opened.modal is not None
        card = await person.slash("facts undo")
        await person.click(card.button("Cancel"))
        for name in ("remove", "export", "history", "reload"):
            options = {"what": "episodes"} if name == "remove" else {}
            assert REFUSED not in (await person.slash(f"facts {name}", options=options)).text
        file = Upload("a.yaml", b"facts: [{id: n, question: N?, answer: N.}]\n")
        assert "Added 1" in (await person.slash("facts import", file=file)).text


async def test_a_confirmation_belongs_to_whoever_asked_for_it(
    bot: Hyosan, home: Guild, server: DiscordServer, moderator: Member
) -> None:
    card = await add_fact(moderator)
    boss = Somebody(home.owner, home.channels[0], {Install.GUILD: HOME_ID})
    for label in ("Write it", "Change the words", "Cancel"):
        data = {
            "component_type": int(Part.BUTTON),
            "custom_id": card.button(label).custom_id,
        }
        note = old_message(server, home.channels[0])
        reply = await answer(server, Invoked.COMPONENT, boss, data, source=note)
        assert "Somebody else asked for this" in reply.text
    assert "Written" in (await moderator.click(card.button("Write it"))).text


async def test_whoever_is_a_moderator_no_longer_cannot_confirm_what_they_began(
    bot: Hyosan, moderator: Member, tmp_path: Path
) -> None:
    card = await add_fact(moderator)
    opened = await moderator.slash("facts add")
    moderator.granted = 0
    assert REFUSED in (await moderator.click(card.button("Write it"))).text
    assert (
        REFUSED in (await moderator.submit(opened.modal, {"question": "Q?", "answer": "A."})).text
    )
    assert not own_file(tmp_path).exists()
