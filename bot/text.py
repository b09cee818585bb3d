"""Text that a terminal can show without being steered by it."""

from __future__ import annotations

import re

__all__ = ["one_line", "printable"]

_UNSAFE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls, among them escape; not tab and line feed
    r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks that turn the writing direction
    r"\u2028\u2029"  # line ends that not every program takes for one
    r"\ud800-\udfff]"  # halves of characters, from bytes that are no UTF-8
)


def printable(text: str) -> str:
    """`text` with � for everything that could steer the terminal or reorder what it shows."""
    return _UNSAFE.sub("�", text)


def one_line(text: str) -> str:
    """`text` made printable, on a single line."""
    return " ".join(printable(text).split())
