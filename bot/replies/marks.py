"""Signs that stand beside words and say the same, for whoever looks before they read."""

from __future__ import annotations

__all__ = ["AGAIN", "PERSON", "QUOTE", "RIGHT", "SURPRISE", "WRONG"]

AGAIN = "🔁"
PERSON = "👤"
QUOTE = "💬"
RIGHT = "✅"
SURPRISE = "🎲"
WRONG = "▫️"
