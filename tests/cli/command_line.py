"""The command line as people and scripts meet it: a process with arguments, input and output."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass

Hyosan = Callable[..., "Outcome"]

SETTINGS = [
    "DISCORD_TOKEN",
    "DISCORD_TOKEN_FILE",
    "HOME_GUILD_ID",
    "MODERATOR_ROLE_IDS",
    "FACTS_DIR",
    "DATA_DIR",
    "STALE_AFTER_DAYS",
    "LOG_LEVEL",
    "LOG_FORMAT",
    "HTTPS_PROXY",
    "NO_PROXY",
    "https_proxy",
    "no_proxy",
]

KNOWLEDGE = """\
people:
  - {id: park-ji-hu, name: Park Ji-hu, kind: actor, plays: nam-on-jo, hangul: 박지후}
  - {id: park-solomon, name: Park Solomon, kind: actor, aliases: [Lomon]}
  - {id: nam-on-jo, name: Nam On-jo, kind: character}
facts:
  - id: school-name
    question: What is the name of the high school in the series?
    answer: The students go to Hyosan High School.
    as_of: 2022-01-28
    sources: [{title: A page, url: "https://example.org/school", publisher: Example News}]
  - id: kiss-takes
    question: How many takes did the kiss scene need?
    title: The number of takes of an episode 7 scene
    answer: The kiss was filmed seventeen times.
    spoiler: s1e7
    sources: [{title: A telling title, url: "https://example.org/kiss"}]
quotes:
  - id: park-ji-hu-proud
    speaker: park-ji-hu
    kind: verbatim
    text: I am proud of all of us.
    context: In an interview, February 2022
    sources: [{title: A talk, url: "https://example.org/talk", publisher: Example News}]
  - id: park-solomon-shy
    speaker: park-solomon
    kind: paraphrase
    text: He was shy during the kiss.
    topics: [kiss-scene]
    spoiler: s1e7
    sources: [{title: A telling title, url: "https://example.org/shy"}]
"""


@dataclass(frozen=True)
class Outcome:
    """What a command left behind."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """Standard output without line ends."""
        return self.out.split("\n")[:-1]


def clean_environment() -> dict[str, str]:
    """The environment without what changes output: settings, colours, and Python's buffering."""
    dropped = {*SETTINGS, "NO_COLOR", "FORCE_COLOR", "COLUMNS", "PYTHONUNBUFFERED"}
    return {key: value for key, value in os.environ.items() if key not in dropped}
