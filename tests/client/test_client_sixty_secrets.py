"""Somebody at episode 4 who reads along in a channel, while others of every horizon ask there."""

from __future__ import annotations

import random
import re

import pytest

from bot.library import Library
from bot.replies import wording
from tests.client.support import HOME_ID, Start, leads, open_text
from tests.discord_server import DiscordServer, Guild, Member
from tests.discord_server.places import Channel
from tests.discord_server.replies import Reply
from tests.ratings import seen

DEAD = r"dies|dead|killed|lost|sacrific\w*|turns|zombie|bitten|gives (?:his|her) life"
LIVES = r"survives|lives|alive|safety"


def of(name: str, what: str) -> str:
    """A name, and what becomes of somebody close behind it; not of "Cheong-san's mother"."""
    return rf"{name}(?!['’]s\b)[^.,;:]*(?:{what})"


SECRETS = {
    "s1e5": (
        "drone.*science club", "bookshelves of the school library", "Six per cent", "throw eggs",
        "fakes zombies", "call for help flutters away", "with children hope",
    ),
    "s1e6": (
        "Nam-ra has the idea", "Eun-ji.*(?:half-zombie|hambie)",
        "Gwi-nam.*(?:half-zombie|hambie)",
    ),
    "s1e7": (
        "So-ju swims", "slip out of the back door", "admits his feelings", "first kiss",
        "Under a car", "slaps Gwi-nam", of("Yong-nam", DEAD), "tied calms", "without being there",
        "remain outcasts", "brings her influence to bear", "fish from the tank",
    ),
    "s1e8": (
        "Nam-ra.*(?:half-zombie|hambie)", "light a campfire", "big SOS", "unlocks by itself",
        "On a bicycle", "Put out his eye",
    ),
    "s1e9": (
        "without symptoms", of("Na-yeon", "killed|dies"), "kills Na-yeon", of("Cheol-su", DEAD),
        "RNA changes", "fires into the air", "hypothermia", "fetch Byeong-chan's laptop",
    ),
    "s1e10": (
        "confuse the hearing", "ball cages", of("Joon-seong", DEAD), of("Ji-min", DEAD),
        "Dae-su, with a pipe", "wall on wheels",
    ),
    "s1e11": (
        "lure the zombies to certain places", of("So-ju", DEAD), of("Min-jae", DEAD),
        of("Joon-yeong", DEAD), of("Cheong-san", "dies|dead|sacrific\\w*|falls"), "tennis courts",
        "Downtown Hyosan",
    ),
    "s1e12": (
        "60,000", of("Wu-jin", DEAD), of("On-jo", LIVES), of("Dae-su", LIVES), of("Ha-ri", LIVES),
        of("Mi-jin", LIVES), of("Su-hyeok", LIVES), "Six students", "110,000",
        "memorial for the group's dead", "Nam-ra (?:leaves|leaping)", "does not lift a hand",
        "presumed dead",
    ),
}  # fmt: skip
"""What nobody at episode 4 may learn, by the episode that tells it: found in a line of a text."""

FAR = (None, "s1e2", "s1e7", "s1e12", "s2")
STEPS = 200
MENTIONS = 15
"""More in half a minute would not be answered."""


@pytest.fixture
def library(shipped_library: Library) -> Library:
    return shipped_library


class Onlooker:
    """Reads whatever stands in the channel without a click, and asks nothing."""

    def __init__(self, server: DiscordServer, guild: Guild) -> None:
        self._server = server
        self._channel = guild.channels[0]
        self._typed: list[str] = []

    def hears(self, typed: str) -> None:
        """What somebody types where all can read it is their own doing."""
        self._typed.append(typed)

    def learnt(self) -> list[tuple[str, str, str]]:
        """Every secret that can be read in the channel, with its episode and the line."""
        found: list[tuple[str, str, str]] = []
        for message in self._channel.messages:
            if message.author is not self._server.bot:
                continue
            shown = read(Reply(self._server, message=message))
            for typed in self._typed:
                shown = shown.replace(typed, "")
            for episode, secrets in SECRETS.items():
                for secret in secrets:
                    found += [
                        (episode, secret, line)
                        for line in shown.splitlines()
                        if re.search(rf"\b(?:{secret})\b", line)
                    ]
        return found


def read(reply: Reply) -> str:
    """What is read without a click, as it is seen: bold words without their marks."""
    return re.sub(r"\\([^\w\s])", r"\1", open_text(reply).replace("**", ""))


def test_there_are_sixty_secrets_and_the_archive_knows_them(library: Library) -> None:
    knowledge = library.current.knowledge
    assert sum(map(len, SECRETS.values())) >= 60
    told = [f"{fact.question} {fact.whole}" for fact in knowledge.facts.values() if fact.reach]
    unknown = [
        secret
        for secrets in SECRETS.values()
        for secret in secrets
        if not any(re.search(rf"\b(?:{secret})\b", text) for text in told)
    ]
    assert unknown == []


@pytest.mark.parametrize("here", ["s1e4", "s2"])
async def test_whoever_reads_along_at_episode_4_learns_nothing_where_nothing_more_is_set(
    start: Start, server: DiscordServer, home: Guild, library: Library, here: str
) -> None:
    """In a channel of those who are through with it they would: the secrets are those told."""
    rng = random.Random(4)
    facts = list(library.current.knowledge.facts.values())
    speakers = [person.name for person in library.current.quotes.speakers()]
    onlooker = Onlooker(server, home)
    channel = home.channels[0]
    members = [home.add_member(f"member-{number}") for number in range(40)]
    async with start() as client:
        horizons = client.store.horizons
        await horizons.set_scope(HOME_ID, channel.id, seen(here))
        for number, member in enumerate(members):
            if far := FAR[number % len(FAR)]:
                await horizons.set_member(member.user.id, seen(far))
        steps = ["mention"] * MENTIONS + rng.choices(
            ["ask", "ask privately", "random", "quote", "click", "click"], k=STEPS - MENTIONS
        )
        rng.shuffle(steps)
        shown: list[Reply] = []
        revealed = 0
        for number, step in enumerate(steps):
            member = members[number % len(members)]
            fact = rng.choice(facts)
            asked = rng.choice(fact.phrasings)
            if step == "mention":
                onlooker.hears(asked)
                shown.append(await member.ask(asked))
            elif step == "click":
                await click(member, server, channel, rng)
            else:
                reply = await use(member, step, asked, rng.choice(speakers))
                if step == "ask":
                    onlooker.hears(asked)
                if reply.ephemeral:
                    revealed += fact.answer in read(reply)
                    await share(member, reply)
                else:
                    shown.append(reply)
        assert revealed > 5
        assert len(channel.messages) > STEPS // 2
        learnt = onlooker.learnt()
        if here == "s2":
            assert len(learnt) > 5
        else:
            assert any(wording.SHOW_PRIVATELY in open_text(reply) for reply in shown)
            assert learnt == []


async def use(member: Member, step: str, asked: str, speaker: str) -> Reply:
    if step == "random":
        return await member.slash("trivia")
    if step == "quote":
        return await member.slash("quote", who=speaker)
    return await member.slash("trivia", question=asked, private=step == "ask privately")


async def share(member: Member, reply: Reply) -> None:
    """Show everybody what one was told alone, where that can be done."""
    if wording.SHARE in [button.label for button in reply.buttons]:
        await member.click(reply.button(wording.SHARE))


async def click(
    member: Member, server: DiscordServer, channel: Channel, rng: random.Random
) -> None:
    """Click any button that leads on from the last messages, as they are by now."""
    last = [message for message in channel.messages if message.author is server.bot][-10:]
    buttons = [b for message in last for b in leads(Reply(server, message=message))]
    if buttons:
        await member.click(rng.choice(buttons))
