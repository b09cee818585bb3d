"""Where settings come from: the environment and, beneath it, `.env` in the current folder."""

from __future__ import annotations

import io
import os
import re
import stat
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path

from dotenv import dotenv_values
from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

__all__ = ["Origin", "Unreadable", "read_environment"]

_FILE = Path(".env")

_NAME = re.compile(r"[A-Za-z_]\w{0,40}")
"""What a warning shows of a name. A token that stands where a name should has dots."""

_EDITS = 2
"""Letters wrong in a name of the environment that is still taken for a setting of ours."""

_ALIKE = 70
"""The same in the file, where few names are somebody else's: rapidfuzz's ratio, 0 to 100."""

_OF_OTHERS = frozenset({"http_proxy"})
"""Names of the environment that look like ours and have a meaning of their own."""


class Unreadable(Exception):
    """There is a `.env`, but it cannot be read; the message tells why, in one line."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where settings are from, without their values."""

    file: Path | None
    """The `.env` that was read, from the root on; None where there is none."""
    warnings: tuple[str, ...]
    """Sentences about what somebody meant otherwise."""


def read_environment(known: Set[str]) -> tuple[dict[str, str], Origin]:
    """Values by name in small letters, the environment over `.env`, without what is empty.

    `known` are the names of settings. Raises Unreadable.
    """
    text = _text_of_file()
    in_file = _cleaned(dotenv_values(stream=io.StringIO(text or "")))
    outside = _cleaned(os.environ)
    values = in_file | outside
    unset = known - values.keys()
    warnings = [
        *_misspelt(outside.keys() - known - _OF_OTHERS, unset, _is_slip),
        *_misspelt(in_file.keys() - known - outside.keys(), unset, _is_alike),
    ]
    if "discord_token" in in_file and _is_open_to_all():
        warnings.append(
            ".env holds the token, and every user of this machine can read it; "
            "change that with: chmod 600 .env"
        )
    return values, Origin(None if text is None else _FILE.absolute(), tuple(warnings))


def _text_of_file() -> str | None:
    """What stands in `.env`, whatever editor saved it; None where there is none."""
    try:
        return _FILE.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        raise Unreadable(".env is not UTF-8 text. Save it as UTF-8.") from None
    except OSError as error:
        raise Unreadable(f".env cannot be read ({error.strerror}).") from None


def _cleaned(given: Mapping[str, str | None]) -> dict[str, str]:
    """Without the line ends that a file from Windows leaves, and without what is then empty."""
    stripped = ((name.lower(), (value or "").strip()) for name, value in given.items())
    return {name: value for name, value in stripped if value}


def _misspelt(
    names: Set[str], unset: Set[str], is_near: Callable[[str, str], bool]
) -> Iterator[str]:
    """A sentence for each name that is near one of our settings, which is not set itself."""
    for name in sorted(filter(_NAME.fullmatch, names)):
        near = [setting for setting in unset if is_near(name, setting)]
        if near:
            meant = max(near, key=lambda setting: fuzz.ratio(name, setting))
            yield f"{name.upper()} is no setting; did you mean {meant.upper()}?"


def _is_slip(name: str, setting: str) -> bool:
    """Whether hardly anything else can have been meant."""
    return OSA.distance(name.replace("_", ""), setting.replace("_", "")) <= _EDITS


def _is_alike(name: str, setting: str) -> bool:
    """Whether it is a slip, or the setting under a longer or shorter name."""
    return set(name.split("_")) <= set(setting.split("_")) or fuzz.ratio(name, setting) >= _ALIKE


def _is_open_to_all() -> bool:
    # Windows has other means, and shows every file as open.
    return os.name == "posix" and bool(_FILE.stat().st_mode & stat.S_IROTH)
