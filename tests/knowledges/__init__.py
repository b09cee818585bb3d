"""Knowledges small enough to know by heart: a folder of YAML files each, beside this module.

A test that reads and changes files takes a copy (the fixture `copy_of`); one that only asks takes
what was built of it, which is built once and frozen.

pair        two facts and two people: whatever a reload can do to them
thirteen    thirteen facts, one of each kind of question: the matching
speakers    quotes of every kind, by people of every kind
lees        two namesakes, and of facts and quotes one rated and one open: the archive
terminal    what the command line is asked; `mended` is a layer over it, `hats` more for it
music-room  people alone: facts about its chairs are what a curator's lints are shown
discord     what the bot on Discord is asked: texts full of marks, sources of every kind
parts       answers in parts, two fates, and a show of twelve episodes: who is told how much
series      a whole invented show, as a community with another series would keep it
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from bot.knowledge.layers import Layer
from bot.library import Snapshot, load_snapshot

__all__ = ["SHIPPED", "folder_of", "snapshot_of"]

_HERE = Path(__file__).parent
SHIPPED = _HERE.parents[1] / "facts"
"""The facts that come with the bot."""


def folder_of(name: str) -> Path:
    """The folder of a knowledge, to be read and never written to."""
    folder = _HERE / name
    assert folder.is_dir(), f"no knowledge is called {name!r}"
    return folder


@cache
def snapshot_of(name: str) -> Snapshot:
    """What was built of a knowledge; raises LoadError if it has errors."""
    return load_snapshot([Layer.of(folder_of(name))])
