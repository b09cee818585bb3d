"""Names that look Korean: a surname, and a given name with a hyphen."""

from __future__ import annotations

import re

__all__ = ["korean_names"]

_SURNAMES = (
    "Ahn|Bae|Baek|Bang|Byun|Cha|Chae|Cheon|Cho|Choi|Choo|Chun|Chung|Gong|Ha|Ham|Han|Heo|Hong|Huh|"
    "Hwang|Im|Jang|Jeon|Jeong|Ji|Jin|Jo|Joo|Joon|Ju|Jung|Kang|Kim|Ko|Koo|Kwak|Kwon|Lee|Lim|Ma|Min|"
    "Moon|Nam|Noh|Oh|Park|Ryu|Seo|Shin|Sim|Sohn|Son|Song|Um|Wi|Woo|Yang|Yeom|Yoo|Yoon|Yu"
)
_NAME = re.compile(rf"\b(?:{_SURNAMES}) [A-Z][a-z]+-[a-z]+\b")


def korean_names(text: str) -> list[str]:
    """Every name in `text` of a form such as Kim Abc-def, in their order."""
    return _NAME.findall(text)
