"""Layers: folders with knowledge files, the later over the earlier."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bot.knowledge.problems import Problem

__all__ = ["Layer", "seen_from"]


@dataclass(frozen=True, slots=True)
class Layer:
    """A folder with knowledge files, and what it is called."""

    name: str
    folder: Path
    is_optional: bool = False
    """Whether the folder may be missing, where it is not the first."""
    is_forgiving: bool = False
    """Whether what it says of entries that nobody has is a doubt and no error: no human wrote it,
    and those beneath may have lost an entry with an update."""

    @classmethod
    def of(cls, folder: Path) -> Layer:
        """A layer that is called as its folder."""
        return cls(str(folder), folder)


def seen_from(layers: Sequence[Layer], problem: Problem) -> Problem:
    """`problem` with its places as seen from their layers, for those who know no other folders.

    Of several layers the name stands in front: `community: own.yaml`.
    """
    path, message = Path(problem.place.path), problem.message
    shown = path.name
    for layer in layers:
        label = f"{layer.name}: " if len(layers) > 1 else ""
        if path != layer.folder and path.is_relative_to(layer.folder):
            shown = f"{label}{path.relative_to(layer.folder)}"
        folder = re.escape(str(layer.folder) + os.sep)
        message = re.sub(rf"(?<![^\s(]){folder}", label, message)
    return replace(problem, place=replace(problem.place, path=shown), message=message)
