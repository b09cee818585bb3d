"""A small archive, and the pieces from which the tests put a bot together."""

import time
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.client.app import Hyosan
from bot.knowledge.layers import Layer
from bot.knowledge.schema import Fact
from bot.library import Library
from bot.matching.matcher import Decision, Status
from bot.settings import Settings
from bot.spoilers.horizon import NOTHING, Horizon
from tests.discord_server import DiscordServer, running
from tests.discord_server.reading import Readable, walk
from tests.discord_server.wire import Part

HOME_ID = 700_000_000_000_000_001
ROLE_ID = 800_000_000_000_000_001

EPISODES = "How many episodes does the first season have?"
KISS = "How many takes did their kiss in the library need?"
KISS_TITLE = "The kiss scene and its takes"
MARKUP = "Which marks does the archive keep as they are?"

FACTS = {
    "people.yaml": """
people:
  - {id: park-solomon, name: Park Solomon, kind: actor, plays: lee-su-hyeok, aliases: [Lomon]}
  - {id: park-ji-hu, name: Park Ji-hu, kind: actor, plays: nam-on-jo}
  - {id: cho-yi-hyun, name: Cho Yi-hyun, kind: actor, plays: choi-nam-ra}
  - {id: lee-jae-kyoo, name: Lee Jae-kyoo, kind: crew, role: director, roles: [director]}
  - {id: lee-su-hyeok, name: Lee Su-hyeok, kind: character}
  - {id: nam-on-jo, name: Nam On-jo, kind: character}
  - {id: choi-nam-ra, name: Choi Nam-ra, kind: character}
""",
    "facts.yaml": f"""
facts:
  - id: episodes
    question: {EPISODES}
    answer: Twelve.
    as_of: 2022-02-07
    sources:
      - title: The plot told in a title
        url: https://example.com/episodes_(series)
        publisher: Tudum
        date: 2022-01-28
      - {{title: Another telling title, url: "https://www.example.org/a"}}
  - id: kiss-takes
    question: {KISS}
    title: {KISS_TITLE}
    answer: Seventeen, with their eyes shut.
    spoiler: s1e7
    sources:
      - {{title: They kiss, url: "https://example.com/kiss", publisher: /Film, date: 2022-02}}
  - id: school-set
    question: Where was the school set built?
    answer: In Andong.
  - id: marks
    question: {MARKUP}
    answer: "*Stars*, _lines_, [links](http://evil.example), @everyone, <@1> and ||bars||."
""",
    "quotes.yaml": """
quotes:
  - id: solomon-one
    speaker: park-solomon
    kind: verbatim
    text: We could not stop laughing.
    context: Commentary video, February 2022
    topics: [kiss-scene]
    spoiler: s1e7
    sources: [{title: t, url: "https://example.com/1", publisher: Netflix Korea}]
  - id: solomon-two
    speaker: park-solomon
    kind: verbatim
    text: I ran until my shoes gave out.
    translated: true
    sources: [{title: t, url: "https://example.com/2", publisher: Soompi, date: 2022}]
  - id: jihu-one
    speaker: park-ji-hu
    kind: paraphrase
    text: She trained for months before the shoot.
    sources: [{title: t, url: "https://example.com/3", publisher: Forbes}]
  - id: namra-one
    speaker: choi-nam-ra
    kind: dialogue
    text: I do not need a friend.
    sources: [{title: t, url: "https://example.com/4", publisher: Netflix}]
""",
}


Logged = Callable[[str], Awaitable[None]]


class Clock:
    """A clock that a test can put forward."""

    def __init__(self) -> None:
        self.ahead = 0.0

    def __call__(self) -> float:
        return time.time() + self.ahead


class FixedMatcher:
    """Decides what it was told to, whatever the question; or fails."""

    def __init__(self, decision: Decision | None, names: Any = None) -> None:
        self.decision = decision
        self.names = names

    def decide(self, question: str, *, max_spoiler: Horizon | None = None) -> Decision:
        if self.decision is None:
            raise RuntimeError("the matcher is broken")
        return self.decision

    def complete(
        self, typed: str, *, limit: int = 25, max_spoiler: Horizon = NOTHING
    ) -> tuple[Fact, ...]:
        raise RuntimeError("the matcher is broken")


def always(library: Library, decision: Decision | None) -> None:
    """Let every question be decided like this; None breaks the matcher."""
    matcher: Any = FixedMatcher(decision)
    library.current = replace(library.current, matcher=matcher)


def suggest(library: Library, *fact_ids: str) -> None:
    """Let every question be answered with did-you-mean."""
    facts = tuple(library.current.knowledge.facts[fact_id] for fact_id in fact_ids)
    always(library, Decision(Status.SUGGESTED, None, facts, 0.5))


def write_facts(folder: Path, files: dict[str, str]) -> None:
    """Put knowledge files into a folder."""
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")


def make_settings(tmp_path: Path, **changed: Any) -> Settings:
    """Settings that come from the test alone."""
    values = {
        "discord_token": "MTE.loopback.token",
        "home_guild_id": HOME_ID,
        "facts_dir": (Layer.of(tmp_path / "facts"),),
        "data_dir": tmp_path / "data",
    }
    return Settings(_env_file=None, **(values | changed))


class Start:
    """Starts bots: each call is a process of its own, as far as Discord can tell."""

    def __init__(self, server: DiscordServer, tmp_path: Path, library: Library) -> None:
        self.server = server
        self.tmp_path = tmp_path
        self.library = library
        self.clock = Clock()

    def __call__(self, **changed: Any) -> AbstractAsyncContextManager[Hyosan]:
        settings = make_settings(self.tmp_path, **changed)
        return running(self._maker(settings), self.server)

    def _maker(self, settings: Settings) -> Callable[[], Hyosan]:
        return lambda: Hyosan(settings, self.library, clock=self.clock)


def veiled_text(reply: Readable) -> str:
    """What stands behind spoiler bars."""
    return _text([part for part in reply.components if part.get("spoiler")])


def open_text(reply: Readable) -> str:
    """What everybody reads: texts outside the bars, and every label."""
    labels = [button.label or "" for button in reply.buttons]
    shown = _text([part for part in reply.components if not part.get("spoiler")])
    return "\n".join([shown, *labels])


def _text(parts: list[dict[str, Any]]) -> str:
    return "\n".join(part["content"] for part in walk(parts) if part["type"] == Part.TEXT)
