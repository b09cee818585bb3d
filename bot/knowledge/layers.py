"""Layers: folders with knowledge files, the later over the earlier."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

__all__ = ["Layer"]


@dataclass(frozen=True, slots=True)
class Layer:
    """A folder with knowledge files, and what it is called."""

    name: str
    folder: Path
    is_optional: bool = False
    """Whether the folder may be missing, where it is not the first."""

    @classmethod
    def of(cls, folder: Path) -> Layer:
        """A layer that is called as its folder."""
        return cls(str(folder), folder)
