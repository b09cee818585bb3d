"""`/facts reload`: what it does, and for whom."""

import logging
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from bot.client.app import Hyosan
from bot.knowledge.layers import Layer
from bot.library import Library, Reloaded
from tests.client.support import EPISODES, HOME_ID, ROLE_ID, Start, write_facts
from tests.discord_server import (
    DiscordServer,
    Guild,
    Member,
    NotPermitted,
    NotRegistered,
    Permission,
    Person,
)
from tests.discord_server.places import Channel
from tests.discord_server.wire import Install, Invoked

NEW_FACT = {"new.yaml": "facts: [{id: new-one, question: Is it new?, answer: 'Yes.'}]\n"}
BROKEN = "facts:\n  - id: broken\n    question: Only a question?\n    answr: Typed wrongly.\n"
REFUSED = "Only moderators"


def broken_many(count: int) -> str:
    """A file with an unknown key in each of its facts."""
    entries = (
        f"  - {{id: b-{n}, question: Is it {n}?, answer: Yes, wrong_{n}: x}}\n"
        for n in range(count)
    )
    return "facts:\n" + "".join(entries)


def empty(folder: Path) -> None:
    """Take every file away."""
    for path in folder.iterdir():
        path.unlink()


# What it does.


async def test_a_reload_tells_what_changed(
    bot: Hyosan, moderator: Member, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    write_facts(folder, NEW_FACT)
    (folder / "quotes.yaml").unlink()
    reply = await moderator.slash("facts reload")
    assert reply.ephemeral
    assert "Added 1: facts/new-one" in reply.text
    assert "Removed 4: quotes/solomon-one" in reply.text
    assert "Yes." in (await moderator.slash("trivia", question="fact:new-one")).text
    (line,) = [r.getMessage() for r in caplog.records if "Facts reloaded" in r.getMessage()]
    assert f"by eunji ({moderator.user.id})" in line
    assert "added facts/new-one" in line
    assert "removed quotes/solomon-one" in line


async def test_a_reload_without_changes_says_so(bot: Hyosan, moderator: Member) -> None:
    assert "nothing has changed" in (await moderator.slash("facts reload")).text


async def test_a_broken_file_changes_nothing_and_is_named(
    bot: Hyosan, moderator: Member, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    write_facts(folder, {"facts.yaml": BROKEN})
    reply = await moderator.slash("facts reload")
    assert "Nothing was changed: 2 problems" in reply.text
    assert "\nfacts.yaml:4:5: fact 'broken': unknown key 'answr'" in reply.text
    assert str(folder) not in reply.text
    assert reply.files == ()
    assert "Twelve" in (await moderator.slash("trivia", question=EPISODES)).text
    assert "refused for 2 problems" in caplog.text


async def test_more_than_ten_problems_come_with_a_file(
    bot: Hyosan, moderator: Member, folder: Path
) -> None:
    write_facts(folder, {"many.yaml": broken_many(12)})
    reply = await moderator.slash("facts reload")
    assert reply.text.count("many.yaml:") == 10
    (file,) = reply.files
    assert file.filename == "problems.txt"
    lines = file.data.decode().splitlines()
    assert len(lines) == 12
    assert lines[11].startswith("many.yaml:13:")


async def test_paths_inside_messages_are_short_too(
    bot: Hyosan, moderator: Member, folder: Path
) -> None:
    write_facts(folder, {"zz.yaml": "facts: [{id: episodes, question: Again?, answer: 'No.'}]\n"})
    reply = await moderator.slash("facts reload")
    assert "at facts.yaml:2:5" in reply.text
    assert str(folder) not in reply.text


async def test_a_folder_given_as_a_dot_is_no_trouble(
    start: Start, moderator: Member, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start.library = Library([Layer.of(folder)])
    monkeypatch.chdir(folder)
    start.library.layers = (Layer.of(Path()),)
    write_facts(folder, {"facts.yaml": BROKEN})
    async with start():
        reply = await moderator.slash("facts reload")
    assert "\nfacts.yaml:4:5: fact 'broken': unknown key 'answr'" in reply.text


async def test_an_empty_folder_is_a_problem_like_any_other(
    bot: Hyosan, moderator: Member, folder: Path
) -> None:
    empty(folder)
    reply = await moderator.slash("facts reload")
    assert "1 problem" in reply.text
    assert str(folder) not in reply.text


class SlowLibrary(Library):
    """Reloads when it is let."""

    def __init__(self, layers: Sequence[Layer]) -> None:
        super().__init__(layers)
        self.let = threading.Event()

    def reload(self) -> Reloaded:
        self.let.wait(5)
        return super().reload()


class BrokenLibrary(Library):
    """Cannot reload."""

    def reload(self) -> Reloaded:
        raise RuntimeError("the disk is on fire")


async def test_the_second_of_two_reloads_is_told(
    start: Start, folder: Path, moderator: Member
) -> None:
    start.library = library = SlowLibrary([Layer.of(folder)])
    async with start():
        first = await moderator.slash("facts reload", settle=False)
        second = await moderator.slash("facts reload")
        assert second.ephemeral
        assert "being reloaded already" in second.text
        assert "Twelve" in (await moderator.slash("trivia", question=EPISODES)).text
        library.let.set()
        interaction = next(iter(moderator.world.interactions.values()))
        await moderator.world.pulse.until(lambda: interaction.settled, 5)
        assert interaction.result is not None
        assert "nothing has changed" in interaction.result.text
        assert first.text == ""
        assert "nothing has changed" in (await moderator.slash("facts reload")).text


async def test_a_reload_that_fails_is_not_left_thinking(
    start: Start, folder: Path, moderator: Member, caplog: pytest.LogCaptureFixture
) -> None:
    start.library = BrokenLibrary([Layer.of(folder)])
    async with start():
        reply = await moderator.slash("facts reload")
    assert reply.ephemeral
    assert "Something went wrong" in reply.text
    assert "the disk is on fire" in caplog.text


# For whom.


def force(person: Person, channel: Channel, owner: int) -> None:
    """Send `/facts reload` from a place where Discord's app would not offer it."""
    data = {
        "id": "1",
        "name": "facts",
        "type": 1,
        "guild_id": str(HOME_ID),
        "options": [{"type": 1, "name": "reload", "options": []}],
    }
    owners = {Install.GUILD: owner}
    person.world.deliver(Invoked.COMMAND, person, channel, data, owners=owners)


async def answer_to_last(server: DiscordServer) -> Any:
    """What came of the last interaction."""
    interaction = list(server.interactions.values())[-1]
    assert await server.pulse.until(lambda: interaction.settled, 5)
    return interaction.result


async def test_members_do_not_see_it_and_may_not_use_it(bot: Hyosan, mina: Member) -> None:
    with pytest.raises(NotPermitted):
        await mina.slash("facts reload")
    reply = await mina.slash("facts reload", force=True)
    assert reply.ephemeral
    assert REFUSED in reply.text


async def test_with_moderator_roles_these_see_it_and_may_use_it(
    start: Start, home: Guild, mina: Member, moderator: Member
) -> None:
    role = home.add_role("Archivists", id=ROLE_ID)
    other = home.add_role("Bakers")
    archivist = home.add_member("juno", roles=[other, role])
    baker = home.add_member("dara", roles=[other])
    boss = home.add_member("boss", permissions=Permission.ADMINISTRATOR)
    async with start(moderator_role_ids=frozenset({ROLE_ID, 5})):
        for person in (archivist, moderator, boss, home.owner):
            assert "Reloaded" in (await person.slash("facts reload")).text
        for person in (baker, mina):
            assert REFUSED in (await person.slash("facts reload")).text


async def test_a_role_of_another_server_is_worth_nothing(
    start: Start, server: DiscordServer, home: Guild
) -> None:
    other = server.add_guild("Elsewhere")
    stranger = other.add_member("stranger", roles=[other.add_role("Archivists", id=ROLE_ID)])
    async with start(moderator_role_ids=frozenset({ROLE_ID})):
        force(stranger, other.channels[0], other.id)
        assert REFUSED in (await answer_to_last(server)).text


async def test_administrators_of_other_servers_are_strangers(
    bot: Hyosan, server: DiscordServer
) -> None:
    other = server.add_guild("Elsewhere")
    stranger = other.add_member("stranger", permissions=Permission.ADMINISTRATOR)
    with pytest.raises(NotRegistered):
        await stranger.slash("facts reload", force=True)
    force(stranger, other.channels[0], other.id)
    reply = await answer_to_last(server)
    assert reply.ephemeral
    assert REFUSED in reply.text


async def test_it_cannot_be_used_in_direct_messages(
    bot: Hyosan, server: DiscordServer, moderator: Member
) -> None:
    with pytest.raises(NotRegistered):
        await moderator.slash("facts reload", in_dm=True)
    force(moderator, server.dm_with(moderator.user), 0)
    assert REFUSED in (await answer_to_last(server)).text


async def test_without_a_home_there_is_no_such_command(
    start: Start, moderator: Member, caplog: pytest.LogCaptureFixture
) -> None:
    async with start(home_guild_id=None):
        with pytest.raises(NotRegistered):
            await moderator.slash("facts reload")
    assert "HOME_GUILD_ID is not set" in caplog.text
