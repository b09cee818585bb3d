"""Files that somebody sends: looked at before they cost anything, and never written to a disk."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import PurePosixPath

from bot.knowledge.nodes import MAX_BYTES
from bot.knowledge.problems import escaped

__all__ = ["MOST_BYTES", "MOST_FILES", "MOST_UNPACKED", "Unusable", "unpack"]

MOST_BYTES = 4 * 1024 * 1024
"""Of what is sent."""

MOST_UNPACKED = MAX_BYTES
"""Of all that is in a zip file together: as much as one knowledge file may have."""

MOST_FILES = 200
"""In a zip file."""

_STEP = 64 * 1024
_ENCRYPTED = 0x1


class Unusable(Exception):
    """What was sent is not taken; the message says why, and what to do."""


def unpack(name: str, data: bytes) -> tuple[tuple[str, bytes], ...]:
    """The knowledge files in what was sent, as (path, content): itself, or those in a zip file.

    Raises Unusable. Of a zip file nothing is unpacked before its own list says that it is small,
    and never more than that list says.
    """
    if len(data) > MOST_BYTES:
        raise Unusable(f"it is larger than {MOST_BYTES // 2**20} MiB; split it")
    suffix = PurePosixPath(name).suffix.lower()
    if suffix == ".yaml":
        return ((name, data),)
    if suffix != ".zip":
        raise Unusable("it is no .yaml and no .zip file; send one of these")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return tuple(_members(archive))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise Unusable("it is no whole zip file; pack it anew") from error


def _members(archive: zipfile.ZipFile) -> list[tuple[str, bytes]]:
    members = [member for member in archive.infolist() if not member.is_dir()]
    if len(members) > MOST_FILES:
        raise Unusable(f"it holds more than {MOST_FILES} files; split it")
    if sum(member.file_size for member in members) > MOST_UNPACKED:
        raise Unusable(f"unpacked it is larger than {MOST_UNPACKED // 2**20} MiB; split it")
    for member in members:
        shown = escaped(member.filename[:80])
        if PurePosixPath(member.filename).suffix.lower() != ".yaml":
            raise Unusable(f"it holds {shown}, which is no .yaml file; take that out")
        if member.flag_bits & _ENCRYPTED:
            raise Unusable(f"{shown} has a password; pack it without one")
    if not members:
        raise Unusable("it holds no file; put your .yaml files into it")
    return [(member.filename, _content(archive, member)) for member in members]


def _content(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """What a member holds, as long as that is no more than the list says."""
    parts: list[bytes] = []
    left = member.file_size
    with archive.open(member) as file:
        while part := file.read(min(_STEP, left + 1)):
            left -= len(part)
            if left < 0:
                raise Unusable("it is larger than it says; pack it anew")
            parts.append(part)
    return b"".join(parts)
