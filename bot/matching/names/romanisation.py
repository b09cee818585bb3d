"""One form for all the ways in which the same Korean name is romanised."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["skeleton"]

_FOLDS = (
    (r"park", "bag"),
    (r"gui|kwi|qui", "gwi"),
    (r"yeo|you|yoo|yu", "yo"),
    (r"yae|yea", "ye"),
    (r"weo", "wo"),
    (r"woo|wu", "o"),
    (r"eoh(?![aeiouy])|eo|eui|eu|oo|ou|uh(?![aeiouy])|u", "o"),
    (r"ae|ai|ay", "e"),
    (r"ee|yi|ie", "i"),
    (r"sh", "s"),
    (r"ch|z", "j"),
    (r"ck|c|k|q", "g"),
    (r"ph|p|v|f", "b"),
    (r"t", "d"),
    (r"rh|r", "l"),
    (r"x", "gs"),
    (r"(?<=[aeiou])h(?![aeiouwy])", ""),
    (r"(.)\1+", r"\1"),
)
_COMPILED = tuple((re.compile(pattern), value) for pattern, value in _FOLDS)


@lru_cache(maxsize=65_536)
def skeleton(letters: str) -> str:
    """Fold a romanised Korean name so that its usual spellings become one.

    Covers Revised Romanisation, McCune-Reischauer without marks, and the spellings that agencies
    and fans use; `letters` are lower-case without spaces.
    """
    for pattern, value in _COMPILED:
        letters = pattern.sub(value, letters)
    return letters
