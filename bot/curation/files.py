"""Files that are never half written."""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

__all__ = ["UNFINISHED", "tidy", "write_whole"]

UNFINISHED = ".unfinished-"
"""How files begin that are being written; with a dot, so that nobody takes one for knowledge."""


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` in place of what a file holds: whenever the power goes, it is the old or the new.

    Raises OSError; then the file is as it was.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=UNFINISHED)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def tidy(folder: Path) -> None:
    """Drop what somebody began to write here and never finished; only for who writes here alone."""
    with suppress(OSError):
        for path in folder.glob(f"{UNFINISHED}*"):
            path.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """See to it that a new name of a file outlasts the power; Windows does so by itself."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
