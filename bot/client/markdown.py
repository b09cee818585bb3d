"""Discord's markup: texts made harmless, and links."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote

from bot.text import legible

__all__ = ["code", "emphasised", "escape", "link", "mention", "one_line"]

# Also in front of a colon before a slash, since Discord makes every bare address a link.
_ANYWHERE = re.compile(r"[\\`*_~|\[\]<]|:(?=/)")
_AT_LINE_START = re.compile(r"^(\s*)([#>+-]|\d+(?=[.)]))", re.MULTILINE)
_MENTION = re.compile(r"@(?=everyone|here|[!&]?\d)")
_BREAKS_LINKS = re.compile(r"[\s\\()\[\]<>|*`]|[^\x21-\x7e\w]|@(?=everyone|here)")
# Backslashes are shown in the label of a link; these look the same and do nothing.
_LOOK_ALIKES = str.maketrans("\\`*~|[]<>", "⧵ˋ∗∼∣()‹›")
_LABEL_MARKUP = re.compile(r"(?<![^\W_])_|_(?![^\W_])|:(?=/)")
_ZERO_WIDTH_SPACE = "\u200b"
# A pattern for each word would be compiled again and again: a knowledge has thousands of them.
_LETTER = re.compile(r"\w")
_ANY_ENDING = re.compile(r"\w*(?:-\w+)*")
_NO_ENDING = re.compile(r"(?!\w)")
_MOST_IN_BOLD = 0.75


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


def emphasised(text: str, strong: Iterable[str]) -> str:
    """`text` as `escape` gives it, with the first of each of these words in bold.

    Nothing is, where that would be nearly all of the text: it would stand out from nothing.
    """
    spans: list[tuple[int, int]] = []
    for start, end in sorted(filter(None, (_word(text, word) for word in strong))):
        if not spans or start >= spans[-1][1]:  # else it is a part of the last one
            spans.append((start, end))
    if sum(end - start for start, end in spans) > _MOST_IN_BOLD * len(text):
        return escape(text)
    parts: list[str] = []
    told = 0
    for start, end in spans:
        parts += (escape(text[told:start]), f"**{escape(text[start:end])}**")
        told = end
    return "".join((*parts, escape(text[told:])))


def _word(text: str, word: str) -> tuple[int, int] | None:
    """Where a word or a phrase first stands in a text, with any ending that letters have there."""
    folded, wanted = text.lower(), word.lower()
    if len(folded) != len(text):  # a capital that is two characters in lower case
        folded, wanted = text, word
    ending = _ANY_ENDING if wanted[-1:].isalpha() else _NO_ENDING
    start = folded.find(wanted)
    while start >= 0:
        found = ending.match(text, start + len(wanted))
        if found and not _LETTER.fullmatch(text[start - 1 : start]):
            return start, found.end()
        start = folded.find(wanted, start + 1)
    return None


def mention(command: str, command_id: int | None) -> str:
    """A command to click, or as it is typed where that is not known."""
    return f"</{command}:{command_id}>" if command_id else f"**/{escape(command)}**"


def code(text: str) -> str:
    """`text` as it is to be typed."""
    return f"`{one_line(text).replace('`', 'ˋ')}`"


def link(label: str, url: str) -> str:
    """A link with a label, to the same address; what would end it early is percent-encoded."""
    address = _BREAKS_LINKS.sub(lambda match: quote(match[0], safe="", errors="replace"), url)
    return f"[{_as_label(one_line(label))}]({address})"


def _as_label(text: str) -> str:
    """A single underscore inside a word is no markup; every other one might be."""
    text = _LABEL_MARKUP.sub(lambda match: "ˍ" if match[0] == "_" else "∶", text)
    return _MENTION.sub(f"@{_ZERO_WIDTH_SPACE}", text.translate(_LOOK_ALIKES))
