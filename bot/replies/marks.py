"""Signs that stand beside words and say the same, for whoever looks before they read."""

from __future__ import annotations

__all__ = ["AGAIN", "PERSON", "QUOTE", "SURPRISE"]

AGAIN = "🔁"
PERSON = "👤"
QUOTE = "💬"
SURPRISE = "🎲"
