"""Discord's markup: texts made harmless, and links."""

from __future__ import annotations

import re
from urllib.parse import quote

from bot.text import legible

__all__ = ["escape", "link", "one_line"]

# Also in front of a colon before a slash, since Discord makes every bare address a link.
_ANYWHERE = re.compile(r"[\\`*_~|\[\]<]|:(?=/)")
_AT_LINE_START = re.compile(r"^(\s*)([#>+-]|\d+(?=[.)]))", re.MULTILINE)
_MENTION = re.compile(r"@(?=everyone|here|[!&]?\d)")
_BREAKS_LINKS = re.compile(r"[\s\\()\[\]<>|*`]|[^\x21-\x7e\w]|@(?=everyone|here)")
# Backslashes are shown in the label of a link; these look the same and do nothing.
_LOOK_ALIKES = str.maketrans("\\`*~|[]<>", "⧵ˋ∗∼∣()‹›")
_LABEL_MARKUP = re.compile(r"(?<![^\W_])_|_(?![^\W_])|:(?=/)")
_ZERO_WIDTH_SPACE = "\u200b"


def escape(text: str) -> str:
    """`text` so that Discord shows it as it stands: no markup, no link, no mention.

    Marks that nobody sees, or that smear over the lines around them, are left out.
    """
    text = _ANYWHERE.sub(lambda match: f"\\{match[0]}", legible(text))
    text = _AT_LINE_START.sub(_escape_line_start, text)
    return _MENTION.sub(f"@{_ZERO_WIDTH_SPACE}", text)


def _escape_line_start(match: re.Match[str]) -> str:
    """A list number is escaped behind it: before a digit a backslash would be shown."""
    space, mark = match.groups()
    return f"{space}{mark}\\" if mark.isdigit() else f"{space}\\{mark}"


def one_line(text: str) -> str:
    """`text`, legible and without line breaks, for markup that ends with its line."""
    return " ".join(legible(text).split())


def link(label: str, url: str) -> str:
    """A link with a label, to the same address; what would end it early is percent-encoded."""
    address = _BREAKS_LINKS.sub(lambda match: quote(match[0], safe="", errors="replace"), url)
    return f"[{_as_label(one_line(label))}]({address})"


def _as_label(text: str) -> str:
    """A single underscore inside a word is no markup; every other one might be."""
    text = _LABEL_MARKUP.sub(lambda match: "ˍ" if match[0] == "_" else "∶", text)
    return _MENTION.sub(f"@{_ZERO_WIDTH_SPACE}", text.translate(_LOOK_ALIKES))
