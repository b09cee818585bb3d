from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.knowledge.reader import Reading, read_folder

Problems = Callable[..., list[str]]
"""Writes `{name: content}`, or one content as `a.yaml`; gives the problems and their places."""


def write(folder: Path, files: dict[str, str | bytes]) -> None:
    for name, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        (folder / name).write_bytes(data)


def table(cases: dict[str, tuple[Any, ...]]) -> list[Any]:
    """Cases for `parametrize` by their names, for contents that are too long for one."""
    return [pytest.param(*values, id=name) for name, values in cases.items()]


@pytest.fixture
def reading(tmp_path: Path) -> Callable[[str | bytes], Reading]:
    """Read one file of this content."""

    def read(content: str | bytes) -> Reading:
        write(tmp_path, {"a.yaml": content})
        return read_folder(tmp_path)

    return read


@pytest.fixture
def problems(tmp_path: Path) -> Problems:
    def read(content: str | bytes | dict[str, str | bytes]) -> list[str]:
        write(tmp_path, content if isinstance(content, dict) else {"a.yaml": content})
        found = read_folder(tmp_path).problems
        return [str(problem).replace(f"{tmp_path}/", "") for problem in found]

    return read
