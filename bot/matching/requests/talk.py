"""Talk that asks nothing of the knowledge: what somebody likes, would do, or thinks."""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["is_talk"]

_TASTE = "best|worst|hottest|cutest|coolest|funniest|prettiest|saddest|scariest"
_SUBJECT = "character|characters|part|parts|scene|scenes|episode|moment|moments|couple|ship"
_WISH = "do|pick|choose|save|date|marry|kill|bring|want|prefer|rather|change|react|survive|be"
_THINK = "think|want|like|love|prefer|ship|hope|feel|hate|believe|agree"
_ASKS = "who|what|when|where|why|how|which"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"\b(?:what|how|who|which|where) (?:\w+ ){{0,2}}would (?:you|you guys|we) (?:{_WISH})\b",
        rf"\b(?:what|who|which) (?:\w+ ){{0,2}}(?:do|did) (?:you|you guys|we) (?:{_THINK})\b",
        r"^(?:\w+ )?would you (?:rather|survive|date|kill)\b",
        rf"^(?:\w+ )?do you (?:guys )?(?:{_THINK})\b",
        rf"\byour (?:\w+ )?(?:favorite|{_TASTE})\b",
        r"\byour (?:opinion|thoughts|take|theory|theories|ranking|rating)\b",
        rf"^(?:\w+ )?(?:who|what|which) (?:is |was )?(?:the )?(?:\w+ )?(?:{_TASTE}) "
        rf"(?:{_SUBJECT})\b"
        r"(?!.*\b(?:rated|ratings?|voted|poll|rank\w*|according|article|by)\b)",
        r"\b(?:anyone|anybody) else (?:cry|cried|love|hate|think|feel|felt)\b|\bam i the only\b",
        r"\bunpopular opinion\b|\bhot take\b|\bchange my mind\b",
        r"\bcan we (?:just )?(?:talk about|appreciate)\b|^team \w+(?: \w+)? or team\b",
        r"^(?:i|we) (?:can|could) not (?:believe|stop|wait)\b",
        rf"^(?:i|we) (?:\w+ )?(?:love|loved|hate|hated|miss|cried|wish)\b(?!.*\b(?:{_ASKS})\b)",
    )
)


def is_talk(found: Sequence[str]) -> bool:
    """Whether the words of a text are such talk."""
    text = " ".join(found)
    return any(form.search(text) for form in _FORMS)
