"""Discord's markup: texts made harmless, and links."""

from __future__ import annotations

import re

__all__ = ["escape", "link", "one_line"]

# Also in front of a colon before a slash, since Discord makes every bare address a link.
_ANYWHERE = re.compile(r"[\\`*_~|\[\]<]|:(?=/)")
_AT_LINE_START = re.compile(r"^(\s*)([#>+-]|\d+(?=[.)]))", re.MULTILINE)
_MENTION = re.compile(r"@(?=everyone|here|[!&]?\d)")
_BREAKS_LINKS = {ord(character): f"%{ord(character):02X}" for character in "()|*_~[]"}
_ZERO_WIDTH_SPACE = "\u200b"


def escape(text: str) -> str:
    """`text` so that Discord shows it as it stands: no markup, no link, no mention."""
    text = _ANYWHERE.sub(lambda match: f"\\{match[0]}", text)
    text = _AT_LINE_START.sub(_escape_line_start, text)
    return _MENTION.sub(f"@{_ZERO_WIDTH_SPACE}", text)


def _escape_line_start(match: re.Match[str]) -> str:
    """A list number is escaped behind it: before a digit a backslash would be shown."""
    space, mark = match.groups()
    return f"{space}{mark}\\" if mark.isdigit() else f"{space}\\{mark}"


def one_line(text: str) -> str:
    """`text` without line breaks, for markup that ends with its line."""
    return " ".join(text.split())


def link(label: str, url: str) -> str:
    """A link with a label; characters that would end it early are percent-encoded."""
    return f"[{escape(one_line(label))}]({url.translate(_BREAKS_LINKS)})"
