"""What pydantic finds wrong, in plain words: what it is and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydantic import ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz import fuzz, process

from bot.knowledge.fields import Entry
from bot.knowledge.problems import quoted
from bot.knowledge.schema import KnowledgeFile, Part, Source, Variant
from bot.knowledge.show import BotProfile, Episode, Season

__all__ = ["MAX_COMPARISONS", "Nearest", "did_you_mean", "explain", "mistakes", "path_of"]

MAX_COMPARISONS = 2_000_000
"""Names that are looked at for hints, all hints together: about a fifth of a second."""

_LONGEST_NAME = 80
"""As long as an id may be."""

_NESTED: dict[str, type[Entry]] = {
    "parts": Part,
    "sources": Source,
    "variants": Variant,
    "bot": BotProfile,
    "seasons": Season,
    "episodes": Episode,
}
"""What the fields hold that hold entries in their turn."""


def mistakes(error: ValidationError) -> Iterator[ErrorDetails]:
    """Every mistake once: pydantic does not count wrong items, so a full list seems too short."""
    for detail in error.errors(include_url=False):
        least = detail.get("ctx", {}).get("min_length", 0)
        if detail["type"] != "too_short" or len(detail["input"]) < least:
            yield detail


def path_of(detail: ErrorDetails) -> tuple[int | str, ...]:
    """What to point at: where something is missing, the thing that lacks it."""
    return detail["loc"][:-1] if detail["type"] == "missing" else detail["loc"]


def explain(detail: ErrorDetails, model: type[Entry] | None = None) -> str:
    """One sentence in plain words: what is wrong and what to do."""
    location = detail["loc"]
    context = detail.get("ctx", {})
    field = str(location[-1]) if location else ""
    where = _where(location)
    match detail["type"]:
        case "missing":
            return f"{where} is missing; add it"
        case "extra_forbidden":
            owner = _owner(model, location)
            return f"unknown key {where}; {did_you_mean(field, owner.model_fields)}"
        case "string_pattern_mismatch":
            return f"{where} is not well-formed; {_pattern_hint(field)}"
        case "string_too_short":
            return f"{where} is empty; write something or remove it"
        case "string_too_long":
            return f"{where} is longer than {context['max_length']} characters; shorten it"
        case "too_short":
            if context["min_length"] == 1:
                return f"{where} is empty; add an item"
            return f"{where} needs at least {context['min_length']} items; add more"
        case "tuple_type" | "list_type":
            return f"{where} is a list; write [one, two] or a line with '- ' for each"
        case "string_type":
            return f"{where} is text; write one line (in quotation marks if it has a colon)"
        case "model_type" | "model_attributes_type":
            return f"{where} is a mapping; write its keys, each with a colon"
        case "int_type":
            return f"{where} is a whole number; write it in digits"
        case "greater_than_equal" | "less_than_equal":
            return f"{where} is out of range; it is too large or too small"
        case "bool_parsing" | "bool_type":
            return f"{where} is either true or false; write one of them"
        case "enum":
            return f"{where} is not known; choose {context['expected']}"
        case "value_error":
            return f"{where} {context['error']}"
        case kind if kind.startswith("date"):
            return f"{where} is a date; write it as 2022-02-07"
        case _:
            return f"{where}: {detail['msg']}"


class Nearest:
    """Finds the nearest of many names, for hints.

    A hint is a help and no duty: after `MAX_COMPARISONS` there are none.
    """

    def __init__(self, names: Iterable[str], comparisons: int = MAX_COMPARISONS) -> None:
        self._names = [name for name in names if len(name) <= _LONGEST_NAME]
        self._left = comparisons

    def hint(self, word: str, otherwise: str) -> str:
        """Whether that name was meant; where none is near, `otherwise`."""
        self._left -= len(self._names)
        near = _nearest(word, self._names) if self._left >= 0 else None
        return f"did you mean '{near}'?" if near else otherwise


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The nearest of what is known; where nothing is near, all that is known."""
    names = list(known)
    return Nearest(names).hint(word, f"known are {', '.join(names)}")


def _nearest(word: str, names: list[str]) -> str | None:
    best = process.extractOne(word, names, scorer=fuzz.ratio, processor=str.lower, score_cutoff=60)
    return best[0] if best else None


def _owner(model: type[Entry] | None, location: tuple[int | str, ...]) -> type[Entry]:
    """The type that lacks the key at the end of `location`."""
    nested = (_NESTED[step] for step in reversed(location[:-1]) if step in _NESTED)
    return next(nested, model or KnowledgeFile)


def _where(location: tuple[int | str, ...]) -> str:
    """What a message calls the thing at `location`; it counts from 1, as people do."""
    if not location:
        return "it"
    path = "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in location)
    return quoted(path.removeprefix(".")) if isinstance(location[0], str) else f"item {path}"


def _pattern_hint(field_name: str) -> str:
    match field_name:
        case "date" | "born" | "as_of":
            return "write 2022, 2022-02 or 2022-02-07"
        case "accent":
            return 'write six hexadecimal digits in quotation marks, such as "#3f7d5c"'
        case _:
            return "use lower-case letters, digits and single hyphens, such as kiss-takes"
